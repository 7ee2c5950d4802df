// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ownwindow.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace ui {

OwnWindow::OwnWindow(const Theme& theme, const QString& title, QWidget& content)
    : m_theme(theme)
    , m_content(content)
{
    setObjectName(QStringLiteral("ownWindow"));
    setWindowTitle(title);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&content);
    content.show();
    resize(theme.px(1100), theme.px(760));
    refreshTheme();
}

OwnWindow::~OwnWindow() = default;

void OwnWindow::refreshTheme()
{
    setPalette(m_theme.palette()); // a window takes nothing from another
    setFont(m_theme.font(13));
    setStyleSheet(m_theme.styleSheet()
        + QStringLiteral("QWidget#ownWindow { background: %1; }").arg(m_theme.css(Role::Background)));
}

void OwnWindow::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

} // namespace ui
