// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ingest {

struct MendedXml {
    std::string text;
    std::vector<std::string> warnings; // what was mended
};

// Makes text that means to be XML readable as such: drops what stands before the first tag and the document
// type (and with it every entity a stranger could declare), writes HTML's named references as numbers,
// escapes a bare &, drops control characters. Linear.
MendedXml mendXml(std::string_view text);

} // namespace ingest
