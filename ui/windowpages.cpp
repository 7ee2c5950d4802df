// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "windowpages.h"

#include <ui/ownwindow.h>
#include <ui/pages/alerts.h>
#include <ui/pages/decisions.h>
#include <ui/pages/marketmap.h>
#include <ui/pages/playbooks.h>
#include <ui/pages/stories.h>
#include <ui/widgets/bell.h>

#include <QApplication>
#include <QBoxLayout>
#include <QDataStream>
#include <QIODevice>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace ui {

namespace {

// The order of the buttons. News has 0.
enum Index { StoriesIndex = 1, DecisionsIndex, AlertsIndex, MapIndex, PlaybooksIndex };

} // namespace

WindowPages::WindowPages(const Theme& theme, QStackedWidget& stack, QBoxLayout& buttons, QWidget& bar)
    : m_theme(theme)
    , m_stack(stack)
    , m_layout(buttons)
    , m_bar(bar)
    , m_bell(new Bell(theme, &bar))
{
}

WindowPages::~WindowPages()
{
    for (const Place& place : std::as_const(m_places))
        delete place.window;
}

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
    add(tr("Stories"), [this]() -> Page* {
        m_stories = new StoriesPage(m_theme, &m_stack);
        connect(m_stories, &StoriesPage::articleWanted, this, &WindowPages::articleWanted);
        connect(m_stories, &StoriesPage::newsWanted, this, &WindowPages::searchWanted);
        Q_EMIT storiesMade(m_stories);
        return m_stories;
    });
    add(tr("Decisions"), [this]() -> Page* {
        m_decisions = new DecisionsPage(m_theme, &m_stack);
        connect(m_decisions, &DecisionsPage::articleWanted, this, &WindowPages::articleWanted);
        Q_EMIT decisionsMade(m_decisions);
        return m_decisions;
    });
    add(tr("Alerts"), [this]() -> Page* {
        m_alerts = new AlertsPage(m_theme, &m_stack);
        connect(m_alerts, &AlertsPage::articleWanted, this, &WindowPages::articleWanted);
        connect(m_alerts, &AlertsPage::searchWanted, this, &WindowPages::searchWanted);
        Q_EMIT alertsMade(m_alerts);
        return m_alerts;
    });
    connect(m_bell, &Bell::clicked, this, [this] { show(alerts()); });
    add(tr("Market map"), [this]() -> Page* {
        m_map = new MarketMapPage(m_theme, &m_stack);
        connect(m_map, &MarketMapPage::searchWanted, this, &WindowPages::searchWanted);
        Q_EMIT mapMade(m_map);
        return m_map;
    });
    add(tr("Playbooks"), [this]() -> Page* {
        m_playbooks = new PlaybooksPage(m_theme, &m_stack);
        connect(m_playbooks, &PlaybooksPage::articleWanted, this, &WindowPages::articleWanted);
        Q_EMIT playbooksMade(m_playbooks);
        return m_playbooks;
    });
    m_more = new QToolButton(&m_bar);
    m_more->setObjectName(QStringLiteral("page"));
    m_more->setText(tr("More\u2026"));
    m_more->setAccessibleName(tr("More pages"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
    connect(m_more->menu(), &QMenu::aboutToShow, this, &WindowPages::listHidden);
    m_layout.addWidget(m_more);
}

StoriesPage& WindowPages::stories()
{
    made(StoriesIndex);
    return *m_stories;
}

DecisionsPage& WindowPages::decisions()
{
    made(DecisionsIndex);
    return *m_decisions;
}

// The pages whose buttons are hidden, in the menu of the button that stands for them.
void WindowPages::listHidden()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    for (int index = 0; index < count(); ++index) {
        if (!m_buttons[index]->isHidden())
            continue;
        QAction* action = menu->addAction(name(index), this, [this, index] { show(index); });
        action->setCheckable(true);
        action->setChecked(index == m_current);
    }
}

AlertsPage& WindowPages::alerts()
{
    made(AlertsIndex);
    return *m_alerts;
}

MarketMapPage& WindowPages::map()
{
    made(MapIndex);
    return *m_map;
}

PlaybooksPage& WindowPages::playbooks()
{
    made(PlaybooksIndex);
    return *m_playbooks;
}

void WindowPages::add(const QString& name, std::function<Page*()> make)
{
    m_stack.addWidget(new QWidget(&m_stack));
    Place place;
    place.make = std::move(make);
    m_places.push_back(std::move(place));
    addButton(name);
}

Page& WindowPages::made(int index)
{
    Place& place = m_places[index - 1];
    if (place.page == nullptr) {
        QWidget* empty = m_stack.widget(index);
        place.page = place.make();
        m_stack.insertWidget(index, &place.page->widget());
        m_stack.removeWidget(empty);
        delete empty;
        place.page->refreshTheme();
        place.page->setNow(m_now);
    }
    return *place.page;
}

QString WindowPages::name(int index) const { return m_buttons.value(index)->text(); }

