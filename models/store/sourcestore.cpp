// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sourcestore.h"

#include "articlewriter.h"
#include "sqlerror.h"

#include <algorithm>
#include <map>

namespace store {

namespace {

constexpr const char* Columns = "s.id, s.kind, s.url, s.title, s.site, s.folder, s.etag, s.last_modified, "
                                "s.last_fetched, s.last_succeeded, "
                                "s.last_error, s.failures, s.next_fetch, s.interval, s.ttl, s.skip_hours, "
                                "s.skip_days, s.gone, s.full_text, "
                                "s.content, s.weight";
constexpr int ColumnCount = 21;
constexpr int LogLines = 100; // kept of each source
constexpr std::int64_t FourWeeks = 28 * 86400;

base::Source sourceOf(SQLite::Statement& query)
{
    int at = 0;
    const auto next = [&] { return query.getColumn(at++); };
    base::Source source;
    source.id = next().getInt64();
    source.kind = static_cast<base::SourceKind>(next().getInt());
    source.url = next().getString();
    source.title = next().getString();
    source.site = next().getString();
    source.folder = next().getString();
    source.etag = next().getString();
    source.lastModified = next().getString();
    source.lastFetched = instantAt(next());
    source.lastSucceeded = instantAt(next());
    source.lastError = next().getString();
    source.failures = next().getInt();
    source.nextFetch = instantAt(next());
    source.intervalMinutes = next().getInt();
    source.ttlMinutes = next().getInt();
    source.skipHours = static_cast<std::uint32_t>(next().getInt64());
    source.skipDays = static_cast<std::uint8_t>(next().getInt());
    source.gone = next().getInt() != 0;
    source.fullText = next().getInt() != 0;
    source.contentHash = static_cast<std::uint64_t>(next().getInt64());
    source.weight = next().getDouble();
    return source;
}

// Finds or makes sources, with statements prepared once. A feed that is added again becomes one again; a file
// never turns a feed into a file.
class SourceWriter final {
public:
    explicit SourceWriter(SQLite::Database& handle)
        : m_insert(handle,
            "INSERT INTO source (kind, url, title, site, folder, full_text, weight) VALUES (?, ?, ?, ?, ?, "
            "?, ?)"
            " ON CONFLICT (url) DO UPDATE SET title = CASE WHEN title = '' THEN excluded.title ELSE title "
            "END,"
            " site = CASE WHEN site = '' THEN excluded.site ELSE site END,"
            " folder = CASE WHEN folder = '' THEN excluded.folder ELSE folder END, kind = min(kind, "
            "excluded.kind)")
        , m_find(handle, std::string("SELECT ") + Columns + " FROM source s WHERE url = ?")
    {
    }

