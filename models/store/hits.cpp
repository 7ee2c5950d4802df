// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "hits.h"

#include "candidates.h"
#include "querysql.h"
#include "ranking.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <limits>

namespace store {

namespace {

constexpr std::size_t FewHits = 300; // so many rows are looked up one by one
constexpr std::size_t FirstHits = 2000; // read before it is known whether a word is rare
constexpr std::size_t SomeHits = 20000; // so many rows can be asked for the other conditions
constexpr std::size_t ManyHits = 200000; // so many ids can be kept
constexpr int MostProbes = 300; // of single ids in the full-text index, some 20 µs each
constexpr int MostSteps = 100000; // along the index of an order

struct Order {
    const char* key = nullptr;
    const char* index = nullptr;
    bool grows = false; // with the ids, on the whole
    const char* where = ""; // what has a place in the order
    const char* held = ""; // what the index holds of that
    const char* tail
        = nullptr; // index by id of what it does not hold: the last of the order, of one key below 0
    const char* tailHeld = "";
};

Order orderBy(desk::Sort sort)
{
    switch (sort) {
    case desk::Sort::Published:
        return {"a.sort_published", "article_published", true};
    case desk::Sort::Received:
        return {"a.received", "article_received", true};
    case desk::Sort::ReadAt:
        return {"a.read_at", "article_read_at", false, " AND a.read_at IS NOT NULL"};
    default:
        return {"a.impact", "article_impact", false, "", " AND a.impact >= 0", "article_unscored",
            " AND a.impact < 0"};
    }
}

class Finder final {
public:
    Finder(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
        const std::optional<desk::Cursor>& after, int limit)
        : m_handle(handle)
        , m_query(query)
        , m_split(splitQuery(query))
        , m_order(orderBy(sort))
        , m_after(after)
        , m_limit(static_cast<std::size_t>(limit))
    {
        m_plain = m_split.rest.condition == "1";
        if (!query.hidden)
            m_split.rest.condition += " AND a.hidden = 0";
        m_split.rest.condition += m_order.where;
    }

    std::vector<Hit> ranked()
    {
        RankRequest request{m_split.words, m_limit, m_after, nullptr, {}};
        if (m_plain) {
            if (!m_query.hidden)
                request.without = hiddenIds();
            return bestMatches(m_handle, request);
        }
        // Few articles that meet another condition, or that the words match: the rest is asked of those
        // alone.
        std::optional<Ids> few = smallestCandidates(m_handle, m_query, ManyHits);
        if (few)
            few = few->empty() ? *few : intersection(*few, words(ManyIds, few->front(), few->back()));
        if (!few) {
            Ids some = words(FirstHits + 1);
            if (some.size() <= FirstHits)
                few = std::move(some);
        }
        request.only = few ? &*few : nullptr;
        if (few && few->size() <= FirstHits) {
            few = meeting(*few);
            return bestMatches(m_handle, request);
        }
        return bestOfMany(request);
    }

    std::vector<Hit> ordered()
    {
        const std::optional<Ids> few
            = m_plain ? std::nullopt : smallestCandidates(m_handle, m_query, FirstHits);
        if (m_split.words.empty())
            return few ? sorted(*few) : walked();
        if (few)
            return few->empty() ? std::vector<Hit>()
                                : sorted(intersection(*few, words(ManyIds, few->front(), few->back())));
        m_known = words(FirstHits + 1);
        m_all = m_known.size() <= FirstHits;
        if (m_all && m_known.size() <= FewHits)
            return sorted(m_known);
        // Ids grow with time: the hits near the page's place tell most of what the walk asks.
        if (m_order.grows && m_after && !m_all) {
            m_most = newestAhead();
            m_known = words(FirstHits + 1, m_most);
            m_least = m_known.size() > FirstHits ? m_known.back() : 0;
        } else if (!m_all) {
            m_least = m_known.back();
        }
        std::optional<std::vector<Hit>> found;
        if (m_order.grows || m_all)
            found = walkedWithWords();
        if (!found && !m_all) {
            m_most = std::numeric_limits<std::int64_t>::max();
            m_known = words(ManyHits + 1);
            m_all = m_known.size() <= ManyHits;
            m_least = m_all ? 0 : m_known.back();
            found = walkedWithWords();
        }
        return found ? *found : joined();
    }

private:
    static constexpr std::size_t ManyIds = std::numeric_limits<int>::max();

