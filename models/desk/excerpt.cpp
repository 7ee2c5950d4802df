// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "excerpt.h"

#include <algorithm>
#include <set>

namespace desk {

namespace {

constexpr std::size_t Searched = 65536; // bytes of a body
constexpr std::size_t Length = 150; // bytes of an excerpt
constexpr std::size_t Before = 40; // bytes before the first hit, or back to the sentence's first word

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t characterAt(std::string_view text, std::size_t at)
{
    while (at > 0 && at < text.size() && continues(text[at]))
        --at;
    return at;
}

// Whether a sentence ends before this word: by its sign, or by the line.
bool startsSentence(std::string_view text, std::size_t begin)
{
    std::size_t at = begin;
    while (at > 0 && isSpace(text[at - 1])) {
        if (text[at - 1] == '\n')
            return true;
        --at;
    }
    return at == 0 || (at < begin && (text[at - 1] == '.' || text[at - 1] == '?' || text[at - 1] == '!'));
}

} // namespace

HitMarker::HitMarker(const Query& query) { take(query.root); }

void HitMarker::take(const QueryNode& node)
{
    switch (node.kind) {
    case NodeKind::And:
    case NodeKind::Or:
    case NodeKind::Field: // a watchlist's words
        for (const QueryNode& child : node.children)
            take(child);
        return;
    case NodeKind::Near:
        for (QueryNode child : node.children) {
            child.field = node.field;
            take(child);
        }
        return;
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix: {
        Term term{
            wordsIn(node.text), node.kind == NodeKind::Prefix, node.field != "body", node.field != "title"};
        if (!term.words.empty())
            m_terms.push_back(std::move(term));
        return;
    }
    default:
        return;
    }
}

std::vector<HitMarker::Place> HitMarker::places(const std::vector<Word>& words, base::Field field) const
{
    std::vector<Place> found;
    const auto stands = [&](const Term& term, std::size_t at) {
        if (at + term.words.size() > words.size())
            return false;
        for (std::size_t i = 0; i < term.words.size(); ++i) {
            const bool beginning = term.prefix && i + 1 == term.words.size();
            const std::string& word = words[at + i].text;
            if (beginning ? !word.starts_with(term.words[i].text) : word != term.words[i].text)
                return false;
        }
        return true;
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (std::size_t i = 0; i < m_terms.size(); ++i) {
            const Term& term = m_terms[i];
            if ((field == base::Field::Title ? term.title : term.body) && stands(term, at))
                found.push_back({words[at].begin, words[at + term.words.size() - 1].end, i});
        }
    }
    return found;
}

std::vector<base::Span> HitMarker::hits(std::string_view text, base::Field field) const
{
    std::vector<base::Span> spans;
    for (const Place& place : places(wordsIn(text), field)) {
        const auto begin = static_cast<std::uint32_t>(place.begin);
        const auto end = static_cast<std::uint32_t>(place.end);
        if (!spans.empty() && begin < spans.back().end)
            spans.back().end = std::max(spans.back().end, end);
        else
            spans.push_back({field, begin, end});
    }
    return spans;
}

Excerpt HitMarker::excerpt(std::string_view body) const
{
    body = body.substr(0, characterAt(body, Searched));
    const std::vector<Word> words = wordsIn(body);
    const std::vector<Place> all = places(words, base::Field::Body);
    if (all.empty())
        return {};
    // The hit after which most different words stand near.
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::set<std::size_t> terms;
        for (std::size_t j = i; j < all.size() && all[j].end <= all[i].begin + Length - Before; ++j)
            terms.insert(all[j].term);
        if (terms.size() > most) {
            most = terms.size();
            best = i;
        }
        if (most == m_terms.size())
            break;
    }
    std::size_t begin = all[best].begin;
    for (auto word = std::lower_bound(words.begin(), words.end(), all[best].begin,
             [](const Word& one, std::size_t at) { return one.begin < at; });
         word != words.begin() && !startsSentence(body, begin);) {
        --word;
        if (word->begin + Before < all[best].begin)
            break;
        begin = word->begin;
    }
    std::size_t end = std::min(body.size(), begin + Length);
    if (end < body.size()) {
        const auto after = std::lower_bound(
            words.begin(), words.end(), end, [](const Word& one, std::size_t at) { return one.end <= at; });
        const std::size_t whole = after == words.begin() ? 0 : std::prev(after)->end;
        end = whole > all[best].begin ? whole : characterAt(body, end);
    } else {
        while (end > begin && isSpace(body[end - 1]))
            --end;
    }
    Excerpt excerpt;
    if (begin > 0 && !startsSentence(body, begin))
        excerpt.text = "\u2026 ";
    auto place = all.begin();
    for (std::size_t at = begin; at < end; ++at) {
        while (place != all.end() && place->end <= at)
            ++place;
        const bool within = place != all.end() && place->begin <= at;
        const auto to = static_cast<std::uint32_t>(excerpt.text.size());
        if (isSpace(body[at])) {
            if (!excerpt.text.ends_with(' '))
                excerpt.text += ' ';
        } else {
            excerpt.text += body[at];
        }
        if (!within)
            continue;
        const auto after = static_cast<std::uint32_t>(excerpt.text.size());
        const bool goesOn = place->begin < at && !excerpt.hits.empty();
        if (goesOn)
            excerpt.hits.back().end = after;
        else
            excerpt.hits.push_back({base::Field::Body, to, after});
    }
    if (end < body.size())
        excerpt.text += " \u2026";
    return excerpt;
}

} // namespace desk
