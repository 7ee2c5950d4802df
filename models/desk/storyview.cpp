// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyview.h"

#include <charconv>

namespace desk {

std::string storyName(std::int64_t id) { return id > 0 ? "s" + std::to_string(id) : std::string(); }

std::int64_t storyNumber(const std::string& name)
{
    const char* begin = name.data();
    const char* const end = begin + name.size();
    if (begin != end && (*begin == 's' || *begin == 'S'))
        ++begin;
    std::int64_t id = 0;
    const auto [stop, code] = std::from_chars(begin, end, id);
    return code == std::errc() && stop == end && id > 0 ? id : 0;
}

} // namespace desk
