// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <optional>
#include <string_view>

namespace ingest {

// Reads the dates publishers write: ISO 8601 in all its shapes (week and ordinal dates, compact forms, with
// and without zone), RFC 822/2822/850 and asctime with zone names, two-digit years, missing commas, month
// names in other languages where they can be told apart, Unix seconds or milliseconds. A date without a zone
// is taken as UTC. Nothing when no date can be made out or when day or month do not exist.
std::optional<base::Instant> readDate(std::string_view text);

} // namespace ingest
