// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/querymatch.h>
#include <desk/words.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The distinct conditions of many queries, and which of them hold of one article; private to desk.
namespace desk {

class RuleConditions final {
public:
    using Id = std::uint32_t;

    // The condition's number; the same for the same condition. Not for And, Or, Not and All.
    Id add(const QueryNode& node);
    std::size_t size() const { return m_all.size(); }
    // Before the first article and after the last condition.
    void prepare();

    // From now on the questions are of this article, which must stay.
    void take(const MatchedArticle& article);
    // Whether the condition holds; found out once for an article.
    bool holds(Id id);
    // Calls each(id) for every condition that holds and could be found from the article: all that add()
    // was given but for times. Each once.
    void eachThatHolds(const std::function<void(Id)>& each);
    bool isTime(Id id) const { return m_all[id].kind == Kind::Time; }
    // How many articles of a hundred it may hold for, where no sample tells: by its kind alone.
    double guess(Id id) const;

private:
    enum class Kind : std::uint8_t { Text, Near, Words, Exact, State, Number, Time, Any };
    enum Space : std::uint8_t { Source, Author, Topic, Event, Label, Entity, WordSpaces };
    enum ExactSpace : std::uint8_t { Ticker, Language, Mode, Story, WholeTopic, WholeEntity, ExactSpaces };
    using Term = std::uint32_t; // a word or a beginning; 0 is none

    struct Condition {
        Kind kind = Kind::Text;
        std::uint8_t space = 0;
        bool title = true;
        bool body = true;
        std::vector<Term> terms; // one after the other; of Near the left ones
        std::vector<Term> right; // of Near
        bool prefix = false; // of Words: the last one is a beginning
        QueryNode node; // of the other kinds
        std::vector<Id> members; // of Any
        std::vector<Id> parents; // of kind Any that hold when it holds
    };
    struct Places {
        std::uint32_t epoch = 0;
        std::vector<int> title;
        std::vector<int> body;
    };
    struct Token {
        Term word = 0;
        std::string_view text;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Dictionary = std::unordered_map<std::string, Term, Hash, std::equal_to<>>;
    using Triggers = std::unordered_map<std::string, std::vector<Id>, Hash, std::equal_to<>>;

    Id keep(const std::string& key, Condition condition);
    std::vector<Term> termsOf(const QueryNode& node, bool prefix);
    Term term(const std::string& text, bool prefix);
    Term wordTerm(std::string_view text) const;
    Condition wordsOf(const QueryNode& node);
    void trigger(Id id);
    void read(std::string_view text, bool title);
    void readValues(Space space, const std::vector<std::string>& values);
    void readExact(ExactSpace space, const std::string& value);
    void found(const std::vector<Id>& ids) { m_found.insert(m_found.end(), ids.begin(), ids.end()); }
    template <class Each> void eachBeginning(std::string_view word, Each each) const;
    bool answer(const Condition& condition);
    bool stands(const Condition& condition) const;
    bool near(const Condition& condition) const;
    std::vector<int> places(const std::vector<Term>& terms, bool title) const;
    const std::vector<int>& at(Term term, bool title) const;
    bool inValues(const Condition& condition) const;
    bool exact(const Condition& condition) const;

    std::vector<Condition> m_all;
    std::unordered_map<std::string, Id> m_known;
    Dictionary m_words;
    Dictionary m_beginnings;
    std::vector<std::size_t> m_lengths; // of beginnings, ascending, in bytes
    std::vector<std::string> m_termTexts{std::string()};
    std::vector<std::vector<Id>> m_byTerm; // of text
    std::array<std::unordered_map<Term, std::vector<Id>>, WordSpaces> m_byValue;
    std::array<Triggers, ExactSpaces> m_byExact;
    std::array<Triggers, ExactSpaces> m_byExactBeginning;
    std::map<std::string, std::vector<Id>> m_byState;
    struct Bounds {
        std::vector<std::pair<double, Id>> least; // ascending
        std::vector<std::pair<double, Id>> most; // descending
    };
    std::map<std::string, Bounds> m_byNumber;

    // Of the present article.
    const MatchedArticle* m_article = nullptr;
    std::uint32_t m_epoch = 0;
    std::vector<Places> m_places; // by term
    std::array<std::vector<std::vector<Token>>, WordSpaces> m_values;
    std::vector<std::vector<Word>> m_valueWords; // what the tokens' texts point into
    std::vector<Id> m_found;
    struct Answer {
        std::uint32_t epoch = 0;
        bool holds = false;
        bool given = false; // to eachThatHolds
    };
    std::vector<Answer> m_answers;
};

} // namespace desk
