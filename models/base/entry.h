// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/error.h>
#include <base/instant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace base {

struct Person {
    std::string name;
    std::string email;
    std::string url = {}; // the person's page
};

struct Enclosure {
    std::string url;
    std::string type;
    std::optional<std::uint64_t> length;
};

struct FeedInfo {
    std::string title;
    bool titled = false; // a title was sent, even if it holds no words (an image alone)
    std::string link;
    std::string id;
    std::string description;
    std::string language;
    std::string author;
    std::vector<Person> authors;
    std::vector<Person> contributors;
    std::string copyright;
    std::optional<Instant> published;
    std::optional<Instant> updated;
    std::vector<std::string> categories;
    // When the publisher wants to be asked: not sooner than these minutes after the last time (0 = not said),
    // not in the hours of the day (bit h = hour h, UTC) and on the days of the week (bit 0 = Sunday) set
    // here.
    int ttlMinutes = 0;
    std::uint32_t skipHours = 0;
    std::uint8_t skipDays = 0;
};

// One entry of a feed as sent. Titles are plain text; summary and content keep their (cleaned) HTML;
// categories are as written. Empty strings stand for what the feed does not say.
struct FeedEntry {
    std::string title;
    std::string headline; // a fuller title for lists, where the title alone does not name its subject
    bool titled = false; // a title was sent, even if it holds no words (an image alone)
    std::string link;
    std::string id;
    std::string
        distinction; // what tells it from other entries of its feed that have the same id; usually empty
    std::optional<Instant> published;
    std::optional<Instant> updated;
    std::string summary;
    std::string content;
    std::vector<Person> authors;
    std::vector<Person> contributors;
    std::vector<std::string> categories;
    std::vector<Enclosure> enclosures;
    std::string language;
    std::string copyright;
    std::string comments; // address of the page of comments
    std::optional<FeedInfo> source; // the feed it was taken from, where it names another
    std::vector<std::string> warnings;
};

// A feed that was read. Partial success is normal: `warnings` say what was repaired, `leftOut` what was not read; what cannot be read at
// all is an Error of the parser instead.
struct ParsedFeed {
    std::string format; // "rss20", "rss10", "rss091u", "atom10", "atom03", "jsonfeed11", …
    std::string encoding; // the encoding the bytes were in
    bool wellformed = true;
    FeedInfo feed;
    std::vector<FeedEntry> entries;
    std::vector<std::string> warnings;
    std::vector<std::string> leftOut; // what was sent but lies beyond the parser's bounds
};

// A subscription in a list of feeds (OPML); `folder` is the path of the groups above it.
struct Subscription {
    std::string url;
    std::string title;
    std::string site;
    std::vector<std::string> folder;
    std::string note = {}; // what the list says of the feed: what its source asks of readers; may be empty
};

} // namespace base
