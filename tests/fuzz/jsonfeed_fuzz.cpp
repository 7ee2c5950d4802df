// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a JSON Feed, served as one: the same promises as for a feed, and no other format comes out of
// an object.
#include "fuzz.h"

#include <base/strings.h>
#include <ingest/feeds/feedparser.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view bytes = fuzz::text(data, size);
    const auto feed = ingest::parseFeed(bytes, {"https://example.org/feed", "application/feed+json"});
    if (!feed)
        return 0;
    fuzz::requireSound(*feed);
    if (base::trimmed(bytes).starts_with('{'))
        fuzz::require(feed->format.starts_with("jsonfeed"), "an object is a JSON Feed", feed->format);
    return 0;
}
