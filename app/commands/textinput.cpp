// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textinput.h"

#include <base/files.h>

#include <filesystem>
#include <iostream>
#include <iterator>

namespace app {

base::Result<std::string> readFileOrInput(const std::string& name, std::uintmax_t most)
{
    std::error_code unknown;
    if (name != "-" && std::filesystem::is_regular_file(name, unknown)
        && std::filesystem::file_size(name, unknown) > most)
        return base::Error{
            base::ErrorCode::TooLarge, "is larger than " + std::to_string(most >> 20) + " MiB", name};
    if (name != "-")
        return base::readFile(name);
    std::string bytes{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    if (std::cin.bad())
        return base::Error{base::ErrorCode::Io, "cannot be read", "standard input"};
    return bytes;
}

void printFailure(const base::Error& error) { std::cerr << "leadline: " << error.text() << '\n'; }

} // namespace app
