// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "retentiondesk.h"

#include "context.h"

#include <store/retention.h>
#include <store/sourcestore.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace app {

namespace {

constexpr int Batch = 500;
constexpr int FirstMs = 4 * 60 * 1000;
constexpr int DailyMs = 24 * 60 * 60 * 1000;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString articles(qint64 count)
{
    return count == 1 ? RetentionDesk::tr("1 article") : RetentionDesk::tr("%1 articles").arg(count);
}

} // namespace

RetentionDesk::RetentionDesk(
    DatabaseThread& reader, DatabaseThread& writer, std::filesystem::path store, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_store(std::move(store))
{
    m_pool.setMaxThreadCount(1);
    m_daily.setInterval(FirstMs);
    connect(&m_daily, &QTimer::timeout, this, [this] {
        m_daily.setInterval(DailyMs);
        removeNow();
    });
}

RetentionDesk::~RetentionDesk()
{
    m_pool.waitForDone();
    m_reader.drain();
    m_writer.drain();
}

void RetentionDesk::startDaily() { m_daily.start(); }

void RetentionDesk::read()
{
    using Read = std::pair<std::vector<desk::RetentionRule>, std::vector<desk::SourceHealth>>;
    m_reader.run(
        [](store::Database& database) -> base::Result<Read> {
            base::Result<std::vector<desk::RetentionRule>> rules = store::readRetention(database);
            if (!rules)
                return rules.error();
            base::Result<std::vector<desk::SourceHealth>> sources
                = store::readSourceHealth(database, currentInstant());
            if (!sources)
                return sources.error();
            return Read{std::move(rules).value(), std::move(sources).value()};
        },
        this,
        [this](const base::Result<Read>& read) {
            if (read)
                Q_EMIT rulesRead(read->first, read->second);
            else
                Q_EMIT said(utf8(read.error().text()));
        });
}

void RetentionDesk::preview(const std::vector<desk::RetentionRule>& rules)
{
    m_wanted = rules;
    if (!m_previewing)
        startPreview();
}

void RetentionDesk::startPreview()
{
    m_previewing = true;
    m_pool.start([this, rules = *std::exchange(m_wanted, std::nullopt)] {
        base::Result<std::unique_ptr<store::Database>> database = store::Database::openForReading(m_store);
        const base::Result<desk::RetentionPreview> preview = database
            ? store::previewRetention(**database, rules, currentInstant())
            : base::Result<desk::RetentionPreview>(database.error());
        QMetaObject::invokeMethod(
            this,
            [this, rules, preview] {
                m_previewing = false;
                if (m_wanted)
                    return startPreview();
                if (preview)
                    Q_EMIT previewRead(rules, *preview);
                else
                    Q_EMIT said(utf8(preview.error().text()));
            },
            Qt::QueuedConnection);
    });
}

void RetentionDesk::apply(const std::vector<desk::RetentionRule>& rules, qint64 expected)
{
    m_writer.run([rules](store::Database& database) { return store::setRetention(database, rules); }, this,
        [this, expected, none = rules.empty()](const base::Outcome& set) {
            if (!set)
                return Q_EMIT said(tr("Not saved: %1").arg(utf8(set.error().message)));
            Q_EMIT said(none ? tr("All articles are kept.") : tr("Rules saved."));
            m_expected = expected;
            m_asked = !none;
            if (!none)
                removeNow();
        });
}

void RetentionDesk::cancel() { m_cancelled = m_removing; }

void RetentionDesk::removeNow()
{
    if (m_removing)
        return;
    m_removing = true;
    m_cancelled = false;
    m_removed = 0;
    removeSome();
}

void RetentionDesk::removeSome()
{
    m_writer.run(
        [](store::Database& database) { return store::applyRetention(database, currentInstant(), Batch); },
        this,
        [this](const base::Result<int>& removed) {
            if (!removed)
                return finish(tr("Not removed: %1").arg(utf8(removed.error().message)));
            m_removed += *removed;
            if (*removed == 0)
                return finish(m_removed == 0 ? QString() : tr("Removed: %1.").arg(articles(m_removed)));
            if (m_cancelled)
                return finish(tr("Stopped. Removed: %1.").arg(articles(m_removed)));
            Q_EMIT progressed(tr("Removing"), static_cast<int>(m_removed),
                static_cast<int>(std::max(m_expected, m_removed)));
            removeSome();
        });
}

void RetentionDesk::finish(const QString& message)
{
    const bool any = m_removed > 0;
    const bool asked = std::exchange(m_asked, false);
    m_removing = false;
    m_expected = 0;
    if (any)
        Q_EMIT progressed({}, 0, 0);
    if (!message.isEmpty())
        Q_EMIT said(message);
    if (any)
        Q_EMIT changed(asked);
}

} // namespace app
