// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "dates.h"

#include "datewords.h"

#include <base/strings.h>

#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

namespace ingest {

namespace {

using namespace std::chrono;

constexpr std::size_t MaxText = 400; // no date is longer, blanks and all
constexpr std::size_t MaxLine = 80;
constexpr int MaxOffset = 15 * 60; // minutes; no place on earth is further from UTC

struct Parts {
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0; // minutes east of UTC
    std::optional<bool> afternoon; // where the clock counts to twelve
};

std::optional<base::Instant> instantOf(const Parts& parts)
{
    if (parts.year < 1 || parts.year > 9999 || parts.month < 1 || parts.month > 12 || parts.day < 1
        || parts.day > 31)
        return std::nullopt;
    const year_month_day date{
        year(parts.year), month(static_cast<unsigned>(parts.month)), day(static_cast<unsigned>(parts.day))};
    int hour = parts.hour;
    if (parts.afternoon && *parts.afternoon && hour < 12)
        hour += 12;
    if (parts.afternoon && !*parts.afternoon && hour == 12)
        hour = 0;
    if (!date.ok() || hour > 24 || parts.minute > 59 || parts.second > 60)
        return std::nullopt;
    return sys_days(date) + hours(hour) + minutes(parts.minute - parts.offset)
        + seconds(std::min(parts.second, 59));
}

std::optional<int> numberOf(std::string_view digits)
{
    int value = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || code != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

bool allDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int fullYear(int value, std::size_t digits)
{
    return digits > 2 ? value : value < 70 ? 2000 + value : 1900 + value;
}

// "13:44", "13:44:05.123", "134405": fills the clock; false when it is none.
bool readClock(std::string_view text, Parts& parts)
{
    std::array<int, 3> values{0, 0, 0};
    if (text.find(':') == std::string_view::npos) {
        const std::string_view digits = text.substr(0, text.find_first_of(".,"));
        if (!allDigits(digits) || (digits.size() != 4 && digits.size() != 6 && digits.size() != 2))
            return false;
        for (std::size_t at = 0; at < digits.size(); at += 2)
            values[at / 2] = *numberOf(digits.substr(at, 2));
    } else {
        std::size_t field = 0;
        while (!text.empty() && field < 3) {
            const std::size_t end = std::min(text.find(':'), text.size());
            std::string_view part = text.substr(0, end);
            part = part.substr(0, part.find_first_of(".,"));
            const std::optional<int> value = numberOf(part);
            if (!value)
                return false;
            values[field++] = *value;
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    parts.hour = values[0];
    parts.minute = values[1];
    parts.second = values[2];
    return true;
}

// "+02:00", "-0530", "+2"; nothing when it is none.
std::optional<int> readOffset(std::string_view text)
{
    for (const std::string_view zero : {"gmt", "utc"}) { // "GMT+2"
        if (text.size() > zero.size() && text.starts_with(zero))
            text.remove_prefix(zero.size());
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-'))
        return zoneOf(text);
    const int sign = text.front() == '-' ? -1 : 1;
    std::string digits(text.substr(1));
    std::erase(digits, ':');
    if (!allDigits(digits) || digits.size() > 4)
        return std::nullopt;
    const int value = *numberOf(digits);
    const int minutes = digits.size() <= 2 ? value * 60 : (value / 100) * 60 + value % 100;
    if (minutes > MaxOffset || (digits.size() > 2 && value % 100 > 59))
        return std::nullopt;
    return sign * minutes;
}

// True for the afternoon, false for the morning; nothing for other words.
std::optional<bool> halfOfDay(std::string_view word)
{
    if (word == "pm" || word == "p.m" || word == "p.m.")
        return true;
    return word == "am" || word == "a.m" || word == "a.m." ? std::optional(false) : std::nullopt;
}

// Whether letters stand where a clock promised digits: "09:00:xx".
bool cutShort(std::string_view text, std::size_t clockEnd)
{
    return text[clockEnd - 1] == ':' && clockEnd < text.size()
        && std::isalpha(static_cast<unsigned char>(text[clockEnd])) != 0;
}

std::optional<base::Instant> readIso(std::string_view text)
{
    // Date: yyyy, yyyy-mm, yyyy-mm-dd, yyyymmdd, yyyy-ddd, yyyyddd, yyyy-Www-d; then T or space and a clock.
    std::size_t end = 0;
    while (end < text.size()
        && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-' || text[end] == 'w'
            || text[end] == '/'))
        ++end;
    std::string date(text.substr(0, end));
    std::string_view rest = base::trimmed(text.substr(end));
    std::replace(date.begin(), date.end(), '/', '-');
    Parts parts;
    const std::vector<std::string_view> fields = base::split(date, '-');
    if (fields.empty() || fields[0].size() < 4 || fields.size() > 3)
        return std::nullopt;
    parts.month = parts.day = 1;
    const auto number = [](std::string_view digits) { return numberOf(digits).value_or(-1); };
    if (date.find('w') != std::string::npos) {
        std::string compact = date;
        std::erase(compact, '-');
        if (compact.size() < 7)
            return std::nullopt;
        const int isoYear = number(std::string_view(compact).substr(0, 4));
        const int week = number(std::string_view(compact).substr(5, 2));
        const int weekday = compact.size() > 7 ? number(std::string_view(compact).substr(7, 1)) : 1;
        if (isoYear < 0 || week < 1 || week > 53 || weekday < 1 || weekday > 7)
            return std::nullopt;
        const sys_days fourth = year(isoYear) / January / 4;
        const int offset = static_cast<int>(std::chrono::weekday(fourth).iso_encoding()) - 1;
        const sys_days day = fourth - days(offset) + days((week - 1) * 7 + weekday - 1);
        const year_month_day ymd(day);
        parts.year = static_cast<int>(ymd.year());
        parts.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
        parts.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    } else if (fields.size() == 1 && date.size() == 8) {
        parts.year = number(std::string_view(date).substr(0, 4));
        parts.month = number(std::string_view(date).substr(4, 2));
        parts.day = number(std::string_view(date).substr(6, 2));
    } else if ((fields.size() == 1 && date.size() == 7) || (fields.size() == 2 && fields[1].size() == 3)) {
        std::string compact = date;
        std::erase(compact, '-');
        parts.year = number(std::string_view(compact).substr(0, 4));
        const int ordinal = number(std::string_view(compact).substr(4));
        if (parts.year < 1 || ordinal < 1 || ordinal > (year(parts.year).is_leap() ? 366 : 365))
            return std::nullopt;
        const year_month_day ymd(sys_days(year(parts.year) / January / 1) + days(ordinal - 1));
        parts.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
        parts.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    } else {
        if (fields[0].size() > 4)
            return std::nullopt;
        parts.year = number(fields[0]);
        if (fields.size() > 1)
            parts.month = number(fields[1]);
        if (fields.size() > 2)
            parts.day = number(fields[2]);
    }
    if (!rest.empty() && (rest.front() == 't' || rest.front() == '_'))
        rest = base::trimmed(rest.substr(1));
    else if (rest.starts_with("at "))
        rest.remove_prefix(3);
    if (const std::optional<bool> half = halfOfDay(rest.substr(0, rest.find(' ')))) { // East Asia
        parts.afternoon = half;
        rest = base::trimmed(rest.substr(std::min(rest.find(' '), rest.size())));
    }
    if (!rest.empty()) {
        std::size_t clockEnd = 0;
        while (clockEnd < rest.size()
            && (std::isdigit(static_cast<unsigned char>(rest[clockEnd])) != 0 || rest[clockEnd] == ':'
                || rest[clockEnd] == '.' || rest[clockEnd] == ','))
            ++clockEnd;
        std::string clock(rest.substr(0, clockEnd));
        if (std::count(clock.begin(), clock.end(), '.') == 2) // "13.44.05"
            std::replace(clock.begin(), clock.end(), '.', ':');
        if (clockEnd > 0 && (!readClock(clock, parts) || cutShort(rest, clockEnd)))
            return std::nullopt;
        std::string_view zone = base::trimmed(rest.substr(clockEnd));
        if (const std::optional<bool> half = halfOfDay(zone.substr(0, zone.find(' ')))) {
            parts.afternoon = half;
            zone = base::trimmed(zone.substr(std::min(zone.find(' '), zone.size())));
        }
        if (const std::size_t space = zone.find(' '); space != std::string_view::npos)
            zone = zone.substr(0, space);
        if (!zone.empty()) {
            const std::optional<int> offset = readOffset(zone);
            if (!offset && (clockEnd == 0 || zone.find_first_of("0123456789:+-") != std::string_view::npos))
                return std::nullopt;
            parts.offset = offset.value_or(0);
        }
    }
    return instantOf(parts);
}

// "10.30", "10.30.05", "10h30": fills the clock; false when it is none.
bool dottedClock(std::string_view word, Parts& parts)
{
    std::string colons(word);
    for (char& c : colons) {
        if (c == '.' || c == 'h')
            c = ':';
        else if (std::isdigit(static_cast<unsigned char>(c)) == 0)
            return false;
    }
    const std::size_t first = colons.find(':');
    return first != std::string::npos && first > 0 && first <= 2 && colons.size() <= 8
        && std::count(colons.begin(), colons.end(), ':') <= 2 && readClock(colons, parts);
}

// Words in any order: weekday, day, month, year, clock, zone; numbers with slashes or dots.
std::optional<base::Instant> readWords(std::string_view text)
{
    std::string clean(text);
    for (char& c : clean) {
        if (c == ',' || c == '(' || c == ')')
            c = ' ';
    }
    Parts parts;
    bool clock = false;
    bool monthSure = false;
    std::size_t words = 0;
    std::vector<std::pair<int, std::size_t>> numbers;
    for (std::string_view word : base::split(clean, ' ')) {
        word = base::trimmed(word);
        while (word.ends_with('.'))
            word.remove_suffix(1);
        if (word.empty())
            continue;
        ++words;
        if (words == 1 && word.ends_with(':') && monthOf(word) == 0
            && word.find_first_of("0123456789+-") == std::string_view::npos && word.size() > 1)
            continue; // "Published:"
        if (word.size() > 2 && word.front() == 't' && word.find(':') != std::string_view::npos
            && std::isdigit(static_cast<unsigned char>(word[1])) != 0)
            word.remove_prefix(1);
        if (word.find(':') != std::string_view::npos) {
            std::size_t end = 0;
            while (end < word.size()
                && (std::isdigit(static_cast<unsigned char>(word[end])) != 0 || word[end] == ':'
                    || word[end] == '.'))
                ++end;
            if (end == 0) {
                const std::optional<int> offset = readOffset(word); // "+02:00", "GMT-01:00"
                if (!offset)
                    return std::nullopt;
                parts.offset = *offset;
                continue;
            }
            if (!readClock(word.substr(0, end), parts) || cutShort(word, end))
                return std::nullopt;
            clock = true;
            word = word.substr(end);
            if (const std::optional<bool> half = halfOfDay(word))
                parts.afternoon = half;
            else if (!word.empty())
                parts.offset = readOffset(word).value_or(0);
            continue;
        }
        if (const std::optional<bool> half = halfOfDay(word)) {
            parts.afternoon = half;
            continue;
        }
        if (word.front() == '+' || (word.front() == '-' && word.size() > 1 && clock)) {
            const std::optional<int> offset = readOffset(word);
            if (!offset)
                return std::nullopt;
            parts.offset = *offset;
            continue;
        }
        if (allDigits(word)) {
            if (word.size() > 4)
                return std::nullopt;
            numbers.emplace_back(*numberOf(word), word.size());
            continue;
        }
        // "24 Nov 2026 10.30", "24 nov. 2026 10h30"
        if (parts.month > 0 && !clock && dottedClock(word, parts)) {
            clock = true;
            continue;
        }
        // "24-Nov-2026", "11/24/2026", "24.11.2026"
        const std::size_t joint = word.find_first_of("-/.");
        if (joint != std::string_view::npos && std::isdigit(static_cast<unsigned char>(word.front())) != 0) {
            std::string spaced(word);
            const char sign = word[joint];
            std::replace(spaced.begin(), spaced.end(), sign, ' ');
            const std::vector<std::string_view> fields = base::split(spaced, ' ');
            if (fields.size() == 3) {
                monthSure = true;
                const int named = monthOf(fields[1]);
                const std::optional<int> first = numberOf(fields[0]);
                const std::optional<int> second = numberOf(fields[1]);
                const std::optional<int> third = numberOf(fields[2]);
                if (named > 0 && first && third) {
                    parts.day = *first;
                    parts.month = named;
                    parts.year = fullYear(*third, fields[2].size());
                    continue;
                }
                if (first && second && third
                    && (fields[0].size() == 4 || (sign == '-' && fields[2].size() <= 2))) {
                    parts.year = fullYear(*first, fields[0].size());
                    parts.month = *second;
                    parts.day = *third;
                    continue;
                }
                if (first && second && third) {
                    // With a slash the month comes first in the feeds that write so, unless it cannot be one.
                    const bool dayFirst = sign == '.' || *first > 12;
                    parts.day = dayFirst ? *first : *second;
                    parts.month = dayFirst ? *second : *first;
                    parts.year = fullYear(*third, fields[2].size());
                    continue;
                }
            }
            return std::nullopt;
        }
        if (const int named = monthOf(word); named > 0 && !monthSure) {
            parts.month = named;
            monthSure = !isWeekdayToo(word);
            continue;
        }
        if (clock) {
            if (const std::optional<int> zone = readOffset(word))
                parts.offset = *zone;
            continue;
        }
        if (word.size() > 2 && std::isdigit(static_cast<unsigned char>(word.front())) != 0) { // "24th"
            std::size_t end = 0;
            while (end < word.size() && std::isdigit(static_cast<unsigned char>(word[end])) != 0)
                ++end;
            numbers.emplace_back(*numberOf(word.substr(0, end)), end);
        }
    }
    if (parts.month < 0 && parts.day < 0 && numbers.size() == 3 && numbers[2].second == 4) { // "24 11 2026"
        parts.month = numbers[1].first;
        numbers.erase(numbers.begin() + 1);
    }
    if (parts.month < 0)
        return std::nullopt;
    if (words == 2 && numbers.size() == 1 && numbers[0].second == 4) // "November 2026"
        parts.day = 1;
    for (const auto& [value, digits] : numbers) {
        if (digits >= 3 || (parts.day >= 0 && parts.year < 0))
            parts.year = fullYear(value, digits);
        else if (parts.day < 0)
            parts.day = value;
    }
    return instantOf(parts);
}

// "2026-november-24" with the month as a number.
std::string withoutMonthName(std::string text)
{
    const std::size_t first = text.find('-');
    const std::size_t second = first == std::string::npos ? first : text.find('-', first + 1);
    if (first != 4 || second == std::string::npos || !allDigits(std::string_view(text).substr(0, 4)))
        return text;
    if (const int month = monthOf(std::string_view(text).substr(first + 1, second - first - 1)); month > 0)
        text.replace(first + 1, second - first - 1, std::to_string(month));
    return text;
}

std::optional<base::Instant> readUnzoned(std::string_view text)
{
    if (const std::string_view whole = text.substr(0, text.find('.')); allDigits(whole)
        && (whole.size() == 10 || (whole.size() == 13 && whole.size() == text.size()))
        && (whole.size() == text.size() || allDigits(text.substr(whole.size() + 1)))) {
        std::int64_t value = 0;
        std::from_chars(whole.data(), whole.data() + whole.size(), value);
        return base::fromUnix(whole.size() == 13 ? value / 1000 : value);
    }
    if (allDigits(text) && text.size() == 14) { // "20261124134405"
        const std::string_view clock = text.substr(8);
        return readIso(std::string(text.substr(0, 8)) + 't' + std::string(clock));
    }
    std::string plain = withoutMonthName(std::string(text));
    if (plain.size() >= 10 && plain[4] == '.' && plain[7] == '.')
        plain[4] = plain[7] = '-';
    if (plain.size() >= 4 && allDigits(std::string_view(plain).substr(0, 4))) {
        if (std::optional<base::Instant> iso = readIso(plain))
            return iso;
    }
    return readWords(plain);
}

// "… 20:19:00 America/Los_Angeles": the clock there, by ICU's rules for that day.
base::Instant inZone(base::Instant local, std::string_view name)
{
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())))));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        return local;
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<double>(base::toUnix(local)) * 1000.0, true, raw, summer, status);
    if (U_FAILURE(status))
        return local;
    return local - seconds((raw + summer) / 1000);
}

