// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/theme/theme.h>

#include <functional>

class QWidget;

namespace ui {

enum class RemovalDefault { Remove, Keep };

// Asks before something is removed: the question, and below it what comes of it. Calls `remove` when it is
// confirmed; `parent` outlives that.
void askRemoval(const Theme& theme, QWidget& parent, const QString& question, const QString& consequence,
    RemovalDefault preset, std::function<void()> remove);

} // namespace ui
