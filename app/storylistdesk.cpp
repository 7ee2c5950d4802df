// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storylistdesk.h"

#include "context.h"
#include "storyreport.h"

#include <store/articlestore.h>
#include <store/storylist.h>
#include <store/storystore.h>

#include <utility>

namespace app {

namespace {

constexpr int MostUnfolded = 500; // articles of one story

base::Result<desk::StoryDetails> detailsOf(store::Database& database, const engine::Pack& pack,
    std::int64_t story, std::optional<base::Instant> asOf)
{
    base::Result<StoryReport> report = storyReportOf(database, pack, story, asOf);
    if (!report)
        return report.error();
    base::Result<std::vector<desk::StoryChange>> log = store::readStoryLog(database, story, asOf);
    if (!log)
        return log.error();
    return desk::StoryDetails{timelineOf(std::move(report).value()), std::move(log).value()};
}

} // namespace

StoryListDesk::StoryListDesk(DatabaseThread& reader, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
{
}

StoryListDesk::~StoryListDesk() { m_reader.drain(); }

void StoryListDesk::usePack(const std::shared_ptr<const engine::Pack>& pack)
{
    m_pack = pack;
    if (m_waiting)
        readStory(m_waiting->story, m_waiting->asOf);
}

void StoryListDesk::readList(const desk::StoryListRequest& request, int generation)
{
    m_reader.run(
        [request](
            store::Database& database) { return store::readStoryList(database, request, currentInstant()); },
        this,
        [this, generation, first = !request.after.has_value()](
            const base::Result<desk::StoryListPage>& page) {
            if (page)
                Q_EMIT listRead(*page, generation, first);
            else
                Q_EMIT listFailed(QString::fromStdString(page.error().message), generation);
        });
}

void StoryListDesk::readStory(qint64 story, std::optional<base::Instant> asOf)
{
    m_waiting.reset();
    if (!m_pack) {
        m_waiting = Question{story, asOf};
        return;
    }
    m_reader.run([pack = m_pack, story, asOf](
                     store::Database& database) { return detailsOf(database, *pack, story, asOf); },
        this,
        [this, story, asked = ++m_asked](const base::Result<desk::StoryDetails>& details) {
            if (asked != m_asked)
                return;
            if (details)
                Q_EMIT storyRead(story, *details);
            else
                Q_EMIT said(QString::fromStdString(details.error().text()));
        });
}

void StoryListDesk::readArticles(qint64 article, const QString& story, std::optional<base::Instant> asOf)
{
    desk::FeedRequest request;
    request.query = "story:" + story.toStdString();
    request.sort = desk::Sort::Published;
    request.limit = MostUnfolded;
    request.asOf = asOf;
    m_reader.run(
        [request](store::Database& database) { return store::readPage(database, request, currentInstant()); },
        this,
        [this, article](const base::Result<desk::FeedPage>& page) {
            if (!page)
                return Q_EMIT said(QString::fromStdString(page.error().text()));
            if (page->next)
                Q_EMIT said(tr("The newest %1 articles of the story are listed.").arg(page->rows.size()));
            Q_EMIT articlesRead(article, page->rows);
        });
}

} // namespace app
