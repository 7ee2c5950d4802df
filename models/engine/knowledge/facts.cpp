// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "facts.h"

#include <base/strings.h>

#include <algorithm>
#include <set>

namespace engine {

namespace {

constexpr std::uint32_t QuotedWords = 6;

// Words that neither end nor make up a quotation.
bool isLittle(std::string_view word)
{
    constexpr std::string_view Little[] = {"the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from",
        "with", "and", "or", "but", "that", "which", "who", "as", "its", "their", "his", "her", "our", "is",
        "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "than", "into", "over",
        "after", "before", "while", "this", "these", "those", "it", "they", "he", "she", "we", "about", "per",
        "not", "no", "between", "because", "if", "when", "said", "says", "also", "some", "more", "most",
        "against", "under", "through", "during", "including", "such", "could", "may", "might", "should", "can",
        "do", "does", "did", "so", "up", "down", "out", "off", "where", "whose", "what", "how", "since",
        "until", "both", "either", "each", "every", "all", "any", "one", "two", "very", "too", "just", "$"};
    return std::find(std::begin(Little), std::end(Little), word) != std::end(Little);
}

// Where one fact's phrases stand.
struct Place {
    std::uint32_t sentence = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

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

std::string quoteFrom(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last)
{
    const auto border = [&](std::uint32_t at) {
        const Token& token = document.tokens[at];
        const std::string_view text = document.lower(sentence, token);
        return token.is(Punctuation) && text != "'s" && text != "\u2019s" && text != "%" && text != "$";
    };
    std::uint32_t end = first;
    while (end < sentence.lastToken && end < first + QuotedWords && (end < last || !border(end)))
        ++end;
    const auto word = [&](std::uint32_t at) { return document.lower(sentence, document.tokens[at]); };
    while (end > last && isLittle(word(end - 1)))
        --end;
    // A verb cut off from what it governs says nothing.
    std::uint32_t telling = 0;
    for (std::uint32_t at = first; at < end; ++at)
        telling += !isLittle(word(at)) && !document.tokens[at].is(Punctuation) ? 1 : 0;
    if (telling < 2)
        return {};
    const std::string text = base::collapsed(document.text(document.span(sentence, first, end)));
    if (text.size() > 80 || text.find_first_of("\"()[]{}") != std::string::npos
        || text.find("\u201C") != std::string::npos || text.find("\u201D") != std::string::npos)
        return {};
    return "\u201C" + text + "\u201D";
}

std::map<std::string, FoundFact> findFacts(const Playbook& playbook, const Document& document)
{
    std::vector<std::vector<Place>> places(playbook.facts.size());
    std::vector<std::set<std::uint32_t>> also(playbook.facts.size()); // sentences
    std::vector<PhraseHit> hits;
    for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
        const TextSentence& sentence = document.sentences[number];
        if (sentence.boilerplate)
            continue;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            hits.clear();
            playbook.any.matchAt(document.tokens, at, sentence.lastToken, hits);
            for (const PhraseHit& hit : hits) {
                std::vector<Place>& list = places[hit.phrase];
                if (list.empty() || list.back().sentence != number)
                    list.push_back({number, hit.first, hit.last});
            }
            hits.clear();
            playbook.also.matchAt(document.tokens, at, sentence.lastToken, hits);
            for (const PhraseHit& hit : hits)
                also[hit.phrase].insert(number);
        }
    }
    std::map<std::string, FoundFact> found;
    std::set<const base::Quantity*> told; // one figure is not both what was done and what was expected
    for (std::size_t number = 0; number < playbook.facts.size(); ++number) {
        const FactRule& rule = playbook.facts[number];
        // A headline tells a fact too, but only where the text below it does not.
        std::stable_partition(places[number].begin(), places[number].end(), [&](const Place& place) {
            return document.sentences[place.sentence].zone != Zone::Title;
        });
        for (const Place& place : places[number]) {
            if (rule.also && !also[number].contains(place.sentence))
                continue;
            const TextSentence& sentence = document.sentences[place.sentence];
            FoundFact fact;
            fact.clause = clauseAround(document, sentence, place.first, place.last);
            if (rule.quantity) {
                const base::Quantity* quantity = nearestQuantity(
                    document, sentence, *rule.quantity, document.tokens[place.first].begin, told);
                if (quantity == nullptr)
                    continue;
                told.insert(quantity);
                fact.figure = figureText(*quantity);
                fact.minDays = static_cast<int>(quantity->value);
                fact.days = rule.quantity == base::Unit::Duration
                    ? static_cast<int>(quantity->upper.value_or(quantity->value))
                    : 0;
                fact.clause.begin = std::min(fact.clause.begin, quantity->span.begin);
                fact.clause.end = std::max(fact.clause.end, quantity->span.end);
            }
            if (sentence.zone != Zone::Title)
                fact.quote = quoteFrom(document, sentence, place.first, place.last);
            found.emplace(rule.id, std::move(fact));
            break;
        }
    }
    return found;
}

} // namespace engine
