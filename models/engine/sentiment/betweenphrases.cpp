// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "betweenphrases.h"

#include <string_view>

namespace engine {

bool BetweenPhrases::anotherSubject(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at + 2 < last; ++at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        if (word == "and" || word == "which")
            return true;
    }
    return false;
}

bool BetweenPhrases::ofHead(std::uint32_t first, std::uint32_t last) const
{
    constexpr std::uint32_t Reach = 4;
    if (first >= last || last - first > Reach)
        return false;
    for (std::uint32_t at = first - 1; at <= first; ++at) { // the phrase may hold the word itself: "yield on"
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        if (word == "of" || word == "on" || word == "for" || word == "against" || word == "in")
            return true;
    }
    return false;
}

bool BetweenPhrases::direct(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at < last; ++at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        for (const std::string_view end : {",", "and", "by", "to", "from", "in", "on", "at", "%", "of",
                 "for", "as", "than", "(", "but"}) {
            if (word == end)
                return false;
        }
    }
    return true;
}

bool BetweenPhrases::linked(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at < last; ++at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        if (word == "in" || word == "of")
            return true;
    }
    return false;
}

bool BetweenPhrases::passive(std::uint32_t verb) const
{
    if (verb == m_sentence.firstToken)
        return false;
    const std::string_view before = m_document.lower(m_sentence, m_document.tokens[verb - 1]);
    return before == "was" || before == "were" || before == "been" || before == "be" || before == "is"
        || before == "are" || before == "being";
}

bool BetweenPhrases::apart(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at < last; ++at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        for (const std::string_view border : {",", "after", "when", "because", "since", "before", "once", "where"}) {
            if (word == border)
                return true;
        }
    }
    return false;
}

bool BetweenPhrases::measured(std::uint32_t first) const
{
    if (first < m_sentence.lastToken && m_document.lower(m_sentence, m_document.tokens[first]) == "by")
        ++first;
    return first < m_sentence.lastToken && m_document.tokens[first].is(Number);
}

bool BetweenPhrases::leadsToAmount(std::uint32_t at, std::uint32_t last) const
{
    const auto lower
        = [&](std::uint32_t token) { return m_document.lower(m_sentence, m_document.tokens[token]); };
    if (at + 1 >= last || lower(at) != "than")
        return false;
    const std::string_view before = lower(at - 1);
    const std::string_view amount = lower(at + 1);
    return (before == "more" || before == "less" || before == "fewer")
        && (m_document.tokens[at + 1].is(Number) || amount == "$" || amount == "\u20AC"
            || amount == "\u00A3");
}

bool BetweenPhrases::commaBetween(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at < last; ++at) {
        if (m_document.lower(m_sentence, m_document.tokens[at]) == ",")
            return true;
    }
    return false;
}

bool BetweenPhrases::finished(std::uint32_t verb) const
{
    if (verb == m_sentence.firstToken)
        return false;
    const std::string_view before = m_document.lower(m_sentence, m_document.tokens[verb - 1]);
    return before == "has" || before == "have" || before == "had";
}

bool BetweenPhrases::tellsCause(std::uint32_t as, std::uint32_t last) const
{
    if (as + 2 >= last)
        return false;
    const std::string_view next = m_document.lower(m_sentence, m_document.tokens[as + 1]);
    for (const std::string_view other : {"a", "an", "of", "well", "against", "compared", "expected", "planned",
             "part", "much", "many", "to", "for", "in", "at", "his", "her", "chief", "per"}) {
        if (next == other)
            return false;
    }
    return true;
}

bool BetweenPhrases::tellsBefore(std::uint32_t after, std::uint32_t last) const
{
    if (after + 2 >= last || m_document.tokens[after + 1].is(Number) || m_document.tokens[after + 2].is(Number))
        return false;
    const std::string_view next = m_document.lower(m_sentence, m_document.tokens[after + 1]);
    return next != "tax" && next != "taxes" && next != "all" && next != "-" && next != "market" && next != "hours";
}

bool BetweenPhrases::joined(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at < last; ++at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        for (const std::string_view border : {",", "and", "but", "while", "as", "by", "after", "despite", "with", "to"}) {
            if (word == border)
                return false;
        }
    }
    return true;
}

std::uint32_t BetweenPhrases::planBefore(std::uint32_t ender, std::uint32_t first) const
{
    constexpr std::uint32_t Reach = 14;
    for (std::uint32_t at = ender; at > m_sentence.firstToken + 1 && ender - at < Reach; --at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at - 1]);
        if (word == "," || word == ";" || word == "after" || word == "because" || word == "that"
            || at < first)
            return ender;
        if (word != "to")
            continue;
        const std::string_view noun = m_document.lower(m_sentence, m_document.tokens[at - 2]);
        for (const std::string_view plan :
            {"plan", "plans", "proposal", "proposals", "bid", "bids", "effort", "efforts", "attempt",
                "attempts", "move", "moves", "scheme", "intention", "pledge", "threat", "threats"}) {
            if (noun == plan)
                return at - 1;
        }
    }
    return ender;
}

bool BetweenPhrases::reaches(std::uint32_t first, std::uint32_t last) const
{
    constexpr std::uint32_t Reach = 3;
    return first < last && last - first <= Reach
        && (m_document.lower(m_sentence, m_document.tokens[first]) == "to"
            || m_document.lower(m_sentence, m_document.tokens[first]) == "from");
}

bool BetweenPhrases::because(std::uint32_t first, std::uint32_t last) const
{
    for (std::uint32_t at = first; at < last; ++at) {
        const std::string_view word = m_document.lower(m_sentence, m_document.tokens[at]);
        if (word == "over" || word == "due" || word == "following" || word == "citing")
            return true;
    }
    return false;
}

bool BetweenPhrases::governs(std::uint32_t particle, std::uint32_t last, bool counted) const
{
    const std::string_view word = m_document.lower(m_sentence, m_document.tokens[particle]);
    if (word == "from" || word == "of")
        return counted;
    if (particle + 1 >= last)
        return false;
    const Token& token = m_document.tokens[particle + 1];
    if (token.is(Number))
        return true;
    const std::string_view next = m_document.lower(m_sentence, token);
    for (const std::string_view own : {"the", "a", "an", "its", "their", "his", "her", "this", "that", "all", "to"}) {
        if (next == own)
            return true;
    }
    return false;
}

} // namespace engine
