// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/query.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What an analyst wants to be told of: a query, what must cross besides, how grave it is and when to be
// silent. A rule has one text form, which `alerts add`, the window's text field and the store share.
namespace desk {

enum class AlertClass { Info, High, Critical };

std::string_view className(AlertClass level); // "info", "high", "critical"

// What must cross at an article that the query matches. The amounts: impact 0…1, sentiment 0…2, novelty
// 0…100, volume in multiples of the usual.
struct Crossing {
    enum class Kind {
        Impact, // the highest impact of the story's articles rises above the amount
        Novelty, // the article's novelty within its story is at least the amount
        FirstSource, // no other article of its story was told before it
        SentimentFall, // mean sentiment of what the query matched: the last hours below the hours before
        SentimentRise,
        Volume // number of what the query matched in the last hours, beside the mean of a week before
    };
    Kind kind = Kind::Impact;
    double amount = 0;
    int hours = 24; // of the last three

    bool operator==(const Crossing&) const = default;
    // Told of the rule's whole stream rather than of a story.
    bool ofStream() const { return kind >= Kind::SentimentFall; }
};

std::string crossingText(const Crossing& crossing); // "impact above 0.6", "sentiment falls 0.2 in 24h", …

struct QuietHours {
    int from = 0; // minutes since midnight there; from > to: over midnight
    int to = 0;
    std::string zone = "UTC"; // IANA name
    bool butCritical = false; // critical ones are delivered all the same

    bool operator==(const QuietHours&) const = default;
};

struct AlertRule {
    std::int64_t id = 0; // of the store; 0: in none yet
    std::string name;
    std::string query; // empty matches every article; then something must cross
    std::vector<Crossing> crossings; // all at the same article
    AlertClass level = AlertClass::High;
    std::string highWhen; // queries that make a firing of it one of this class instead; empty: none
    std::string criticalWhen;
    std::vector<std::string> sources; // only from these, as in source:
    std::vector<std::string> watchlists; // only what is of one of these
    std::optional<QuietHours> quiet;
    int cooldownMinutes = 360; // of a story: no firing of the same or a lower class
    std::optional<base::Instant> snoozedUntil; // it fires nothing before
    std::optional<base::Instant> expires; // it fires nothing from then on
    int freshDays = 7; // an article told longer before it was received is no news; 0: all are
    bool opinions = false; // opinion pieces count
    bool desktop = true; // notifications
    bool sound = true;
    bool enabled = true;
    std::vector<std::string> command; // program and arguments; {title}, {url}, {source}, {class}, {rule},
                                      // {article} stand for what fired. Empty: none

    bool operator==(const AlertRule&) const = default;
};

// Reads the text form: clauses, one a line or parted by ";" outside of quotes. The first may be the query
// alone; every other one begins with its word and a colon:
//   topic:"Oil & Gas" impact>=0.3
//   name: Oil shocks                 else the query is its name
//   class: critical                  info, high (the one without this clause) or critical
//   high: impact>=0.5                the class of what this query matches, too; also critical:
//   crosses: impact above 0.6        novelty above 75; first source; sentiment falls 0.2 in 24h;
//                                    sentiment rises 0.2 in 24h; volume above 3x in 24h; several by commas
//   sources: Reuters, "Metals Daily"
//   watchlists: Book
//   quiet: 22:00-07:00 Europe/Berlin but critical
//   cooldown: 6h                     30m, 6h, 2d or none
//   snooze: 2026-12-01T08:00         UTC
//   expires: 2027-01-01
//   fresh: 7d                        or any
//   opinion: yes
//   delivery: desktop, sound         or list (in the list alone)
//   run: notify-me --title "{title}"
//   off                              kept, but asleep
// InvalidInput says the column of the text (errorColumn) and what was expected. The queries are read too, as
// far as they name saved searches and watchlists that the store knows.
base::Result<AlertRule> parseRule(std::string_view text, base::Instant now, const SavedQueries& saved = {},
    const WatchlistMembers& watchlists = {});

// The text form; what stands at its default is left out. Reads back as the same rule.
std::string ruleText(const AlertRule& rule);
std::string ruleLine(const AlertRule& rule); // the same in one line

// What is wrong with a rule that a form made, as parseRule would say it of its text.
base::Outcome checkRule(const AlertRule& rule, base::Instant now, const SavedQueries& saved = {},
    const WatchlistMembers& watchlists = {});

// What an article must meet for the rule to look at it at all, as one query: the rule's own, its sources and
// watchlists, and no opinion piece unless asked.
struct RuleQueries {
    Query match;
    std::optional<Query> high; // read alone: it holds of an article that `match` holds of
    std::optional<Query> critical;
};
base::Result<RuleQueries> ruleQueries(const AlertRule& rule, base::Instant now,
    const SavedQueries& saved = {}, const WatchlistMembers& watchlists = {});

// Whether a query speaks of opinion pieces itself: then it is asked for them.
bool namesOpinion(const QueryNode& node);

// Neither off, snoozed nor expired.
bool isAwake(const AlertRule& rule, base::Instant now);
// Whether its firings of this class are held back now.
bool isQuiet(const AlertRule& rule, AlertClass level, base::Instant now);
// Whether the article came in too long after it was told; without a date it is as fresh as can be.
bool isStale(
    const AlertRule& rule, const std::optional<base::Instant>& published, base::Instant received);

// The last firing of a rule on one story.
struct LastFiring {
    AlertClass level = AlertClass::Info;
    base::Instant at = {};
};
// Once until the class changes: a higher class fires at once, a lower one after the cooldown, the same one
// never again. A clock that went back is still within the cooldown.
bool mayFire(const AlertRule& rule, AlertClass level, const std::optional<LastFiring>& last, base::Instant now);
// The same of a stream of articles, which may cross again: a higher class at once, others after the cooldown.
bool mayFireAgain(
    const AlertRule& rule, AlertClass level, const std::optional<LastFiring>& last, base::Instant now);

} // namespace desk
