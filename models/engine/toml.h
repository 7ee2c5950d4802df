// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <string>
#include <vector>

// toml++ without its header-only weight in every file; included by the engine's own .cpp files alone.
#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

namespace engine {

// The parsed file. InvalidInput with "file:line: reason" when it is missing or no TOML.
base::Result<toml::table> readToml(const base::ResourceFiles& files, const std::string& name);

// The strings of an array member; empty when there is none. Other elements are left out.
std::vector<std::string> strings(const toml::table& table, std::string_view member);

std::string textOr(const toml::table& table, std::string_view member, std::string_view otherwise = {});
double numberOr(const toml::table& table, std::string_view member, double otherwise);

// "file:line" of a node.
std::string placeOf(const std::string& file, const toml::node& node);

} // namespace engine
