// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>
#include <desk/query.h>

#include <optional>
#include <vector>

namespace SQLite {
class Database;
}

// Which articles a query finds, in order and page by page, at a million articles; private to the store. The
// way there depends on the query: the index of the order is walked, or few candidates are sorted, or the
// full-text index ranks. All ways give the same rows: by key, then by id, both falling. Throws
// SQLite::Exception.
namespace store {

struct Hit {
    std::int64_t id = 0;
    double key = 0; // of the order; of relevance: bm25 with the title four times, higher is better
};

// The order that `asked` comes to: relevance without words to rank by is impact.
desk::Sort orderOf(const desk::Query& query, desk::Sort asked);

bool comesBefore(const Hit& one, const Hit& other);

// What an order goes by, of "article a": not of relevance.
struct OrderKey {
    const char* key = nullptr;
    const char* where = ""; // " AND …": what has a place in the order
};
OrderKey keyOf(desk::Sort sort);

std::vector<Hit> findHits(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
    const std::optional<desk::Cursor>& after, int limit);

} // namespace store
