// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "findbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QToolButton>

namespace ui {

namespace {

constexpr int MostPlaces = 2000; // tinted at once

} // namespace

FindBar::FindBar(const Theme& theme, std::function<QTextBrowser*()> view, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_view(std::move(view))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(10);
    m_words = new QLineEdit(this);
    m_words->setPlaceholderText(tr("Find in this text"));
    m_words->setAccessibleName(tr("Find in this text"));
    row->addWidget(m_words, 1);
    m_count = new QLabel(this);
    row->addWidget(m_count);
    const auto button = [&](const QString& text, const QString& name) {
        auto* made = new QToolButton(this);
        made->setObjectName(QStringLiteral("plain"));
        made->setText(text);
        made->setAccessibleName(name);
        made->setToolTip(name);
        row->addWidget(made);
        return made;
    };
    m_back = button(QStringLiteral("\u2191"), tr("Previous place (Shift+Enter)"));
    m_next = button(QStringLiteral("\u2193"), tr("Next place (Enter)"));
    m_close = button(QStringLiteral("\u00D7"), tr("Close (Esc)"));
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        m_current = -1;
        look(0);
    });
    connect(m_back, &QToolButton::clicked, this, [this] { look(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { look(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    hide();
    refreshTheme();
}

FindBar::~FindBar() = default;

void FindBar::refreshTheme()
{
    m_words->setFont(m_theme.font(12.5));
    m_count->setFont(m_theme.font(11.5));
    m_count->setStyleSheet(QStringLiteral("color: %1").arg(m_theme.css(Role::Muted)));
    for (QToolButton* button : {m_back, m_next, m_close})
        button->setFont(m_theme.font(13));
}

void FindBar::open()
{
    show();
    m_words->setFocus();
    m_words->selectAll();
    look(0);
}

void FindBar::close()
{
    hide();
    if (QTextBrowser* view = m_view())
        view->setExtraSelections({});
    Q_EMIT closed();
}

void FindBar::textChanged()
{
    m_current = -1;
    if (isVisible())
        look(0);
}

void FindBar::look(int by)
{
    QTextBrowser* view = m_view();
    const QString words = m_words->text();
    if (view == nullptr || words.isEmpty()) {
        m_count->setText(view == nullptr ? tr("No text here") : QString());
        if (view != nullptr)
            view->setExtraSelections({});
        return;
    }
    QList<QTextEdit::ExtraSelection> places;
    for (QTextCursor at = view->document()->find(words); !at.isNull() && places.size() < MostPlaces;
         at = view->document()->find(words, at)) {
        QTextEdit::ExtraSelection place;
        place.cursor = at;
        place.format.setBackground(m_theme.colour(Role::Mark));
        place.format.setForeground(m_theme.colour(Role::MarkText));
        places << place;
    }
    const auto count = static_cast<int>(places.size());
    if (count == 0) {
        m_count->setText(tr("Not found"));
    } else {
        m_current = m_current < 0 ? 0 : (m_current + by + count) % count;
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(count));
        QTextCursor cursor(view->document());
        cursor.setPosition(places[m_current].cursor.selectionStart());
        view->setTextCursor(cursor);
        view->ensureCursorVisible();
        places[m_current].format.setBackground(m_theme.colour(Role::Accent));
        places[m_current].format.setForeground(m_theme.colour(Role::Background));
    }
    view->setExtraSelections(places);
}

// Esc closes the bar, whatever else it does in the window.
bool FindBar::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return look((event->modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1);
    QFrame::keyPressEvent(event);
}

} // namespace ui