    // The newest ids between these that the words alone match, falling.
    Ids words(
        std::size_t most, std::int64_t upTo = std::numeric_limits<std::int64_t>::max(), std::int64_t from = 0)
    {
        SQLite::Statement select(m_handle,
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC "
            "LIMIT ?");
        select.bind(1, m_split.words);
        select.bind(2, from);
        select.bind(3, upTo);
        select.bind(4, static_cast<std::int64_t>(most));
        Ids ids;
        while (select.executeStep())
            ids.push_back(select.getColumn(0).getInt64());
        return ids;
    }

    // The largest id among the next rows of the order.
    std::int64_t newestAhead()
    {
        std::int64_t newest = 0;
        std::size_t rows = 0;
        walk("a.id", {"1", {}}, [&](SQLite::Statement& row) {
            newest = std::max(newest, row.getColumn(0).getInt64());
            return ++rows < FewHits;
        });
        return newest;
    }

    // Those of the ids that meet the other conditions.
    Ids meeting(const Ids& ids)
    {
        SQLite::Statement check(
            m_handle, "SELECT 1 FROM article a WHERE a.id = ? AND " + m_split.rest.condition);
        Ids met;
        for (const std::int64_t id : ids) {
            check.reset();
            check.bind(1, id);
            bindValues(check, m_split.rest, 2);
            if (check.executeStep())
                met.push_back(id);
        }
        return met;
    }

    bool isAfter(const Hit& hit) const
    {
        return !m_after || comesBefore(Hit{m_after->id, m_after->key}, hit);
    }

    // Looks each one up, and puts them in order.
    std::vector<Hit> sorted(const Ids& ids)
    {
        SQLite::Statement look(m_handle,
            std::string("SELECT ") + m_order.key + " FROM article a WHERE a.id = ? AND "
                + m_split.rest.condition);
        std::vector<Hit> hits;
        for (const std::int64_t id : ids) {
            look.reset();
            look.bind(1, id);
            bindValues(look, m_split.rest, 2);
            if (!look.executeStep())
                continue;
            const Hit hit{id, look.getColumn(0).getDouble()};
            if (isAfter(hit))
                hits.push_back(hit);
        }
        std::sort(hits.begin(), hits.end(), comesBefore);
        if (hits.size() > m_limit)
            hits.resize(m_limit);
        return hits;
    }

    // Calls each(statement) for the rows of the order's index from the cursor on until it gives false; rows
    // of the cursor's own key come first, as the index cannot be entered at key and id in one condition.
    template <class Each> void walk(const std::string& columns, const QuerySql& rest, Each each)
    {
        const std::string where = " WHERE " + rest.condition + m_order.where;
        const std::string key = m_order.key;
        const auto run = [&](const std::string& from, const std::string& order, bool withKey, bool withId) {
            SQLite::Statement rows(
                m_handle, "SELECT " + columns + " FROM article a INDEXED BY " + from + " ORDER BY " + order);
            int at = bindValues(rows, rest, 1);
            if (withKey)
                rows.bind(at++, m_after->key);
            if (withId)
                rows.bind(at, m_after->id);
            while (rows.executeStep()) {
                if (!each(rows))
                    return false;
            }
            return true;
        };
        const auto walkIndex = [&](const std::string& index, bool fromCursor) {
            if (!fromCursor)
                return run(index, key + " DESC, a.id DESC", false, false);
            return run(index + " AND " + key + " = ? AND a.id < ?", "a.id DESC", true, true)
                && run(index + " AND " + key + " < ?", key + " DESC, a.id DESC", true, false);
        };
        const bool inTail = m_order.tail != nullptr && m_after && m_after->key < 0;
        if ((inTail || walkIndex(m_order.index + where + m_order.held, m_after.has_value()))
            && m_order.tail != nullptr)
            walkIndex(m_order.tail + where + m_order.tailHeld, inTail);
    }

    std::vector<Hit> walked()
    {
        std::vector<Hit> hits;
        walk("a.id, " + std::string(m_order.key), m_split.rest, [&](SQLite::Statement& row) {
            hits.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getDouble()});
            return hits.size() < m_limit;
        });
        return hits;
    }

