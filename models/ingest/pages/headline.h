// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Choosing the title of an article among what a page says of it; private to pages.
namespace ingest {

struct TitleClues {
    std::string linked; // JSON-LD headline
    std::string stated; // og:title and its kin
    bool exact = false; // stated as the standards say: the publisher's own word for the headline
    std::string document; // <title>
    std::vector<std::string> headings; // h1 and elements named after the title, outside menus and boxes
    std::vector<std::string> sites; // names of the site: og:site_name, publisher, its host
};

// The headline as the publisher states it, else as the page shows it; without the site's name.
std::string chooseTitle(const TitleClues& clues);

// Letters and digits alone, in lower case: for comparing texts that differ in signs.
std::string bareText(std::string_view text);

// Share of words two texts have in common, 0..1; characters count as words where no spaces are written.
double likeness(std::string_view one, std::string_view other);

} // namespace ingest
