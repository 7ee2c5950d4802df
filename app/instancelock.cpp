// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "instancelock.h"

#include "raisecalls.h"

#include <base/modules.h>

#include <QCryptographicHash>
#include <QTimer>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace app {

namespace {

constexpr int AnswerMs = 2000;
constexpr std::chrono::milliseconds ListenAfter{500}; // the first view is painted before it

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
}

InstanceLock::~InstanceLock()
{
    m_server.reset();
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
    if (handle >= 0)
        QTimer::singleShot(
            ListenAfter, lock.get(), [own = lock.get(), name = serverName(dataDir)] { own->listen(name); });
    return lock;
}

// Without the module a second window says that there is a first, and does not raise it.
void InstanceLock::listen(const QString& name)
{
    if (const auto listen = base::moduleFunctionAs<ListenForRaise>("network", "leadlineListenForRaise"))
        (*listen)(
            name, [this] { Q_EMIT raiseAsked(); }, m_server);
}

bool InstanceLock::raiseOther(const std::filesystem::path& dataDir)
{
    bool raised = false;
    if (const auto ask = base::moduleFunctionAs<AskToRaise>("network", "leadlineAskToRaise"))
        (*ask)(serverName(dataDir), AnswerMs, raised);
    return raised;
}

} // namespace app
