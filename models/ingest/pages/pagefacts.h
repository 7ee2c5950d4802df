// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "linkeddata.h"
#include "pagetree.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

// Everything on a page that may speak of its title, author or date, read in one pass; private to pages.
namespace ingest {

struct PageFacts {
    LinkedArticle linked;
    std::map<std::string, std::string> meta; // first value by lower-case name
    std::set<std::string> slips; // names of these whose value stood in another attribute than "content"
    std::string documentTitle;
    std::string language; // of html or body
    // In document order, those in menus, boxes, comments and footers left out.
    std::vector<std::string> headings; // h1, and elements named after the headline
    std::vector<std::string> marked; // dates of itemprop
    std::vector<std::string> times; // of time elements
    std::vector<std::string> dateLines; // elements named after a date
    std::vector<std::string> authors; // elements with rel or itemprop author
    std::vector<std::string> bylines; // elements named after an author
    std::vector<std::string> lines; // short texts
    std::vector<std::size_t> headingLines; // for each heading how many of them stand before it
};

PageFacts collectFacts(const xmlNode* root);

} // namespace ingest
