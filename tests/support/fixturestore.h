// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// Stores of released schemas, from tests/data/stores, and what stands in a store.
namespace support {

inline std::string fixtureSql(int schema)
{
    const base::Result<std::string> text
        = base::readFile(std::string(LEADLINE_TEST_DATA "/stores/v") + std::to_string(schema) + ".sql");
    return text ? *text : std::string();
}

inline void makeFixture(int schema, const std::filesystem::path& file)
{
    SQLite::Database store(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    store.exec(fixtureSql(schema));
    store.exec("PRAGMA journal_mode = WAL");
}

// The tables that hold rows themselves, each with its stored columns.
using Columns = std::map<std::string, std::vector<std::string>>;
inline Columns tableColumns(SQLite::Database& store)
{
    Columns tables;
    SQLite::Statement query(store,
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND "
        "m.name NOT LIKE 'sqlite%' AND m.name NOT GLOB 'search*' AND c.hidden = 0 ORDER BY m.name, c.cid");
    while (query.executeStep())
        tables[query.getColumn(0).getString()].push_back(query.getColumn(1).getString());
    return tables;
}

// Every row of a table as text, in a fixed order.
inline std::vector<std::string> rows(
    SQLite::Database& store, const std::string& table, const std::vector<std::string>& columns)
{
    std::string list;
    for (const std::string& column : columns)
        list += (list.empty() ? "quote(\"" : " || ',' || quote(\"") + column + "\")";
    std::vector<std::string> found;
    SQLite::Statement query(store, "SELECT " + list + " FROM \"" + table + "\" ORDER BY 1");
    while (query.executeStep())
        found.push_back(query.getColumn(0).getString());
    return found;
}

// Statement texts of the schema, without the search index's inner tables.
inline std::vector<std::string> schemaTexts(SQLite::Database& store)
{
    std::vector<std::string> texts;
    SQLite::Statement query(store,
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND NOT (type = "
        "'table' AND name GLOB 'search_*') ORDER BY name");
    while (query.executeStep())
        texts.push_back(query.getColumn(0).getString());
    return texts;
}

} // namespace support
