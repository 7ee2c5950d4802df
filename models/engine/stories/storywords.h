// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/storylexicon.h>

#include <string_view>
#include <vector>

namespace engine {

struct StoryWord {
    Term term = 0; // 0: says nothing of the story
    Term plain = 0; // of the word as written, lower case: what reprints share
    std::uint32_t begin = 0; // bytes in the text
    std::uint32_t end = 0;
    double value = 0; // of a figure, with its scale
    enum class Unit : std::uint8_t { None, Percent, BasisPoint, Money } unit = Unit::None;
    bool name = false; // written with a capital that no sentence's beginning explains
    bool capital = false;
    bool figure = false; // an amount, rate or share; "3.5 percent" and "3.5%" are one term
    bool sentenceStart = false;
    bool unitOfFigure = false; // "million", "percent": part of the figure before
    std::int8_t month = 0; // 1…12
    std::int8_t quarter = 0; // 1…4
    std::int8_t direction = 0;
};

// The first `most` words of a text. Letters of other scripts are kept as they are; runs of ideographs become
// pairs. In a headline where nearly all words are capitalised a capital says nothing. Linear.
std::vector<StoryWord> storyWords(const StoryLexicon& lexicon, std::string_view text, std::size_t most);

// A headline without what newsrooms put before and after it: "UPDATE 2-", "BREAKING:", " - Reuters".
std::string_view bareHeadline(std::string_view title, std::string_view source);

} // namespace engine
