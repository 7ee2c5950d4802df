// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// Plain text as paragraphs separated by one blank line. Text wrapped at a column is joined again, a line that
// ends a sentence well before that column ends its paragraph, and a short one keeps its line; where lines are
// longer than anybody wraps, each is a paragraph. List items keep lines of their own; a form feed or a rule
// ("-----") parts paragraphs. Any line ends. Linear.
std::string paragraphsOf(std::string_view text);

// Takes the next line off `rest`, without its "\n"; false at the end.
bool nextLine(std::string_view& rest, std::string_view& line);

// Underlines of titles and rules between sections: they carry no words.
bool isRule(std::string_view line);

// "\r\n", "\r", U+2028 and U+2029 as "\n".
std::string withPlainLines(std::string_view text);

} // namespace ingest
