// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// Plain text as paragraphs separated by one blank line. Text wrapped at a column is joined again, a line that
// ends a sentence well before that column ends its paragraph; where lines are longer than anybody wraps, each
// is a paragraph. List items keep lines of their own. A form feed parts paragraphs. Any line ends. Linear.
std::string paragraphsOf(std::string_view text);

// "\r\n", "\r", U+2028 and U+2029 as "\n".
std::string withPlainLines(std::string_view text);

} // namespace ingest