    base::Source ensure(const base::Source& source)
    {
        m_insert.reset();
        m_insert.bind(1, static_cast<int>(source.kind));
        m_insert.bind(2, source.url);
        m_insert.bind(3, source.title);
        m_insert.bind(4, source.site);
        m_insert.bind(5, source.folder);
        m_insert.bind(6, source.fullText ? 1 : 0);
        m_insert.bind(7, source.weight);
        m_insert.exec();
        m_find.reset();
        m_find.bind(1, source.url);
        m_find.executeStep();
        base::Source stored = sourceOf(m_find);
        m_find.reset(); // reads nothing while others write
        return stored;
    }

private:
    SQLite::Statement m_insert;
    SQLite::Statement m_find;
};

void record(SQLite::Database& handle, std::int64_t id, const base::Source& source,
    const base::FetchRecord& fetch, const StoredBatch& stored)
{
    SQLite::Statement update(handle,
        "UPDATE source SET title = CASE WHEN title = '' THEN ?2 ELSE title END, site = CASE WHEN site = '' "
        "THEN ?3 "
        "ELSE site END, etag = ?4, last_modified = ?5, last_fetched = ?6, last_succeeded = ?7, last_error = "
        "?8, "
        "failures = ?9, next_fetch = ?10, interval = ?11, ttl = ?12, skip_hours = ?13, skip_days = ?14, gone "
        "= ?15, "
        "content = ?16 WHERE id = ?1");
    update.bind(1, id);
    update.bind(2, source.title);
    update.bind(3, source.site);
    update.bind(4, source.etag);
    update.bind(5, source.lastModified);
    bindInstant(update, 6, source.lastFetched);
    bindInstant(update, 7, source.lastSucceeded);
    update.bind(8, source.lastError);
    update.bind(9, source.failures);
    bindInstant(update, 10, source.nextFetch);
    update.bind(11, source.intervalMinutes);
    update.bind(12, source.ttlMinutes);
    update.bind(13, static_cast<std::int64_t>(source.skipHours));
    update.bind(14, static_cast<int>(source.skipDays));
    update.bind(15, source.gone ? 1 : 0);
    update.bind(16, static_cast<std::int64_t>(source.contentHash));
    update.exec();
    // Another subscription may have that address already: then each keeps its own.
    SQLite::Statement move(handle, "UPDATE OR IGNORE source SET url = ? WHERE id = ? AND url <> ?");
    move.bind(1, source.url);
    move.bind(2, id);
    move.bind(3, source.url);
    move.exec();
    SQLite::Statement log(handle,
        "INSERT INTO fetch (source_id, at, status, bytes, millis, added, revised, message) VALUES (?, ?, ?, "
        "?, ?, ?, "
        "?, ?)");
    log.bind(1, id);
    log.bind(2, static_cast<std::int64_t>(base::toUnix(fetch.at)));
    log.bind(3, fetch.status);
    log.bind(4, fetch.bytes);
    log.bind(5, fetch.millis);
    log.bind(6, stored.added);
    log.bind(7, stored.revised);
    log.bind(8, fetch.message);
    log.exec();
    SQLite::Statement trim(handle,
        "DELETE FROM fetch WHERE source_id = ?1 AND id <= (SELECT id FROM fetch WHERE source_id = ?1 ORDER "
        "BY id "
        "DESC LIMIT 1 OFFSET ?2)");
    trim.bind(1, id);
    trim.bind(2, LogLines);
    trim.exec();
}

void remember(SQLite::Database& handle, const base::WatchedFile& file)
{
    SQLite::Statement save(
        handle, "INSERT OR REPLACE INTO watched_file (path, modified, bytes) VALUES (?, ?, ?)");
    save.bind(1, file.path);
    save.bind(2, file.modified);
    save.bind(3, file.bytes);
    save.exec();
}

base::Error noSource(std::int64_t id)
{
    return {base::ErrorCode::NotFound, "there is no source " + std::to_string(id)};
}

} // namespace

base::Result<base::Source> ensureSource(Database& database, const base::Source& source)
{
    base::Result<std::vector<base::Source>> stored = ensureSources(database, {source});
    if (!stored)
        return stored.error();
    return std::move(stored->front());
}

base::Result<std::vector<base::Source>> ensureSources(
    Database& database, const std::vector<base::Source>& sources)
{
    return guarded<std::vector<base::Source>>([&] {
        SQLite::Transaction transaction(database.handle());
        std::vector<base::Source> stored;
        SourceWriter writer(database.handle());
        SQLite::Statement list(
            database.handle(), "INSERT OR IGNORE INTO listing (source_id, folder, title) VALUES (?, ?, ?)");
        std::map<std::int64_t, const base::Source*> named; // as the list names it first
        const auto same = [](const base::Source& a, const base::Source& b) {
            return a.folder == b.folder && a.title == b.title;
        };
        for (const base::Source& source : sources) {
            stored.push_back(writer.ensure(source));
            const base::Source& one = stored.back();
            const auto [first, added] = named.emplace(one.id, &source);
            if (added || same(source, one) || same(source, *first->second))
                continue;
            list.reset();
            list.bind(1, one.id);
            list.bind(2, source.folder);
            list.bind(3, source.title);
            list.exec();
        }
        transaction.commit();
        return stored;
    });
}

base::Result<std::vector<base::Source>> readSources(Database& database)
{
    return guarded<std::vector<base::Source>>([&] {
        std::vector<base::Source> sources;
        SQLite::Statement query(database.handle(),
            std::string("SELECT ") + Columns + " FROM source s ORDER BY folder, title COLLATE NOCASE, id");
        while (query.executeStep())
            sources.push_back(sourceOf(query));
        return sources;
    });
}

base::Result<std::vector<base::Source>> readListings(Database& database)
{
    base::Result<std::vector<base::Source>> sources = readSources(database);
    if (!sources)
        return sources;
    return guarded<std::vector<base::Source>>([&] {
        std::map<std::int64_t, std::vector<std::pair<std::string, std::string>>> places;
        SQLite::Statement query(database.handle(),
            "SELECT source_id, folder, title FROM listing ORDER BY source_id, folder, title");
        while (query.executeStep())
            places[query.getColumn(0).getInt64()].emplace_back(
                query.getColumn(1).getString(), query.getColumn(2).getString());
        std::vector<base::Source> listings;
        for (base::Source& source : *sources) {
            listings.push_back(source);
            for (const auto& [folder, title] : places[source.id]) {
                source.folder = folder;
                source.title = title;
                listings.push_back(source);
            }
        }
        return listings;
    });
}

base::Result<std::vector<StoredArrival>> storeArrivals(Database& database, std::span<Arrival> arrivals)
{
    return guarded<std::vector<StoredArrival>>([&] {
        std::vector<StoredArrival> result;
        SQLite::Transaction transaction(database.handle());
        ArticleWriter writer(database.handle());
        SourceWriter sources(database.handle());
        for (Arrival& arrival : arrivals) {
            StoredArrival stored;
            // Not kept in the arrival: a row made here is gone again when the transaction fails.
            stored.sourceId = arrival.source.id != 0 ? arrival.source.id : sources.ensure(arrival.source).id;
            for (base::Article& article : arrival.articles) {
                article.sourceId = stored.sourceId;
                writer.write(article, stored.batch);
            }
            if (arrival.fetch)
                record(database.handle(), stored.sourceId, arrival.source, *arrival.fetch, stored.batch);
            if (arrival.file)
                remember(database.handle(), *arrival.file);
            result.push_back(std::move(stored));
        }
        writer.finish();
        transaction.commit();
        return result;
    });
}

base::Result<std::vector<std::size_t>> newOrChanged(
    Database& database, std::int64_t source, std::span<const base::Article> articles)
{
    return guarded<std::vector<std::size_t>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT 1 FROM article WHERE source_id = ? AND identity = ? AND fingerprint = ?");
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            query.reset();
            query.bind(1, source);
            query.bind(2, articles[i].identity);
            query.bind(3, static_cast<std::int64_t>(articles[i].fingerprint));
            if (!query.executeStep())
                places.push_back(i);
        }
        return places;
    });
}

