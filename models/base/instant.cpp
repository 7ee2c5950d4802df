// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "instant.h"

#include <array>
#include <cstdio>

namespace base {

namespace {

constexpr std::array<const char*, 12> Months
    = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

struct Parts {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

Parts partsOf(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return {std::chrono::year_month_day(day), std::chrono::hh_mm_ss<std::chrono::seconds>(instant - day)};
}

} // namespace

std::string toIso(Instant instant)
{
    const Parts parts = partsOf(instant);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", int(parts.day.year()),
        unsigned(parts.day.month()), unsigned(parts.day.day()), int(parts.time.hours().count()),
        int(parts.time.minutes().count()), int(parts.time.seconds().count()));
    return text;
}

std::optional<Instant> fromIso(std::string_view text)
{
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year(*year), std::chrono::month(unsigned(*month)), std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
    Instant instant = std::chrono::sys_days(date);
    if (text.size() == 10)
        return instant;
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    if ((text[10] != 'T' && text[10] != ' ') || !hour || !minute || text[13] != ':' || *hour > 23
        || *minute > 59)
        return std::nullopt;
    std::size_t at = 16;
    int second = 0;
    if (at < text.size() && text[at] == ':') {
        const auto read = digits(text, at + 1, 2);
        if (!read || *read > 60)
            return std::nullopt;
        second = *read;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            ++at;
            while (at < text.size() && text[at] >= '0' && text[at] <= '9')
                ++at;
        }
    }
    instant += std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(second);
    const std::string_view zone = text.substr(at);
    if (zone == "Z" || zone == "z")
        return instant;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return std::nullopt;
    const auto offsetHours = digits(zone, 1, 2);
    const auto offsetMinutes = digits(zone, 4, 2);
    if (!offsetHours || !offsetMinutes)
        return std::nullopt;
    const auto offset = std::chrono::hours(*offsetHours) + std::chrono::minutes(*offsetMinutes);
    return zone[0] == '+' ? instant - offset : instant + offset;
}

std::string dayText(Instant instant)
{
    const Parts parts = partsOf(instant);
    return std::to_string(unsigned(parts.day.day())) + ' ' + Months.at(unsigned(parts.day.month()) - 1) + ' '
        + std::to_string(int(parts.day.year()));
}

std::string clockText(Instant instant)
{
    const Parts parts = partsOf(instant);
    char text[16];
    std::snprintf(
        text, sizeof text, "%02d:%02d", int(parts.time.hours().count()), int(parts.time.minutes().count()));
    return text;
}

} // namespace base
