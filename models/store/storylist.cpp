// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storylist.h"

#include "sqlerror.h"
#include "storedquery.h"
#include "storyhits.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace store {

namespace {

constexpr int FewMatches = 5000; // so many articles are looked at one by one
constexpr std::size_t BatchStories = 500;

// A story and its place in the order.
struct Listed {
    std::int64_t story = 0;
    desk::Cursor cursor;
};

class Lister final {
public:
    Lister(SQLite::Database& handle, const desk::Query& query, const desk::StoryListRequest& request)
        : m_handle(handle)
        , m_query(query)
        , m_request(request)
        , m_least(request.alone ? 1 : 2)
        , m_members(handle,
              "SELECT a.id, min(coalesce(a.published, a.received), a.received + 86400), a.source_id, "
              "a.source_name, a.impact, a.sentiment, EXISTS (SELECT 1 FROM unread u WHERE u.article_id = "
              "a.id), "
              "?2 IS NULL OR EXISTS (SELECT 1 FROM analysis n WHERE n.article_id = a.id AND n.analysed <= "
              "?2) "
              "FROM article a WHERE a.story_id = ?1 AND (?2 IS NULL OR a.received <= ?2)")
        , m_head(handle, "SELECT title, topics FROM article WHERE id = ?")
        , m_source(handle,
              "SELECT coalesce(nullif(a.source_name, ''), s.title) FROM article a JOIN source s ON s.id = "
              "a.source_id WHERE a.id = ?")
    {
    }

    desk::StoryListPage page()
    {
        desk::StoryListPage page;
        std::optional<desk::Cursor> from = m_request.after;
        const auto wanted = static_cast<std::size_t>(m_request.limit);
        for (bool more = true; more && page.rows.size() <= wanted;) {
            const std::vector<Listed> some = next(from, m_request.limit + 1);
            more = some.size() > wanted;
            for (const Listed& one : some) {
                from = one.cursor;
                std::optional<desk::StoryRow> row = one.story != 0 ? rowOf(one.story) : std::nullopt;
                if (!row)
                    continue;
                if (page.rows.size() == wanted) {
                    page.next = m_last;
                    page.rows.push_back({}); // there is one more
                    break;
                }
                m_last = one.cursor;
                page.rows.push_back(std::move(*row));
            }
        }
        page.rows.resize(std::min(page.rows.size(), wanted));
        page.total = {static_cast<std::int64_t>(page.rows.size()), page.next.has_value()};
        if (page.total.more && !m_request.after && m_query.root.kind == desk::NodeKind::All)
            page.total = {
                m_handle.execAndGet("SELECT count(*) FROM story WHERE articles >= " + std::to_string(m_least))
                    .getInt64(),
                false};
        return page;
    }

private:
    std::vector<Listed> next(const std::optional<desk::Cursor>& after, int limit)
    {
        desk::StorySort sort = m_request.sort;
        if (m_query.sort)
            sort = *m_query.sort == desk::Sort::Impact ? desk::StorySort::Impact : desk::StorySort::Newest;
        if (sort == desk::StorySort::Sources)
            return bySources(after, limit);
        const desk::Sort order = sort == desk::StorySort::Impact ? desk::Sort::Impact : desk::Sort::Published;
        SQLite::Statement story(m_handle, "SELECT coalesce(story_id, 0) FROM article WHERE id = ?");
        std::vector<Listed> list;
        for (const Hit& hit :
            findStories(m_handle, m_query, order, after, limit, {!m_request.alone, nullptr})) {
            story.reset();
            story.bind(1, hit.id);
            story.executeStep();
            list.push_back({story.getColumn(0).getInt64(), {hit.key, hit.id}});
        }
        return list;
    }

    std::vector<Listed> bySources(const std::optional<desk::Cursor>& after, int limit)
    {
        const bool all = m_query.root.kind == desk::NodeKind::All;
        if (!all) {
            const std::vector<Hit> hits
                = findHits(m_handle, m_query, desk::Sort::Published, {}, FewMatches + 1);
            if (hits.size() <= FewMatches)
                return ofFew(hits, after, limit);
        }
        SQLite::Statement walk(m_handle,
            std::string(
                "SELECT id, sources FROM story WHERE articles >= ? AND (sources, id) < (?, ?) ORDER BY "
                "sources DESC, id DESC")
                + (all ? " LIMIT " + std::to_string(limit) : std::string()));
        walk.bind(1, m_least);
        walk.bind(2, after ? after->key : std::numeric_limits<double>::max());
        walk.bind(3, after ? after->id : 0);
        std::vector<Listed> list;
        std::vector<Listed> batch;
        bool more = true;
        while (more && static_cast<int>(list.size()) < limit) {
            batch.clear();
            while (batch.size() < BatchStories && (more = walk.executeStep())) {
                const std::int64_t id = walk.getColumn(0).getInt64();
                batch.push_back({id, {walk.getColumn(1).getDouble(), id}});
            }
            keepMatching(batch, all);
            list.insert(list.end(), batch.begin(), batch.end());
        }
        list.resize(std::min(list.size(), static_cast<std::size_t>(limit)));
        return list;
    }

