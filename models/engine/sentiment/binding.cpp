// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "binding.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::uint32_t LeftReach = 16; // tokens from a measure to the direction after it
constexpr std::uint32_t RightReach = 6; // and from a direction to the measure after it
constexpr std::uint32_t TurnReach = 3; // from a movement to what stops or speeds it
constexpr std::uint32_t EstimateReach = 4; // from an estimate to what it is of
constexpr std::uint32_t CarriedReach = 7; // from "chances of" to what became of them
constexpr double AfterVerb = 20; // tokens by which a transitive's object is nearer

} // namespace

SentimentPhrase* Binding::nearestMeasure(std::size_t direction, std::size_t begin, std::size_t end)
{
    const SentimentPhrase& from = m_parts[direction];
    SentimentPhrase* best = nullptr;
    double bestDistance = LeftReach + AfterVerb;
    for (std::size_t at = begin; at < end; ++at) {
        SentimentPhrase& part = m_parts[at];
        const bool left = part.last <= from.first;
        // "quickened to 3 percent, above the target": it is still that measure
        if (part.measure == nullptr || (part.used && !(left && from.direction->comparing)) || at == direction
            || part.word->role == SentimentRole::Pair
            || (!left && from.measure != nullptr && !m_between.linked(from.last, part.first)))
            continue;
        double distance = left ? from.first - part.last : part.first - from.last;
        const bool measuredBy = !left && from.direction->comparing && part.measure->benchmark;
        if (distance > (left ? LeftReach : RightReach) || (left && m_between.anotherSubject(part.last, from.first))
            || (!left && from.direction->intransitive && !m_between.linked(from.last, part.first)))
            continue;
        if (measuredBy)
            distance += AfterVerb; // "costs exceeded the forecast": the costs did
        else if (left)
            distance -= 0.5; // "sales fell": what moves stands before
        else if (from.direction->transitive && !m_between.passive(from.first) && m_between.direct(from.last, part.first))
            distance -= AfterVerb;
        if (distance < bestDistance
            && !(left && best != nullptr && best->last <= part.first && m_between.ofHead(best->last, part.first))) {
            best = &part;
            bestDistance = distance;
        }
    }
    // "cut customers' handling costs": the last of a chain of nouns is the head.
    if (best != nullptr && best->first >= from.last) {
        for (std::size_t at = begin; at < end; ++at) {
            SentimentPhrase& part = m_parts[at];
            if (part.measure != nullptr && !part.used && part.first >= best->last
                && part.first - best->last <= 3 && m_between.direct(best->last, part.first)
                && !movesBetween(best->last, part.first, begin, end))
                best = &part;
        }
    }
    // "raised its deficit forecast", "its estimate of storm claims": what is estimated is the head.
    if (best != nullptr && best->measure->benchmark) {
        for (std::size_t at = begin; at < end; ++at) {
            SentimentPhrase& part = m_parts[at];
            if (part.measure == nullptr || part.measure->value > 0 || part.word->role == SentimentRole::Pair)
                continue;
            if (part.last == best->first
                || (part.first > best->last && part.first - best->last <= EstimateReach
                    && m_between.ofHead(best->last, part.first))) {
                part.used = best->used = true;
                best = &part;
                break;
            }
        }
    }
    // "operating loss": a bad measure right after a good one is the head.
    if (best != nullptr) {
        for (std::size_t at = begin; at < end; ++at) {
            SentimentPhrase& part = m_parts[at];
            if (part.measure != nullptr && part.measure->value < 0 && part.first == best->last)
                best = &part;
        }
    }
    return best;
}

bool Binding::movesBetween(std::uint32_t first, std::uint32_t last, std::size_t begin, std::size_t end) const
{
    for (std::size_t at = begin; at < end; ++at) {
        if (m_parts[at].direction != nullptr && m_parts[at].first >= first && m_parts[at].last <= last)
            return true;
    }
    return false;
}

