// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace ingest {

inline constexpr std::size_t MaxPageBytes = 32U << 20; // a larger page is not read

struct ExtractedPage {
    std::string title;
    std::string author;
    std::optional<base::Instant> published;
    std::string language; // BCP 47 primary tag; empty when it cannot be told
    std::string text; // paragraphs separated by a blank line
    std::string canonicalUrl;
    std::string siteName;
};

// The article of an HTML page: metadata from JSON-LD, meta tags and the markup, in that order; the body by
// scoring blocks on their text, links and names. InvalidInput when the bytes hold no readable text.
base::Result<ExtractedPage> extractPage(
    std::string_view bytes, std::string_view url, std::string_view contentType);

} // namespace ingest
