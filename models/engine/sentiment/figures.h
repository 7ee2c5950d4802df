// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace engine {

// A figure of now set against one of before, or against what was looked for.
struct ComparedFigures {
    std::int8_t order
        = 0; // 1: now is the larger, −1: the smaller, 0: they are equal or one is within the other
    bool forecast = false; // against what was expected, planned or asked for
    bool sure = false; // the words around them leave no doubt
    std::uint32_t now = 0; // tokens of the numbers
    std::uint32_t then = 0;
    std::string_view nowText; // as written
    std::string_view thenText;
};

// The pair of figures among tokens `first`…`last` that are most clearly compared: "21.1 million, compared
// with 18.6 million", "from 88 % to 93 %", "EPS 0.41 (0.29)", "analysts had seen 9 billion; booked 7.4
// billion", "9% in 2022, 16% in 2024". Where there is no pair, a multiple: "twice what had been budgeted"
// (`now` and `then` are then its token). Which is that of now is told by the words around both. Nothing when
// units or currencies differ or the words do not tell. Years, dates and compounds ("10-year") are no figures.
std::optional<ComparedFigures> comparedFigures(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last);

} // namespace engine
