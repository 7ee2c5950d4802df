// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pairfinder.h"

namespace engine {

PairFinder::PairFinder(
    const SentimentLexicon& lexicon, const Document& document, std::uint32_t first, std::uint32_t last)
    : m_lexicon(lexicon)
    , m_document(document)
    , m_first(first)
    , m_last(last)
{
}

void PairFinder::leaveFillers()
{
    m_left = true;
    m_tokens.reserve(m_last - m_first);
    m_places.reserve(m_last - m_first);
    for (std::uint32_t at = m_first; at < m_last; ++at) {
        const Token& token = m_document.tokens[at];
        if (m_lexicon.isFiller(token) || token.is(Number))
            continue;
        m_tokens.push_back(token);
        m_places.push_back(at);
    }
}

void PairFinder::matchAt(std::uint32_t at, std::vector<PhraseSet::Hit>& hits)
{
    if (!m_left)
        leaveFillers();
    while (m_at < m_places.size() && m_places[m_at] < at)
        ++m_at;
    if (m_at == m_places.size() || m_places[m_at] != at)
        return;
    m_lexicon.pairs().matchAt(
        m_tokens, static_cast<std::uint32_t>(m_at), static_cast<std::uint32_t>(m_tokens.size()), hits);
    if (hits.empty())
        return;
    hits.resize(1);
    hits.front().first = at;
    hits.front().last = m_places[hits.front().last - 1] + 1;
}

} // namespace engine
