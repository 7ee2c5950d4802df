// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What JSON-LD says of the article; private to pages.
namespace ingest {

// Plain text on one line each but `body`; empty where nothing is said.
struct LinkedArticle {
    std::string title;
    std::string author; // names separated by ", "
    std::string publisher;
    std::string language;
    std::vector<std::string> dates; // as written, those of articles before those of the page
    std::ptrdiff_t trusted = 0; // so many of them are of articles
    std::string body; // paragraphs
    std::string site; // of a WebSite object
};

// Adds what one script says; the first statement of each kind stays. Objects are found in arrays, in @graph
// and under mainEntity; bytes that are no JSON say nothing. `script` is the text of the element, with or
// without the comment and CDATA marks that old pages put around it.
void readLinkedData(std::string_view script, LinkedArticle& article);

} // namespace ingest
