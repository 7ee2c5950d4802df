// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storedquery.h"

#include "asof.h"
#include "sqlerror.h"

namespace store {

base::Result<desk::Query> parseStoredQuery(
    Database& database, std::string_view text, base::Instant now, std::optional<base::Instant> asOf)
{
    base::Result<desk::Query> parsed = guarded<desk::Query>([&] {
        return desk::parseQuery(
            text, asOf.value_or(now), [&](std::string_view name) -> std::optional<std::string> {
                SQLite::Statement query(database.handle(), "SELECT query FROM saved_search WHERE name = ?");
                query.bind(1, std::string(name));
                return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
            });
    });
    if (parsed && asOf)
        parsed->root = receivedBy(parsed->root, *asOf);
    return parsed;
}

} // namespace store
