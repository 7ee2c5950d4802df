// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/source.h>
#include <base/span.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What lists show: values made by the store's readers, carried to the item models.
namespace desk {

// A part of a text and where in it the words stand that were searched for.
struct Excerpt {
    std::string text;
    std::vector<base::Span> hits; // bytes of it; ascending, apart
};

struct ArticleRow {
    std::int64_t id = 0;
    std::string guid;
    std::string title;
    std::string source;
    std::int64_t sourceId = 0;
    std::string url;
    std::optional<base::Instant> published;
    base::Instant received = {};
    bool analysed = false; // false: impact and sentiment say nothing
    double impact = 0; // 0…1
    double sentiment = 0; // −1…+1
    std::string label; // of the sentiment
    std::vector<std::string> topics; // best first
    std::string story; // permanent id, empty when it is alone
    int storySources = 1; // how many sources tell the story
    int storyArticles = 1; // and in how many articles
    int novelty = 0; // 0…100
    std::string mode; // "news", "explainer", …
    std::string language;
    bool read = false;
    bool starred = false;
    bool hidden = false; // listed only where hidden ones are asked for
    bool noted = false; // with a note
    std::vector<std::string> labels; // by name
    std::vector<std::string> watchlists; // it is of, in the analyst's order
    std::vector<base::Span> titleHits; // these two only where a request asks for excerpts
    Excerpt excerpt;
};

enum class Sort { Impact, Published, Received, Relevance, ReadAt };

// Where the next page begins: after the row with this key and id in the current order.
struct Cursor {
    double key = 0;
    std::int64_t id = 0;
};

struct FeedRequest {
    std::string query; // in the query language of product.md; empty means all
    Sort sort = Sort::Impact; // a sort: in the query goes before it
    int limit = 100; // rows
    std::optional<Cursor> after;
    std::optional<base::Instant> asOf = {}; // only what was known then (store/asof.h)
    bool count = false; // the matches too, on the first page: it may take longer than the page
    bool excerpts = false; // where the words of the query stand in each row's title and body
    bool folded = false; // each story once: by its article that is first in the order, of those that match
};

struct MatchCount {
    std::int64_t count = 0;
    bool more = false; // at least so many: counting stops at ten thousand, or when it takes too long
};

struct FeedPage {
    std::vector<ArticleRow> rows;
    std::optional<Cursor> next; // nothing on the last page
    std::int64_t total = 0; // matches in all, of a first page; stories where they are folded
    bool more = false; // at least so many: they were not counted, or not to the end
    Sort sort = Sort::Impact; // the order it has
    bool folded = false; // as it was asked for
};

// One text of an article that was revised.
struct TextVersion {
    std::string title;
    std::string body;
    base::Instant received = {};
};

struct CountedView {
    std::string name; // "Top by impact"
    std::string query; // what it shows
    std::int64_t count = 0;
    bool more = false; // at least so many
};

struct TopicMean {
    std::string topic;
    std::int64_t articles = 0; // within the last 24 hours of what was received
    double sentiment = 0; // their mean, −1…+1
};

struct SourceHealth {
    base::Source source;
    std::int64_t articles = 0; // stored
    double perWeek = 0; // received; mean of the last four weeks, or of what is known

    bool failing() const { return source.failures > 0 || source.gone; }
};

struct Navigation {
    std::vector<CountedView> views;
    std::vector<TopicMean> topics; // by number of articles
    std::vector<CountedView> savedSearches; // in the analyst's order
    std::vector<CountedView> labels; // by name
    std::vector<CountedView> watchlists;
    std::vector<SourceHealth> sources;
    std::int64_t articles = 0; // in the store
    std::int64_t bytes = 0; // size of the store
};

} // namespace desk
