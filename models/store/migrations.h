// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <store/storefile.h>

#include <filesystem>
#include <string_view>

namespace SQLite {
class Database;
}

namespace store {

// The schema the code of this version speaks: the number of the last migration.
int newestSchema();

// The connection's store as it is, its journal included.
int schemaOf(SQLite::Database& handle);

// Brings the store up to the newest of the migrations, each in its own transaction with the version's bump
// inside. Before the first, and again before each that changes rows, a copy is made beside the file and
// checked ("<file>.v3.backup", "-2" and so on: never overwriting). There must be room on the disk for the
// copy and the change. A migration that fails leaves the store as it was; the error says where the copy is.
// The caller has the store alone. `existed`: it may hold data.
base::Outcome migrate(SQLite::Database& handle, const std::filesystem::path& file,
    const base::ResourceFiles& migrations, bool existed);

// Runs these migrations on an empty database, without looking for the newest.
base::Outcome makeSchema(SQLite::Database& handle, const base::ResourceFiles& migrations);

// Whether a migration does more than to add tables, indexes, triggers or columns.
bool changesRows(std::string_view sql);

} // namespace store
