// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Connects alert rules, firings and watchlists with their page and the bell. A part of Application.
#include "application.h"

#include <ui/pages/alerts.h>
#include <ui/panels/articlelist.h>
#include <ui/widgets/bell.h>
#include <ui/windowpages.h>

#include <QCoreApplication>

namespace app {

namespace {

constexpr qsizetype MarkedAtOnce = 400;

} // namespace

void Application::connectAlerts()
{
    ui::Bell* bell = &m_window.pages().bell();
    connect(&m_window.pages(), &ui::WindowPages::alertsMade, this, &Application::connectAlertsPage);
    connect(&m_alerts, &AlertDesk::changed, this, &Application::navigationChanged);
    // What is listed gets its marks where it stands, some at a time.
    connect(&m_alerts, &AlertDesk::watchlistsChanged, this, [this] {
        const QList<qint64> listed = m_window.list().listedIds();
        for (qsizetype at = 0; at < listed.size(); at += MarkedAtOnce)
            m_labels.readRows(listed.mid(at, MarkedAtOnce));
    });
    connect(&m_alerts, &AlertDesk::said, &m_window, &ui::MainWindow::showMessage);
    // The bell counts whatever page is in front.
    connect(&m_alerts, &AlertDesk::countsRead, bell, &ui::Bell::showCounts);
    connect(&m_alerts, &AlertDesk::firingsChanged, &m_alerts, &AlertDesk::readCounts);
    // What fired is told of at once, and what nobody was told of at the start; the store has it before.
    connect(m_job, &IngestJob::alertsFired, this, [this](const std::vector<desk::Firing>& firings) {
        m_window.showMessage(tr("%n alert(s): %1", nullptr, static_cast<int>(firings.size()))
                                 .arg(QString::fromStdString(firings.back().title)));
        m_alerts.readCounts();
        if (m_options.render.empty())
            m_delivery.wake();
    });
    connect(m_job, &IngestJob::decisionsChanged, this, [this] {
        m_window.showMessage(tr("An accepted decision is in another state; the Decisions page (G, D) says why."));
        readOpenArticles();
    });
    connect(&m_delivery, &AlertDelivery::failed, &m_window, &ui::MainWindow::showMessage);
    // Also of what another process found.
    connect(&m_delivery, &AlertDelivery::delivered, &m_alerts, &AlertDesk::readCounts);
    connect(&m_delivery, &AlertDelivery::rang, &m_chime, &ui::Chime::ring);
    connect(&m_alerts, &AlertDesk::settled, &m_delivery, &AlertDelivery::withdraw);
    DesktopNotifier* desktop = &m_delivery.notifier();
    connect(desktop, &DesktopNotifier::acknowledgeAsked, &m_alerts, &AlertDesk::acknowledge);
    connect(desktop, &DesktopNotifier::snoozeAsked, &m_alerts, &AlertDesk::snoozeFired);
    connect(desktop, &DesktopNotifier::openAsked, this, &Application::openFired);
    if (m_options.render.empty())
        m_delivery.wake();
    m_alerts.readCounts();
}

void Application::connectAlertsPage(ui::AlertsPage* page)
{
    using ui::AlertsPage;
    connect(page, &AlertsPage::rulesWanted, &m_alerts, &AlertDesk::readRules);
    connect(page, &AlertsPage::checkWanted, &m_alerts, &AlertDesk::checkText);
    connect(page, &AlertsPage::saveWanted, &m_alerts, &AlertDesk::saveText);
    connect(page, &AlertsPage::removeWanted, &m_alerts, &AlertDesk::removeRule);
    connect(page, &AlertsPage::snoozeWanted, &m_alerts, &AlertDesk::snooze);
    connect(page, &AlertsPage::firingsWanted, &m_alerts, &AlertDesk::readFirings);
    connect(page, &AlertsPage::receiptWanted, &m_alerts, &AlertDesk::readReceipt);
    connect(page, &AlertsPage::deliveriesWanted, &m_alerts, &AlertDesk::readDeliveries);
    connect(&m_alerts, &AlertDesk::deliveriesRead, page, &AlertsPage::showDeliveries);
    connect(page, &AlertsPage::acknowledgeWanted, &m_alerts, &AlertDesk::acknowledge);
    connect(page, &AlertsPage::acknowledgeAllWanted, &m_alerts, &AlertDesk::acknowledgeAll);
    connect(page, &AlertsPage::rehearsalWanted, &m_alerts, &AlertDesk::rehearse);
    connect(page, &AlertsPage::rehearsalEnded, &m_alerts, &AlertDesk::endRehearsal);
    connect(page, &AlertsPage::whyNotWanted, &m_alerts, &AlertDesk::askWhyNot);
    connect(page, &AlertsPage::watchlistsWanted, &m_alerts, &AlertDesk::readWatchlists);
    connect(page, &AlertsPage::watchlistSaved, &m_alerts, &AlertDesk::saveWatchlist);
    connect(page, &AlertsPage::watchlistRenamed, &m_alerts, &AlertDesk::renameWatchlist);
    connect(page, &AlertsPage::watchlistRemoved, &m_alerts, &AlertDesk::removeWatchlist);
    connect(page, &AlertsPage::watchlistImported, &m_alerts, &AlertDesk::importWatchlist);
    connect(&m_alerts, &AlertDesk::rulesRead, page, &AlertsPage::showRules);
    connect(&m_alerts, &AlertDesk::ruleSaved, page, &AlertsPage::ruleSaved);
    connect(&m_alerts, &AlertDesk::textChecked, page, &AlertsPage::showCheck);
    connect(&m_alerts, &AlertDesk::firingsRead, page, &AlertsPage::showFirings);
    connect(&m_alerts, &AlertDesk::receiptRead, page, &AlertsPage::showReceipt);
    connect(&m_alerts, &AlertDesk::rehearsalProgressed, page, &AlertsPage::showRehearsalProgress);
    connect(&m_alerts, &AlertDesk::rehearsed, page, &AlertsPage::showRehearsal);
    connect(&m_alerts, &AlertDesk::rehearsalFailed, page, &AlertsPage::showRehearsalFailure);
    connect(&m_alerts, &AlertDesk::whyNotRead, page, &AlertsPage::showWhyNot);
    connect(&m_alerts, &AlertDesk::watchlistsRead, page, &AlertsPage::showWatchlists);
    connect(&m_alerts, &AlertDesk::changed, page, &AlertsPage::refreshRules);
    connect(&m_alerts, &AlertDesk::firingsChanged, page, &AlertsPage::refreshFirings);
    connect(m_job, &IngestJob::alertsFired, page, &AlertsPage::shown);
    connect(&m_window, &ui::MainWindow::articleChosen, page, &AlertsPage::setOpenArticle);
    page->setOpenArticle(m_window.shownArticle());
}

// The icon in the tray, which also says what fired where the desktop has no notification service.
void Application::connectTray()
{
    m_delivery.setFallback([this](const Notification& told) {
        return m_tray.say({told.firings, told.title, told.text, told.level});
    });
    connect(&m_alerts, &AlertDesk::countsRead, &m_tray, &ui::Tray::showCounts);
    connect(&m_alerts, &AlertDesk::settled, &m_tray, &ui::Tray::withdraw);
    connect(&m_tray, &ui::Tray::windowAsked, this, &Application::bringForward);
    connect(&m_tray, &ui::Tray::alertsAsked, this, [this] {
        bringForward();
        m_window.pages().show(m_window.pages().alerts());
    });
    connect(&m_tray, &ui::Tray::firingsAsked, this, &Application::openFired);
    connect(&m_tray, &ui::Tray::quitAsked, this, &QCoreApplication::quit);
}

void Application::bringForward()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

// Of a notification: its receipt, from which the article opens.
void Application::openFired(const QList<qint64>& firings)
{
    bringForward();
    m_window.pages().show(m_window.pages().alerts());
    m_window.pages().alerts().openFiring(firings.front());
}

} // namespace app
