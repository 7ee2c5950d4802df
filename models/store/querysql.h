// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>

#include <string>
#include <variant>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace store {

using SqlValue = std::variant<std::int64_t, double, std::string>;

// A condition on "article a JOIN source s", with its values in order. What a user typed stands only in
// values, and in those for the full-text index only inside its quotes. It is 1 or 0 for every row, never
// NULL.
struct QuerySql {
    std::string condition; // "1" for all
    std::vector<SqlValue> values;
};

// Hidden articles match like others; whoever lists leaves them out, unless query.hidden.
QuerySql compileQuery(const desk::QueryNode& root);

// The same in two: an article matches when it matches both.
struct SplitQuery {
    std::string words; // an expression of FTS5 for the table search; empty when no words are asked for
    QuerySql rest; // of all other conditions
};
SplitQuery splitQuery(const desk::Query& query);

// Binds from this index on; gives the next free one.
int bindValues(SQLite::Statement& statement, const QuerySql& sql, int index);

// The functions that conditions call: holds_words(value, words, prefix). Every connection has them.
void addQueryFunctions(SQLite::Database& handle);

} // namespace store
