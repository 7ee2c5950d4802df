// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "database.h"

#include "migrations.h"
#include "querysql.h"
#include "sqlerror.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <fstream>

namespace store {

namespace fs = std::filesystem;

namespace {

constexpr int BusyMs = 5000;

// Any file that is not empty must begin like SQLite's.
base::Outcome checkHeader(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::Error{base::ErrorCode::Io, "cannot be read", file.string()};
    char head[16] = {};
    stream.read(head, sizeof head);
    const std::string_view seen(head, static_cast<std::size_t>(stream.gcount()));
    if (seen.empty() || seen == std::string_view("SQLite format 3\0", 16))
        return base::Done{};
    return base::Error{
        base::ErrorCode::InvalidInput, "is not a Leadline store; it was left as it is", file.string()};
}

} // namespace

Database::Database(std::unique_ptr<SQLite::Database> handle, fs::path file)
    : m_handle(std::move(handle))
    , m_file(std::move(file))
{
    addQueryFunctions(*m_handle);
}

Database::~Database() = default;

base::Result<std::unique_ptr<Database>> Database::openForWriting(
    const fs::path& file, const base::ResourceFiles& migrations)
{
    std::error_code code;
    fs::create_directories(file.parent_path(), code);
    if (code)
        return base::Error{
            base::ErrorCode::Io, "the folder cannot be made: " + code.message(), file.parent_path().string()};
    const bool existed = fs::exists(file, code) && fs::file_size(file, code) > 0;
    if (existed) {
        if (base::Outcome header = checkHeader(file); !header)
            return header.error();
    }
    base::Result<std::unique_ptr<Database>> opened = guarded<std::unique_ptr<Database>>([&] {
        auto handle = std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyMs);
        // SQLite opens what it may not write for reading, and says so only later.
        if (sqlite3_db_readonly(handle->getHandle(), "main") == 1)
            throw SQLite::Exception("read-only", SQLITE_READONLY);
        if (!existed)
            handle->exec("PRAGMA page_size = 16384"); // articles are long: a quarter less work to write them
        return std::unique_ptr<Database>(new Database(std::move(handle), file));
    });
    if (opened) {
        if (base::Outcome migrated = migrate(**opened, migrations, existed); !migrated) {
            base::Error error = migrated.error();
            if (error.context.empty())
                error.context = file.string();
            return error;
        }
        const base::Outcome prepared = guarded<base::Done>([&] {
            SQLite::Database& handle = (*opened)->handle();
            handle.exec("PRAGMA journal_mode = WAL");
            handle.exec("PRAGMA synchronous = FULL");
            handle.exec("PRAGMA foreign_keys = ON");
            handle.exec("PRAGMA temp_store = MEMORY");
            handle.exec("PRAGMA cache_size = -8192"); // KiB
            return base::Done{};
        });
        if (!prepared)
            return prepared.error();
    } else if (opened.error().context.empty()) {
        opened.error().context = file.string();
    }
    return opened;
}

base::Result<std::unique_ptr<Database>> Database::openForReading(const fs::path& file)
{
    std::error_code code;
    if (!fs::exists(file, code))
        return base::Error{base::ErrorCode::NotFound, "there is no store yet", file.string()};
    if (base::Outcome header = checkHeader(file); !header)
        return header.error();
    base::Result<std::unique_ptr<Database>> opened = guarded<std::unique_ptr<Database>>([&] {
        auto handle = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY, BusyMs);
        handle->exec("PRAGMA query_only = ON");
        handle->exec("PRAGMA temp_store = MEMORY");
        return std::unique_ptr<Database>(new Database(std::move(handle), file));
    });
    if (!opened) {
        opened.error().context = file.string();
        return opened;
    }
    if (base::Outcome known = checkVersion(**opened); !known) {
        base::Error error = known.error();
        error.context = file.string();
        return error;
    }
    return opened;
}

int Database::schemaVersion() const
{
    try {
        return m_handle->execAndGet("PRAGMA user_version").getInt();
    } catch (const SQLite::Exception&) {
        return 0;
    }
}

std::int64_t Database::bytes() const
{
    std::error_code code;
    const std::uintmax_t size = fs::file_size(m_file, code);
    return code ? 0 : static_cast<std::int64_t>(size);
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
        const std::int64_t articles = handle.execAndGet("SELECT count(*) FROM article").getInt64();
        const std::int64_t indexed = handle.execAndGet("SELECT count(*) FROM search_docsize").getInt64();
        if (articles != indexed)
            faults.push_back("the search index holds " + std::to_string(indexed) + " articles of "
                + std::to_string(articles));
        return faults;
    });
}

base::Result<std::vector<std::string>> repairStore(Database& database)
{
    return guarded<std::vector<std::string>>([&] {
        std::vector<std::string> done;
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        handle.exec("INSERT INTO search (search) VALUES ('rebuild')");
        done.emplace_back("the search index was rebuilt");
        for (const char* table :
            {"revision", "analysis", "article_topic", "article_entity", "article_event"}) {
            const int dropped = handle.exec(
                std::string("DELETE FROM ") + table + " WHERE article_id NOT IN (SELECT id FROM article)");
            if (dropped > 0)
                done.push_back(
                    std::to_string(dropped) + " rows of " + table + " that belonged to nothing were dropped");
        }
        transaction.commit();
        return done;
    });
}

base::Outcome backupStore(Database& database, const fs::path& to)
{
    std::error_code code;
    if (fs::exists(to, code))
        return base::Error{base::ErrorCode::Io, "exists already and was not overwritten", to.string()};
    base::Outcome copied = guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyMs);
        SQLite::Backup backup(copy, database.handle());
        backup.executeStep(-1);
        if (copy.execAndGet("PRAGMA quick_check").getString() != "ok")
            return base::Error{base::ErrorCode::Corrupt, "the copy failed its check"};
        return base::Done{};
    });
    if (!copied) {
        fs::remove(to, code);
        copied.error().context = to.string();
    }
    return copied;
}

} // namespace store
