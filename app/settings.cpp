// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settings.h"

#include <base/files.h>

#include <limits>
#include <optional>
#include <toml++/toml.h>

namespace app {

namespace {

base::Error notToml(const toml::parse_error& error)
{
    return {base::ErrorCode::InvalidInput,
        "line " + std::to_string(error.source().begin.line) + ", column "
            + std::to_string(error.source().begin.column) + ": " + std::string(error.description())};
}

std::optional<desk::SettingValue> valueOf(const toml::node& node)
{
    if (const auto* flag = node.as_boolean())
        return flag->get();
    if (const auto* text = node.as_string())
        return text->get();
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() < std::numeric_limits<int>::min()
        || number->get() > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(number->get());
}

} // namespace

base::Result<Settings> parseSettings(const std::string& text, std::vector<std::string>& warnings)
{
    Settings settings;
    try {
        const toml::table root = toml::parse(text);
        for (const auto& [group, node] : root) {
            if (!node.is_table()) {
                warnings.push_back(std::string(group.str()) + " is not a setting");
                continue;
            }
            for (const auto& [key, value] : *node.as_table()) {
                const std::string name = std::string(group.str()) + '.' + std::string(key.str());
                if (!desk::isSetting(name)) {
                    warnings.push_back(name + " is not a setting");
                    continue;
                }
                const std::optional<desk::SettingValue> given = valueOf(value);
                const base::Outcome taken = given
                    ? desk::setSetting(settings, name, *given)
                    : base::Outcome(base::Error{base::ErrorCode::InvalidInput, "another kind of value"});
                if (!taken)
                    warnings.push_back(name + " cannot be that: expected " + taken.error().message
                        + "; its default is used");
            }
        }
    } catch (const toml::parse_error& error) {
        return notToml(error);
    }
    return settings;
}

base::Result<Settings> readSettings(const std::filesystem::path& file, std::vector<std::string>& warnings)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return Settings();
    const base::Result<std::string> text = base::readFile(file);
    if (!text)
        return text.error();
    base::Result<Settings> settings = parseSettings(*text, warnings);
    if (!settings)
        settings.error().context = file.string();
    return settings;
}

} // namespace app
