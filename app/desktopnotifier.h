// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/alertrule.h>

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace app {

struct Notification {
    QList<qint64> firings; // what it tells of; many for a digest
    QString title;
    QString text;
    desk::AlertClass level = desk::AlertClass::High;
    bool sound = true;
};

// The desktop's notification service (org.freedesktop.Notifications on the session bus). Waits for nothing: the
// answer comes later. Lives in a thread with an event loop.
class DesktopNotifier final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifier)

public:
    explicit DesktopNotifier(QObject* parent = nullptr);

    // Why the desktop was not told; nothing when it took the notification.
    using Answer = std::function<void(const std::optional<QString>& problem)>;
    // Critical ones stay until they are acted upon. Calls `answer` once, from the event loop.
    void notify(const Notification& notification, Answer answer);
    // Takes those back that tell of these and no others.
    void withdraw(const QList<qint64>& firings);

Q_SIGNALS:
    void openAsked(const QList<qint64>& firings); // by a click, or the button
    void acknowledgeAsked(const QList<qint64>& firings);
    void snoozeAsked(const QList<qint64>& firings);

private Q_SLOTS:
    void actionInvoked(uint id, const QString& action);
    void closed(uint id, uint reason);

private:
    void listen();

    bool m_listening = false;
    QHash<uint, QList<qint64>> m_shown;
};

} // namespace app
