// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ruletext.h"

#include "querylexer.h"

#include <base/strings.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace desk {

namespace {

constexpr int MinutesOfDay = 24 * 60;
constexpr int LongestMinutes = 366 * MinutesOfDay;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Walks over the bytes and whether each is inside quotes; stops when `each` gives false.
template <class Each> void walk(std::string_view text, Each each)
{
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        if (inside && text[at] == '\\' && at + 1 < text.size()) {
            const std::size_t sign = std::max<std::size_t>(quoteAt(text, at + 1), 1);
            at += 1 + sign;
            continue;
        }
        if (const std::size_t quote = quoteAt(text, at)) {
            inside = !inside;
            at += quote;
            continue;
        }
        if (!each(at, inside))
            return;
        ++at;
    }
}

std::string inQuotes(std::string_view value)
{
    std::string text = "\"";
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' || quoteAt(value, at) > 0)
            text += '\\';
        text += value[at];
    }
    return text + '"';
}

} // namespace

std::vector<Piece> pieces(std::string_view whole, std::string_view signs, std::size_t from)
{
    std::vector<Piece> all;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        std::size_t first = begin;
        while (first < end && isBlank(whole[first]))
            ++first;
        while (end > first && isBlank(whole[end - 1]))
            --end;
        if (end > first)
            all.push_back({whole.substr(first, end - first), from + first});
    };
    walk(whole, [&](std::size_t at, bool inside) {
        if (!inside && signs.find(whole[at]) != std::string_view::npos) {
            add(at);
            begin = at + 1;
        }
        return true;
    });
    add(whole.size());
    return all;
}

bool holdsSign(std::string_view text, std::string_view signs)
{
    bool found = false;
    walk(text, [&](std::size_t at, bool inside) {
        found = !inside && signs.find(text[at]) != std::string_view::npos;
        return !found;
    });
    return found;
}

std::optional<std::size_t> openQuote(std::string_view text)
{
    std::optional<std::size_t> open;
    for (std::size_t at = 0; at < text.size();) {
        if (open && text[at] == '\\' && at + 1 < text.size()) {
            at += 1 + std::max<std::size_t>(quoteAt(text, at + 1), 1);
            continue;
        }
        const std::size_t quote = quoteAt(text, at);
        if (quote > 0)
            open = open ? std::nullopt : std::optional(at);
        at += std::max<std::size_t>(quote, 1);
    }
    return open;
}

std::vector<std::string> argumentsOf(std::string_view text)
{
    std::vector<std::string> all;
    std::string word;
    bool begun = false;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        if (inside && text[at] == '\\' && at + 1 < text.size()) {
            const std::size_t sign = text[at + 1] == '\\' ? 1 : quoteAt(text, at + 1);
            word += text.substr(at + (sign > 0 ? 1 : 0), std::max<std::size_t>(sign, 1));
            at += 1 + sign;
            continue;
        }
        const std::size_t quote = quoteAt(text, at);
        if (quote > 0) {
            inside = !inside;
            begun = true;
        } else if (!inside && isBlank(text[at])) {
            if (begun)
                all.push_back(std::move(word));
            word.clear();
            begun = false;
        } else {
            word += text[at];
            begun = true;
        }
        at += std::max<std::size_t>(quote, 1);
    }
    if (begun)
        all.push_back(std::move(word));
    return all;
}

std::string argumentsText(const std::vector<std::string>& arguments)
{
    std::string text;
    for (const std::string& one : arguments) {
        bool plain = !one.empty();
        for (std::size_t at = 0; plain && at < one.size(); ++at)
            plain = !isBlank(one[at]) && one[at] != '\\' && one[at] != ';' && quoteAt(one, at) == 0;
        text += (text.empty() ? "" : " ") + (plain ? one : inQuotes(one));
    }
    return text;
}

std::string unquoted(std::string_view text)
{
    const std::size_t quote = quoteAt(text, 0);
    if (quote == 0)
        return std::string(text);
    std::string value;
    for (std::size_t at = quote; at < text.size();) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            const std::size_t sign = text[at + 1] == '\\' ? 1 : quoteAt(text, at + 1);
            value += text.substr(at + (sign > 0 ? 1 : 0), std::max<std::size_t>(sign, 1));
            at += 1 + sign;
            continue;
        }
        if (const std::size_t end = quoteAt(text, at)) {
            at += end;
            continue;
        }
        value += text[at++];
    }
    return value;
}

std::string listed(std::string_view value)
{
    bool plain = !value.empty() && value == base::trimmed(value) && !holdsSign(value, ",;\n\r");
    for (std::size_t at = 0; plain && at < value.size(); ++at)
        plain = value[at] != '\\' && quoteAt(value, at) == 0;
    if (plain)
        return std::string(value);
    return inQuotes(value);
}

std::optional<int> minutesOf(std::string_view text)
{
    int count = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (code != std::errc() || end + 1 != text.data() + text.size() || count < 1)
        return std::nullopt;
    const int unit = *end == 'm' ? 1 : *end == 'h' ? 60 : *end == 'd' ? MinutesOfDay : 0;
    if (unit == 0 || count > LongestMinutes / unit)
        return std::nullopt;
    return count * unit;
}

std::string minutesText(int minutes)
{
    if (minutes % MinutesOfDay == 0)
        return std::to_string(minutes / MinutesOfDay) + 'd';
    return minutes % 60 == 0 ? std::to_string(minutes / 60) + 'h' : std::to_string(minutes) + 'm';
}

std::optional<int> clockOf(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon < 1 || colon > 2 || text.size() != colon + 3)
        return std::nullopt;
    int hour = 0;
    int minute = 0;
    const char* begin = text.data();
    if (std::from_chars(begin, begin + colon, hour).ptr != begin + colon
        || std::from_chars(begin + colon + 1, begin + text.size(), minute).ptr != begin + text.size())
        return std::nullopt;
    const bool real = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return real ? std::optional(hour * 60 + minute) : std::nullopt;
}

std::string clockMinutes(int minutes)
{
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(minutes / 60) + ':' + two(minutes % 60);
}

std::optional<double> readNumber(std::string_view text)
{
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = code == std::errc() && !text.empty() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string numberText(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

} // namespace desk
