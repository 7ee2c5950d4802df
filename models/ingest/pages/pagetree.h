// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

// Small readers over libxml2's HTML tree; private to pages.
namespace ingest {

struct PageFree {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using PageTree = std::unique_ptr<xmlDoc, PageFree>;

// Null when nothing can be read. No network, no comments; depth bounded by libxml2. Of a page with more nodes
// than any article has, those at its begin; tags with hundreds of attributes lose those at the end.
PageTree readPageTree(std::string utf8);

std::string tagOf(const xmlNode* node); // lower case; empty for text
std::string attributeOf(const xmlNode* node, std::string_view name); // lower-case name
bool hasAttribute(const xmlNode* node, std::string_view name);
// The text below, collapsed to one line; scripts and styles left out. Of long texts about the first `limit`
// bytes, so that lines of nested elements cost no more than the elements.
std::string pageLine(const xmlNode* node, std::size_t limit = 4096);

} // namespace ingest
