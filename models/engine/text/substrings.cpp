// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "substrings.h"

namespace engine {

void Substrings::add(std::string_view text)
{
    std::uint16_t& first = m_first[beginOf(text.data())];
    m_entries.push_back({std::string(text), first});
    first = static_cast<std::uint16_t>(m_entries.size());
}

bool Substrings::anyIn(std::string_view text) const
{
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        for (std::uint16_t entry = m_first[beginOf(text.data() + at)]; entry != 0; entry = m_entries[entry - 1].next) {
            if (text.substr(at).starts_with(m_entries[entry - 1].text))
                return true;
        }
    }
    return false;
}

} // namespace engine
