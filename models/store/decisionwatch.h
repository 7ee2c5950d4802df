// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <store/alertstore.h>
#include <store/database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Accepted decisions as rules: a later article that meets the entry's query triggers one, one that meets the
// invalidation's calls for a review, and after its horizon it expires.
namespace store {

struct WatchedDecision {
    std::int64_t ledger = 0;
    std::int64_t article = 0; // it was made from
    base::Instant accepted = {};
    std::string title;
    std::string state; // that a match gives it: triggered, review
    std::string query;
};

// Those whose state can still change by an article. A frozen decision that cannot be read is left out.
base::Result<std::vector<WatchedDecision>> readWatchedDecisions(Database& database);

// What the match makes of the decision, with the sentence of the article that did it; nothing for the article
// it was made from and for one received before it was accepted.
base::Result<std::optional<DecisionHit>> decisionHit(
    Database& database, const WatchedDecision& decision, const desk::Query& query, const DueArticle& due);

// Decisions whose horizon is over have expired; gives how many did just now.
base::Result<int> expireDecisions(Database& database, base::Instant now);

} // namespace store
