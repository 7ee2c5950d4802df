// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "states.h"

#include "querysql.h"
#include "sqlerror.h"

#include <base/strings.h>

#include <algorithm>

namespace store {

namespace {

// Runs one statement for each id and gives those it changed; the id is its last value.
template <class Bind>
base::Result<Ids> changeEach(Database& database, const Ids& ids, const std::string& sql, const Bind& bind)
{
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement update(database.handle(), sql);
        for (const std::int64_t id : ids) {
            update.reset();
            update.bind(bind(update), id);
            if (update.exec() > 0)
                changed.push_back(id);
        }
        transaction.commit();
        return changed;
    });
}

base::Result<Ids> setFlag(Database& database, const Ids& ids, const char* column, bool value)
{
    return changeEach(database, ids,
        std::string("UPDATE article SET ") + column + " = ?1 WHERE " + column + " <> ?1 AND id = ?2",
        [value](SQLite::Statement& update) {
            update.bind(1, value ? 1 : 0);
            return 2;
        });
}

} // namespace

base::Result<Ids> setRead(Database& database, const Ids& ids, bool read, base::Instant at)
{
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        SQLite::Statement change(handle,
            read ? "DELETE FROM unread WHERE article_id = ?"
                 : "INSERT OR IGNORE INTO unread SELECT id FROM article WHERE id = ?");
        for (const std::int64_t id : ids) {
            change.reset();
            change.bind(1, id);
            if (change.exec() > 0)
                changed.push_back(id);
        }
        // Many at once were marked; one was opened.
        SQLite::Statement opened(handle, "UPDATE article SET read_at = ? WHERE id = ?");
        if (ids.size() == 1 && !changed.empty()) {
            if (read)
                opened.bind(1, static_cast<std::int64_t>(base::toUnix(at)));
            opened.bind(2, changed.front());
            opened.exec();
        }
        transaction.commit();
        return changed;
    });
}

base::Result<Ids> setStarred(Database& database, const Ids& ids, bool starred)
{
    return setFlag(database, ids, "starred", starred);
}

base::Result<Ids> setHidden(Database& database, const Ids& ids, bool hidden)
{
    return setFlag(database, ids, "hidden", hidden);
}

base::Result<Ids> markMatchesRead(Database& database, const desk::Query& query)
{
    return guarded<Ids>([&] {
        Ids changed;
        const QuerySql sql = compileQuery(query.root);
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement mark(database.handle(),
            "DELETE FROM unread WHERE article_id IN (SELECT a.id FROM article a JOIN source s ON s.id = "
            "a.source_id "
            "WHERE a.hidden = 0 AND "
                + sql.condition + ") RETURNING article_id");
        bindValues(mark, sql, 1);
        while (mark.executeStep())
            changed.push_back(mark.getColumn(0).getInt64());
        transaction.commit();
        return changed;
    });
}

base::Result<std::string> labelName(const std::string& text)
{
    constexpr std::size_t MaxName = 60;
    const std::string name = base::collapsed(text);
    const auto isLead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    if (name.empty())
        return base::Error{base::ErrorCode::InvalidInput, "a label needs a name"};
    if (static_cast<std::size_t>(std::count_if(name.begin(), name.end(), isLead)) > MaxName)
        return base::Error{base::ErrorCode::InvalidInput, "a label has at most 60 characters"};
    if (name.find('"') != std::string::npos)
        return base::Error{base::ErrorCode::InvalidInput, "a label holds no quotes"};
    return name;
}

base::Result<Ids> addLabel(Database& database, const Ids& ids, const std::string& name)
{
    const base::Result<std::string> kept = labelName(name);
    if (!kept)
        return kept.error();
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        SQLite::Statement make(handle, "INSERT OR IGNORE INTO label (name) VALUES (?)");
        make.bind(1, *kept);
        make.exec();
        SQLite::Statement add(handle,
            "INSERT OR IGNORE INTO article_label (label_id, article_id) SELECT l.id, a.id FROM label l, "
            "article a "
            "WHERE l.name = ?1 AND a.id = ?2");
        for (const std::int64_t id : ids) {
            add.reset();
            add.bind(1, *kept);
            add.bind(2, id);
            if (add.exec() > 0)
                changed.push_back(id);
        }
        if (!changed.empty()) // else nothing is kept of the name either
            transaction.commit();
        return changed;
    });
}

base::Result<Ids> removeLabel(Database& database, const Ids& ids, const std::string& name)
{
    return guarded<Ids>([&] {
        Ids changed;
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        SQLite::Statement remove(handle,
            "DELETE FROM article_label WHERE label_id = (SELECT id FROM label WHERE name = ?1) AND "
            "article_id = "
            "?2");
        for (const std::int64_t id : ids) {
            remove.reset();
            remove.bind(1, name);
            remove.bind(2, id);
            if (remove.exec() > 0)
                changed.push_back(id);
        }
        SQLite::Statement tidy(handle,
            "DELETE FROM label WHERE name = ?1 AND NOT EXISTS (SELECT 1 FROM article_label c WHERE "
            "c.label_id = "
            "label.id)");
        tidy.bind(1, name);
        tidy.exec();
        transaction.commit();
        return changed;
    });
}

base::Result<std::vector<Label>> readLabels(Database& database)
{
    return guarded<std::vector<Label>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT l.name, (SELECT count(*) FROM article_label c WHERE c.label_id = l.id) FROM label l "
            "ORDER BY "
            "l.name");
        std::vector<Label> labels;
        while (query.executeStep())
            labels.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt64()});
        return labels;
    });
}

base::Result<std::string> setNote(Database& database, std::int64_t id, const std::string& note)
{
    return guarded<std::string>([&]() -> base::Result<std::string> {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement query(database.handle(), "SELECT note FROM article WHERE id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            return base::Error{base::ErrorCode::NotFound, "there is no article " + std::to_string(id)};
        std::string former = query.getColumn(0).getString();
        query.reset();
        SQLite::Statement update(database.handle(), "UPDATE article SET note = ? WHERE id = ?");
        update.bind(1, note);
        update.bind(2, id);
        update.exec();
        transaction.commit();
        return former;
    });
}

} // namespace store
