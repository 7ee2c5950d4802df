// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "schedule.h"

#include <base/strings.h>
#include <ingest/dates.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace ingest {

namespace {

constexpr std::int64_t Minute = 60;
constexpr std::int64_t Hour = 3600;
constexpr std::int64_t Day = 86400;
constexpr std::int64_t FirstRetry = 10 * Minute;
constexpr std::size_t Newest = 20;

std::optional<int> seconds(std::string_view text)
{
    text = base::trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return static_cast<int>(std::min<std::int64_t>(value, 365 * Day));
}

std::optional<int> secondsUntil(std::string_view date, base::Instant now)
{
    const std::optional<base::Instant> then = readDate(base::trimmed(date));
    if (!then)
        return std::nullopt;
    return static_cast<int>(std::clamp<std::int64_t>(base::toUnix(*then) - base::toUnix(now), 0, 365 * Day));
}

bool skipped(const base::Source& source, std::int64_t time)
{
    const auto hour = static_cast<unsigned>(time / Hour % 24);
    const auto day = static_cast<unsigned>((time / Day + 4) % 7); // 1 January 1970 was a Thursday
    return ((source.skipHours >> hour) & 1U) != 0
        || ((static_cast<unsigned>(source.skipDays) >> day) & 1U) != 0;
}

std::int64_t firstAllowed(const base::Source& source, std::int64_t time)
{
    std::int64_t at = time;
    for (int hours = 0; hours < 8 * 24; ++hours) {
        if (!skipped(source, at))
            return at;
        at = (at / Hour + 1) * Hour;
    }
    return time; // one that asks to be skipped always does not mean it
}

} // namespace

std::optional<int> learnedInterval(std::span<const base::Instant> published, base::Instant now)
{
    std::vector<std::int64_t> times;
    for (const base::Instant& one : published) {
        if (one <= now)
            times.push_back(base::toUnix(one));
    }
    std::sort(times.begin(), times.end(), std::greater<>());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    if (times.size() < 3)
        return std::nullopt;
    times.resize(std::min(times.size(), Newest));
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 1; i < times.size(); ++i)
        gaps.push_back(times[i - 1] - times[i]);
    std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
    const std::int64_t gap = gaps[gaps.size() / 2];
    const std::int64_t age = base::toUnix(now) - times.front();
    return static_cast<int>(
        std::clamp<std::int64_t>(std::max(gap / 2, age / 8) / Minute, ShortestMinutes, LongestMinutes));
}

int adjustedInterval(int minutes, bool news)
{
    return std::clamp(news ? minutes * 3 / 4 : minutes * 5 / 4, ShortestMinutes * 2, LongestMinutes);
}

AnswerTiming readTiming(
    std::string_view retryAfter, std::string_view cacheControl, std::string_view expires, base::Instant now)
{
    AnswerTiming timing;
    if (!base::trimmed(retryAfter).empty()) {
        timing.retryAfter = seconds(retryAfter);
        if (!timing.retryAfter)
            timing.retryAfter = secondsUntil(retryAfter, now);
    }
    bool told = false; // Cache-Control goes before Expires (RFC 9111, 5.3)
    for (const std::string_view part : base::split(cacheControl, ',')) {
        const std::string lower = base::lowerAscii(base::trimmed(part));
        if (lower == "no-cache" || lower == "no-store")
            told = true;
        if (lower.starts_with("max-age=")) {
            timing.maxAge = seconds(std::string_view(lower).substr(8));
            told = true;
        }
    }
    if (!told && !base::trimmed(expires).empty())
        timing.maxAge = secondsUntil(expires, now);
    return timing;
}

base::Instant nextFetch(
    const base::Source& source, const AnswerTiming& timing, base::Instant now, double jitter)
{
    const std::int64_t start = base::toUnix(now);
    jitter = std::clamp(jitter, 0.0, 1.0);
    if (source.failures > 0) {
        const std::int64_t wait = std::min(FirstRetry << std::min(source.failures - 1, 10), Day);
        auto spread = static_cast<std::int64_t>(static_cast<double>(wait) * (0.8 + 0.4 * jitter));
        if (timing.retryAfter)
            spread = std::max(spread, std::min<std::int64_t>(*timing.retryAfter, 7 * Day));
        return base::fromUnix(start + spread);
    }
    std::int64_t wait = std::clamp(source.intervalMinutes, ShortestMinutes, LongestMinutes) * Minute;
    wait = static_cast<std::int64_t>(static_cast<double>(wait) * (0.95 + 0.1 * jitter));
    wait = std::max(wait, std::min(source.ttlMinutes * Minute, Day));
    wait = std::max(wait, std::min<std::int64_t>(timing.maxAge.value_or(0), Day));
    if (timing.retryAfter)
        wait = std::max(wait, std::min<std::int64_t>(*timing.retryAfter, 7 * Day));
    return base::fromUnix(firstAllowed(source, start + wait));
}

bool isDue(const base::Source& source, base::Instant now)
{
    return source.kind == base::SourceKind::Feed && !source.gone
        && (!source.nextFetch || *source.nextFetch <= now);
}

} // namespace ingest
