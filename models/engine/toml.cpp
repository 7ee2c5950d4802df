// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "toml.h"

#include "parsedtoml.h"
#include "tables.h"

#include <base/strings.h>

#define TOML_EXCEPTIONS 1
#include <algorithm>
#include <toml++/toml.h>
#include <type_traits>

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

namespace {

class Taken final {
public:
    explicit Taken(std::deque<std::string>& texts)
        : m_texts(texts)
    {
    }

    void take(toml::node& node, TomlValue& value)
    {
        value.line = static_cast<int>(node.source().begin.line);
        node.visit([&](auto& one) {
            using Node = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Node, toml::table>) {
                value.kind = TomlValue::Kind::Table;
                value.items.reserve(one.size());
                for (auto&& [name, member] : one) {
                    value.items.emplace_back().key = kept(std::string(name.str()));
                    take(member, value.items.back());
                }
            } else if constexpr (std::is_same_v<Node, toml::array>) {
                value.kind = TomlValue::Kind::Array;
                value.items.resize(one.size());
                for (std::size_t at = 0; at < one.size(); ++at)
                    take(*one.get(at), value.items[at]);
            } else if constexpr (std::is_same_v<Node, toml::value<std::string>>) {
                value.kind = TomlValue::Kind::Text;
                value.text = kept(std::move(one.get()));
            } else if constexpr (std::is_same_v<Node, toml::value<bool>>) {
                value.kind = TomlValue::Kind::Flag;
                value.flag = one.get();
            } else if constexpr (std::is_same_v<Node,
                                     toml::value<
                                         double>> || std::is_same_v<Node, toml::value<std::int64_t>>) {
                value.kind = TomlValue::Kind::Number;
                value.number = static_cast<double>(one.get());
            } else {
                value.kind = TomlValue::Kind::Other;
            }
        });
    }

private:
    std::string_view kept(std::string text) { return m_texts.emplace_back(std::move(text)); }

    std::deque<std::string>& m_texts;
};

} // namespace

base::Result<TomlDocument> readToml(const base::ResourceFiles& files, const std::string& name)
{
    const auto file = files.find(name);
    if (file == files.end())
        return dataError(name, "the file is missing");
    if (const auto parsed = files.find(name + std::string(ParsedSuffix)); parsed != files.end()) {
        if (std::optional<TomlDocument> document = fromParsedBytes(parsed->second, file->second))
            return std::move(*document);
    }
    try {
        toml::table table = toml::parse(file->second, name);
        TomlDocument document;
        Taken(document.texts).take(table, document.root);
        return document;
    } catch (const toml::parse_error& error) {
        return dataError(
            name + ':' + std::to_string(error.source().begin.line), std::string(error.description()));
    }
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
