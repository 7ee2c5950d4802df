// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ingest {

struct DecodedText {
    std::string text; // valid UTF-8, no byte-order mark
    std::string encoding; // IANA-like lower-case name: "utf-8", "windows-1252", "utf-16le", …
    bool repaired = false; // bytes that fit no character became U+FFFD
};

// Hop 2: bytes to text. The order of trust: byte-order mark, UTF-16/32 without a mark by its zero bytes, an
// encoding declared in the document that can be true, the transport's charset, valid UTF-8, then ICU's
// detection, then windows-1252. Never fails.
DecodedText decode(std::string_view bytes, std::string_view contentType = {});

} // namespace ingest
