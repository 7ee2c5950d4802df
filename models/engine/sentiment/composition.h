// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/lexicon.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace engine {

// What a run of tokens says by the composition rules: directions bound to measures, polar words, phrases,
// comparisons of figures; turned by negators, scaled by modifiers. (After Malo et al. 2014, "Good debt or bad
// debt", extended.)
struct Composition {
    double value = 0; // unbounded sum of the clauses' values
    double bound = 0; // what directions bound to measures give to it
    double figures = 0; // what compared figures give
    double polar = 0; // what polar words and phrases give
    double alone = 0; // what directions without a measure give
    double lean = 0; // of the weaker words where nothing else speaks, −2…2; no part of `value` (leaning.h)
    double strongest = 0; // the part of the largest size
    int first = 0; // signs of the first and last part
    int last = 0;
    int positive = 0; // parts with a positive sign
    int negative = 0;
    bool negated = false;
    bool hedged = false;
    bool expected = false;
    bool opinion = false; // somebody's view is told
    std::string formula; // "loss(−) × narrow(−) = +"; empty when not asked for

    // Where the text says it: the first parts by their tokens.
    struct Said {
        std::uint32_t token = 0;
        float value = 0;
    };
    std::array<Said, 12> said{};
    std::uint32_t saidCount = 0;

    // The words and phrases the rules know, in order of text, and what they take each for. Made for the learned
    // half, so only the first are kept.
    struct Mark {
        std::uint32_t first = 0; // half-open token range
        std::uint32_t last = 0;
        SentimentRole role = SentimentRole::Polar;
        int value = 0;
    };
    std::array<Mark, 48> marks; // only the first `markCount` are set
    std::uint32_t markCount = 0;

    // The figures it sets against each other, whatever they count.
    struct Compared {
        bool found = false;
        std::int8_t order = 0; // of now to then: 1 more, −1 less, 0 the same
        bool forecast = false; // then is what was expected
        std::uint32_t now = 0; // tokens
        std::uint32_t then = 0;
    };
    Compared compared;

    void figuresSay(const Compared& further)
    {
        if (!compared.found)
            compared = further;
    }

    void mark(const Mark& known)
    {
        if (markCount < marks.size())
            marks[markCount++] = known;
    }

    void say(std::uint32_t token, double amount)
    {
        if (saidCount < said.size())
            said[saidCount++] = {token, static_cast<float>(amount)};
    }
    int parts() const { return positive + negative; }
    // Adds what a further sentence of the same text says.
    void add(const Composition& further);
};

enum class Formula { Written, Left };

// Tokens `first`…`last` of one sentence.
Composition compose(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last, Formula formula = Formula::Written);

} // namespace engine