    void keepMatching(std::vector<Listed>& batch, bool all)
    {
        if (all)
            return;
        std::vector<std::int64_t> ids;
        for (const Listed& one : batch)
            ids.push_back(one.story);
        std::set<std::int64_t> matching;
        for (const StoryHit& hit : firstOfStories(m_handle, m_query, desk::Sort::Published, ids))
            matching.insert(hit.story);
        std::erase_if(batch, [&](const Listed& one) { return !matching.contains(one.story); });
    }

    std::vector<Listed> ofFew(
        const std::vector<Hit>& hits, const std::optional<desk::Cursor>& after, int limit)
    {
        SQLite::Statement look(m_handle,
            "SELECT t.id, t.sources FROM article a JOIN story t ON t.id = a.story_id WHERE a.id = ? AND "
            "t.articles >= ?");
        std::set<std::pair<std::int64_t, std::int64_t>, std::greater<>> stories; // sources, id
        for (const Hit& hit : hits) {
            look.reset();
            look.bind(1, hit.id);
            look.bind(2, m_least);
            if (look.executeStep())
                stories.emplace(look.getColumn(1).getInt64(), look.getColumn(0).getInt64());
        }
        std::vector<Listed> list;
        for (const auto& [sources, id] : stories) {
            const Hit hit{id, static_cast<double>(sources)};
            if (!after || comesBefore({after->id, after->key}, hit))
                list.push_back({id, {hit.key, id}});
            if (static_cast<int>(list.size()) == limit)
                break;
        }
        return list;
    }

    // Nothing when fewer articles than asked for had been received.
    std::optional<desk::StoryRow> rowOf(std::int64_t story)
    {
        m_members.reset();
        m_members.bind(1, story);
        bindInstant(m_members, 2, m_request.asOf);
        desk::StoryRow row;
        row.id = story;
        std::set<std::string> sources;
        std::int64_t first = 0;
        std::pair<std::int64_t, std::int64_t> begun{std::numeric_limits<std::int64_t>::max(), 0}; // time, id
        std::pair<std::int64_t, std::int64_t> headline;
        std::int64_t last = std::numeric_limits<std::int64_t>::min();
        double impact = -2;
        double sentiment = 0;
        int scored = 0;
        while (m_members.executeStep()) {
            const std::int64_t id = m_members.getColumn(0).getInt64();
            const std::pair<std::int64_t, std::int64_t> told{m_members.getColumn(1).getInt64(), id};
            const std::string name = m_members.getColumn(3).getString();
            sources.insert(name.empty() ? '#' + m_members.getColumn(2).getString() : name);
            ++row.articles;
            row.unread += m_members.getColumn(6).getInt();
            last = std::max(last, told.first);
            if (told < begun) {
                begun = told;
                first = id;
            }
            const bool known
                = m_members.getColumn(7).getInt() != 0 && m_members.getColumn(4).getDouble() >= 0;
            const double own = known ? m_members.getColumn(4).getDouble() : -1;
            if (own > impact || (own == impact && told < headline)) {
                impact = own;
                headline = told;
            }
            if (known) {
                ++scored;
                sentiment += m_members.getColumn(5).isNull() ? 0 : m_members.getColumn(5).getDouble();
            }
        }
        if (row.articles < m_least)
            return std::nullopt;
        row.article = headline.second;
        row.begun = base::fromUnix(begun.first);
        row.last = base::fromUnix(last);
        row.sources = static_cast<int>(sources.size());
        row.analysed = impact >= 0;
        row.impact = std::max(0.0, impact);
        row.sentiment = scored > 0 ? sentiment / scored : 0;
        fillHead(row, first);
        return row;
    }

    void fillHead(desk::StoryRow& row, std::int64_t first)
    {
        m_head.reset();
        m_head.bind(1, row.article);
        if (m_head.executeStep()) {
            row.title = m_head.getColumn(0).getString();
            const nlohmann::json topics
                = nlohmann::json::parse(m_head.getColumn(1).getString(), nullptr, false);
            for (const nlohmann::json& topic : topics)
                row.topics.push_back(topic.get<std::string>());
        }
        m_source.reset();
        m_source.bind(1, first);
        if (m_source.executeStep())
            row.firstSource = m_source.getColumn(0).getString();
    }

    SQLite::Database& m_handle;
    const desk::Query& m_query;
    const desk::StoryListRequest& m_request;
    int m_least = 2; // articles
    SQLite::Statement m_members;
    SQLite::Statement m_head;
    SQLite::Statement m_source;
    std::optional<desk::Cursor> m_last; // of the last row taken
};

} // namespace

base::Result<desk::StoryListPage> readStoryList(
    Database& database, const desk::StoryListRequest& request, base::Instant now)
{
    const base::Result<desk::Query> query = parseStoredQuery(database, request.query, now, request.asOf);
    if (!query)
        return query.error();
    return guarded<desk::StoryListPage>([&] {
        const SQLite::Transaction snapshot(database.handle());
        return Lister(database.handle(), *query, request).page();
    });
}

} // namespace store
