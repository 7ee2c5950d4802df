// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>

#include <QString>

namespace app {

// The compiled-in data below one folder of resources/, named relative to it: resourceFiles("engine") holds
// "topics.toml". The start of the program decides which folder; the layers below never see Qt's resources.
base::ResourceFiles resourceFiles(const QString& folder);

// resourceFiles("engine") and beside each of its TOML files what the build parsed of it
// (engine/parsedtoml.h).
base::ResourceFiles engineFiles();

} // namespace app