    // Walks the order and keeps what the words match: of the ids read (m_known) that is known, others are
    // asked for one by one. Nothing when that takes too long.
    std::optional<std::vector<Hit>> walkedWithWords()
    {
        SQLite::Statement probe(m_handle, "SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?");
        SQLite::Statement check(m_handle,
            std::string("SELECT ") + m_order.key + " FROM article a WHERE a.id = ? AND "
                + m_split.rest.condition);
        std::vector<Hit> hits;
        int probes = 0;
        int steps = 0;
        int checks = 0;
        bool gaveUp = false;
        const auto matches = [&](std::int64_t id) {
            if (id >= m_least && id <= m_most)
                return std::binary_search(m_known.begin(), m_known.end(), id, std::greater<>());
            ++probes;
            probe.reset();
            probe.bind(1, m_split.words);
            probe.bind(2, id);
            return probe.executeStep();
        };
        walk("a.id", {"1", {}}, [&](SQLite::Statement& row) {
            const std::int64_t id = row.getColumn(0).getInt64();
            gaveUp = ++steps > MostSteps || probes >= MostProbes || checks > static_cast<int>(SomeHits);
            if (gaveUp)
                return false;
            if (!matches(id))
                return true;
            ++checks;
            check.reset();
            check.bind(1, id);
            bindValues(check, m_split.rest, 2);
            if (check.executeStep())
                hits.push_back({id, check.getColumn(0).getDouble()});
            return hits.size() < m_limit;
        });
        return gaveUp ? std::nullopt : std::optional(std::move(hits));
    }

    // Every match of the words is looked up. Slow where there are many: the last way.
    std::vector<Hit> joined()
    {
        const std::string key = m_order.key;
        SQLite::Statement select(m_handle,
            "SELECT a.id, " + key
                + " FROM search f CROSS JOIN article a ON a.id = f.rowid WHERE search MATCH ? AND "
                + m_split.rest.condition + (m_after ? " AND (" + key + ", a.id) < (?, ?)" : "") + " ORDER BY "
                + key + " DESC, a.id DESC LIMIT ?");
        select.bind(1, m_split.words);
        int at = bindValues(select, m_split.rest, 2);
        if (m_after) {
            select.bind(at++, m_after->key);
            select.bind(at++, m_after->id);
        }
        select.bind(at, static_cast<std::int64_t>(m_limit));
        return read(select);
    }

    static std::vector<Hit> read(SQLite::Statement& select)
    {
        std::vector<Hit> hits;
        while (select.executeStep())
            hits.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getDouble()});
        return hits;
    }

    Ids hiddenIds()
    {
        SQLite::Statement select(m_handle, "SELECT id FROM article WHERE hidden = 1 ORDER BY id DESC");
        Ids ids;
        while (select.executeStep())
            ids.push_back(select.getColumn(0).getInt64());
        return ids;
    }

    // Many matches of the words: the best of them are asked for the other conditions, more each time.
    std::vector<Hit> bestOfMany(RankRequest request)
    {
        SQLite::Statement check(
            m_handle, "SELECT 1 FROM article a WHERE a.id = ? AND " + m_split.rest.condition);
        for (request.limit = m_limit * 20;; request.limit *= 20) {
            const std::vector<Hit> all = bestMatches(m_handle, request);
            std::vector<Hit> met;
            for (const Hit& hit : all) {
                check.reset();
                check.bind(1, hit.id);
                bindValues(check, m_split.rest, 2);
                if (check.executeStep())
                    met.push_back(hit);
                if (met.size() == m_limit)
                    return met;
            }
            if (all.size() < request.limit)
                return met;
        }
    }

    SQLite::Database& m_handle;
    const desk::Query& m_query;
    SplitQuery m_split;
    bool m_plain = false; // no conditions but words
    Order m_order;
    const std::optional<desk::Cursor>& m_after;
    std::size_t m_limit;
    Ids m_known; // ids the words match, falling: all of them from m_least to m_most
    std::int64_t m_least = 0;
    std::int64_t m_most = std::numeric_limits<std::int64_t>::max();
    bool m_all = false; // there are no others
};

} // namespace

bool comesBefore(const Hit& one, const Hit& other)
{
    return one.key != other.key ? one.key > other.key : one.id > other.id;
}

OrderKey keyOf(desk::Sort sort)
{
    const Order order = orderBy(sort);
    return {order.key, order.where};
}

desk::Sort orderOf(const desk::Query& query, desk::Sort asked)
{
    const desk::Sort sort = query.sort.value_or(asked);
    if (sort == desk::Sort::Relevance && splitQuery(query).words.empty())
        return desk::Sort::Impact;
    return sort;
}

std::vector<Hit> findHits(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
    const std::optional<desk::Cursor>& after, int limit)
{
    Finder finder(handle, query, sort, after, limit);
    return sort == desk::Sort::Relevance ? finder.ranked() : finder.ordered();
}

} // namespace store
