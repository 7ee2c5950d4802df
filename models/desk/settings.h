// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <span>
#include <string>
#include <string_view>
#include <variant>

// What the analyst sets: a closed table, every key with a type, a default and bounds. The file they are kept
// in is app's (app/settings.h).
namespace desk {

struct Settings {
    std::string contact; // network.contact: an e-mail or web address that goes into the User-Agent
    bool offline = false; // network.offline: from the start
    bool systemProxy = true; // network.proxy: "system" or "none"
    int parallel = 16; // network.parallel: requests under way, 1…64
    int perHost = 4; // network.per_host: of these to one host, 1…16
    std::string growth; // analysis.growth: "expanding", "slowing" or "unknown": what the reader takes to hold
    std::string inflation; // analysis.inflation: "high", "low" or "unknown"
    std::string rates; // analysis.rates: likewise
    bool automatic = true; // refresh.automatic: due sources are fetched while the window is open
    std::string theme = "as left"; // appearance.theme: "dark", "light", "system" or "as left"
    std::string language = "system"; // appearance.language: "system", "en" or "de"
    int textSize = 0; // appearance.text_size: per cent, 80…200; 0: as the window was left
    bool reducedMotion = false; // appearance.reduced_motion: also where the system does not ask for it
    bool tray = true; // appearance.tray: an icon in the desktop's tray, where there is one
    std::string briefDesk; // brief.desk: who writes the briefs
    std::string briefTitle; // brief.title: what stands over them
    std::string briefLogo; // brief.logo: a picture's path
    std::string briefNotice; // brief.notice: the disclaimer below
    std::string briefPaper = "a4"; // brief.paper: "a4" or "letter"
    std::string briefSchedule; // brief.schedule: a line for each brief that is made by itself (briefschedule.h)

    bool operator==(const Settings& other) const = default;
};

using SettingValue = std::variant<bool, int, std::string>;

// Every key, group by group.
std::span<const std::string_view> settingKeys();
bool isSetting(std::string_view key);

// The value as it is written: "unknown" for a regime that is not set. Of a key that is one.
SettingValue settingOf(const Settings& settings, std::string_view key);

// InvalidInput says what the key takes: "a whole number from 1 to 64"; the settings are unchanged then.
base::Outcome setSetting(Settings& settings, std::string_view key, const SettingValue& value);

} // namespace desk
