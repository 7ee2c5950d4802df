// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/wordchanges.h>
#include <ui/theme/theme.h>

#include <QString>

#include <vector>

namespace ui {

// Two texts of an article as one page: added words underlined, removed ones struck through, both on a tint of
// their own.
struct WordDifference {
    QString html; // with anchors "change0", "change1", …
    int changes = 0; // places
    qsizetype added = 0; // words
    qsizetype removed = 0;
};

WordDifference wordDifference(
    const Theme& theme, const std::vector<desk::WordRun>& title, const std::vector<desk::WordRun>& body);

} // namespace ui
