// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "emptystate.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.px(12));
    column->addStretch(2);
    const auto text = [&](const QString& words, double size, QFont::Weight weight, Role role) {
        auto* label = new QLabel(words, this);
        label->setFont(theme.font(size, weight));
        label->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(role)));
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    };
    text(tr("Nothing to read yet"), 22, QFont::DemiBold, Role::Text);
    text(tr("Articles are read, analysed and kept on this machine only."), 13, QFont::Normal, Role::Muted);
    column->addSpacing(theme.px(10));
    const auto button = [&](const QString& words, auto signal) {
        auto* push = new QPushButton(words, this);
        push->setFont(theme.font(13));
        push->setFixedWidth(theme.px(280));
        connect(push, &QPushButton::clicked, this, signal);
        column->addWidget(push, 0, Qt::AlignHCenter);
    };
    button(tr("Open sample news"), &EmptyState::sampleWanted);
    button(tr("Add feed\u2026"), &EmptyState::feedWanted);
    button(tr("Open files or OPML\u2026"), &EmptyState::filesWanted);
    column->addStretch(3);
}

EmptyState::~EmptyState() = default;

} // namespace ui
