// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/hashing.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// What the pack's data know of a word form. Ids are dense and start at 0; -1 means "no rule mentions it".
struct WordIds {
    std::int32_t word = -1; // of the lower-cased form itself
    std::int32_t lemma = -1; // of its base form, when some rule asked for that lemma
};

// The words the pack's rules speak of, interned so that matching compares integers. Filled while the pack
// loads, then only read (safe from any thread).
class Vocabulary final {
public:
    // The id of a lower-case form; adds it when new.
    std::int32_t addWord(std::string_view lower);
    // The id of a lemma; adds it with its regular and irregular inflections (plural, -s, -ed, -ing, and
    // American and British spellings), each of which then finds this lemma.
    std::int32_t addLemma(std::string_view lower);
    WordIds find(std::string_view lower) const { return find(wordHash(lower)); }
    WordIds find(std::uint64_t hash) const { return m_slots[slotOf(hash)].ids; } // of the form's wordHash
    // Has what find will read brought near.
    void expect(std::uint64_t hash) const
    {
        __builtin_prefetch(&m_slots[placeOf(hash) & (m_slots.size() - 1)]);
    }
    std::string_view text(std::int32_t id) const { return m_texts[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return m_texts.size(); }

private:
    // Forms are told apart by 64 bits of hash: that any word of a text is taken for one of some hundred thousand
    // others is less likely than one in 10¹³.
    struct Slot {
        std::uint64_t hash = 0;
        WordIds ids; // word −1: free
    };

    static std::size_t placeOf(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 32)); }
    // The slot that holds the form, or the free one where it belongs.
    std::size_t slotOf(std::uint64_t hash) const;
    void grow();

    std::vector<Slot> m_slots = std::vector<Slot>(1U << 16); // open addressing, at most four fifths full
    std::vector<std::string> m_texts;
    std::vector<bool> m_isLemma; // by id: asked for as a lemma
};

// All inflected forms of an English lemma, the lemma itself first; verbs and nouns alike.
std::vector<std::string> inflections(std::string_view lemma);

} // namespace engine
