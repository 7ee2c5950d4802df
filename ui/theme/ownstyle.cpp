// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ownstyle.h"

#include <QPainter>
#include <QStyleFactory>

namespace ui {

namespace {

const QColor Grey(0x7f, 0x7f, 0x7f); // seen on dark and light: the icon outlives a change of theme

QIcon cross()
{
    QIcon icon;
    for (const int size : {16, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / 16.0, size / 16.0);
        painter.setPen(QPen(Grey, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5));
        painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

OwnStyle::OwnStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

OwnStyle::~OwnStyle() = default;

QIcon OwnStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    return icon == SP_LineEditClearButton ? cross() : QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace ui
