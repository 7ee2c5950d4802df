// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ingest {

// What browsers read for an encoding's name, in lower case: "windows-1252" for "latin1". Empty for what no
// publisher sends.
std::string canonicalCharset(std::string name);

// Bytes to UTF-8, U+FFFD for what fits no character (then `repaired` is set). Nothing for unknown encodings.
std::optional<std::string> convertCharset(
    std::string_view bytes, const std::string& encoding, bool& repaired);

// The encoding of bytes that are no UTF-8 and say nothing: by the structure of the multi-byte encodings, by
// the letters of Thai and Cyrillic, else by ICU. Empty when none can be told. Looks at 64 KiB.
std::string detectCharset(std::string_view bytes);

// Text that is UTF-8 but for single bytes of Windows-1252 in between; nothing when too much is none.
std::optional<std::string> mostlyUtf8(std::string_view bytes);

} // namespace ingest
