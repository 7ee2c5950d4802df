// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "phrases.h"

#include <base/strings.h>
#include <engine/text/tokeniser.h>

#include <algorithm>

namespace engine {

Phrase compilePhrase(std::string_view text, Vocabulary& vocabulary)
{
    Phrase phrase;
    for (const std::string_view part : base::split(text, ' ')) {
        std::string_view word = base::trimmed(part);
        if (word.empty())
            continue;
        const bool exact = word.size() > 1 && word.front() == '=';
        if (exact)
            word.remove_prefix(1);
        const std::string lower = base::lowerAscii(word);
        // The tokeniser may cut what a person writes as one word ("10-year"): match the same pieces.
        std::vector<Token> pieces;
        tokenise(vocabulary, lower, lower, pieces);
        for (const Token& piece : pieces) {
            const std::string_view own = std::string_view(lower).substr(piece.begin, piece.end - piece.begin);
            phrase.push_back({exact ? vocabulary.addWord(own) : vocabulary.addLemma(own), exact});
        }
    }
    return phrase;
}

std::uint32_t matchPhrase(
    const Phrase& phrase, const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end)
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
    Entry entry{compilePhrase(text, vocabulary), number};
    if (entry.phrase.empty())
        return;
    const auto first = static_cast<std::size_t>(entry.phrase.front().id);
    if (first >= m_listOf.size())
        m_listOf.resize(first + 1, 0);
    if (m_listOf[first] == 0) {
        m_lists.emplace_back();
        m_listOf[first] = static_cast<std::uint32_t>(m_lists.size());
    }
    m_lists[m_listOf[first] - 1].push_back(
        {static_cast<std::uint32_t>(m_phrases.size()), entry.phrase.size() > 1 ? entry.phrase[1].id : -1});
    m_phrases.push_back(std::move(entry));
}

void PhraseSet::collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<Hit>& hits) const
{
    const auto first = static_cast<std::size_t>(word);
    if (word < 0 || first >= m_listOf.size() || m_listOf[first] == 0)
        return;
    const std::int32_t nextWord = at + 1 < end ? tokens[at + 1].word : -1;
    const std::int32_t nextLemma = at + 1 < end ? tokens[at + 1].lemma : -1;
    for (const Start& start : m_lists[m_listOf[first] - 1]) {
        if (start.second >= 0 && start.second != nextWord && start.second != nextLemma)
            continue;
        const Entry& entry = m_phrases[start.phrase];
        if (const std::uint32_t size = matchPhrase(entry.phrase, tokens, at, end); size > 0)
            hits.push_back({entry.number, at, at + size});
    }
}

void PhraseSet::matchAt(
    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const
{
    const std::size_t before = hits.size();
    collect(tokens[at].word, tokens, at, end, hits);
    if (tokens[at].lemma != tokens[at].word)
        collect(tokens[at].lemma, tokens, at, end, hits);
    if (hits.size() - before < 2)
        return;
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(before), hits.end(),
        [](const Hit& a, const Hit& b) { return a.last != b.last ? a.last > b.last : a.phrase < b.phrase; });
}

bool PhraseSet::anyAt(const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const
{
    std::vector<Hit> hits;
    matchAt(tokens, at, end, hits);
    return !hits.empty();
}

} // namespace engine
