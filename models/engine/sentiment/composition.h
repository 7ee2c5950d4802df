// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/lexicon.h>

#include <string>
#include <vector>

namespace engine {

// What a run of tokens says by the composition rules: directions bound to measures, polar words, phrases,
// comparisons of figures; turned by negators, scaled by modifiers. (After Malo et al. 2014, "Good debt or bad
// debt", extended.)
struct Composition {
    double value = 0; // unbounded sum of the clauses' values
    int positive = 0; // parts with a positive sign
    int negative = 0;
    bool hedged = false;
    bool expected = false;
    bool opinion = false; // somebody's view is told
    std::string formula; // "loss(−) × narrow(−) = +"
};

// Tokens `first`…`last` of one sentence.
Composition compose(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last);

} // namespace engine
