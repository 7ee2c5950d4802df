// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/settings.h>

#include <filesystem>
#include <string>
#include <vector>

namespace app {

// Kept in settings.toml in the data folder.
using Settings = desk::Settings;

// The settings of the file's text. Keys that are not known or hold what they cannot are named in `warnings`
// and keep their default. InvalidInput with line and column when the text is not TOML.
base::Result<Settings> parseSettings(const std::string& text, std::vector<std::string>& warnings);

// Of the file; a missing one means all defaults.
base::Result<Settings> readSettings(const std::filesystem::path& file, std::vector<std::string>& warnings);

// The text with this one setting in it, and all else as it stood: comments, other keys, their order.
// InvalidInput when the text is not TOML, or writes the setting in a way that cannot be changed here.
base::Result<std::string> changedSettings(
    const std::string& text, const std::string& key, const desk::SettingValue& value);

} // namespace app
