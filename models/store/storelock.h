// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <filesystem>

namespace store {

// Who uses a store: every connection holds a share, in any process; making, migrating and replacing the file
// wants it alone. The lock is the operating system's (flock on "<file>.lock"): it goes with its process,
// however that ends, and the file that is left means nothing.
class StoreLock final {
public:
    enum class Mode { Shared, Alone };

    StoreLock() = default;
    // Waits up to `waitMs`; Locked after that. A folder that cannot be written gives an empty lock in shared
    // mode: nobody can change that store.
    static base::Result<StoreLock> acquire(const std::filesystem::path& file, Mode mode, int waitMs);
    // From alone to shared, without letting go.
    void share();
    ~StoreLock();
    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&& other) noexcept;
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

private:
    explicit StoreLock(int handle)
        : m_handle(handle)
    {
    }

    int m_handle = -1;
};

} // namespace store
