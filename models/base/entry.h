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
};

struct Enclosure {
    std::string url;
    std::string type;
    std::optional<std::uint64_t> length;
};

// One entry of a feed as sent. Titles are plain text; summary and content keep their (cleaned) HTML.
// Empty strings stand for what the feed does not say.
struct FeedEntry {
    std::string title;
    std::string link;
    std::string id;
    std::optional<Instant> published;
    std::optional<Instant> updated;
    std::string summary;
    std::string content;
    std::vector<Person> authors;
    std::vector<std::string> categories;
    std::vector<Enclosure> enclosures;
    std::string language;
    std::vector<std::string> warnings;
};

struct FeedInfo {
    std::string title;
    std::string link;
    std::string id;
    std::string description;
    std::string language;
    std::string author;
    std::string copyright;
    std::optional<Instant> published;
    std::optional<Instant> updated;
    std::vector<std::string> categories;
};

// A feed that was read. Partial success is normal: `warnings` say what was repaired; what cannot be read at
// all is an Error of the parser instead.
struct ParsedFeed {
    std::string format; // "rss20", "rss10", "rss091", "atom10", "atom03", "jsonfeed11", …
    std::string encoding; // the encoding the bytes were in
    bool wellformed = true;
    FeedInfo feed;
    std::vector<FeedEntry> entries;
    std::vector<std::string> warnings;
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
