// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "vocabulary.h"

namespace engine {

std::size_t Vocabulary::slotOf(std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = placeOf(hash) & mask;
    while (m_slots[at].ids.word >= 0 && m_slots[at].hash != hash)
        at = (at + 1) & mask;
    return at;
}

void Vocabulary::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.ids.word < 0)
            continue;
        std::size_t at = placeOf(slot.hash) & (m_slots.size() - 1);
        while (m_slots[at].ids.word >= 0)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = slot;
    }
}

std::int32_t Vocabulary::addWord(std::string_view lower)
{
    const std::uint64_t hash = wordHash(lower);
    const std::size_t at = slotOf(hash);
    if (m_slots[at].ids.word >= 0)
        return m_slots[at].ids.word;
    const auto word = static_cast<std::int32_t>(m_texts.size());
    m_slots[at].hash = hash;
    m_slots[at].ids.word = word;
    m_texts.emplace_back(lower);
    if (m_texts.size() * 5 > m_slots.size() * 4)
        grow();
    return word;
}

std::int32_t Vocabulary::addLemma(std::string_view lower)
{
    const std::int32_t lemma = addWord(lower);
    const auto place = static_cast<std::size_t>(lemma);
    if (place >= m_isLemma.size())
        m_isLemma.resize(m_texts.size() + m_texts.size() / 2, false);
    if (m_isLemma[place])
        return lemma;
    m_isLemma[place] = true;
    // A form that is asked for by itself ("tightening" beside "tighten") still belongs to its lemma: who
    // asked for the form finds it by its word. Of two lemmas that share a form the first to ask has it.
    for (const std::string& form : inflections(lower)) {
        const std::int32_t word = addWord(form);
        WordIds& ids = m_slots[slotOf(wordHash(form))].ids;
        if (ids.lemma < 0 || (ids.lemma == word && word != lemma))
            ids.lemma = lemma;
    }
    return lemma;
}

} // namespace engine
