// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <QMap>
#include <QString>
#include <QStringList>

#include <string>

namespace app {

// Keys of commands that are not the usual ones, as keys.toml in the data folder holds them:
// article.star = ["S", "Ctrl+B"]. An empty list: no key.
using KeysOfCommands = QMap<QString, QStringList>;

// InvalidInput with line and column when the text is not TOML or gives a command something else than keys.
base::Result<KeysOfCommands> parseKeys(const std::string& text);
std::string keysText(const KeysOfCommands& keys);

} // namespace app
