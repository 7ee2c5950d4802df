// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "phrases.h"

#include <base/strings.h>
#include <engine/text/tokeniser.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <utility>

namespace engine {

namespace {

// Of hits at one token the longest first.
void sortByLength(std::vector<PhraseHit>& hits, std::size_t from)
{
    if (hits.size() - from < 2)
        return;
    std::sort(
        hits.begin() + static_cast<std::ptrdiff_t>(from), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
            return a.last != b.last ? a.last > b.last : a.phrase < b.phrase;
        });
}

bool isPlain(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

Phrase compilePhrase(std::string_view text, Vocabulary& vocabulary)
{
    Phrase phrase;
    compilePhrase(text, vocabulary, phrase);
    return phrase;
}

void compilePhrase(std::string_view text, Vocabulary& vocabulary, std::vector<PhraseWord>& words)
{
    const auto put = [&](std::string_view word, bool exact) {
        words.push_back({exact ? vocabulary.addWord(word) : vocabulary.addLemma(word), exact});
    };
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        std::string_view word = base::trimmed(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
        if (word.empty())
            continue;
        const bool exact = word.size() > 1 && word.front() == '=';
        if (exact)
            word.remove_prefix(1);
        if (isPlain(word)) {
            put(word, exact);
            continue;
        }
        const std::string lower = base::lowerAscii(word);
        // The tokeniser may cut what a person writes as one word ("10-year"): match the same pieces.
        std::vector<Token> pieces;
        tokenise(vocabulary, lower, lower, pieces);
        for (const Token& piece : pieces)
            put(std::string_view(lower).substr(piece.begin, piece.end - piece.begin), exact);
    }
}

std::uint32_t matchPhrase(
    std::span<const PhraseWord> phrase, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end)
{
    if (phrase.empty() || at + phrase.size() > end)
        return 0;
    for (std::size_t word = 0; word < phrase.size(); ++word) {
        if (!phrase[word].fits(tokens[at + word]))
            return 0;
    }
    return static_cast<std::uint32_t>(phrase.size());
}

void PhraseSet::add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary)
{
    const Phrase words = compilePhrase(text, vocabulary);
    if (words.empty())
        return;
    assert(m_firstOf.size() == m_starts.size()); // not closed
    Start start;
    start.number = number;
    start.further = static_cast<std::uint32_t>(m_further.size());
    start.size = static_cast<std::uint16_t>(words.size());
    start.exactFirst = words.front().exact;
    if (words.size() > 1) {
        start.second = words[1].id;
        start.exactSecond = words[1].exact;
        m_further.insert(m_further.end(), words.begin() + 2, words.end());
    }
    m_firstOf.push_back(words.front().id);
    m_starts.push_back(start);
}

void PhraseSet::close()
{
    if (m_firstOf.empty())
        return;
    const std::int32_t last = *std::max_element(m_firstOf.begin(), m_firstOf.end());
    m_firsts.assign(static_cast<std::size_t>(last) + 2, 0);
    for (const std::int32_t first : m_firstOf)
        ++m_firsts[static_cast<std::size_t>(first)];
    std::uint32_t begin = 0;
    for (std::uint32_t& first : m_firsts)
        first = std::exchange(begin, begin + first);
    std::vector<Start> ordered(m_starts.size());
    std::vector<std::uint32_t> next = m_firsts;
    for (std::size_t at = 0; at < m_starts.size(); ++at)
        ordered[next[static_cast<std::size_t>(m_firstOf[at])]++] = m_starts[at];
    for (std::size_t first = 0; first + 1 < m_firsts.size(); ++first)
        std::stable_sort(ordered.begin() + m_firsts[first], ordered.begin() + m_firsts[first + 1],
            [](const Start& a, const Start& b) { return a.second < b.second; });
    m_pairs.assign(std::bit_ceil(std::max<std::size_t>(64, m_starts.size() * BitsPerStart)) / 64, 0);
    for (std::size_t at = 0; at < m_starts.size(); ++at) {
        if (m_starts[at].second < 0)
            continue;
        const std::size_t bit = bitOf(m_firstOf[at], m_starts[at].second);
        m_pairs[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    m_starts = std::move(ordered);
    m_firstOf = {};
    m_further.shrink_to_fit();
}

void PhraseSet::collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<Hit>& hits) const
{
    if (!begins(word))
        return;
    const bool form = tokens[at].word == word; // as it stands, not by its lemma alone
    const auto fits = [&](const Start& start) {
        for (std::uint32_t further = 2; further < start.size; ++further) {
            if (!m_further[start.further + further - 2].fits(tokens[at + further]))
                return false;
        }
        return true;
    };
    const Start* start = m_starts.data() + m_firsts[static_cast<std::size_t>(word)];
    const Start* last = m_starts.data() + m_firsts[static_cast<std::size_t>(word) + 1];
    for (; start != last && start->second < 0; ++start) {
        if (form || !start->exactFirst)
            hits.push_back({start->number, at, at + 1});
    }
    if (at + 1 >= end || start == last)
        return;
    const auto take = [&](std::int32_t second, bool secondForm) {
        // Halved without a branch: which half it is in cannot be foreseen.
        const Start* found = start;
        for (auto left = static_cast<std::size_t>(last - start); left > 0;) {
            const std::size_t half = (left + 1) / 2;
            found += found[half - 1].second < second ? half : 0;
            left -= half;
        }
        for (; found != last && found->second == second; ++found) {
            if ((form || !found->exactFirst) && (secondForm || !found->exactSecond) && at + found->size <= end
                && fits(*found))
                hits.push_back({found->number, at, at + found->size});
        }
    };
    const Token& next = tokens[at + 1];
    if (next.word >= 0 && mayBegin(word, next.word))
        take(next.word, true);
    if (next.lemma >= 0 && next.lemma != next.word && mayBegin(word, next.lemma))
        take(next.lemma, false);
}

void PhraseSet::matchAt(
    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const
{
    assert(m_firstOf.empty()); // closed
    const std::size_t before = hits.size();
    collect(tokens[at].word, tokens, at, end, hits);
    if (tokens[at].lemma != tokens[at].word)
        collect(tokens[at].lemma, tokens, at, end, hits);
    sortByLength(hits, before);
}

void FewPhrases::add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary)
{
    const auto begin = static_cast<std::uint32_t>(m_words.size());
    compilePhrase(text, vocabulary, m_words);
    if (m_words.size() == begin)
        return;
    const Start start{m_words[begin].id, number, begin, static_cast<std::uint32_t>(m_words.size()) - begin};
    m_starts.insert(std::upper_bound(m_starts.begin(), m_starts.end(), start), start);
    m_firsts.set(static_cast<std::size_t>(start.first) % m_firsts.size());
}

void FewPhrases::collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<PhraseHit>& hits) const
{
    if (word < 0 || !m_firsts.test(static_cast<std::size_t>(word) % m_firsts.size()))
        return;
    const auto [from, to] = std::equal_range(m_starts.begin(), m_starts.end(), Start{word, 0, 0, 0});
    for (auto start = from; start != to; ++start) {
        const std::span<const PhraseWord> words = std::span(m_words).subspan(start->begin, start->size);
        if (const std::uint32_t size = matchPhrase(words, tokens, at, end); size > 0)
            hits.push_back({start->number, at, at + size});
    }
}

void FewPhrases::matchAt(
    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<PhraseHit>& hits) const
{
    const std::size_t before = hits.size();
    collect(tokens[at].word, tokens, at, end, hits);
    if (tokens[at].lemma != tokens[at].word)
        collect(tokens[at].lemma, tokens, at, end, hits);
    sortByLength(hits, before);
}

} // namespace engine
