// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "maintenance.h"

#include "articlewriter.h"
#include "sourcestore.h"
#include "sqlerror.h"
#include "storefile.h"

#include <sqlite3.h>

namespace store {

namespace {

constexpr int BusyMs = 5000;
constexpr int JournalPages = 1000;
constexpr int LongJournalPages = 8 * JournalPages;
constexpr int ReaderMs = 200;
constexpr int ReferenceRounds = 4; // a stand-in may want one itself

int journalGrew(void*, sqlite3* handle, const char* name, int pages)
{
    if (pages < JournalPages)
        return SQLITE_OK;
    // Every thousandth page only: a reader that stays must not cost each commit its wait.
    if (pages >= LongJournalPages && pages % JournalPages < JournalPages / 10) {
        sqlite3_busy_timeout(handle, ReaderMs);
        sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
        sqlite3_busy_timeout(handle, BusyMs);
    } else {
        sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
    return SQLITE_OK; // the commit stands, whatever came of it
}

std::string quoted(const std::string& name) { return '"' + name + '"'; }

struct Reference {
    std::string table;
    std::string column;
    std::string parent;
    std::string key;
    bool goesAlong = false;
    bool forgets = false; // stays without its parent

    std::string orphans() const
    {
        return quoted(column) + " IS NOT NULL AND " + quoted(column) + " NOT IN (SELECT " + quoted(key)
            + " FROM " + quoted(parent) + ")";
    }
};

std::vector<Reference> references(SQLite::Database& handle)
{
    std::vector<Reference> list;
    SQLite::Statement query(handle,
        "SELECT m.name, f.\"from\", f.\"table\", coalesce(f.\"to\", 'id'), f.on_delete FROM sqlite_master m, "
        "pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id");
    while (query.executeStep())
        list.push_back(
            {query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString(),
                query.getColumn(3).getString(), query.getColumn(4).getString() == "CASCADE",
                query.getColumn(4).getString() == "SET NULL"});
    return list;
}

// A parent with this key and nothing else but what its table insists on.
std::string standInSql(SQLite::Database& handle, const Reference& reference)
{
    std::string columns = quoted(reference.key);
    std::string values = "?1";
    SQLite::Statement query(handle,
        "SELECT name, type FROM pragma_table_info(?) WHERE \"notnull\" = 1 AND dflt_value IS NULL AND name "
        "<> ?");
    query.bind(1, reference.parent);
    query.bind(2, reference.key);
    while (query.executeStep()) {
        columns += ", " + quoted(query.getColumn(0).getString());
        values += query.getColumn(1).getString() == "TEXT" ? ", 'lost ' || ?1" : ", 0";
    }
    return "INSERT OR IGNORE INTO " + quoted(reference.parent) + " (" + columns + ") VALUES (" + values + ")";
}

} // namespace

std::vector<std::string> mendReferences(SQLite::Database& handle)
{
    std::vector<std::string> done;
    const std::vector<Reference> list = references(handle);
    for (int round = 0; round < ReferenceRounds; ++round) {
        for (const Reference& reference : list) {
            if (reference.goesAlong) {
                const int dropped
                    = handle.exec("DELETE FROM " + quoted(reference.table) + " WHERE " + reference.orphans());
                if (dropped > 0)
                    done.push_back(std::to_string(dropped) + " rows of " + reference.table
                        + " belonged to nothing in " + reference.parent + " and were dropped");
                continue;
            }
            if (reference.forgets) {
                const int kept = handle.exec("UPDATE " + quoted(reference.table) + " SET "
                    + quoted(reference.column) + " = NULL WHERE " + reference.orphans());
                if (kept > 0)
                    done.push_back(std::to_string(kept) + " rows of " + reference.table + " stay without what "
                        + "was lost of " + reference.parent);
                continue;
            }
            std::vector<std::int64_t> missing;
            SQLite::Statement query(handle,
                "SELECT DISTINCT " + quoted(reference.column) + " FROM " + quoted(reference.table) + " WHERE "
                    + reference.orphans());
            while (query.executeStep())
                missing.push_back(query.getColumn(0).getInt64());
            if (missing.empty())
                continue;
            SQLite::Statement insert(handle, standInSql(handle, reference));
            for (const std::int64_t key : missing) {
                insert.reset();
                insert.bind(1, key);
                insert.exec();
            }
            done.push_back(std::to_string(missing.size()) + " rows of " + reference.parent
                + " were gone that rows of " + reference.table
                + " belong to: they stand there empty, named lost");
        }
    }
    return done;
}

base::Result<std::vector<std::string>> checkStore(Database& database)
{
    return guarded<std::vector<std::string>>([&] {
        std::vector<std::string> faults;
        SQLite::Database& handle = database.handle();
        SQLite::Statement pages(handle, "PRAGMA integrity_check");
        while (pages.executeStep()) {
            const std::string line = pages.getColumn(0).getString();
            if (line != "ok")
                faults.push_back(line);
        }
        SQLite::Statement keys(handle, "PRAGMA foreign_key_check");
        while (keys.executeStep())
            faults.push_back("a row of " + keys.getColumn(0).getString() + " belongs to nothing in "
                + keys.getColumn(2).getString());
        const auto count = [&handle](const char* sql) { return handle.execAndGet(sql).getInt64(); };
        const std::int64_t unindexed
            = count("SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM search_docsize)");
        const std::int64_t stray
            = count("SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT id FROM article)");
        if (unindexed > 0)
            faults.push_back("the search index lacks " + std::to_string(unindexed) + " articles");
        if (stray > 0)
            faults.push_back("the search index holds " + std::to_string(stray) + " articles that are gone");
        if (sqlite3_db_readonly(handle.getHandle(), "main") == 0) {
            // Compares every word with the articles; it counts as writing, though it writes nothing.
            try {
                handle.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
            } catch (const SQLite::Exception& exception) {
                if (exception.getErrorCode() != SQLITE_CORRUPT)
                    throw;
                faults.emplace_back("the search index disagrees with the articles");
            }
        }
        return faults;
    });
}

base::Result<std::vector<std::string>> repairStore(Database& database)
{
    return guarded<std::vector<std::string>>([&] {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        handle.exec("REINDEX");
        std::vector<std::string> done = mendReferences(handle);
        recountSources(handle);
        nameAll(handle);
        handle.exec("INSERT INTO search (search) VALUES ('rebuild')");
        done.insert(done.begin(), "the indexes and the search index were rebuilt");
        transaction.commit();
        return done;
    });
}

base::Result<bool> tendStore(Database& database, int pages)
{
    return guarded<bool>([&] {
        SQLite::Database& handle = database.handle();
        if (handle.execAndGet("PRAGMA auto_vacuum").getInt() == 2
            && handle.execAndGet("PRAGMA freelist_count").getInt() > 0)
            handle.exec("PRAGMA incremental_vacuum(" + std::to_string(pages) + ")");
        handle.exec("PRAGMA analysis_limit = 400");
        handle.exec("PRAGMA optimize");
        sqlite3_wal_checkpoint_v2(handle.getHandle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        return handle.execAndGet("PRAGMA auto_vacuum").getInt() == 2
            && handle.execAndGet("PRAGMA freelist_count").getInt() > 0;
    });
}

base::Result<std::int64_t> vacuumStore(Database& database)
{
    const std::int64_t before = database.bytes();
    if (base::Outcome room
        = checkRoom(database.file().parent_path(), 2 * static_cast<std::uintmax_t>(before));
        !room)
        return room.error();
    const base::Outcome done = guarded<base::Done>([&] {
        SQLite::Database& handle = database.handle();
        handle.exec("PRAGMA auto_vacuum = INCREMENTAL");
        handle.exec("VACUUM");
        sqlite3_wal_checkpoint_v2(handle.getHandle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        return base::Done{};
    });
    if (!done)
        return done.error();
    return before - database.bytes();
}

void limitJournal(SQLite::Database& handle)
{
    handle.exec("PRAGMA journal_size_limit = 67108864");
    sqlite3_wal_hook(handle.getHandle(), journalGrew, nullptr);
}

void closingCare(SQLite::Database& handle) noexcept
{
    sqlite3* raw = handle.getHandle();
    if (sqlite3_get_autocommit(raw) == 0)
        return; // a transaction was left open: it is rolled back, nothing else
    // Failures are of no matter here: the next connection does it.
    sqlite3_exec(raw, "PRAGMA analysis_limit = 400", nullptr, nullptr, nullptr);
    sqlite3_exec(raw, "PRAGMA optimize", nullptr, nullptr, nullptr);
    sqlite3_exec(raw, "PRAGMA incremental_vacuum(64)", nullptr, nullptr, nullptr);
}

} // namespace store
