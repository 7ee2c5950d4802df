// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/marks.h>

#include <string>
#include <vector>

namespace engine {

// A listing's symbol as written: "(NASDAQ: AAPL)", "NYSE:GM", "$TSLA", "(GM.N)", "(7203.T)", "Apple (AAPL)".
struct Symbol {
    std::uint32_t sentence = 0;
    std::uint32_t first = 0; // half-open range of tokens, brackets and "$" included
    std::uint32_t last = 0;
    std::string symbol; // "AAPL"; of other exchanges with the suffix: "7203.T"
    int known = -1; // index in Gazetteer::entities()
    bool bracketed = false; // the name stands before it
    bool bare = false; // capitals in brackets alone: a symbol only if the name before it has it
};

// All symbols in order of text.
std::vector<Symbol> findSymbols(const EntityMarks& marks);

} // namespace engine
