// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storylog.h"

#include <items/timetext.h>
#include <ui/widgets/rowdelegate.h>

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace ui {

namespace {

enum Column { Time, What, Who, ColumnCount };

constexpr int RowHeight = 26;
constexpr int RowsShown = 8; // the rest is scrolled to

QString nameOf(std::int64_t story) { return QString::fromStdString(desk::storyName(story)); }

} // namespace

StoryLog::StoryLog(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    m_title = new QLabel(tr("Merges and splits"), this);
    m_undo = new QPushButton(tr("Undo this change"), this);
    m_undo->setObjectName(QStringLiteral("chip"));
    m_undo->setToolTip(tr("The articles go back to where they were (Delete)"));
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_undo);
    column->addLayout(head);
    m_none = new QLabel(tr("Nothing was merged with it or split from it."), this);
    column->addWidget(m_none);
    m_list = new QTreeWidget(this);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Time"), tr("What was done"), tr("By")});
    m_list->setAccessibleName(m_title->text());
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView* header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(What, QHeaderView::Stretch);
    m_undoAction = new QAction(tr("Undo this change"), m_list);
    m_undoAction->setShortcut(Qt::Key_Delete);
    m_undoAction->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(m_undoAction);
    column->addWidget(m_list);
    connect(m_undoAction, &QAction::triggered, this, &StoryLog::undoCurrent);
    connect(m_undo, &QPushButton::clicked, this, &StoryLog::undoCurrent);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &StoryLog::enableUndo);
    fill();
}

StoryLog::~StoryLog() = default;

void StoryLog::showLog(const desk::StoryDetails& details, base::Instant now)
{
    m_details = details;
    m_now = now;
    fill();
}

QString StoryLog::textOf(const desk::StoryChange& change) const
{
    const auto articles = static_cast<int>(change.articles.size());
    const QString count = articles == 1 ? tr("1 article") : tr("%1 articles").arg(articles);
    QString text = change.merge
        ? tr("%1 became part of %2: %3").arg(nameOf(change.story), nameOf(change.other), count)
        : change.move ? tr("Moved from %1 to %2: %3").arg(nameOf(change.story), nameOf(change.other), count)
                      : tr("%1 was split from %2: %3").arg(nameOf(change.other), nameOf(change.story), count);
    // The headline of what moved, where it is at hand.
    for (const desk::StoryMember& member : m_details.timeline.story.members) {
        if (std::find(change.articles.begin(), change.articles.end(), member.article)
            != change.articles.end()) {
            text += QStringLiteral(" \u00B7 ") + QString::fromStdString(member.title).simplified();
            break;
        }
    }
    return change.undone ? tr("Undone: %1").arg(text) : text;
}

void StoryLog::fill()
{
    m_list->clear();
    for (std::size_t at = 0; at < m_details.changes.size(); ++at) {
        const desk::StoryChange& change = m_details.changes[at];
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(Time, items::clockText(change.at, m_now));
        item->setText(What, textOf(change));
        item->setToolTip(What, textOf(change).toHtmlEscaped());
        item->setText(Who, change.byHand ? tr("by hand") : tr("Leadline"));
        item->setSizeHint(Time, QSize(0, m_theme.px(RowHeight)));
        item->setData(Time, Qt::UserRole, static_cast<int>(at));
        for (int column = 0; column < ColumnCount; ++column) {
            item->setFont(column, m_theme.font(12.5));
            item->setForeground(
                column, m_theme.colour(column == What && !change.undone ? Role::Text : Role::Muted));
        }
    }
    const bool any = !m_details.changes.empty();
    m_list->setVisible(any);
    m_undo->setVisible(any);
    m_none->setVisible(!any);
    m_list->setFixedHeight(m_list->header()->sizeHint().height()
        + std::min(RowsShown, m_list->topLevelItemCount()) * m_theme.px(RowHeight) + 4);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    enableUndo();
}

void StoryLog::enableUndo()
{
    const QTreeWidgetItem* item = m_list->currentItem();
    const bool can = item != nullptr
        && !m_details.changes[static_cast<std::size_t>(item->data(Time, Qt::UserRole).toInt())].undone;
    m_undo->setEnabled(can);
    m_undoAction->setEnabled(can);
}

void StoryLog::undoCurrent()
{
    if (const QTreeWidgetItem* item = m_list->currentItem(); item != nullptr && m_undoAction->isEnabled())
        Q_EMIT undoWanted(
            m_details.changes[static_cast<std::size_t>(item->data(Time, Qt::UserRole).toInt())]);
}

void StoryLog::refreshTheme()
{
    m_title->setFont(m_theme.font(13, QFont::DemiBold));
    m_none->setFont(m_theme.font(12));
    m_none->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    m_undo->setFont(m_theme.font(11));
    m_list->setFont(m_theme.font(12.5));
    m_list->setStyleSheet(
        QStringLiteral("QTreeWidget { selection-color: %1; selection-background-color: %2; }"
                       "QTreeWidget::item { padding: 0 5px; border: 0; }"
                       "QTreeWidget::item:selected { color: %1; background: %2; }")
            .arg(m_theme.css(Role::Text), m_theme.css(Role::Selected)));
    QHeaderView* header = m_list->header();
    dressHeader(m_theme, *header);
    header->resizeSection(Time, m_theme.px(136));
    header->resizeSection(Who, m_theme.px(84));
    fill();
}

} // namespace ui
