// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlestore.h"
#include "querysql.h"
#include "rowmarks.h"
#include "sourcestore.h"
#include "sqlerror.h"

#include <nlohmann/json.hpp>

namespace store {

namespace {

constexpr const char* RowColumns = "a.id, a.guid, a.title, coalesce(nullif(a.source_name, ''), s.title), "
                                   "a.source_id, a.url, a.published, a.received, a.impact, a.sentiment,"
                                   " a.label, a.topics, a.mode, a.language, a.read, a.starred";

std::string keyOf(desk::Sort sort)
{
    switch (sort) {
    case desk::Sort::Impact:
        return "a.impact";
    case desk::Sort::Published:
        return "a.sort_published";
    case desk::Sort::Received:
        return "a.received";
    case desk::Sort::ReadAt:
        return "a.read_at";
    case desk::Sort::Relevance:
        break;
    }
    return "a.impact";
}

desk::ArticleRow rowOf(SQLite::Statement& query)
{
    desk::ArticleRow row;
    row.id = query.getColumn(0).getInt64();
    row.guid = query.getColumn(1).getString();
    row.title = query.getColumn(2).getString();
    row.source = query.getColumn(3).getString();
    row.sourceId = query.getColumn(4).getInt64();
    row.url = query.getColumn(5).getString();
    row.published = instantAt(query.getColumn(6));
    row.received = base::fromUnix(query.getColumn(7).getInt64());
    row.impact = query.getColumn(8).getDouble();
    row.analysed = row.impact >= 0;
    row.impact = row.analysed ? row.impact : 0;
    row.sentiment = query.getColumn(9).isNull() ? 0 : query.getColumn(9).getDouble();
    row.label = query.getColumn(10).getString();
    const nlohmann::json topics = nlohmann::json::parse(query.getColumn(11).getString(), nullptr, false);
    if (topics.is_array()) {
        for (const nlohmann::json& topic : topics)
            row.topics.push_back(topic.get<std::string>());
    }
    row.mode = query.getColumn(12).getString();
    row.language = query.getColumn(13).getString();
    row.read = query.getColumn(14).getInt() != 0;
    row.starred = query.getColumn(15).getInt() != 0;
    return row;
}

// The words of a query as one FTS5 expression, for ranking by bm25; empty when it holds none.
void collectWords(const desk::QueryNode& node, std::string& words)
{
    using desk::NodeKind;
    if (node.kind == NodeKind::Not)
        return;
    if ((node.kind == NodeKind::Words || node.kind == NodeKind::Phrase || node.kind == NodeKind::Prefix)
        && !node.text.empty()) {
        std::string text = node.text;
        std::erase(text, '"');
        words
            += (words.empty() ? "\"" : " OR \"") + text + "\"" + (node.kind == NodeKind::Prefix ? " *" : "");
    }
    for (const desk::QueryNode& child : node.children)
        collectWords(child, words);
}

} // namespace

base::Result<desk::FeedPage> readPage(Database& database, const desk::FeedRequest& request, base::Instant now)
{
    const base::Result<desk::Query> parsed = desk::parseQuery(request.query, now);
    if (!parsed)
        return parsed.error();
    return guarded<desk::FeedPage>([&] {
        desk::FeedPage page;
        const desk::Sort sort = parsed->sort.value_or(request.sort);
        QuerySql sql = compileQuery(parsed->root);
        std::string words;
        if (sort == desk::Sort::Relevance)
            collectWords(parsed->root, words);
        const bool ranked = !words.empty();
        const std::string key = ranked ? "(-r.score)" : keyOf(sort);
        std::string text = std::string("SELECT ") + RowColumns + ", " + key
            + " FROM article a JOIN source s ON s.id = a.source_id";
        if (ranked)
            text += " JOIN (SELECT rowid AS id, bm25(search, 4.0, 1.0) AS score FROM search WHERE search "
                    "MATCH ?) r ON r.id = a.id";
        if (sort == desk::Sort::ReadAt)
            sql.condition += " AND a.read_at IS NOT NULL"; // others have no place in that order
        text += " WHERE " + sql.condition;
        if (request.after)
            text += " AND (" + key + ", a.id) < (?, ?)";
        text += " ORDER BY " + key + " DESC, a.id DESC LIMIT ?";
        SQLite::Statement query(database.handle(), text);
        int index = 1;
        if (ranked)
            query.bind(index++, words);
        index = bindValues(query, sql, index);
        if (request.after) {
            query.bind(index++, request.after->key);
            query.bind(index++, request.after->id);
        }
        query.bind(index, request.limit + 1);
        while (query.executeStep()) {
            if (static_cast<int>(page.rows.size()) == request.limit) {
                // One more than asked for: there is a further page, after the last row taken.
                page.next = desk::Cursor{page.next ? page.next->key : 0, page.rows.back().id};
                break;
            }
            page.rows.push_back(rowOf(query));
            page.next = desk::Cursor{query.getColumn(16).getDouble(), page.rows.back().id};
        }
        if (!query.hasRow() || static_cast<int>(page.rows.size()) < request.limit)
            page.next.reset();
        if (!request.after) {
            SQLite::Statement count(database.handle(),
                "SELECT count(*) FROM article a JOIN source s ON s.id = a.source_id WHERE " + sql.condition);
            bindValues(count, sql, 1);
            count.executeStep();
            page.total = count.getColumn(0).getInt64();
        }
        fillMarks(database, page.rows);
        return page;
    });
}

base::Result<std::vector<desk::ArticleRow>> readRows(Database& database, const std::vector<std::int64_t>& ids)
{
    return guarded<std::vector<desk::ArticleRow>>([&] {
        SQLite::Statement query(database.handle(),
            std::string("SELECT ") + RowColumns
                + " FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?");
        std::vector<desk::ArticleRow> rows;
        for (const std::int64_t id : ids) {
            query.reset();
            query.bind(1, id);
            if (query.executeStep())
                rows.push_back(rowOf(query));
        }
        fillMarks(database, rows);
        return rows;
    });
}

base::Result<std::int64_t> countMatches(Database& database, const desk::Query& query)
{
    return guarded<std::int64_t>([&] {
        const QuerySql sql = compileQuery(query.root);
        SQLite::Statement count(database.handle(),
            "SELECT count(*) FROM article a JOIN source s ON s.id = a.source_id WHERE " + sql.condition);
        bindValues(count, sql, 1);
        count.executeStep();
        return count.getColumn(0).getInt64();
    });
}

base::Result<desk::Navigation> readNavigation(Database& database, base::Instant now)
{
    return guarded<desk::Navigation>([&]() -> base::Result<desk::Navigation> {
        desk::Navigation navigation;
        SQLite::Database& handle = database.handle();
        navigation.articles = handle.execAndGet("SELECT count(*) FROM article").getInt64();
        navigation.bytes = database.bytes();
        const std::pair<const char*, const char*> views[] = {{"Top by impact", "sort:impact"},
            {"Latest", "sort:published"}, {"Unread", "is:unread"}, {"Starred", "is:starred"},
            {"Recently read", "is:read sort:read"}, {"With decisions", "has:decision"}};
        for (const auto& [name, text] : views) {
            const base::Result<desk::Query> query = desk::parseQuery(text, now);
            const base::Result<std::int64_t> count
                = query ? countMatches(database, *query) : base::Result<std::int64_t>(query.error());
            if (!count)
                return count.error();
            navigation.views.push_back({name, text, *count});
        }
        SQLite::Statement topics(handle,
            "SELECT t.topic, count(*), avg(a.sentiment) FROM article a JOIN article_topic t ON t.article_id "
            "= a.id"
            " WHERE a.received > ? AND a.received <= ? AND a.sentiment IS NOT NULL GROUP BY t.topic ORDER BY "
            "count(*) DESC, t.topic LIMIT 12");
        topics.bind(1, static_cast<std::int64_t>(base::toUnix(now)) - 86400);
        topics.bind(2, static_cast<std::int64_t>(base::toUnix(now)));
        while (topics.executeStep())
            navigation.topics.push_back({topics.getColumn(0).getString(), topics.getColumn(1).getInt64(),
                topics.getColumn(2).getDouble()});
        base::Result<std::vector<desk::SourceHealth>> sources = readSourceHealth(database, now);
        if (!sources)
            return sources.error();
        navigation.sources = std::move(sources).value();
        if (const base::Outcome kept = readKept(database, now, navigation); !kept)
            return kept.error();
        return navigation;
    });
}

} // namespace store
