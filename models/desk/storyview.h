// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace desk {

struct StoryMember {
    std::int64_t article = 0;
    std::string title;
    std::string source;
    std::optional<base::Instant> published;
    base::Instant received = {};
    int novelty = 0; // 0…100
    bool analysed = false; // false: impact and sentiment say nothing
    double impact = 0; // 0…1
    double sentiment = 0; // −1…+1
};

// A story as it is shown: who told it, in order of time.
struct StoryView {
    std::int64_t id = 0;
    std::vector<std::int64_t> formerIds; // of stories that became part of it
    std::vector<StoryMember> members; // the first to tell it first
    int articles = 0; // in all, when more than were read
    int sources = 0;
};

// What one article says of a thing that another tells differently.
struct StoryClaim {
    std::int64_t article = 0;
    std::string source;
    std::string said; // "12 percent"
    std::string sentence; // the words around it
};

struct StoryDispute {
    std::string kind; // "figure", "date", "direction"
    std::string stance; // "fact", "forecast", "opinion"
    bool later = false; // the other may be what became of the one
    StoryClaim one; // the earlier
    StoryClaim other;
};

struct StoryTimeline {
    StoryView story;
    std::vector<StoryDispute> disputes;
};

// What was done to a story's bounds.
struct StoryChange {
    std::int64_t id = 0;
    base::Instant at = {};
    bool merge = true; // else a split, or
    bool move = false; // articles that went to a story there was
    bool byHand = false;
    std::int64_t story = 0; // the one that ended, was split, or that articles left
    std::int64_t other = 0; // the one it became part of, that began, or that they went to
    std::vector<std::int64_t> articles; // that moved
    bool undone = false;
};

// "s123", as lists, queries and files name a story; 0 of what is no such name.
std::string storyName(std::int64_t id);
std::int64_t storyNumber(const std::string& name);

} // namespace desk
