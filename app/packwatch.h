// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace app {

// Watches the user's pack folder and loads it anew, off this thread, whenever something in it changes; what does
// not fit is refused with its place, and the data in use stay in use. A folder that is made later is seen at the
// next start or load(). Lives in the window's thread.
class PackWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackWatch)

public:
    explicit PackWatch(const Context& context, QObject* parent = nullptr);
    ~PackWatch() override;

    void useSettings(const Settings& settings); // loads anew with their view of the economy

public Q_SLOTS:
    void load(); // now, and watches what the folder holds now

Q_SIGNALS:
    void loaded(const std::shared_ptr<const engine::Pack>& pack);
    void refused(const QString& reason); // "playbooks/mine.toml:3: …"

private:
    void watch();

    Context m_context;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; // an editor writes a file in several steps
    QThreadPool m_pool;
};

} // namespace app
