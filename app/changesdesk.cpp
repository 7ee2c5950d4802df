// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "changesdesk.h"

#include "context.h"
#include "statedesk.h"

#include <store/viewchanges.h>

#include <utility>

namespace app {

namespace {

constexpr int Limit = 200; // of each kind

QString utf8(const std::string& text) { return QString::fromStdString(text); }

} // namespace

ChangesDesk::ChangesDesk(DatabaseThread& reader, DatabaseThread& writer, StateDesk& undo, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_undo(undo)
{
}

ChangesDesk::~ChangesDesk()
{
    m_reader.drain();
    m_writer.drain();
}

void ChangesDesk::setMark(const QString& query, Mark at, std::function<void(const Mark& former)> done)
{
    m_writer.run([query = query.toStdString(), at](
                     store::Database& database) { return store::setViewSeen(database, query, at); },
        this,
        [this, done = std::move(done)](const base::Result<Mark>& former) {
            if (former)
                done(*former);
            else
                Q_EMIT said(tr("Not saved: %1").arg(utf8(former.error().message)));
        });
}

void ChangesDesk::viewShown(const QString& query)
{
    if (m_seen.contains(query))
        return;
    m_seen.insert(query);
    m_reader.run(
        [query = query.toStdString()](store::Database& database) { return store::viewSeen(database, query); },
        this,
        [this, query](const base::Result<Mark>& seen) {
            if (seen && !*seen)
                setMark(query, currentInstant(), [](const Mark&) {});
        });
}

void ChangesDesk::read(const QString& query)
{
    const base::Instant now = currentInstant();
    m_reader.run(
        [query = query.toStdString(), now](store::Database& database) -> base::Result<desk::ViewChanges> {
            const base::Result<Mark> seen = store::viewSeen(database, query);
            if (!seen)
                return seen.error();
            return store::readViewChanges(database, query, seen->value_or(now), now, Limit);
        },
        this,
        [this, query, now](base::Result<desk::ViewChanges> changes) {
            if (!changes)
                return Q_EMIT said(utf8(changes.error().message));
            m_query = query;
            m_readAt = now;
            m_changes = std::make_shared<const desk::ViewChanges>(std::move(*changes));
            Q_EMIT changesRead(query, *m_changes);
        });
    viewShown(query);
}

void ChangesDesk::compare(int revised)
{
    if (revised < 0 || revised >= static_cast<int>(m_changes->revised.size()))
        return;
    using Runs = std::vector<desk::WordRun>;
    m_reader.run(
        [changes = m_changes, revised](store::Database&) {
            const desk::RevisedArticle& one = changes->revised[static_cast<std::size_t>(revised)];
            return std::pair<Runs, Runs>(desk::wordChanges(one.before.title, one.after.title),
                desk::wordChanges(one.before.body, one.after.body));
        },
        this,
        [this, revised, changes = m_changes](const std::pair<Runs, Runs>& runs) {
            if (changes == m_changes)
                Q_EMIT compared(revised, runs.first, runs.second);
        });
}

void ChangesDesk::looked(const QString& query)
{
    // What came after the changes were read was not seen.
    const base::Instant until = query == m_query && m_readAt ? *m_readAt : currentInstant();
    setMark(query, until, [this, query](const Mark& former) {
        Q_EMIT said(tr("Looked at. Ctrl+Z takes it back."));
        m_undo.remember([this, query, former] {
            setMark(query, former, [this](const Mark&) { Q_EMIT said(tr("Not looked at since before.")); });
        });
    });
}

} // namespace app
