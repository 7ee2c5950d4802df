// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace engine {

// Two figures of one kind set against each other: that of now and that of the earlier period, as written.
struct ComparedFigures {
    bool more = false; // now is the larger
    std::string_view now;
    std::string_view then;
};

// "21.1 million, compared with 18.6 million": the figures on both sides of the comparing word at token
// `border`. Nothing when their units or currencies differ or they are equal.
std::optional<ComparedFigures> figuresAround(
    const Document& document, const TextSentence& sentence, std::uint32_t border);

// "went from 88 % to 93 %": by the token of "from"; else what stands around it; else "to 96 from 101",
// numbers without a unit.
std::optional<ComparedFigures> figuresFromTo(
    const Document& document, const TextSentence& sentence, std::uint32_t border);

// "EUR 38.1 mn (EUR 30.4 mn)", "0.41 (0.29)" among tokens `first`…`last`: the figure in brackets is that of
// the earlier period, unless it is a share, a year or the same amount in another currency.
std::optional<ComparedFigures> figuresInBrackets(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last);

// Where the compared figure begins: "the index read 52.3 after 49.8", "2.7 percent, over the 2.4 percent that was
// forecast"; `last` if nowhere.
std::uint32_t borderOfFigures(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last);

} // namespace engine
