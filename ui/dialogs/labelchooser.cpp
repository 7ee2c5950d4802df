// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "labelchooser.h"

#include <ui/widgets/rowdelegate.h>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

LabelChooser::LabelChooser(const Theme& theme, QList<QStringList> carried, QWidget* parent)
    : QDialog(parent)
    , m_carried(std::move(carried))
{
    setWindowTitle(m_carried.size() == 1 ? tr("Labels") : tr("Labels of %1 articles").arg(m_carried.size()));
    setPalette(theme.palette()); // a window does not take that of its parent
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    auto* title = new QLabel(windowTitle(), this);
    title->setFont(theme.font(13, QFont::DemiBold));
    column->addWidget(title);
    m_line = new QLineEdit(this);
    m_line->setFont(theme.font(13));
    m_line->setPlaceholderText(tr("Type to filter, or name a new one"));
    m_line->setAccessibleName(tr("Label"));
    m_line->setMaxLength(60);
    m_line->installEventFilter(this);
    column->addWidget(m_line);
    m_empty = new QLabel(tr("There are no labels yet."), this);
    m_empty->setFont(theme.font(12.5));
    m_empty->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    m_empty->setAlignment(Qt::AlignCenter);
    column->addWidget(m_empty, 1);
    m_list = new QListView(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setAccessibleName(tr("Labels"));
    m_list->setFocusPolicy(Qt::NoFocus); // the line has the keys
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, &LabelChooser::toggleCurrent);
    auto* legend = new QLabel(tr("Enter puts on or takes off, Esc closes"), this);
    legend->setFont(theme.font(11));
    legend->setWordWrap(true);
    legend->setStyleSheet(QStringLiteral("color: %1").arg(theme.css(Role::Muted)));
    column->addWidget(legend);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model.setTyped(typed);
        chooseRow(0);
        showState();
    });
    resize(theme.px(300), theme.px(340));
    showState();
}

LabelChooser::~LabelChooser() = default;

KeysDialog::Rows LabelChooser::keys()
{
    return {{QStringLiteral("Enter"), tr("put the label on, or take it off")},
        {QStringLiteral("Up Down"), tr("to other labels")}};
}

void LabelChooser::showLabels(const std::vector<desk::CountedView>& labels)
{
    m_model.setLabels(labels, m_carried);
    chooseRow(0);
    showState();
}

void LabelChooser::chooseRow(int row)
{
    if (m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1)));
}

void LabelChooser::showState()
{
    m_list->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
}

void LabelChooser::toggleCurrent()
{
    const int row = m_list->currentIndex().row();
    const QString name = m_model.nameAt(row);
    if (name.isEmpty())
        return;
    const bool made = m_model.wouldMake(row);
    const bool on = m_model.toggle(row);
    Q_EMIT toggled(name, on);
    if (made)
        m_line->clear(); // the next label can be typed at once
}

bool LabelChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        chooseRow(row + 1);
        return true;
    case Qt::Key_Up:
        chooseRow(row - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toggleCurrent();
        return true;
    default:
        return false;
    }
}

} // namespace ui
