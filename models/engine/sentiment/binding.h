// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "betweenphrases.h"
#include "sentimentphrase.h"

#include <cstddef>
#include <vector>

namespace engine {

// Which of the phrases of a sentence a direction moves, and what else has a hand in that movement. Phrases by
// their index; a clause is the half-open range `begin`…`end` of them.
class Binding final {
public:
    Binding(std::vector<SentimentPhrase>& parts, const BetweenPhrases& between)
        : m_parts(parts)
        , m_between(between)
    {
    }

    SentimentPhrase* nearestMeasure(std::size_t direction, std::size_t begin, std::size_t end);
    // "wheat futures", "buyback programme": what stands right beside is of it.
    void useCompound(SentimentPhrase& noun, std::size_t begin, std::size_t end);
    // "the recovery in bookings petered out": what is good or bad by itself moves, not what it is of.
    bool headed(const SentimentPhrase& measure, const SentimentPhrase& moves, std::size_t begin) const;
    // "the slide in sales ended", "halted the rise in costs", "the fall in orders slowed": what turns a
    // movement, or speeds it.
    SentimentPhrase* turnOf(const SentimentPhrase& moves, const SentimentPhrase& measure, std::size_t begin, std::size_t end);
    // "the yen's fall lifts profits", "higher fuel prices cut margins": what moves only makes something else move.
    bool causes(const SentimentPhrase& moves, const SentimentPhrase& measure, std::size_t end) const;
    // "hopes of a deal faded", "chances of a default rose": what the head of such a noun is of is said with
    // it; its sign, 0 where there is none.
    int carried(
        const SentimentPhrase& head, const SentimentPhrase& moves, std::size_t begin, std::size_t end);
    // "raised its estimate of storm claims": the bad measure that a pair puts up or down, or none.
    const SentimentWord* badEstimate(std::size_t pair, std::size_t end) const;

private:
    bool movesBetween(std::uint32_t first, std::uint32_t last, std::size_t begin, std::size_t end) const;

    std::vector<SentimentPhrase>& m_parts;
    const BetweenPhrases& m_between;
};

} // namespace engine
