// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

struct DiscoveredFeed {
    std::string url; // absolute http(s)
    std::string title; // one line; may be empty
    std::string type; // as declared, in lower case ("application/atom+xml"); empty for a mere link
};

// The feeds a page names, best first: those it declares (rel=alternate or feed with a feed's type) in its
// order, feeds of comments behind them; where it declares none, links whose address or words say that a feed
// is there. Relative addresses start from `baseUrl` and the page's own base before them; each address once,
// at most 50.
std::vector<DiscoveredFeed> discoverFeeds(std::string_view html, std::string_view baseUrl);

} // namespace ingest
