// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <store/database.h>

#include <cstdint>
#include <string>
#include <vector>

// What keeps a store in order while it is used, and puts it in order when asked.
namespace store {

// Care of a writing connection while nothing else is to be done, in small bites: a part of the free pages is
// given back, the journal is brought into the file, the planner's figures are renewed where they are out of
// date. True when there is more to give back.
base::Result<bool> tendStore(Database& database, int pages = 256);

// The whole file written anew without its free space; from now on free pages can be given back in bites.
// Needs room for two more of it. Gives the bytes it has become smaller by.
base::Result<std::int64_t> vacuumStore(Database& database);

// The store's own: the policy of the journal on a writing connection. It is brought into the file every 1,000
// pages; past 8,000 pages the next commit waits up to a fifth of a second for readers, so that it can begin
// anew. It is cut to 64 MiB then. One reader that never ends can still make it grow; none here does.
void limitJournal(SQLite::Database& handle);
// Before a writing connection goes; never throws.
void closingCare(SQLite::Database& handle) noexcept;

// Rows whose parent is not there: those that go with their parent go, others (a ledger's) get a stand-in
// parent. One line for what was done to each table. Throws SQLite::Exception; inside a transaction.
std::vector<std::string> mendReferences(SQLite::Database& handle);

} // namespace store
