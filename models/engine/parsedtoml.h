// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/toml.h>

#include <cstdint>
#include <optional>

// TOML that the build parsed once, so that loading does not: kept among the pack's files as NAME.parsed. It
// is of one text only; where a file was changed since, or replaced by one's own, the text itself is parsed.
namespace engine {

inline constexpr std::string_view ParsedSuffix = ".parsed";

// The values of a file and which text they are of. The same text gives the same bytes.
std::string parsedBytes(const TomlValue& root, std::string_view text);

// The values, when the bytes are whole and of this text.
std::optional<TomlDocument> fromParsedBytes(const std::string& bytes, std::string_view text);

// As base::hash64, but eight bytes at a time: the pack's files are megabytes.
std::uint64_t contentHash(std::string_view text, std::uint64_t hash);

} // namespace engine
