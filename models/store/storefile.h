// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <cstdint>
#include <filesystem>
#include <string>

// What can be told of a store's file without opening it as a database, so that a file that is refused is not
// touched at all: no journal, no lock, no byte of it.
namespace store {

constexpr int ApplicationId = 0x4C454144; // "LEAD"

struct FileState {
    bool exists = false;
    int schema = 0; // as the file's first page has it; what a journal holds may be later
    bool unclean = false; // a journal of a process that did not close the store, or still has it open
};

// Refuses folders, devices, links to nothing, empty files, files of other programs (InvalidInput), stores of
// a schema after `newest` (TooNew) and stores that are shorter than they say (Corrupt). The first page is
// read through SQLite's own file layer: closing a plain handle would drop the locks that connections of this
// process hold on the file.
base::Result<FileState> inspectFile(const std::filesystem::path& file, int newest);

// Whether the file is the store's own, or one of those SQLite keeps beside it. A process that has the store
// open must not open it in any other way, not even to read: closing it would drop the store's locks.
bool isOfStore(const std::filesystem::path& store, const std::filesystem::path& file);

// Io when the file or, while there is none or a journal must lie beside it, its folder cannot be written.
base::Outcome checkWritable(const std::filesystem::path& file);
bool canWrite(const std::filesystem::path& fileOrFolder);

// The file as SQLite is to open it when nobody can change it: no lock, no journal.
std::string immutableName(const std::filesystem::path& file);

// The disk of `folder` must have `needed` bytes free and some to spare.
base::Outcome checkRoom(const std::filesystem::path& folder, std::uintmax_t needed);

// `base`, or "base-2", "base-3"…: the first there is no file of. The suffix comes after the number.
std::filesystem::path freeName(const std::filesystem::path& base, const std::string& suffix);

// Written through to the disk: the file's bytes, and its name in the folder.
base::Outcome syncFile(const std::filesystem::path& file);
base::Outcome syncFolder(const std::filesystem::path& folder);
// Gives the file its final name, which must be free, for good.
base::Outcome publish(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace store
