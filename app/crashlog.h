// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

// What is left behind when the program ends by a fault of its own. Nothing leaves the machine.
namespace app {

// From now on a fault (a bad address, an abort, an arithmetic trap) writes where it happened into `crash.log`
// of the folder before the process ends as it would have. Once in a process; only what is safe in a signal
// handler is done then.
void keepCrashes(const std::filesystem::path& folder);

// What the last run that ended so left, with the last lines of the log; it is put aside as `crash-1.log` and
// asked for once. Call before keepCrashes().
std::optional<std::string> takeCrash(const std::filesystem::path& folder);

} // namespace app
