// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>
#include <base/result.h>
#include <ingest/feeds/feedparser.h>

#include <string_view>

namespace ingest {

// JSON Feed 1.0 and 1.1 in UTF-8. InvalidInput when it is no JSON or no such feed.
base::Result<base::ParsedFeed> parseJsonFeed(std::string_view text, const FeedContext& context);

} // namespace ingest
