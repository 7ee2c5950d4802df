// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sourcestore.h"

#include "sqlerror.h"

namespace store {

namespace {

constexpr const char* Columns = "id, kind, url, title, site, folder, etag, last_modified, last_fetched, "
                                "last_succeeded, last_error, failures, weight";

base::Source sourceOf(SQLite::Statement& query)
{
    base::Source source;
    source.id = query.getColumn(0).getInt64();
    source.kind = static_cast<base::SourceKind>(query.getColumn(1).getInt());
    source.url = query.getColumn(2).getString();
    source.title = query.getColumn(3).getString();
    source.site = query.getColumn(4).getString();
    source.folder = query.getColumn(5).getString();
    source.etag = query.getColumn(6).getString();
    source.lastModified = query.getColumn(7).getString();
    source.lastFetched = instantAt(query.getColumn(8));
    source.lastSucceeded = instantAt(query.getColumn(9));
    source.lastError = query.getColumn(10).getString();
    source.failures = query.getColumn(11).getInt();
    source.weight = query.getColumn(12).getDouble();
    return source;
}

} // namespace

base::Result<base::Source> ensureSource(Database& database, const base::Source& source)
{
    return guarded<base::Source>([&] {
        SQLite::Transaction transaction(database.handle());
        // A feed that is added again becomes one again; a file never turns a feed into a file.
        SQLite::Statement insert(database.handle(),
            "INSERT INTO source (kind, url, title, site, folder, weight) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET title = CASE WHEN title = '' THEN excluded.title ELSE title "
            "END,"
            " site = CASE WHEN site = '' THEN excluded.site ELSE site END,"
            " folder = CASE WHEN folder = '' THEN excluded.folder ELSE folder END, kind = min(kind, "
            "excluded.kind)");
        insert.bind(1, static_cast<int>(source.kind));
        insert.bind(2, source.url);
        insert.bind(3, source.title);
        insert.bind(4, source.site);
        insert.bind(5, source.folder);
        insert.bind(6, source.weight);
        insert.exec();
        SQLite::Statement query(
            database.handle(), std::string("SELECT ") + Columns + " FROM source WHERE url = ?");
        query.bind(1, source.url);
        query.executeStep();
        base::Source stored = sourceOf(query);
        query.reset();
        transaction.commit();
        return stored;
    });
}

base::Result<std::vector<base::Source>> readSources(Database& database)
{
    return guarded<std::vector<base::Source>>([&] {
        std::vector<base::Source> sources;
        SQLite::Statement query(database.handle(),
            std::string("SELECT ") + Columns + " FROM source ORDER BY folder, title COLLATE NOCASE, id");
        while (query.executeStep())
            sources.push_back(sourceOf(query));
        return sources;
    });
}

base::Outcome recordFetch(Database& database, const base::Source& source)
{
    return guarded<base::Done>([&] {
        SQLite::Statement update(database.handle(),
            "UPDATE source SET last_fetched = ?, last_succeeded = ?, etag = ?, last_modified = ?, last_error "
            "= ?, failures = ? WHERE id = ?");
        bindInstant(update, 1, source.lastFetched);
        bindInstant(update, 2, source.lastSucceeded);
        update.bind(3, source.etag);
        update.bind(4, source.lastModified);
        update.bind(5, source.lastError);
        update.bind(6, source.failures);
        update.bind(7, source.id);
        update.exec();
        return base::Done{};
    });
}

base::Outcome removeFeed(Database& database, std::int64_t id)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Statement update(database.handle(),
            "UPDATE source SET kind = ?, last_error = '', failures = 0 WHERE id = ? AND kind = ?");
        update.bind(1, static_cast<int>(base::SourceKind::File));
        update.bind(2, id);
        update.bind(3, static_cast<int>(base::SourceKind::Feed));
        if (update.exec() == 0)
            return base::Error{base::ErrorCode::NotFound, "there is no feed " + std::to_string(id)};
        return base::Done{};
    });
}

} // namespace store
