// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>
#include <string_view>

namespace ui {

// What a colour is for. The values are in resources/themes.
enum class Role {
    Background,
    Surface,
    Raised,
    Selected,
    Chosen,
    Line,
    FaintLine,
    Text,
    Body,
    Seen,
    Muted,
    Faint,
    Accent,
    LowImpact,
    Negative,
    Positive,
    Link,
    Mark,
    MarkText,
    Assumption,
    Track,
    Off,
    TagNeutral,
    TagNeutralText,
    TagShort,
    TagShortText,
    TagHedge,
    TagHedgeText,
    TagLong,
    TagLongText
};

// Colours, fonts and the one style sheet. A value: copying is cheap, widgets keep a reference to the one in
// use.
class Theme final {
public:
    // InvalidInput names the role that is missing or no colour.
    static base::Result<Theme> fromJson(std::string_view json);

    QColor colour(Role role) const { return m_colours[static_cast<std::size_t>(role)]; }
    QString css(Role role) const { return colour(role).name(); }
    QColor forSign(double value) const; // negative, positive or muted
    QColor forImpact(double impact) const; // from quiet to accent

    // Interface text at this many pixels of the 100 % design; Inter where it is installed.
    QFont font(double pixels, QFont::Weight weight = QFont::Normal) const;
    double scale() const { return m_scale; }
    void setScale(double scale) { m_scale = scale; } // 0.8 … 2.0
    int px(double pixels) const { return static_cast<int>(pixels * m_scale + 0.5); }

    QPalette palette() const;
    QString styleSheet() const;

private:
    std::array<QColor, 30> m_colours;
    double m_scale = 1;
};

// "−0.15", "+0.63", "0.00": a figure with the real minus sign.
QString signedFigure(double value);
// The same with an arrow before it, so that colour is not the only cue.
QString arrowFigure(double value);

} // namespace ui
