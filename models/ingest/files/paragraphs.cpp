// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "paragraphs.h"

#include <base/strings.h>

#include <algorithm>
#include <array>

namespace ingest {

namespace {

constexpr std::size_t NarrowWrap = 55; // characters; a narrower text does not show where it was wrapped
constexpr std::size_t WidestWrap = 130; // nobody wraps wider: such lines are paragraphs

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The width most lines stay within: the length that nine in ten do not pass.
std::size_t wrapWidth(std::string_view text)
{
    std::array<std::size_t, WidestWrap + 2> lengths{}; // how many lines of each; the last for all longer ones
    std::size_t count = 0;
    for (std::string_view line; nextLine(text, line);) {
        line = base::trimmed(line);
        if (line.empty())
            continue;
        ++count;
        ++lengths[std::min(characters(line), lengths.size() - 1)];
    }
    std::size_t width = 0;
    std::size_t within = lengths[0];
    while (within * 10 < count * 9)
        within += lengths[++width];
    return width;
}

bool endsSentence(std::string_view line)
{
    for (const std::string_view mark :
        {".", "!", "?", ":", ".\"", ".'", ".)", "\u201D", "\u00BB", "\u201C", "\u3002", "\u2026"}) {
        if (line.ends_with(mark))
            return true;
    }
    return false;
}

bool isListItem(std::string_view line)
{
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\u2022")
        || line.starts_with("\u2013 "))
        return true;
    const std::size_t end = line.find_first_not_of("0123456789");
    return end != std::string_view::npos && end > 0 && end <= 2 && end + 1 < line.size()
        && (line[end] == '.' || line[end] == ')') && line[end + 1] == ' ';
}

} // namespace

bool nextLine(std::string_view& rest, std::string_view& line)
{
    if (rest.empty())
        return false;
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return true;
}

bool isRule(std::string_view line)
{
    line = base::trimmed(line);
    const std::string_view signs = "=-*_~#";
    return line.size() >= 3 && signs.find(line.front()) != std::string_view::npos
        && line.find_first_not_of(std::string{line.front(), ' '}) == std::string_view::npos;
}

std::string withPlainLines(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r') {
            out += '\n';
            if (at + 1 < text.size() && text[at + 1] == '\n')
                ++at;
        } else if (c == '\xE2' && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029")) {
            out += text[at + 2] == '\xA9' ? "\n\n" : "\n";
            at += 2;
        } else {
            out += c;
        }
    }
    return out;
}

std::string paragraphsOf(std::string_view text)
{
    std::string plain = withPlainLines(text);
    base::replaceAll(plain, "\f", "\n\n");
    const std::size_t width = wrapWidth(plain);
    std::string out;
    std::string_view before; // the line before, empty after a blank one
    std::string_view rest = plain;
    for (std::string_view line; nextLine(rest, line);) {
        line = base::trimmed(line);
        if (line.empty() || isRule(line)) {
            before = {};
            continue;
        }
        if (!out.empty()) {
            const std::size_t word = characters(line.substr(0, line.find(' ')));
            // A line that ends where the next word would have fit was ended on purpose.
            const std::size_t needed = characters(before) + 1 + word;
            const bool sentence = width >= NarrowWrap && endsSentence(before) && needed * 10 <= width * 8;
            const bool alone = width >= NarrowWrap && needed * 10 <= width * 6;
            if (before.empty() || width > WidestWrap || sentence)
                out += "\n\n";
            else
                out += alone || isListItem(line) ? "\n" : " ";
        }
        out += base::collapsed(line);
        before = line;
    }
    return out;
}

} // namespace ingest
