// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <desk/feedview.h>
#include <desk/storyview.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Lists of stories as they are shown.
namespace desk {

struct StoryRow {
    std::int64_t id = 0;
    std::int64_t article = 0; // whose headline it bears: of most impact, and of these the first
    std::string title;
    std::string firstSource; // who told it first
    base::Instant begun = {};
    base::Instant last = {}; // when it was last told
    int articles = 0;
    int sources = 0;
    int unread = 0; // of its articles
    bool analysed = false; // false: impact and sentiment say nothing
    double impact = 0; // of the headline's article, 0…1
    double sentiment = 0; // mean of its articles, −1…+1
    std::vector<std::string> topics; // of the headline's article, best first
};

enum class StorySort { Newest, Sources, Impact };

struct StoryListRequest {
    std::string query; // a story is listed when one of its articles matches; empty means all
    StorySort sort = StorySort::Newest; // a sort: in the query goes before it
    bool alone = false; // those that were told only once, too
    int limit = 60;
    std::optional<Cursor> after;
    std::optional<base::Instant> asOf = {}; // only what had been received by then
};

struct StoryListPage {
    std::vector<StoryRow> rows;
    std::optional<Cursor> next; // nothing on the last page
    MatchCount total; // of a first page
};

// All that is known of one story.
struct StoryDetails {
    StoryTimeline timeline;
    std::vector<StoryChange> changes; // of its bounds, newest first
};

} // namespace desk
