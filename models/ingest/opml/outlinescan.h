// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ingest {

// One outline as found: its attributes by their names in lower case, references decoded, and how many
// outlines stand around it.
struct ScannedOutline {
    std::map<std::string, std::string> attributes;
    std::size_t depth = 0;
};

// The outlines of a list that is no XML: tags or quotes inside values, end tags that lack, attributes without
// quotes. In document order; depth at most 64; linear.
std::vector<ScannedOutline> scanOutlines(std::string_view text);

} // namespace ingest
