// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/lexicon.h>

#include <cstdint>
#include <vector>

namespace engine {

// Finds the pairs of the lexicon in a run of tokens, over fillers and figures between their words: "cut its
// quarterly dividend". To be asked from left to right.
class PairFinder final {
public:
    PairFinder(const SentimentLexicon& lexicon, const Document& document, std::uint32_t first, std::uint32_t last);

    // Puts the longest pair that starts at this token into `hits`, in tokens of the document. To be asked
    // where one may begin.
    void matchAt(std::uint32_t at, std::vector<PhraseSet::Hit>& hits);

private:
    void leaveFillers();

    const SentimentLexicon& m_lexicon;
    const Document& m_document;
    std::uint32_t m_first;
    std::uint32_t m_last;
    bool m_left = false; // whether the fillers are left out: not before the first question
    std::vector<Token> m_tokens; // without the fillers
    std::vector<std::uint32_t> m_places; // of them in the document
    std::size_t m_at = 0;
};

} // namespace engine
