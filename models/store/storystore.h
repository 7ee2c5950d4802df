// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/instant.h>
#include <base/result.h>
#include <desk/storyview.h>
#include <store/database.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Stories: which articles tell one event. The grouping itself is the engine's; what is kept here are
// permanent ids, the articles' features as bytes, and a log of merges, splits and moves. All functions: one
// transaction each.
namespace store {

// What an article is compared by.
struct StoryFeatureRow {
    std::int64_t article = 0;
    std::int64_t at = 0; // Unix seconds: when the article was told
    std::int64_t story = 0; // 0 when it has none yet
    std::string data; // the engine's; empty when none is kept
};

base::Outcome saveStoryFeatures(Database& database, std::span<const StoryFeatureRow> rows);
// Forgets the features of what was told before; articles and stories stay.
base::Outcome dropStoryFeatures(Database& database, std::int64_t before);

struct Unplaced {
    std::int64_t article = 0;
    std::int64_t at = 0; // Unix seconds: published, else received; never a day after it was received
};

// Analysed articles that have no story, in order of time.
base::Result<std::vector<Unplaced>> readUnplaced(Database& database);
// In the order asked for; without data where none is kept.
base::Result<std::vector<StoryFeatureRow>> readFeatures(
    Database& database, std::span<const std::int64_t> articles);
// Of articles that have a story, in order of time, at most `limit`, after this time and article.
base::Result<std::vector<StoryFeatureRow>> readPlacedFeatures(
    Database& database, std::int64_t after, std::int64_t article, int limit);
struct StoryPlace {
    std::int64_t article = 0;
    int novelty = 0;
    int earlier = 0; // articles of its story that were told before it
};

// Of those of the articles that have a story and are not the first of it.
base::Result<std::vector<StoryPlace>> readStoryPlaces(
    Database& database, std::span<const std::int64_t> articles);
// The id the next story is to have: above all that ever were.
base::Result<std::int64_t> nextStory(Database& database);

struct PlacedArticle {
    std::int64_t article = 0;
    std::int64_t story = 0;
    int novelty = 0;
    std::optional<base::Analysis> rescored; // its analysis with the impact as the story makes it
    std::vector<std::pair<std::int64_t, std::int64_t>> merged; // after it: story, and the older one it joins
    struct Move {
        std::vector<std::int64_t> articles;
        std::int64_t from = 0;
        std::int64_t into = 0;
    };
    std::vector<Move> moved = {}; // after that; of articles that are still where they are to leave
    struct Retold {
        std::int64_t article = 0;
        int novelty = 0;
        std::optional<base::Analysis> rescored;
    };
    std::vector<Retold> retold = {}; // after that: of articles placed before
};

// Stories that are not known are begun.
base::Outcome placeArticles(Database& database, std::span<const PlacedArticle> placed, base::Instant at);

// The story of this id or former id, with its first `limit` articles. NotFound when there is none.
base::Result<desk::StoryView> readStory(Database& database, std::int64_t story, int limit = 200);
// The id of an article's story; 0 when it has none.
base::Result<std::int64_t> storyOf(Database& database, std::int64_t article);
// Newest first.
base::Result<std::vector<desk::StoryChange>> readStoryChanges(Database& database, int limit = 100);
// Of those the ones that touched the story of this id or former id. As of an instant: by then.
base::Result<std::vector<desk::StoryChange>> readStoryLog(Database& database, std::int64_t story,
    std::optional<base::Instant> asOf = std::nullopt, int limit = 100);

// By hand. The younger stories become other names of the oldest one; gives the changes' ids. InvalidInput
// when they are one already.
base::Result<std::vector<std::int64_t>> mergeStories(
    Database& database, const std::vector<std::int64_t>& stories, base::Instant at);
// These articles of the story become a new one; gives the change's id. InvalidInput when they are not some,
// but not all, of its articles.
base::Result<std::int64_t> splitStory(
    Database& database, std::int64_t story, const std::vector<std::int64_t>& articles, base::Instant at);
// These articles of the one story are of the other; gives the change's id. InvalidInput when they are not
// some, but not all, of its articles.
base::Result<std::int64_t> moveArticles(Database& database, std::int64_t from, std::int64_t into,
    const std::vector<std::int64_t>& articles, base::Instant at);
// Puts the articles back where they were, as far as they are still where the change put them.
base::Outcome undoStoryChange(Database& database, std::int64_t change);
// Stories that were split, or whose merge or move was undone, by hand.
base::Result<std::vector<std::pair<std::int64_t, std::int64_t>>> storiesKeptApart(Database& database);
// Stories whose articles somebody merged, split or moved, or for which such a change was undone.
base::Result<std::vector<std::int64_t>> storiesChangedByHand(Database& database);
// Changes with each change made or undone by hand: stories kept in memory are stale then.
base::Result<std::int64_t> storyEdits(Database& database);

} // namespace store
