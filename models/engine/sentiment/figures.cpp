// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "figures.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::uint32_t BracketReach = 6; // tokens between the two figures: "EUR 38.1 mn ( EUR 30.4 mn )"

double plainNumber(std::string_view text)
{
    double value = 0;
    double place = 0;
    for (const char c : text) {
        if (c == '.') {
            place = 0.1;
        } else if (c >= '0' && c <= '9') {
            value = place > 0 ? value + (c - '0') * place : value * 10 + (c - '0');
            place *= 0.1;
        }
    }
    return value;
}

bool isYear(std::string_view text)
{
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
}

// Whether the two count the same thing; a bare number beside an amount leaves its unit out.
bool alike(const base::Quantity& now, const base::Quantity& then)
{
    return now.unit == then.unit
        && (now.currency == then.currency || now.currency.empty() || then.currency.empty());
}

std::optional<ComparedFigures> ordered(const base::Quantity& now, const base::Quantity& then)
{
    if (now.value == then.value)
        return std::nullopt;
    return ComparedFigures{now.value > then.value, now.text, then.text};
}

// The quantity that holds this token, if any.
const base::Quantity* quantityAt(const Document& document, const TextSentence& sentence, const Token& token)
{
    for (std::uint32_t at = sentence.firstQuantity; at < sentence.lastQuantity; ++at) {
        const base::Quantity& quantity = document.quantities[at];
        if (quantity.span.begin <= token.begin && token.end <= quantity.span.end)
            return &quantity;
    }
    return nullptr;
}

// "an index of 51.4, compared with 49.9 in June": figures without a unit, decimals both.
std::optional<ComparedFigures> plainAround(
    const Document& document, const TextSentence& sentence, std::uint32_t border)
{
    constexpr std::uint32_t Reach = 8;
    const auto decimal = [&](std::uint32_t at) {
        return document.tokens[at].is(Number)
            && document.lower(sentence, document.tokens[at]).find('.') != std::string_view::npos;
    };
    std::uint32_t now = border;
    while (now > sentence.firstToken && border - now < Reach && !decimal(now))
        --now;
    std::uint32_t then = border + 1;
    while (then < sentence.lastToken && then - border < Reach && !decimal(then))
        ++then;
    if (then >= sentence.lastToken || !decimal(now) || !decimal(then))
        return std::nullopt;
    const std::string_view nowText = document.text(sentence, document.tokens[now]);
    const std::string_view thenText = document.text(sentence, document.tokens[then]);
    const double nowValue = plainNumber(nowText);
    const double thenValue = plainNumber(thenText);
    if (nowValue == thenValue)
        return std::nullopt;
    return ComparedFigures{nowValue > thenValue, nowText, thenText};
}

// "went to 96 from 101": numbers without a unit on both sides.
std::optional<ComparedFigures> plainToFrom(
    const Document& document, const TextSentence& sentence, std::uint32_t from)
{
    constexpr std::uint32_t Reach = 3; // tokens from a number to "from"
    const auto word = [&](std::uint32_t at) { return document.lower(sentence, document.tokens[at]); };
    const auto bare = [&](std::uint32_t at) {
        return document.tokens[at].is(Number)
            && quantityAt(document, sentence, document.tokens[at]) == nullptr;
    };
    const std::uint32_t then = from + 1;
    if (from < sentence.firstToken + 2 || then >= sentence.lastToken || !bare(then))
        return std::nullopt;
    for (std::uint32_t now = from; now-- > sentence.firstToken + 1 && from - now <= Reach;) {
        if (!document.tokens[now].is(Number))
            continue;
        const std::string_view nowText = document.text(sentence, document.tokens[now]);
        const std::string_view thenText = document.text(sentence, document.tokens[then]);
        const double nowValue = plainNumber(nowText);
        const double thenValue = plainNumber(thenText);
        if (word(now - 1) != "to" || !bare(now) || nowValue == thenValue || isYear(thenText))
            return std::nullopt;
        return ComparedFigures{nowValue > thenValue, nowText, thenText};
    }
    return std::nullopt;
}

} // namespace

