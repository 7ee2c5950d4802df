// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storedquery.h"

#include "sqlerror.h"

namespace store {

base::Result<desk::Query> parseStoredQuery(Database& database, std::string_view text, base::Instant now)
{
    return guarded<desk::Query>([&] {
        return desk::parseQuery(text, now, [&](std::string_view name) -> std::optional<std::string> {
            SQLite::Statement query(database.handle(), "SELECT query FROM saved_search WHERE name = ?");
            query.bind(1, std::string(name));
            return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
        });
    });
}

} // namespace store
