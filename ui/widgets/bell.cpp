// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "bell.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

QIcon bellIcon(const QColor& colour, int size, double ratio)
{
    QPixmap picture(QSize(size, size) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 14.0, size / 14.0); // drawn on a grid of fourteen
    QPainterPath dome;
    dome.moveTo(2, 10.5);
    dome.cubicTo(3.8, 9, 3, 2, 7, 2);
    dome.cubicTo(11, 2, 10.2, 9, 12, 10.5);
    dome.closeSubpath();
    painter.fillPath(dome, colour);
    QPainterPath clapper;
    clapper.addEllipse(QPointF(7, 12), 1.4, 1.2);
    painter.fillPath(clapper, colour);
    return QIcon(picture);
}

QString Bell::inWords(const desk::FiringCounts& counts)
{
    return counts.openCritical > 0
        ? tr("Alerts: %1 not acknowledged, %2 critical").arg(counts.open).arg(counts.openCritical)
        : tr("Alerts: %1 not acknowledged").arg(counts.open);
}

Bell::Bell(const Theme& theme, QWidget* parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("chip"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setCursor(Qt::PointingHandCursor);
    refreshTheme();
}

Bell::~Bell() = default;

void Bell::showCounts(const desk::FiringCounts& counts)
{
    m_counts = counts;
    refreshTheme();
}

void Bell::refreshTheme()
{
    setFont(m_theme.font(11));
    setText(QString::number(m_counts.open));
    const QString name = inWords(m_counts);
    setAccessibleName(name);
    setToolTip(name + QStringLiteral(" (G, A)"));
    const int size = m_theme.px(12);
    setIconSize({size, size});
    setIcon(bellIcon(m_theme.colour(m_counts.openCritical > 0 ? Role::Negative
                             : m_counts.open > 0              ? Role::Accent
                                                              : Role::Muted),
        size, devicePixelRatioF()));
}

} // namespace ui
