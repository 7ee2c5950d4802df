// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ingest/pages/extract.h>
#include <ingest/pages/pagetree.h>

#include <string>
#include <string_view>

namespace ingest {

// Title, author, date, language, address and site of a page: JSON-LD first, then meta tags, then markup; the
// day in the page's address where nothing else has a date.
void readMetadata(const xmlNode* root, std::string_view url, ExtractedPage& page);

// The article as JSON-LD gives it, as plain text; empty when it does not.
std::string linkedBody(const xmlNode* root);

} // namespace ingest
