// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decisionwatch.h"

#include "articlestore.h"
#include "ledgerstore.h"
#include "sqlerror.h"

#include <desk/receipt.h>

#include <algorithm>
#include <string_view>

namespace store {

namespace {

constexpr const char* Triggered = "triggered";
constexpr const char* Review = "review";
constexpr const char* Expired = "expired";

bool hasBeen(const desk::LedgerEntry& entry, std::string_view state)
{
    return std::any_of(entry.changes.begin(), entry.changes.end(),
        [state](const desk::LedgerChange& change) { return change.state == state; });
}

} // namespace

base::Result<std::vector<WatchedDecision>> readWatchedDecisions(Database& database)
{
    const base::Result<std::vector<desk::LedgerEntry>> ledger = readLedger(database);
    if (!ledger)
        return ledger.error();
    std::vector<WatchedDecision> watched;
    for (auto one = ledger->rbegin(); one != ledger->rend(); ++one) { // the oldest first
        if (hasBeen(*one, Expired))
            continue;
        const auto add = [&](const char* state, const std::string& query) {
            if (!query.empty() && !hasBeen(*one, state))
                watched.push_back({one->id, one->article, one->accepted, one->frozen.title, state, query});
        };
        // What was called for a review is not entered any more.
        if (!hasBeen(*one, Review))
            add(Triggered, one->frozen.entryWhen);
        add(Review, one->frozen.invalidationWhen);
    }
    return watched;
}

base::Result<std::optional<DecisionHit>> decisionHit(
    Database& database, const WatchedDecision& decision, const desk::Query& query, const DueArticle& due)
{
    using Hit = std::optional<DecisionHit>;
    if (due.id == decision.article || due.article.received < decision.accepted
        || due.article.mode == "opinion")
        return Hit();
    const base::Result<StoredArticle> stored = readArticle(database, due.id);
    if (!stored)
        return stored.error();
    DecisionHit hit{decision.ledger, decision.state, {}, decision.query, stored->article.title};
    // The sentence of the first evidence; the headline when all that met it stands there.
    for (const desk::Clause& clause :
        desk::clausesOf(query, due.article, stored->analysis ? &*stored->analysis : nullptr)) {
        for (const base::Span& span : clause.spans) {
            if (hit.sentence.empty() && span.field == base::Field::Body)
                hit.sentence = desk::sentenceAt(stored->article.body, span.begin);
        }
    }
    if (hit.sentence.empty())
        hit.sentence = stored->article.title;
    return Hit(std::move(hit));
}

base::Result<int> expireDecisions(Database& database, base::Instant now)
{
    const base::Result<std::vector<desk::LedgerEntry>> ledger = readLedger(database);
    if (!ledger)
        return ledger.error();
    return guarded<int>([&] {
        int expired = 0;
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement insert(database.handle(),
            "INSERT INTO decision_change (ledger_id, state, at) SELECT ?1, 'expired', ?2 WHERE NOT EXISTS (SELECT "
            "1 FROM decision_change WHERE ledger_id = ?1 AND state = 'expired')");
        for (const desk::LedgerEntry& one : *ledger) {
            const std::optional<base::Instant> end = desk::endOf(one);
            if (!end || now < *end || hasBeen(one, Expired))
                continue;
            insert.reset();
            insert.bind(1, one.id);
            insert.bind(2, static_cast<std::int64_t>(base::toUnix(now)));
            expired += insert.exec();
        }
        transaction.commit();
        return expired;
    });
}

} // namespace store
