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

// Reading of the pack's TOML files. A reader of our own: a hundred and fifty files are read at each start, and
// texts that need no change are looked at where they stand.
namespace engine {

// One value: a text, a number, a flag, an array, or a table, whose items have keys.
struct TomlValue {
    enum class Kind : std::uint8_t { Text, Number, Flag, Array, Table };

    Kind kind = Kind::Table;
    bool flag = false;
    bool open = false; // a table or array of tables that further headers may add to
    bool headed = false; // a table that has a header of its own
    int line = 0; // where it begins
    double number = 0;
    std::string_view text;
    std::string_view key; // in a table
    std::vector<TomlValue> items; // in order of the file

    bool isTable() const { return kind == Kind::Table; }
    // The member of this name; null when there is none.
    const TomlValue* find(std::string_view name) const;
    const TomlValue* table(std::string_view name) const; // null too when it is no table
    const std::vector<TomlValue>& array(std::string_view name) const; // empty when it is no array
};

// A parsed file; its texts lie in it and in the file's text.
struct TomlDocument {
    TomlValue root;
    std::deque<std::string> texts; // that hold escapes

    const TomlValue& operator*() const { return root; }
};

// The parsed file, all of TOML 1.0 but for dates. InvalidInput with "file:line: reason" when it is missing or no
// TOML. The value lives as long as the text in `files`.
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
