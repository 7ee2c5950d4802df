// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/clock.h>
#include <app/settings.h>
#include <base/files.h>
#include <base/instant.h>
#include <base/result.h>
#include <engine/pack.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace spdlog {
class logger;
}

namespace app {

// What the options that hold for every command say.
struct Options {
    std::filesystem::path dataDir; // made when missing
    bool offline = false;
    std::string logLevel = "warn";
    std::optional<base::Instant> asOf = {}; // reads see only what was known then
};

// What every command and the window need; made once in main and passed down. Immutable after that.
struct Context {
    Options options;
    std::shared_ptr<spdlog::logger> log;
    Settings settings;

    std::filesystem::path packPath() const { return options.dataDir / "pack"; }
    std::filesystem::path storePath() const { return options.dataDir / "leadline.sqlite"; }
    bool offline() const { return options.offline || settings.offline; }
};

// With the log and the settings of the data folder; what is wrong in these goes to the log.
Context makeContext(const Options& options);

// The platform's place for this program's data.
std::filesystem::path defaultDataDir();

// A logger to a rotating file in the data folder, and to stderr for warnings of the command line.
// Falls back to stderr alone when the folder cannot be written.
std::shared_ptr<spdlog::logger> makeLog(const Options& options);

// The engine's compiled-in files, with those of the folder in place of or beside them; the folder may be missing.
base::Result<base::ResourceFiles> packFiles(const std::filesystem::path& folder);

// The files of the engine's data as they are in use: with the user's own and the regime of the settings.
base::Result<base::ResourceFiles> ownFiles(const Context& context);

// The engine's data with the user's own, or why these do not fit.
base::Result<std::shared_ptr<const engine::Pack>> ownPack(const Context& context);

// The engine's data: what is compiled in, overlaid with the user's own `pack` folder beside the store. A folder
// that does not fit is left out, and the log says why.
base::Result<std::shared_ptr<const engine::Pack>> enginePack(const Context& context);

} // namespace app
