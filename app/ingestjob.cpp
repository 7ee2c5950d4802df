// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ingestjob.h"

#include <base/strings.h>
#include <store/sourcestore.h>

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QUrl>

#include <spdlog/spdlog.h>

#include <iterator>

namespace app {

namespace {

constexpr int MaxActive = 24; // inputs fetched or read at once; the others wait in the queue
constexpr int ProgressMs = 100;

FetchLimits limitsOf(const Settings& settings, bool offline)
{
    FetchLimits limits;
    limits.offline = offline;
    limits.systemProxy = settings.systemProxy;
    limits.contact = settings.contact;
    limits.parallel = settings.parallel;
    limits.perHost = settings.perHost;
    return limits;
}

// The address a person means: "feed:" is no scheme of its own, and one without a scheme is a web address.
std::string webAddress(const std::string& text)
{
    std::string address(base::trimmed(text));
    const std::string lower = base::lowerAscii(address);
    if (lower.starts_with("feed://"))
        return "https://" + address.substr(7);
    if (lower.starts_with("feed:http"))
        return address.substr(5);
    if (lower.find("://") == std::string::npos)
        return "https://" + address;
    return address;
}

} // namespace

IngestJob::IngestJob(
    const Context& context, std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_writer(writer)
    , m_fetcher(limitsOf(context.settings, context.offline()), this)
    , m_arrivals(writer, this)
    , m_analyses(pack, writer, this)
    , m_stories(pack, writer, this)
    , m_alerts(writer, this)
    , m_analyse(pack != nullptr)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    connect(&m_arrivals, &ArrivalQueue::roomMade, this, &IngestJob::advance);
    connect(&m_analyses, &AnalysisQueue::analysed, this, [this](int count) {
        m_counts.analysed += count;
        m_storiesWait = true;
        Q_EMIT articlesAnalysed(count);
        progress({}, false);
    });
    connect(&m_analyses, &AnalysisQueue::failed, this, [this](const QString& reason) {
        report(tr("analysis"), {base::ErrorCode::Io, reason.toStdString()});
    });
    connect(&m_analyses, &AnalysisQueue::idle, this, [this] {
        ++m_pending; // finished() comes after the last step of either kind
        oneDone();
    });
    connect(&m_stories, &StoryQueue::placed, this, &IngestJob::articlesAnalysed);
    connect(&m_stories, &StoryQueue::failed, this, [this](const QString& reason) {
        report(tr("stories"), {base::ErrorCode::Io, reason.toStdString()});
    });
    connect(&m_stories, &StoryQueue::idle, this, [this] {
        m_alertsWait = true;
        ++m_pending;
        oneDone();
    });
    connect(&m_alerts, &AlertQueue::fired, this, &IngestJob::alertsFired);
    connect(&m_alerts, &AlertQueue::decisionsChanged, this, &IngestJob::decisionsChanged);
    connect(&m_alerts, &AlertQueue::failed, this, [this](const QString& reason) {
        report(tr("alerts"), {base::ErrorCode::Io, reason.toStdString()});
    });
    connect(&m_alerts, &AlertQueue::idle, this, [this] {
        ++m_pending;
        oneDone();
    });
    loadMappings();
}

std::string IngestJob::fileAddress(const std::string& path)
{
    return "file:" + QFileInfo(QString::fromStdString(path)).absoluteFilePath().toStdString();
}

double IngestJob::randomJitter() { return QRandomGenerator::global()->generateDouble(); }

IngestJob::~IngestJob()
{
    cancel();
    m_pool.waitForDone();
    m_writer.drain();
}

void IngestJob::add(const std::vector<std::string>& arguments)
{
    InputList list = listInputs(arguments);
    m_counts.inputs += static_cast<int>(list.failures.size());
    for (const base::Error& failure : list.failures) {
        ++m_counts.done;
        report(QString::fromStdString(failure.context), failure);
    }
    std::vector<Task> tasks;
    for (InputSource& source : list.sources) {
        Task task;
        task.input = std::move(source);
        tasks.push_back(std::move(task));
    }
    enqueue(std::move(tasks));
}

void IngestJob::subscribe(const std::string& argument)
{
    const QFileInfo folder(QString::fromStdString(argument));
    Task task;
    if (folder.isDir()) {
        task.source.kind = base::SourceKind::Folder;
        task.source.url = fileAddress(argument);
        task.source.title = QDir(folder.absoluteFilePath()).dirName().toStdString();
        task.input.name = folder.absoluteFilePath().toStdString();
    } else {
        task.input = {webAddress(argument), true};
        task.source.url = task.input.name;
    }
    task.subscribing = true;
    // What cannot be looked at now is subscribed as it was named.
    if (folder.isDir() || m_fetcher.isOffline()) {
        ++m_pending;
        m_writer.run([source = task.source](
                         store::Database& database) { return store::ensureSource(database, source); },
            this,
            [this, task](base::Result<base::Source> stored) mutable {
                if (!stored) {
                    report(QString::fromStdString(task.input.name), stored.error());
                } else {
                    ++m_counts.subscriptions;
                    Q_EMIT subscribed(
                        QString::fromStdString(stored->title), QString::fromStdString(stored->url), {});
                    if (stored->kind == base::SourceKind::Folder)
                        addSources({*stored});
                }
                oneDone();
            });
        return;
    }
    enqueue({std::move(task)});
}

void IngestJob::addSources(const std::vector<base::Source>& sources)
{
    std::vector<Task> tasks;
    for (const base::Source& source : sources) {
        Task task;
        const bool feed = source.kind == base::SourceKind::Feed;
        task.input = {feed ? source.url : source.url.substr(std::string_view("file:").size()), feed};
        task.source = source;
        tasks.push_back(std::move(task));
    }
    enqueue(std::move(tasks));
}

void IngestJob::refresh(bool dueOnly)
{
    m_alertsWait = true; // time alone ends decisions
    ++m_pending;
    m_writer.run([](store::Database& database) { return store::readSources(database); }, this,
        [this, dueOnly](base::Result<std::vector<base::Source>> sources) {
            if (sources) {
                const base::Instant now = currentInstant();
                // Due feeds wait until the program is online again, without a word of it each minute.
                const bool feedsWait = dueOnly && m_fetcher.isOffline();
                std::erase_if(*sources, [dueOnly, feedsWait, now](const base::Source& source) {
                    if (source.kind == base::SourceKind::Feed)
                        return source.gone || feedsWait || (dueOnly && !ingest::isDue(source, now));
                    return source.kind != base::SourceKind::Folder;
                });
                addSources(*sources);
            } else {
                report(tr("sources"), sources.error());
            }
            oneDone();
        });
}

void IngestJob::loadMappings()
{
    m_writer.run([](store::Database& database) { return store::readTableMappings(database); }, this,
        [this](base::Result<store::TableMappings> stored) {
            auto mappings = std::make_shared<Mappings>();
            if (stored) {
                for (const auto& [key, text] : *stored) {
                    if (const base::Result<ingest::TableMapping> columns = ingest::parseMapping(text))
                        mappings->emplace(key, *columns);
                }
            } else {
                report(tr("columns of tables"), stored.error());
            }
            m_mappings = std::move(mappings);
            advance();
        });
}

void IngestJob::remember(const std::string& key, const ingest::TableMapping& columns)
{
    auto mappings = std::make_shared<Mappings>(*m_mappings);
    (*mappings)[key] = columns;
    m_mappings = std::move(mappings);
    ++m_pending;
    m_writer.run([key, text = ingest::mappingText(columns)](
                     store::Database& database) { return store::saveTableMapping(database, key, text); },
        this,
        [this](base::Outcome saved) {
            if (!saved)
                report(tr("columns of tables"), saved.error());
            oneDone();
        });
}

void IngestJob::changeColumns(
    const std::string& key, const ingest::TableMapping& columns, const std::string& file)
{
    remember(key, columns);
    add({file});
}

ingest::InputOptions IngestJob::readOptions() const
{
    return {[mappings = m_mappings, columns = m_columns](const std::string& key) {
        if (columns)
            return columns;
        const auto found = mappings->find(key);
        return found == mappings->end() ? std::nullopt : std::optional(found->second);
    }};
}

void IngestJob::analysePending()
{
    if (m_analyse)
        m_analyses.wake();
}

void IngestJob::usePack(std::shared_ptr<const engine::Pack> pack)
{
    const bool first = !m_analyse;
    if (first)
        m_stories.usePack(pack);
    m_analyse = true;
    m_analyses.usePack(std::move(pack));
    if (!first)
        reanalyse();
}

void IngestJob::reanalyse()
{
    if (m_analyse)
        m_analyses.bringUpToDate();
}

void IngestJob::yieldToWindow()
{
    m_pool.setThreadPriority(QThread::IdlePriority);
    m_analyses.yieldToWindow();
}

void IngestJob::cancel()
{
    m_queue.clear();
    m_stop->store(true);
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_analyses.cancel();
    m_stories.cancel();
    m_alerts.cancel();
    m_fetcher.cancelAll();
}

void IngestJob::setOffline(bool offline) { m_fetcher.setOffline(offline); }

void IngestJob::useSettings(const Settings& settings)
{
    m_fetcher.setLimits(limitsOf(settings, m_fetcher.isOffline()));
}

void IngestJob::enqueue(std::vector<Task> tasks)
{
    m_counts.inputs += static_cast<int>(tasks.size());
    m_queue.insert(
        m_queue.end(), std::make_move_iterator(tasks.begin()), std::make_move_iterator(tasks.end()));
    ++m_pending; // so that an empty list still ends with finished()
    QMetaObject::invokeMethod(this, &IngestJob::oneDone, Qt::QueuedConnection);
    advance();
}

void IngestJob::advance()
{
    while (m_mappings && m_active < MaxActive && !m_queue.empty() && !m_arrivals.isFull()) {
        Task task = std::move(m_queue.front());
        m_queue.pop_front();
        ++m_active;
        ++m_pending;
        begin(std::move(task));
    }
}

void IngestJob::begin(Task task)
{
    progress(QString::fromStdString(task.input.name), false);
    if (task.input.address)
        return fetch(std::move(task));
    if (task.source.kind == base::SourceKind::Folder && !task.file)
        return scan(std::move(task));
    InputBytes bytes;
    bytes.name = task.input.name;
    read(std::move(task), std::move(bytes), nullptr);
}

void IngestJob::fetch(Task task)
{
    FetchRequest request;
    request.url = QUrl(QString::fromStdString(task.input.name));
    request.etag = task.source.etag;
    request.lastModified = task.source.lastModified;
    m_fetcher.fetch(request, [this, task = std::move(task)](FetchAnswer answer) mutable {
        fetched(std::move(task), std::move(answer));
    });
}

void IngestJob::fetched(Task task, FetchAnswer answer)
{
    const bool known = task.source.id > 0;
    if (!answer.document) {
        if (known && answer.document.error().code != base::ErrorCode::Cancelled && !m_fetcher.isOffline()) {
            const Refresh refresh = failedRefresh(
                task.source, answer, answer.document.error(), currentInstant(), randomJitter());
            put(task, {refresh.source, {}, refresh.record, {}});
        }
        return fail(task, answer.document.error());
    }
    FetchedDocument& document = *answer.document;
    const bool same = known && !document.notModified && task.source.contentHash != 0
        && base::hash64(document.bytes) == task.source.contentHash;
    if (document.notModified || same) {
        const Refresh refresh = unchangedRefresh(task.source, answer, currentInstant(), randomJitter());
        put(task, {refresh.source, {}, refresh.record, {}});
        return ended();
    }
    InputBytes bytes{task.input.name, document.url.toString(QUrl::FullyEncoded).toStdString(),
        document.contentType, std::move(document.bytes), document.receivedAt};
    read(std::move(task), std::move(bytes), std::make_shared<FetchAnswer>(std::move(answer)));
}

void IngestJob::scan(Task task)
{
    m_pool.start([this, task = std::move(task)]() mutable {
        const InputList list = listInputs({task.input.name});
        std::vector<base::WatchedFile> files;
        for (const InputSource& source : list.sources) {
            const QFileInfo info(QString::fromStdString(source.name));
            files.push_back({source.name, info.lastModified().toSecsSinceEpoch(), info.size()});
        }
        m_writer.run([files = std::move(files)](
                         store::Database& database) { return store::unreadFiles(database, files); },
            this,
            [this, task = std::move(task), failures = list.failures](
                base::Result<std::vector<base::WatchedFile>> unread) {
                for (const base::Error& failure : failures)
                    report(QString::fromStdString(failure.context), failure);
                if (!unread)
                    return fail(task, unread.error());
                std::vector<Task> tasks;
                for (base::WatchedFile& file : *unread) {
                    Task one;
                    one.input.name = file.path;
                    one.source = task.source;
                    one.file = std::move(file);
                    tasks.push_back(std::move(one));
                }
                enqueue(std::move(tasks));
                ended();
            });
    });
}

void IngestJob::fail(const Task& task, const base::Error& error)
{
    if (error.code != base::ErrorCode::Cancelled)
        report(QString::fromStdString(task.input.name), error);
    ended();
}

void IngestJob::report(const QString& name, const base::Error& error)
{
    ++m_counts.failed;
    m_context.log->info("{}: {}", name.toStdString(), error.message);
    Q_EMIT inputFailed(name, QString::fromStdString(error.message));
}

void IngestJob::ended()
{
    --m_active;
    ++m_counts.done;
    oneDone();
}

void IngestJob::oneDone()
{
    --m_pending;
    advance();
    progress({}, false);
    // Stories come last, over all that was read: their order is that of time, not of files.
    if (!isRunning() && m_analyse && m_storiesWait) {
        m_storiesWait = false;
        return m_stories.wake();
    }
    if (!isRunning() && m_analyse && m_alertsWait) {
        m_alertsWait = false;
        return m_alerts.wake();
    }
    if (!isRunning()) {
        progress({}, true);
        Q_EMIT finished(m_counts);
    }
}

void IngestJob::progress(const QString& name, bool always)
{
    if (!always && m_sinceProgress.isValid() && m_sinceProgress.elapsed() < ProgressMs)
        return;
    m_sinceProgress.start();
    Q_EMIT progressed(m_counts, name);
}

} // namespace app
