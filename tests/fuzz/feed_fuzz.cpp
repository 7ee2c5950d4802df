// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a feed of any kind: an error, or entries whose text is UTF-8, whose HTML is harmless and whose
// addresses are of the web.
#include "fuzz.h"

#include <ingest/feeds/feedparser.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto feed = ingest::parseFeed(fuzz::text(data, size), {"https://example.org/feed", {}});
    if (feed)
        fuzz::requireSound(*feed);
    else
        fuzz::require(!feed.error().message.empty(), "an error says why");
    return 0;
}
