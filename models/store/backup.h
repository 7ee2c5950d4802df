// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <store/database.h>

#include <filesystem>
#include <functional>

// Whole copies of a store, and their way back.
namespace store {

// Told after each step; false stops the copy (Cancelled).
using CopyProgress = std::function<bool(int donePages, int allPages)>;

// Copies the store as it is at this moment, through a connection of its own: writers are not held up, and
// what they commit meanwhile does not start the copy anew. The copy is one file, written through to the disk,
// checked (integrity, schema, rows of each table) and only then given its name. Refuses to overwrite, and to
// begin without room on the disk. On failure nothing is left.
base::Outcome copyStore(
    const std::filesystem::path& file, const std::filesystem::path& to, const CopyProgress& progress = {});
base::Outcome backupStore(
    Database& database, const std::filesystem::path& to, const CopyProgress& progress = {});

struct Restored {
    std::filesystem::path former; // where the store that stood there is now; empty when there was none
    int schema = 0; // an older one is brought up to date when it is next opened
};

// Puts a checked copy of the backup in the store's place; at no moment is there no store. The present one is
// kept beside under another name, its journal with it, whatever state it is in. Refuses what inspectFile
// refuses, a damaged backup, and a store that is open elsewhere (Locked).
base::Result<Restored> restoreStore(const std::filesystem::path& file, const std::filesystem::path& backup);

} // namespace store
