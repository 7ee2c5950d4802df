// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <string>
#include <string_view>
#include <vector>

// Reading of the pack's tab-separated files.
namespace engine {

struct TableRow {
    std::string place; // "gazetteer/countries.tsv:12", for errors and rule references
    std::vector<std::string> cells; // trimmed
};

// The rows of one file; blank lines and lines that start with '#' are comments. InvalidInput when the file is
// missing or a row has another number of cells.
base::Result<std::vector<TableRow>> readTable(
    const base::ResourceFiles& files, const std::string& name, std::size_t columns);

// Parts of a cell, trimmed, empty ones left out.
std::vector<std::string> parts(std::string_view cell, char separator);

base::Error dataError(const std::string& place, const std::string& reason);

} // namespace engine