std::optional<ComparedFigures> figuresAround(
    const Document& document, const TextSentence& sentence, std::uint32_t border)
{
    const std::uint32_t place = document.tokens[border].begin;
    const base::Quantity* now = nullptr;
    for (std::uint32_t at = sentence.firstQuantity; at < sentence.lastQuantity; ++at) {
        const base::Quantity& quantity = document.quantities[at];
        if (quantity.span.end > place)
            break;
        if (now == nullptr || quantity.unit != base::Unit::None)
            now = &quantity;
    }
    if (now == nullptr)
        return plainAround(document, sentence, border);
    for (std::uint32_t at = sentence.firstQuantity; at < sentence.lastQuantity; ++at) {
        const base::Quantity& then = document.quantities[at];
        if (then.span.begin < place || isYear(then.text))
            continue;
        if (alike(*now, then))
            return ordered(*now, then);
        // "14.1 million euros, versus 12.6 million"
        const bool bare = then.unit == base::Unit::None || then.unit == base::Unit::Count;
        if (bare && then.value >= 1000 && now->unit == base::Unit::Money)
            return ordered(*now, then);
    }
    return std::nullopt;
}

std::optional<ComparedFigures> figuresFromTo(
    const Document& document, const TextSentence& sentence, std::uint32_t border)
{
    const std::uint32_t place = document.tokens[border].end;
    for (std::uint32_t at = sentence.firstQuantity; at + 1 < sentence.lastQuantity; ++at) {
        const base::Quantity& then = document.quantities[at];
        const base::Quantity& now = document.quantities[at + 1];
        if (then.span.begin < place || isYear(then.text))
            continue;
        const std::string_view between = std::string_view(document.textOf(sentence.span.field))
                                             .substr(then.span.end, now.span.begin - then.span.end);
        if (between == " to " && alike(now, then) && !isYear(now.text))
            return ordered(now, then);
        break;
    }
    if (const auto found = figuresAround(document, sentence, border))
        return found;
    return plainToFrom(document, sentence, border);
}

std::optional<ComparedFigures> figuresInBrackets(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last)
{
    const auto lower = [&](std::uint32_t at) { return document.lower(sentence, document.tokens[at]); };
    for (std::uint32_t open = first + 1; open + 2 < last; ++open) {
        if (lower(open) != "(")
            continue;
        std::uint32_t then = open + 1;
        if (!document.tokens[then].is(Number))
            ++then;
        bool closed = false;
        for (std::uint32_t at = then + 1; at < std::min(last, then + BracketReach) && !closed; ++at)
            closed = lower(at) == ")";
        if (!closed || !document.tokens[then].is(Number))
            continue;
        for (std::uint32_t now = open; now-- > first && open - now <= BracketReach;) {
            if (!document.tokens[now].is(Number))
                continue;
            const std::string_view nowText = document.text(sentence, document.tokens[now]);
            const std::string_view thenText = document.text(sentence, document.tokens[then]);
            const base::Quantity* nowWhole = quantityAt(document, sentence, document.tokens[now]);
            const base::Quantity* thenWhole = quantityAt(document, sentence, document.tokens[then]);
            if (isYear(thenText))
                return std::nullopt;
            if (nowWhole != nullptr && thenWhole != nullptr && thenWhole->unit != base::Unit::None) {
                if (!alike(*nowWhole, *thenWhole))
                    return std::nullopt;
                return ordered(*nowWhole, *thenWhole);
            }
            const double nowValue = plainNumber(nowText);
            const double thenValue = plainNumber(thenText);
            if (nowValue == thenValue)
                return std::nullopt;
            return ComparedFigures{nowValue > thenValue, nowText, thenText};
        }
    }
    return std::nullopt;
}

std::uint32_t borderOfFigures(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last)
{
    const auto word = [&](std::uint32_t at) { return document.lower(sentence, document.tokens[at]); };
    for (std::uint32_t at = first + 1; at + 2 < last; ++at) {
        const bool after = word(at) == "after" || word(at) == "following";
        const bool beside = (word(at) == "over" || word(at) == "under") && word(at + 1) == "the";
        const bool estimate = word(at) == "est" || word(at) == "estimate" || word(at) == "consensus";
        if (((after || estimate) && (document.tokens[at + 1].is(Number) || document.tokens[at + 2].is(Number)))
            || (beside && document.tokens[at + 2].is(Number)))
            return at;
    }
    return last;
}

} // namespace engine
