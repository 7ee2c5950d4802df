// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "raisecalls.h"

#include <base/modules.h>

#include <QDeadlineTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>

namespace app {

namespace {

const QByteArray Raise = QByteArrayLiteral("raise\n");
const QByteArray Raised = QByteArrayLiteral("done\n");

} // namespace

} // namespace app

LEADLINE_MODULE_FUNCTION void leadlineListenForRaise(
    const QString& name, const std::function<void()>& asked, std::unique_ptr<QObject>& server)
{
    auto listening = std::make_unique<QLocalServer>();
    QLocalServer* const from = listening.get();
    QObject::connect(from, &QLocalServer::newConnection, from, [from, asked] {
        while (QLocalSocket* caller = from->nextPendingConnection()) {
            QObject::connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            const auto answer = [asked, caller] {
                if (!caller->canReadLine() || caller->readLine() != app::Raise)
                    return;
                caller->write(app::Raised);
                caller->flush();
                asked();
            };
            QObject::connect(caller, &QLocalSocket::readyRead, from, answer);
            answer(); // it may have written before it was accepted
        }
    });
    QLocalServer::removeServer(name); // of a process that was killed: the lock says there is no other
    from->setSocketOptions(QLocalServer::UserAccessOption);
    from->listen(name); // without it a second window says that there is a first, and does not raise it
    server = std::move(listening);
}

LEADLINE_MODULE_FUNCTION void leadlineAskToRaise(const QString& name, int waitMs, bool& raised)
{
    constexpr unsigned long PauseMs = 20;
    QLocalSocket socket;
    const QDeadlineTimer until(waitMs);
    for (socket.connectToServer(name); !socket.waitForConnected(waitMs); socket.connectToServer(name)) {
        raised = false;
        if (until.hasExpired())
            return;
        QThread::msleep(PauseMs); // a second start without an event loop: the first begins to listen a little late
    }
    socket.write(app::Raise);
    raised = socket.waitForReadyRead(waitMs) && socket.readLine() == app::Raised;
}
