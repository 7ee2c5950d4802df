// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Reading of the pack's tab-separated files.
namespace engine {

// One row; lives as long as its table and the file's text.
struct TableRow {
    std::string_view file;
    int line = 0;
    std::span<const std::string_view> cells; // trimmed

    std::string place() const; // "gazetteer/countries.tsv:12", for errors and rule references
};

class Table final {
public:
    Table() = default;
    Table(Table&&) = default;
    Table& operator=(Table&&) = default;
    auto begin() const { return m_rows.begin(); }
    auto end() const { return m_rows.end(); }
    std::size_t size() const { return m_rows.size(); }

private:
    friend base::Result<Table> readTable(const base::ResourceFiles&, std::string_view, std::size_t);

    std::vector<std::string_view> m_cells;
    std::vector<TableRow> m_rows;
};

// The rows of one file; blank lines and lines that start with '#' are comments. InvalidInput when the file is
// missing or a row has another number of cells.
base::Result<Table> readTable(const base::ResourceFiles& files, std::string_view name, std::size_t columns);

// Parts of a cell, trimmed, empty ones left out.
std::vector<std::string> parts(std::string_view cell, char separator);

base::Error dataError(const std::string& place, const std::string& reason);

} // namespace engine
