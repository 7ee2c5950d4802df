// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <cstdint>
#include <string_view>

namespace engine {

// Where a text names the thing it is asked about: half-open token ranges in one sentence.
struct Target {
    bool found = false;
    std::uint32_t sentence = 0;
    std::uint32_t first = 0; // the name
    std::uint32_t last = 0;
    std::uint32_t clauseFirst = 0; // the clause around it
    std::uint32_t clauseLast = 0;
};

// The first place where all words of the name stand in a row; else the first where its first word does. Case
// and form of the words count for nothing. The clause ends at a comma, semicolon, dash or joining word that
// has a clause's worth of words on its other side.
Target findTarget(const Document& document, std::string_view name);
// The same for a place that is known.
Target targetAt(const Document& document, std::uint32_t sentence, std::uint32_t first, std::uint32_t last);

} // namespace engine
