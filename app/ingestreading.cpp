// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// From bytes to what is stored: the other half of IngestJob.
#include "fulltext.h"
#include "ingestjob.h"
#include "sourcelist.h"

#include <base/files.h>
#include <base/strings.h>
#include <ingest/decode.h>
#include <ingest/feeds/feedparser.h>
#include <ingest/opml/opml.h>
#include <store/sourcestore.h>
#include <store/storefile.h>

#include <QFileInfo>
#include <QUrl>

#include <spdlog/spdlog.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace app {

namespace {

constexpr std::size_t Chunk = 2000; // articles of one input written together

// A file named as a table is one, though its header row says nothing: its first rows, for a person to tell.
std::optional<ingest::TableUse> untoldTable(const InputBytes& input)
{
    const std::string name = base::lowerAscii(input.name);
    if (!base::endsWith(name, ".csv") && !base::endsWith(name, ".tsv") && !base::endsWith(name, ".tab"))
        return std::nullopt;
    ingest::TableUse table;
    table.guess = ingest::guessTable(ingest::decode(input.bytes, input.contentType).text);
    if (table.guess.mapping.columns.size() < 2)
        return std::nullopt;
    table.key = ingest::headerKey(table.guess);
    table.used = table.guess.mapping;
    return table;
}

// A file's bytes; of a feed that is too large to be read only so much as tells what it is.
base::Result<std::string> readWhole(const std::string& name, const std::filesystem::path& store)
{
    if (store::isOfStore(store, name))
        return base::Error{base::ErrorCode::InvalidInput, "is Leadline's own store, not news", name};
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(name, unknown);
    if (!unknown && size > ingest::MaxFeedBytes) {
        std::string head(8192, '\0');
        std::ifstream stream(name, std::ios::binary);
        stream.read(head.data(), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<std::size_t>(stream.gcount()));
        if (ingest::looksLikeFeed(head))
            return base::Error{base::ErrorCode::TooLarge, "is larger than 32 MiB", name};
    }
    return base::readFile(name);
}

} // namespace

void IngestJob::read(Task task, InputBytes bytes, std::shared_ptr<FetchAnswer> answer)
{
    m_pool.start([this, task = std::move(task), bytes = std::move(bytes), answer = std::move(answer),
                     options = readOptions(), stop = m_stop]() mutable {
        Reading reading{base::Error{base::ErrorCode::Cancelled, "cancelled"}, {}, {}, 0, 0};
        base::Result<std::string> file = std::string();
        if (!stop->load() && bytes.url.empty()) {
            file = readWhole(bytes.name, m_context.storePath());
            if (file) {
                bytes.bytes = std::move(file).value();
                bytes.received = currentInstant();
            } else {
                reading.document = file.error();
            }
        }
        if (!stop->load() && file) {
            reading.document = readInput(bytes, options);
            if (!reading.document)
                reading.table = untoldTable(bytes);
            reading.bytes = bytes.bytes.size();
            reading.hash = base::hash64(bytes.bytes);
            if (answer && reading.document && reading.document->kind == ingest::InputKind::Page)
                reading.feeds = ingest::discoverFeeds(bytes.bytes, bytes.url);
        }
        QMetaObject::invokeMethod(
            this,
            [this, task = std::move(task), reading = std::move(reading),
                answer = std::move(answer)]() mutable { take(std::move(task), std::move(reading), answer); },
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
        if (reading.table)
            Q_EMIT tableRead(QString::fromStdString(task.input.name), *reading.table);
        if (error.code != base::ErrorCode::Cancelled && task.source.id > 0) {
            store::Arrival arrival;
            arrival.source = task.source;
            arrival.file = task.file;
            base::FetchRecord record;
            record.at = now;
            record.message = task.input.name + ": " + error.message;
            arrival.fetch = record;
            if (answer) {
                const Refresh refresh = failedRefresh(task.source, *answer, error, now, randomJitter());
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
    if (!document.leftOut.empty())
        report(QString::fromStdString(task.input.name),
            {base::ErrorCode::TooLarge, base::join(document.leftOut, "; ")});
    for (const ingest::TableUse& table : document.tables) {
        if (m_asksColumns && !table.remembered && table.guess.confidence < 1) {
            Q_EMIT tableRead(QString::fromStdString(task.input.name), table);
            return ended();
        }
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
        source.url = task.input.address ? task.input.name : fileAddress(task.input.name);
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
        Refresh refresh
            = readRefresh(source, *answer, document, reading.bytes, reading.hash, now, randomJitter());
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
        const Refresh refresh = failedRefresh(task.source, *answer, error, currentInstant(), randomJitter());
        put(task, {refresh.source, {}, refresh.record, {}});
    }
    fail(task, error);
}

void IngestJob::takeSubscriptions(const std::vector<base::Subscription>& subscriptions)
{
    if (subscriptions.empty())
        return;
    ++m_pending;
    m_writer.run([feeds = sourcesOf(subscriptions)](
                     store::Database& database) { return store::ensureSources(database, feeds); },
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
        part.articles.assign(std::make_move_iterator(arrival.articles.begin()), std::make_move_iterator(end));
        arrival.articles.erase(arrival.articles.begin(), end);
        ++m_pending;
        m_arrivals.put(std::move(part), done);
    }
    const QString title = QString::fromStdString(arrival.source.title);
    const QString url = QString::fromStdString(arrival.source.url);
    ++m_pending;
    m_arrivals.put(
        std::move(arrival), [this, task, done, title, url](base::Result<store::StoredArrival> stored) {
            if (stored && task.subscribing) {
                ++m_counts.subscriptions;
                Q_EMIT subscribed(title, url, task.others);
            }
            done(std::move(stored));
        });
}

} // namespace app
