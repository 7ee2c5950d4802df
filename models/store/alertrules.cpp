// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "alertrules.h"

#include "sqlerror.h"
#include "states.h"
#include "storedquery.h"

#include <base/strings.h>
#include <desk/words.h>

#include <algorithm>
#include <charconv>

namespace store {

namespace {

constexpr std::int64_t Week = 7 * 86400;

std::int64_t unixOf(base::Instant at) { return static_cast<std::int64_t>(base::toUnix(at)); }

// A rule as it is kept; names that are gone do not make it unreadable.
desk::AlertRule ruleOf(std::int64_t id, const std::string& name, const std::string& text, base::Instant now)
{
    const desk::SavedQueries anySearch = [](std::string_view) { return std::optional(std::string()); };
    const desk::WatchlistMembers anyList
        = [](std::string_view) { return std::optional(std::vector<desk::WatchlistMember>()); };
    base::Result<desk::AlertRule> read = desk::parseRule(text, now, anySearch, anyList);
    desk::AlertRule rule;
    if (read)
        rule = std::move(read).value();
    else
        rule.query = text;
    rule.id = id;
    rule.name = name;
    return rule;
}

std::vector<desk::AlertRule> allRules(SQLite::Database& handle, base::Instant now)
{
    SQLite::Statement query(handle, "SELECT id, name, rule FROM alert_rule ORDER BY id");
    std::vector<desk::AlertRule> rules;
    while (query.executeStep())
        rules.push_back(ruleOf(query.getColumn(0).getInt64(), query.getColumn(1).getString(),
            query.getColumn(2).getString(), now));
    return rules;
}

base::Error noRule(const std::string& which)
{
    return {base::ErrorCode::NotFound, "there is no rule " + which};
}

base::Result<desk::AlertRule> ruleById(SQLite::Database& handle, std::int64_t id, base::Instant now)
{
    SQLite::Statement query(handle, "SELECT name, rule FROM alert_rule WHERE id = ?");
    query.bind(1, id);
    if (!query.executeStep())
        return noRule(std::to_string(id));
    return ruleOf(id, query.getColumn(0).getString(), query.getColumn(1).getString(), now);
}

void writeRule(SQLite::Database& handle, const desk::AlertRule& rule)
{
    SQLite::Statement update(handle, "UPDATE alert_rule SET name = ?, rule = ? WHERE id = ?");
    update.bind(1, rule.name);
    update.bind(2, desk::ruleText(rule));
    update.bind(3, rule.id);
    update.exec();
}

base::Result<std::string> listName(const std::string& text)
{
    base::Result<std::string> name = labelName(text); // the same rules: both stand in quotes in a query
    if (!name)
        return base::Error{base::ErrorCode::InvalidInput,
            "a watchlist needs a name of at most 60 characters without quotes"};
    return name;
}

base::Error noList(const std::string& name)
{
    return {base::ErrorCode::NotFound, "there is no watchlist \"" + name + '"'};
}

std::vector<desk::Watchlist> allLists(SQLite::Database& handle)
{
    std::vector<desk::Watchlist> lists;
    SQLite::Statement query(handle, "SELECT id, name FROM watchlist ORDER BY position, id");
    SQLite::Statement members(
        handle, "SELECT kind, value FROM watchlist_member WHERE watchlist_id = ? ORDER BY position");
    while (query.executeStep()) {
        desk::Watchlist list{query.getColumn(0).getInt64(), query.getColumn(1).getString(), {}};
        members.reset();
        members.bind(1, list.id);
        while (members.executeStep())
            list.members.push_back(
                {desk::memberKind(members.getColumn(0).getString()).value_or(desk::MemberKind::Word),
                    members.getColumn(1).getString()});
        lists.push_back(std::move(list));
    }
    return lists;
}

} // namespace

base::Result<std::vector<desk::AlertRule>> readRules(Database& database, base::Instant now)
{
    return guarded<std::vector<desk::AlertRule>>([&] { return allRules(database.handle(), now); });
}

base::Result<std::vector<desk::RuleRow>> readRuleRows(Database& database, base::Instant now)
{
    return guarded<std::vector<desk::RuleRow>>([&] {
        const StoredNames names = storedNames(database);
        std::vector<desk::RuleRow> rows;
        for (desk::AlertRule& rule : allRules(database.handle(), now)) {
            desk::RuleRow row;
            row.rule = std::move(rule);
            const auto queries = desk::ruleQueries(row.rule, now, names.searches, names.watchlists);
            row.problem = queries ? std::string() : queries.error().message;
            rows.push_back(std::move(row));
        }
        SQLite::Statement made(database.handle(), "SELECT made FROM alert_rule WHERE id = ?");
        SQLite::Statement fired(database.handle(),
            "SELECT count(*), max(at), sum(at > ?2) FROM firing INDEXED BY firing_story WHERE rule_id = ?1");
        for (desk::RuleRow& row : rows) {
            made.reset();
            made.bind(1, row.rule.id);
            made.executeStep();
            row.made = base::fromUnix(made.getColumn(0).getInt64());
            fired.reset();
            fired.bind(1, row.rule.id);
            fired.bind(2, unixOf(now) - 4 * Week);
            fired.executeStep();
            row.firings = fired.getColumn(0).getInt64();
            row.last = instantAt(fired.getColumn(1));
            const std::int64_t stood = std::clamp<std::int64_t>(unixOf(now) - unixOf(row.made), Week, 4 * Week);
            row.perWeek = fired.getColumn(2).isNull() ? 0
                                                      : fired.getColumn(2).getDouble() * static_cast<double>(Week)
                    / static_cast<double>(stood);
        }
        return rows;
    });
}

base::Result<desk::AlertRule> findRule(Database& database, const std::string& idOrName, base::Instant now)
{
    return guarded<desk::AlertRule>([&]() -> base::Result<desk::AlertRule> {
        SQLite::Statement byName(database.handle(), "SELECT id FROM alert_rule WHERE name = ?");
        byName.bind(1, idOrName);
        if (byName.executeStep())
            return ruleById(database.handle(), byName.getColumn(0).getInt64(), now);
        std::int64_t id = 0;
        const char* end = idOrName.data() + idOrName.size();
        if (std::from_chars(idOrName.data(), end, id).ptr != end || idOrName.empty())
            return noRule('"' + idOrName + '"');
        return ruleById(database.handle(), id, now);
    });
}

base::Result<desk::AlertRule> parseStoredRule(Database& database, const std::string& text, base::Instant now)
{
    return guarded<desk::AlertRule>([&] {
        const StoredNames names = storedNames(database);
        return desk::parseRule(text, now, names.searches, names.watchlists);
    });
}

base::Result<std::int64_t> saveRule(Database& database, const desk::AlertRule& rule, base::Instant now)
{
    return guarded<std::int64_t>([&]() -> base::Result<std::int64_t> {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        const StoredNames names = storedNames(database);
        if (base::Outcome sound = desk::checkRule(rule, now, names.searches, names.watchlists); !sound)
            return sound.error();
        base::Result<desk::AlertRule> read
            = desk::parseRule(desk::ruleText(rule), now, names.searches, names.watchlists);
        if (!read)
            return read.error();
        desk::AlertRule kept = std::move(read).value();
        kept.id = rule.id;
        SQLite::Statement same(handle, "SELECT 1 FROM alert_rule WHERE name = ? AND id <> ?");
        same.bind(1, kept.name);
        same.bind(2, kept.id);
        if (same.executeStep())
            return base::Error{base::ErrorCode::InvalidInput, "there is a rule \"" + kept.name + "\" already"};
        same.reset();
        if (kept.id != 0) {
            SQLite::Statement there(handle, "SELECT 1 FROM alert_rule WHERE id = ?");
            there.bind(1, kept.id);
            const bool stands = there.executeStep();
            there.reset();
            if (stands) {
                writeRule(handle, kept);
                transaction.commit();
                return kept.id;
            }
        }
        // One that was removed comes back under its number, so that its firings are its own again.
        SQLite::Statement insert(
            handle, "INSERT INTO alert_rule (id, name, rule, made) VALUES (nullif(?, 0), ?, ?, ?)");
        insert.bind(1, kept.id);
        insert.bind(2, kept.name);
        insert.bind(3, desk::ruleText(kept));
        insert.bind(4, unixOf(now));
        insert.exec();
        const std::int64_t id = handle.getLastInsertRowid();
        transaction.commit();
        return id;
    });
}

base::Result<desk::AlertRule> removeRule(Database& database, std::int64_t id, base::Instant now)
{
    return guarded<desk::AlertRule>([&]() -> base::Result<desk::AlertRule> {
        SQLite::Transaction transaction(database.handle());
        base::Result<desk::AlertRule> rule = ruleById(database.handle(), id, now);
        if (!rule)
            return rule;
        SQLite::Statement remove(database.handle(), "DELETE FROM alert_rule WHERE id = ?");
        remove.bind(1, id);
        remove.exec();
        transaction.commit();
        return rule;
    });
}

base::Result<desk::AlertRule> snoozeRule(
    Database& database, std::int64_t id, std::optional<base::Instant> until, base::Instant now)
{
    return guarded<desk::AlertRule>([&]() -> base::Result<desk::AlertRule> {
        SQLite::Transaction transaction(database.handle());
        base::Result<desk::AlertRule> rule = ruleById(database.handle(), id, now);
        if (!rule)
            return rule;
        desk::AlertRule changed = *rule;
        changed.snoozedUntil = until;
        writeRule(database.handle(), changed);
        transaction.commit();
        return rule;
    });
}

base::Result<std::int64_t> alertEdits(Database& database)
{
    return guarded<std::int64_t>(
        [&] { return database.handle().execAndGet("SELECT sum(edits) FROM alert_edits").getInt64(); });
}

base::Result<std::vector<desk::Watchlist>> readWatchlists(Database& database)
{
    return guarded<std::vector<desk::Watchlist>>([&] { return allLists(database.handle()); });
}

base::Result<std::int64_t> saveWatchlist(Database& database, const desk::Watchlist& list)
{
    const base::Result<std::string> name = listName(list.name);
    if (!name)
        return name.error();
    for (const desk::WatchlistMember& member : list.members) {
        if (!desk::hasWord(member.value))
            return base::Error{base::ErrorCode::InvalidInput,
                "the member \"" + member.value + "\" holds no letter or digit"};
    }
    return guarded<std::int64_t>([&] {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        SQLite::Statement save(handle,
            "INSERT INTO watchlist (name, position) VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM "
            "watchlist)) ON CONFLICT (name) DO UPDATE SET name = ?1");
        save.bind(1, *name);
        save.exec();
        SQLite::Statement find(handle, "SELECT id FROM watchlist WHERE name = ?");
        find.bind(1, *name);
        find.executeStep();
        const std::int64_t id = find.getColumn(0).getInt64();
        find.reset();
        SQLite::Statement clear(handle, "DELETE FROM watchlist_member WHERE watchlist_id = ?");
        clear.bind(1, id);
        clear.exec();
        SQLite::Statement add(handle, "INSERT OR IGNORE INTO watchlist_member VALUES (?, ?, ?, ?)");
        int position = 0;
        for (const desk::WatchlistMember& member : list.members) {
            add.reset();
            add.bind(1, id);
            add.bind(2, std::string(desk::memberKindName(member.kind)));
            add.bind(3, base::collapsed(member.value));
            add.bind(4, ++position);
            add.exec();
        }
        transaction.commit();
        return id;
    });
}

base::Outcome renameWatchlist(Database& database, const std::string& name, const std::string& newName)
{
    const base::Result<std::string> kept = listName(newName);
    if (!kept)
        return kept.error();
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement other(database.handle(), "SELECT 1 FROM watchlist WHERE name = ?1 AND name <> ?2");
        other.bind(1, *kept);
        other.bind(2, name);
        if (other.executeStep())
            return base::Error{base::ErrorCode::InvalidInput, "there is a watchlist \"" + *kept + "\" already"};
        other.reset();
        SQLite::Statement rename(database.handle(), "UPDATE watchlist SET name = ? WHERE name = ?");
        rename.bind(1, *kept);
        rename.bind(2, name);
        if (rename.exec() == 0)
            return noList(name);
        transaction.commit();
        return base::Done{};
    });
}

base::Result<desk::Watchlist> removeWatchlist(Database& database, const std::string& name)
{
    return guarded<desk::Watchlist>([&]() -> base::Result<desk::Watchlist> {
        SQLite::Transaction transaction(database.handle());
        SQLite::Statement find(database.handle(), "SELECT id FROM watchlist WHERE name = ?");
        find.bind(1, name);
        if (!find.executeStep())
            return noList(name);
        const std::int64_t id = find.getColumn(0).getInt64();
        find.reset();
        const std::vector<desk::Watchlist> lists = allLists(database.handle());
        SQLite::Statement remove(database.handle(), "DELETE FROM watchlist WHERE id = ?");
        remove.bind(1, id);
        remove.exec();
        transaction.commit();
        return *std::find_if(lists.begin(), lists.end(), [id](const desk::Watchlist& one) { return one.id == id; });
    });
}

} // namespace store
