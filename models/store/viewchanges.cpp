// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "viewchanges.h"

#include "articlestore.h"
#include "querysql.h"
#include "sqlerror.h"
#include "storedquery.h"

#include <base/analysisjson.h>

#include <cmath>

namespace store {

namespace {

std::int64_t seconds(base::Instant instant) { return static_cast<std::int64_t>(base::toUnix(instant)); }

std::optional<base::Instant> seenAt(SQLite::Database& handle, const std::string& query)
{
    SQLite::Statement find(handle, "SELECT at FROM view_seen WHERE query = ?");
    find.bind(1, query);
    return find.executeStep() ? instantAt(find.getColumn(0)) : std::nullopt;
}

// Ids of the articles that match and that `from` (with its one value) names as a table c(article_id, at).
std::vector<std::int64_t> changedIds(Database& database, const QuerySql& sql, const std::string& from,
    base::Instant since, int limit, bool& more)
{
    SQLite::Statement query(database.handle(),
        "SELECT a.id FROM (" + from
            + ") c JOIN article a ON a.id = c.article_id JOIN source s ON s.id = a.source_id WHERE a.hidden "
              "= 0 "
              "AND "
            + sql.condition + " ORDER BY c.at DESC, a.id DESC LIMIT ?");
    query.bind(1, seconds(since));
    query.bind(bindValues(query, sql, 2), limit + 1);
    std::vector<std::int64_t> ids;
    while (query.executeStep()) {
        if (static_cast<int>(ids.size()) == limit) {
            more = true;
            break;
        }
        ids.push_back(query.getColumn(0).getInt64());
    }
    return ids;
}

void addRevision(Database& database, desk::ArticleRow row, base::Instant since, desk::ViewChanges& changes)
{
    // The text as it was when the view was looked at: the first that was replaced after that.
    SQLite::Statement query(database.handle(),
        "SELECT r.title, r.body, r.received, a.title, a.body, a.received FROM revision r JOIN article a ON "
        "a.id = "
        "r.article_id WHERE r.article_id = ? AND r.superseded > ? ORDER BY r.id LIMIT 1");
    query.bind(1, row.id);
    query.bind(2, seconds(since));
    if (!query.executeStep())
        return;
    const auto version = [&query](int at) {
        return desk::TextVersion{query.getColumn(at).getString(), query.getColumn(at + 1).getString(),
            base::fromUnix(query.getColumn(at + 2).getInt64())};
    };
    changes.revised.push_back({std::move(row), version(0), version(3)});
}

void addMove(Database& database, desk::ArticleRow row, base::Instant since, desk::ViewChanges& changes)
{
    SQLite::Statement query(database.handle(),
        "SELECT p.data, n.data, EXISTS (SELECT 1 FROM revision r WHERE r.article_id = p.article_id AND "
        "r.superseded "
        "> ?2) FROM past_analysis p JOIN analysis n ON n.article_id = p.article_id WHERE p.article_id = ?1 "
        "AND "
        "p.superseded > ?2 ORDER BY p.id LIMIT 1");
    query.bind(1, row.id);
    query.bind(2, seconds(since));
    if (!query.executeStep())
        return;
    const base::Result<base::Analysis> before = base::analysisFromJson(query.getColumn(0).getString());
    const base::Result<base::Analysis> after = base::analysisFromJson(query.getColumn(1).getString());
    if (!before || !after)
        return;
    desk::ScoreMove move = desk::scoreMove(*before, *after, query.getColumn(2).getInt() != 0);
    if (std::fabs(move.impactAfter - move.impactBefore) < desk::ShownMove
        && std::fabs(move.sentimentAfter - move.sentimentBefore) < desk::ShownMove)
        return;
    move.row = std::move(row);
    changes.moved.push_back(std::move(move));
}

} // namespace

base::Result<std::optional<base::Instant>> viewSeen(Database& database, const std::string& query)
{
    return guarded<std::optional<base::Instant>>([&] { return seenAt(database.handle(), query); });
}

base::Result<std::optional<base::Instant>> setViewSeen(
    Database& database, const std::string& query, std::optional<base::Instant> at)
{
    return guarded<std::optional<base::Instant>>([&] {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        std::optional<base::Instant> former = seenAt(handle, query);
        SQLite::Statement change(handle,
            at ? "INSERT OR REPLACE INTO view_seen (query, at) VALUES (?1, ?2)"
               : "DELETE FROM view_seen WHERE query = ?1");
        change.bind(1, query);
        if (at)
            change.bind(2, seconds(*at));
        change.exec();
        transaction.commit();
        return former;
    });
}

base::Result<desk::ViewChanges> readViewChanges(
    Database& database, const std::string& query, base::Instant since, base::Instant now, int limit)
{
    const base::Result<desk::Query> parsed = parseStoredQuery(database, query, now);
    if (!parsed)
        return parsed.error();
    return guarded<desk::ViewChanges>([&]() -> base::Result<desk::ViewChanges> {
        const QuerySql sql = compileQuery(parsed->root);
        desk::ViewChanges changes;
        changes.since = since;
        // One that was not there before is new, and no more, whatever happened to it since.
        const auto rows = [&](const char* from) {
            return readRows(database, changedIds(database, sql, from, since, limit, changes.more));
        };
        base::Result<std::vector<desk::ArticleRow>> added = rows(
            "SELECT id AS article_id, received AS at FROM article WHERE received > ?1 AND NOT EXISTS (SELECT "
            "1 FROM revision r WHERE r.article_id = article.id AND r.received <= ?1)");
        base::Result<std::vector<desk::ArticleRow>> revised = rows(
            "SELECT article_id, max(superseded) AS at FROM revision WHERE superseded > ?1 AND received <= ?1 "
            "GROUP BY article_id");
        base::Result<std::vector<desk::ArticleRow>> moved = rows(
            "SELECT article_id, max(superseded) AS at FROM past_analysis WHERE superseded > ?1 AND analysed "
            "<= ?1 GROUP BY article_id");
        for (const auto* list : {&added, &revised, &moved}) {
            if (!*list)
                return list->error();
        }
        changes.added = std::move(added).value();
        for (desk::ArticleRow& row : *revised)
            addRevision(database, std::move(row), since, changes);
        for (desk::ArticleRow& row : *moved)
            addMove(database, std::move(row), since, changes);
        return changes;
    });
}

} // namespace store
