// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "chooser.h"

#include <QAbstractItemView>
#include <QPainter>

namespace ui {

Chooser::Chooser(const Theme& theme, QWidget* parent)
    : QComboBox(parent)
    , m_theme(theme)
{
    setFont(theme.font(12));
    view()->setFont(theme.font(12));
}

Chooser::~Chooser() = default;

void Chooser::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(hasFocus() ? Role::Text : Role::Muted), 1.4 * m_theme.scale(),
        Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle(width() - m_theme.px(12), height() / 2.0);
    const double half = m_theme.px(3.5);
    painter.drawPolyline(QPolygonF({{middle.x() - half, middle.y() - half / 2},
        {middle.x(), middle.y() + half / 2}, {middle.x() + half, middle.y() - half / 2}}));
}

} // namespace ui
