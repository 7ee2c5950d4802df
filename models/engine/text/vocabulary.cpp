// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "vocabulary.h"

namespace engine {

std::int32_t Vocabulary::addWord(std::string_view lower)
{
    WordIds& ids = m_ids[std::string(lower)];
    if (ids.word < 0) {
        ids.word = static_cast<std::int32_t>(m_texts.size());
        m_texts.emplace_back(lower);
    }
    return ids.word;
}

std::int32_t Vocabulary::addLemma(std::string_view lower)
{
    const std::int32_t lemma = addWord(lower);
    if (!m_lemmas.insert(lemma).second)
        return lemma;
    // A form that is asked for by itself ("tightening" beside "tighten") still belongs to its lemma: who
    // asked for the form finds it by its word. Of two lemmas that share a form the first to ask has it.
    for (const std::string& form : inflections(lower)) {
        const std::int32_t word = addWord(form);
        WordIds& ids = m_ids[form];
        if (ids.lemma < 0 || (ids.lemma == word && word != lemma))
            ids.lemma = lemma;
    }
    return lemma;
}

WordIds Vocabulary::find(std::string_view lower) const
{
    const auto it = m_ids.find(lower);
    return it == m_ids.end() ? WordIds() : it->second;
}

} // namespace engine
