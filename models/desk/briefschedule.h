// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Briefs that are written by themselves, on days and at a time of the clock on the wall.
namespace desk {

enum class ScheduledKind {
    Desk, // of a query
    Changes, // what changed in a query since the brief this schedule made last; the first one is a desk brief
    Decisions // the open decisions of the ledger
};

struct BriefSchedule {
    std::array<bool, 7> days{true, true, true, true, true, false, false}; // Monday first
    int minute = 6 * 60 + 30; // since midnight, 0…1439, local
    ScheduledKind kind = ScheduledKind::Desk;
    std::string query; // of Desk and Changes; empty: all articles
    std::string folder; // "~/briefs"
    std::string name = "{date}-{time}.pdf"; // its ending says the format: .pdf, .html, .md, .txt or .json
    bool late = true; // missed while nothing ran: made as soon as something does, the same day

    bool operator==(const BriefSchedule&) const = default;
};

// One schedule to a line, empty lines apart:
//   mon-fri 06:30; desk: received:24h; into: ~/briefs; name: {date}-{time}.pdf
//   daily 18:00; changes: topic:Metals; into: ~/briefs; name: metals-{date}.html; late: no
//   mon, thu 07:00; decisions; into: /srv/briefs; name: sheet-{date}.pdf
// A semicolon of a query stands within its quotes. InvalidInput says in which line what was expected.
base::Result<std::vector<BriefSchedule>> parseSchedules(std::string_view text);
std::string scheduleText(const BriefSchedule& schedule); // one line, that parseSchedules reads back
std::string schedulesText(const std::vector<BriefSchedule>& schedules);

// What the clock on the wall says.
struct WallTime {
    std::string date; // "2026-11-29"
    int weekday = 0; // Monday is 0
    int minute = 0; // since midnight, 0…1439
    base::Instant at = {}; // the same, anywhere
};

// When a schedule was last dealt with: made, tried in vain, or passed over.
struct ScheduleRun {
    std::string date; // of the clock on the wall then
    base::Instant at = {};
    std::string sidecar; // of the brief that was made, to count changes from; may be empty
};

// Whether it is to be made now. By the date on the wall: of one date once, however often its minute comes, so
// that neither summer time nor a journey nor a clock that is set makes one twice. A run that is a day or more in
// the future was noted by a clock that was wrong, and does not count.
bool isDue(const BriefSchedule& schedule, const std::optional<ScheduleRun>& last, const WallTime& now);
// Its time of today is over: nothing is made of a schedule that is new before tomorrow.
bool isOver(const BriefSchedule& schedule, const WallTime& now);

} // namespace desk
