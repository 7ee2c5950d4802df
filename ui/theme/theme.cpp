// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "theme.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace ui {

namespace {

constexpr std::array<const char*, 30> RoleNames{"background", "surface", "raised", "selected", "chosen",
    "line", "faintLine", "text", "body", "seen", "muted", "faint", "accent", "lowImpact", "negative",
    "positive", "link", "mark", "markText", "assumption", "track", "off", "tagNeutral", "tagNeutralText",
    "tagShort", "tagShortText", "tagHedge", "tagHedgeText", "tagLong", "tagLongText"};

} // namespace

base::Result<Theme> Theme::fromJson(std::string_view json)
{
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<int>(json.size()))).object();
    Theme theme;
    for (std::size_t at = 0; at < RoleNames.size(); ++at) {
        const QColor colour(object.value(QLatin1String(RoleNames[at])).toString());
        if (!colour.isValid())
            return base::Error{
                base::ErrorCode::InvalidInput, std::string("the theme has no colour for ") + RoleNames[at]};
        theme.m_colours[at] = colour;
    }
    return theme;
}

QColor Theme::forSign(double value) const
{
    if (std::abs(value) < 0.005)
        return colour(Role::Muted);
    return colour(value < 0 ? Role::Negative : Role::Positive);
}

QColor Theme::forImpact(double impact) const
{
    const double share = std::min(1.0, std::max(0.0, (impact - 0.15) / 0.5));
    const QColor low = colour(Role::LowImpact);
    const QColor high = colour(Role::Accent);
    const auto mix = [&](int from, int to) { return static_cast<int>(from + (to - from) * share); };
    return QColor(mix(low.red(), high.red()), mix(low.green(), high.green()), mix(low.blue(), high.blue()));
}

QFont Theme::font(double pixels, QFont::Weight weight) const
{
    static const bool HasInter = QFontDatabase::families().contains(QStringLiteral("Inter"));
    QFont font;
    if (HasInter)
        font.setFamily(QStringLiteral("Inter"));
    font.setPixelSize(std::max(6, px(pixels)));
    font.setWeight(weight);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Role::Background));
    palette.setColor(QPalette::WindowText, colour(Role::Text));
    palette.setColor(QPalette::Base, colour(Role::Background));
    palette.setColor(QPalette::AlternateBase, colour(Role::Surface));
    palette.setColor(QPalette::Text, colour(Role::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Role::Muted));
    palette.setColor(QPalette::Button, colour(Role::Surface));
    palette.setColor(QPalette::ButtonText, colour(Role::Text));
    palette.setColor(QPalette::Highlight, colour(Role::Chosen));
    palette.setColor(QPalette::HighlightedText, colour(Role::Text));
    palette.setColor(QPalette::Link, colour(Role::Link));
    palette.setColor(QPalette::ToolTipBase, colour(Role::Raised));
    palette.setColor(QPalette::ToolTipText, colour(Role::Text));
    return palette;
}

