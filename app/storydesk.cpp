// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storydesk.h"

#include "context.h"
#include "statedesk.h"
#include "storyreport.h"

#include <store/storystore.h>

#include <utility>

namespace app {

namespace {

// They become one new story; all were in one.
base::Result<std::int64_t> split(store::Database& database, const QList<qint64>& articles)
{
    const base::Result<std::int64_t> story = store::storyOf(database, articles.value(0));
    return story ? store::splitStory(database, *story, {articles.begin(), articles.end()}, currentInstant())
                 : story;
}

// Makes a change that was undone again; gives the changes' ids.
base::Result<std::vector<std::int64_t>> madeAgain(store::Database& database, const desk::StoryChange& change)
{
    if (change.merge)
        return store::mergeStories(database, {change.story, change.other}, currentInstant());
    const base::Result<std::int64_t> made = change.move
        ? store::moveArticles(database, change.story, change.other, change.articles, currentInstant())
        : store::splitStory(database, change.story, change.articles, currentInstant());
    if (!made)
        return made.error();
    return std::vector<std::int64_t>{*made};
}

// The changes this took; all or none of them.
base::Result<std::vector<std::int64_t>> joined(store::Database& database, const QList<qint64>& articles)
{
    std::vector<std::int64_t> stories;
    for (const qint64 article : articles) {
        const base::Result<std::int64_t> story = store::storyOf(database, article);
        if (!story)
            return story.error();
        if (*story == 0)
            return base::Error{
                base::ErrorCode::NotFound, "an article is not analysed yet, and has no story", {}};
        stories.push_back(*story);
    }
    return store::mergeStories(database, stories, currentInstant());
}

} // namespace

StoryDesk::StoryDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_undo(undo)
{
}

StoryDesk::~StoryDesk()
{
    m_reader.drain();
    m_writer.drain();
}

void StoryDesk::usePack(const std::shared_ptr<const engine::Pack>& pack)
{
    m_pack = pack;
    if (m_waiting)
        read(m_waiting->article, m_waiting->asOf);
}

void StoryDesk::read(qint64 article, std::optional<base::Instant> asOf)
{
    m_waiting.reset();
    if (!m_pack) {
        m_waiting = Question{article, asOf};
        return;
    }
    m_reader.run([pack = m_pack, article, asOf](
                     store::Database& database) { return storyReport(database, *pack, article, asOf); },
        this,
        [this, article, asked = ++m_asked](base::Result<std::optional<StoryReport>> report) {
            if (asked != m_asked)
                return;
            if (!report)
                return Q_EMIT said(QString::fromStdString(report.error().text()));
            Q_EMIT storyRead(article, *report ? timelineOf(std::move(**report)) : desk::StoryTimeline());
        });
}

void StoryDesk::splitOff(const QList<qint64>& articles)
{
    m_writer.run([articles](store::Database& database) { return split(database, articles); }, this,
        [this, several = articles.size() > 1](const base::Result<std::int64_t>& change) {
            if (!change)
                return Q_EMIT said(
                    tr("Not taken out: %1").arg(QString::fromStdString(change.error().message)));
            m_undo.remember([this, several, change = *change] {
                undo({change},
                    several ? tr("Undone: the articles are part of their story again.")
                            : tr("Undone: the article is part of its story again."));
            });
            Q_EMIT said(several ? tr("Taken out of the story: they are one of their own now.")
                                : tr("Taken out of the story: it is one of its own now."));
            Q_EMIT changed();
        });
}

void StoryDesk::undoChange(const desk::StoryChange& change)
{
    undo({change.id},
        change.merge ? tr("Undone: the stories are apart again.")
                     : tr("Undone: the articles are part of their story again."),
        [this, change] { m_undo.remember([this, change] { makeAgain(change); }); });
}

void StoryDesk::makeAgain(const desk::StoryChange& change)
{
    m_writer.run([change](store::Database& database) { return madeAgain(database, change); }, this,
        [this](const base::Result<std::vector<std::int64_t>>& made) {
            if (!made)
                return Q_EMIT said(tr("Not saved: %1").arg(QString::fromStdString(made.error().message)));
            Q_EMIT said(tr("As it was before."));
            Q_EMIT changed();
        });
}

void StoryDesk::join(const QList<qint64>& articles)
{
    m_writer.run([articles](store::Database& database) { return joined(database, articles); }, this,
        [this](const base::Result<std::vector<std::int64_t>>& changes) {
            if (!changes)
                return Q_EMIT said(tr("Not joined: %1").arg(QString::fromStdString(changes.error().message)));
            m_undo.remember(
                [this, changes = *changes] { undo(changes, tr("Undone: the stories are apart again.")); });
            Q_EMIT said(tr("One story now."));
            Q_EMIT changed();
        });
}

void StoryDesk::undo(
    const std::vector<std::int64_t>& changes, const QString& done, const std::function<void()>& then)
{
    m_writer.run(
        [changes](store::Database& database) -> base::Outcome {
            for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
                if (base::Outcome undone = store::undoStoryChange(database, *change); !undone)
                    return undone;
            }
            return base::Done{};
        },
        this,
        [this, done, then](const base::Outcome& undone) {
            if (!undone)
                return Q_EMIT said(tr("Not undone: %1").arg(QString::fromStdString(undone.error().message)));
            if (then)
                then();
            Q_EMIT said(done);
            Q_EMIT changed();
        });
}

} // namespace app
