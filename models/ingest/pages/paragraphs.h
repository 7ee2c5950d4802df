// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// What stands in an article's element and is not the article: bylines, buttons, pointers to other pages;
// private to pages.
namespace ingest {

struct PageParagraph {
    enum class Kind { Prose, Heading, Item, Row };
    std::string text; // one line
    Kind kind = Kind::Prose;
    double linked = 0; // share of the text inside links
};

// The paragraphs without labels anywhere ("Advertisement", "Share this"), without bylines and datelines
// before the first sentence, and without what follows the last one: tags, calls to subscribe, notes on the
// author, headings with nothing below.
std::vector<PageParagraph> withoutClutter(
    std::vector<PageParagraph> paragraphs, const std::string& title, const std::string& author);

// The words in front of a link to another article.
bool pointsElsewhere(std::string_view line);

} // namespace ingest
