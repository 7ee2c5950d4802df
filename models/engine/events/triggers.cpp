// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "triggers.h"

#include <algorithm>

namespace engine {

void Triggers::add(std::uint32_t slot, const std::string& words, WordUse use, Vocabulary& vocabulary)
{
    const auto [known, added]
        = m_known.try_emplace({words, use}, static_cast<std::uint32_t>(m_phrases.size()));
    if (added) {
        Entry entry{compilePhrase(words, vocabulary), words, use, {}, {}};
        const auto first = static_cast<std::size_t>(entry.phrase.front().id);
        if (first >= m_listOf.size())
            m_listOf.resize(first + 1, 0);
        if (m_listOf[first] == 0) {
            m_lists.emplace_back();
            m_listOf[first] = static_cast<std::uint32_t>(m_lists.size());
        }
        m_lists[m_listOf[first] - 1].push_back(known->second);
        m_phrases.push_back(std::move(entry));
    }
    std::vector<std::uint32_t>& slots = m_phrases[known->second].slots;
    if (slots.empty() || slots.back() != slot)
        slots.push_back(slot);
}

void Triggers::close(const std::vector<bool>& starts)
{
    m_bits.assign(m_phrases.size() * words(), 0);
    for (std::size_t phrase = 0; phrase < m_phrases.size(); ++phrase) {
        for (const std::uint32_t slot : m_phrases[phrase].slots) {
            m_bits[phrase * words() + slot / 64] |= std::uint64_t(1) << (slot % 64);
            if (starts[slot])
                m_phrases[phrase].starts.push_back(slot);
        }
    }
}

void Triggers::collect(std::int32_t word, const std::vector<Token>& tokens, std::uint32_t at,
    std::uint32_t end, std::vector<Hit>& hits) const
{
    const auto first = static_cast<std::size_t>(word);
    if (word < 0 || first >= m_listOf.size() || m_listOf[first] == 0)
        return;
    for (const std::uint32_t index : m_lists[m_listOf[first] - 1]) {
        if (const std::uint32_t size = matchPhrase(m_phrases[index].phrase, tokens, at, end); size > 0)
            hits.push_back({index, size});
    }
}

void Triggers::matchAt(
    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const
{
    collect(tokens[at].word, tokens, at, end, hits);
    if (tokens[at].lemma != tokens[at].word)
        collect(tokens[at].lemma, tokens, at, end, hits);
}

} // namespace engine
