// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <base/result.h>
#include <desk/feedview.h>
#include <desk/query.h>
#include <store/database.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

// Articles, their revisions, analyses and states. All functions: one transaction each; errors come from
// SQLite in plain words; call from the connection's thread.
namespace store {

struct AnalysedArticle {
    base::Article article; // sourceId set
    std::optional<base::Analysis> analysis; // nothing: stored unanalysed
    base::Instant analysedAt = {};
};

struct StoredBatch {
    std::vector<std::int64_t> ids; // one for each article handed in
    int added = 0;
    int revised = 0; // same identity, other text: the old text is kept as a revision
    int unchanged = 0;
};

base::Result<StoredBatch> storeBatch(Database& database, std::span<const AnalysedArticle> batch);

// One page in the request's order (ties by id), read by keyset; `total` is filled only on the first page.
base::Result<desk::FeedPage> readPage(
    Database& database, const desk::FeedRequest& request, base::Instant now);
base::Result<std::int64_t> countMatches(Database& database, const desk::Query& query);
base::Result<desk::Navigation> readNavigation(Database& database, base::Instant now);

struct StoredArticle {
    base::Article article;
    std::optional<base::Analysis> analysis;
    bool read = false;
    bool starred = false;
    std::string note;
    int storySources = 1;
    int revisions = 0;
};

// NotFound when there is no such article.
base::Result<StoredArticle> readArticle(Database& database, std::int64_t id);
// Mean sentiment of a topic's articles by received day, oldest first; days without one are left out.
base::Result<std::vector<double>> topicTrend(
    Database& database, const std::string& topic, base::Instant until, int days);

// States. Each is written through (synchronous=FULL) before it returns, and gives the ids it changed.
using Ids = std::vector<std::int64_t>;
base::Result<Ids> setRead(Database& database, const Ids& ids, bool read);
base::Result<Ids> setStarred(Database& database, const Ids& ids, bool starred);
// Marks all that match; gives those that were unread, so that it can be undone with setRead.
base::Result<Ids> markMatchesRead(Database& database, const desk::Query& query);
base::Outcome setNote(Database& database, std::int64_t id, const std::string& note);

// The ledger's beginning: an accepted decision is kept as it stood. Accepting it again changes nothing.
base::Outcome acceptDecision(
    Database& database, std::int64_t article, int decision, const std::string& frozen, base::Instant at);
base::Result<std::vector<int>> acceptedDecisions(Database& database, std::int64_t article);

} // namespace store
