// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "briefschedule.h"

#include "query.h"

#include <base/strings.h>

#include <algorithm>
#include <charconv>

namespace desk {

namespace {

constexpr std::array<std::string_view, 7> Days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int OnTimeMinutes = 10; // a busy machine may be a little late
constexpr std::array<std::string_view, 5> Endings{".pdf", ".html", ".md", ".txt", ".json"};

base::Error wrong(std::string message) { return {base::ErrorCode::InvalidInput, std::move(message)}; }

// At semicolons outside of quotes.
std::vector<std::string> partsOf(std::string_view line)
{
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        if (c == ';' && !quoted)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    for (std::string& part : parts)
        part = std::string(base::trimmed(part));
    return parts;
}

std::optional<int> dayOf(std::string_view name)
{
    const auto found = std::find(Days.begin(), Days.end(), base::lowerAscii(name));
    return found == Days.end() ? std::nullopt : std::optional(static_cast<int>(found - Days.begin()));
}

base::Outcome readDays(std::string_view text, std::array<bool, 7>& days)
{
    days.fill(base::lowerAscii(text) == "daily");
    if (days[0])
        return base::Done{};
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string part(base::trimmed(text.substr(at, end - at)));
        const std::size_t dash = part.find('-');
        const std::optional<int> first = dayOf(std::string(base::trimmed(part.substr(0, dash))));
        const std::optional<int> last
            = dash == std::string::npos ? first : dayOf(std::string(base::trimmed(part.substr(dash + 1))));
        if (!first || !last)
            return wrong("expected days like mon-fri, mon, thu or daily, not \"" + part + '"');
        for (int day = *first;; day = (day + 1) % 7) { // sat-mon goes round
            days[static_cast<std::size_t>(day)] = true;
            if (day == *last)
                break;
        }
        at = end + 1;
    }
    return base::Done{};
}

std::optional<int> minuteOf(std::string_view text)
{
    const auto number = [](std::string_view digits) {
        int value = -1;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return code == std::errc() && end == digits.data() + digits.size() && !digits.empty() && digits.size() <= 2
            ? value
            : -1;
    };
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const int hour = number(text.substr(0, colon));
    const int minute = number(text.substr(colon + 1));
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && text.size() - colon == 3
        ? std::optional(60 * hour + minute)
        : std::nullopt;
}

base::Outcome readWhen(const std::string& text, BriefSchedule& schedule)
{
    const std::size_t space = text.rfind(' ');
    const std::optional<int> minute
        = space == std::string::npos ? std::nullopt : minuteOf(std::string_view(text).substr(space + 1));
    if (!minute)
        return wrong("expected days and a time first, like mon-fri 06:30");
    schedule.minute = *minute;
    return readDays(base::trimmed(std::string_view(text).substr(0, space)), schedule.days);
}

base::Outcome readQuery(const std::string& text, BriefSchedule& schedule)
{
    // Whatever searches and watchlists there are: how it is written is looked at here.
    const base::Result<Query> query = parseQuery(
        text, base::Instant{}, [](std::string_view) { return std::string(); },
        [](std::string_view) { return std::vector<WatchlistMember>(); });
    if (!query)
        return wrong("the query: " + query.error().message);
    schedule.query = text;
    return base::Done{};
}

base::Outcome readName(const std::string& text, BriefSchedule& schedule)
{
    const std::string lower = base::lowerAscii(text);
    const bool known = std::any_of(Endings.begin(), Endings.end(), [&](std::string_view ending) {
        return lower.ends_with(ending) && lower.size() > ending.size();
    });
    if (!known)
        return wrong("expected a name that ends in .pdf, .html, .md, .txt or .json");
    if (text.find('/') != std::string::npos)
        return wrong("a name holds no /: the folder is named by into:");
    schedule.name = text;
    return base::Done{};
}

base::Result<BriefSchedule> parseOne(std::string_view line)
{
    const std::vector<std::string> parts = partsOf(line);
    BriefSchedule schedule;
    if (const base::Outcome when = readWhen(parts.front(), schedule); !when)
        return when.error();
    bool kind = false;
    for (std::size_t at = 1; at < parts.size(); ++at) {
        const std::size_t colon = parts[at].find(':');
        const std::string key = base::lowerAscii(base::trimmed(std::string_view(parts[at]).substr(0, colon)));
        const std::string value(colon == std::string::npos
                ? std::string_view()
                : base::trimmed(std::string_view(parts[at]).substr(colon + 1)));
        base::Outcome read = base::Done{};
        if (key == "desk" || key == "changes" || key == "decisions") {
            schedule.kind = key == "desk" ? ScheduledKind::Desk
                : key == "changes"        ? ScheduledKind::Changes
                                          : ScheduledKind::Decisions;
            if (kind)
                read = wrong("one of desk:, changes: and decisions is enough");
            else if (key != "decisions")
                read = readQuery(value, schedule);
            kind = true;
        } else if (key == "into") {
            schedule.folder = value;
        } else if (key == "name") {
            read = readName(value, schedule);
        } else if (key == "late" && (value == "no" || value == "yes")) {
            schedule.late = value == "yes";
        } else if (!parts[at].empty()) {
            read = wrong("expected desk:, changes:, decisions, into:, name: or late: yes or no, not \"" + parts[at] + '"');
        }
        if (!read)
            return read.error();
    }
    if (!kind)
        return wrong("expected desk: and a query, changes: and a query, or decisions");
    if (schedule.folder.empty() || (schedule.folder.front() != '/' && schedule.folder != "~" && !schedule.folder.starts_with("~/")))
        return wrong("expected into: and a folder that begins with / or ~");
    return schedule;
}

std::string daysText(const std::array<bool, 7>& days)
{
    if (std::all_of(days.begin(), days.end(), [](bool day) { return day; }))
        return "daily";
    std::string text;
    for (std::size_t first = 0; first < days.size(); ++first) {
        if (!days[first])
            continue;
        std::size_t last = first;
        while (last + 1 < days.size() && days[last + 1])
            ++last;
        text += (text.empty() ? "" : ", ") + std::string(Days[first]);
        if (last > first)
            text += (last > first + 1 ? "-" : ", ") + std::string(Days[last]);
        first = last;
    }
    return text;
}

} // namespace

