// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "paragraphs.h"

#include <base/strings.h>

#include <algorithm>
#include <vector>

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
std::size_t wrapWidth(const std::vector<std::string_view>& lines)
{
    std::vector<std::size_t> lengths;
    for (const std::string_view line : lines) {
        if (!line.empty())
            lengths.push_back(characters(line));
    }
    if (lengths.empty())
        return 0;
    const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
    std::nth_element(lengths.begin(), at, lengths.end());
    return *at;
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
    std::vector<std::string_view> lines = base::split(plain, '\n');
    for (std::string_view& line : lines)
        line = base::trimmed(line);
    const std::size_t width = wrapWidth(lines);
    std::string out;
    std::string_view before; // the line before, empty after a blank one
    for (const std::string_view line : lines) {
        if (line.empty()) {
            before = {};
            continue;
        }
        if (!out.empty()) {
            const std::size_t word = characters(line.substr(0, line.find(' ')));
            const bool early = width >= NarrowWrap && endsSentence(before)
                && (characters(before) + 1 + word) * 10 <= width * 8;
            if (before.empty() || width > WidestWrap || early)
                out += "\n\n";
            else
                out += isListItem(line) ? "\n" : " ";
        }
        out += base::collapsed(line);
        before = line;
    }
    return out;
}

} // namespace ingest
