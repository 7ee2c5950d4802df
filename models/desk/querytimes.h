// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <optional>
#include <string_view>

// The times of the query language: "today", "24h", "7d", "2026", "2026-03", "2026-03-01", "2026-03-01T14:30",
// and ranges of them, "a..b", with open ends. Days are those of UTC.
namespace desk {

struct TimeSpan {
    std::optional<base::Instant> from; // half-open
    std::optional<base::Instant> to;
};

inline constexpr std::string_view TimeForms = "today, yesterday, 24h, 7d, 2026-03 or 2026-03-01..2026-03-15";

// One moment or stretch of the calendar; a length of time reaches from then on without an end. Nothing when
// the text is none.
std::optional<TimeSpan> readTime(std::string_view text, base::Instant now);
// Such a time, or a range of two. Nothing when the text is neither, or the range ends before it begins.
std::optional<TimeSpan> readTimeRange(std::string_view text, base::Instant now);

} // namespace desk
