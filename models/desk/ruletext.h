// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The pieces of a rule's text form; private to desk.
namespace desk {

// A part of the text and where it stands.
struct Piece {
    std::string_view text; // without blanks at its ends
    std::size_t at = 0; // bytes of the whole
};

// Cut at each of these signs outside of quotes; empty pieces are left out.
std::vector<Piece> pieces(std::string_view whole, std::string_view signs, std::size_t from = 0);

// Whether a sign of these stands in the text outside of quotes.
bool holdsSign(std::string_view text, std::string_view signs);

// A quotation mark that is never closed: where it stands.
std::optional<std::size_t> openQuote(std::string_view text);

// Words parted by blanks; quoted ones hold blanks, a backslash before a quote or backslash takes its meaning
// away. What a program gets as its arguments.
std::vector<std::string> argumentsOf(std::string_view text);
std::string argumentsText(const std::vector<std::string>& arguments);

// A value of a list: without its quotes.
std::string unquoted(std::string_view text);
// As it must stand in a list: quoted when it would not be read back.
std::string listed(std::string_view value);

// "30m", "6h", "2d" as minutes. Nothing when it is none of these or longer than a year.
std::optional<int> minutesOf(std::string_view text);
std::string minutesText(int minutes);

// "22:00" as minutes since midnight.
std::optional<int> clockOf(std::string_view text);
std::string clockMinutes(int minutes);

std::optional<double> readNumber(std::string_view text); // all of it, finite
std::string numberText(double value);

} // namespace desk
