// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "revisiondesk.h"

#include <store/articlestore.h>

#include <utility>

namespace app {

RevisionDesk::RevisionDesk(DatabaseThread& reader, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
{
}

RevisionDesk::~RevisionDesk() { m_reader.drain(); }

void RevisionDesk::read(qint64 article, std::optional<base::Instant> asOf)
{
    m_reader.run(
        [article, asOf](store::Database& database) -> base::Result<Versions> {
            base::Result<std::vector<store::Revision>> former = store::readRevisions(database, article);
            if (!former)
                return former.error();
            base::Result<store::StoredArticle> present = store::readArticle(database, article);
            if (!present)
                return present.error();
            Versions versions;
            for (store::Revision& revision : *former)
                versions.push_back({std::move(revision.title), std::move(revision.body), revision.received});
            base::Article& text = present->article;
            versions.push_back({std::move(text.title), std::move(text.body), text.received});
            if (asOf)
                std::erase_if(versions, [&](const desk::TextVersion& one) { return one.received > *asOf; });
            return versions;
        },
        this,
        [this, article](base::Result<Versions> versions) {
            if (!versions) {
                Q_EMIT said(QString::fromStdString(versions.error().text()));
                return;
            }
            m_article = article;
            m_versions = std::make_shared<const Versions>(std::move(*versions));
            Q_EMIT versionsRead(article, *m_versions);
        });
}

void RevisionDesk::compare(qint64 article, int before, int after)
{
    const int count = static_cast<int>(m_versions->size());
    if (article != m_article || std::min(before, after) < 0 || std::max(before, after) >= count)
        return;
    using Runs = std::vector<desk::WordRun>;
    m_reader.run(
        [versions = m_versions, before, after](store::Database&) {
            const desk::TextVersion& from = (*versions)[static_cast<std::size_t>(before)];
            const desk::TextVersion& to = (*versions)[static_cast<std::size_t>(after)];
            return std::pair<Runs, Runs>(
                desk::wordChanges(from.title, to.title), desk::wordChanges(from.body, to.body));
        },
        this,
        [this, article, before, after](const std::pair<Runs, Runs>& runs) {
            Q_EMIT compared(article, before, after, runs.first, runs.second);
        });
}

} // namespace app
