// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "wordclass.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 33> Determiners{"the", "a", "an", "its", "their", "his", "her", "our",
    "my", "your", "this", "that", "these", "those", "any", "some", "no", "each", "every", "another", "more",
    "fewer", "further", "new", "all", "both", "such", "other", "fresh", "deeper", "bigger", "several",
    "whose"};
constexpr std::array<std::string_view, 29> Prepositions{"of", "in", "on", "at", "by", "for", "with", "from",
    "into", "over", "under", "after", "before", "amid", "against", "between", "through", "during", "without",
    "despite", "since", "until", "via", "towards", "toward", "across", "about", "upon", "than"};
constexpr std::array<std::string_view, 21> Auxiliaries{"will", "would", "can", "could", "may", "might",
    "shall", "should", "must", "n't", "did", "does", "do", "cannot", "didn't", "won't", "doesn't", "don't",
    "wouldn't", "couldn't", "'ll"};
constexpr std::array<std::string_view, 9> Be{"is", "are", "was", "were", "be", "been", "being", "get", "got"};
constexpr std::array<std::string_view, 14> Finite{"is", "are", "was", "were", "has", "have", "had", "will",
    "would", "could", "may", "might", "can", "should"};
constexpr std::array<std::string_view, 12> Pronouns{
    "it", "they", "he", "she", "we", "who", "which", "that", "i", "you", "what", "there"};
constexpr std::array<std::string_view, 13> Particles{
    "off", "back", "up", "down", "out", "them", "itself", "it", "away", "him", "$", "\u20AC", "\u00A3"};
// Nouns that join with the noun after them: "rate cuts", "price rise".
constexpr std::array<std::string_view, 57> Joining{"price", "rate", "job", "output", "supply", "production",
    "tax", "spending", "budget", "interest", "wage", "cost", "dividend", "staff", "export", "import", "power",
    "tariff", "emission", "emissions", "growth", "oil", "crude", "gas", "quota", "capacity", "workforce",
    "pay", "drone", "air", "takeover", "merger", "share", "stock", "bond", "debt", "fund", "trade", "labour",
    "labor", "action", "business", "investment", "rescue", "aid", "travel", "point", "basis-point",
    "half-point", "quarter-point", "inventory", "jobs", "cash", "peace", "product", "safety", "strike"};
constexpr std::array<std::string_view, 52> StrongPast{"cut", "hit", "rose", "fell", "won", "shut", "put",
    "set", "made", "took", "struck", "sold", "bought", "held", "kept", "gave", "lost", "beat", "broke",
    "sank", "drew", "grew", "left", "met", "said", "went", "paid", "sought", "slid", "swung", "spun", "sued",
    "quit", "began", "became", "came", "saw", "ran", "led", "built", "bid", "withdrew", "undershot", "lent",
    "froze", "shed", "drove", "tore", "spread", "chose", "sent", "spent"};
// Of these the base form is the past form.
constexpr std::array<std::string_view, 11> SamePast{
    "cut", "hit", "put", "set", "shut", "beat", "bid", "quit", "spread", "shed", "split"};

} // namespace

SentenceWords::SentenceWords(const Document& document, const std::vector<std::int32_t>& mentionAt)
    : m_document(document)
    , m_mentionAt(mentionAt)
{
}

std::string_view SentenceWords::lower(std::uint32_t at) const
{
    return at >= m_sentence->firstToken && at < m_sentence->lastToken
        ? m_document.lower(*m_sentence, m_document.tokens[at])
        : std::string_view();
}

bool SentenceWords::clauseBorder(std::uint32_t at) const
{
    const std::string_view text = lower(at);
    if (text.empty() || text.size() > 8)
        return false;
    if (text == "as")
        return lower(at - 1) != "such" && lower(at - 1) != "known" && lower(at + 1) != "well"
            && lower(at + 1) != "expected" && lower(at + 1) != "forecast" && lower(at + 1) != "part"
            && lower(at + 1) != "much" && lower(at - 1) != "as";
    return text == ";" || text == ":" || text == "but" || text == "while" || text == "although"
        || text == "whereas" || text == "\u2014" || text == "because" || text == "though";
}

bool SentenceWords::borderBetween(std::uint32_t from, std::uint32_t to) const
{
    for (std::uint32_t at = from; at < to; ++at) {
        if (clauseBorder(at))
            return true;
    }
    return false;
}

bool SentenceWords::isPreposition(std::uint32_t at) const { return isOneOf(lower(at), Prepositions); }
bool SentenceWords::isDeterminer(std::uint32_t at) const { return isOneOf(lower(at), Determiners); }

