// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "keyfile.h"

#include <sstream>
#include <toml++/toml.h>

namespace app {

namespace {

base::Error errorAt(const toml::source_region& place, const std::string& message)
{
    return {base::ErrorCode::InvalidInput,
        "line " + std::to_string(place.begin.line) + ", column " + std::to_string(place.begin.column) + ": "
            + message};
}

base::Outcome take(const toml::table& table, const std::string& before, KeysOfCommands& keys)
{
    for (const auto& [name, node] : table) {
        const std::string id = before + std::string(name.str());
        if (const auto* inner = node.as_table()) {
            if (base::Outcome taken = take(*inner, id + '.', keys); !taken)
                return taken;
            continue;
        }
        QStringList texts;
        bool fits = true;
        if (const auto* list = node.as_array()) {
            for (const toml::node& one : *list) {
                fits = fits && one.is_string();
                texts << QString::fromStdString(one.value_or(std::string()));
            }
        } else {
            fits = node.is_string();
            texts << QString::fromStdString(node.value_or(std::string()));
        }
        if (!fits)
            return errorAt(node.source(), id + " needs keys in quotes: [\"S\", \"Ctrl+B\"]");
        keys.insert(QString::fromStdString(id), texts);
    }
    return base::Done{};
}

} // namespace

base::Result<KeysOfCommands> parseKeys(const std::string& text)
{
    try {
        KeysOfCommands keys;
        if (const base::Outcome taken = take(toml::parse(text), {}, keys); !taken)
            return taken.error();
        return keys;
    } catch (const toml::parse_error& error) {
        return errorAt(error.source(), std::string(error.description()));
    }
}

std::string keysText(const KeysOfCommands& keys)
{
    std::ostringstream stream;
    stream << "# Keys that were set in Leadline's settings; commands that are not named here have the usual "
              "ones.\n";
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        toml::array list;
        for (const QString& key : it.value())
            list.push_back(key.toStdString());
        stream << it.key().toStdString() << " = " << list << '\n';
    }
    return stream.str();
}

} // namespace app
