// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "accepteddecisions.h"

#include "sqlerror.h"

#include <base/analysisjson.h>

#include <limits>

namespace store {

base::Result<std::vector<AcceptedDecision>> readAccepted(Database& database, std::optional<base::Instant> asOf)
{
    return guarded<std::vector<AcceptedDecision>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT l.id, l.article_id, a.title, a.source_name, l.frozen, l.accepted FROM ledger l JOIN article a ON "
            "a.id = l.article_id WHERE l.accepted <= ? ORDER BY l.accepted DESC, l.id DESC");
        query.bind(1,
            asOf ? static_cast<std::int64_t>(base::toUnix(*asOf)) : std::numeric_limits<std::int64_t>::max());
        std::vector<AcceptedDecision> all;
        while (query.executeStep()) {
            base::Result<base::Analysis> frozen = base::analysisFromJson(query.getColumn(4).getString());
            if (!frozen || frozen->decisions.empty())
                continue;
            all.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                query.getColumn(2).getString(), query.getColumn(3).getString(),
                std::move(frozen->decisions.front()), base::fromUnix(query.getColumn(5).getInt64())});
        }
        return all;
    });
}

} // namespace store
