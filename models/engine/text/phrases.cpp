// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "phrases.h"

#include <base/strings.h>
#include <engine/text/tokeniser.h>

#include <algorithm>

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

std::optional<std::uint32_t> PhraseStore::add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary)
{
    const auto begin = static_cast<std::uint32_t>(m_words.size());
    compilePhrase(text, vocabulary, m_words);
    if (m_words.size() == begin)
        return std::nullopt;
    m_entries.push_back({begin, static_cast<std::uint32_t>(m_words.size()) - begin, number});
    return static_cast<std::uint32_t>(m_entries.size() - 1);
}

void PhraseStore::matchAt(std::uint32_t place, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<PhraseHit>& hits) const
{
    if (const std::uint32_t size = matchPhrase(words(place), tokens, at, end); size > 0)
        hits.push_back({m_entries[place].number, at, at + size});
}

void PhraseSet::add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary)
{
    const std::optional<std::uint32_t> place = m_phrases.add(text, number, vocabulary);
    if (!place)
        return;
    const std::span<const PhraseWord> words = m_phrases.words(*place);
    const auto first = static_cast<std::size_t>(words.front().id);
    if (first >= m_listOf.size())
        m_listOf.resize(first + 1, 0);
    if (m_listOf[first] == 0) {
        m_lists.emplace_back();
        m_listOf[first] = static_cast<std::uint32_t>(m_lists.size());
    }
    std::vector<Start>& list = m_lists[m_listOf[first] - 1];
    const Start start{words.size() > 1 ? words[1].id : -1, *place};
    list.insert(std::upper_bound(list.begin(), list.end(), start, bySecond), start);
}

void PhraseSet::collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<Hit>& hits) const
{
    const auto first = static_cast<std::size_t>(word);
    if (word < 0 || first >= m_listOf.size() || m_listOf[first] == 0)
        return;
    const std::vector<Start>& list = m_lists[m_listOf[first] - 1];
    const auto take = [&](std::int32_t second) {
        const auto [from, to] = std::equal_range(list.begin(), list.end(), Start{second, 0}, bySecond);
        for (auto start = from; start != to; ++start)
            m_phrases.matchAt(start->phrase, tokens, at, end, hits);
    };
    take(-1);
    if (at + 1 >= end || list.back().second < 0)
        return;
    const Token& next = tokens[at + 1];
    if (next.word >= 0)
        take(next.word);
    if (next.lemma >= 0 && next.lemma != next.word)
        take(next.lemma);
}

void PhraseSet::matchAt(
    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const
{
    const std::size_t before = hits.size();
    collect(tokens[at].word, tokens, at, end, hits);
    if (tokens[at].lemma != tokens[at].word)
        collect(tokens[at].lemma, tokens, at, end, hits);
    sortByLength(hits, before);
}

bool PhraseSet::anyAt(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const
{
    std::vector<Hit> hits;
    matchAt(tokens, at, end, hits);
    return !hits.empty();
}

void FewPhrases::add(std::string_view text, std::uint32_t number, Vocabulary& vocabulary)
{
    const std::optional<std::uint32_t> place = m_phrases.add(text, number, vocabulary);
    if (!place)
        return;
    const Start start{m_phrases.words(*place).front().id, *place};
    m_starts.insert(std::upper_bound(m_starts.begin(), m_starts.end(), start), start);
    m_firsts.set(static_cast<std::size_t>(start.first) % m_firsts.size());
}

void FewPhrases::collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<PhraseHit>& hits) const
{
    if (word < 0 || !m_firsts.test(static_cast<std::size_t>(word) % m_firsts.size()))
        return;
    const auto [from, to] = std::equal_range(m_starts.begin(), m_starts.end(), Start{word, 0});
    for (auto start = from; start != to; ++start)
        m_phrases.matchAt(start->phrase, tokens, at, end, hits);
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
