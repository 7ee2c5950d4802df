// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>

namespace app {

// One window for a data folder. The lock is the operating system's, on "window.lock" in that folder: it goes
// with its process, however that ends. The holder listens, from shortly after the start, for others that were
// started and would have been the second. Commands need no such lock: they work beside the window.
class InstanceLock final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstanceLock)

public:
    // Locked when another process has the window. A folder that cannot be written is no matter here.
    static base::Result<std::unique_ptr<InstanceLock>> acquire(const std::filesystem::path& dataDir);
    // Asks the window that holds the folder to come to the front; false when it does not answer in time.
    static bool raiseOther(const std::filesystem::path& dataDir);
    ~InstanceLock() override;

Q_SIGNALS:
    void raiseAsked();

private:
    explicit InstanceLock(int handle);
    void listen(const QString& name);

    int m_handle;
    std::unique_ptr<QObject> m_server;
};

} // namespace app
