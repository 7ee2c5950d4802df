// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <cstdint>
#include <iosfwd>
#include <limits>
#include <string>

namespace app {

// A file's bytes, or all of standard input for "-". TooLarge, without reading it, for a file of more bytes.
base::Result<std::string> readFileOrInput(
    const std::string& name, std::uintmax_t most = std::numeric_limits<std::uintmax_t>::max());

// Calls `line` with each line of the text and its number from 1, without its end; blank lines are passed
// over.
template <class Call> void forEachLine(std::string_view text, Call line)
{
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view one = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (one.ends_with('\r'))
            one.remove_suffix(1);
        if (one.find_first_not_of(" \t") != std::string_view::npos)
            line(one, number);
    }
}

// "leadline: name: reason" on stderr.
void printFailure(const base::Error& error);

} // namespace app
