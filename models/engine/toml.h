// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

// The pack's TOML files as plain values, so that toml++ with its header-only weight is known to toml.cpp alone.
namespace engine {

// One value: a text, a number, a flag, an array, a table, whose items have keys, or another one (a date).
struct TomlValue {
    enum class Kind : std::uint8_t { Text, Number, Flag, Array, Table, Other };

    Kind kind = Kind::Table;
    bool flag = false;
    int line = 0; // where it begins
    double number = 0;
    std::string_view text;
    std::string_view key; // in a table
    std::vector<TomlValue> items; // of an array in its order, of a table by their keys

    bool isTable() const { return kind == Kind::Table; }
    // The member of this name; null when there is none.
    const TomlValue* find(std::string_view name) const;
    const TomlValue* table(std::string_view name) const; // null too when it is no table
    const std::vector<TomlValue>& array(std::string_view name) const; // empty when it is no array
};

// A parsed file. Moved, never copied: a copy's values would look at the first one's texts.
struct TomlDocument {
    TomlDocument() = default;
    TomlDocument(TomlDocument&&) = default;
    TomlDocument& operator=(TomlDocument&&) = default;
    TomlDocument(const TomlDocument&) = delete;
    TomlDocument& operator=(const TomlDocument&) = delete;
    ~TomlDocument() = default;

    TomlValue root;
    std::deque<std::string> texts; // what the values look at

    const TomlValue& operator*() const { return root; }
};

// The parsed file, from what the build made of it (parsedtoml.h) where that is there. InvalidInput with
// "file:line: reason" when it is missing or no TOML.
base::Result<TomlDocument> readToml(const base::ResourceFiles& files, const std::string& name);

// The strings of an array member; empty when there is none. Other elements are left out.
std::vector<std::string_view> texts(const TomlValue& table, std::string_view member);
std::vector<std::string> strings(const TomlValue& table, std::string_view member);

std::string textOr(const TomlValue& table, std::string_view member, std::string_view otherwise = {});
double numberOr(const TomlValue& table, std::string_view member, double otherwise);
bool flagOr(const TomlValue& table, std::string_view member, bool otherwise);
// The tables of an array member ("[[claim]]").
std::vector<const TomlValue*> tables(const TomlValue& table, std::string_view member);

// "file:line" of a value.
std::string placeOf(const std::string& file, const TomlValue& value);

} // namespace engine