base::Result<std::vector<base::WatchedFile>> unreadFiles(
    Database& database, const std::vector<base::WatchedFile>& files)
{
    return guarded<std::vector<base::WatchedFile>>([&] {
        SQLite::Statement query(
            database.handle(), "SELECT 1 FROM watched_file WHERE path = ? AND modified = ? AND bytes = ?");
        std::vector<base::WatchedFile> unread;
        for (const base::WatchedFile& file : files) {
            query.reset();
            query.bind(1, file.path);
            query.bind(2, file.modified);
            query.bind(3, file.bytes);
            if (!query.executeStep())
                unread.push_back(file);
        }
        return unread;
    });
}

base::Result<TableMappings> readTableMappings(Database& database)
{
    return guarded<TableMappings>([&] {
        SQLite::Statement query(database.handle(), "SELECT header, mapping FROM table_mapping");
        TableMappings mappings;
        while (query.executeStep())
            mappings[query.getColumn(0).getString()] = query.getColumn(1).getString();
        return mappings;
    });
}

base::Outcome saveTableMapping(Database& database, const std::string& header, const std::string& mapping)
{
    return guarded<base::Done>([&] {
        SQLite::Statement save(
            database.handle(), "INSERT OR REPLACE INTO table_mapping (header, mapping) VALUES (?, ?)");
        save.bind(1, header);
        save.bind(2, mapping);
        save.exec();
        return base::Done{};
    });
}

