// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "facts.h"

#include <base/strings.h>

#include <algorithm>
#include <set>

namespace engine {

namespace {

// Token range of the first of these phrases in the sentence; empty range when there is none.
std::pair<std::uint32_t, std::uint32_t> findAny(
    const std::vector<Phrase>& phrases, const Document& document, const TextSentence& sentence)
{
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
        for (const Phrase& phrase : phrases) {
            if (const std::uint32_t size = matchPhrase(phrase, document.tokens, at, sentence.lastToken);
                size > 0)
                return {at, at + size};
        }
    }
    return {0, 0};
}

// The quantity of this unit nearest to the byte position, of those that tell no other fact.
const base::Quantity* nearestQuantity(const Document& document, const TextSentence& sentence, base::Unit unit,
    std::uint32_t begin, const std::set<const base::Quantity*>& told)
{
    const base::Quantity* best = nullptr;
    std::uint32_t bestDistance = 0;
    for (std::uint32_t at = sentence.firstQuantity; at < sentence.lastQuantity; ++at) {
        const base::Quantity& quantity = document.quantities[at];
        if (quantity.unit != unit || told.contains(&quantity))
            continue;
        const std::uint32_t distance
            = quantity.span.begin > begin ? quantity.span.begin - begin : begin - quantity.span.begin;
        if (best == nullptr || distance < bestDistance) {
            best = &quantity;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace

base::Span clauseAround(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last)
{
    const auto border = [&](std::uint32_t at) {
        const std::string_view text = document.lower(sentence, document.tokens[at]);
        return text == "," || text == ";" || text == ":" || text == "\u2014" || text == "\u2013"
            || text == "(" || text == ")";
    };
    std::uint32_t begin = first;
    while (begin > sentence.firstToken && !border(begin - 1))
        --begin;
    std::uint32_t end = last;
    while (end < sentence.lastToken && !border(end))
        ++end;
    if (end - begin < 5)
        return sentence.span;
    while (end > begin + 1 && document.lower(sentence, document.tokens[end - 1]) == ".")
        --end;
    return document.span(sentence, begin, end);
}

std::string figureText(const base::Quantity& quantity)
{
    std::string text = base::collapsed(quantity.text);
    if (quantity.upper) {
        base::replaceAll(text, " to ", "\u2013");
        base::replaceAll(text, "-", "\u2013");
    }
    return text;
}

std::map<std::string, FoundFact> findFacts(const Playbook& playbook, const Document& document)
{
    std::map<std::string, FoundFact> found;
    std::set<const base::Quantity*> told; // one figure is not both what was done and what was expected
    for (const FactRule& rule : playbook.facts) {
        for (const TextSentence& sentence : document.sentences) {
            if (sentence.boilerplate || found.contains(rule.id))
                continue;
            const auto [first, last] = findAny(rule.any, document, sentence);
            if (first == last)
                continue;
            if (!rule.also.empty()) {
                const auto [alsoFirst, alsoLast] = findAny(rule.also, document, sentence);
                if (alsoFirst == alsoLast)
                    continue;
            }
            FoundFact fact;
            fact.clause = clauseAround(document, sentence, first, last);
            if (rule.quantity) {
                const base::Quantity* quantity
                    = nearestQuantity(document, sentence, *rule.quantity, document.tokens[first].begin, told);
                if (quantity == nullptr)
                    continue;
                told.insert(quantity);
                fact.figure = figureText(*quantity);
                fact.minDays = static_cast<int>(quantity->value);
                fact.days = static_cast<int>(quantity->upper.value_or(quantity->value));
                fact.clause.begin = std::min(fact.clause.begin, quantity->span.begin);
                fact.clause.end = std::max(fact.clause.end, quantity->span.end);
            }
            found.emplace(rule.id, std::move(fact));
        }
    }
    return found;
}

} // namespace engine
