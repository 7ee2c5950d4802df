// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Reading names and days out of lines such as "By Ann Lee | 23 November 2026, 13:44"; private to pages.
namespace ingest {

// The names alone; empty when the line holds none.
std::string namesIn(std::string_view line);

// The names in the first of these lines that is a byline: "By Ann Lee", or "By" and the name in the next one.
std::string namesBeside(const std::vector<std::string>& lines);

// The first date anywhere in the line.
std::optional<base::Instant> dateIn(std::string_view line);

// "/2026/11/23/" or "2026-11-23" in an address.
std::optional<base::Instant> dateInAddress(std::string_view url);

} // namespace ingest
