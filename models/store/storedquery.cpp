// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storedquery.h"

#include "asof.h"
#include "sqlerror.h"

namespace store {

StoredNames storedNames(Database& database)
{
    StoredNames names;
    names.searches = [&database](std::string_view name) -> std::optional<std::string> {
        SQLite::Statement query(database.handle(), "SELECT query FROM saved_search WHERE name = ?");
        query.bind(1, std::string(name));
        return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
    };
    names.watchlists
        = [&database](std::string_view name) -> std::optional<std::vector<desk::WatchlistMember>> {
        SQLite::Statement list(database.handle(), "SELECT id FROM watchlist WHERE name = ?");
        list.bind(1, std::string(name));
        if (!list.executeStep())
            return std::nullopt;
        SQLite::Statement query(database.handle(),
            "SELECT kind, value FROM watchlist_member WHERE watchlist_id = ? ORDER BY position");
        query.bind(1, list.getColumn(0).getInt64());
        std::vector<desk::WatchlistMember> members;
        while (query.executeStep())
            members.push_back({desk::memberKind(query.getColumn(0).getString()).value_or(desk::MemberKind::Word),
                query.getColumn(1).getString()});
        return members;
    };
    return names;
}

base::Result<desk::Query> parseStoredQuery(
    Database& database, std::string_view text, base::Instant now, std::optional<base::Instant> asOf)
{
    base::Result<desk::Query> parsed = guarded<desk::Query>([&] {
        const StoredNames names = storedNames(database);
        return desk::parseQuery(text, asOf.value_or(now), names.searches, names.watchlists);
    });
    if (parsed && asOf)
        parsed->root = receivedBy(parsed->root, *asOf);
    return parsed;
}

} // namespace store
