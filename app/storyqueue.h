// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <app/storykeeper.h>

#include <QObject>

#include <atomic>
#include <memory>

namespace app {

// Hop 6½ in the background: puts what was analysed into stories, in the writer's thread, a little at a time
// so that others can write in between. What a crash or a cancel leaves undone is found again by the next
// wake(). Lives in one thread.
class StoryQueue final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryQueue)

public:
    StoryQueue(std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer, QObject* parent = nullptr);
    ~StoryQueue() override;

    void usePack(std::shared_ptr<const engine::Pack> pack); // while it does not run
    void wake(); // articles were analysed
    void cancel(); // nothing more is begun until the next wake()
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void placed(int articles);
    void failed(const QString& reason);
    void idle();

private:
    void step();

    DatabaseThread& m_writer;
    std::shared_ptr<StoryKeeper> m_keeper; // used in the writer's thread only
    bool m_running = false;
    bool m_again = false;
};

} // namespace app
