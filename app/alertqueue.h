// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/alertkeeper.h>
#include <app/databasethread.h>

#include <QObject>

#include <memory>
#include <vector>

namespace app {

// The last hop in the background: asks the rules of what was analysed and put into stories, in the writer's
// thread, a little at a time. What a crash or a cancel leaves undone is found again by the next wake(). Lives
// in one thread.
class AlertQueue final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertQueue)

public:
    explicit AlertQueue(DatabaseThread& writer, QObject* parent = nullptr);
    ~AlertQueue() override;

    void wake(); // articles came into stories
    void cancel(); // nothing more is begun until the next wake()
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void fired(const std::vector<desk::Firing>& firings); // stored just now, with their articles
    void decisionsChanged(); // an accepted decision is in another state
    void failed(const QString& reason);
    void idle();

private:
    void step();

    DatabaseThread& m_writer;
    std::shared_ptr<AlertKeeper> m_keeper; // used in the writer's thread only
    bool m_running = false;
    bool m_again = false;
};

} // namespace app