void WindowPages::show(int index)
{
    if (isDetached(index)) {
        OwnWindow* window = m_places[index - 1].window;
        window->raise();
        window->activateWindow();
        return made(index).shown();
    }
    for (int at = 0; at < count(); ++at)
        m_buttons[at]->setChecked(at == index); // the page that is open stays open
    if (qobject_cast<OwnWindow*>(QApplication::activeWindow()) != nullptr) { // asked for from there
        m_stack.window()->raise();
        m_stack.window()->activateWindow();
    }
    const bool moved = index != m_current;
    m_current = index;
    if (index > 0)
        made(index);
    m_stack.setCurrentIndex(index);
    refresh();
    if (moved)
        Q_EMIT changed(index);
}

void WindowPages::show(const Page& page)
{
    for (int at = 0; at < static_cast<int>(m_places.size()); ++at) {
        if (m_places[at].page == &page)
            show(at + 1);
    }
}

void WindowPages::refresh()
{
    if (m_current > 0)
        made(m_current).shown();
    for (int index = 1; index < count(); ++index) {
        if (isDetached(index) && index != m_current)
            made(index).shown();
    }
}

void WindowPages::refreshTheme()
{
    for (QToolButton* button : std::as_const(m_buttons))
        button->setFont(m_theme.font(13));
    m_more->setFont(m_theme.font(13));
    m_bell->refreshTheme();
    for (const Place& place : std::as_const(m_places)) {
        if (place.page != nullptr)
            place.page->refreshTheme();
        if (place.window != nullptr)
            place.window->refreshTheme();
    }
}

bool WindowPages::isDetached(int index) const { return index > 0 && m_places[index - 1].window != nullptr; }

QWidget* WindowPages::note(int index)
{
    auto* note = new QWidget(&m_stack);
    auto* column = new QVBoxLayout(note);
    column->addStretch();
    auto* text = new QLabel(tr("%1 has a window of its own.").arg(name(index)), note);
    text->setAlignment(Qt::AlignCenter);
    column->addWidget(text);
    auto* back = new QPushButton(tr("Bring it back"), note);
    connect(back, &QPushButton::clicked, this, [this, index] { bringBack(index); });
    column->addWidget(back, 0, Qt::AlignCenter);
    column->addStretch();
    return note;
}

void WindowPages::detach(int index)
{
    if (index <= 0 || index >= count())
        return;
    if (isDetached(index))
        return show(index);
    Page& page = made(index);
    Place& place = m_places[index - 1];
    m_stack.insertWidget(index, note(index));
    m_stack.removeWidget(&page.widget());
    place.window = new OwnWindow(m_theme, tr("%1 \u2014 Leadline").arg(name(index)), page.widget());
    if (!place.geometry.isEmpty())
        place.window->restoreGeometry(place.geometry);
    // Closed is brought back, after the window has done with its event.
    connect(
        place.window, &OwnWindow::closed, this, [this, index] { bringBack(index); }, Qt::QueuedConnection);
    Q_EMIT windowOpened(place.window);
    place.window->show();
    if (m_current == index)
        show(0);
    page.shown();
}

void WindowPages::bringBack(int index)
{
    attach(index);
    Q_EMIT windowClosed(index);
}

void WindowPages::attach(int index)
{
    if (!isDetached(index))
        return;
    Place& place = m_places[index - 1];
    QWidget* note = m_stack.widget(index);
    place.geometry = place.window->saveGeometry();
    m_stack.insertWidget(index, &place.page->widget()); // takes it out of its window
    m_stack.removeWidget(note);
    note->deleteLater();
    place.window->deleteLater();
    place.window = nullptr;
    if (m_current == index) {
        m_stack.setCurrentIndex(index);
        place.page->shown();
    }
}

void WindowPages::closeWindows()
{
    for (const Place& place : std::as_const(m_places)) {
        if (place.window != nullptr)
            place.window->hide();
    }
}

QByteArray WindowPages::saveWindows() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << static_cast<qint32>(m_places.size());
    for (const Place& place : m_places)
        stream << (place.window != nullptr)
               << (place.window != nullptr ? place.window->saveGeometry() : place.geometry);
    return bytes;
}

void WindowPages::restoreWindows(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 places = 0;
    stream >> places;
    if (stream.status() != QDataStream::Ok || places != static_cast<qint32>(m_places.size()))
        return;
    QList<QPair<bool, QByteArray>> windows(places);
    for (auto& [open, geometry] : windows)
        stream >> open >> geometry;
    if (stream.status() != QDataStream::Ok)
        return;
    for (int index = 1; index <= places; ++index) {
        const auto& [open, geometry] = windows[index - 1];
        attach(index);
        m_places[index - 1].geometry = geometry;
        if (open)
            detach(index);
    }
}

void WindowPages::setNow(base::Instant now)
{
    m_now = now;
    for (const Place& place : std::as_const(m_places)) {
        if (place.page != nullptr)
            place.page->setNow(now);
    }
}

} // namespace ui
