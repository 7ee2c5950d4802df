// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/alertqueue.h>
#include <app/analysisqueue.h>
#include <app/arrivalqueue.h>
#include <app/context.h>
#include <app/databasethread.h>
#include <app/fetcher.h>
#include <app/inputs.h>
#include <app/pipeline.h>
#include <app/refresh.h>
#include <app/storyqueue.h>
#include <base/source.h>
#include <ingest/pages/discover.h>

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace app {

struct IngestCounts {
    int inputs = 0;
    int failed = 0;
    int added = 0;
    int revised = 0;
    int unchanged = 0;
    int subscriptions = 0;
    int analysed = 0;
    int done = 0; // inputs read or failed
};

// Brings files, folders and addresses into the store: fetched, read on a pool, written (and listed) at once,
// and analysed after that in the background; when all is analysed it is put into stories, and the alert rules
// are asked of it. One input's failure never stops the others. Lives in one thread with an event loop; all signals come there; all functions are
// called there.
class IngestJob final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IngestJob)

public:
    // Without a pack nothing is analysed, until usePack().
    IngestJob(const Context& context, std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer,
        QObject* parent = nullptr);
    ~IngestJob() override;

    // Files, folders, addresses, as listInputs reads them. More can be added while it runs.
    void add(const std::vector<std::string>& arguments);
    // Subscribes to the feed at this address, or to the best one its page names; or watches this folder.
    void subscribe(const std::string& argument);
    // Fetches these feeds, conditionally, and looks through these watched folders.
    void addSources(const std::vector<base::Source>& sources);
    // The subscribed feeds and watched folders: all, or those that are due.
    void refresh(bool dueOnly);
    // The columns of every table read from now on, instead of what its header row says.
    void setColumns(const ingest::TableMapping& columns) { m_columns = columns; }
    // A table whose columns are a guess is not stored before changeColumns() said what they are.
    void askForColumns() { m_asksColumns = true; }
    // Remembers the columns of tables with this header row (ingest::headerKey) and reads the file again.
    void changeColumns(const std::string& key, const ingest::TableMapping& columns, const std::string& file);
    // Analyses what is stored without an analysis.
    void analysePending();
    // Analyses with these data from now on, and, if there were others before, again what those analysed. Stories keep the data they began with.
    void usePack(std::shared_ptr<const engine::Pack> pack);
    // Analyses again what another engine or other data analysed, after what waits.
    void reanalyse();
    // Reads and analyses with what nobody else wants of the machine; before anything is begun.
    void yieldToWindow();
    // What has not begun is dropped; what is under way ends without being stored.
    void cancel();
    void setOffline(bool offline);
    // Proxy, contact and numbers of requests, from the next request on.
    void useSettings(const Settings& settings);
    bool isRunning() const
    {
        return m_pending > 0 || !m_queue.empty() || m_analyses.isRunning() || m_stories.isRunning()
            || m_alerts.isRunning();
    }
    const IngestCounts& counts() const { return m_counts; }

Q_SIGNALS:
    void progressed(const app::IngestCounts& counts, const QString& name); // ten times a second at most
    void inputFailed(const QString& name, const QString& reason);
    void subscribed(const QString& title, const QString& url, const QStringList& others); // of the same page
    // Of a table whose columns could not be told `used` names neither title nor body.
    void tableRead(const QString& file, const ingest::TableUse& table);
    void articlesStored(int added, int revised);
    void articlesAnalysed(int count);
    void alertsFired(const std::vector<desk::Firing>& firings); // stored just now
    void decisionsChanged(); // an accepted decision is in another state
    void finished(const app::IngestCounts& counts);

private:
    struct Task {
        InputSource input;
        base::Source source; // id set: known; url set: what the articles belong to
        std::optional<base::WatchedFile> file; // of a watched folder
        bool subscribing = false; // a feed is wanted, nothing else
        bool named = false; // by a page: no further page is searched
        QStringList others;
    };
    // What a pool thread made of bytes.
    struct Reading {
        base::Result<ingest::InputDocument> document;
        std::vector<ingest::DiscoveredFeed> feeds; // that a page names
        std::optional<ingest::TableUse> table; // whose columns could not be told
        std::size_t bytes = 0;
        std::uint64_t hash = 0;
    };

    using Mappings = std::map<std::string, ingest::TableMapping>;

    static std::string fileAddress(const std::string& path); // of a source that is no feed
    static double randomJitter();
    void loadMappings();
    void remember(const std::string& key, const ingest::TableMapping& columns);
    ingest::InputOptions readOptions() const;
    void enqueue(std::vector<Task> tasks);
    void advance();
    void begin(Task task);
    void fetch(Task task);
    void fetched(Task task, FetchAnswer answer);
    void scan(Task task);
    void read(Task task, InputBytes bytes, std::shared_ptr<FetchAnswer> answer);
    void take(Task task, Reading reading, const std::shared_ptr<FetchAnswer>& answer);
    void takePage(Task task, const Reading& reading, const std::shared_ptr<FetchAnswer>& answer);
    void takeSubscriptions(const std::vector<base::Subscription>& subscriptions);
    void fullText(const Task& task, store::Arrival arrival);
    void put(const Task& task, store::Arrival arrival);
    void fail(const Task& task, const base::Error& error);
    void report(const QString& name, const base::Error& error);
    void ended(); // of an input: makes room for the next
    void oneDone(); // of the steps under way
    void progress(const QString& name, bool always);

    const Context& m_context;
    DatabaseThread& m_writer;
    Fetcher m_fetcher;
    ArrivalQueue m_arrivals;
    AnalysisQueue m_analyses;
    StoryQueue m_stories;
    AlertQueue m_alerts;
    bool m_analyse = true;
    bool m_storiesWait = true; // articles may have been analysed that are in no story
    bool m_alertsWait = true; // articles may have come into stories that no rule saw
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::deque<Task> m_queue;
    std::shared_ptr<const Mappings> m_mappings; // none until they are read: nothing begins before
    std::optional<ingest::TableMapping> m_columns;
    bool m_asksColumns = false;
    IngestCounts m_counts;
    QElapsedTimer m_sinceProgress;
    int m_active = 0; // inputs being fetched or read
    int m_pending = 0; // steps under way
    QThreadPool m_pool; // last: its threads end first
};

} // namespace app