QString Theme::styleSheet() const
{
    const QString sheet = QStringLiteral(
        "QWidget { color: %1; } QMainWindow, QDialog { background: %2; }"
        "QFrame#top, QFrame#status, QFrame#navigation, QFrame#sidebar { background: %3; }"
        "QFrame#top { border-bottom: 1px solid %4; } QFrame#status { border-top: 1px solid %4; }"
        "QFrame#filters { border-bottom: 1px solid %4; }"
        "QSplitter::handle { background: %4; } QSplitter::handle:horizontal { width: 1px; } "
        "QSplitter::handle:vertical { height: 1px; }"
        "QLineEdit { background: %2; border: 1px solid %4; border-radius: 6px; padding: 4px 10px; color: %1; "
        "selection-background-color: %8; selection-color: %1; }"
        "QLineEdit:focus { border-color: %6; } QLineEdit[invalid=\"true\"] { border-color: %7; }"
        "QPushButton { background: %5; border: 1px solid %4; border-radius: 6px; padding: 6px 14px; color: "
        "%1; }"
        "QPushButton:hover, QPushButton:focus { border-color: %6; } QPushButton:disabled { color: %9; }"
        "QToolButton#chip, QPushButton#chip { background: transparent; border: 1px solid %4; border-radius: "
        "10px; padding: 2px 9px; color: %9; }"
        "QToolButton#chip:checked, QPushButton#chip:checked { background: %5; color: %1; } "
        "QToolButton#chip:focus { border-color: %6; }"
        "QToolButton#label { background: %15; border: 1px solid %15; border-radius: 4px; padding: 2px 8px; "
        "color: %16; } QToolButton#label:hover, QToolButton#label:focus { border-color: %6; }"
        "QToolButton#chip::menu-indicator { image: none; }"
        "QToolButton#page { background: transparent; border: none; border-radius: 6px; padding: 5px 11px; "
        "color: %9; }"
        "QToolButton#page:checked { background: %5; color: %1; } QToolButton#page::menu-indicator { image: none; }"
        "QToolButton#tab { background: transparent; border: none; border-bottom: 2px solid transparent; "
        "padding: 6px 0; color: %9; }"
        "QToolButton#tab:checked { color: %1; border-bottom: 2px solid %6; } QToolButton#tab:focus { color: "
        "%1; }"
        "QToolButton#plain { background: transparent; border: none; color: %9; padding: 0; } "
        "QToolButton#plain:hover, QToolButton#plain:focus { color: %1; }"
        "QToolButton#word { background: transparent; border: none; color: %1; padding: 0; } "
        "QToolButton#word:focus { text-decoration: underline; }"
        "QToolButton#link { background: transparent; border: none; color: %10; padding: 0; } "
        "QToolButton#link:hover, QToolButton#link:focus { text-decoration: underline; }"
        "QFrame#card { background: %3; border: 1px solid %4; border-radius: 8px; } "
        "QFrame#card[focused=\"true\"] { border-color: %6; }"
        "QFrame#rule { background: %4; max-height: 1px; min-height: 1px; border: none; }"
        "QTextBrowser, QListView, QScrollArea, QPlainTextEdit { background: transparent; border: none; }"
        "QPlainTextEdit#note { background: %3; border: 1px solid %4; border-radius: 8px; padding: 8px 10px; "
        "} "
        "QPlainTextEdit#note:focus { border-color: %12; }"
        "QListWidget { outline: none; } QListWidget::item { padding: 3px 6px; border-radius: 4px; } "
        "QListWidget::item:selected { background: %8; color: %1; }"
        "QScrollArea > QWidget > QWidget { background: transparent; }"
        "QMenu { background: %5; border: 1px solid %4; padding: 4px; } QMenu::item { padding: 5px 22px; "
        "border-radius: 4px; } QMenu::item:selected { background: %8; }"
        "QScrollBar:vertical { background: transparent; width: 10px; margin: 0; } "
        "QScrollBar::handle:vertical { background: %11; border-radius: 4px; min-height: 30px; margin: 1px "
        "2px; }"
        "QScrollBar:horizontal { background: transparent; height: 10px; } QScrollBar::handle:horizontal { "
        "background: %11; border-radius: 4px; min-width: 30px; margin: 2px 1px; }"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, "
        "QScrollBar::sub-page { background: transparent; }"
        "QToolTip { background: %5; color: %1; border: 1px solid %4; padding: 4px; }"
        "QTreeView, QTableView { background: %2; border: 1px solid %4; border-radius: 8px; outline: none; }"
        "QTreeView { selection-background-color: %14; } QTreeView:focus, QTableView:focus { border-color: "
        "%12; }"
        "QHeaderView { background: transparent; border: none; }"
        "QHeaderView::section { background: %3; color: %9; border: none; border-bottom: 1px solid %4; "
        "padding: 5px 8px; } QHeaderView::section:hover { color: %1; }"
        "QTableView { gridline-color: %13; } QTableCornerButton::section { background: %3; border: none; }"
        "QComboBox { background: %3; border: 1px solid %4; border-radius: 6px; padding: 4px 10px; color: %1; "
        "} "
        "QComboBox:hover, QComboBox:focus { border-color: %6; }"
        "QComboBox::drop-down { border: none; width: 20px; } QComboBox::down-arrow { image: none; }"
        "QCheckBox { spacing: 8px; } QCheckBox::indicator { width: 11px; height: 11px; border: 1px solid "
        "%12; "
        "border-radius: 3px; background: transparent; } QCheckBox::indicator:hover, "
        "QCheckBox::indicator:focus { "
        "border-color: %6; } QCheckBox::indicator:checked { background: %6; border-color: %6; }"
        "QComboBox QAbstractItemView { background: %5; border: 1px solid %4; selection-background-color: %8; "
        "selection-color: %1; }"
        "QPushButton#primary { border-color: %6; } QPushButton#primary:hover, QPushButton#primary:focus { "
        "background: %8; } QPushButton#primary:disabled { border-color: %4; }");
    return sheet
        .arg(css(Role::Text), css(Role::Background), css(Role::Surface), css(Role::Line), css(Role::Raised),
            css(Role::Accent), css(Role::Negative), css(Role::Chosen), css(Role::Muted))
        .arg(css(Role::Link), css(Role::Off), css(Role::Faint), css(Role::FaintLine), css(Role::Selected),
            css(Role::TagNeutral), css(Role::TagNeutralText));
}

QString signedFigure(double value)
{
    const QString figure = QString::number(std::abs(value), 'f', 2);
    if (figure == QLatin1String("0.00"))
        return figure;
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + figure;
}

QString arrowFigure(double value)
{
    const QString figure = signedFigure(value);
    if (figure == QLatin1String("0.00"))
        return QStringLiteral("\u25CF 0.00");
    return (value < 0 ? QStringLiteral("\u25BC ") : QStringLiteral("\u25B2 ")) + figure;
}

} // namespace ui
