// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

namespace base {

enum class Field : std::uint8_t { Title, Body };

// A half-open range of UTF-8 bytes of an article's title or body. It never cuts a character.
struct Span {
    Field field = Field::Body;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Span& other) const = default;
    bool operator<(const Span& other) const
    {
        return std::tie(field, begin, end) < std::tie(other.field, other.begin, other.end);
    }
    std::uint32_t size() const { return end - begin; }
    bool overlaps(const Span& other) const
    {
        return field == other.field && begin < other.end && other.begin < end;
    }
};

// The words the span covers; empty when the span does not lie inside the text.
inline std::string_view slice(std::string_view text, const Span& span)
{
    return span.begin <= span.end && span.end <= text.size() ? text.substr(span.begin, span.size())
                                                             : std::string_view();
}

} // namespace base
