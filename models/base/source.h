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
    double weight = 0.8; // W of the impact sum, 0…1
};

} // namespace base
