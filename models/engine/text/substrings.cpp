// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "substrings.h"

namespace engine {

void Substrings::add(std::string_view text)
{
    const std::size_t begin = beginOf(text.data());
    m_begins.set(begin);
    std::uint16_t& first = m_first[begin % m_first.size()];
    m_entries.push_back({std::string(text), first});
    first = static_cast<std::uint16_t>(m_entries.size());
}

bool Substrings::anyIn(std::string_view text) const
{
    if (text.size() < 3)
        return false;
    std::size_t begin = beginOf(text.data()) >> 5;
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        begin = (begin << 5 | (text[at + 2] & 31)) & 0x7FFF; // beginOf here
        if (m_begins.test(begin) && anyAtStart(text.substr(at), begin))
            return true;
    }
    return false;
}

bool Substrings::anyAtStart(std::string_view text, std::size_t begin) const
{
    for (std::uint16_t entry = m_first[begin % m_first.size()]; entry != 0;
         entry = m_entries[entry - 1].next) {
        if (text.starts_with(m_entries[entry - 1].text))
            return true;
    }
    return false;
}

} // namespace engine