void recountSources(SQLite::Database& handle)
{
    handle.exec(
        "UPDATE source SET articles = (SELECT count(*) FROM article a WHERE a.source_id = source.id), "
        "first_received = (SELECT min(a.received) FROM article a WHERE a.source_id = source.id)");
}

base::Result<std::vector<desk::SourceHealth>> readSourceHealth(Database& database, base::Instant now)
{
    return guarded<std::vector<desk::SourceHealth>>([&] {
        std::map<std::int64_t, std::int64_t> recent;
        SQLite::Statement received(database.handle(),
            "SELECT source_id, count(*) FROM article WHERE received > ? AND received <= ? GROUP BY "
            "source_id");
        const std::int64_t until = base::toUnix(now);
        received.bind(1, until - FourWeeks);
        received.bind(2, until);
        while (received.executeStep())
            recent[received.getColumn(0).getInt64()] = received.getColumn(1).getInt64();
        SQLite::Statement query(database.handle(),
            std::string("SELECT ") + Columns
                + ", s.articles, s.first_received FROM source s ORDER BY s.folder COLLATE NOCASE, s.title "
                  "COLLATE "
                  "NOCASE, "
                  "s.id");
        std::vector<desk::SourceHealth> list;
        while (query.executeStep()) {
            desk::SourceHealth health;
            health.source = sourceOf(query);
            health.articles = query.getColumn(ColumnCount).getInt64();
            if (const auto found = recent.find(health.source.id); found != recent.end()) {
                // A source that is known for a few days only is not held against four weeks.
                const std::int64_t known = until - query.getColumn(ColumnCount + 1).getInt64();
                const auto days
                    = static_cast<double>(std::clamp<std::int64_t>(known, 86400, FourWeeks)) / 86400.0;
                health.perWeek = static_cast<double>(found->second) * 7.0 / std::max(days, 7.0);
            }
            list.push_back(std::move(health));
        }
        return list;
    });
}

base::Result<std::vector<base::FetchRecord>> readFetchLog(Database& database, std::int64_t source, int limit)
{
    return guarded<std::vector<base::FetchRecord>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT at, status, bytes, millis, added, revised, message FROM fetch WHERE source_id = ? ORDER "
            "BY id "
            "DESC LIMIT ?");
        query.bind(1, source);
        query.bind(2, limit);
        std::vector<base::FetchRecord> lines;
        while (query.executeStep())
            lines.push_back({base::fromUnix(query.getColumn(0).getInt64()), query.getColumn(1).getInt(),
                query.getColumn(2).getInt64(), query.getColumn(3).getInt(), query.getColumn(4).getInt(),
                query.getColumn(5).getInt(), query.getColumn(6).getString()});
        return lines;
    });
}

base::Outcome changeSource(Database& database, const base::Source& source)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Statement update(
            database.handle(), "UPDATE source SET title = ?, folder = ?, full_text = ? WHERE id = ?");
        update.bind(1, source.title);
        update.bind(2, source.folder);
        update.bind(3, source.fullText ? 1 : 0);
        update.bind(4, source.id);
        if (update.exec() == 0)
            return noSource(source.id);
        return base::Done{};
    });
}

base::Outcome makeDue(Database& database, std::int64_t source)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Statement update(
            database.handle(), "UPDATE source SET next_fetch = NULL, gone = 0 WHERE id = ?");
        update.bind(1, source);
        if (update.exec() == 0)
            return noSource(source);
        return base::Done{};
    });
}

base::Outcome removeFeed(Database& database, std::int64_t id)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement update(database.handle(),
            "UPDATE source SET kind = ?1, last_error = '', failures = 0 WHERE id = ?2 AND kind <> ?1");
        update.bind(1, static_cast<int>(base::SourceKind::File));
        update.bind(2, id);
        if (update.exec() == 0)
            return base::Error{base::ErrorCode::NotFound, "there is no feed " + std::to_string(id)};
        SQLite::Statement places(database.handle(), "DELETE FROM listing WHERE source_id = ?");
        places.bind(1, id);
        places.exec();
        transaction.commit();
        return base::Done{};
    });
}

} // namespace store
