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
#include <unordered_set>
#include <vector>

// Articles, their revisions, analyses and states. All functions: one transaction each; errors come from
// SQLite in plain words; call from the connection's thread.
namespace store {

struct StoredBatch {
    std::vector<std::int64_t> ids; // one for each article handed in; 0: removed before, and not stored again
    int added = 0;
    int revised = 0; // same identity, other words: the old text is kept as a revision, the article is unread
    int unchanged = 0; // the same text, or one that says the same (desk::saysTheSame)
};

// Articles with sourceId set. New and revised ones wait for their analysis: they are listed, without scores.
base::Result<StoredBatch> storeArticles(Database& database, std::span<const base::Article> articles);

// Those that wait, newest first, as far as an analysis needs them; not those in `except`.
base::Result<std::vector<base::Article>> readPending(
    Database& database, int limit, const std::unordered_set<std::int64_t>& except = {});

// Those whose analysis another engine or other data made, below this id (0: all), the newest first.
struct Maker {
    std::string engine; // version
    std::string pack; // hash
};
base::Result<std::vector<base::Article>> readStale(
    Database& database, const Maker& today, std::int64_t below, int limit);

struct FinishedAnalysis {
    std::int64_t article = 0;
    std::uint64_t fingerprint = 0; // of the text that was analysed
    base::Analysis analysis;
};

// Gives how many were stored: one of a text that was revised meanwhile is dropped.
base::Result<int> storeAnalyses(
    Database& database, std::span<const FinishedAnalysis> analyses, base::Instant at);

// One page in the request's order (ties by id), read by keyset; the query may name saved searches.
base::Result<desk::FeedPage> readPage(
    Database& database, const desk::FeedRequest& request, base::Instant now);
// The same of a query that was read already; that of the request does not count.
base::Result<desk::FeedPage> readPage(
    Database& database, const desk::Query& query, const desk::FeedRequest& request);
// The rows of these articles, in any order; those that are gone are left out.
base::Result<std::vector<desk::ArticleRow>> readRows(
    Database& database, const std::vector<std::int64_t>& ids);
// All articles, at once whatever their number.
base::Result<std::int64_t> countStored(Database& database);
// folded: the stories of the matches, as a folded page lists them.
base::Result<desk::MatchCount> countMatches(
    Database& database, const desk::Query& query, bool folded = false);
// As of an instant: what had been received by then is counted.
base::Result<desk::Navigation> readNavigation(
    Database& database, base::Instant now, std::optional<base::Instant> asOf = std::nullopt);

struct StoredArticle {
    base::Article article;
    std::optional<base::Analysis> analysis;
    bool read = false;
    bool starred = false;
    std::string note;
    int storySources = 1;
    int revisions = 0;
};

// NotFound when there is no such article, or none yet as of that instant.
base::Result<StoredArticle> readArticle(
    Database& database, std::int64_t id, std::optional<base::Instant> asOf = std::nullopt);

struct Revision {
    std::string title;
    std::string body;
    base::Instant received = {};
};

// The former texts, oldest first; the present one is not among them.
base::Result<std::vector<Revision>> readRevisions(Database& database, std::int64_t id);

// Mean sentiment of a topic's articles by received day, oldest first; days without one are left out.
base::Result<std::vector<double>> topicTrend(
    Database& database, const std::string& topic, base::Instant until, int days);

} // namespace store
