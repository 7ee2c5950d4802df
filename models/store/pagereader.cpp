// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pagereader.h"

#include "articlestore.h"
#include "asof.h"
#include "hits.h"
#include "querysql.h"
#include "rowmarks.h"
#include "sourcestore.h"
#include "sqlerror.h"
#include "storedquery.h"

#include <desk/excerpt.h>
#include <desk/storyview.h>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <unordered_set>

namespace store {

namespace {

constexpr const char* RowColumns
    = "a.id, a.guid, a.title, coalesce(nullif(a.source_name, ''), s.title), "
      "a.source_id, a.url, a.published, a.received, a.impact, a.sentiment,"
      " a.label, a.topics, a.mode, a.language, NOT "
      "EXISTS (SELECT 1 FROM unread u WHERE u.article_id = a.id), a.starred, a.story_id, "
      "a.novelty, t.sources, t.articles";

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
    row.story = desk::storyName(query.getColumn(16).getInt64());
    row.novelty = query.getColumn(17).getInt();
    row.storySources = std::max(1, query.getColumn(18).getInt());
    row.storyArticles = std::max(1, query.getColumn(19).getInt());
    return row;
}

std::vector<desk::ArticleRow> rowsOf(SQLite::Database& handle, const std::vector<std::int64_t>& ids)
{
    SQLite::Statement query(handle,
        std::string("SELECT ") + RowColumns
            + " FROM article a CROSS JOIN source s ON s.id = a.source_id LEFT JOIN story t ON t.id = "
              "a.story_id WHERE a.id = ?");
    std::vector<desk::ArticleRow> rows;
    for (const std::int64_t id : ids) {
        query.reset();
        query.bind(1, id);
        if (query.executeStep())
            rows.push_back(rowOf(query));
    }
    return rows;
}

void markHits(SQLite::Database& handle, const desk::Query& query, std::vector<desk::ArticleRow>& rows)
{
    const desk::HitMarker marker(query);
    if (marker.empty())
        return;
    SQLite::Statement text(handle, "SELECT body FROM article WHERE id = ?");
    for (desk::ArticleRow& row : rows) {
        row.titleHits = marker.hits(row.title, base::Field::Title);
        text.reset();
        text.bind(1, row.id);
        if (text.executeStep())
            row.excerpt = marker.excerpt(text.getColumn(0).getString());
    }
}

// Ends what a connection does after so many steps of SQLite's machine, with SQLITE_INTERRUPT.
class WorkBound final {
public:
    WorkBound(SQLite::Database& handle, int steps)
        : m_handle(handle)
    {
        sqlite3_progress_handler(
            m_handle.getHandle(), steps, [](void*) { return 1; }, nullptr);
    }
    ~WorkBound() { sqlite3_progress_handler(m_handle.getHandle(), 0, nullptr, nullptr); }
    WorkBound(const WorkBound&) = delete;
    WorkBound& operator=(const WorkBound&) = delete;

private:
    SQLite::Database& m_handle;
};

// How many matches there are, or stories of matches, counted one by one until there are too many or it took
// too long.
desk::MatchCount counted(SQLite::Database& handle, const desk::Query& query, bool folded = false)
{
    constexpr std::int64_t MostCounted = 10000;
    constexpr int MostSteps = 20'000'000; // of SQLite's machine, about a second
    if (query.root.kind == desk::NodeKind::All && folded)
        return {countStories(handle, query.hidden), false};
    if (query.root.kind == desk::NodeKind::All) {
        // The number of rows is kept nowhere, but it is that of the smallest index.
        const std::int64_t all = handle.execAndGet("SELECT count(*) FROM article").getInt64();
        const std::int64_t hidden = query.hidden
            ? 0
            : handle.execAndGet("SELECT count(*) FROM article WHERE hidden = 1").getInt64();
        return {all - hidden, false};
    }
    SplitQuery split = splitQuery(query);
    const std::string columns = folded ? "SELECT a.id, a.story_id" : "SELECT a.id";
    const bool bare = split.rest.condition == "1" && !folded; // the index of words is enough
    std::string from = columns + " FROM article a WHERE ";
    if (!split.words.empty())
        from = bare
            ? "SELECT a.rowid AS id FROM search a WHERE search MATCH ? AND "
            : columns + " FROM search f CROSS JOIN article a ON a.id = f.rowid WHERE search MATCH ? AND ";
    if (!query.hidden)
        split.rest.condition += split.words.empty() || !bare
            ? " AND a.hidden = 0"
            : " AND a.rowid NOT IN (SELECT id FROM article WHERE hidden = 1)";
    SQLite::Statement select(handle, from + split.rest.condition);
    int at = 1;
    if (!split.words.empty())
        select.bind(at++, split.words);
    bindValues(select, split.rest, at);
    desk::MatchCount count;
    std::unordered_set<std::int64_t> stories;
    const WorkBound bound(handle, MostSteps);
    while (!count.more) {
        try {
            if (!select.executeStep())
                break;
        } catch (const SQLite::Exception& exception) {
            if (exception.getErrorCode() != SQLITE_INTERRUPT)
                throw;
            count.more = true;
            break;
        }
        if (folded && !select.getColumn(1).isNull() && !stories.insert(select.getColumn(1).getInt64()).second)
            continue;
        count.more = count.count == MostCounted;
        count.count += count.more ? 0 : 1;
    }
    return count;
}

} // namespace

