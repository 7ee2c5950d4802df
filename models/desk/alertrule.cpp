// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertrule.h"

#include "localtime.h"

#include <base/strings.h>

#include <algorithm>

namespace desk {

namespace {

constexpr int SecondsOfDay = 86400;

QueryNode fieldNode(std::string field, std::string text)
{
    QueryNode node;
    node.kind = NodeKind::Field;
    node.field = std::move(field);
    node.text = std::move(text);
    return node;
}

QueryNode anyOf(std::vector<QueryNode> nodes)
{
    if (nodes.size() == 1)
        return std::move(nodes.front());
    QueryNode any;
    any.kind = NodeKind::Or;
    any.children = std::move(nodes);
    return any;
}

void require(QueryNode& root, QueryNode condition)
{
    if (root.kind == NodeKind::All) {
        root = std::move(condition);
        return;
    }
    if (root.kind != NodeKind::And) {
        QueryNode both;
        both.kind = NodeKind::And;
        both.children.push_back(std::move(root));
        root = std::move(both);
    }
    root.children.push_back(std::move(condition));
}

} // namespace

std::string_view className(AlertClass level)
{
    switch (level) {
    case AlertClass::Info:
        return "info";
    case AlertClass::High:
        return "high";
    case AlertClass::Critical:
        return "critical";
    }
    return "info";
}

bool namesOpinion(const QueryNode& node)
{
    constexpr std::string_view Opinion = "opinion";
    if (node.kind == NodeKind::Field && node.field == "mode")
        return node.prefix ? Opinion.starts_with(node.text) : node.text == Opinion;
    return std::any_of(node.children.begin(), node.children.end(), namesOpinion);
}

base::Result<RuleQueries> ruleQueries(const AlertRule& rule, base::Instant now, const SavedQueries& saved,
    const WatchlistMembers& watchlists)
{
    RuleQueries queries;
    base::Result<Query> match = parseQuery(rule.query, now, saved, watchlists);
    if (!match)
        return match.error();
    queries.match = std::move(match).value();
    const bool asked = rule.opinions || namesOpinion(queries.match.root);
    std::vector<QueryNode> sources;
    for (const std::string& source : rule.sources)
        sources.push_back(fieldNode("source", source));
    if (!sources.empty())
        require(queries.match.root, anyOf(std::move(sources)));
    std::vector<QueryNode> lists;
    for (const std::string& name : rule.watchlists) {
        const auto members = watchlists ? watchlists(name) : std::nullopt;
        if (!members)
            return base::Error{base::ErrorCode::NotFound, "there is no watchlist \"" + name + '"'};
        lists.push_back(watchlistNode(name, *members));
    }
    if (!lists.empty())
        require(queries.match.root, anyOf(std::move(lists)));
    if (!asked) {
        QueryNode without;
        without.kind = NodeKind::Not;
        without.children.push_back(fieldNode("mode", "opinion"));
        require(queries.match.root, std::move(without));
    }
    for (const auto& [text, query] :
        {std::pair{&rule.highWhen, &queries.high}, std::pair{&rule.criticalWhen, &queries.critical}}) {
        if (text->empty())
            continue;
        base::Result<Query> raised = parseQuery(*text, now, saved, watchlists);
        if (!raised)
            return raised.error();
        *query = std::move(raised).value();
    }
    return queries;
}

bool isAwake(const AlertRule& rule, base::Instant now)
{
    return rule.enabled && (!rule.snoozedUntil || now >= *rule.snoozedUntil)
        && (!rule.expires || now < *rule.expires);
}

bool isQuiet(const AlertRule& rule, AlertClass level, base::Instant now)
{
    if (!rule.quiet || (rule.quiet->butCritical && level == AlertClass::Critical))
        return false;
    const std::optional<int> minute = minuteOfDay(now, rule.quiet->zone);
    if (!minute)
        return false; // better heard than lost
    const QuietHours& hours = *rule.quiet;
    return hours.from <= hours.to ? *minute >= hours.from && *minute < hours.to
                                  : *minute >= hours.from || *minute < hours.to;
}

bool isStale(const AlertRule& rule, const std::optional<base::Instant>& published, base::Instant received)
{
    return rule.freshDays > 0 && published
        && received - *published > std::chrono::seconds(std::int64_t{rule.freshDays} * SecondsOfDay);
}

bool mayFire(
    const AlertRule& rule, AlertClass level, const std::optional<LastFiring>& last, base::Instant now)
{
    return !last || (level != last->level && mayFireAgain(rule, level, last, now));
}

bool mayFireAgain(
    const AlertRule& rule, AlertClass level, const std::optional<LastFiring>& last, base::Instant now)
{
    return !last || level > last->level || now - last->at >= std::chrono::minutes(rule.cooldownMinutes);
}

} // namespace desk
