// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <filesystem>
#include <string>
#include <vector>

namespace app {

// What the analyst sets, read from settings.toml in the data folder. A closed table: every key has a type, a
// default and bounds.
struct Settings {
    std::string contact; // network.contact: an e-mail or web address that goes into the User-Agent
    bool offline = false; // network.offline
    bool systemProxy = true; // network.proxy: "system" or "none"
    int parallel = 16; // network.parallel: requests under way, 1…64
    int perHost = 4; // network.per_host: of these to one host, 1…16
    std::string growth; // analysis.growth: "expanding", "slowing" or "unknown": what the reader takes to hold
    std::string inflation; // analysis.inflation: "high", "low" or "unknown"
    std::string rates; // analysis.rates: likewise
    bool automatic = true; // refresh.automatic: due sources are fetched while the window is open
};

// The settings of the file's text. Keys that are not known or hold what they cannot are named in `warnings`
// and keep their default. InvalidInput with line and column when the text is not TOML.
base::Result<Settings> parseSettings(const std::string& text, std::vector<std::string>& warnings);

// Of the file; a missing one means all defaults.
base::Result<Settings> readSettings(const std::filesystem::path& file, std::vector<std::string>& warnings);

} // namespace app
