// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <array>
#include <cstdint>

namespace engine {

// Two figures, or two ratings, of one kind that a text sets against each other, whatever they count: "from
// thirty to fifty", "2.1 percent, not the 2.6 it first saw", "to hold from buy".
struct MovedFigure {
    std::uint32_t last = 0; // the token behind both
    std::uint32_t joint = 0; // the token that sets the second against the first
    bool more = false; // that of now is the larger: the second of "from … to", else the first, unless
                       // "earlier" is said of it
};

struct MovedFigures {
    std::uint32_t size = 0;
    std::array<MovedFigure, 4> list; // only the first `size` are set
};

// Among tokens `first`…`last` of one field, in order of text. No allocation.
MovedFigures findMovedFigures(
    const Document& document, base::Field field, std::uint32_t first, std::uint32_t last);

} // namespace engine
