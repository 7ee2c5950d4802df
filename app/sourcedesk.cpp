// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sourcedesk.h"

#include "sourcelist.h"

#include <base/files.h>
#include <base/strings.h>
#include <ingest/opml/opml.h>
#include <store/sourcestore.h>
#include <store/storefile.h>

#include <QFile>

#include <algorithm>
#include <set>
#include <utility>

namespace app {

namespace {

constexpr int SoonMs = 500; // many changes are read together
constexpr int LateMs = 10000; // however long reading takes
constexpr int Share = 8; // of the reader's time: a long list is read less often
constexpr int LogLines = 100;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// Of these, those that are feeds or folders still.
base::Result<std::vector<base::Source>> sourcesOf(store::Database& database, const QList<qint64>& ids)
{
    base::Result<std::vector<base::Source>> sources = store::readSources(database);
    if (!sources)
        return sources;
    const std::set<qint64> wanted(ids.begin(), ids.end());
    std::erase_if(*sources, [&](const base::Source& source) {
        return source.kind == base::SourceKind::File || !wanted.contains(source.id);
    });
    if (sources->empty())
        return base::Error{base::ErrorCode::NotFound, "this source was removed"};
    return sources;
}

struct Catalogue {
    std::vector<base::Subscription> feeds;
    QSet<QString> known;
};

base::Result<Catalogue> catalogueOf(store::Database& database, const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::NotFound, "this build carries no catalogue of feeds"};
    const QByteArray bytes = file.readAll();
    base::Result<ingest::SubscriptionList> list
        = ingest::readOpml({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!list)
        return list.error();
    const base::Result<std::vector<base::Source>> sources = store::readSources(database);
    if (!sources)
        return sources.error();
    Catalogue catalogue{std::move(list->subscriptions), {}};
    for (const base::Source& source : *sources) {
        if (source.kind == base::SourceKind::Feed)
            catalogue.known.insert(utf8(source.url));
    }
    return catalogue;
}

} // namespace

SourceDesk::SourceDesk(DatabaseThread& reader, DatabaseThread& writer, IngestJob& job, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_job(job)
    , m_catalogue(QStringLiteral(":/catalogue/finance.opml"))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &SourceDesk::read);
}

SourceDesk::~SourceDesk()
{
    m_pool.waitForDone();
    m_reader.drain();
    m_writer.drain();
}

void SourceDesk::setOpen(bool open)
{
    m_open = open;
    if (open)
        read();
}

void SourceDesk::changed()
{
    if (m_open && !m_soon.isActive())
        m_soon.start();
}

void SourceDesk::read()
{
    if (!m_open)
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_asked.start();
    m_reader.run(
        [](store::Database& database) { return store::readSourceHealth(database, currentInstant()); }, this,
        [this](base::Result<std::vector<desk::SourceHealth>> sources) {
            m_reading = false;
            m_soon.setInterval(std::clamp(static_cast<int>(m_asked.elapsed()) * Share, SoonMs, LateMs));
            if (std::exchange(m_again, false))
                changed();
            if (!sources)
                return failed(sources.error());
            Q_EMIT sourcesRead(*sources);
        });
    readLog(m_log);
}

void SourceDesk::readLog(qint64 id)
{
    m_log = id;
    if (id == 0)
        return;
    m_reader.run([id](store::Database& database) { return store::readFetchLog(database, id, LogLines); },
        this,
        [this, id](base::Result<std::vector<base::FetchRecord>> records) {
            if (!records)
                return failed(records.error());
            Q_EMIT logRead(id, *records);
        });
}

void SourceDesk::failed(const base::Error& error) { Q_EMIT said(tr("Not done: %1").arg(utf8(error.text()))); }

void SourceDesk::retry(const QList<qint64>& ids)
{
    m_writer.run(
        [ids](store::Database& database) -> base::Result<std::vector<base::Source>> {
            for (const qint64 id : ids) {
                if (base::Outcome due = store::makeDue(database, id); !due)
                    return due.error();
            }
            return sourcesOf(database, ids);
        },
        this,
        [this](base::Result<std::vector<base::Source>> sources) {
            if (!sources)
                return failed(sources.error());
            const bool feeds = std::any_of(sources->begin(), sources->end(),
                [](const base::Source& source) { return source.kind == base::SourceKind::Feed; });
            if (m_offline && feeds) {
                Q_EMIT said(tr("Working offline: asked as soon as you are online again."));
                std::erase_if(*sources,
                    [](const base::Source& source) { return source.kind == base::SourceKind::Feed; });
            } else {
                Q_EMIT said(sources->size() == 1 ? tr("Asking %1\u2026").arg(utf8(sources->front().title))
                                                 : tr("Asking %1 sources\u2026").arg(sources->size()));
            }
            if (!sources->empty())
                inJob([sources = std::move(*sources)](IngestJob& job) { job.addSources(sources); });
            read();
        });
}

