// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ingest/pages/extract.h>
#include <ingest/pages/pagefacts.h>

#include <string_view>

namespace ingest {

// Title, author, date, language, address and site of a page out of what it says of itself: JSON-LD first,
// then meta tags, then markup and visible lines; the day in the page's address where nothing else has a date.
void readMetadata(const PageFacts& facts, std::string_view url, ExtractedPage& page);

} // namespace ingest
