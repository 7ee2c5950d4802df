// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/stories/evidence.h>
#include <engine/text/textmap.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace engine {

class Vocabulary;

// A word as stories compare it: the hash of its stem. 0 is none.
using Term = std::uint32_t;

Term termOf(std::string_view text);

// "raises", "raised" and "raising" have one stem. Takes lower-case ASCII; other words come back as they are.
std::string storyStem(std::string_view word);

// Words that say nothing of a story, words that newsrooms put for one another, what words are about, how
// common they are in news before any was seen, and what weighs how much. Immutable.
class StoryLexicon final {
public:
    static base::Result<std::shared_ptr<const StoryLexicon>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    bool isStop(std::string_view lowerWord) const { return m_stop.contains(lowerWord); }
    // The term of a lower-case word: of its stem, or of the word it stands for.
    Term term(std::string_view lowerWord) const;
    // In how many of 10,000 news items the term stands; what is not listed is rare.
    double frequency(Term term) const;
    bool isListed(Term term) const { return m_frequency.contains(term); }
    // +1 for words of rising, −1 of falling, 0 for others.
    int direction(Term term) const { return term == m_up ? 1 : term == m_down ? -1 : 0; }

    // Words of the kinds of news that come again and again, one bit each.
    enum Word : std::uint8_t { Market = 1, Move = 2, Results = 4, Indicator = 8, Trade = 16 };
    std::uint8_t wordKinds(Term term) const;
    // Whether a headline is one of those over several stories.
    bool isRoundUp(std::string_view lowerHeadline) const;
    // Whether a headline is of an explanation or a comment.
    bool isComment(std::string_view lowerHeadline) const;

    // Whether a headline tells that a rate was set.
    bool isRateDecision(std::string_view lowerHeadline) const;

    // The fields of news that a word, or two that follow each other, belong to. `before` may be empty.
    std::vector<Term> fields(std::string_view lowerBefore, std::string_view lowerWord) const;
    // How telling a field is: about 1 for one whose words stand in much news, 6 for one of rare words.
    double fieldRarity(Term field) const;
    // The entity id of the country such words tell of, or 0.
    Term country(std::string_view lowerBefore, std::string_view lowerWord) const;
    // Whether a country, by entity id, is in the news each day.
    bool isGreatPlace(Term country) const { return m_greatPlaces.contains(country); }
    // The country an institution, currency, index or official belongs to, by entity id, or 0.
    Term countryOf(Term entity) const;
    // The central bank an official speaks for, or 0.
    Term bankOf(Term official) const;

    // The central bank of a country, or 0.
    Term bankIn(Term country) const;

    Term stock() const { return m_stock; } // of "shares", "stock"
    Term ratesField() const { return m_rates; } // the field of central banks

    const StoryWeights& weights() const { return m_weights; }
    std::shared_ptr<const StoryLexicon> withWeights(const StoryWeights& weights) const;

private:
    base::Outcome loadFields(const base::ResourceFiles& files);
    base::Outcome loadPlaces(const base::ResourceFiles& files);

    TextSet m_stop;
    TextMap<Term> m_alike; // by stem
    std::unordered_map<Term, float> m_frequency;
    std::unordered_map<Term, std::uint8_t> m_kinds;
    std::vector<std::string> m_roundUps;
    std::vector<std::string> m_comments;
    std::vector<std::string> m_decisions;
    std::unordered_map<Term, std::vector<Term>> m_fields; // by stem, or two stems joined
    std::unordered_map<Term, double> m_fieldFrequency; // of 10,000 news items, by the words' frequencies
    std::unordered_map<Term, Term> m_countries; // by stem, or two stems joined
    std::unordered_set<Term> m_greatPlaces;
    std::unordered_map<Term, Term> m_countryOf;
    std::unordered_map<Term, Term> m_bankOf;
    std::unordered_map<Term, Term> m_bankIn;
    StoryWeights m_weights;
    Term m_up = termOf("up");
    Term m_down = termOf("down");
    Term m_stock = termOf("stock");
    Term m_rates = termOf("field:rates");
};

} // namespace engine
