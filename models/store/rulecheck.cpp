// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// One rule and one article: the parts of rehearsal.h that live evaluation needs, too.
#include "matchedarticles.h"
#include "querysql.h"
#include "rehearsal.h"
#include "sqlerror.h"
#include "storedquery.h"

#include <store/articlestore.h>

#include <base/strings.h>

#include <algorithm>

namespace store {

namespace {

using desk::Crossing;

std::int64_t unixOf(base::Instant at) { return static_cast<std::int64_t>(base::toUnix(at)); }

std::string signedText(double value) { return (value > 0 ? "+" : "") + base::fixed(value, 2); }

// A crossing of the story or the article itself.
desk::Clause ofStory(const Crossing& crossing, const desk::MatchedArticle& article, const StoryContext& story)
{
    desk::Clause clause;
    clause.text = desk::crossingText(crossing);
    switch (crossing.kind) {
    case Crossing::Kind::Impact:
        clause.found = article.impact ? "impact " + base::fixed(*article.impact, 2) : "impact not known";
        if (story.impactBefore)
            clause.found += ", of its story before " + base::fixed(*story.impactBefore, 2);
        clause.holds = article.impact && *article.impact > crossing.amount
            && story.impactBefore.value_or(0) <= crossing.amount;
        if (article.impact && *article.impact <= crossing.amount && story.impactBefore.value_or(0) <= crossing.amount)
            clause.miss = crossing.amount - *article.impact;
        break;
    case Crossing::Kind::Novelty:
        clause.found = article.novelty ? "novelty " + base::fixed(*article.novelty, 0) : "novelty not known";
        clause.holds = article.novelty && *article.novelty >= crossing.amount;
        if (article.novelty && !clause.holds)
            clause.miss = (crossing.amount - *article.novelty) / 100;
        break;
    default:
        clause.found = story.earlier == 0 ? "the first of its story"
                                          : std::to_string(story.earlier) + " of its story came before";
        clause.holds = story.earlier == 0;
        break;
    }
    return clause;
}

desk::Clause ofStream(const Crossing& crossing, const StreamFigures* stream)
{
    desk::Clause clause;
    clause.text = desk::crossingText(crossing);
    const desk::RuleStream::Figure figure = stream != nullptr ? (*stream)(crossing) : desk::RuleStream::Figure();
    clause.holds = figure.crossed;
    if (crossing.kind == Crossing::Kind::Volume)
        clause.found = "volume " + base::fixed(figure.now, 0) + ", usually " + base::fixed(figure.before, 1);
    else
        clause.found = "mean sentiment " + signedText(figure.now) + ", before " + signedText(figure.before);
    return clause;
}

} // namespace

CrossingFigures crossingFigures(const desk::AlertRule& rule, const desk::MatchedArticle& article,
    const StoryContext& story, const StreamFigures* stream)
{
    CrossingFigures figures;
    for (const Crossing& crossing : rule.crossings) {
        desk::Clause clause = crossing.ofStream() ? ofStream(crossing, stream) : ofStory(crossing, article, story);
        figures.all = figures.all && clause.holds;
        figures.reason += (figures.reason.empty() ? "" : "; ") + clause.found;
        figures.clauses.push_back(std::move(clause));
    }
    return figures;
}

base::Result<desk::RuleStream> readStream(
    Database& database, const desk::AlertRule& rule, const desk::Query& match, base::Instant until)
{
    return guarded<desk::RuleStream>([&] {
        const QuerySql sql = compileQuery(match.root);
        SQLite::Statement query(database.handle(),
            "SELECT a.received, a.sentiment FROM article a JOIN source s ON s.id = a.source_id WHERE a.received "
            ">= ? AND a.received <= ? AND a.hidden = 0 AND "
                + sql.condition + " ORDER BY a.received, a.id");
        query.bind(1, unixOf(until) - std::chrono::seconds(desk::RuleStream::reach(rule)).count());
        query.bind(2, unixOf(until));
        bindValues(query, sql, 3);
        desk::RuleStream stream;
        while (query.executeStep())
            stream.add(base::fromUnix(query.getColumn(0).getInt64()),
                query.getColumn(1).isNull() ? std::nullopt : std::optional(query.getColumn(1).getDouble()));
        return stream;
    });
}

base::Result<desk::WhyNot> whyNot(
    Database& database, const desk::AlertRule& rule, std::int64_t article, base::Instant now)
{
    return guarded<desk::WhyNot>([&]() -> base::Result<desk::WhyNot> {
        const StoredNames names = storedNames(database);
        const base::Result<desk::RuleQueries> queries
            = desk::ruleQueries(rule, now, names.searches, names.watchlists);
        if (!queries)
            return queries.error();
        const base::Result<desk::MatchedArticle> matched = readMatchedArticle(database, article);
        const base::Result<StoredArticle> stored = readArticle(database, article);
        const base::Result<StoryContext> story = readStoryContext(database, article);
        if (!matched || !stored || !story)
            return matched ? stored ? story.error() : stored.error() : matched.error();
        desk::WhyNot why;
        why.ruleName = rule.name;
        why.title = matched->title;
        why.clauses = desk::clausesOf(queries->match, *matched, stored->analysis ? &*stored->analysis : nullptr);
        const auto say = [&why](const std::string& text, bool holds, const std::string& found) {
            why.clauses.push_back({text, holds, found, {}, {}});
        };
        if (rule.freshDays > 0) {
            const auto age = matched->published ? unixOf(matched->received) - unixOf(*matched->published) : 0;
            say("fresh: " + std::to_string(rule.freshDays) + 'd',
                !desk::isStale(rule, matched->published, matched->received),
                matched->published ? "told " + base::fixed(static_cast<double>(age) / 86400, 1)
                        + " days before it came in"
                                   : "without a date");
        }
        const bool asksStream = std::any_of(rule.crossings.begin(), rule.crossings.end(),
            [](const Crossing& one) { return one.ofStream(); });
        desk::RuleStream stream;
        if (asksStream) {
            base::Result<desk::RuleStream> read = readStream(database, rule, queries->match, matched->received);
            if (!read)
                return read.error();
            stream = std::move(read).value();
        }
        const StreamFigures figuresOfStream(stream, matched->received);
        for (desk::Clause& clause : crossingFigures(rule, *matched, *story, &figuresOfStream).clauses)
            why.clauses.push_back(std::move(clause));
        if (!rule.enabled)
            say("not off", false, "the rule is off");
        if (rule.snoozedUntil && now < *rule.snoozedUntil)
            say("awake", false, "snoozed until " + base::toIso(*rule.snoozedUntil));
        if (rule.expires && now >= *rule.expires)
            say("not expired", false, "expired " + base::toIso(*rule.expires));
        if (rule.id != 0 && story->story != 0 && !asksStream) {
            SQLite::Statement fired(database.handle(),
                "SELECT class, at FROM firing WHERE rule_id = ?1 AND story_id IN (SELECT ?2 UNION SELECT id FROM "
                "story WHERE merged_into = ?2) ORDER BY id DESC LIMIT 1");
            fired.bind(1, rule.id);
            fired.bind(2, story->story);
            if (fired.executeStep()) {
                const desk::LastFiring last{static_cast<desk::AlertClass>(fired.getColumn(0).getInt()),
                    base::fromUnix(fired.getColumn(1).getInt64())};
                say("once for a story", desk::mayFire(rule, rule.level, last, now),
                    "it fired on this story at " + base::toIso(last.at) + " as "
                        + std::string(desk::className(last.level)));
            }
        }
        why.fires = std::all_of(
            why.clauses.begin(), why.clauses.end(), [](const desk::Clause& clause) { return clause.holds; });
        return why;
    });
}

} // namespace store
