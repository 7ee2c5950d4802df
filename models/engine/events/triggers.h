// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/phrases.h>
#include <engine/text/textmap.h>

namespace engine {

// As what a phrase is meant: "cuts" the verb or "cuts" the noun.
enum class WordUse : std::uint8_t { Any, Noun, Verb };

// All phrases of the event rules by their first word, each with the slots (groups of words a pattern asks for
// at one place) it stands in. A sentence is looked through once; patterns then compare slot numbers.
class Triggers final {
public:
    using Hit = PhraseHit;

    std::uint32_t slots() const { return m_slotCount; }
    std::uint32_t addSlot() { return m_slotCount++; }
    void add(std::uint32_t slot, const std::string& words, WordUse use, Vocabulary& vocabulary);
    // Appends the phrases that start at this token.
    void matchAt(
        const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const;
    WordUse use(std::uint32_t phrase) const { return m_phrases[phrase].use; }
    const std::vector<std::uint32_t>& slotsOf(std::uint32_t phrase) const { return m_phrases[phrase].slots; }
    // One bit for each slot the phrase stands in: `words()` words of 64. Valid after close.
    const std::uint64_t* bits(std::uint32_t phrase) const { return &m_bits[phrase * words()]; }
    std::size_t words() const { return (m_slotCount + 63) / 64; }
    bool has(std::uint32_t phrase, std::uint32_t slot) const
    {
        return (bits(phrase)[slot / 64] >> (slot % 64) & 1) != 0;
    }
    // Ends the filling. `starts`: for each slot whether something begins with it.
    void close(const std::vector<bool>& starts);
    // The slots of a phrase that something begins with.
    const std::vector<std::uint32_t>& startsOf(std::uint32_t phrase) const
    {
        return m_phrases[phrase].starts;
    }
    const std::string& text(std::uint32_t phrase) const { return m_phrases[phrase].text; }

private:
    struct Entry {
        std::string text;
        WordUse use = WordUse::Any;
        std::vector<std::uint32_t> slots; // rising
        std::vector<std::uint32_t> starts;
    };

    std::uint32_t m_slotCount = 0;
    std::vector<Entry> m_phrases;
    TextMap<std::uint32_t> m_known; // by use and words
    PhraseSet m_set; // Hit::phrase is an index in m_phrases
    std::vector<std::uint64_t> m_bits;
};

} // namespace engine
