// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "instancelock.h"

#include <QCryptographicHash>
#include <QLocalSocket>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace app {

namespace {

constexpr int AnswerMs = 2000;
const QByteArray Raise = QByteArrayLiteral("raise\n");

// Of this user and folder; a path in the folder itself may be too long for a socket.
QString serverName(const std::filesystem::path& dataDir)
{
    std::error_code code;
    const std::string folder = std::filesystem::weakly_canonical(dataDir, code).string();
    const QByteArray hash
        = QCryptographicHash::hash(QByteArray::fromStdString(folder), QCryptographicHash::Sha256);
    return QStringLiteral("leadline-%1-%2").arg(::geteuid()).arg(QString::fromLatin1(hash.toHex().left(16)));
}

} // namespace

InstanceLock::InstanceLock(int handle)
    : m_handle(handle)
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            const auto answer = [this, caller] {
                if (!caller->canReadLine() || caller->readLine() != Raise)
                    return;
                caller->write("done\n");
                caller->flush();
                Q_EMIT raiseAsked();
            };
            connect(caller, &QLocalSocket::readyRead, this, answer);
            answer(); // it may have written before it was accepted
        }
    });
}

InstanceLock::~InstanceLock()
{
    m_server.close();
    if (m_handle >= 0)
        ::close(m_handle);
}

base::Result<std::unique_ptr<InstanceLock>> InstanceLock::acquire(const std::filesystem::path& dataDir)
{
    std::error_code code;
    std::filesystem::create_directories(dataDir, code);
    const std::filesystem::path file = dataDir / "window.lock";
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    std::unique_ptr<InstanceLock> lock(new InstanceLock(handle));
    // Where there is no file or no such lock, the store says what is wrong with the folder.
    if (handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return base::Error{base::ErrorCode::Locked, "is open in another window already", dataDir.string()};
    lock->listen(dataDir);
    return lock;
}

void InstanceLock::listen(const std::filesystem::path& dataDir)
{
    if (m_handle < 0)
        return;
    const QString name = serverName(dataDir);
    QLocalServer::removeServer(name); // of a process that was killed: the lock says there is no other
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(name); // without it a second window says that there is a first, and does not raise it
}

bool InstanceLock::raiseOther(const std::filesystem::path& dataDir)
{
    QLocalSocket socket;
    socket.connectToServer(serverName(dataDir));
    if (!socket.waitForConnected(AnswerMs))
        return false;
    socket.write(Raise);
    return socket.waitForReadyRead(AnswerMs) && socket.readLine() == "done\n";
}

} // namespace app
