// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "triggers.h"

namespace engine {

void Triggers::add(std::uint32_t slot, const std::string& words, WordUse use, Vocabulary& vocabulary)
{
    const std::string key = static_cast<char>('0' + static_cast<int>(use)) + words;
    const auto [known, added] = m_known.try_emplace(key, static_cast<std::uint32_t>(m_phrases.size()));
    if (added) {
        m_set.add(words, known->second, vocabulary);
        m_phrases.push_back({words, {}});
        m_uses.push_back(use);
    }
    std::vector<std::uint32_t>& slots = m_phrases[known->second].slots;
    if (slots.empty() || slots.back() != slot)
        slots.push_back(slot);
}

void Triggers::close(const std::vector<bool>& starts)
{
    m_set.close();
    for (const Entry& phrase : m_phrases) {
        for (const std::uint32_t slot : phrase.slots) {
            m_slots.values.push_back(slot);
            if (starts[slot])
                m_starts.values.push_back(slot);
        }
        m_slots.close();
        m_starts.close();
    }
}

void Triggers::matchAt(
    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end, std::vector<Hit>& hits) const
{
    const auto collect = [&](std::int32_t word) {
        const auto before = static_cast<std::ptrdiff_t>(hits.size());
        m_set.collect(word, tokens, at, end, hits);
        std::sort(hits.begin() + before, hits.end(), [](const Hit& a, const Hit& b) { return a.phrase < b.phrase; });
    };
    collect(tokens[at].word);
    if (tokens[at].lemma != tokens[at].word)
        collect(tokens[at].lemma);
}

} // namespace engine
