// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/phrases.h>
#include <engine/text/textmap.h>

#include <algorithm>
#include <span>

namespace engine {

// As what a phrase is meant: "cuts" the verb or "cuts" the noun.
enum class WordUse : std::uint8_t { Any, Noun, Verb };

// All phrases of the event rules by their first word, each with the slots (groups of words a pattern asks for
// at one place) it stands in. A sentence is looked through once; patterns then compare slot numbers.
class Triggers final {
public:
    using Hit = PhraseHit;

    std::uint32_t slots() const { return m_slotCount; }
    std::uint32_t phrases() const { return static_cast<std::uint32_t>(m_phrases.size()); }
    std::uint32_t addSlot() { return m_slotCount++; }
    void add(std::uint32_t slot, const std::string& words, WordUse use, Vocabulary& vocabulary);
    // Appends the phrases that start at this token.
    void matchAt(
        const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const;
    WordUse use(std::uint32_t phrase) const { return m_uses[phrase]; }
    // The slots a phrase stands in. Valid after close, as all below.
    std::span<const std::uint32_t> slotsOf(std::uint32_t phrase) const { return m_slots.of(phrase); }
    bool has(std::uint32_t phrase, std::uint32_t slot) const
    {
        const std::span<const std::uint32_t> slots = slotsOf(phrase);
        return std::find(slots.begin(), slots.end(), slot) != slots.end();
    }
    // Those of them that something begins with.
    std::span<const std::uint32_t> startsOf(std::uint32_t phrase) const { return m_starts.of(phrase); }
    // Ends the filling. `starts`: for each slot whether something begins with it.
    void close(const std::vector<bool>& starts);
    const std::string& text(std::uint32_t phrase) const { return m_phrases[phrase].text; }

private:
    struct Entry {
        std::string text;
        std::vector<std::uint32_t> slots; // rising
    };
    // Some numbers for each phrase, one after another.
    struct Lists {
        std::vector<std::uint32_t> from{0};
        std::vector<std::uint32_t> values;

        std::span<const std::uint32_t> of(std::uint32_t phrase) const
        {
            return std::span(values).subspan(from[phrase], from[phrase + 1] - from[phrase]);
        }
        void close() { from.push_back(static_cast<std::uint32_t>(values.size())); }
    };

    std::uint32_t m_slotCount = 0;
    std::vector<Entry> m_phrases;
    TextMap<std::uint32_t> m_known; // by use and words
    PhraseSet m_set; // Hit::phrase is an index in m_phrases
    std::vector<WordUse> m_uses; // by phrase
    Lists m_slots;
    Lists m_starts;
};

} // namespace engine