int Binding::carried(
    const SentimentPhrase& head, const SentimentPhrase& moves, std::size_t begin, std::size_t end)
{
    const SentimentWord& word = head.measure != nullptr ? *head.measure : *head.word;
    if (head.last > moves.first || moves.first - head.last > CarriedReach || !word.text.ends_with(" of"))
        return 0;
    int worth = 0;
    for (std::size_t at = begin; at < end; ++at) {
        SentimentPhrase& part = m_parts[at];
        if (part.used || part.first < head.last || part.last > moves.first)
            continue;
        const int own = part.word->role == SentimentRole::Pair ? part.word->value : worthOf(part);
        worth = worth == 0 ? own : worth;
        part.used = true;
    }
    return worth;
}

const SentimentWord* Binding::badEstimate(std::size_t pair, std::size_t end) const
{
    const SentimentPhrase& part = m_parts[pair];
    const std::string& text = part.word->text;
    if (part.word->role != SentimentRole::Pair
        || !(text.ends_with("estimate") || text.ends_with("forecast") || text.ends_with("projection")
            || text.ends_with("outlook")))
        return nullptr;
    for (std::size_t at = pair + 1; at < end; ++at) {
        const SentimentPhrase& next = m_parts[at];
        if (next.first > part.last && next.first - part.last <= EstimateReach && next.measure != nullptr)
            return next.measure->value < 0 && m_between.ofHead(part.last, next.first) ? next.measure
                                                                                      : nullptr;
    }
    return nullptr;
}

void Binding::useCompound(SentimentPhrase& noun, std::size_t begin, std::size_t end)
{
    noun.used = true;
    for (std::size_t at = begin; at < end; ++at) {
        SentimentPhrase& part = m_parts[at];
        if ((part.last == noun.first || part.first == noun.last)
            && (part.word->role == SentimentRole::Measure
                || (part.last == noun.first && (part.word->role == SentimentRole::Event || part.word->role == SentimentRole::Polar))))
            part.used = true;
    }
}

bool Binding::headed(const SentimentPhrase& measure, const SentimentPhrase& moves, std::size_t begin) const
{
    if (measure.last > moves.first || moves.first - measure.last > TurnReach)
        return false;
    for (std::size_t at = begin; m_parts[at].last <= measure.first; ++at) {
        const SentimentPhrase& part = m_parts[at];
        if (!part.used && part.word->role == SentimentRole::Polar && m_between.linked(part.last, measure.first)
            && m_between.ofHead(part.last, measure.first))
            return true;
    }
    return false;
}

SentimentPhrase* Binding::turnOf(const SentimentPhrase& moves, const SentimentPhrase& measure, std::size_t begin, std::size_t end)
{
    const bool compound = measure.last == moves.first && moves.measure != nullptr; // "sales growth"
    const std::uint32_t last = std::max(moves.last, measure.last);
    if (!compound && (measure.first < moves.last || !m_between.linked(moves.last, measure.first)))
        return nullptr;
    for (std::size_t at = begin; at < end; ++at) {
        SentimentPhrase& part = m_parts[at];
        const bool ends = part.ender != nullptr && part.starter == nullptr;
        const bool after = part.first >= last;
        if (part.used || &part == &moves || &part == &measure || part.word->role == SentimentRole::Pair
            || (part.word->role == SentimentRole::Direction ? !after : !ends))
            continue;
        if (after ? part.first - last <= TurnReach && !m_between.apart(last, part.first)
                    && m_between.direct(last, part.first)
                  : part.last <= moves.first && moves.first - part.last <= TurnReach
                    && m_between.direct(part.last, moves.first)) {
            part.used = true;
            return &part;
        }
    }
    return nullptr;
}

bool Binding::causes(const SentimentPhrase& moves, const SentimentPhrase& measure, std::size_t end) const
{
    const std::uint32_t last = std::max(moves.last, measure.last);
    for (std::size_t at = 0; at + 1 < end; ++at) {
        const SentimentPhrase& next = m_parts[at];
        if (next.first >= last && next.first - last <= 1 && next.direction != nullptr && next.direction->transitive
            && m_parts[at + 1].measure != nullptr && m_between.direct(next.last, m_parts[at + 1].first))
            return true;
    }
    return false;
}

} // namespace engine
