// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/events/triggers.h>
#include <engine/events/typing.h>

#include <map>
#include <memory>
#include <string>
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
    int above = 0; // its polarity for a figure above what was expected; below it the other; 0: not asked
    double breadth = 0.55; // usual B, when the entities do not say
    double reference = 0; // size that counts as one unit of surprise: 7 (bp), 10 (%), …; 0: none
    std::vector<std::string> subjects; // kinds that may be its subject; empty: any actor
    std::vector<std::string> objects;
    bool suffers = false; // who is named alone is its object, not its subject (ratings, lawsuits)
    bool mutual = false; // of two named together one is its subject, the other its object (mergers, talks)
    std::vector<std::uint32_t> insteadOf; // types it stands for, when both are found in one sentence
    std::vector<std::uint32_t> unless; // slots that forbid it in their sentence
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
constexpr std::uint32_t OperatorCount = 9;

// How certain an event of this modality is, 0…1 (C of the impact sum).
double certaintyOf(base::Modality modality);

// Event types, their patterns, what is learned of them, and the operator words. Immutable after load;
// thread-safe.
class EventRules final {
public:
    // One element of a pattern: words, an entity of some kind, a figure, any of them ("<bp>|notch|<pct>"),
    // after at most `gap` other tokens.
    struct Element {
        enum Figures : std::uint8_t { NoFigure = 0, Percent = 1, BasisPoints = 2, Money = 4, Quantity = 8 };
        static constexpr std::uint32_t NoWords = ~std::uint32_t{0};
        std::uint32_t slot = NoWords; // its words
        bool never = false; // words that must not stand up to the next element
        bool entity = false;
        std::vector<std::string> kinds; // of the entity; empty fits all
        std::uint8_t figures = NoFigure; // the kinds of figure it takes
        std::uint32_t gap = 0;

        bool onlyWords() const { return !entity && figures == NoFigure; }
    };
    struct Pattern {
        std::uint32_t type = 0;
        int sign = 2; // 2: the type's own
        bool unbroken = false; // no comma, dash or bracket between its elements
        std::vector<Element> elements; // the first is no `never`
        std::vector<std::uint32_t> needs; // slots of its further words: all must stand in the sentence
        std::string rule; // "events#type/3": the third of its patterns
    };
    // A pattern that begins with an entity or a figure, and the first slot it needs.
    struct Opening {
        static constexpr std::uint32_t Nothing = ~std::uint32_t{0};
        std::uint32_t pattern = 0;
        std::uint32_t needs = Nothing;
    };
    // Nouns and verbs: an action upon a thing, in either order.
    struct Action {
        std::uint32_t type = 0;
        std::uint32_t nouns = 0; // slots
        std::uint32_t verbs = 0;
        std::string rule; // "events#type/", to be followed by the noun
    };

    static base::Result<std::shared_ptr<const EventRules>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<EventType>& types() const { return m_types; }
    int find(const std::string& id) const; // index in types(), or -1
    const std::vector<Pattern>& patterns() const { return m_patterns; }
    const std::vector<Action>& actions() const { return m_actions; }
    const Triggers& triggers() const { return m_triggers; }
    const EventTyping& typing() const { return *m_typing; }
    // Numbers of the patterns and actions that begin with this slot.
    const std::vector<std::uint32_t>& patternsOf(std::uint32_t slot) const { return m_patternsOf[slot]; }
    const std::vector<Opening>& entityPatterns() const { return m_entityPatterns; }
    const std::vector<Opening>& figurePatterns() const { return m_figurePatterns; }
    const std::vector<std::uint32_t>& actionsOf(std::uint32_t slot) const { return m_actionsOf[slot]; }
    // Types of which a pattern or action begins with this phrase, rising.
    const std::vector<std::uint32_t>& typesOf(std::uint32_t phrase) const { return m_typesOf[phrase]; }
    static std::uint32_t slotOf(Operator value) { return static_cast<std::uint32_t>(value); }
    // Slots of words that may be noun or verb, and of words of surprise and of the expected.
    static constexpr std::uint32_t Either = OperatorCount;
    static constexpr std::uint32_t Unexpected = OperatorCount + 1;
    static constexpr std::uint32_t AsExpected = OperatorCount + 2;
    const PhraseSet& surpriseWords() const { return m_surprise; } // 0: unexpected, 1: as expected
    // 0: above what was expected, 1: below it, 2: a measure that is better when lower ("jobless"), 3:
    // falling, which turns the two when it stands right before them.
    const PhraseSet& comparisonWords() const { return m_comparison; }
    // Types of which a trigger word stands in the document, whatever is around it: what a plain word list
    // would say. For comparison only.
    std::vector<std::uint32_t> triggered(const Document& document) const;

private:
    class Reader; // of events.toml

    std::vector<EventType> m_types;
    std::map<std::string, std::uint32_t> m_byId;
    std::vector<Pattern> m_patterns;
    std::vector<Action> m_actions;
    std::vector<std::vector<std::uint32_t>> m_patternsOf; // by slot
    std::vector<std::vector<std::uint32_t>> m_actionsOf;
    std::vector<std::vector<std::uint32_t>> m_typesOf; // by phrase
    std::vector<Opening> m_entityPatterns;
    std::vector<Opening> m_figurePatterns;
    Triggers m_triggers;
    std::shared_ptr<const EventTyping> m_typing;
    PhraseSet m_surprise;
    PhraseSet m_comparison;
};

} // namespace engine
