// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <QColor>

#include <string_view>

namespace brief {

// The colours of a printed brief, by role; from resources/themes/print.json.
struct BriefStyle {
    QColor paper;
    QColor text;
    QColor muted;
    QColor line;
    QColor faintLine;
    QColor track;
    QColor accent;
    QColor accentText;
    QColor negative;
    QColor positive;
    QColor link;
    QColor assumption;
};

// InvalidInput names the role that is missing or no colour.
base::Result<BriefStyle> briefStyle(std::string_view json);

} // namespace brief
