// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlestore.h"
#include "querysql.h"
#include "sqlerror.h"

namespace store {

namespace {

// Sets one flag column of those that differ; gives the ids it changed.
base::Result<Ids> setFlag(Database& database, const Ids& ids, const char* column, bool value)
{
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement update(database.handle(),
            std::string("UPDATE article SET ") + column + " = ? WHERE id = ? AND " + column + " <> ?");
        for (const std::int64_t id : ids) {
            update.reset();
            update.bind(1, value ? 1 : 0);
            update.bind(2, id);
            update.bind(3, value ? 1 : 0);
            if (update.exec() > 0)
                changed.push_back(id);
        }
        transaction.commit();
        return changed;
    });
}

} // namespace

base::Result<Ids> setRead(Database& database, const Ids& ids, bool read)
{
    return setFlag(database, ids, "read", read);
}

base::Result<Ids> setStarred(Database& database, const Ids& ids, bool starred)
{
    return setFlag(database, ids, "starred", starred);
}

base::Result<Ids> markMatchesRead(Database& database, const desk::Query& query)
{
    return guarded<Ids>([&] {
        Ids changed;
        const QuerySql sql = compileQuery(query.root);
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement update(database.handle(),
            "UPDATE article SET read = 1 WHERE read = 0 AND id IN (SELECT a.id FROM article a JOIN source s "
            "ON s.id = a.source_id WHERE "
                + sql.condition + ") RETURNING id");
        bindValues(update, sql, 1);
        while (update.executeStep())
            changed.push_back(update.getColumn(0).getInt64());
        transaction.commit();
        return changed;
    });
}

base::Outcome setNote(Database& database, std::int64_t id, const std::string& note)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Statement update(database.handle(), "UPDATE article SET note = ? WHERE id = ?");
        update.bind(1, note);
        update.bind(2, id);
        if (update.exec() == 0)
            return base::Error{base::ErrorCode::NotFound, "there is no article " + std::to_string(id)};
        return base::Done{};
    });
}

base::Outcome acceptDecision(
    Database& database, std::int64_t article, int decision, const std::string& frozen, base::Instant at)
{
    return guarded<base::Done>([&] {
        SQLite::Statement insert(database.handle(),
            "INSERT OR IGNORE INTO ledger (article_id, decision, frozen, accepted) VALUES (?, ?, ?, ?)");
        insert.bind(1, article);
        insert.bind(2, decision);
        insert.bind(3, frozen);
        insert.bind(4, static_cast<std::int64_t>(base::toUnix(at)));
        insert.exec();
        return base::Done{};
    });
}

base::Result<std::vector<int>> acceptedDecisions(Database& database, std::int64_t article)
{
    return guarded<std::vector<int>>([&] {
        SQLite::Statement query(
            database.handle(), "SELECT decision FROM ledger WHERE article_id = ? ORDER BY decision");
        query.bind(1, article);
        std::vector<int> accepted;
        while (query.executeStep())
            accepted.push_back(query.getColumn(0).getInt());
        return accepted;
    });
}

} // namespace store
