// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "querytimes.h"

#include <base/strings.h>

#include <array>
#include <charconv>

namespace desk {

namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most)
{
    int value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = code == std::errc() && end == text.data() + text.size() && text.front() != '-';
    return whole && text.size() >= least && text.size() <= most ? std::optional(value) : std::nullopt;
}

// "2026", "2026-03", "2026-03-15".
std::optional<TimeSpan> calendar(std::string_view text)
{
    const std::vector<std::string_view> fields = base::split(text, '-');
    std::array<int, 3> values{0, 1, 1};
    if (fields.empty() || fields.size() > 3)
        return std::nullopt;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const std::size_t size = at == 0 ? 4 : 2;
        const std::optional<int> value = fields[at].empty() ? std::nullopt : digits(fields[at], size, size);
        if (!value)
            return std::nullopt;
        values[at] = *value;
    }
    const year_month_day begin{
        year(values[0]), month(static_cast<unsigned>(values[1])), day(static_cast<unsigned>(values[2]))};
    if (!begin.ok())
        return std::nullopt;
    const sys_days end = fields.size() == 1 ? sys_days(begin + years(1))
        : fields.size() == 2                ? sys_days(begin + months(1))
                                            : sys_days(begin) + days(1);
    return TimeSpan{sys_days(begin), end};
}

// "T14:30", "T14:30:05", each with or without Z, after a day.
std::optional<TimeSpan> clock(std::string_view text)
{
    const std::size_t t = text.find('T');
    if (t == std::string_view::npos || t != 10)
        return std::nullopt;
    const std::optional<TimeSpan> day = calendar(text.substr(0, t));
    std::string_view rest = text.substr(t + 1);
    if (rest.ends_with('Z'))
        rest.remove_suffix(1);
    const std::vector<std::string_view> fields = base::split(rest, ':');
    std::array<int, 3> values{0, 0, 0};
    if (!day || fields.size() < 2 || fields.size() > 3)
        return std::nullopt;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const std::optional<int> value = fields[at].empty() ? std::nullopt : digits(fields[at], 2, 2);
        if (!value || *value >= (at == 0 ? 24 : 60))
            return std::nullopt;
        values[at] = *value;
    }
    const base::Instant begin = *day->from + hours(values[0]) + minutes(values[1]) + seconds(values[2]);
    return TimeSpan{begin, begin + (fields.size() == 2 ? seconds(60) : seconds(1))};
}

std::optional<seconds> length(std::string_view text)
{
    if (text.size() < 2)
        return std::nullopt;
    const std::optional<int> count = digits(text.substr(0, text.size() - 1), 1, 5);
    const char unit = text.back();
    if (!count || *count == 0)
        return std::nullopt;
    switch (unit) {
    case 'm':
        return seconds(std::int64_t{60} * *count);
    case 'h':
        return seconds(std::int64_t{3600} * *count);
    case 'd':
        return seconds(std::int64_t{86400} * *count);
    case 'w':
        return seconds(std::int64_t{604800} * *count);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<TimeSpan> readTime(std::string_view text, base::Instant now)
{
    if (text == "today" || text == "yesterday") {
        const base::Instant day = floor<days>(now) - days(text == "today" ? 0 : 1);
        return TimeSpan{day, day + days(1)};
    }
    if (const std::optional<seconds> back = length(text))
        return TimeSpan{now - *back, std::nullopt};
    const std::optional<TimeSpan> day = calendar(text);
    return day ? day : clock(text);
}

std::optional<TimeSpan> readTimeRange(std::string_view text, base::Instant now)
{
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos)
        return readTime(text, now);
    const std::string_view first = text.substr(0, dots);
    const std::string_view last = text.substr(dots + 2);
    TimeSpan span;
    if (!first.empty()) {
        const std::optional<TimeSpan> begin = readTime(first, now);
        if (!begin)
            return std::nullopt;
        span.from = begin->from;
    }
    if (!last.empty()) {
        const std::optional<TimeSpan> end = readTime(last, now);
        if (!end)
            return std::nullopt;
        span.to = end->to ? end->to : end->from; // "14d..7d": to a week ago
    }
    const bool none = first.empty() && last.empty();
    const bool backwards = span.from && span.to && *span.to <= *span.from;
    return none || backwards ? std::nullopt : std::optional(span);
}

} // namespace desk
