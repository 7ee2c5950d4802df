// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "decisionwatch.h"

#include "articlestore.h"
#include "sqlerror.h"

#include <base/analysisjson.h>
#include <desk/receipt.h>

#include <algorithm>
#include <limits>

namespace store {

namespace {

constexpr std::int64_t Day = 86400;
constexpr const char* Triggered = "triggered";
constexpr const char* Review = "review";
constexpr const char* Expired = "expired";

struct Ledger {
    std::int64_t id = 0;
    std::int64_t article = 0;
    int place = 0;
    base::Instant accepted = {};
    base::Decision decision;
    std::vector<std::string> states; // it has been in
};

std::vector<Ledger> ledgers(SQLite::Database& handle)
{
    std::vector<Ledger> all;
    SQLite::Statement query(handle,
        "SELECT id, article_id, decision, accepted, frozen, (SELECT group_concat(state) FROM decision_change c WHERE "
        "c.ledger_id = l.id) FROM ledger l ORDER BY accepted, id");
    while (query.executeStep()) {
        Ledger one;
        one.id = query.getColumn(0).getInt64();
        one.article = query.getColumn(1).getInt64();
        one.place = query.getColumn(2).getInt();
        one.accepted = base::fromUnix(query.getColumn(3).getInt64());
        const base::Result<base::Analysis> frozen = base::analysisFromJson(query.getColumn(4).getString());
        if (!frozen || frozen->decisions.empty())
            continue;
        one.decision = frozen->decisions.front();
        const std::string states = query.getColumn(5).getString();
        for (const char* state : {Triggered, Review, Expired}) {
            if (states.find(state) != std::string::npos)
                one.states.emplace_back(state);
        }
        all.push_back(std::move(one));
    }
    return all;
}

bool hasBeen(const Ledger& ledger, std::string_view state)
{
    return std::find(ledger.states.begin(), ledger.states.end(), state) != ledger.states.end();
}

} // namespace

base::Result<std::vector<WatchedDecision>> readWatchedDecisions(Database& database)
{
    return guarded<std::vector<WatchedDecision>>([&] {
        std::vector<WatchedDecision> watched;
        for (const Ledger& one : ledgers(database.handle())) {
            if (hasBeen(one, Expired))
                continue;
            const auto add = [&](const char* state, const std::string& query) {
                if (!query.empty() && !hasBeen(one, state))
                    watched.push_back({one.id, one.article, one.accepted, one.decision.title, state, query});
            };
            // What was called for a review is not entered any more.
            if (!hasBeen(one, Review))
                add(Triggered, one.decision.entryWhen);
            add(Review, one.decision.invalidationWhen);
        }
        return watched;
    });
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
    return guarded<int>([&] {
        int expired = 0;
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement insert(database.handle(),
            "INSERT INTO decision_change (ledger_id, state, at) SELECT ?1, 'expired', ?2 WHERE NOT EXISTS (SELECT "
            "1 FROM decision_change WHERE ledger_id = ?1 AND state = 'expired')");
        for (const Ledger& one : ledgers(database.handle())) {
            const int days = one.decision.horizon.maxDays;
            if (days <= 0 || hasBeen(one, Expired)
                || now - one.accepted < std::chrono::seconds(Day * std::int64_t{days}))
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

base::Result<std::vector<DecisionState>> readDecisionStates(Database& database, std::optional<base::Instant> asOf)
{
    return guarded<std::vector<DecisionState>>([&] {
        SQLite::Statement last(database.handle(),
            "SELECT state, at, article_id, title, sentence, clause FROM decision_change WHERE ledger_id = ? AND at <= "
            "? ORDER BY id DESC LIMIT 1");
        std::vector<DecisionState> states;
        for (const Ledger& one : ledgers(database.handle())) {
            DecisionState state;
            state.ledger = one.id;
            state.article = one.article;
            state.decision = one.place;
            state.title = one.decision.title;
            state.state = "open";
            last.reset();
            last.bind(1, one.id);
            last.bind(2,
                asOf ? static_cast<std::int64_t>(base::toUnix(*asOf)) : std::numeric_limits<std::int64_t>::max());
            if (last.executeStep()) {
                state.state = last.getColumn(0).getString();
                state.at = base::fromUnix(last.getColumn(1).getInt64());
                state.by = last.getColumn(2).isNull() ? 0 : last.getColumn(2).getInt64();
                state.byTitle = last.getColumn(3).getString();
                state.sentence = last.getColumn(4).getString();
                state.clause = last.getColumn(5).getString();
            }
            states.push_back(std::move(state));
        }
        return states;
    });
}

} // namespace store
