// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/quietthread.h>
#include <base/result.h>
#include <store/storelock.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace store {

// One connection to the store's file (SQLite, WAL, foreign keys). Not shared between threads; any number of
// reading connections beside writing ones, in any number of processes: a command may store while the window
// is open. A commit is on the disk when it returns.
class Database final {
public:
    // Opens for writing; makes the file and its folder when missing (whole or not at all), brings an older
    // one up to date (see migrate). `migrations` are named "0001_name.sql". Refuses, and leaves untouched:
    // TooNew, Corrupt, foreign files and folders (InvalidInput), Locked, Io.
    // Checked at each opening: the header, the file's length, the schema. A store up to 64 MiB is read whole
    // (quick_check), and so is any before a migration; a larger one after a process did not close it, for
    // half a second at most.
    static base::Result<std::unique_ptr<Database>> openForWriting(
        const std::filesystem::path& file, const base::ResourceFiles& migrations);
    // Opens an up-to-date store for reading only; in a folder that cannot be written, too. NotFound when
    // there is none.
    static base::Result<std::unique_ptr<Database>> openForReading(const std::filesystem::path& file);
    // A writing connection leaves the planner's figures and free pages in order when it goes.
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& file() const { return m_file; }
    bool writes() const { return m_writes; }
    int schemaVersion() const; // number of the last migration
    std::int64_t bytes() const; // of the file
    // For the store's own files.
    SQLite::Database& handle()
    {
        base::beginWork(base::Work::Query);
        return *m_handle;
    }

private:
    Database(StoreLock lock, std::unique_ptr<SQLite::Database> handle, std::filesystem::path file);

    StoreLock m_lock; // goes last
    std::unique_ptr<SQLite::Database> m_handle;
    std::filesystem::path m_file;
    bool m_writes = false;
};

// While it stands the connection keeps few of the pages it reads: for a walk through much of the store.
class FewPages final {
public:
    explicit FewPages(Database& database);
    ~FewPages();
    FewPages(const FewPages&) = delete;
    FewPages& operator=(const FewPages&) = delete;

private:
    SQLite::Database& m_handle;
    int m_before; // cache_size: pages, or KiB below zero
};

// Plain lines of what is wrong; empty when the store is sound. Checks pages, foreign keys, the search index
// in itself and against the articles.
base::Result<std::vector<std::string>> checkStore(Database& database);
// Rebuilds the indexes and the search index and drops rows that belong to nothing; gives what was done.
base::Result<std::vector<std::string>> repairStore(Database& database);

} // namespace store
