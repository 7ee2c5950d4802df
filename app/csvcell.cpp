// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "csvcell.h"

#include <algorithm>
#include <string_view>

namespace app {

namespace {

// Whether a spreadsheet would take the text for a formula: it begins with one of its signs, in their wide
// forms too, or with such a sign behind the mark that makes it text.
bool looksLikeFormula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    for (const std::string_view sign :
        {"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        if (text.starts_with(sign))
            return true;
    }
    return false;
}

bool isNumber(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos
        && std::count(text.begin(), text.end(), '.') <= 1 && text != ".";
}

} // namespace

std::string csvCell(const std::string& raw)
{
    const std::string text = looksLikeFormula(raw) && !isNumber(raw) ? "'" + raw : raw;
    if (text.find_first_of(",;\"\n\r\t") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

} // namespace app
