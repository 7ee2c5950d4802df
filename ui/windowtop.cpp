// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The top bar and the pages it brings to the front. A part of MainWindow.
#include "mainwindow.h"

#include <ui/panels/articlelist.h>
#include <ui/widgets/bell.h>
#include <ui/widgets/searchbox.h>
#include <ui/windowpages.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace ui {

namespace {

constexpr int PageSpacing = 4;

// The first of the widgets that yield, then the next, gives way where the others need the room; after them the
// pages' buttons, the last first, for a button that lists those that are hidden.
class TopBar final : public QFrame {
public:
    using QFrame::QFrame;
    void setYielding(const QList<QWidget*>& widgets) { m_yielding = widgets; }
    void setPages(const QList<QToolButton*>& buttons, QToolButton* more)
    {
        m_pages = buttons;
        m_more = more;
    }

protected:
    bool event(QEvent* event) override
    {
        const bool handled = QFrame::event(event);
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            fit();
        return handled;
    }

private:
    void fit()
    {
        const auto roomOf = [](const QWidget* one, int spacing) { return one->sizeHint().width() + spacing; };
        const auto show = [](QWidget* one, bool shown) {
            if (one->isHidden() == shown)
                one->setVisible(shown);
        };
        int needed = layout()->minimumSize().width();
        for (const QWidget* one : std::as_const(m_yielding))
            needed += one->isHidden() ? roomOf(one, layout()->spacing()) : 0;
        for (const QToolButton* page : std::as_const(m_pages))
            needed += page->isHidden() ? roomOf(page, PageSpacing) : 0;
        if (m_more != nullptr && !m_more->isHidden())
            needed -= roomOf(m_more, PageSpacing);
        for (QWidget* one : std::as_const(m_yielding)) {
            const bool fits = needed <= width();
            needed -= fits ? 0 : roomOf(one, layout()->spacing());
            show(one, fits);
        }
        if (m_more == nullptr)
            return;
        const bool all = needed <= width();
        needed += all ? 0 : roomOf(m_more, PageSpacing);
        for (int at = static_cast<int>(m_pages.size()) - 1; at > 0; --at) { // News stays
            const bool fits = needed <= width();
            needed -= fits ? 0 : roomOf(m_pages[at], PageSpacing);
            show(m_pages[at], fits);
        }
        show(m_more, !all);
    }

    QList<QWidget*> m_yielding;
    QList<QToolButton*> m_pages;
    QToolButton* m_more = nullptr;
};

} // namespace

void MainWindow::buildTop(QWidget* parent)
{
    auto* top = new TopBar(parent);
    top->setObjectName(QStringLiteral("top"));
    m_top = top;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(16);
    m_brand = new QLabel(tr("Leadline"), top);
    row->addWidget(m_brand);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(PageSpacing);
    row->addLayout(buttons);
    m_pageStack = new QStackedWidget(this);
    m_pages = new WindowPages(m_theme, *m_pageStack, *buttons, *top);
    m_pages->setParent(this);
    connect(m_pages, &WindowPages::newsPressed, this, &MainWindow::back);
    row->addStretch(1);
    m_search = new SearchBox(m_theme, top);
    m_search->setPlaceholderText(tr("Search news \u2014 impact>=0.5 topic:\"Sanctions & Export Controls\""));
    m_search->setAccessibleName(tr("Search"));
    m_search->setMaximumWidth(560);
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_pages->show(0);
        requestFeed();
        m_list->view().setFocus();
    });
    connect(m_search, &SearchBox::suggestionsWanted, this, &MainWindow::suggestionsWanted);
    row->addWidget(m_search, 4);
    row->addStretch(1);
    m_clock = new QLabel(top);
    row->addWidget(m_clock);
    row->addWidget(&m_pages->bell());
    m_menu = new QToolButton(top);
    m_menu->setObjectName(QStringLiteral("chip"));
    m_menu->setText(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(new QMenu(m_menu));
    row->addWidget(m_menu);
    top->setYielding({m_clock, m_brand});
    parent->layout()->addWidget(top);
}

void MainWindow::buildPages()
{
    m_pages->addNews(tr("News"), *m_stack);
    m_pages->addOthers();
    static_cast<TopBar*>(m_top)->setPages(m_pages->buttons(), m_pages->more());
    connect(m_pages, &WindowPages::articleWanted, this, &MainWindow::openFromElsewhere);
    connect(m_pages, &WindowPages::searchWanted, this, &MainWindow::searchNews);
}

} // namespace ui
