// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>

#include <string>
#include <string_view>

namespace ingest {

// Markdown in UTF-8 as text. A header block (YAML between "---", TOML between "+++") gives title, date,
// author, source, address, language and tags; else the first heading or line is the title. Headings, list
// items, table rows and lines of code stand on lines of their own; links become their words; images, HTML's
// marks and comments go. Linear.
base::Article readMarkdownFile(std::string_view text);

// The header block alone: fills the article and takes the block off `text`; nothing when there is none.
void takeFrontMatter(std::string_view& text, base::Article& article);

// The words of one line: emphasis, code marks, links, footnote marks and escapes taken off.
std::string markdownWords(std::string_view line);

} // namespace ingest
