// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ingestjob.h"

#include "fulltext.h"

#include <base/files.h>
#include <base/strings.h>
#include <ingest/opml/opml.h>
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
constexpr std::size_t Chunk = 2000; // articles of one input written together
constexpr int ProgressMs = 100;

std::string fileUrl(const std::string& path)
{
    const QString absolute = QFileInfo(QString::fromStdString(path)).absoluteFilePath();
    return "file:" + absolute.toStdString();
}

double jitter() { return QRandomGenerator::global()->generateDouble(); }

FetchLimits limitsOf(const Context& context)
{
    FetchLimits limits;
    limits.offline = context.offline();
    limits.systemProxy = context.settings.systemProxy;
    limits.contact = context.settings.contact;
    limits.parallel = context.settings.parallel;
    limits.perHost = context.settings.perHost;
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
    , m_fetcher(limitsOf(context), this)
    , m_arrivals(writer, this)
    , m_analyses(pack, writer, this)
    , m_analyse(pack != nullptr)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    connect(&m_arrivals, &ArrivalQueue::roomMade, this, &IngestJob::advance);
    connect(&m_analyses, &AnalysisQueue::analysed, this, [this](int count) {
        m_counts.analysed += count;
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
    loadMappings();
}

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
        task.source.url = fileUrl(argument);
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
        m_writer.run(
            [source = task.source](store::Database& database) { return store::ensureSource(database, source); },
            this,
            [this, task](base::Result<base::Source> stored) mutable {
                if (!stored) {
                    report(QString::fromStdString(task.input.name), stored.error());
                } else {
                    ++m_counts.subscriptions;
                    Q_EMIT subscribed(QString::fromStdString(stored->title), QString::fromStdString(stored->url), {});
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
    m_writer.run(
        [key, text = ingest::mappingText(columns)](
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

void IngestJob::cancel()
{
    m_queue.clear();
    m_stop->store(true);
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_analyses.cancel();
    m_fetcher.cancelAll();
}

void IngestJob::setOffline(bool offline) { m_fetcher.setOffline(offline); }

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
            const Refresh refresh
                = failedRefresh(task.source, answer, answer.document.error(), currentInstant(), jitter());
            put(task, {refresh.source, {}, refresh.record, {}});
        }
        return fail(task, answer.document.error());
    }
    FetchedDocument& document = *answer.document;
    const bool same = known && !document.notModified && task.source.contentHash != 0
        && base::hash64(document.bytes) == task.source.contentHash;
    if (document.notModified || same) {
        const Refresh refresh = unchangedRefresh(task.source, answer, currentInstant(), jitter());
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
        m_writer.run(
            [files = std::move(files)](store::Database& database) { return store::unreadFiles(database, files); },
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

void IngestJob::read(Task task, InputBytes bytes, std::shared_ptr<FetchAnswer> answer)
{
    m_pool.start([this, task = std::move(task), bytes = std::move(bytes), answer = std::move(answer),
                     options = readOptions(), stop = m_stop]() mutable {
        Reading reading{base::Error{base::ErrorCode::Cancelled, "cancelled"}, {}, 0, 0};
        base::Result<std::string> file = std::string();
        if (!stop->load() && bytes.url.empty()) {
            file = base::readFile(bytes.name);
            if (file) {
                bytes.bytes = std::move(file).value();
                bytes.received = currentInstant();
            } else {
                reading.document = file.error();
            }
        }
        if (!stop->load() && file) {
            reading.document = readInput(bytes, options);
            reading.bytes = bytes.bytes.size();
            reading.hash = base::hash64(bytes.bytes);
            if (answer && reading.document && reading.document->kind == ingest::InputKind::Page)
                reading.feeds = ingest::discoverFeeds(bytes.bytes, bytes.url);
        }
        QMetaObject::invokeMethod(
            this,
            [this, task = std::move(task), reading = std::move(reading), answer = std::move(answer)]() mutable {
                take(std::move(task), std::move(reading), answer);
            },
            Qt::QueuedConnection);
    });
}

void IngestJob::take(Task task, Reading reading, const std::shared_ptr<FetchAnswer>& answer)
{
    const base::Instant now = currentInstant();
    if (reading.document && reading.document->kind != ingest::InputKind::Feed
        && reading.document->kind != ingest::InputKind::Subscriptions && answer
        && (task.subscribing || task.source.id > 0))
        return takePage(std::move(task), reading, answer);
    if (!reading.document) {
        const base::Error& error = reading.document.error();
        if (error.code != base::ErrorCode::Cancelled && task.source.id > 0) {
            store::Arrival arrival;
            arrival.source = task.source;
            arrival.file = task.file;
            base::FetchRecord record;
            record.at = now;
            record.message = task.input.name + ": " + error.message;
            arrival.fetch = record;
            if (answer) {
                const Refresh refresh = failedRefresh(task.source, *answer, error, now, jitter());
                arrival.source = refresh.source;
                arrival.fetch = refresh.record;
            }
            put(task, std::move(arrival));
        }
        return fail(task, error);
    }
    ingest::InputDocument& document = *reading.document;
    for (const std::string& warning : document.warnings)
        m_context.log->info("{}: {}", task.input.name, warning);
    for (const ingest::TableUse& table : document.tables) {
        Q_EMIT tableRead(QString::fromStdString(task.input.name), table);
        if (!table.remembered || m_columns)
            remember(table.key, table.used);
    }
    takeSubscriptions(document.subscriptions);
    if (document.kind == ingest::InputKind::Subscriptions)
        return ended();

    store::Arrival arrival;
    base::Source& source = task.source;
    if (source.id == 0) {
        const bool feed = task.input.address && document.kind == ingest::InputKind::Feed;
        source.kind = feed ? base::SourceKind::Feed : base::SourceKind::File;
        source.url = task.input.address ? task.input.name : fileUrl(task.input.name);
    }
    if (source.title.empty())
        source.title = document.sourceTitle;
    if (source.title.empty())
        source.title = task.input.address
            ? QUrl(QString::fromStdString(task.input.name)).host().toStdString()
            : QFileInfo(QString::fromStdString(task.input.name)).fileName().toStdString();
    if (source.site.empty())
        source.site = document.siteUrl;
    arrival.source = source;
    arrival.file = task.file;
    if (answer && source.kind == base::SourceKind::Feed) {
        Refresh refresh = readRefresh(source, *answer, document, reading.bytes, reading.hash, now, jitter());
        arrival.source = std::move(refresh.source);
        arrival.fetch = std::move(refresh.record);
    }
    arrival.articles = std::move(document.articles);
    if (source.fullText && source.id > 0)
        fullText(task, std::move(arrival));
    else
        put(task, std::move(arrival));
    ended();
}

void IngestJob::takePage(Task task, const Reading& reading, const std::shared_ptr<FetchAnswer>& answer)
{
    if (task.subscribing && !task.named && !reading.feeds.empty()) {
        Task feed;
        feed.input = {reading.feeds.front().url, true};
        feed.source.url = feed.input.name;
        feed.subscribing = feed.named = true;
        for (std::size_t i = 1; i < reading.feeds.size(); ++i)
            feed.others.append(QString::fromStdString(reading.feeds[i].url));
        --m_counts.inputs; // the page and its feed are one input
        enqueue({std::move(feed)});
        --m_counts.done;
        return ended();
    }
    const base::Error error{base::ErrorCode::InvalidInput,
        task.subscribing ? "there is no feed here, and the page names none" : "is a page now, not a feed"};
    if (task.source.id > 0) {
        const Refresh refresh = failedRefresh(task.source, *answer, error, currentInstant(), jitter());
        put(task, {refresh.source, {}, refresh.record, {}});
    }
    fail(task, error);
}

void IngestJob::takeSubscriptions(const std::vector<base::Subscription>& subscriptions)
{
    if (subscriptions.empty())
        return;
    std::vector<base::Source> feeds;
    for (const base::Subscription& subscription : subscriptions) {
        base::Source feed;
        feed.url = subscription.url;
        feed.title = subscription.title;
        feed.site = subscription.site;
        feed.folder = ingest::joinFolder(subscription.folder);
        feeds.push_back(std::move(feed));
    }
    ++m_pending;
    m_writer.run(
        [feeds = std::move(feeds)](store::Database& database) { return store::ensureSources(database, feeds); },
        this,
        [this](base::Result<std::vector<base::Source>> stored) {
            if (stored) {
                m_counts.subscriptions += static_cast<int>(stored->size());
                if (!m_fetcher.isOffline())
                    addSources(*stored);
            } else {
                report(tr("subscriptions"), stored.error());
            }
            oneDone();
        });
}

void IngestJob::fullText(const Task& task, store::Arrival arrival)
{
    ++m_pending;
    m_writer.run(
        [arrival = std::move(arrival)](store::Database& database) mutable {
            base::Result<std::vector<std::size_t>> places
                = store::newOrChanged(database, arrival.source.id, arrival.articles);
            return std::pair(std::move(arrival), std::move(places));
        },
        this,
        [this, task](std::pair<store::Arrival, base::Result<std::vector<std::size_t>>> found) {
            store::Arrival& arrived = found.first;
            if (!found.second || found.second->empty()) {
                put(task, std::move(arrived));
                return oneDone();
            }
            // The others are known as they are: they are written again below as unchanged.
            std::vector<base::Article> teasers;
            for (auto place = found.second->rbegin(); place != found.second->rend(); ++place) {
                const auto at = arrived.articles.begin() + static_cast<std::ptrdiff_t>(*place);
                teasers.insert(teasers.begin(), std::move(*at));
                arrived.articles.erase(at);
            }
            auto* pages = new FullText(
                m_fetcher, m_pool, std::move(teasers),
                [this, task, arrival = std::move(arrived)](std::vector<base::Article> articles) mutable {
                    std::move(articles.begin(), articles.end(), std::back_inserter(arrival.articles));
                    put(task, std::move(arrival));
                    oneDone();
                },
                this);
            pages->start();
        });
}

void IngestJob::put(const Task& task, store::Arrival arrival)
{
    const auto done = [this, task](base::Result<store::StoredArrival> stored) {
        if (stored) {
            m_counts.added += stored->batch.added;
            m_counts.revised += stored->batch.revised;
            m_counts.unchanged += stored->batch.unchanged;
            if (stored->batch.added + stored->batch.revised > 0) {
                Q_EMIT articlesStored(stored->batch.added, stored->batch.revised);
                analysePending();
            }
        } else {
            report(QString::fromStdString(task.input.name), stored.error());
        }
        oneDone();
    };
    // A long list goes in parts, the last of which says that the fetch is over.
    while (arrival.articles.size() > Chunk) {
        store::Arrival part;
        part.source = arrival.source;
        const auto end = arrival.articles.begin() + static_cast<std::ptrdiff_t>(Chunk);
        part.articles.assign(
            std::make_move_iterator(arrival.articles.begin()), std::make_move_iterator(end));
        arrival.articles.erase(arrival.articles.begin(), end);
        ++m_pending;
        m_arrivals.put(std::move(part), done);
    }
    const QString title = QString::fromStdString(arrival.source.title);
    const QString url = QString::fromStdString(arrival.source.url);
    ++m_pending;
    m_arrivals.put(std::move(arrival), [this, task, done, title, url](base::Result<store::StoredArrival> stored) {
        if (stored && task.subscribing) {
            ++m_counts.subscriptions;
            Q_EMIT subscribed(title, url, task.others);
        }
        done(std::move(stored));
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
