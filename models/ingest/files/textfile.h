// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/article.h>

#include <string_view>

namespace ingest {

// Plain text or Markdown in UTF-8: the first line with words is the title, the rest the body. Single line ends
// inside a paragraph become spaces where the text is wrapped; Markdown's marks are taken off.
base::Article readTextFile(std::string_view text, bool markdown);

} // namespace ingest
