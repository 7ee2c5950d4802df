// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "context.h"

#include "resourcefiles.h"

#include <QStandardPaths>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace app {

std::filesystem::path defaultDataDir()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "leadline";
}

std::shared_ptr<spdlog::logger> makeLog(const Options& options)
{
    auto console = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    console->set_level(spdlog::level::from_str(options.logLevel));
    std::vector<spdlog::sink_ptr> sinks{console};
    try {
        constexpr std::size_t Bytes = 2 << 20;
        constexpr std::size_t Files = 3;
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (options.dataDir / "leadline.log").string(), Bytes, Files));
    } catch (const spdlog::spdlog_ex&) {
        // No folder to write to: stderr alone. The store reports the folder itself with a plain message.
        console->set_level(std::min(console->level(), spdlog::level::warn));
    }
    auto log = std::make_shared<spdlog::logger>("leadline", sinks.begin(), sinks.end());
    log->set_level(spdlog::level::from_str(options.logLevel) < spdlog::level::info
            ? spdlog::level::from_str(options.logLevel)
            : spdlog::level::info);
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    log->flush_on(spdlog::level::warn);
    return log;
}

Context makeContext(const Options& options)
{
    Context context{options, makeLog(options), {}};
    std::vector<std::string> warnings;
    base::Result<Settings> settings = readSettings(options.dataDir / "settings.toml", warnings);
    if (settings)
        context.settings = std::move(settings).value();
    else
        context.log->warn("settings not read: {}", settings.error().text());
    for (const std::string& warning : warnings)
        context.log->warn("settings.toml: {}", warning);
    return context;
}

base::Result<base::ResourceFiles> packFiles(const std::filesystem::path& folder)
{
    base::ResourceFiles files = engineFiles();
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure))
        return files;
    base::Result<base::ResourceFiles> own = base::readFolder(folder);
    if (!own)
        return own.error();
    for (auto& [name, text] : *own)
        files[name] = std::move(text);
    return files;
}

namespace {

// The reader's own view of the economy is data of the engine like all else: another view, another pack.
void setRegime(const Settings& settings, base::ResourceFiles& files)
{
    if (settings.growth.empty() && settings.inflation.empty() && settings.rates.empty())
        return;
    files["regime.toml"] = "growth = \"" + settings.growth + "\"\ninflation = \"" + settings.inflation
        + "\"\nrates = \"" + settings.rates + "\"\n";
}

} // namespace

base::Result<base::ResourceFiles> ownFiles(const Context& context)
{
    base::Result<base::ResourceFiles> files = packFiles(context.packPath());
    if (files)
        setRegime(context.settings, *files);
    return files;
}

base::Result<std::shared_ptr<const engine::Pack>> ownPack(const Context& context)
{
    const base::Result<base::ResourceFiles> files = ownFiles(context);
    return files ? engine::loadPack(*files)
                 : base::Result<std::shared_ptr<const engine::Pack>>(files.error());
}

base::Result<std::shared_ptr<const engine::Pack>> enginePack(const Context& context)
{
    base::Result<std::shared_ptr<const engine::Pack>> pack = ownPack(context);
    if (pack)
        return pack;
    context.log->warn("the pack folder is left out: {}", pack.error().text());
    base::ResourceFiles shipped = engineFiles();
    setRegime(context.settings, shipped);
    return engine::loadPack(shipped);
}

} // namespace app
