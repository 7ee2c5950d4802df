// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <cstdint>
#include <optional>
#include <string>

namespace base {

enum class SourceKind { Feed, File, Folder };

// Where articles come from: a subscribed feed, or files the analyst added.
struct Source {
    std::int64_t id = 0;
    SourceKind kind = SourceKind::Feed;
    std::string url; // the feed's address, or "file:" and the path it was read from; unique
    std::string title;
    std::string site; // the publisher's page
    std::string folder; // path of groups, '/' between; empty at the top
    std::string etag;
    std::string lastModified;
    std::optional<Instant> lastFetched;
    std::optional<Instant> lastSucceeded;
    std::string lastError; // plain reason of the last failure; empty when the last fetch succeeded
    int failures = 0; // in a row
    std::optional<Instant> nextFetch; // nothing: as soon as possible
    int intervalMinutes = 60; // between fetches, learned from the entries' dates
    int ttlMinutes = 0; // that the source asks to wait; 0 when it does not
    std::uint32_t skipHours = 0; // bit h: not between h:00 and h:59 UTC
    std::uint8_t skipDays = 0; // bit 0: not on Sundays
    bool gone = false; // the server said that there will be nothing here again
    bool fullText = false; // entries carry a teaser only: their pages are fetched
    std::uint64_t contentHash = 0; // of the last answer, to know the same bytes again
    double weight = 0.8; // W of the impact sum, 0…1
};

// One line of a source's log.
struct FetchRecord {
    Instant at = {};
    int status = 0; // of HTTP; 0 where no server answered
    std::int64_t bytes = 0; // after decompression
    int millis = 0; // from the request to the last byte
    int added = 0;
    int revised = 0;
    std::string message; // plain: why it failed, where it moved; empty when all went well
};

// A file of a watched folder as it was when it was read.
struct WatchedFile {
    std::string path;
    std::int64_t modified = 0; // seconds since 1970
    std::int64_t bytes = 0;
};

} // namespace base
