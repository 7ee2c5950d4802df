// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>
#include <base/result.h>

#include <string>
#include <string_view>

namespace ingest {

inline constexpr std::size_t MaxFeedBytes = 32U << 20; // a larger document is no feed to read
inline constexpr std::size_t MaxFeedEntries = 5'000; // the publisher's first ones: newest, as a rule

struct FeedContext {
    std::string url; // the address relative links start from; may be empty
    std::string contentType; // as served; may be empty
};

// Whether these bytes look like a feed that parseFeed would read (RSS, RDF, Atom, JSON Feed).
bool looksLikeFeed(std::string_view bytes);

// Hop 3: any RSS, RDF, Atom or JSON Feed to entries. Reads what a person could have read: mends undeclared
// entities, a bare &, misplaced declarations, wrong encodings; says so in `warnings` and `wellformed`. No
// network, no external entities; at most 32 MiB, 256 elements deep, 100,000 in all, MaxFeedEntries of them
// entries: what lies beyond is named in `leftOut`. InvalidInput when it is not a feed; TooLarge.
base::Result<base::ParsedFeed> parseFeed(std::string_view bytes, const FeedContext& context);

} // namespace ingest
