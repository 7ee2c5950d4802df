// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "searchbox.h"

#include <items/datawords.h>
#include <items/navigationmodel.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>

namespace ui {

namespace {

constexpr int MostRows = 12;

QString text(const std::string& value) { return QString::fromStdString(value); }

} // namespace

SearchBox::SearchBox(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    connect(this, &QLineEdit::textEdited, this, &SearchBox::ask);
}

SearchBox::~SearchBox() = default;

bool SearchBox::isSuggesting() const { return m_list != nullptr && m_list->isVisible(); }

void SearchBox::ask()
{
    const std::string query = this->text().toStdString();
    const std::string before = this->text().left(cursorPosition()).toStdString();
    m_completion = desk::completionAt(query, before.size());
    ++m_generation;
    if (m_completion.field.empty() && m_completion.text.empty())
        return closeList();
    Q_EMIT suggestionsWanted(m_completion, m_generation);
}

void SearchBox::closeList()
{
    ++m_generation; // an answer under way comes too late
    if (m_list != nullptr)
        m_list->hide();
}

void SearchBox::showSuggestions(const std::vector<desk::Suggestion>& suggestions, int generation)
{
    if (generation != m_generation || !hasFocus())
        return;
    m_suggestions = suggestions;
    if (m_suggestions.empty())
        return closeList();
    if (m_list == nullptr) {
        m_list = new QTreeWidget(window());
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setAccessibleName(tr("Suggestions"));
        m_list->setColumnCount(2);
        m_list->setHeaderHidden(true);
        m_list->setRootIsDecorated(false);
        m_list->setUniformRowHeights(true);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->header()->setStretchLastSection(false);
        connect(m_list, &QTreeWidget::itemClicked, this, [this] { take(); });
    }
    m_list->clear();
    for (const desk::Suggestion& one : m_suggestions) {
        const QString count = one.count < 0
            ? QString()
            : items::countText(one.count) + (one.more ? QStringLiteral("+") : QString());
        auto* row = new QTreeWidgetItem(
            m_list, {ui::text(one.shown), one.help.empty() ? count : items::dataWord(one.help)});
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    refreshTheme();
    place();
    m_list->show();
    m_list->raise();
}

void SearchBox::refreshTheme()
{
    if (m_list == nullptr)
        return;
    m_list->setFont(m_theme.font(13));
    m_list->setStyleSheet(
        QStringLiteral("QTreeWidget { background: %1; color: %2; border: 1px solid %3; outline: 0; }"
                       "QTreeWidget::item { padding: %6px; }"
                       "QTreeWidget::item:selected { background: %4; color: %5; }")
            .arg(m_theme.css(Role::Raised), m_theme.css(Role::Text), m_theme.css(Role::Line),
                m_theme.css(Role::Surface), m_theme.css(Role::Accent), QString::number(m_theme.px(4))));
    for (int at = 0; at < m_list->topLevelItemCount(); ++at)
        m_list->topLevelItem(at)->setForeground(1, m_theme.colour(Role::Muted));
}

void SearchBox::place()
{
    const QPoint below = mapTo(window(), QPoint(0, height() + 2));
    const int rows = std::min(MostRows, m_list->topLevelItemCount());
    const int rowHeight = m_list->sizeHintForRow(0);
    const int room = window()->height() - below.y() - 8;
    m_list->setGeometry(below.x(), below.y(), width(), std::min(room, rows * rowHeight + 4));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void SearchBox::choose(int step)
{
    const int count = m_list->topLevelItemCount();
    const int now = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int next = now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count;
    m_list->setCurrentItem(m_list->topLevelItem(next));
}

bool SearchBox::take()
{
    const int at = m_list->currentItem() == nullptr ? -1 : m_list->indexOfTopLevelItem(m_list->currentItem());
    if (at < 0 || at >= static_cast<int>(m_suggestions.size()))
        return false;
    const desk::CompletedQuery chosen = desk::completed(
        this->text().toStdString(), m_completion, m_suggestions[static_cast<std::size_t>(at)]);
    const int cursor = static_cast<int>(QString::fromStdString(chosen.text.substr(0, chosen.cursor)).size());
    closeList();
    setText(QString::fromStdString(chosen.text));
    setCursorPosition(cursor);
    ask(); // a field's values come next
    return true;
}

bool SearchBox::handle(int key)
{
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        choose(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Tab:
        if (m_list->currentItem() == nullptr)
            choose(1);
        return take();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (take())
            return true;
        closeList(); // nothing chosen: the search itself
        return false;
    case Qt::Key_Escape:
        closeList();
        return true;
    default:
        return false;
    }
}

bool SearchBox::event(QEvent* event)
{
    if (isSuggesting() && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool ours = key->modifiers() == Qt::NoModifier
            && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_Tab
                || key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return
                || key->key() == Qt::Key_Enter);
        if (ours && event->type() == QEvent::ShortcutOverride) {
            event->accept();
            return true;
        }
        if (ours && handle(key->key())) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

} // namespace ui
