// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

// The words by which compared figures are read (figures.h). All are asked for in lower case.
namespace engine {

// What a word near a figure tells of it: before or after the figure, how surely it is the one of before (or,
// below zero, of now).
struct FigureCue {
    std::string_view word;
    std::int8_t before = 0;
    std::int8_t after = 0;
    bool forecast = false; // what was expected, planned or asked for
};

namespace sureness {
inline constexpr std::int8_t Later = 1; // as Weak, of a figure that has another before it
inline constexpr std::int8_t Weak = 2;
inline constexpr std::int8_t Clear = 4;
inline constexpr std::int8_t Strong = 8;
inline constexpr std::int8_t Now = -2;
} // namespace sureness

const FigureCue* figureCue(std::string_view word); // nullptr: it tells nothing
int monthOf(std::string_view word); // 1…12, of "end-june", too; 0: none
bool isYear(std::string_view text); // four digits from "19" or "20" on

int multipleOf(std::string_view word); // 1: "twice", −1: "half", 0: none
bool tellsSequence(
    std::string_view word); // after "after": "rising", what came before rather than what is compared
bool makesFall(std::string_view word); // a share next to it is one of decrease
bool makesRise(std::string_view word);
bool passes(std::string_view word); // "topped", "missed": what follows is what was to be reached
bool standsBeside(std::string_view word); // "above", "under"; with "the"
bool namesNumber(std::string_view word); // "phase 3", "week 40"
bool tellsPeriod(std::string_view word); // "over the twelve months"
bool isShareWord(std::string_view word); // between a part and its whole: "of its", "out of every"
bool isFunctionWord(std::string_view word); // no noun that a number before it would count

} // namespace engine
