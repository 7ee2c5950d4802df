// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "layouts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

LayoutsDialog::LayoutsDialog(const Theme& theme, const QStringList& names, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Layouts"));
    setPalette(theme.palette());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(10);
    auto* text
        = new QLabel(tr("A layout keeps where the windows stand, how they are divided and which pages have a "
                        "window of their own."),
            this);
    text->setWordWrap(true);
    text->setFont(theme.font(12));
    text->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    column->addWidget(text);
    const auto push = [&](const QString& words, QHBoxLayout* row) {
        auto* button = new QPushButton(words, this);
        button->setAutoDefault(false);
        button->setFont(theme.font(12.5));
        row->addWidget(button);
        return button;
    };
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Layouts"));
    m_list->setFont(theme.font(12.5));
    m_list->addItems(names);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemActivated, this, [this] { useChosen(); });
    connect(m_list, &QListWidget::currentRowChanged, this, &LayoutsDialog::showState);
    column->addWidget(m_list, 1);
    auto* uses = new QHBoxLayout;
    uses->setSpacing(8);
    uses->addStretch();
    m_remove = push(tr("Remove"), uses);
    m_use = push(tr("Use"), uses);
    connect(m_remove, &QPushButton::clicked, this, &LayoutsDialog::removeChosen);
    connect(m_use, &QPushButton::clicked, this, &LayoutsDialog::useChosen);
    column->addLayout(uses);
    auto* saves = new QHBoxLayout;
    saves->setSpacing(8);
    m_name = new QLineEdit(this);
    m_name->setFont(theme.font(12.5));
    m_name->setPlaceholderText(tr("Name for the windows as they stand"));
    m_name->setAccessibleName(tr("Name of the layout"));
    saves->addWidget(m_name, 1);
    m_save = push(tr("Save"), saves);
    m_save->setObjectName(QStringLiteral("primary"));
    const auto save = [this] {
        if (!m_name->text().simplified().isEmpty()) {
            Q_EMIT saved(m_name->text().simplified());
            accept();
        }
    };
    connect(m_save, &QPushButton::clicked, this, save);
    connect(m_name, &QLineEdit::returnPressed, this, save);
    connect(m_name, &QLineEdit::textChanged, this, &LayoutsDialog::showState);
    column->addLayout(saves);
    setMinimumSize(theme.px(420), theme.px(340));
    if (m_list->count() > 0) {
        m_list->setCurrentRow(0);
        m_list->setFocus();
    } else {
        m_name->setFocus();
    }
    showState();
}

LayoutsDialog::~LayoutsDialog() = default;

QString LayoutsDialog::chosen() const
{
    return m_list->currentItem() != nullptr ? m_list->currentItem()->text() : QString();
}

void LayoutsDialog::useChosen()
{
    if (chosen().isEmpty())
        return;
    Q_EMIT used(chosen());
    accept();
}

void LayoutsDialog::removeChosen()
{
    if (chosen().isEmpty())
        return;
    Q_EMIT removed(chosen());
    delete m_list->takeItem(m_list->currentRow());
    showState();
}

void LayoutsDialog::showState()
{
    m_use->setEnabled(!chosen().isEmpty());
    m_remove->setEnabled(!chosen().isEmpty());
    const QString name = m_name->text().simplified();
    m_save->setEnabled(!name.isEmpty());
    m_save->setText(m_list->findItems(name, Qt::MatchExactly).isEmpty() ? tr("Save") : tr("Replace"));
}

bool LayoutsDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        removeChosen();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
