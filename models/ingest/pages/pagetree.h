// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

// Small readers over libxml2's HTML tree; private to pages.
namespace ingest {

struct PageFree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using PageTree = std::unique_ptr<xmlDoc, PageFree>;

// Null when nothing can be read. No network, depth and size bounded by libxml2.
PageTree readPageTree(std::string utf8);

std::string tagOf(const xmlNode* node); // lower case; empty for text
std::string attributeOf(const xmlNode* node, std::string_view name);
bool hasAttribute(const xmlNode* node, std::string_view name);
// All text below, collapsed to one line; scripts and styles left out.
std::string pageLine(const xmlNode* node);

} // namespace ingest
