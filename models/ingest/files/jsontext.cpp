// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "jsontext.h"

#include <base/strings.h>

#include <algorithm>
#include <exception>
#include <string>

namespace ingest {

namespace {

constexpr int MaxDepth = 128;
constexpr std::size_t MaxValues = 4000000; // about 200 MB of values; an article has some twenty

// Why the text is refused before it is parsed, and where; empty when it is not.
struct Refusal {
    std::string reason;
    std::size_t at = 0;
};

Refusal refusal(std::string_view text)
{
    int depth = 0;
    std::size_t values = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{' || c == ',') {
            depth += c == ',' ? 0 : 1;
            if (depth > MaxDepth)
                return {"is nested deeper than " + std::to_string(MaxDepth) + " levels", at};
            if (++values > MaxValues)
                return {"holds more than " + std::to_string(MaxValues) + " values", at};
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return {};
}

std::string place(std::string_view text, std::size_t at)
{
    const std::string_view before = text.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::string_view start = before.substr(before.rfind('\n') + 1);
    const auto column = std::count_if(
        start.begin(), start.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return "line " + std::to_string(line) + ", column " + std::to_string(column + 1);
}

// The parser's reason without its own marks: "unexpected ']'".
std::string plainReason(std::string_view what)
{
    const std::size_t dash = what.rfind(" - ");
    what = dash == std::string_view::npos ? what.substr(what.rfind("] ") + 1) : what.substr(dash + 3);
    what = what.substr(0, what.find(';'));
    return base::repairedUtf8(base::truncatedUtf8(base::trimmed(what), 120));
}

base::Error invalid(std::string_view text, std::size_t at, const std::string& reason)
{
    return base::Error{
        base::ErrorCode::InvalidInput, "is not valid JSON: " + place(text, at) + ": " + reason};
}

} // namespace

nlohmann::json parseJson(std::string_view text)
{
    if (!refusal(text).reason.empty())
        return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::parse(text, nullptr, false);
}

base::Result<nlohmann::json> readJson(std::string_view text)
{
    if (const Refusal refused = refusal(text); !refused.reason.empty())
        return base::Error{base::ErrorCode::InvalidInput, refused.reason + ": " + place(text, refused.at)};
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        const std::size_t at = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
        const std::string_view before = base::trimmed(text.substr(0, at));
        if (at < text.size() && (text[at] == ']' || text[at] == '}') && before.ends_with(','))
            return invalid(text, at, std::string("a comma before '") + text[at] + '\'');
        if (at == text.size())
            return invalid(text, at, "the text ends too early");
        return invalid(text, at, plainReason(error.what()));
    } catch (const std::exception& error) { // a number no machine holds, an ill-formed character
        return base::Error{base::ErrorCode::InvalidInput, "is not valid JSON: " + plainReason(error.what())};
    }
}

} // namespace ingest
