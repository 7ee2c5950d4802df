// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>
#include <store/database.h>

#include <optional>
#include <string_view>

namespace store {

// What queries name, as this store has it; the connection outlives them. They throw SQLite::Exception.
struct StoredNames {
    desk::SavedQueries searches;
    desk::WatchlistMembers watchlists;
};
StoredNames storedNames(Database& database);

// desk::parseQuery with the saved searches and watchlists of this store. As of an instant: relative times count back from
// it, and what had not been received by then does not match.
base::Result<desk::Query> parseStoredQuery(Database& database, std::string_view text, base::Instant now,
    std::optional<base::Instant> asOf = std::nullopt);

} // namespace store
