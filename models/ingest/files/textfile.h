// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>

#include <string_view>

namespace ingest {

// Plain text or Markdown in UTF-8: the first line with words is the title, the rest the body. A single line
// end inside a paragraph becomes a space; Markdown's marks are taken off and its list items kept on lines of
// their own.
base::Article readTextFile(std::string_view text, bool markdown);

} // namespace ingest
