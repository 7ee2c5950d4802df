// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace SQLite {
class Database;
}

// Sets of article ids, falling; private to the store. Throws SQLite::Exception.
namespace store {

using Ids = std::vector<std::int64_t>;

// The articles that meet one condition of the query that all matches must meet and that has an index of its
// own: the smallest such set. Nothing when there is none of at most `most` articles; no more are read of
// each.
std::optional<Ids> smallestCandidates(SQLite::Database& handle, const desk::Query& query, std::size_t most);

Ids intersection(const Ids& one, const Ids& other);

} // namespace store
