// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowpages.h"

#include <ui/pages/marketmap.h>
#include <ui/pages/playbooks.h>
#include <ui/pages/stories.h>

#include <QBoxLayout>
#include <QStackedWidget>
#include <QToolButton>

namespace ui {

WindowPages::WindowPages(const Theme& theme, QStackedWidget& stack, QBoxLayout& buttons, QWidget& bar)
    : m_theme(theme)
    , m_stack(stack)
    , m_layout(buttons)
    , m_bar(bar)
{
}

WindowPages::~WindowPages() = default;

void WindowPages::addButton(const QString& name)
{
    const int index = count();
    auto* button = new QToolButton(&m_bar);
    button->setObjectName(QStringLiteral("page"));
    button->setText(name);
    button->setCheckable(true);
    button->setChecked(index == 0);
    connect(button, &QToolButton::clicked, this, [this, index] {
        if (index == 0 && m_current == 0)
            Q_EMIT newsPressed();
        show(index);
    });
    m_layout.addWidget(button);
    m_buttons << button;
}

void WindowPages::addNews(const QString& name, QWidget& widget)
{
    m_stack.addWidget(&widget);
    addButton(name);
}

void WindowPages::addOthers()
{
    m_stories = new StoriesPage(m_theme, &m_stack);
    add(tr("Stories"), *m_stories);
    connect(m_stories, &StoriesPage::articleWanted, this, &WindowPages::articleWanted);
    connect(m_stories, &StoriesPage::newsWanted, this, &WindowPages::searchWanted);
    m_map = new MarketMapPage(m_theme, &m_stack);
    add(tr("Market map"), *m_map);
    connect(m_map, &MarketMapPage::searchWanted, this, &WindowPages::searchWanted);
    m_playbooks = new PlaybooksPage(m_theme, &m_stack);
    add(tr("Playbooks"), *m_playbooks);
    connect(m_playbooks, &PlaybooksPage::articleWanted, this, &WindowPages::articleWanted);
}

void WindowPages::add(const QString& name, Page& page)
{
    m_stack.addWidget(&page.widget());
    m_pages << &page;
    addButton(name);
}

QString WindowPages::name(int index) const { return m_buttons.value(index)->text(); }

void WindowPages::show(int index)
{
    for (int at = 0; at < count(); ++at)
        m_buttons[at]->setChecked(at == index); // the page that is open stays open
    const bool moved = index != m_current;
    m_current = index;
    m_stack.setCurrentIndex(index);
    refresh();
    if (moved)
        Q_EMIT changed(index);
}

void WindowPages::show(const Page& page)
{
    for (int at = 0; at < static_cast<int>(m_pages.size()); ++at) {
        if (m_pages[at] == &page)
            show(at + 1);
    }
}

void WindowPages::refresh()
{
    if (m_current > 0)
        m_pages[m_current - 1]->shown();
}

void WindowPages::refreshTheme()
{
    for (QToolButton* button : std::as_const(m_buttons))
        button->setFont(m_theme.font(13));
    for (Page* page : std::as_const(m_pages))
        page->refreshTheme();
}

} // namespace ui
