// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <string>
#include <string_view>

struct _xmlNode;

namespace ingest {

// From the tree of an RSS, RDF or Atom document to its fields. `doctype` is the document type in lower case,
// if there was one: it tells the two RSS 0.91 apart. False when the root is none of a feed.
bool readFeedTree(
    const _xmlNode* root, const std::string& url, std::string_view doctype, base::ParsedFeed& feed);

} // namespace ingest
