// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "commands.h"
#include "storecommand.h"
#include "textinput.h"

#include <base/files.h>
#include <base/strings.h>
#include <store/alertrules.h>
#include <store/alertstore.h>
#include <store/rehearsal.h>

#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

int failed(const base::Error& error)
{
    printFailure(error);
    return SomeFailed;
}

// What was typed with a caret under the column the error names.
int refused(const std::string& text, const base::Error& error)
{
    printFailure(error);
    if (const std::optional<int> column = desk::errorColumn(error)) {
        std::string line = text;
        std::replace_if(
            line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        std::cerr << "  " << line << "\n  " << desk::columnSpaces(line, *column) << "^\n";
    }
    return UsageError;
}

void printJson(const Json& json) { std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

Json orNull(const std::optional<base::Instant>& at) { return at ? Json(base::toIso(*at)) : Json(nullptr); }
Json orNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

std::string scoreText(const std::optional<double>& value) { return value ? base::fixed(*value, 2) : "\u2013"; }

int listRules(store::Database& database, const std::string& format)
{
    const base::Result<std::vector<desk::RuleRow>> rows = store::readRuleRows(database, currentInstant());
    if (!rows)
        return failed(rows.error());
    Json all = Json::array();
    for (const desk::RuleRow& row : *rows) {
        const std::string level(desk::className(row.rule.level));
        if (format == "json") {
            all.push_back({{"id", row.rule.id}, {"name", row.rule.name}, {"class", level},
                {"rule", desk::ruleText(row.rule)}, {"firings", row.firings}, {"last", orNull(row.last)},
                {"per_week", row.perWeek}, {"awake", desk::isAwake(row.rule, currentInstant())},
                {"problem", row.problem.empty() ? Json(nullptr) : Json(row.problem)}});
            continue;
        }
        std::cout << row.rule.id << '\t' << level << '\t' << base::fixed(row.perWeek, 1) << " a week\t"
                  << row.firings << " firings\t" << (row.last ? base::toIso(*row.last) : std::string("never"))
                  << '\t' << desk::ruleLine(row.rule)
                  << (row.problem.empty() ? std::string() : "\tcannot fire: " + row.problem) << '\n';
    }
    if (format == "json")
        printJson(all);
    return AllDone;
}

int addRule(store::Database& database, const std::string& text)
{
    const base::Instant now = currentInstant();
    const base::Result<desk::AlertRule> rule = store::parseStoredRule(database, text, now);
    if (!rule)
        return refused(text, rule.error());
    const base::Result<std::int64_t> id = store::saveRule(database, *rule, now);
    if (!id)
        return failed(id.error());
    std::cout << *id << '\t' << desk::ruleLine(*rule) << '\n';
    return AllDone;
}

int removeRule(store::Database& database, const std::string& which)
{
    const base::Instant now = currentInstant();
    const base::Result<desk::AlertRule> rule = store::findRule(database, which, now);
    if (!rule)
        return failed(rule.error());
    const base::Result<desk::AlertRule> gone = store::removeRule(database, rule->id, now);
    if (!gone)
        return failed(gone.error());
    std::cout << "removed: " << desk::ruleLine(*gone) << '\n';
    return AllDone;
}

// A rule of the store by number or name, or the text of one.
base::Result<desk::AlertRule> ruleMeant(store::Database& database, const std::string& text)
{
    const base::Instant now = currentInstant();
    base::Result<desk::AlertRule> known = store::findRule(database, text, now);
    return known ? known : store::parseStoredRule(database, text, now);
}

int testRule(store::Database& database, const AlertsOptions& options)
{
    const base::Result<desk::AlertRule> rule = ruleMeant(database, options.rule);
    if (!rule)
        return refused(options.rule, rule.error());
    const base::Result<desk::WhyNot> why = store::whyNot(database, *rule, options.article, currentInstant());
    if (!why)
        return failed(why.error());
    if (options.format == "json") {
        Json clauses = Json::array();
        for (const desk::Clause& clause : why->clauses) {
            Json spans = Json::array();
            for (const base::Span& span : clause.spans) {
                if (span.field == base::Field::Title)
                    spans.push_back({{"field", "title"}, {"begin", span.begin}, {"end", span.end}});
                else
                    spans.push_back({span.begin, span.end});
            }
            clauses.push_back(
                {{"clause", clause.text}, {"holds", clause.holds}, {"found", clause.found}, {"evidence", spans}});
        }
        printJson({{"rule", why->ruleName}, {"article", options.article}, {"title", why->title},
            {"fires", why->fires}, {"clauses", clauses}});
        return AllDone;
    }
    std::cout << why->ruleName << (why->fires ? " fires on: " : " does not fire on: ") << why->title << '\n';
    for (const desk::Clause& clause : why->clauses)
        std::cout << (clause.holds ? "  yes  " : "  NO   ") << clause.text
                  << (clause.found.empty() ? std::string() : "   (" + clause.found + ')') << '\n';
    return AllDone;
}

void printRehearsal(const desk::Rehearsal& made)
{
    std::cout << "would have fired " << made.firings.size() << " times in " << made.days << " days, "
              << base::fixed(made.perDayMean(), 2) << " a day, " << base::fixed(made.perWeek(), 1)
              << " a week; " << made.misses.size() << " near misses; " << made.matched << " of " << made.articles
              << " articles match\n";
    for (std::size_t day = 0; day < made.perDay.size(); ++day) {
        if (made.perDay[day] > 0)
            std::cout << "  " << base::dayText(made.from + std::chrono::hours(24 * day)) << "  "
                      << made.perDay[day] << '\n';
    }
    for (const desk::RehearsedFiring& firing : made.firings)
        std::cout << base::toIso(firing.at) << "  fired as " << desk::className(firing.level) << "  "
                  << scoreText(firing.impact) << "  " << firing.article << "  " << firing.title << "  ["
                  << firing.source << "]  story of " << firing.storySources << " sources, " << firing.held
                  << " held back" << (firing.reason.empty() ? "" : "; " + firing.reason) << '\n';
    for (const desk::RehearsedMiss& miss : made.misses)
        std::cout << base::toIso(miss.at) << "  near miss: " << miss.reason << "  " << miss.article << "  "
                  << miss.title << "  [" << miss.source << "]\n";
}

int replayRule(store::Database& database, const AlertsOptions& options)
{
    const base::Result<desk::AlertRule> rule = ruleMeant(database, options.rule);
    if (!rule)
        return refused(options.rule, rule.error());
    const bool terminal = isatty(fileno(stderr)) != 0;
    const base::Result<desk::Rehearsal> made = store::rehearse(
        database, *rule, options.days, currentInstant(), [&](std::int64_t done, std::int64_t of) {
            if (terminal)
                std::cerr << "\r" << done << " of " << of << " articles " << std::flush;
            return true;
        });
    if (terminal)
        std::cerr << '\r';
    if (!made)
        return failed(made.error());
    if (options.format != "json") {
        printRehearsal(*made);
        return AllDone;
    }
    Json firings = Json::array();
    for (const desk::RehearsedFiring& one : made->firings)
        firings.push_back({{"at", base::toIso(one.at)}, {"article", one.article}, {"title", one.title},
            {"source", one.source}, {"class", desk::className(one.level)}, {"impact", orNull(one.impact)},
            {"story_sources", one.storySources}, {"held_back", one.held}, {"reason", one.reason}});
    Json misses = Json::array();
    for (const desk::RehearsedMiss& one : made->misses)
        misses.push_back({{"at", base::toIso(one.at)}, {"article", one.article}, {"title", one.title},
            {"source", one.source}, {"impact", orNull(one.impact)}, {"reason", one.reason}});
    printJson({{"days", made->days}, {"from", base::toIso(made->from)}, {"articles", made->articles},
        {"matched", made->matched}, {"per_day", made->perDay}, {"firings", firings}, {"near_misses", misses}});
    return AllDone;
}

int printLog(store::Database& database, const AlertsOptions& options)
{
    store::FiringRequest request;
    request.limit = options.limit;
    const base::Result<std::vector<desk::Firing>> firings = store::readFirings(database, request);
    const base::Result<std::vector<desk::DeliveryLine>> lines = store::readDeliveries(database, options.limit);
    if (!firings || !lines)
        return failed(firings ? lines.error() : firings.error());
    if (options.format == "json") {
        Json fired = Json::array();
        for (const desk::Firing& one : *firings)
            fired.push_back({{"id", one.id}, {"at", base::toIso(one.at)}, {"rule", one.ruleName},
                {"class", desk::className(one.level)}, {"title", one.title}, {"article", one.article},
                {"impact", orNull(one.impact)}, {"reason", one.reason}, {"held_back", one.held},
                {"acknowledged", orNull(one.acknowledged)}, {"delivered", orNull(one.delivered)}});
        Json delivered = Json::array();
        for (const desk::DeliveryLine& one : *lines)
            delivered.push_back({{"at", base::toIso(one.at)}, {"firing", one.firing == 0 ? Json(nullptr) : Json(one.firing)},
                {"channel", one.channel}, {"done", one.done}, {"title", one.title}, {"detail", one.detail}});
        printJson({{"firings", fired}, {"deliveries", delivered}});
        return AllDone;
    }
    for (const desk::Firing& one : *firings)
        std::cout << base::toIso(one.at) << '\t' << desk::className(one.level) << '\t' << one.ruleName << '\t'
                  << one.title << '\t' << scoreText(one.impact)
                  << (one.delivered ? "" : "\twaits") << (one.acknowledged ? "\tacknowledged" : "") << '\n';
    for (const desk::DeliveryLine& one : *lines)
        std::cout << base::toIso(one.at) << '\t' << one.channel << '\t' << (one.done ? "done" : "FAILED") << '\t'
                  << one.title << '\t' << one.detail << '\n';
    return AllDone;
}

int importMembers(store::Database& database, const WatchlistsOptions& options)
{
    const base::Result<std::string> bytes = base::readFile(options.file);
    if (!bytes)
        return failed(bytes.error());
    const desk::ReadWatchlist read = desk::readWatchlistCsv(*bytes);
    int code = AllDone;
    for (const std::string& reason : read.leftOut)
        code = failed({base::ErrorCode::InvalidInput, reason, options.file});
    if (read.members.empty())
        return failed({base::ErrorCode::InvalidInput, "there is no member in it", options.file});
    const base::Result<std::vector<desk::Watchlist>> lists = store::readWatchlists(database);
    if (!lists)
        return failed(lists.error());
    desk::Watchlist list{0, options.name, {}};
    for (const desk::Watchlist& one : *lists) {
        if (base::lowerAscii(one.name) == base::lowerAscii(options.name))
            list.members = one.members;
    }
    list.members.insert(list.members.end(), read.members.begin(), read.members.end());
    const base::Result<std::int64_t> saved = store::saveWatchlist(database, list);
    if (!saved)
        return failed(saved.error());
    std::cout << read.members.size() << " members read into " << options.name << '\n';
    return code;
}

} // namespace

int runAlerts(const Context& context, const AlertsOptions& options)
{
    const std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    using Action = AlertsOptions::Action;
    switch (options.action) {
    case Action::List:
        return listRules(*database, options.format);
    case Action::Add:
        return addRule(*database, options.rule);
    case Action::Remove:
        return removeRule(*database, options.rule);
    case Action::Test:
        return testRule(*database, options);
    case Action::Replay:
        return replayRule(*database, options);
    case Action::Log:
        return printLog(*database, options);
    }
    return UsageError;
}

int runWatchlists(const Context& context, const WatchlistsOptions& options)
{
    const std::unique_ptr<store::Database> database = openForWriting(context);
    if (!database)
        return NoStore;
    if (options.action == WatchlistsOptions::Action::Import)
        return importMembers(*database, options);
    if (options.action == WatchlistsOptions::Action::Remove) {
        const base::Result<desk::Watchlist> gone = store::removeWatchlist(*database, options.name);
        return gone ? AllDone : failed(gone.error());
    }
    const base::Result<std::vector<desk::Watchlist>> lists = store::readWatchlists(*database);
    if (!lists)
        return failed(lists.error());
    for (const desk::Watchlist& list : *lists) {
        for (const desk::WatchlistMember& member : list.members)
            std::cout << list.name << '\t' << desk::memberKindName(member.kind) << '\t' << member.value << '\n';
    }
    return AllDone;
}

} // namespace app
