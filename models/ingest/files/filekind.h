// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

// The ending of a path or address in lower case without the dot ("csv"); empty when it has none.
std::string endingOf(std::string_view name);

// What a file that is no text is, by its first bytes, in words that follow "is": "a PDF", "an image", "a Word
// document", "a tar archive". Empty when the bytes are text or of no known kind. ZIP and gzip archives, which
// can be read, are none of these; see zipKind.
std::string binaryKind(std::string_view bytes);

// The document a ZIP archive with these member names is ("a Word document", "an EPUB book"); empty for a
// plain set of files. The names are given joined, each in line feeds.
std::string zipKind(std::string_view names);

// Whether bytes of no known kind are no text: control characters, or ill-formed ones in a row.
bool isBinary(std::string_view bytes);

// Whether UTF-8 text is an HTML page by its first tags.
bool looksLikeHtml(std::string_view text);

} // namespace ingest