base::Result<desk::FeedPage> readPage(Database& database, const desk::FeedRequest& request, base::Instant now)
{
    if (request.asOf)
        return readPageAsOf(database, request);
    const base::Result<desk::Query> parsed = parseStoredQuery(database, request.query, now);
    if (!parsed)
        return parsed.error();
    return readPage(database, *parsed, request);
}

base::Result<desk::FeedPage> readPage(
    Database& database, const desk::Query& query, const desk::FeedRequest& request)
{
    return readStoryPage(database, query, request, {});
}

base::Result<desk::FeedPage> readStoryPage(
    Database& database, const desk::Query& query, const desk::FeedRequest& request, const Folding& folding)
{
    return guarded<desk::FeedPage>([&] {
        SQLite::Database& handle = database.handle();
        const SQLite::Transaction snapshot(handle);
        desk::FeedPage page;
        page.sort = orderOf(query, request.sort);
        page.folded = request.folded;
        std::vector<Hit> hits = request.folded
            ? findStories(handle, query, page.sort, request.after, request.limit + 1, folding)
            : findHits(handle, query, page.sort, request.after, request.limit + 1);
        if (static_cast<int>(hits.size()) > request.limit) {
            // One more than asked for: there is a further page, after the last row taken.
            hits.pop_back();
            page.next = desk::Cursor{hits.back().key, hits.back().id};
        }
        std::vector<std::int64_t> ids;
        for (const Hit& hit : hits)
            ids.push_back(hit.id);
        page.rows = rowsOf(handle, ids);
        fillMarks(database, page.rows);
        if (request.excerpts)
            markHits(handle, query, page.rows);
        desk::MatchCount count{static_cast<std::int64_t>(page.rows.size()), page.next.has_value()};
        if (count.more && request.count && !request.after)
            count = counted(handle, query, request.folded);
        page.total = count.count;
        page.more = count.more;
        return page;
    });
}

base::Result<std::vector<desk::ArticleRow>> readRows(Database& database, const std::vector<std::int64_t>& ids)
{
    return guarded<std::vector<desk::ArticleRow>>([&] {
        std::vector<desk::ArticleRow> rows = rowsOf(database.handle(), ids);
        fillMarks(database, rows);
        return rows;
    });
}

base::Result<desk::MatchCount> countMatches(Database& database, const desk::Query& query, bool folded)
{
    return guarded<desk::MatchCount>([&] { return counted(database.handle(), query, folded); });
}

base::Result<std::int64_t> countStored(Database& database)
{
    return guarded<std::int64_t>([&]() -> base::Result<std::int64_t> {
        return database.handle().execAndGet("SELECT coalesce(sum(articles), 0) FROM source").getInt64();
    });
}

base::Result<desk::Navigation> readNavigation(
    Database& database, base::Instant now, std::optional<base::Instant> asOf)
{
    now = asOf.value_or(now);
    return guarded<desk::Navigation>([&]() -> base::Result<desk::Navigation> {
        desk::Navigation navigation;
        SQLite::Database& handle = database.handle();
        const base::Result<std::int64_t> stored = countStored(database);
        if (!stored)
            return stored.error();
        navigation.articles = *stored;
        navigation.bytes = database.bytes();
        const std::pair<const char*, const char*> views[] = {{"Top by impact", "sort:impact"},
            {"Latest", "sort:published"}, {"Unread", "is:unread"}, {"Starred", "is:starred"},
            {"Recently read", "is:read sort:read"}, {"With decisions", "has:decision"}};
        for (const auto& [name, text] : views) {
            base::Result<desk::Query> query = desk::parseQuery(text, now);
            if (!query)
                return query.error();
            if (asOf)
                query->root = receivedBy(query->root, *asOf);
            const desk::MatchCount count = counted(handle, *query);
            navigation.views.push_back({name, text, count.count, count.more});
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
