// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "settings.h"

#include <base/files.h>

#include <functional>
#include <map>
#include <toml++/toml.h>

namespace app {

namespace {

using Setter = std::function<bool(const toml::node&)>; // false: not what the key takes

Setter settingText(std::string& target)
{
    return [&target](const toml::node& node) {
        if (!node.is_string())
            return false;
        target = node.as_string()->get();
        return true;
    };
}

Setter flag(bool& target)
{
    return [&target](const toml::node& node) {
        if (!node.is_boolean())
            return false;
        target = node.as_boolean()->get();
        return true;
    };
}

Setter number(int& target, int least, int most)
{
    return [&target, least, most](const toml::node& node) {
        if (!node.is_integer() || node.as_integer()->get() < least || node.as_integer()->get() > most)
            return false;
        target = static_cast<int>(node.as_integer()->get());
        return true;
    };
}

// One of two states, or "unknown", which is kept as nothing.
Setter state(std::string& target, std::string_view one, std::string_view other)
{
    return [&target, one, other](const toml::node& node) {
        const std::string value = node.value_or(std::string());
        if (value != one && value != other && value != "unknown")
            return false;
        target = value == "unknown" ? std::string() : value;
        return true;
    };
}

Setter proxy(bool& target)
{
    return [&target](const toml::node& node) {
        const std::string value = node.value_or(std::string());
        if (value != "system" && value != "none")
            return false;
        target = value == "system";
        return true;
    };
}

} // namespace

base::Result<Settings> parseSettings(const std::string& text, std::vector<std::string>& warnings)
{
    Settings settings;
    const std::map<std::string, Setter> table = {
        {"network.contact", settingText(settings.contact)},
        {"network.offline", flag(settings.offline)},
        {"network.proxy", proxy(settings.systemProxy)},
        {"network.parallel", number(settings.parallel, 1, 64)},
        {"network.per_host", number(settings.perHost, 1, 16)},
        {"analysis.growth", state(settings.growth, "expanding", "slowing")},
        {"analysis.inflation", state(settings.inflation, "high", "low")},
        {"analysis.rates", state(settings.rates, "high", "low")},
        {"refresh.automatic", flag(settings.automatic)},
    };
    try {
        const toml::table root = toml::parse(text);
        for (const auto& [group, node] : root) {
            if (!node.is_table()) {
                warnings.push_back(std::string(group.str()) + " is not a setting");
                continue;
            }
            for (const auto& [key, value] : *node.as_table()) {
                const std::string name = std::string(group.str()) + '.' + std::string(key.str());
                const auto known = table.find(name);
                if (known == table.end())
                    warnings.push_back(name + " is not a setting");
                else if (!known->second(value))
                    warnings.push_back(name + " cannot be that; its default is used");
            }
        }
    } catch (const toml::parse_error& error) {
        return base::Error{base::ErrorCode::InvalidInput,
            "line " + std::to_string(error.source().begin.line) + ", column "
                + std::to_string(error.source().begin.column) + ": " + std::string(error.description())};
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