std::uint32_t SentenceWords::before(std::uint32_t at) const
{
    std::uint32_t back = at;
    while (back > m_sentence->firstToken) {
        --back;
        const std::string_view text = lower(back);
        const bool adverb = (text.size() > 4 && text.ends_with("ly") && text != "supply" && text != "family")
            || text == "not" || text == "also" || text == "again" || text == "now" || text == "then"
            || text == "already" || text == "soon" || text == "still" || text == "never";
        if (!adverb)
            return back;
    }
    return at;
}

bool SentenceWords::opensObject(std::uint32_t at) const
{
    const std::string_view text = lower(at);
    return token(at).is(Number) || isOneOf(text, Particles) || (isOneOf(text, Determiners) && text != "that");
}

bool SentenceWords::finite(std::uint32_t at) const { return isOneOf(lower(at), Finite); }

bool SentenceWords::isPast(std::uint32_t at) const
{
    const std::string_view text = lower(at);
    return (text.size() > 3 && text.ends_with("ed")) || isOneOf(text, StrongPast);
}

bool SentenceWords::describes(std::uint32_t at) const
{
    const std::string_view text = lower(at);
    if (!text.ends_with("ed") || at == m_sentence->firstToken || at + 1 >= m_sentence->lastToken)
        return false;
    const std::uint32_t prev = before(at);
    const bool opened
        = isDeterminer(prev) || isPreposition(prev) || lower(prev) == "'s" || lower(prev) == "\u2019s";
    const Token& next = token(at + 1);
    return opened && !next.is(Punctuation) && !next.is(Number) && !isPreposition(at + 1)
        && !isDeterminer(at + 1) && lower(at + 1) != "to";
}

bool SentenceWords::isVerb(std::uint32_t at) const
{
    const std::string_view text = lower(at);
    if (text.ends_with("ed"))
        return !describes(at);
    const std::uint32_t prev = before(at);
    const std::uint32_t next = at + 1;
    const bool last = next >= m_sentence->lastToken;
    const std::string_view left = prev == at ? std::string_view() : lower(prev);
    if (text.ends_with("ing") && text.size() > 5)
        return !(isDeterminer(prev) && prev != at) && left != "'s" && lower(next) != "of";
    if (prev == at)
        return !last && (opensObject(next) || (text.ends_with('s') && mention(next)));
    if (isOneOf(left, Auxiliaries) || isOneOf(left, Pronouns))
        return true;
    const bool plural = text.ends_with('s') && !text.ends_with("ss");
    if (left == "to")
        return !plural;
    if (isOneOf(left, Determiners) || isOneOf(left, Prepositions) || left == "'s" || left == "\u2019s"
        || (token(prev).is(Number) && !mention(prev)) || left == "%")
        return false;
    if (isOneOf(left, Be) || left == "has" || left == "have" || left == "had")
        return true;
    if (lower(next) == "of")
        return false;
    if (!last && opensObject(next))
        return plural || !isOneOf(left, Joining);
    if (isOneOf(left, Joining))
        return false;
    const bool samePast = isOneOf(text, SamePast);
    if (!last && finite(next))
        return false;
    if (mention(prev) || token(prev).is(Capitalised)) {
        const bool several = prev > m_sentence->firstToken
            && (lower(prev - 1) == "," || lower(prev - 1) == "and" || lower(prev - 1) == "&");
        if (!last && isPast(next) && !plural && !samePast)
            return false;
        return plural || samePast || several;
    }
    if (left == "and" || left == "," || left == "or")
        return plural ? !last && !isPreposition(next) && !token(next).is(Punctuation) : true;
    return left.ends_with('s') ? !plural : plural || samePast;
}

bool SentenceWords::isPassive(std::uint32_t at) const
{
    const std::string_view text = lower(at);
    const bool participle = text.ends_with("ed") || isOneOf(text, SamePast) || text.ends_with("en")
        || (isOneOf(text, StrongPast) && !text.ends_with("ew") && text != "rose" && text != "fell");
    if (!participle)
        return false;
    if (lower(at + 1) == "by")
        return true;
    std::uint32_t back = at;
    for (int steps = 0; steps < 3 && back > m_sentence->firstToken; ++steps) {
        --back;
        if (isOneOf(lower(back), Be))
            return true;
        if (!lower(back).ends_with("ly") && lower(back) != "not" && lower(back) != "also")
            break;
    }
    return false;
}

} // namespace engine
