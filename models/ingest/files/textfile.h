// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>

#include <string_view>

namespace ingest {

// Plain text in UTF-8: the first line with words is the title, the rest the body, in paragraphs. Lines
// "Title: …", "Date: …", "Source: …" at the start, alone or under the title, say what they name and are no
// text; it takes two of them, or a title. A first line longer than any title is text.
base::Article readTextFile(std::string_view text);

} // namespace ingest
