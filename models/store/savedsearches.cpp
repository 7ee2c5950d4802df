// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "savedsearches.h"

#include "sqlerror.h"
#include "states.h"

#include <algorithm>

namespace store {

namespace {

base::Result<std::string> searchName(const std::string& text)
{
    base::Result<std::string> name = labelName(text); // the same rules: both stand in quotes in a query
    if (!name)
        return base::Error{base::ErrorCode::InvalidInput,
            "a saved search needs a name of at most 60 characters without quotes"};
    return name;
}

base::Error noSearch(const std::string& name)
{
    return {base::ErrorCode::NotFound, "there is no saved search \"" + name + '"'};
}

std::vector<SavedSearch> readAll(SQLite::Database& handle)
{
    SQLite::Statement query(handle, "SELECT name, query FROM saved_search ORDER BY position, id");
    std::vector<SavedSearch> searches;
    while (query.executeStep())
        searches.push_back({query.getColumn(0).getString(), query.getColumn(1).getString()});
    return searches;
}

} // namespace

base::Result<std::vector<SavedSearch>> readSavedSearches(Database& database)
{
    return guarded<std::vector<SavedSearch>>([&] { return readAll(database.handle()); });
}

base::Result<std::string> saveSearch(Database& database, const SavedSearch& search)
{
    const base::Result<std::string> name = searchName(search.name);
    if (!name)
        return name.error();
    return guarded<std::string>([&] {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        std::string former;
        SQLite::Statement find(handle, "SELECT query FROM saved_search WHERE name = ?");
        find.bind(1, *name);
        if (find.executeStep())
            former = find.getColumn(0).getString();
        find.reset();
        SQLite::Statement save(handle,
            "INSERT INTO saved_search (name, query, position) VALUES (?1, ?2, (SELECT "
            "coalesce(max(position), 0) "
            "+ 1 FROM saved_search)) ON CONFLICT (name) DO UPDATE SET name = ?1, query = ?2");
        save.bind(1, *name);
        save.bind(2, search.query);
        save.exec();
        transaction.commit();
        return former;
    });
}

base::Outcome renameSearch(Database& database, const std::string& name, const std::string& newName)
{
    const base::Result<std::string> kept = searchName(newName);
    if (!kept)
        return kept.error();
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement taken(
            database.handle(), "SELECT 1 FROM saved_search WHERE name = ?1 AND name <> ?2");
        taken.bind(1, *kept);
        taken.bind(2, name);
        if (taken.executeStep())
            return base::Error{
                base::ErrorCode::InvalidInput, "there is a saved search \"" + *kept + "\" already"};
        taken.reset();
        SQLite::Statement update(database.handle(), "UPDATE saved_search SET name = ? WHERE name = ?");
        update.bind(1, *kept);
        update.bind(2, name);
        if (update.exec() == 0)
            return noSearch(name);
        transaction.commit();
        return base::Done{};
    });
}

base::Result<SavedSearch> removeSearch(Database& database, const std::string& name)
{
    return guarded<SavedSearch>([&]() -> base::Result<SavedSearch> {
        SQLite::Statement remove(
            database.handle(), "DELETE FROM saved_search WHERE name = ? RETURNING name, query");
        remove.bind(1, name);
        if (!remove.executeStep())
            return noSearch(name);
        SavedSearch removed{remove.getColumn(0).getString(), remove.getColumn(1).getString()};
        remove.executeStep(); // to its end: only then is it done
        return removed;
    });
}

base::Outcome moveSearch(Database& database, const std::string& name, int place)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        std::vector<std::int64_t> ids;
        SQLite::Statement all(handle, "SELECT id FROM saved_search WHERE name <> ? ORDER BY position, id");
        all.bind(1, name);
        while (all.executeStep())
            ids.push_back(all.getColumn(0).getInt64());
        all.reset();
        SQLite::Statement find(handle, "SELECT id FROM saved_search WHERE name = ?");
        find.bind(1, name);
        if (!find.executeStep())
            return noSearch(name);
        ids.insert(
            ids.begin() + std::clamp<std::ptrdiff_t>(place, 0, static_cast<std::ptrdiff_t>(ids.size())),
            find.getColumn(0).getInt64());
        find.reset();
        SQLite::Statement update(handle, "UPDATE saved_search SET position = ? WHERE id = ?");
        for (std::size_t i = 0; i < ids.size(); ++i) {
            update.reset();
            update.bind(1, static_cast<std::int64_t>(i));
            update.bind(2, ids[i]);
            update.exec();
        }
        transaction.commit();
        return base::Done{};
    });
}

} // namespace store
