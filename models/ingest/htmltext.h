// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// What a person reads of an HTML fragment: character references decoded, scripts, styles and comments left
// out, white space collapsed, blocks as paragraphs separated by one blank line, list items and table rows on
// lines of their own. Text without markup comes back collapsed by paragraph. Never fails; linear.
std::string htmlToText(std::string_view html);

// The same on one line: for titles, names, categories.
std::string htmlToLine(std::string_view html);

// Character references alone ("&amp;", "&#8217;", "&nbsp;") become characters.
std::string decodeReferences(std::string_view text);

// `reference` made absolute against `base` (RFC 3986), without control characters. The reference itself when
// base is empty; empty when the result is not http(s).
std::string absoluteUrl(std::string_view base, std::string_view reference);

} // namespace ingest