base::Result<std::vector<BriefSchedule>> parseSchedules(std::string_view text)
{
    std::vector<BriefSchedule> schedules;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.empty())
            continue;
        base::Result<BriefSchedule> one = parseOne(line);
        if (!one)
            return wrong("line " + std::to_string(number) + ": " + one.error().message);
        schedules.push_back(std::move(one).value());
    }
    return schedules;
}

std::string scheduleText(const BriefSchedule& schedule)
{
    const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
    std::string text = daysText(schedule.days) + ' ' + two(schedule.minute / 60) + ':' + two(schedule.minute % 60);
    switch (schedule.kind) {
    case ScheduledKind::Desk:
        text += "; desk: " + schedule.query;
        break;
    case ScheduledKind::Changes:
        text += "; changes: " + schedule.query;
        break;
    case ScheduledKind::Decisions:
        text += "; decisions";
        break;
    }
    text += "; into: " + schedule.folder + "; name: " + schedule.name;
    return schedule.late ? text : text + "; late: no";
}

std::string schedulesText(const std::vector<BriefSchedule>& schedules)
{
    std::string text;
    for (const BriefSchedule& schedule : schedules)
        text += scheduleText(schedule) + '\n';
    return text;
}

bool isOver(const BriefSchedule& schedule, const WallTime& now) { return now.minute >= schedule.minute; }

bool isDue(const BriefSchedule& schedule, const std::optional<ScheduleRun>& last, const WallTime& now)
{
    if (!schedule.days[static_cast<std::size_t>(now.weekday)] || !isOver(schedule, now))
        return false;
    if (!schedule.late && now.minute - schedule.minute > OnTimeMinutes)
        return false;
    const bool counts = last && last->at < now.at + std::chrono::hours(24);
    return !counts || last->date < now.date; // dates of this form sort by time
}

} // namespace desk
