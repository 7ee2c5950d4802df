// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>

#include <string>
#include <variant>
#include <vector>

namespace SQLite {
class Statement;
}

namespace store {

using SqlValue = std::variant<std::int64_t, double, std::string>;

// A condition on "article a JOIN source s", with its values in order. What a user typed stands only in
// values.
struct QuerySql {
    std::string condition; // "1" for all
    std::vector<SqlValue> values;
};

QuerySql compileQuery(const desk::QueryNode& root);

// Binds from this index on; gives the next free one.
int bindValues(SQLite::Statement& statement, const QuerySql& sql, int index);

} // namespace store
