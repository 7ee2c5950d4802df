// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <cstdint>

namespace engine {

// What the tokens between two phrases of one sentence say of how they belong together. Half-open indices.
class BetweenPhrases final {
public:
    BetweenPhrases(const Document& document, const TextSentence& sentence)
        : m_document(document)
        , m_sentence(sentence)
    {
    }

    // "profit rose and the krona fell": what stands before "and" is no subject of what comes well after.
    bool anotherSubject(std::uint32_t first, std::uint32_t last) const;
    // "the cost of sales": whether what stands before is the head of what comes soon after.
    bool ofHead(std::uint32_t first, std::uint32_t last) const;
    // Whether nothing stands between a verb and its object that would end the phrase.
    bool direct(std::uint32_t first, std::uint32_t last) const;
    // "a fall in costs"
    bool linked(std::uint32_t first, std::uint32_t last) const;
    // "costs were cut": the token before the verb.
    bool passive(std::uint32_t verb) const;
    // "the threat has passed", "fears are easing"
    bool finished(std::uint32_t verb) const;
    // "slid into default after lenders refused": the one is told beside the other.
    bool apart(std::uint32_t first, std::uint32_t last) const;
    // "found no evidence of fraud": nothing between them begins something else.
    bool joined(std::uint32_t first, std::uint32_t last) const;
    // The "to" of "plans to …" before this verb, or the verb itself where there is none from `first` on.
    std::uint32_t planBefore(std::uint32_t ender, std::uint32_t first) const;
    // "climbed to a five-year high"
    bool reaches(std::uint32_t first, std::uint32_t last) const;
    // "postponed the meeting over a dispute": what comes after the verb is why.
    bool because(std::uint32_t first, std::uint32_t last) const;
    // "fell as demand weakened", but not "as of May", "as well as", "as a result".
    bool tellsCause(std::uint32_t as, std::uint32_t last) const;
    // "took it off the list", "freed 40 million of its reserves", unlike "called it off", "freed it from debt":
    // whether the particle belongs to what follows rather than to the verb.
    bool governs(std::uint32_t particle, std::uint32_t last, bool counted) const;
    // "rose after a week of falls", but not "52.3 after 49.8", "after tax"
    bool tellsBefore(std::uint32_t after, std::uint32_t last) const;
    // "up 3%", "down by 200 points"
    bool measured(std::uint32_t first) const;
    // "carries more than 400 kilograms": whether what ends before `at` only leads to an amount.
    bool leadsToAmount(std::uint32_t at, std::uint32_t last) const;
    bool commaBetween(std::uint32_t first, std::uint32_t last) const;

private:
    const Document& m_document;
    const TextSentence& m_sentence;
};

} // namespace engine
