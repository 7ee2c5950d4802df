// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace store {

// One connection to the store's file (SQLite, WAL, foreign keys). Not shared between threads; any number of
// reading connections beside one writing one.
class Database final {
public:
    // Opens for writing; makes the file and its folder when missing, brings an older one up to date (each
    // migration in a transaction, after a verified backup beside the file, "<file>.v3.backup"). `migrations`
    // are named "0001_name.sql". Refuses, and leaves untouched: TooNew, Corrupt, foreign files
    // (InvalidInput), Locked, Io.
    static base::Result<std::unique_ptr<Database>> openForWriting(
        const std::filesystem::path& file, const base::ResourceFiles& migrations);
    // Opens an up-to-date store for reading only. NotFound when there is none.
    static base::Result<std::unique_ptr<Database>> openForReading(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& file() const { return m_file; }
    int schemaVersion() const; // number of the last migration
    std::int64_t bytes() const; // of the file
    SQLite::Database& handle() { return *m_handle; } // for the store's own files

private:
    Database(std::unique_ptr<SQLite::Database> handle, std::filesystem::path file);

    std::unique_ptr<SQLite::Database> m_handle;
    std::filesystem::path m_file;
};

// Plain lines of what is wrong; empty when the store is sound. Checks pages, foreign keys, index against
// articles.
base::Result<std::vector<std::string>> checkStore(Database& database);
// Rebuilds the search index and drops rows that belong to nothing; gives what was done.
base::Result<std::vector<std::string>> repairStore(Database& database);
// A consistent copy, checked after writing. Refuses to overwrite an existing file.
base::Outcome backupStore(Database& database, const std::filesystem::path& to);

} // namespace store
