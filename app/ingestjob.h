// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/context.h>
#include <app/databasethread.h>
#include <app/fetcher.h>
#include <app/inputs.h>
#include <app/pipeline.h>
#include <base/source.h>

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <deque>
#include <memory>

namespace app {

struct IngestCounts {
    int inputs = 0;
    int failed = 0;
    int added = 0;
    int revised = 0;
    int unchanged = 0;
    int subscriptions = 0;
};

// Brings files, folders and addresses into the store: read and parsed on a pool, analysed there in chunks,
// written by the writer's thread in one transaction a chunk. One input's failure never stops the others.
// Lives in one thread with an event loop; all signals come there. One run at a time.
class IngestJob final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IngestJob)

public:
    IngestJob(const Context& context, std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer,
        QObject* parent = nullptr);
    ~IngestJob() override;

    // Files, folders, addresses, as listInputs reads them. More can be added while it runs.
    void add(const std::vector<std::string>& arguments);
    // Fetches these subscribed feeds, conditionally.
    void addFeeds(const std::vector<base::Source>& feeds);
    // What has not begun is dropped; what is under way ends without being stored.
    void cancel();
    bool isRunning() const { return m_pending > 0 || !m_queue.empty(); }
    const IngestCounts& counts() const { return m_counts; }

Q_SIGNALS:
    void progressed(int done, int total, const QString& name);
    void inputFailed(const QString& name, const QString& reason);
    void articlesStored(int added, int revised);
    void finished();

private:
    struct Task {
        InputSource input;
        base::Source feed; // url set: a subscribed feed
    };

    void advance();
    void begin(Task task);
    void fetch(const Task& task);
    void read(Task task, InputBytes bytes);
    void take(const Task& task, base::Result<ingest::InputDocument> document);
    void analyse(const base::Source& source, std::vector<base::Article> articles);
    void store(const base::Source& source, std::vector<AnalysedArticle> articles);
    void fail(const Task& task, const base::Error& error);
    void recordFetch(base::Source feed);
    void oneDone();

    const Context& m_context;
    std::shared_ptr<const engine::Pack> m_pack;
    DatabaseThread& m_writer;
    Fetcher m_fetcher;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::deque<Task> m_queue;
    IngestCounts m_counts;
    int m_active = 0; // inputs being read
    int m_pending = 0; // steps under way
    int m_done = 0; // inputs read or failed
};

} // namespace app
