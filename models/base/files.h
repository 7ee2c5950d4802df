// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace base {

// The whole file. TooLarge past `limit` bytes; Io when it cannot be read.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit = 512ULL << 20);

// Writes to a neighbour first and renames, so that a reader sees the old file or the new one whole.
Outcome writeFile(const std::filesystem::path& path, std::string_view bytes);

// Text files by their path inside a resource folder, with '/' between parts: "engine/topics.toml".
using ResourceFiles = std::map<std::string, std::string>;

// All regular files below `folder`, named relative to it.
Result<ResourceFiles> readFolder(const std::filesystem::path& folder);

} // namespace base
