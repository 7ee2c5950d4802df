// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ingest/pages/extract.h>
#include <ingest/pages/pagetree.h>

namespace ingest {

// Title, author, date, language, address and site of a page: JSON-LD first, then meta tags, then markup.
void readMetadata(const xmlNode* root, ExtractedPage& page);

} // namespace ingest
