// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "backup.h"

#include "migrations.h"
#include "sqlerror.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <map>

namespace store {

namespace fs = std::filesystem;

namespace {

constexpr int BusyMs = 5000;
constexpr int StepPages = 128;

// Rows of each table that holds them itself.
std::map<std::string, std::int64_t> rowCounts(SQLite::Database& handle)
{
    std::map<std::string, std::int64_t> counts;
    SQLite::Statement tables(handle,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND "
        "sql NOT LIKE 'CREATE VIRTUAL%'");
    while (tables.executeStep()) {
        const std::string name = tables.getColumn(0).getString();
        counts[name] = handle.execAndGet("SELECT count(*) FROM \"" + name + "\"").getInt64();
    }
    return counts;
}

base::Outcome copyInto(SQLite::Database& source, const fs::path& to, const CopyProgress& progress)
{
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, BusyMs);
    {
        SQLite::Backup backup(copy, source);
        while (backup.executeStep(StepPages) != SQLITE_DONE) {
            const int all = backup.getTotalPageCount();
            if (progress && !progress(all - backup.getRemainingPageCount(), all))
                return base::Error{base::ErrorCode::Cancelled, "the copy was stopped"};
        }
    }
    copy.exec("PRAGMA journal_mode = DELETE"); // one file, no journal beside it
    if (copy.execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
        return base::Error{base::ErrorCode::Corrupt, "the copy failed its check"};
    if (schemaOf(copy) != schemaOf(source) || rowCounts(copy) != rowCounts(source))
        return base::Error{base::ErrorCode::Corrupt, "the copy does not hold what the store does"};
    return base::Done{};
}

// Beside `file` as `name`, with its journal, without a moment in which there is no `file`.
base::Outcome keepBeside(const fs::path& file, const fs::path& name)
{
    std::error_code code;
    fs::create_hard_link(file, name, code);
    if (code)
        fs::copy_file(file, name, code);
    if (code)
        return base::Error{base::ErrorCode::Io, "cannot be kept: " + code.message(), file.string()};
    fs::path journal = file;
    journal += "-wal";
    if (fs::exists(journal, code)) {
        fs::path kept = name;
        kept += "-wal";
        fs::copy_file(journal, kept, code);
        base::Outcome synced = code ? base::Outcome(base::Error{base::ErrorCode::Io,
                                   "cannot be kept: " + code.message(), journal.string()})
                                    : syncFile(kept);
        if (!synced)
            return synced;
    }
    return syncFolder(file.parent_path());
}

// A sound store's journal is brought in; a damaged one keeps it.
void bringJournalIn(const fs::path& file)
{
    const base::Outcome ignored = guarded<base::Done>([&] {
        SQLite::Database present(file.string(), SQLite::OPEN_READWRITE, BusyMs);
        if (present.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
            sqlite3_db_config(present.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        return base::Done{};
    });
    static_cast<void>(ignored);
}

} // namespace

base::Outcome copyStore(const fs::path& file, const fs::path& to, const CopyProgress& progress)
{
    std::error_code code;
    if (fs::symlink_status(to, code).type() != fs::file_type::not_found)
        return base::Error{base::ErrorCode::Io, "exists already and was not overwritten", to.string()};
    const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, code))
        return base::Error{base::ErrorCode::NotFound, "there is no such folder", folder.string()};
    const fs::path partial = freeName(to, ".partial");
    base::Outcome copied = guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Database source(file.string(), SQLite::OPEN_READONLY, BusyMs);
        // One moment for the copy and the counts; a change by others does not start the copy again.
        SQLite::Transaction moment(source);
        const auto bytes = static_cast<std::uintmax_t>(source.execAndGet("PRAGMA page_count").getInt64()
            * source.execAndGet("PRAGMA page_size").getInt64());
        source.execAndGet("SELECT count(*) FROM sqlite_master");
        if (base::Outcome room = checkRoom(folder, bytes); !room)
            return room;
        return copyInto(source, partial, progress);
    });
    if (copied)
        copied = publish(partial, to);
    if (!copied) {
        fs::path journal = partial;
        journal += "-journal";
        fs::remove(journal, code);
        fs::remove(partial, code);
        if (copied.error().context.empty())
            copied.error().context = to.string();
    }
    return copied;
}

base::Outcome backupStore(Database& database, const fs::path& to, const CopyProgress& progress)
{
    return copyStore(database.file(), to, progress);
}

base::Result<Restored> restoreStore(const fs::path& file, const fs::path& backup)
{
    std::error_code code;
    base::Result<FileState> state = inspectFile(backup, newestSchema());
    if (!state)
        return state.error();
    if (!state->exists)
        return base::Error{base::ErrorCode::NotFound, "there is no such file", backup.string()};
    if (fs::exists(file, code) && fs::equivalent(file, backup, code))
        return base::Error{base::ErrorCode::InvalidInput, "is the store itself", backup.string()};
    if (file.has_parent_path())
        fs::create_directories(file.parent_path(), code);
    if (base::Outcome writable = checkWritable(file); !writable)
        return writable.error();
    const base::Result<StoreLock> alone = StoreLock::acquire(file, StoreLock::Mode::Alone, BusyMs);
    if (!alone)
        return alone.error();
    const fs::path real = fs::weakly_canonical(file, code);
    const fs::path fresh = freeName(real, ".restoring");
    if (base::Outcome copied = copyStore(backup, fresh); !copied)
        return base::Error{copied.error().code,
            "the backup cannot be used: " + copied.error().message + "; the store was left as it is",
            backup.string()};
    Restored restored;
    restored.schema = state->schema;
    if (fs::exists(real, code)) {
        bringJournalIn(real);
        fs::path former = real;
        former += ".before-restore";
        restored.former = freeName(former, "");
        if (base::Outcome kept = keepBeside(real, restored.former); !kept) {
            fs::remove(fresh, code);
            return kept.error();
        }
    }
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        fs::path journal = real;
        journal += suffix;
        fs::remove(journal, code); // of the former store: it would be read into the new one
    }
    fs::rename(fresh, real, code);
    if (code)
        return base::Error{base::ErrorCode::Io, "cannot be written: " + code.message(), file.string()};
    if (base::Outcome synced = syncFolder(real.parent_path()); !synced)
        return synced.error();
    return restored;
}

} // namespace store
