// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/text/phrases.h>

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

// One event type of resources/engine/events.toml.
struct EventType {
    std::string id; // "trade.tariff_impose"
    std::string label; // "tariffs imposed": for people
    double prior = 0.3; // M of the impact sum, 0…1
    int sign = 0; // for risk assets of the object; 0: depends on the case
    std::string reverse; // id of the counterpart, or empty
    bool undoing = false; // it is itself an undoing ("tariffs lifted"): words of undoing make it, not turn it
    double breadth = 0.55; // usual B, when the entities do not say
    double reference = 0; // size that counts as one unit of surprise: 7 (bp), 10 (%), …; 0: none
    std::vector<std::string> subjects; // kinds that may be its subject; empty: any
    std::vector<std::string> objects;
    std::string place; // "events.toml:12"
};

// What words around an event say about it.
enum class Operator : std::uint8_t {
    Reverse,
    Delay,
    Deny,
    Propose,
    Threaten,
    Rumour,
    Expect,
    Conditional,
    Negate
};

// How certain an event of this modality is, 0…1 (C of the impact sum).
double certaintyOf(base::Modality modality);

// Event types, their triggers and the operator words. Immutable after load; thread-safe.
class EventRules final {
public:
    // One element of a pattern: words, an entity of some kind, a quantity, after at most `gap` other tokens.
    struct Element {
        enum class What : std::uint8_t { Words, Entity, Percent, BasisPoints, Money, Quantity } what = What::Words;
        std::vector<Phrase> alternatives;
        std::string kind; // of Entity; "any" fits all
        int gap = 0;
    };
    struct Pattern {
        std::uint32_t type = 0;
        int sign = 2; // 2: the type's own
        std::vector<Element> elements; // the first is Words
        std::string text;
        std::string place;
    };
    // Noun and verb: an action upon a thing, in either order.
    struct Action {
        std::uint32_t type = 0;
        Phrase noun;
        std::string text; // the noun's words
    };

    static base::Result<std::shared_ptr<const EventRules>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<EventType>& types() const { return m_types; }
    int find(const std::string& id) const; // index in types(), or -1
    const std::vector<Pattern>& patterns() const { return m_patterns; }
    const std::vector<Action>& actions() const { return m_actions; }
    // Pattern or action numbers whose first word has this id; null when none.
    const std::vector<std::uint32_t>* patternsFor(std::int32_t word) const
    {
        return look(m_patternIndex, word);
    }
    const std::vector<std::uint32_t>* actionsFor(std::int32_t word) const
    {
        return look(m_actionIndex, word);
    }
    // Whether a verb phrase of this type starts at the token; gives its length in tokens, else 0.
    std::uint32_t verbAt(
        std::uint32_t type, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const;
    const PhraseSet& operators() const { return m_operators; } // Hit::phrase is an Operator
    const PhraseSet& surpriseWords() const { return m_surprise; } // 0: unexpected, 1: as expected

private:
    using Index = std::unordered_map<std::int32_t, std::vector<std::uint32_t>>;
    static const std::vector<std::uint32_t>* look(const Index& index, std::int32_t word)
    {
        const auto it = word < 0 ? index.end() : index.find(word);
        return it == index.end() ? nullptr : &it->second;
    }
    base::Outcome addPattern(
        std::uint32_t type, const std::string& text, const std::string& place, Vocabulary& vocabulary);

    std::vector<EventType> m_types;
    std::map<std::string, std::uint32_t> m_byId;
    std::vector<Pattern> m_patterns;
    std::vector<Action> m_actions;
    std::vector<PhraseSet> m_verbs; // one for each type
    Index m_patternIndex;
    Index m_actionIndex;
    PhraseSet m_operators;
    PhraseSet m_surprise;
};

} // namespace engine
