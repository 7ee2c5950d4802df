// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/databasethread.h>
#include <base/article.h>
#include <base/result.h>
#include <engine/pack.h>

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <unordered_set>
#include <vector>

namespace app {

// Hop 5 in the background: takes the stored articles that have no analysis, newest first, a chunk for each
// free core, and stores what the engine says; on demand also those whose analysis is stale. What a crash or a cancel leaves undone is found again by the
// next wake(). Lives in one thread.
class AnalysisQueue final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnalysisQueue)

public:
    AnalysisQueue(
        std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer, QObject* parent = nullptr);
    // Ends after the article each core is at.
    ~AnalysisQueue() override;

    // Takes only what nobody else wants of the machine.
    void yieldToWindow() { m_pool.setThreadPriority(QThread::IdlePriority); }
    // Articles may have arrived.
    void wake();
    // When nothing waits, analyses that another engine or other data made are made again, newest first.
    void bringUpToDate();
    // What is analysed from now on is analysed with these data; what is under way with others ends.
    void usePack(std::shared_ptr<const engine::Pack> pack)
    {
        cancel();
        m_pack = std::move(pack);
    }
    // Nothing new is begun until the next wake().
    void cancel();
    bool isRunning() const { return m_reading || m_chunks > 0; }

Q_SIGNALS:
    void analysed(int articles); // stored just now
    void failed(const QString& reason); // the store took none; the queue stops until the next wake()
    void idle(); // nothing is left

private:
    void read();
    void analyse(std::vector<base::Article> articles);
    void end();

    std::shared_ptr<const engine::Pack> m_pack;
    DatabaseThread& m_writer;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::unordered_set<std::int64_t> m_taken; // being analysed
    int m_chunks = 0; // under way
    bool m_reading = false;
    bool m_more = false; // articles may wait in the store
    bool m_stale = false; // analyses of another engine may be left
    std::int64_t m_below = 0; // id below which they are; 0: none was looked at yet
};

} // namespace app
