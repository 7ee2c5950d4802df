// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <app/desktopnotifier.h>
#include <desk/alertview.h>

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QProcess;

namespace app {

// Tells of firings that the store holds and nobody was told of: by the desktop's notifications, or by the
// fallback when there are none, and by the command of a rule. Quiet hours are waited for; more than a few at
// once become one digest. Every try is a line of the delivery log. Lives in one thread.
class AlertDelivery final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertDelivery)

public:
    // The writer outlives this.
    explicit AlertDelivery(DatabaseThread& writer, QObject* parent = nullptr);
    ~AlertDelivery() override;

    DesktopNotifier& notifier() { return m_notifier; }
    // Shows what the desktop's service did not take, a tray icon for instance; false when it cannot. Without it
    // firings wait in the store until a desktop is there, and are seen in the list.
    using Fallback = std::function<bool(const Notification&)>;
    void setFallback(Fallback fallback) { m_fallback = std::move(fallback); }

public Q_SLOTS:
    void wake(); // firings may have been stored, quiet hours may be over
    void withdraw(const QList<qint64>& firings) { m_notifier.withdraw(firings); } // acknowledged in the window

Q_SIGNALS:
    // A rule with sound fired and the desktop's service does not sound it: once for a firing.
    void rang(desk::AlertClass level);
    void delivered(const QList<qint64>& firings);
    void idle(); // nothing can be delivered now
    void failed(const QString& reason); // the store

private:
    struct Waiting {
        desk::Firing firing;
        desk::AlertRule rule;
        bool commanded = false; // its command was run before
        bool rung = false; // it was sounded before
    };

    void read();
    void deliver(const std::vector<Waiting>& waiting);
    void tell(const Notification& notification, const QString& channel, bool rung);
    void ring(const Notification& notification);
    void runCommand(const Waiting& waiting);
    void record(const QList<qint64>& firings, const QString& channel, bool done, bool told, const QString& title,
        const QString& detail);
    void oneDone();

    DatabaseThread& m_writer;
    DesktopNotifier m_notifier;
    QTimer m_again; // quiet hours end, a service comes
    QList<qint64> m_commanded; // whose command was begun by this program
    QList<qint64> m_refused; // in the log already as not delivered
    Fallback m_fallback;
    bool m_busy = false;
    bool m_wake = false;
    int m_pending = 0;
};

} // namespace app