void SourceDesk::remove(const QList<qint64>& ids)
{
    m_writer.run(
        [ids](store::Database& database) -> base::Outcome {
            for (const qint64 id : ids) {
                if (base::Outcome removed = store::removeFeed(database, id); !removed)
                    return removed;
            }
            return base::Done{};
        },
        this,
        [this, count = ids.size()](base::Outcome removed) {
            if (removed)
                Q_EMIT said(count == 1 ? tr("Removed. Its articles stay.")
                                       : tr("%1 sources removed. Their articles stay.").arg(count));
            else
                failed(removed.error());
            read();
            Q_EMIT sourcesChanged();
        });
}

void SourceDesk::change(
    const QList<qint64>& ids, std::function<void(base::Source&)> change, const QString& done)
{
    m_writer.run(
        [ids, change = std::move(change)](store::Database& database) -> base::Outcome {
            base::Result<std::vector<base::Source>> sources = sourcesOf(database, ids);
            if (!sources)
                return sources.error();
            for (base::Source& source : *sources) {
                change(source);
                if (base::Outcome changed = store::changeSource(database, source); !changed)
                    return changed;
            }
            return base::Done{};
        },
        this,
        [this, done](base::Outcome changed) {
            if (changed)
                Q_EMIT said(done);
            else
                failed(changed.error());
            read(); // confirms what is shown already, or takes it back
            Q_EMIT sourcesChanged();
        });
}

void SourceDesk::setFullText(const QList<qint64>& ids, bool on)
{
    change(
        ids, [on](base::Source& source) { source.fullText = on; },
        on ? tr("Full text is fetched from the next refresh on.") : tr("Full text is not fetched any more."));
}

void SourceDesk::setTitle(qint64 id, const QString& title)
{
    change(
        {id}, [title](base::Source& source) { source.title = title.toStdString(); }, tr("Renamed."));
}

void SourceDesk::setFolder(const QList<qint64>& ids, const QString& folder)
{
    change(
        ids, [folder](base::Source& source) { source.folder = folder.toStdString(); },
        folder.isEmpty() ? tr("Moved out of its folder.") : tr("Moved to %1.").arg(folder));
}

void SourceDesk::exportList(const QString& path)
{
    m_reader.run(
        [file = path.toStdString()](store::Database& database) -> base::Result<std::vector<base::Source>> {
            if (store::isOfStore(database.file(), file))
                return base::Error{
                    base::ErrorCode::InvalidInput, "is Leadline's own store; it was left as it is", file};
            return store::readListings(database);
        },
        this,
        [this, path](base::Result<std::vector<base::Source>> sources) {
            if (!sources)
                return failed(sources.error());
            m_pool.start([this, path, sources = std::move(*sources)] {
                const ingest::SubscriptionList list = listOf(sources);
                const base::Outcome written = base::writeFile(path.toStdString(), ingest::writeOpml(list));
                const QString message = written
                    ? tr("%1 feeds written to %2").arg(list.subscriptions.size()).arg(path)
                    : tr("Not written: %1").arg(utf8(written.error().text()));
                QMetaObject::invokeMethod(
                    this, [this, message] { Q_EMIT said(message); }, Qt::QueuedConnection);
            });
        });
}

void SourceDesk::readCatalogue()
{
    m_reader.run([name = m_catalogue](store::Database& database) { return catalogueOf(database, name); },
        this,
        [this](base::Result<Catalogue> catalogue) {
            if (catalogue)
                Q_EMIT catalogueRead(catalogue->feeds, catalogue->known);
            else
                Q_EMIT catalogueFailed(
                    tr("The catalogue cannot be shown: %1.").arg(utf8(catalogue.error().text())));
        });
}

void SourceDesk::subscribe(const std::vector<base::Subscription>& feeds)
{
    m_writer.run([sources = sourcesOf(feeds)](
                     store::Database& database) { return store::ensureSources(database, sources); },
        this,
        [this](base::Result<std::vector<base::Source>> stored) {
            if (!stored)
                return failed(stored.error());
            Q_EMIT said(stored->size() == 1 ? tr("Subscribed: %1").arg(utf8(stored->front().title))
                                            : tr("Subscribed to %1 feeds.").arg(stored->size()));
            if (!m_offline)
                inJob([stored = std::move(*stored)](IngestJob& job) { job.addSources(stored); });
            read();
            Q_EMIT sourcesChanged();
        });
}

void SourceDesk::setOffline(bool offline)
{
    m_offline = offline;
    inJob([offline](IngestJob& job) { job.setOffline(offline); });
}

} // namespace app
