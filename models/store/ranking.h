// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/candidates.h>
#include <store/hits.h>

#include <optional>
#include <string>
#include <vector>

// The best matches of words, by bm25 (k1 1.2, b 0.75) with the title four times; private to the store. FTS5's
// own function looks up the length of every match, which is most of its time; this one looks up only the
// lengths of those that could still be among the best. Throws SQLite::Exception.
namespace store {

struct RankRequest {
    std::string words; // an expression of FTS5
    std::size_t limit = 0;
    std::optional<desk::Cursor> after; // only what comes after it
    const Ids* only = nullptr; // falling: only these
    Ids without; // falling: not these
};

// Falling by score, then by id.
std::vector<Hit> bestMatches(SQLite::Database& handle, const RankRequest& request);

// Makes it known to the connection.
void addRanking(SQLite::Database& handle);

} // namespace store
