// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What was told by topic and day: how much, of what impact and in which mood. Days are those of UTC, by when
// an article was published or, where nobody says, received. Only analysed articles count, and none that is
// hidden.
namespace desk {

using Day = std::chrono::sys_days;

inline constexpr int UsualDays = 28; // four weeks: each day of the week as often as the others
inline constexpr int FewestSeriesDays = 7; // of a store whose news begin later than the series would
inline constexpr int FewestUsualDays = 3; // of which the store must have news, to call anything usual

// Of some articles together.
struct DayFigures {
    std::int64_t articles = 0; // 0: the means say nothing
    double sentiment = 0; // mean, −1…+1
    double impact = 0; // mean, 0…1
    double volume = 0; // impact-weighted: the sum of the impacts
};

struct TopicDays {
    std::string topic;
    std::vector<DayFigures> days; // one for each day of the map, oldest first
    DayFigures period; // of all these days
    DayFigures recent; // of the last 24 hours
    std::optional<double> usual; // volume of 24 hours, mean of those before; nothing: too few to tell

    // How many times the usual volume the recent one is; nothing when there is no usual one.
    std::optional<double> againstUsual() const;
};

// What speaks otherwise in the last 24 hours than in the 24 hours before that had any news.
struct Mover {
    enum class Kind { Topic, Entity, Story };
    Kind kind = Kind::Topic;
    std::string name; // of a story the headline that began it
    std::string query; // its articles since then
    DayFigures before;
    DayFigures recent;

    double change() const { return recent.sentiment - before.sentiment; }
};

struct MapRequest {
    int days = 14;
    std::string filter; // a query; empty: all articles
    std::optional<Day> last = {}; // nothing: the newest day, today at most, that an article has as its date
    std::optional<base::Instant> asOf = {}; // only what was known then (store/asof.h)
};

struct MarketMap {
    Day first = {};
    Day last = {};
    Day newest = {}; // what MapRequest::last without a value comes to
    Day today = {}; // the last day that can be asked for
    base::Instant until
        = {}; // what "the last 24 hours" counts back from: now, or the end of an earlier last day
    base::Instant before = {}; // the 24 hours that movers are compared with begin here
    std::string filter;
    std::vector<TopicDays> topics; // by volume in the period, the largest first
    std::vector<Mover> movers; // what moved furthest, on most articles, with most impact, first
    std::int64_t articles = 0; // of the period, with a topic or without
    std::int64_t waiting = 0; // for their analysis, of any day
    int usualDays = 0; // on which what is usual rests
    std::vector<std::string> searches; // names of the saved ones: what the map can be narrowed to
};

struct SeriesRequest {
    std::string query;
    int days = 60;
    std::optional<base::Instant> asOf = {};
};

// One query by day.
struct DaySeries {
    std::string query;
    Day first = {}; // not before the store's first article, but for a series of a few days
    std::vector<DayFigures> days; // oldest first; one without articles is no zero
    DayFigures period;
};

std::string topicQuery(std::string_view topic);
// The articles of the query on these days, as the map counts them. An order in the query is left out.
std::string daysQuery(std::string_view query, Day first, Day last);
// The same of the moments from `from` up to, not including, `to`.
std::string momentsQuery(std::string_view query, base::Instant from, base::Instant to);
// Both conditions; either may be empty.
std::string bothQueries(std::string_view one, std::string_view other);

} // namespace desk
