// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Writing one setting into the text of a settings file: the half of settings.h that changes.
#include "settings.h"

#include <optional>
#include <sstream>
#include <toml++/toml.h>

namespace app {

namespace {

// Byte of the text where toml++ says line and column are: both from 1, columns in characters.
std::size_t placeOf(const std::string& text, const toml::source_position& position)
{
    std::size_t at = 0;
    for (toml::source_index line = 1; line < position.line && at < text.size(); ++line) {
        const std::size_t end = text.find('\n', at);
        at = end == std::string::npos ? text.size() : end + 1;
    }
    for (toml::source_index column = 1; column < position.column && at < text.size(); ++column) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80)
            ++at;
    }
    return at;
}

std::string written(const desk::SettingValue& value)
{
    std::ostringstream stream;
    if (const auto* flag = std::get_if<bool>(&value))
        stream << (*flag ? "true" : "false");
    else if (const auto* number = std::get_if<int>(&value))
        stream << *number;
    else
        stream << toml::value<std::string>(std::get<std::string>(value));
    return stream.str();
}

std::optional<toml::table> parsed(const std::string& text)
{
    try {
        return toml::parse(text);
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

// Whether the text says what the other did, and this setting so.
bool saysSo(const std::string& text, toml::table expected, const std::string& group, const std::string& key,
    const desk::SettingValue& value)
{
    const std::optional<toml::table> root = parsed(text);
    if (!root)
        return false;
    if (!expected.contains(group))
        expected.insert(group, toml::table());
    toml::table& inside = *expected[group].as_table();
    std::visit([&](const auto& plain) { inside.insert_or_assign(key, plain); }, value);
    return *root == expected;
}

std::size_t lineEnd(const std::string& text, std::size_t at)
{
    const std::size_t end = text.find('\n', at);
    return end == std::string::npos ? text.size() : end + 1;
}

std::string inserted(const std::string& text, std::size_t at, const std::string& line)
{
    const bool unfinished = at > 0 && text[at - 1] != '\n';
    return text.substr(0, at) + (unfinished ? "\n" : "") + line + '\n' + text.substr(at);
}

} // namespace

base::Result<std::string> changedSettings(
    const std::string& text, const std::string& key, const desk::SettingValue& value)
{
    const std::size_t dot = key.find('.');
    const std::string group = key.substr(0, dot);
    const std::string name = key.substr(dot + 1);
    toml::table root;
    try {
        root = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return base::Error{base::ErrorCode::InvalidInput,
            "line " + std::to_string(error.source().begin.line) + ", column "
                + std::to_string(error.source().begin.column) + ": " + std::string(error.description())};
    }
    const base::Error refused{base::ErrorCode::Unsupported,
        "the settings file writes " + key + " in a way that cannot be changed from here: change it there"};
    const toml::node* before = root.get(group);
    if (before != nullptr && !before->is_table())
        return refused;
    const toml::table* table = before == nullptr ? nullptr : before->as_table();
    std::vector<std::string> ways;
    const std::string line = name + " = " + written(value);
    if (const toml::node* node = table == nullptr ? nullptr : table->get(name)) {
        const std::size_t begin = placeOf(text, node->source().begin);
        const std::size_t end = placeOf(text, node->source().end);
        ways.push_back(text.substr(0, begin) + written(value) + text.substr(end));
    } else if (table != nullptr) {
        // After the group's last line of its own, else after its head.
        std::size_t after = placeOf(text, table->source().begin);
        for (const auto& [other, entry] : *table) {
            if (!entry.is_table())
                after = std::max(after, placeOf(text, entry.source().end));
        }
        ways.push_back(inserted(text, lineEnd(text, after), line));
        ways.push_back(group + '.' + line + '\n' + text); // of a group that is written by dotted keys
    } else {
        const std::string space = text.empty() ? "" : text.back() == '\n' ? "\n" : "\n\n";
        ways.push_back(text + space + '[' + group + "]\n" + line + '\n');
    }
    for (const std::string& way : ways) {
        if (saysSo(way, root, group, name, value))
            return way;
    }
    return refused;
}

} // namespace app
