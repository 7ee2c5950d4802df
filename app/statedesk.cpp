// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "statedesk.h"

#include "context.h"

#include <desk/query.h>
#include <store/storedquery.h>

#include <memory>
#include <utility>

namespace app {

namespace {

constexpr std::size_t UndoSteps = 200;

store::Ids idsOf(const QList<qint64>& list) { return {list.begin(), list.end()}; }

QList<qint64> listOf(const store::Ids& ids) { return {ids.begin(), ids.end()}; }

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString articles(int count)
{
    return count == 1 ? StateDesk::tr("1 article") : StateDesk::tr("%1 articles").arg(count);
}

} // namespace

StateDesk::StateDesk(DatabaseThread& writer, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
{
}

StateDesk::~StateDesk() { m_writer.drain(); }

void StateDesk::run(Step step, std::optional<Inverse> inverse, std::function<QString(int)> text)
{
    m_writer.run(std::move(step.work), this,
        [this, show = std::move(step.show), inverse = std::move(inverse), text = std::move(text)](
            base::Result<store::Ids> ids) {
            if (!ids)
                return Q_EMIT said(tr("Not saved: %1").arg(utf8(ids.error().message)));
            const int count = static_cast<int>(ids->size());
            if (text) {
                if (const QString message = text(count); !message.isEmpty())
                    Q_EMIT said(message);
            }
            if (ids->empty())
                return;
            show(listOf(*ids));
            const bool typedOn
                = inverse && inverse->noted != 0 && !m_undo.empty() && m_undo.back().noted == inverse->noted;
            if (inverse && !typedOn)
                push({inverse->step(*ids), inverse->text, inverse->noted});
            Q_EMIT changed();
        });
}

void StateDesk::push(Undo undo)
{
    m_undo.push_back(std::move(undo));
    if (m_undo.size() > UndoSteps)
        m_undo.pop_front();
}

void StateDesk::remember(std::function<void()> undo) { push({{}, {}, 0, std::move(undo)}); }

StateDesk::Step StateDesk::readStep(store::Ids ids, bool read)
{
    return {[ids = std::move(ids), read](
                store::Database& database) { return store::setRead(database, ids, read, currentInstant()); },
        [this, read](const QList<qint64>& changed) { Q_EMIT flagsChanged(changed, read, std::nullopt); }};
}

StateDesk::Step StateDesk::starStep(store::Ids ids, bool starred)
{
    return {[ids = std::move(ids), starred](
                store::Database& database) { return store::setStarred(database, ids, starred); },
        [this, starred](
            const QList<qint64>& changed) { Q_EMIT flagsChanged(changed, std::nullopt, starred); }};
}

StateDesk::Step StateDesk::hiddenStep(store::Ids ids, bool hidden)
{
    return {[ids = std::move(ids), hidden](
                store::Database& database) { return store::setHidden(database, ids, hidden); },
        [this, hidden](const QList<qint64>& changed) { Q_EMIT hiddenChanged(changed, hidden); }};
}

StateDesk::Step StateDesk::labelStep(store::Ids ids, const QString& name, bool on)
{
    return {[ids = std::move(ids), name = name.toStdString(), on](store::Database& database) {
                return on ? store::addLabel(database, ids, name) : store::removeLabel(database, ids, name);
            },
        [this](const QList<qint64>& changed) { Q_EMIT rowsChanged(changed); }};
}

void StateDesk::setRead(const QList<qint64>& ids, bool read)
{
    run(readStep(idsOf(ids), read),
        Inverse{[this, read](const store::Ids& changed) { return readStep(changed, !read); },
            [read](int count) {
                return read ? tr("Unread again: %1.").arg(articles(count))
                            : tr("Read again: %1.").arg(articles(count));
            }},
        [read](int count) {
            return count < 2 ? QString()
                : read       ? tr("%1 marked read.").arg(articles(count))
                             : tr("%1 marked unread.").arg(articles(count));
        });
}

void StateDesk::setStarred(const QList<qint64>& ids, bool starred)
{
    run(starStep(idsOf(ids), starred),
        Inverse{[this, starred](const store::Ids& changed) { return starStep(changed, !starred); },
            [starred](int count) {
                return starred ? tr("Star taken off %1.").arg(articles(count))
                               : tr("Star on %1 again.").arg(articles(count));
            }},
        [starred](int count) {
            return count < 2 ? QString()
                : starred    ? tr("Star put on %1.").arg(articles(count))
                             : tr("Star taken off %1.").arg(articles(count));
        });
}

void StateDesk::setHidden(const QList<qint64>& ids, bool hidden)
{
    run(hiddenStep(idsOf(ids), hidden),
        Inverse{[this, hidden](const store::Ids& changed) { return hiddenStep(changed, !hidden); },
            [hidden](int count) {
                return hidden ? tr("Listed again: %1.").arg(articles(count))
                              : tr("Hidden again: %1.").arg(articles(count));
            }},
        [hidden](int count) {
            return count == 0 ? QString()
                : hidden
                ? tr("%1 hidden. Ctrl+Z takes it back; is:hidden lists what is hidden.").arg(articles(count))
                : tr("%1 listed again.").arg(articles(count));
        });
}

void StateDesk::setLabel(const QList<qint64>& ids, const QString& name, bool on)
{
    run(labelStep(idsOf(ids), name, on),
        Inverse{[this, name, on](const store::Ids& changed) { return labelStep(changed, name, !on); },
            [name, on](int count) {
                return on ? tr("Label %1 taken off %2.").arg(name, articles(count))
                          : tr("Label %1 on %2 again.").arg(name, articles(count));
            }},
        [name, on](int count) {
            return on ? tr("Label %1 put on %2.").arg(name, articles(count))
                      : tr("Label %1 taken off %2.").arg(name, articles(count));
        });
}

void StateDesk::setNote(qint64 id, const QString& note)
{
    // What stood there before is known once it is written.
    const auto former = std::make_shared<QString>();
    const auto step = [this, id](const QString& text, const std::shared_ptr<QString>& before) {
        return Step{
            [id, text = text.toStdString(), before](store::Database& database) -> base::Result<store::Ids> {
                base::Result<std::string> was = store::setNote(database, id, text);
                if (!was)
                    return was.error();
                *before = utf8(*was);
                return *was == text ? store::Ids() : store::Ids{id};
            },
            [this, id, text](const QList<qint64>& changed) {
                Q_EMIT noteChanged(id, text);
                Q_EMIT rowsChanged(changed);
            }};
    };
    run(step(note, former),
        Inverse{[step, former](const store::Ids&) { return step(*former, std::make_shared<QString>()); },
            [](int) { return tr("The note is as it was."); }, id},
        {});
}

void StateDesk::markAllRead(const QString& query, std::optional<base::Instant> asOf)
{
    run({[text = query.toStdString(), asOf](store::Database& database) -> base::Result<store::Ids> {
             const base::Instant now = currentInstant();
             const base::Result<desk::Query> parsed = store::parseStoredQuery(database, text, now, asOf);
             if (!parsed)
                 return parsed.error();
             return store::markMatchesRead(database, *parsed);
         },
            [this](const QList<qint64>& changed) { Q_EMIT flagsChanged(changed, true, std::nullopt); }},
        Inverse{[this](const store::Ids& changed) { return readStep(changed, false); },
            [](int count) { return tr("Unread again: %1.").arg(articles(count)); }},
        [](int count) { return tr("%1 marked read. Ctrl+Z takes it back.").arg(articles(count)); });
}

void StateDesk::undo()
{
    // Behind what is still being written: a change that was just made is the one that is taken back.
    m_writer.run([](store::Database&) { return true; }, this, [this](bool) { undoLast(); });
}

void StateDesk::undoLast()
{
    if (m_undo.empty())
        return Q_EMIT said(tr("Nothing to undo."));
    Undo undo = std::move(m_undo.back());
    m_undo.pop_back();
    if (undo.other)
        return undo.other();
    run(std::move(undo.step), std::nullopt, std::move(undo.text));
}

} // namespace app
