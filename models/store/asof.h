// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/feedview.h>
#include <desk/querymatch.h>
#include <store/articlestore.h>
#include <store/database.h>

// The store as it stood at an instant: only what had been received and analysed by then. Texts that were
// revised later are the former ones, scores of later analyses the former ones or none, and queries find what
// they would have found. What the analyst did (read, starred, labels, notes) is as it is now.
namespace store {

// Like readPage, as of request.asOf; relative times of the query count back from it. Takes time with what was
// revised or analysed again since. What was relevant then is not known: such an order is by impact.
base::Result<desk::FeedPage> readPageAsOf(Database& database, const desk::FeedRequest& request);

// The condition and that the article, as it is now, had been received by then.
desk::QueryNode receivedBy(const desk::QueryNode& root, base::Instant asOf);

// NotFound when the article had not been received by then.
base::Result<StoredArticle> readArticleAsOf(Database& database, std::int64_t id, base::Instant asOf);

// An article that something happened to since, as queries found it then.
struct FormerArticle {
    std::int64_t id = 0;
    std::optional<desk::MatchedArticle> then; // nothing: it had not been received
};

// Those published, or without a date, from `from` up to, not including, `to`. In order of id.
base::Result<std::vector<FormerArticle>> readFormer(
    Database& database, base::Instant asOf, base::Instant from, base::Instant to);

} // namespace store
