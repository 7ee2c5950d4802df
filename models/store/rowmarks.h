// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/feedview.h>
#include <store/database.h>

#include <cstdint>
#include <string>
#include <vector>

// What the analyst put on articles and keeps by name, as lists and navigation show it.
namespace store {

// Labels, note, hidden and watchlists of rows that hold their id. Throws SQLite::Exception: for readers of rows, which
// guard against it.
void fillMarks(Database& database, std::vector<desk::ArticleRow>& rows);

struct ArticleMarks {
    std::vector<std::string> labels; // by name
    std::string note;
};

// NotFound when there is no such article.
base::Result<ArticleMarks> readMarks(Database& database, std::int64_t article);

// The labels there are, by name, each with the query of its articles and their number.
base::Result<std::vector<desk::CountedView>> readLabelViews(Database& database);
// Fills labels and saved searches with the numbers of articles they list now. A search that cannot be read
// any more stays, with 0.
base::Outcome readKept(Database& database, base::Instant now, desk::Navigation& navigation);

} // namespace store
