// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// A moment in UTC, to the second. No function here reads a clock or a locale.
using Instant = std::chrono::sys_seconds;

inline Instant fromUnix(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }
inline std::int64_t toUnix(Instant instant) { return instant.time_since_epoch().count(); }

// "2026-11-23T13:44:00Z".
std::string toIso(Instant instant);

// Reads "2026-11-23T13:44:00Z", with an offset "+02:00" in place of Z, or the date alone (midnight UTC).
// Nothing when the text is not such a moment. The liberal reader of feed dates is ingest's.
std::optional<Instant> fromIso(std::string_view text);

// "23 Nov 2026" and "13:44".
std::string dayText(Instant instant);
std::string clockText(Instant instant);

} // namespace base
