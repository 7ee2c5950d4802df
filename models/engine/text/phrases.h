// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>
#include <engine/text/vocabulary.h>

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Phrases as the pack's files write them: words separated by spaces, each matched as a lemma with its
// inflections; "=shares" matches that form alone.
namespace engine {

struct PhraseWord {
    std::int32_t id = -1;
    bool exact = false;

    bool fits(const Token& token) const
    {
        return (exact ? token.word : token.lemma) == id || token.word == id;
    }
};

using Phrase = std::vector<PhraseWord>;

Phrase compilePhrase(std::string_view text, Vocabulary& vocabulary);
// Appends the words of a phrase.
void compilePhrase(std::string_view text, Vocabulary& vocabulary, std::vector<PhraseWord>& words);

// Tokens from `at` that the phrase covers, or 0; never past `end`.
std::uint32_t matchPhrase(
    std::span<const PhraseWord> phrase, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end);

struct PhraseHit {
    std::uint32_t phrase = 0; // number given to add
    std::uint32_t first = 0; // half-open token range
    std::uint32_t last = 0;

    std::uint32_t size() const { return last - first; }
};

// Many phrases, found by their first two words. All are added, then it is closed, then asked (safe from any
// thread).
class PhraseSet final {
public:
    using Hit = PhraseHit;

    void add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary);
    void close();
    bool empty() const { return m_starts.empty(); }
    bool begins(std::int32_t word) const // whether one begins with that word
    {
        const auto at = static_cast<std::size_t>(word);
        return word >= 0 && at + 1 < m_firsts.size() && m_firsts[at] != m_firsts[at + 1];
    }
    // Appends the phrases that start at this token, the longest first.
    void matchAt(
        const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const;
    // Appends those that begin with this word, in no order: the token's own, or its lemma.
    void collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
        std::vector<Hit>& hits) const;

private:
    struct Start {
        std::int32_t second = -1; // id of the second word, −1: there is none
        std::uint32_t number = 0;
        std::uint32_t further = 0; // index in m_further of its third word
        std::uint16_t size = 0; // words
        bool exactFirst = false;
        bool exactSecond = false;
    };

    std::size_t bitOf(std::int32_t first, std::int32_t second) const
    {
        const std::uint32_t mixed = static_cast<std::uint32_t>(first) * 0x9E3779B1U
            ^ static_cast<std::uint32_t>(second) * 0x85EBCA77U;
        return ((mixed ^ mixed >> 15) * 0x2C1B3C6DU >> 7) & (m_pairs.size() * 64 - 1);
    }
    bool mayBegin(std::int32_t first, std::int32_t second) const
    {
        const std::size_t bit = bitOf(first, second);
        return (m_pairs[bit / 64] >> bit % 64 & 1) != 0;
    }

    static constexpr std::size_t BitsPerStart = 16;

    // Two words that may begin a phrase: most words that begin one are followed by others.
    std::vector<std::uint64_t> m_pairs;
    std::vector<std::int32_t> m_firstOf; // of each start its first word, until it is closed
    std::vector<std::uint32_t> m_firsts; // by word id: the first of those that begin with it
    std::vector<Start> m_starts; // closed: by their first word, then by their second
    std::vector<PhraseWord> m_further; // third words and all after them
};

// The same of some dozen phrases, without a table of all words.
class FewPhrases final {
public:
    void add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary);
    void matchAt(
        const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<PhraseHit>& hits) const;

private:
    struct Start {
        std::int32_t first = -1; // id of the first word
        std::uint32_t number = 0;
        std::uint32_t begin = 0; // in m_words
        std::uint32_t size = 0;

        bool operator<(const Start& other) const { return first < other.first; }
    };

    void collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
        std::vector<PhraseHit>& hits) const;

    std::vector<PhraseWord> m_words; // of all phrases
    std::vector<Start> m_starts; // by the first word
    std::bitset<512> m_firsts; // ids of first words, folded: most words begin none
};

} // namespace engine
