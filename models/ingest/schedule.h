// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/source.h>

#include <optional>
#include <span>
#include <string_view>

// When a source is asked again. Pure: the time and the jitter are passed in.
namespace ingest {

constexpr int ShortestMinutes = 15; // between two fetches of one source
constexpr int LongestMinutes = 24 * 60;

// Minutes between fetches that fit the dates of a feed's entries: half the median gap between the newest
// twenty, longer where the newest is old; within Shortest…Longest. Fewer than three dates tell nothing.
std::optional<int> learnedInterval(std::span<const base::Instant> published, base::Instant now);

// The interval without dates to learn from: a little shorter after news, a little longer without.
int adjustedInterval(int minutes, bool news);

// What an answer's headers say of time, in seconds from now.
struct AnswerTiming {
    std::optional<int> retryAfter;
    std::optional<int> maxAge;
};
AnswerTiming readTiming(
    std::string_view retryAfter, std::string_view cacheControl, std::string_view expires, base::Instant now);

// After a success (source.failures is 0): the interval, not less than ttl and max-age ask for (a day at
// most), and not in an hour or on a day the source asks to skip. After failures: ten minutes, doubled with
// each, a day at most; not before Retry-After (a week at most). `jitter` in 0…1 spreads the fetches by a
// tenth (two fifths after failures), so that sources added together are not fetched together for ever.
base::Instant nextFetch(
    const base::Source& source, const AnswerTiming& timing, base::Instant now, double jitter);

bool isDue(const base::Source& source, base::Instant now);

} // namespace ingest
