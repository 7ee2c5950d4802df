// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "searchdesk.h"

#include "context.h"
#include "statedesk.h"

#include <store/savedsearches.h>
#include <store/storedquery.h>

#include <algorithm>
#include <utility>

namespace app {

namespace {

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// Its place from 0, or -1.
base::Result<int> placeOf(store::Database& database, const std::string& name)
{
    const base::Result<std::vector<store::SavedSearch>> all = store::readSavedSearches(database);
    if (!all)
        return all.error();
    const auto found = std::find_if(
        all->begin(), all->end(), [&](const store::SavedSearch& search) { return search.name == name; });
    return found == all->end() ? -1 : static_cast<int>(found - all->begin());
}

} // namespace

SearchDesk::SearchDesk(DatabaseThread& writer, StateDesk& undo, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
    , m_undo(undo)
{
}

SearchDesk::~SearchDesk() { m_writer.drain(); }

template <class Work, class Done> void SearchDesk::run(Work work, Done done)
{
    using Result = decltype(work(std::declval<store::Database&>()));
    m_writer.run(std::move(work), this, [this, done = std::move(done)](Result result) {
        if (!result)
            // lupdate takes Done for a class.
            return Q_EMIT said(SearchDesk::tr("Not saved: %1").arg(utf8(result.error().message)));
        done(*result);
        Q_EMIT changed();
    });
}

void SearchDesk::save(const QString& name, const QString& query)
{
    run(
        [name = name.toStdString(), query = query.toStdString()](
            store::Database& database) -> base::Result<std::string> {
            if (const base::Result<desk::Query> parsed
                = store::parseStoredQuery(database, query, currentInstant());
                !parsed)
                return parsed.error();
            return store::saveSearch(database, {name, query});
        },
        [this, name = name.simplified()](const std::string& former) {
            Q_EMIT said(former.empty() ? tr("Saved: %1").arg(name)
                                       : tr("Saved: %1, in the place of its former query").arg(name));
            m_undo.remember([this, name, former = utf8(former)] {
                if (former.isEmpty())
                    return run([name = name.toStdString()](
                                   store::Database& database) { return store::removeSearch(database, name); },
                        [this, name](const store::SavedSearch&) {
                            Q_EMIT said(tr("Not kept any more: %1").arg(name));
                        });
                run(
                    [name = name.toStdString(), query = former.toStdString()](store::Database& database) {
                        return store::saveSearch(database, {name, query});
                    },
                    [this, name](
                        const std::string&) { Q_EMIT said(tr("%1 has its former query.").arg(name)); });
            });
        });
}

void SearchDesk::rename(const QString& name, const QString& newName)
{
    const auto renaming = [](const QString& from, const QString& to) {
        return [from = from.toStdString(), to = to.toStdString()](
                   store::Database& database) { return store::renameSearch(database, from, to); };
    };
    const QString kept = newName.simplified();
    run(renaming(name, kept), [this, renaming, name, kept](base::Done) {
        Q_EMIT said(tr("%1 is called %2 now.").arg(name, kept));
        m_undo.remember([this, renaming, name, kept] {
            run(renaming(kept, name),
                [this, name](base::Done) { Q_EMIT said(tr("It is called %1 again.").arg(name)); });
        });
    });
}

void SearchDesk::remove(const QString& name)
{
    using Removed = std::pair<store::SavedSearch, int>;
    run(
        [name = name.toStdString()](store::Database& database) -> base::Result<Removed> {
            const base::Result<int> place = placeOf(database, name);
            if (!place)
                return place.error();
            base::Result<store::SavedSearch> removed = store::removeSearch(database, name);
            if (!removed)
                return removed.error();
            return Removed{std::move(removed).value(), *place};
        },
        [this](const Removed& removed) {
            const QString kept = utf8(removed.first.name);
            Q_EMIT said(tr("Removed: %1. Ctrl+Z takes it back.").arg(kept));
            m_undo.remember([this, kept, query = utf8(removed.first.query), place = removed.second] {
                putBack(kept, query, place);
            });
        });
}

void SearchDesk::putBack(const QString& name, const QString& query, int place)
{
    run(
        [name = name.toStdString(), query = query.toStdString(), place](
            store::Database& database) -> base::Outcome {
            const base::Result<std::string> saved = store::saveSearch(database, {name, query});
            if (!saved)
                return saved.error();
            return store::moveSearch(database, name, place);
        },
        [this, name](base::Done) { Q_EMIT said(tr("Kept again: %1").arg(name)); });
}

void SearchDesk::move(const QString& name, int by)
{
    const auto moving = [name = name.toStdString()](auto target) {
        return [name, target](store::Database& database) -> base::Result<int> {
            const base::Result<int> place = placeOf(database, name);
            if (!place)
                return place.error();
            const base::Outcome moved = store::moveSearch(database, name, std::max(0, target(*place)));
            if (!moved)
                return moved.error();
            return *place;
        };
    };
    run(moving([by](int place) { return place + by; }), [this, moving](int former) {
        m_undo.remember([this, moving, former] {
            run(moving([former](int) { return former; }),
                [this](int) { Q_EMIT said(tr("The order is as it was.")); });
        });
    });
}

} // namespace app
