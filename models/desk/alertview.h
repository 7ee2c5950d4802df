// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/span.h>
#include <desk/alertrule.h>
#include <desk/ruleexplain.h>
#include <desk/watchlist.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What is shown of rules and their firings: values made by the store's readers and the rehearsal.
namespace desk {

struct RuleRow {
    AlertRule rule;
    base::Instant made = {};
    std::int64_t firings = 0;
    std::optional<base::Instant> last; // firing
    double perWeek = 0; // of the last four weeks, or of what the rule has stood
    std::string problem; // why it cannot fire: it names a search or watchlist that is gone; empty: it can
};

// An article of a firing as it was then; it stands whatever becomes of the article.
struct FiringArticle {
    std::int64_t article = 0; // 0: it is gone
    bool fired = true; // false: of the same story, held back
    base::Instant at = {}; // when it was looked at
    int revision = 1; // which of its texts
    std::string title;
    std::string source;
    std::string url;
    std::optional<base::Instant> published;
    base::Instant received = {};
    std::optional<double> impact;
    std::optional<double> sentiment;
    std::optional<double> novelty;
    std::vector<Clause> clauses; // what of the rule it met
    std::string quote; // its words about the first evidence, cut with "…"
    std::vector<base::Span> quoteHits; // bytes of the quote
    std::string engine; // version
    std::string pack; // hash of the data
};

struct Firing {
    std::int64_t id = 0;
    std::int64_t rule = 0; // 0: it is gone
    std::string ruleName;
    std::string ruleText; // as it stood
    AlertClass level = AlertClass::High;
    std::int64_t story = 0; // 0: of none, or of the rule's whole stream
    base::Instant at = {};
    std::string title; // of the article that fired
    std::string reason; // what crossed: "volume 12, usually 3.1"; may be empty
    std::optional<base::Instant> acknowledged;
    std::optional<base::Instant> delivered; // nothing: it waits (quiet hours, no service, program closed)
    std::int64_t held = 0; // further articles of the story that were held back
    std::int64_t article = 0; // that fired; 0: it is gone
    std::optional<double> impact; // of it
    std::string source; // of it
    std::string url;
    std::vector<FiringArticle> articles; // only where the whole receipt was asked for; first fired first
};

struct FiringCounts {
    std::int64_t open = 0; // not acknowledged
    std::int64_t openCritical = 0;
    std::int64_t waiting = 0; // not delivered
};

struct DeliveryLine {
    std::int64_t id = 0; // grows with time
    std::int64_t firing = 0; // 0: of a digest of many
    std::string rule; // name; of a digest nothing
    std::string headline; // of the article that fired; of a digest nothing
    std::string title; // what was told
    base::Instant at = {};
    std::string channel; // desktop, tray, digest, command, sound, list
    bool done = false;
    std::string detail; // plain; why not, or what the command said
};

// What a rule would have done.
struct RehearsedFiring {
    std::int64_t article = 0;
    base::Instant at = {}; // received
    std::string title;
    std::string source;
    AlertClass level = AlertClass::High;
    std::optional<double> impact;
    int storySources = 1;
    int held = 0; // later articles of the story, held back
    std::string reason; // what crossed
};

struct RehearsedMiss {
    std::int64_t article = 0;
    base::Instant at = {};
    std::string title;
    std::string source;
    std::optional<double> impact;
    std::string reason; // "0.28, not impact>=0.3"
};

struct Rehearsal {
    int days = 30;
    base::Instant from = {}; // of the first day
    std::int64_t articles = 0; // received in that time
    std::int64_t matched = 0; // that the query matches
    std::int64_t stories = 0; // fired on
    std::vector<RehearsedFiring> firings; // newest first
    std::vector<RehearsedMiss> misses; // newest first; at most a hundred
    std::vector<int> perDay; // firings, oldest day first
    double perDayMean() const { return days > 0 ? static_cast<double>(firings.size()) / days : 0; }
    double perWeek() const { return 7 * perDayMean(); }
    std::int64_t millis = 0; // how long it took; filled in by who asked
};

// Why a rule fires on an article, or does not.
struct WhyNot {
    std::string ruleName;
    std::string title; // of the article
    bool fires = false; // it would fire if the article came in now
    std::vector<Clause> clauses; // its query's, then what else must hold: age, sleep, crossings, its story
};

struct WatchlistRow {
    Watchlist list;
    std::int64_t articles = 0; // of the last seven days
};

} // namespace desk
