// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storelock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

namespace store {

namespace fs = std::filesystem;

base::Result<StoreLock> StoreLock::acquire(const fs::path& file, Mode mode, int waitMs)
{
    std::error_code code;
    fs::path name = fs::weakly_canonical(file, code);
    name += ".lock";
    const int handle = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (handle < 0) {
        if (mode == Mode::Shared && (errno == EACCES || errno == EROFS || errno == EPERM))
            return StoreLock();
        return base::Error{base::ErrorCode::Io,
            "cannot be written: " + std::error_code(errno, std::generic_category()).message(), name.string()};
    }
    StoreLock lock(handle);
    const int wanted = (mode == Mode::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB;
    constexpr std::chrono::milliseconds Between(20);
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(waitMs);
    while (::flock(handle, wanted) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return StoreLock(); // a file system without such locks: SQLite's own must do
        if (std::chrono::steady_clock::now() >= until)
            return base::Error{base::ErrorCode::Locked,
                mode == Mode::Alone
                    ? "is open in the window or another command, and this wants it alone: close "
                      "that and try again; nothing was changed"
                    : "is being made, brought up to date or replaced by another command: try "
                      "again when that is done",
                file.string()};
        std::this_thread::sleep_for(Between);
    }
    return lock;
}

void StoreLock::share()
{
    if (m_handle >= 0)
        ::flock(m_handle, LOCK_SH);
}

StoreLock::~StoreLock()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

StoreLock::StoreLock(StoreLock&& other) noexcept
    : m_handle(std::exchange(other.m_handle, -1))
{
}

StoreLock& StoreLock::operator=(StoreLock&& other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

} // namespace store
