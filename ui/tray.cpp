// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tray.h"

#include <ui/widgets/bell.h>

#include <QAction>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int LookMs = 30000; // a tray may come after the window
constexpr int SaidMs = 8000; // what a message stays
constexpr int CriticalMs = 20000;
constexpr int IconSize = 64;

} // namespace

Tray::Tray(const Theme& theme, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
{
    m_menu.addAction(tr("Open Leadline"), this, &Tray::windowAsked);
    m_alerts = m_menu.addAction(QString(), this, &Tray::alertsAsked);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &Tray::quitAsked);
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &Tray::refreshTheme);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowAsked();
        else if (reason == QSystemTrayIcon::MiddleClick)
            Q_EMIT alertsAsked();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_said.isEmpty())
            return;
        Q_EMIT firingsAsked(m_said);
        sayNext(); // it is gone from the screen
    });
    m_look.setInterval(LookMs);
    connect(&m_look, &QTimer::timeout, this, &Tray::look);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Tray::sayNext);
    refreshTheme();
}

Tray::~Tray() = default;

void Tray::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (wanted)
        m_look.start();
    else
        m_look.stop();
    look();
}

void Tray::look()
{
    const bool show = m_wanted && QSystemTrayIcon::isSystemTrayAvailable();
    if (show != m_icon.isVisible())
        m_icon.setVisible(show);
}

bool Tray::say(const Message& message)
{
    look();
    // A tray of the kind without a place on the screen (StatusNotifier) hands its messages to the notification
    // service, which is what is missing where this is asked: they would be seen by nobody.
    if (!m_icon.isVisible() || !QSystemTrayIcon::supportsMessages() || m_icon.geometry().isEmpty())
        return false;
    m_waiting << message;
    if (!m_next.isActive())
        sayNext();
    return true;
}

void Tray::sayNext()
{
    m_said.clear();
    m_next.stop();
    if (m_waiting.isEmpty())
        return;
    const Message message = m_waiting.takeFirst();
    m_said = message.firings;
    const bool critical = message.level == desk::AlertClass::Critical;
    const int time = critical ? CriticalMs : SaidMs;
    m_icon.showMessage(message.title, message.text,
        critical ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information, time);
    m_next.start(time);
}

void Tray::withdraw(const QList<qint64>& firings)
{
    const auto gone = [&firings](const Message& message) {
        return std::all_of(message.firings.begin(), message.firings.end(),
            [&firings](qint64 firing) { return firings.contains(firing); });
    };
    m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(), gone), m_waiting.end());
}

void Tray::showCounts(const desk::FiringCounts& counts)
{
    m_counts = counts;
    refreshTheme();
}

void Tray::refreshTheme()
{
    m_menu.setPalette(m_theme.palette());
    m_menu.setStyleSheet(m_theme.styleSheet());
    m_icon.setToolTip(QStringLiteral("Leadline\n") + Bell::inWords(m_counts));
    m_alerts->setText(m_counts.open > 0 ? tr("Alerts (%1)").arg(m_counts.open) : tr("Alerts"));
    // On a tile of its own: nobody knows the colour of a tray.
    QPixmap picture(IconSize, IconSize);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Role::Surface));
    painter.drawRoundedRect(picture.rect(), IconSize / 6.0, IconSize / 6.0);
    const Role bell = m_counts.openCritical > 0 ? Role::Negative : m_counts.open > 0 ? Role::Accent : Role::Muted;
    const int inner = IconSize * 3 / 4;
    bellIcon(m_theme.colour(bell), inner, 1.0)
        .paint(&painter, QRect((IconSize - inner) / 2, (IconSize - inner) / 2, inner, inner));
    painter.end();
    m_icon.setIcon(QIcon(picture));
}

} // namespace ui
