// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "toml.h"

#include "tables.h"

namespace engine {

base::Result<toml::table> readToml(const base::ResourceFiles& files, const std::string& name)
{
    const auto file = files.find(name);
    if (file == files.end())
        return dataError(name, "the file is missing");
    try {
        return toml::parse(file->second, name);
    } catch (const toml::parse_error& error) {
        return dataError(
            name + ':' + std::to_string(error.source().begin.line), std::string(error.description()));
    }
}

std::vector<std::string> strings(const toml::table& table, std::string_view member)
{
    std::vector<std::string> list;
    if (const toml::array* array = table[member].as_array()) {
        for (const toml::node& node : *array) {
            if (const auto text = node.value<std::string>())
                list.push_back(*text);
        }
    }
    return list;
}

std::string textOr(const toml::table& table, std::string_view member, std::string_view otherwise)
{
    return table[member].value_or(std::string(otherwise));
}

double numberOr(const toml::table& table, std::string_view member, double otherwise)
{
    return table[member].value_or(otherwise);
}

std::string placeOf(const std::string& file, const toml::node& node)
{
    return file + ':' + std::to_string(node.source().begin.line);
}

} // namespace engine
