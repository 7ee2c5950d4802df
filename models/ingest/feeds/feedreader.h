// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/entry.h>

#include <string>

struct _xmlNode;

namespace ingest {

// From the tree of an RSS, RDF or Atom document to its fields. False when the root is none of a feed.
bool readFeedTree(const _xmlNode* root, const std::string& url, base::ParsedFeed& feed);

} // namespace ingest
