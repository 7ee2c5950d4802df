// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Small helpers on UTF-8 text. ASCII rules only; other bytes pass through unchanged. No locale.
namespace base {

std::string_view trimmed(std::string_view text);
std::string lowerAscii(std::string_view text);
bool startsWith(std::string_view text, std::string_view prefix);
bool endsWith(std::string_view text, std::string_view suffix);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
void replaceAll(std::string& text, std::string_view what, std::string_view with);
// Runs of white space become one space; none at either end.
std::string collapsed(std::string_view text);
// Cuts at a character's border so that at most `bytes` remain.
std::string_view truncatedUtf8(std::string_view text, std::size_t bytes);
bool isValidUtf8(std::string_view text);
// Ill-formed sequences and U+0000 become U+FFFD.
std::string repairedUtf8(std::string_view text);
// Decimal text with a fixed number of places and a point, whatever the locale: fixed(-0.145, 2) is "-0.15"
// (half away from zero); never "-0.00".
std::string fixed(double value, int places);
// FNV-1a, 64 bits: fingerprints and identities, not security.
std::uint64_t hash64(std::string_view text, std::uint64_t seed = 14695981039346656037ULL);
std::string hex64(std::uint64_t value);

} // namespace base
