// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ingestjob.h"

#include <base/files.h>
#include <store/articlestore.h>
#include <store/sourcestore.h>

#include <QFileInfo>
#include <QUrl>

#include <spdlog/spdlog.h>

namespace app {

namespace {

constexpr int MaxActive = 8; // inputs read at once; the others wait in the queue
constexpr std::size_t Chunk = 50; // articles analysed and written together

std::string fileUrl(const std::string& path)
{
    const QString absolute = QFileInfo(QString::fromStdString(path)).absoluteFilePath();
    return "file:" + absolute.toStdString();
}

} // namespace

IngestJob::IngestJob(
    const Context& context, std::shared_ptr<const engine::Pack> pack, DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_pack(std::move(pack))
    , m_writer(writer)
    , m_fetcher(context.options.offline)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
}

IngestJob::~IngestJob()
{
    cancel();
    m_pool.waitForDone();
}

void IngestJob::add(const std::vector<std::string>& arguments)
{
    InputList list = listInputs(arguments);
    m_counts.inputs += static_cast<int>(list.sources.size() + list.failures.size());
    for (const base::Error& failure : list.failures) {
        ++m_counts.failed;
        ++m_done;
        Q_EMIT inputFailed(QString::fromStdString(failure.context), QString::fromStdString(failure.message));
    }
    for (InputSource& source : list.sources) {
        Task task;
        task.input = std::move(source);
        m_queue.push_back(std::move(task));
    }
    ++m_pending; // so that an empty list still ends with finished()
    QMetaObject::invokeMethod(this, &IngestJob::oneDone, Qt::QueuedConnection);
    advance();
}

void IngestJob::addFeeds(const std::vector<base::Source>& feeds)
{
    m_counts.inputs += static_cast<int>(feeds.size());
    for (const base::Source& feed : feeds) {
        Task task;
        task.input.name = feed.url;
        task.input.address = true;
        task.feed = feed;
        m_queue.push_back(std::move(task));
    }
    ++m_pending;
    QMetaObject::invokeMethod(this, &IngestJob::oneDone, Qt::QueuedConnection);
    advance();
}

void IngestJob::cancel()
{
    m_queue.clear();
    m_stop->store(true);
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_fetcher.cancelAll();
}

void IngestJob::advance()
{
    while (m_active < MaxActive && !m_queue.empty()) {
        Task task = std::move(m_queue.front());
        m_queue.pop_front();
        ++m_active;
        ++m_pending;
        begin(std::move(task));
    }
}

void IngestJob::begin(Task task)
{
    Q_EMIT progressed(m_done, m_counts.inputs, QString::fromStdString(task.input.name));
    if (task.input.address) {
        fetch(task);
        return;
    }
    InputBytes bytes;
    bytes.name = task.input.name;
    read(std::move(task), std::move(bytes));
}

void IngestJob::fetch(const Task& task)
{
    FetchRequest request{
        QUrl(QString::fromStdString(task.input.name)), task.feed.etag, task.feed.lastModified};
    m_fetcher.fetch(request, [this, task](base::Result<FetchedDocument> fetched) {
        base::Source feed = task.feed;
        feed.lastFetched = currentInstant();
        if (!fetched) {
            if (fetched.error().code != base::ErrorCode::Cancelled && feed.id > 0) {
                feed.lastError = fetched.error().message;
                ++feed.failures;
                recordFetch(feed);
            }
            fail(task, fetched.error());
            return;
        }
        if (feed.id > 0) {
            feed.lastSucceeded = feed.lastFetched;
            feed.lastError.clear();
            feed.failures = 0;
            if (!fetched->notModified) {
                feed.etag = fetched->etag;
                feed.lastModified = fetched->lastModified;
            }
            recordFetch(feed);
        }
        if (fetched->notModified) {
            --m_active;
            ++m_done;
            oneDone();
            return;
        }
        InputBytes bytes{task.input.name, fetched->url.toString().toStdString(), fetched->contentType,
            std::move(fetched->bytes), fetched->receivedAt};
        read(task, std::move(bytes));
    });
}

void IngestJob::recordFetch(base::Source feed)
{
    ++m_pending;
    m_writer.run(
        [feed = std::move(feed)](store::Database& database) { return store::recordFetch(database, feed); },
        this,
        [this](base::Outcome outcome) {
            if (!outcome)
                m_context.log->warn("fetch not recorded: {}", outcome.error().text());
            oneDone();
        });
}

void IngestJob::read(Task task, InputBytes bytes)
{
    m_pool.start([this, task = std::move(task), bytes = std::move(bytes), stop = m_stop]() mutable {
        base::Result<ingest::InputDocument> document = base::Error{base::ErrorCode::Cancelled, "cancelled"};
        if (!stop->load()) {
            if (bytes.url.empty()) {
                base::Result<std::string> file = base::readFile(bytes.name);
                if (file) {
                    bytes.bytes = std::move(file).value();
                    bytes.received = currentInstant();
                    document = readInput(bytes);
                } else {
                    document = file.error();
                }
            } else {
                document = readInput(bytes);
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, task = std::move(task), document = std::move(document)]() mutable {
                take(task, std::move(document));
            },
            Qt::QueuedConnection);
    });
}

void IngestJob::take(const Task& task, base::Result<ingest::InputDocument> document)
{
    if (!document) {
        fail(task, document.error());
        return;
    }
    --m_active;
    ++m_done;
    base::Source source = task.feed;
    if (source.url.empty()) {
        const bool feed = task.input.address && document->kind == ingest::InputKind::Feed;
        source.kind = feed ? base::SourceKind::Feed : base::SourceKind::File;
        source.url = task.input.address ? task.input.name : fileUrl(task.input.name);
    }
    if (source.title.empty())
        source.title = document->sourceTitle;
    if (source.title.empty())
        source.title = task.input.address
            ? QUrl(QString::fromStdString(task.input.name)).host().toStdString()
            : QFileInfo(QString::fromStdString(task.input.name)).fileName().toStdString();
    if (source.site.empty())
        source.site = document->siteUrl;
    for (const std::string& warning : document->warnings)
        m_context.log->info("{}: {}", task.input.name, warning);
    std::vector<base::Article> chunk;
    for (base::Article& article : document->articles) {
        chunk.push_back(std::move(article));
        if (chunk.size() == Chunk) {
            analyse(source, std::move(chunk));
            chunk.clear();
        }
    }
    if (!chunk.empty())
        analyse(source, std::move(chunk));
    for (const base::Subscription& subscription : document->subscriptions) {
        base::Source feed;
        feed.kind = base::SourceKind::Feed;
        feed.url = subscription.url;
        feed.title = subscription.title;
        feed.site = subscription.site;
        for (const std::string& folder : subscription.folder)
            feed.folder += (feed.folder.empty() ? "" : "/") + folder;
        ++m_pending;
        m_writer.run([feed](store::Database& database) { return store::ensureSource(database, feed); }, this,
            [this](base::Result<base::Source> stored) {
                if (stored) {
                    ++m_counts.subscriptions;
                    if (!m_context.options.offline)
                        addFeeds({*stored});
                }
                oneDone();
            });
    }
    oneDone();
}

void IngestJob::analyse(const base::Source& source, std::vector<base::Article> articles)
{
    ++m_pending;
    m_pool.start([this, source, articles = std::move(articles), pack = m_pack, stop = m_stop]() mutable {
        std::vector<AnalysedArticle> analysed;
        if (!stop->load())
            analysed = analyseArticles(*pack, std::move(articles));
        QMetaObject::invokeMethod(
            this,
            [this, source, analysed = std::move(analysed), stop]() mutable {
                if (stop->load())
                    oneDone();
                else
                    store(source, std::move(analysed));
            },
            Qt::QueuedConnection);
    });
}

void IngestJob::store(const base::Source& source, std::vector<AnalysedArticle> articles)
{
    m_writer.run(
        [source, articles = std::move(articles), now = currentInstant()](
            store::Database& database) mutable -> base::Result<store::StoredBatch> {
            const base::Result<base::Source> stored = store::ensureSource(database, source);
            if (!stored)
                return stored.error();
            std::vector<store::AnalysedArticle> batch;
            for (AnalysedArticle& one : articles) {
                one.article.sourceId = stored->id;
                batch.push_back({std::move(one.article), std::move(one.analysis), now});
            }
            return store::storeBatch(database, batch);
        },
        this,
        [this, name = source.title](base::Result<store::StoredBatch> stored) {
            if (stored) {
                m_counts.added += stored->added;
                m_counts.revised += stored->revised;
                m_counts.unchanged += stored->unchanged;
                Q_EMIT articlesStored(stored->added, stored->revised);
            } else {
                ++m_counts.failed;
                Q_EMIT inputFailed(
                    QString::fromStdString(name), QString::fromStdString(stored.error().text()));
            }
            oneDone();
        });
}

void IngestJob::fail(const Task& task, const base::Error& error)
{
    --m_active;
    ++m_done;
    if (error.code != base::ErrorCode::Cancelled) {
        ++m_counts.failed;
        m_context.log->warn("{}: {}", task.input.name, error.message);
        Q_EMIT inputFailed(QString::fromStdString(task.input.name), QString::fromStdString(error.message));
    }
    oneDone();
}

void IngestJob::oneDone()
{
    --m_pending;
    advance();
    Q_EMIT progressed(m_done, m_counts.inputs, {});
    if (m_pending == 0 && m_queue.empty())
        Q_EMIT finished();
}

} // namespace app
