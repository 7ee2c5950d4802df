// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "searchname.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

SearchNameDialog::SearchNameDialog(
    const Theme& theme, const QString& title, const QString& name, const QString& query, QWidget* parent)
    : QDialog(parent)
{
    constexpr int LongestName = 60;
    setWindowTitle(title);
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    auto* head = new QLabel(title, this);
    head->setFont(theme.font(14, QFont::DemiBold));
    column->addWidget(head);
    m_name = new QLineEdit(name.left(LongestName), this);
    m_name->setFont(theme.font(13));
    m_name->setMaxLength(LongestName);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->selectAll();
    column->addWidget(m_name);
    auto* shown = new QLabel(query, this);
    shown->setTextFormat(Qt::PlainText);
    shown->setFont(theme.font(12));
    shown->setWordWrap(true);
    shown->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    shown->setVisible(!query.isEmpty());
    column->addWidget(shown);
    column->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addStretch();
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("primary"));
    m_save->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    for (QPushButton* button : {m_save, cancel}) {
        button->setFont(theme.font(12.5));
        foot->addWidget(button);
    }
    column->addLayout(foot);
    connect(m_name, &QLineEdit::textChanged, this, &SearchNameDialog::showState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_name->text().simplified());
        accept();
    });
    setMinimumWidth(theme.px(420));
    showState();
}

SearchNameDialog::~SearchNameDialog() = default;

void SearchNameDialog::showState()
{
    const QString name = m_name->text().simplified();
    const bool quoted = name.contains(QLatin1Char('"'));
    m_save->setEnabled(!name.isEmpty() && !quoted);
    m_name->setToolTip(quoted ? tr("A name holds no quotes") : QString());
}

} // namespace ui
