// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace store {

struct SalvagedTable {
    std::string name;
    std::int64_t rows = 0; // read, those in part included
    std::int64_t inPart = 0; // the end of the row was on pages that cannot be read
    std::int64_t lostPages = 0; // known to be of this table
};

struct Salvage {
    std::filesystem::path file; // the new store, up to date, checked
    int schema = 0; // of the damaged one
    std::vector<SalvagedTable> tables; // those that hold rows themselves
    std::int64_t pages = 0; // of the damaged file
    std::int64_t unclear = 0; // pages with rows of no table for sure
    std::vector<std::string> mended; // rows that belonged to lost ones, and what became of them
};

// Reads all that can be read of a damaged store into a new one beside it ("<file>.salvaged", "-2"…), page by
// page: rows on a sound page are found even where all pages that lead to it are gone, and with the first page
// gone. What was read, starred, noted and accepted stands in the rows themselves. The damaged file and its
// journal are only read; nobody may have it open (Locked). Rows that belong to a lost one follow
// mendReferences; the search index is made anew.
base::Result<Salvage> salvageStore(const std::filesystem::path& file, const base::ResourceFiles& migrations);

} // namespace store
