// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "dates.h"

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

constexpr int MaxOffset = 15 * 60; // minutes; no place on earth is further from UTC

struct Parts {
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0; // minutes east of UTC
    bool valid = true;
};

std::optional<base::Instant> instantOf(const Parts& parts)
{
    if (!parts.valid || parts.year < 1 || parts.year > 9999 || parts.month < 1 || parts.day < 1)
        return std::nullopt;
    const year_month_day date{
        year(parts.year), month(static_cast<unsigned>(parts.month)), day(static_cast<unsigned>(parts.day))};
    if (!date.ok() || parts.hour > 24 || parts.minute > 59 || parts.second > 60)
        return std::nullopt;
    return sys_days(date) + hours(parts.hour) + minutes(parts.minute - parts.offset)
        + seconds(std::min(parts.second, 59));
}

int monthOf(std::string_view word)
{
    struct Name {
        std::string_view prefix;
        int month;
    };
    constexpr Name Names[] = {{"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"avr", 4}, {"may", 5},
        {"mai", 5}, {"mag", 5}, {"jun", 6}, {"juin", 6}, {"giu", 6}, {"jul", 7}, {"juil", 7}, {"lug", 7},
        {"aug", 8}, {"aou", 8}, {"ao\u00FB", 8}, {"ago", 8}, {"sep", 9}, {"set", 9}, {"oct", 10}, {"okt", 10},
        {"ott", 10}, {"out", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12}, {"d\u00E9c", 12},
        {"f\u00E9v", 2}, {"m\u00E4r", 3}, {"mrz", 3}, {"gen", 1}, {"ene", 1}, {"abr", 4}, {"maj", 5},
        {"fev", 2}};
    for (const Name& name : Names) {
        if (word.starts_with(name.prefix) && (name.prefix != "jui"))
            return name.prefix == "jun" && word.starts_with("juil") ? 7 : name.month;
    }
    return 0;
}

std::optional<int> zoneOf(std::string_view word)
{
    struct Zone {
        std::string_view name;
        int minutes;
    };
    constexpr Zone Zones[] = {{"z", 0}, {"ut", 0}, {"utc", 0}, {"gmt", 0}, {"wet", 0}, {"bst", 60},
        {"cet", 60}, {"west", 60}, {"cest", 120}, {"mez", 60}, {"mesz", 120}, {"eet", 120}, {"eest", 180},
        {"msk", 180}, {"est", -300}, {"edt", -240}, {"et", -300}, {"cst", -360}, {"cdt", -300}, {"mst", -420},
        {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600},
        {"ist", 330}, {"sgt", 480}, {"hkt", 480}, {"jst", 540}, {"kst", 540}, {"aest", 600}, {"aedt", 660},
        {"nzst", 720}, {"nzdt", 780}, {"gst", 240}, {"pkt", 300}, {"met", 60}, {"mest", 120}, {"sast", 120},
        {"cat", 120}, {"eat", 180}, {"brt", -180}, {"art", -180}, {"nst", -210}, {"ndt", -150}, {"ast", -240},
        {"adt", -180}, {"ct", -360}, {"mt", -420}, {"pt", -480}, {"acst", 570}, {"awst", 480}, {"wib", 420},
        {"ict", 420}};
    for (const Zone& zone : Zones) {
        if (zone.name == word)
            return zone.minutes;
    }
    return std::nullopt;
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
        if (parts.year < 0 || ordinal < 1 || ordinal > 366)
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
    if (!rest.empty() && rest.front() == 't')
        rest = base::trimmed(rest.substr(1));
    if (!rest.empty()) {
        std::size_t clockEnd = 0;
        while (clockEnd < rest.size()
            && (std::isdigit(static_cast<unsigned char>(rest[clockEnd])) != 0 || rest[clockEnd] == ':'
                || rest[clockEnd] == '.' || rest[clockEnd] == ','))
            ++clockEnd;
        if (clockEnd > 0 && !readClock(rest.substr(0, clockEnd), parts))
            return std::nullopt;
        std::string_view zone = base::trimmed(rest.substr(clockEnd));
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
    bool afternoon = false;
    bool morning = false;
    std::vector<std::pair<int, std::size_t>> numbers;
    for (std::string_view word : base::split(clean, ' ')) {
        word = base::trimmed(word);
        while (word.ends_with('.'))
            word.remove_suffix(1);
        if (word.empty())
            continue;
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
            if (!readClock(word.substr(0, end), parts))
                return std::nullopt;
            clock = true;
            word = word.substr(end);
            if (word == "pm" || word == "am") {
                afternoon = word == "pm";
                morning = word == "am";
            } else if (!word.empty()) {
                parts.offset = readOffset(word).value_or(0);
            }
            continue;
        }
        if (word == "pm" || word == "am" || word == "p.m" || word == "a.m") {
            afternoon = word.front() == 'p';
            morning = !afternoon;
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
        // "24-Nov-2026", "11/24/2026", "24.11.2026"
        const std::size_t joint = word.find_first_of("-/.");
        if (joint != std::string_view::npos && std::isdigit(static_cast<unsigned char>(word.front())) != 0) {
            std::string spaced(word);
            const char sign = word[joint];
            std::replace(spaced.begin(), spaced.end(), sign, ' ');
            const std::vector<std::string_view> fields = base::split(spaced, ' ');
            if (fields.size() == 3) {
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
        if (const int named = monthOf(word); named > 0 && parts.month < 0 && word != "mon" && word != "mar") {
            parts.month = named;
            continue;
        }
        if (word == "mar" || word == "march") {
            parts.month = 3;
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
    for (const auto& [value, digits] : numbers) {
        if (digits >= 3 || (parts.day >= 0 && parts.year < 0))
            parts.year = fullYear(value, digits);
        else if (parts.day < 0)
            parts.day = value;
    }
    if (afternoon && parts.hour < 12)
        parts.hour += 12;
    if (morning && parts.hour == 12)
        parts.hour = 0;
    return instantOf(parts);
}

std::optional<base::Instant> readUnzoned(std::string_view text)
{
    const std::string lower = base::lowerAscii(text);
    if (allDigits(lower) && (lower.size() == 10 || lower.size() == 13)) {
        std::int64_t value = 0;
        std::from_chars(lower.data(), lower.data() + lower.size(), value);
        return base::fromUnix(lower.size() == 13 ? value / 1000 : value);
    }
    if (lower.size() >= 4 && allDigits(std::string_view(lower).substr(0, 4))) {
        if (std::optional<base::Instant> iso = readIso(lower))
            return iso;
    }
    return readWords(lower);
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

} // namespace

std::optional<base::Instant> readDate(std::string_view text)
{
    const std::string line = base::collapsed(text);
    if (line.empty() || line.size() > 80)
        return std::nullopt;
    if (const std::size_t space = line.rfind(' '); space != std::string::npos) {
        const std::string_view last = std::string_view(line).substr(space + 1);
        if (last.find('/') != std::string_view::npos
            && std::isalpha(static_cast<unsigned char>(last.front())) != 0) {
            const std::optional<base::Instant> local = readUnzoned(std::string_view(line).substr(0, space));
            return local ? std::optional(inZone(*local, last))
                         : std::nullopt; // a zone unknown to ICU counts as UTC
        }
    }
    return readUnzoned(line);
}

} // namespace ingest
