// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// Whether a text holds any of many short texts, anywhere, in one walk over it. Immutable once made; thread-safe.
class Substrings final {
public:
    Substrings() = default;
    template <class Texts> explicit Substrings(const Texts& texts)
    {
        for (const std::string_view text : texts)
            add(text);
    }

    void add(std::string_view text); // of three bytes or more
    bool anyIn(std::string_view text) const;
    // Whether the text begins with one.
    bool anyAtStart(std::string_view text) const
    {
        if (text.size() < 3)
            return false;
        const std::size_t begin = beginOf(text.data());
        return m_begins.test(begin) && anyAtStart(text, begin);
    }

private:
    // How a text begins, folded to a small number: most places of a text begin none.
    static std::size_t beginOf(const char* at)
    {
        return static_cast<std::size_t>((at[0] & 31) << 10 | (at[1] & 31) << 5 | (at[2] & 31));
    }

    bool anyAtStart(std::string_view text, std::size_t begin) const;

    struct Entry {
        std::string text;
        std::uint16_t next = 0; // the next that begins alike: 1 + index, 0 for none
    };
    std::bitset<32768> m_begins; // is at hand where m_first is not
    std::array<std::uint16_t, 1024> m_first{}; // by beginOf, folded: 1 + index in m_entries, 0 for none
    std::vector<Entry> m_entries;
};

} // namespace engine
