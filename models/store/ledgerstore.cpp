// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ledgerstore.h"

#include "sqlerror.h"

#include <base/analysisjson.h>

#include <limits>

namespace store {

namespace {

std::int64_t bound(std::optional<base::Instant> asOf)
{
    return asOf ? static_cast<std::int64_t>(base::toUnix(*asOf)) : std::numeric_limits<std::int64_t>::max();
}

std::vector<desk::LedgerChange> changesOf(SQLite::Statement& query, std::int64_t ledger)
{
    std::vector<desk::LedgerChange> changes;
    query.reset();
    query.bind(1, ledger);
    while (query.executeStep())
        changes.push_back({query.getColumn(0).getString(), base::fromUnix(query.getColumn(1).getInt64()),
            query.getColumn(2).isNull() ? 0 : query.getColumn(2).getInt64(), query.getColumn(3).getString(),
            query.getColumn(4).getString(), query.getColumn(5).getString()});
    return changes;
}

constexpr const char* Changes = "SELECT state, at, article_id, title, sentence, clause FROM decision_change "
                                "WHERE ledger_id = ?1 AND at <= ?2 "
                                "ORDER BY id";

// article 0: of all.
base::Result<std::vector<desk::LedgerEntry>> readEntries(
    Database& database, std::int64_t article, std::optional<base::Instant> asOf)
{
    return guarded<std::vector<desk::LedgerEntry>>([&] {
        SQLite::Statement query(database.handle(),
            std::string(
                "SELECT l.id, l.article_id, l.decision, a.title, a.source_name, l.frozen, l.accepted FROM "
                "ledger l CROSS JOIN article a ON a.id = l.article_id WHERE l.accepted <= ?1 ")
                + (article == 0 ? "" : "AND l.article_id = ?2 ") + "ORDER BY l.accepted DESC, l.id DESC");
        query.bind(1, bound(asOf));
        if (article != 0)
            query.bind(2, article);
        SQLite::Statement changes(database.handle(), Changes);
        changes.bind(2, bound(asOf));
        std::vector<desk::LedgerEntry> all;
        while (query.executeStep()) {
            base::Result<base::Analysis> frozen = base::analysisFromJson(query.getColumn(5).getString());
            if (!frozen || frozen->decisions.empty())
                continue;
            desk::LedgerEntry entry;
            entry.id = query.getColumn(0).getInt64();
            entry.article = query.getColumn(1).getInt64();
            entry.decision = query.getColumn(2).getInt();
            entry.articleTitle = query.getColumn(3).getString();
            entry.source = query.getColumn(4).getString();
            entry.frozen = std::move(frozen->decisions.front());
            entry.accepted = base::fromUnix(query.getColumn(6).getInt64());
            entry.changes = changesOf(changes, entry.id);
            all.push_back(std::move(entry));
        }
        return all;
    });
}

} // namespace

base::Result<bool> acceptDecision(Database& database, const KeptDecision& decision)
{
    return guarded<bool>([&] {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement insert(database.handle(),
            "INSERT OR IGNORE INTO ledger (article_id, decision, frozen, accepted) VALUES (?, ?, ?, ?)");
        insert.bind(1, decision.article);
        insert.bind(2, decision.decision);
        insert.bind(3, decision.frozen);
        insert.bind(4, static_cast<std::int64_t>(base::toUnix(decision.accepted)));
        const bool added = insert.exec() > 0;
        if (added) {
            const std::int64_t ledger = database.handle().getLastInsertRowid();
            SQLite::Statement change(database.handle(),
                "INSERT INTO decision_change (ledger_id, state, at, article_id, title, sentence, clause) "
                "VALUES (?1, "
                "?2, ?3, (SELECT id FROM article WHERE id = ?4), ?5, ?6, ?7)");
            for (const desk::LedgerChange& one : decision.changes) {
                change.reset();
                change.bind(1, ledger);
                change.bind(2, one.state);
                change.bind(3, static_cast<std::int64_t>(base::toUnix(one.at)));
                change.bind(4, one.by);
                change.bind(5, one.byTitle);
                change.bind(6, one.sentence);
                change.bind(7, one.clause);
                change.exec();
            }
        }
        transaction.commit();
        return added;
    });
}

base::Result<KeptDecision> takeBackDecision(Database& database, std::int64_t article, int decision)
{
    return guarded<KeptDecision>([&]() -> base::Result<KeptDecision> {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement query(database.handle(),
            "SELECT id, frozen, accepted FROM ledger WHERE article_id = ? AND decision = ?");
        query.bind(1, article);
        query.bind(2, decision);
        if (!query.executeStep())
            return base::Error{base::ErrorCode::NotFound, "the decision is not in the ledger"};
        KeptDecision kept{article, decision, query.getColumn(1).getString(),
            base::fromUnix(query.getColumn(2).getInt64()), {}};
        const std::int64_t ledger = query.getColumn(0).getInt64();
        SQLite::Statement changes(database.handle(), Changes);
        changes.bind(2, bound(std::nullopt));
        kept.changes = changesOf(changes, ledger);
        query.reset();
        for (const char* sql :
            {"DELETE FROM decision_change WHERE ledger_id = ?", "DELETE FROM ledger WHERE id = ?"}) {
            SQLite::Statement remove(database.handle(), sql);
            remove.bind(1, ledger);
            remove.exec();
        }
        transaction.commit();
        return kept;
    });
}

base::Result<std::vector<desk::LedgerEntry>> readLedger(Database& database, std::optional<base::Instant> asOf)
{
    return readEntries(database, 0, asOf);
}

base::Result<std::vector<desk::LedgerEntry>> readLedgerOf(
    Database& database, std::int64_t article, std::optional<base::Instant> asOf)
{
    return readEntries(database, article, asOf);
}

} // namespace store
