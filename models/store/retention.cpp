// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "retention.h"

#include "sqlerror.h"
#include "storywriter.h"

#include <algorithm>
#include <set>

namespace store {

namespace {

// Of an article a: whether the analyst did something with it.
constexpr const char* IsKept = "(a.starred = 1 OR a.note <> '' OR EXISTS (SELECT 1 FROM article_label c "
                               "WHERE c.article_id = a.id) OR EXISTS "
                               "(SELECT 1 FROM ledger l WHERE l.article_id = a.id))";

// Lets a connection that only reads the store fill tables of its own for as long as this lives. Its file was
// opened for reading only: nothing can reach it.
class OwnTables final {
public:
    explicit OwnTables(SQLite::Database& handle)
        : m_handle(handle)
        , m_queryOnly(handle.execAndGet("PRAGMA query_only").getInt() != 0)
    {
        if (m_queryOnly)
            m_handle.exec("PRAGMA query_only = OFF");
    }
    ~OwnTables()
    {
        if (m_queryOnly)
            m_handle.tryExec("PRAGMA query_only = ON");
    }
    OwnTables(const OwnTables&) = delete;
    OwnTables& operator=(const OwnTables&) = delete;

private:
    SQLite::Database& m_handle;
    bool m_queryOnly;
};

// The articles that rules name, into temp.named(article_id, received, kept). limit: so many of each rule and
// source that do not stay are enough, the oldest; else all, and those that stay.
void nameArticles(SQLite::Database& handle, const std::vector<RetentionRule>& rules, base::Instant now,
    std::optional<int> limit = std::nullopt)
{
    handle.exec("DROP TABLE IF EXISTS temp.named");
    handle.exec("CREATE TEMP TABLE named (article_id INTEGER PRIMARY KEY, received INTEGER, kept INTEGER)");
    handle.exec("DROP TABLE IF EXISTS temp.own");
    handle.exec("CREATE TEMP TABLE own (source_id INTEGER PRIMARY KEY)");
    SQLite::Statement own(handle, "INSERT OR IGNORE INTO own VALUES (?)");
    for (const RetentionRule& rule : rules) {
        own.reset();
        own.bind(1, rule.source);
        own.exec();
    }
    const std::string insert = std::string("INSERT OR IGNORE INTO named SELECT a.id, a.received, ") + IsKept
        + " FROM article a WHERE ";
    const std::string enough = limit
        ? std::string(" AND NOT ") + IsKept + " ORDER BY a.received LIMIT " + std::to_string(*limit)
        : "";
    SQLite::Statement byAge(handle,
        insert
            + "a.received < ?2 AND CASE ?1 WHEN 0 THEN a.source_id NOT IN (SELECT source_id FROM own) ELSE "
              "a.source_id "
              "= ?1 END"
            + enough);
    SQLite::Statement byNumber(handle,
        insert
            + "a.id IN (SELECT id FROM article WHERE source_id = ? ORDER BY received DESC, id DESC LIMIT -1 "
              "OFFSET ?)"
            + enough);
    SQLite::Statement larger(handle,
        "SELECT id FROM source WHERE articles > ?2 AND CASE ?1 WHEN 0 THEN id NOT IN (SELECT source_id FROM "
        "own) ELSE "
        "id = ?1 END");
    for (const RetentionRule& rule : rules) {
        if (rule.days) {
            byAge.reset();
            byAge.bind(1, rule.source);
            byAge.bind(2, static_cast<std::int64_t>(base::toUnix(now)) - std::int64_t{86400} * *rule.days);
            byAge.exec();
        }
        if (!rule.articles)
            continue;
        larger.reset();
        larger.bind(1, rule.source);
        larger.bind(2, *rule.articles);
        while (larger.executeStep()) {
            byNumber.reset();
            byNumber.bind(1, larger.getColumn(0).getInt64());
            byNumber.bind(2, *rule.articles);
            byNumber.exec();
        }
    }
}

std::vector<RetentionRule> rulesOf(SQLite::Database& handle)
{
    SQLite::Statement query(handle, "SELECT source_id, days, articles FROM retention ORDER BY source_id");
    std::vector<RetentionRule> rules;
    while (query.executeStep()) {
        RetentionRule rule;
        rule.source = query.getColumn(0).getInt64();
        if (!query.getColumn(1).isNull())
            rule.days = query.getColumn(1).getInt();
        if (!query.getColumn(2).isNull())
            rule.articles = query.getColumn(2).getInt64();
        rules.push_back(rule);
    }
    return rules;
}

void remove(SQLite::Database& handle, const std::vector<std::int64_t>& ids, base::Instant now)
{
    SQLite::Statement forget(handle,
        "INSERT INTO search (search, rowid, title, body) SELECT 'delete', id, title, body FROM article WHERE "
        "id = ?");
    SQLite::Statement remember(handle,
        "INSERT OR REPLACE INTO removed (source_id, identity, at) SELECT source_id, identity, ? FROM article "
        "WHERE id "
        "= ?");
    SQLite::Statement count(handle,
        "UPDATE source SET articles = articles - 1 WHERE id = (SELECT source_id FROM article WHERE id = ?)");
    SQLite::Statement erase(handle, "DELETE FROM article WHERE id = ?");
    std::set<std::int64_t> stories;
    SQLite::Statement story(handle, "SELECT story_id FROM article WHERE id = ? AND story_id IS NOT NULL");
    for (const std::int64_t id : ids) {
        story.reset();
        story.bind(1, id);
        if (story.executeStep())
            stories.insert(story.getColumn(0).getInt64());
        story.reset();
        forget.reset();
        forget.bind(1, id);
        forget.exec();
        remember.reset();
        remember.bind(1, static_cast<std::int64_t>(base::toUnix(now)));
        remember.bind(2, id);
        remember.exec();
        count.reset();
        count.bind(1, id);
        count.exec();
        erase.reset();
        erase.bind(1, id);
        erase.exec();
    }
    StoryWriter writer(handle);
    for (const std::int64_t one : stories)
        writer.count(one);
}

} // namespace

base::Result<std::vector<RetentionRule>> readRetention(Database& database)
{
    return guarded<std::vector<RetentionRule>>([&] { return rulesOf(database.handle()); });
}

base::Outcome setRetention(Database& database, const std::vector<RetentionRule>& rules)
{
    return guarded<base::Done>([&]() -> base::Outcome {
        SQLite::Database& handle = database.handle();
        SQLite::Transaction transaction(handle);
        handle.exec("DELETE FROM retention");
        SQLite::Statement known(handle, "SELECT 1 FROM source WHERE id = ?");
        SQLite::Statement add(
            handle, "INSERT OR IGNORE INTO retention (source_id, days, articles) VALUES (?, ?, ?)");
        for (const RetentionRule& rule : rules) {
            if ((rule.days && *rule.days < 1) || (rule.articles && *rule.articles < 1))
                return base::Error{
                    base::ErrorCode::InvalidInput, "a rule keeps at least one day and one article"};
            known.reset();
            known.bind(1, rule.source);
            if (rule.source != 0 && !known.executeStep())
                return base::Error{
                    base::ErrorCode::NotFound, "there is no source " + std::to_string(rule.source)};
            known.reset();
            if (!rule.days && !rule.articles && rule.source == 0)
                continue;
            add.reset();
            add.bind(1, rule.source);
            if (rule.days)
                add.bind(2, *rule.days);
            else
                add.bind(2);
            if (rule.articles)
                add.bind(3, *rule.articles);
            else
                add.bind(3);
            if (add.exec() == 0)
                return base::Error{base::ErrorCode::InvalidInput, "a source has two rules"};
        }
        transaction.commit();
        return base::Done{};
    });
}

base::Result<RetentionPreview> previewRetention(
    Database& database, const std::vector<RetentionRule>& rules, base::Instant now)
{
    return guarded<RetentionPreview>([&] {
        SQLite::Database& handle = database.handle();
        const OwnTables tables(handle);
        nameArticles(handle, rules, now);
        RetentionPreview preview;
        SQLite::Statement sums(handle,
            "SELECT count(*), coalesce(sum(length(CAST(a.title AS BLOB)) + length(CAST(a.body AS BLOB))), "
            "0), "
            "min(n.received), max(n.received) FROM named n CROSS JOIN article a ON a.id = n.article_id WHERE "
            "n.kept = 0");
        sums.executeStep();
        preview.articles = sums.getColumn(0).getInt64();
        preview.bytes = sums.getColumn(1).getInt64();
        preview.oldest = instantAt(sums.getColumn(2));
        preview.newest = instantAt(sums.getColumn(3));
        sums.reset();
        preview.kept = handle.execAndGet("SELECT count(*) FROM named WHERE kept = 1").getInt64();
        SQLite::Statement bySource(handle,
            "SELECT s.id, s.title, count(*) FROM named n CROSS JOIN article a ON a.id = n.article_id JOIN "
            "source s "
            "ON s.id = "
            "a.source_id WHERE n.kept = 0 GROUP BY s.id ORDER BY count(*) DESC, s.title");
        while (bySource.executeStep())
            preview.sources.push_back({bySource.getColumn(0).getInt64(), bySource.getColumn(1).getString(),
                bySource.getColumn(2).getInt64()});
        bySource.reset();
        handle.exec("DROP TABLE named");
        return preview;
    });
}

base::Result<int> applyRetention(Database& database, base::Instant now, int limit)
{
    return guarded<int>([&] {
        SQLite::Database& handle = database.handle();
        const std::vector<RetentionRule> rules = rulesOf(handle);
        if (rules.empty())
            return 0;
        SQLite::Transaction transaction(handle);
        nameArticles(handle, rules, now, limit);
        std::vector<std::int64_t> ids;
        SQLite::Statement query(
            handle, "SELECT article_id FROM named WHERE kept = 0 ORDER BY received, article_id LIMIT ?");
        query.bind(1, limit);
        while (query.executeStep())
            ids.push_back(query.getColumn(0).getInt64());
        query.reset();
        remove(handle, ids, now);
        handle.exec("DROP TABLE named");
        transaction.commit();
        return static_cast<int>(ids.size());
    });
}

} // namespace store
