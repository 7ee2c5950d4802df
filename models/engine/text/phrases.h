// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>
#include <engine/text/vocabulary.h>

#include <cstdint>
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

// Tokens from `at` that the phrase covers, or 0; never past `end`.
std::uint32_t matchPhrase(
    const Phrase& phrase, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end);

// Many phrases, found by their first word.
class PhraseSet final {
public:
    struct Hit {
        std::uint32_t phrase = 0; // number given to add
        std::uint32_t first = 0; // half-open token range
        std::uint32_t last = 0;
    };

    void add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary);
    bool empty() const { return m_phrases.empty(); }
    // Appends the phrases that start at this token, the longest first.
    void matchAt(
        const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const;
    // Whether any phrase starts at this token.
    bool anyAt(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const;

private:
    struct Entry {
        Phrase phrase;
        std::uint32_t number = 0;
    };

    // A phrase of a list; its second word turns most away without a look at the phrase.
    struct Start {
        std::uint32_t phrase = 0; // index in m_phrases
        std::int32_t second = -1; // -1: it has none
    };

    void collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
        std::vector<Hit>& hits) const;

    std::vector<Entry> m_phrases;
    std::vector<std::uint32_t> m_listOf; // by the id of the first word: 1 + index in m_lists, 0 for none
    std::vector<std::vector<Start>> m_lists;
};

} // namespace engine
