// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "toml.h"

#include "tables.h"
#include "tomlparser.h"

#include <base/strings.h>

#include <algorithm>

namespace engine {

const TomlValue* TomlValue::find(std::string_view name) const
{
    if (kind != Kind::Table)
        return nullptr;
    const auto it
        = std::find_if(items.begin(), items.end(), [&](const TomlValue& item) { return item.key == name; });
    return it == items.end() ? nullptr : &*it;
}

const TomlValue* TomlValue::table(std::string_view name) const
{
    const TomlValue* value = find(name);
    return value != nullptr && value->isTable() ? value : nullptr;
}

const std::vector<TomlValue>& TomlValue::array(std::string_view name) const
{
    static const std::vector<TomlValue> none;
    const TomlValue* value = find(name);
    return value != nullptr && value->kind == Kind::Array ? value->items : none;
}

base::Result<TomlDocument> readToml(const base::ResourceFiles& files, const std::string& name)
{
    const auto file = files.find(name);
    if (file == files.end())
        return dataError(name, "the file is missing");
    if (!base::isValidUtf8(file->second))
        return dataError(name, "is not UTF-8");
    TomlDocument document;
    TomlParser parser(file->second, document);
    if (!parser.run())
        return dataError(name + ':' + std::to_string(parser.line()), parser.reason());
    return document;
}

std::vector<std::string_view> texts(const TomlValue& table, std::string_view member)
{
    std::vector<std::string_view> list;
    const std::vector<TomlValue>& items = table.array(member);
    list.reserve(items.size());
    for (const TomlValue& item : items) {
        if (item.kind == TomlValue::Kind::Text)
            list.push_back(item.text);
    }
    return list;
}

std::vector<std::string> strings(const TomlValue& table, std::string_view member)
{
    const std::vector<std::string_view> list = texts(table, member);
    return {list.begin(), list.end()};
}

std::string textOr(const TomlValue& table, std::string_view member, std::string_view otherwise)
{
    const TomlValue* value = table.find(member);
    return std::string(value != nullptr && value->kind == TomlValue::Kind::Text ? value->text : otherwise);
}

double numberOr(const TomlValue& table, std::string_view member, double otherwise)
{
    const TomlValue* value = table.find(member);
    return value != nullptr && value->kind == TomlValue::Kind::Number ? value->number : otherwise;
}

bool flagOr(const TomlValue& table, std::string_view member, bool otherwise)
{
    const TomlValue* value = table.find(member);
    return value != nullptr && value->kind == TomlValue::Kind::Flag ? value->flag : otherwise;
}

std::vector<const TomlValue*> tables(const TomlValue& table, std::string_view member)
{
    std::vector<const TomlValue*> list;
    for (const TomlValue& item : table.array(member)) {
        if (item.isTable())
            list.push_back(&item);
    }
    return list;
}

std::string placeOf(const std::string& file, const TomlValue& value)
{
    return file + ':' + std::to_string(value.line);
}

} // namespace engine