std::optional<base::Instant> readAny(std::string_view text)
{
    if (text.size() > MaxText)
        return std::nullopt;
    bool korean = false;
    std::string line = plainDate(text, korean);
    if (line.empty() || line.size() > MaxLine)
        return std::nullopt;
    // Names of zones have capitals.
    const std::string written = base::collapsed(text);
    const std::string_view lastWord = std::string_view(written).substr(written.find_last_of(" [") + 1);
    std::string zone;
    if (const std::size_t bracket = line.find('['); bracket != std::string::npos && line.ends_with(']')) {
        zone = lastWord.substr(0, lastWord.size() - 1);
        line.resize(bracket);
        // RFC 9557: the offset, where there is one, counts.
        if (line.ends_with('z')
            || line.find_first_of("+-", std::min(line.find('t'), line.size())) != std::string::npos)
            zone.clear();
    } else if (const std::size_t space = line.rfind(' '); space != std::string::npos) {
        if (lastWord.find('/') != std::string_view::npos
            && std::isalpha(static_cast<unsigned char>(lastWord.front())) != 0) {
            zone = lastWord;
            line.resize(space);
        }
    }
    const std::optional<base::Instant> local = readUnzoned(line);
    if (!local || (zone.empty() && !korean))
        return local;
    return inZone(*local, korean ? "Asia/Seoul" : zone); // a zone unknown to ICU counts as UTC
}

} // namespace

std::optional<base::Instant> readDate(std::string_view text)
{
    constexpr std::int64_t YearOne = -62135596800; // 0001-01-01T00:00:00Z
    constexpr std::int64_t YearTenThousand = 253402300800;
    const std::optional<base::Instant> date = readAny(text);
    // A zone or Unix seconds can lead out of the years that can be written.
    return date && base::toUnix(*date) >= YearOne && base::toUnix(*date) < YearTenThousand ? date
                                                                                           : std::nullopt;
}

} // namespace ingest
