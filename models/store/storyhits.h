// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/candidates.h>
#include <store/hits.h>

#include <optional>
#include <vector>

// Which stories a query finds: each by the one of its articles that is first in the order, of those that
// match. Articles without a story stand for themselves. Private to the store. Throws SQLite::Exception.
namespace store {

struct Folding {
    bool several = false; // only stories that were told more than once
    const Ids* without = nullptr; // rising: as if these articles were not there
};

// In the order of findHits, and paged like it: a story whose first article stands before the cursor is on an
// earlier page. The first page asks nothing but the walk along the order; a later one looks at the other
// articles of the stories it meets.
std::vector<Hit> findStories(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
    const std::optional<desk::Cursor>& after, int limit, const Folding& folding = {});

// Of one story the first of its articles that match. Stories without one are left out; no order.
struct StoryHit {
    std::int64_t story = 0;
    Hit hit;
};
std::vector<StoryHit> firstOfStories(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
    const std::vector<std::int64_t>& stories, const Folding& folding = {});

// How many stories there are in all, with the articles that have none; hidden articles do not count.
std::int64_t countStories(SQLite::Database& handle, bool hidden);

} // namespace store
