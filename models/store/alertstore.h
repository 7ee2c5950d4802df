// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <base/result.h>
#include <desk/alertview.h>
#include <desk/querymatch.h>
#include <store/database.h>
#include <store/states.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Firings: what rules said of articles that came in, and what was done about it. All functions: one
// transaction each.
namespace store {

// ---- What rules have not seen

struct DueArticle {
    std::int64_t id = 0;
    std::uint64_t fingerprint = 0; // of its text
    desk::MatchedArticle article;
};

// By time of receipt.
base::Result<std::vector<DueArticle>> readDue(Database& database, int limit);
base::Result<std::int64_t> countDue(Database& database);
// Marks all as seen, while there is nothing to ask of them; gives how many. None when the rules are not those
// of `edits` any more.
base::Result<int> skipDue(Database& database, std::int64_t edits);
// The newest articles that were analysed.
base::Result<std::vector<desk::MatchedArticle>> readSample(Database& database, int count);

// An article among those that tell its story, in the order in which they were received.
struct StoryContext {
    std::int64_t story = 0; // 0: none
    int earlier = 0; // articles that came before it
    std::optional<double> impactBefore; // the highest of these
    int sources = 1; // of the story as it is now
};
base::Result<StoryContext> readStoryContext(Database& database, std::int64_t article);

// An article with what a receipt needs besides.
struct ReceiptInput {
    base::Article article;
    std::optional<base::Analysis> analysis;
    int revisions = 0;
};

// ---- What they said

struct RuleHit {
    const desk::AlertRule* rule = nullptr; // with its id
    desk::AlertClass level = desk::AlertClass::High;
    bool stream = false; // of the rule's whole stream, not of the story
    bool crosses = true; // of a stream: whether it is beyond what the rule names, now
    std::string reason; // what crossed
    desk::FiringArticle receipt;
};

struct DecisionHit {
    std::int64_t ledger = 0;
    std::string state; // triggered, review
    std::string sentence; // that did it
    std::string clause; // the query that was met
    std::string title; // of the article
};

struct EvaluatedArticle {
    std::int64_t article = 0;
    std::uint64_t fingerprint = 0;
    std::vector<RuleHit> hits;
    std::vector<DecisionHit> decisions;
};

// Keeps what the rules said and marks the articles as seen, in one transaction: desk::mayFire decides by what
// the store holds. An article that somebody else marked meanwhile, or whose text is another by now, is left
// out. Gives the new firings, with their articles. Cancelled: the rules are not those of `edits` (alertEdits)
// any more; nothing was kept.
base::Result<std::vector<desk::Firing>> storeEvaluated(
    Database& database, std::span<const EvaluatedArticle> evaluated, std::int64_t edits, base::Instant at);

// ---- What became of it

struct FiringRequest {
    std::optional<std::int64_t> rule = {}; // of this rule alone
    bool open = false; // only what is not acknowledged
    std::int64_t before = 0; // older than this firing; 0: from the newest on
    int limit = 200;
};
// Newest first, without their articles.
base::Result<std::vector<desk::Firing>> readFirings(Database& database, const FiringRequest& request);
// With its articles. NotFound.
base::Result<desk::Firing> readFiring(Database& database, std::int64_t id);
base::Result<desk::FiringCounts> readFiringCounts(Database& database);
// Gives those that were changed.
base::Result<Ids> acknowledge(Database& database, const Ids& firings, bool acknowledged, base::Instant at);
// The rules of these firings sleep until then, and the firings are acknowledged; gives the rules.
base::Result<Ids> snoozeFired(
    Database& database, const Ids& firings, base::Instant until, base::Instant now);
base::Result<Ids> acknowledgeAll(Database& database, base::Instant at);

// Those that nobody was told of yet, oldest first; with the rules they are of.
base::Result<std::vector<desk::Firing>> readWaiting(Database& database);
// A line of the log, or with `each` one for each firing; with `told` the firings no longer wait.
struct Delivery {
    Ids firings;
    std::string channel;
    bool done = false;
    bool told = false;
    std::string title;
    std::string detail;
    bool each = false;
};
base::Outcome recordDelivery(Database& database, const Delivery& delivery, base::Instant at);
// Whether the log has a line of this firing by this channel, done or not.
base::Result<bool> wasDelivered(Database& database, std::int64_t firing, const std::string& channel);
// Newest first, older than the line of that id; 0: from the newest on.
base::Result<std::vector<desk::DeliveryLine>> readDeliveries(
    Database& database, int limit, std::int64_t before = 0);

} // namespace store
