// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <brief/briefbuilder.h>

#include <QByteArray>
#include <QColor>

#include <string_view>

namespace brief {

// The colours of a printed brief, by role; from resources/themes/print.json.
struct BriefStyle {
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

base::Result<BriefStyle> briefStyle(std::string_view json);

struct Pdf {
    QByteArray bytes;
    int pages = 0;
};

// Draws the brief: vector graphics, fonts embedded (Inter where it is installed, else the system's sans), the
// same bytes for the same document. Needs a QGuiApplication; safe on any one thread.
base::Result<Pdf> writePdf(const BriefDocument& document, Paper paper, const BriefStyle& style);

} // namespace brief
