// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>
#include <QVariantMap>

#include <algorithm>

namespace app {

namespace {

constexpr int AnswerMs = 4000; // a service that says nothing for so long counts as absent
constexpr int UntilDismissed = 0;
constexpr int AsTheDesktopLikes = -1;

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");

QDBusMessage call(const QString& method) { return QDBusMessage::createMethodCall(Service, Path, Service, method); }

QString soundName(desk::AlertClass level)
{
    switch (level) {
    case desk::AlertClass::Info:
        return QStringLiteral("message-new-instant");
    case desk::AlertClass::High:
        return QStringLiteral("dialog-information");
    case desk::AlertClass::Critical:
        return QStringLiteral("dialog-warning");
    }
    return {};
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject* parent)
    : QObject(parent)
{
}

void DesktopNotifier::listen()
{
    if (m_listening)
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_listening = bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                      SLOT(actionInvoked(uint, QString)))
        && bus.connect(
            Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint, uint)));
}

void DesktopNotifier::notify(const Notification& notification, Answer answer)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QTimer::singleShot(
            0, this, [answer = std::move(answer)] { answer(tr("there is no session bus")); });
        return;
    }
    listen();
    const bool critical = notification.level == desk::AlertClass::Critical;
    const bool single = notification.firings.size() == 1;
    QStringList actions{QStringLiteral("default"), tr("Open"), QStringLiteral("acknowledge"), tr("Acknowledge")};
    if (single)
        actions << QStringLiteral("snooze") << tr("Snooze 1 h");
    QVariantMap hints;
    hints.insert(QStringLiteral("urgency"),
        QVariant::fromValue(static_cast<uchar>(critical ? 2 : notification.level == desk::AlertClass::Info ? 0 : 1)));
    hints.insert(QStringLiteral("desktop-entry"), QStringLiteral("leadline"));
    if (notification.sound)
        hints.insert(QStringLiteral("sound-name"), soundName(notification.level));
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    // The service may read markup in the body: what news say is none.
    QDBusMessage message = call(QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Leadline"), uint(0), QStringLiteral("leadline"), notification.title,
        notification.text.toHtmlEscaped(), actions, hints, critical ? UntilDismissed : AsTheDesktopLikes});
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, AnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, firings = notification.firings, answer = std::move(answer)](QDBusPendingCallWatcher* finished) {
            finished->deleteLater();
            const QDBusPendingReply<uint> reply = *finished;
            if (reply.isError() && reply.error().type() == QDBusError::ServiceUnknown)
                return answer(tr("the desktop has no notification service"));
            if (reply.isError())
                return answer(reply.error().message());
            m_shown.insert(reply.value(), firings);
            answer(std::nullopt);
        });
}

void DesktopNotifier::withdraw(const QList<qint64>& firings)
{
    for (auto shown = m_shown.begin(); shown != m_shown.end();) {
        const bool all = std::all_of(shown.value().begin(), shown.value().end(),
            [&firings](qint64 firing) { return firings.contains(firing); });
        if (!all) {
            ++shown;
            continue;
        }
        QDBusMessage message = call(QStringLiteral("CloseNotification"));
        message.setArguments({shown.key()});
        QDBusConnection::sessionBus().send(message);
        shown = m_shown.erase(shown);
    }
}

void DesktopNotifier::actionInvoked(uint id, const QString& action)
{
    const QList<qint64> firings = m_shown.value(id);
    if (firings.isEmpty())
        return; // another program's
    if (action == QStringLiteral("default"))
        Q_EMIT openAsked(firings);
    else if (action == QStringLiteral("acknowledge"))
        Q_EMIT acknowledgeAsked(firings);
    else if (action == QStringLiteral("snooze"))
        Q_EMIT snoozeAsked(firings);
}

void DesktopNotifier::closed(uint id, uint) { m_shown.remove(id); }

} // namespace app
