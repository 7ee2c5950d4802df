// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <optional>
#include <string>
#include <string_view>

// Reading names and days out of lines such as "By Ann Lee | 23 November 2026, 13:44"; private to pages.
namespace ingest {

// The names alone; empty when the line holds none.
std::string namesIn(std::string_view line);

// The first date anywhere in the line.
std::optional<base::Instant> dateIn(std::string_view line);

// "/2026/11/23/" or "2026-11-23" in an address.
std::optional<base::Instant> dateInAddress(std::string_view url);

} // namespace ingest
