// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "marketmap.h"

#include "asof.h"
#include "candidates.h"
#include "querysql.h"
#include "savedsearches.h"
#include "sqlerror.h"
#include "storedquery.h"

#include <desk/storyview.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace store {

namespace {

using desk::Day;
using desk::DayFigures;

constexpr std::int64_t DaySeconds = 86400;
constexpr std::size_t MostCandidates = 400000; // ids kept of one condition
constexpr int LeastRelevance = 50; // of an entity that an article is about
constexpr std::size_t MostMovers = 8;
constexpr double LeastMove = 0.05; // of a mean sentiment; less is no move
constexpr std::int64_t ManyNews = 100; // in 24 hours: one or two articles of something are chance then
constexpr std::int64_t FewestOfMany = 3;

std::int64_t seconds(base::Instant instant) { return static_cast<std::int64_t>(base::toUnix(instant)); }

Day dayOf(base::Instant instant) { return std::chrono::floor<std::chrono::days>(instant); }

// An analysed article.
struct Told {
    std::int64_t id = 0;
    std::int64_t at = 0; // published, else received
    double impact = 0;
    double sentiment = 0;
    std::int64_t story = 0; // 0: none
    const desk::MatchedArticle* former = nullptr; // as it was then, where that is otherwise than now
};

struct Window {
    base::Instant from = {}; // half-open
    base::Instant to = {};
};

// The analysed articles of a window that a query finds, at an instant.
class Reading final {
public:
    Reading(Database& database, const desk::Query& query, Window window, std::optional<base::Instant> asOf)
        : m_database(database)
        , m_query(query)
        , m_window(window)
        , m_asOf(asOf)
    {
    }

    base::Outcome run()
    {
        if (m_asOf) {
            base::Result<std::vector<FormerArticle>> former
                = readFormer(m_database, *m_asOf, m_window.from, m_window.to);
            if (!former)
                return former.error();
            m_former = std::move(*former);
        }
        readPresent();
        for (const FormerArticle& one : m_former)
            addFormer(one);
        return base::Done{};
    }

    const std::vector<Told>& articles() const { return m_articles; }
    // Whether anything was published in it, found by the query or not; as of an instant, whether it was
    // found.
    bool hasNews(Window part) const
    {
        if (m_asOf)
            return std::any_of(m_articles.begin(), m_articles.end(), [&](const Told& article) {
                return article.at >= seconds(part.from) && article.at < seconds(part.to);
            });
        SQLite::Statement any(m_database.handle(),
            "SELECT 1 FROM article INDEXED BY article_published WHERE sort_published >= ? AND sort_published "
            "< "
            "? LIMIT 1");
        any.bind(1, seconds(part.from));
        any.bind(2, seconds(part.to));
        return any.executeStep();
    }

    // Calls each(article, topic) for all topics of each.
    template <class Each> void topics(Each each)
    {
        SQLite::Statement names(m_database.handle(), "SELECT topic FROM article_topic WHERE article_id = ?");
        for (const Told& article : m_articles) {
            if (article.former != nullptr) {
                for (const std::string& topic : article.former->topics)
                    each(article, topic);
                continue;
            }
            names.reset();
            names.bind(1, article.id);
            while (names.executeStep())
                each(article, names.getColumn(0).getString());
        }
    }

    // Calls each(id, name) for the entities an article is about.
    template <class Each> void entities(SQLite::Statement& named, const Told& article, Each each)
    {
        if (article.former != nullptr) {
            for (const desk::MatchedEntity& entity : article.former->entities) {
                if (entity.relevance >= LeastRelevance)
                    each(entity.id, entity.name);
            }
            return;
        }
        named.reset();
        named.bind(1, article.id);
        named.bind(2, LeastRelevance);
        while (named.executeStep())
            each(named.getColumn(0).getString(), named.getColumn(1).getString());
    }

private:
    void readPresent()
    {
        // The index knows the ids alone: the time is computed from the row, which lies on pages with the
        // text.
        Ids inside;
        SQLite::Statement window(m_database.handle(),
            "SELECT id FROM article INDEXED BY article_published WHERE sort_published >= ? AND "
            "sort_published < ?");
        window.bind(1, seconds(m_window.from));
        window.bind(2, seconds(m_window.to));
        while (window.executeStep())
            inside.push_back(window.getColumn(0).getInt64());
        std::sort(inside.begin(), inside.end(), std::greater<>()); // rows that lie together are read together
        const SplitQuery split = splitQuery(m_query);
        narrow(inside, split.words);
        SQLite::Statement row(m_database.handle(),
            "SELECT a.sort_published, a.impact, a.sentiment, a.story_id FROM article a WHERE a.id = ? AND "
            "a.impact >= 0"
                + std::string(m_query.hidden ? "" : " AND a.hidden = 0") + " AND " + split.rest.condition);
        bindValues(row, split.rest, 2);
        for (const std::int64_t id : inside) {
            if (std::binary_search(m_former.begin(), m_former.end(), id, IdLess()))
                continue;
            row.reset();
            row.bind(1, id);
            if (row.executeStep())
                m_articles.push_back({id, row.getColumn(0).getInt64(), row.getColumn(1).getDouble(),
                    row.getColumn(2).getDouble(), row.getColumn(3).getInt64(), nullptr});
        }
    }

    // Leaves what the indexes of words and values know of.
    void narrow(Ids& inside, const std::string& words)
    {
        if (inside.empty())
            return;
        if (!words.empty()) {
            SQLite::Statement select(m_database.handle(),
                "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid "
                "DESC");
            select.bind(1, words);
            select.bind(2, inside.back());
            select.bind(3, inside.front());
            Ids ids;
            while (select.executeStep())
                ids.push_back(select.getColumn(0).getInt64());
            inside = intersection(inside, ids);
        }
        if (m_query.root.kind == desk::NodeKind::All)
            return;
        if (const std::optional<Ids> few = smallestCandidates(m_database.handle(), m_query, MostCandidates))
            inside = intersection(inside, *few);
    }

    void addFormer(const FormerArticle& one)
    {
        if (!one.then || !one.then->impact || !one.then->sentiment)
            return;
        const base::Instant at = one.then->published.value_or(one.then->received);
        const bool hidden = one.then->hidden && !m_query.hidden;
        if (at < m_window.from || at >= m_window.to || hidden
            || !desk::ArticleMatcher(*one.then).matches(m_query))
            return;
        m_articles.push_back({one.id, seconds(at), *one.then->impact, *one.then->sentiment, 0, &*one.then});
    }

    struct IdLess {
        bool operator()(const FormerArticle& one, std::int64_t id) const { return one.id < id; }
        bool operator()(std::int64_t id, const FormerArticle& one) const { return id < one.id; }
    };

    Database& m_database;
    const desk::Query& m_query;
    Window m_window;
    std::optional<base::Instant> m_asOf;
    std::vector<FormerArticle> m_former;
    std::vector<Told> m_articles;
};

class Sum final {
public:
    void add(const Told& article)
    {
        ++m_articles;
        m_sentiment += article.sentiment;
        m_impact += article.impact;
    }
    std::int64_t articles() const { return m_articles; }
    DayFigures figures() const
    {
        if (m_articles == 0)
            return {};
        const auto count = static_cast<double>(m_articles);
        return {m_articles, m_sentiment / count, m_impact / count, m_impact};
    }

private:
    std::int64_t m_articles = 0;
    double m_sentiment = 0;
    double m_impact = 0;
};

// The stretches of 24 hours that end at one moment: 0 is the last.
class Stretches final {
public:
    explicit Stretches(base::Instant until)
        : m_until(seconds(until))
    {
    }
    // Nothing: after the moment, or longer ago than what is usual counts.
    std::optional<int> of(std::int64_t at) const
    {
        if (at >= m_until)
            return std::nullopt;
        const std::int64_t number = (m_until - 1 - at) / DaySeconds;
        return number <= desk::UsualDays ? std::optional(static_cast<int>(number)) : std::nullopt;
    }
    base::Instant begin(int number) const { return base::fromUnix(m_until - (number + 1) * DaySeconds); }

private:
    std::int64_t m_until;
};

// What is known of one topic, entity or story.
struct Sides {
    std::string name;
    std::int64_t first = 0; // article of a story that is the oldest seen
    std::int64_t firstAt = 0;
    Sum before;
    Sum recent;
};

struct Topic {
    std::vector<Sum> days;
    Sum period;
    Sum usual;
    Sides sides;
};

class MapBuilder final {
public:
    MapBuilder(Database& database, Reading& reading, desk::MarketMap& map)
        : m_database(database)
        , m_reading(reading)
        , m_map(map)
        , m_stretches(map.until)
    {
    }

    void build()
    {
        for (int stretch = desk::UsualDays; stretch > 0; --stretch) {
            const base::Instant begin = m_stretches.begin(stretch);
            if (!m_reading.hasNews({begin, begin + std::chrono::days(1)}))
                continue;
            ++m_map.usualDays;
            m_beforeStretch = stretch;
        }
        m_map.before = m_stretches.begin(m_beforeStretch);
        m_reading.topics([this](const Told& article, const std::string& topic) { add(article, topic); });
        for (const Told& article : m_reading.articles()) {
            if (dayIndex(article))
                ++m_map.articles;
        }
        for (const auto& [name, topic] : m_topics) {
            if (topic.period.articles() > 0)
                m_map.topics.push_back(topicDays(name, topic));
        }
        std::stable_sort(m_map.topics.begin(), m_map.topics.end(),
            [](const desk::TopicDays& one, const desk::TopicDays& other) {
                return one.period.volume > other.period.volume;
            });
        findMovers();
    }

private:
    std::optional<std::size_t> dayIndex(const Told& article) const
    {
        const Day day = dayOf(base::fromUnix(article.at));
        if (day < m_map.first || day > m_map.last)
            return std::nullopt;
        return static_cast<std::size_t>((day - m_map.first).count());
    }

    // Into the side of two it belongs to, or none.
    void compare(const Told& article, Sides& sides) const
    {
        const std::optional<int> stretch = m_stretches.of(article.at);
        if (stretch == 0)
            sides.recent.add(article);
        else if (stretch == m_beforeStretch)
            sides.before.add(article);
    }

    void add(const Told& article, const std::string& name)
    {
        Topic& topic = m_topics[name];
        topic.days.resize(static_cast<std::size_t>((m_map.last - m_map.first).count()) + 1);
        if (const std::optional<std::size_t> day = dayIndex(article)) {
            topic.days[*day].add(article);
            topic.period.add(article);
        }
        if (m_stretches.of(article.at).value_or(0) > 0)
            topic.usual.add(article);
        compare(article, topic.sides);
    }

    desk::TopicDays topicDays(const std::string& name, const Topic& topic) const
    {
        desk::TopicDays days;
        days.topic = name;
        for (const Sum& day : topic.days)
            days.days.push_back(day.figures());
        days.period = topic.period.figures();
        days.recent = topic.sides.recent.figures();
        if (m_map.usualDays >= desk::FewestUsualDays)
            days.usual = topic.usual.figures().volume / m_map.usualDays;
        return days;
    }

    void findMovers()
    {
        std::map<std::string, Sides> entities;
        std::unordered_map<std::int64_t, Sides> stories;
        std::int64_t recent = 0;
        SQLite::Statement named(m_database.handle(),
            "SELECT entity, name FROM article_entity WHERE article_id = ? AND relevance >= ?");
        for (const Told& article : m_reading.articles()) {
            const std::optional<int> stretch = m_stretches.of(article.at);
            if (stretch != 0 && stretch != m_beforeStretch)
                continue;
            recent += stretch == 0 ? 1 : 0;
            m_reading.entities(named, article, [&](const std::string& id, const std::string& name) {
                Sides& sides = entities[id];
                sides.name = name;
                compare(article, sides);
            });
            if (article.story == 0)
                continue;
            Sides& sides = stories[article.story];
            if (sides.first == 0 || article.at < sides.firstAt) {
                sides.first = article.id;
                sides.firstAt = article.at;
            }
            compare(article, sides);
        }
        m_least = recent >= ManyNews ? FewestOfMany : 1;
        for (const auto& [name, topic] : m_topics)
            consider(desk::Mover::Kind::Topic, name, desk::topicQuery(name), topic.sides);
        for (const auto& [id, sides] : entities)
            consider(desk::Mover::Kind::Entity, sides.name, "entity:" + desk::quoted(sides.name), sides);
        for (const auto& [id, sides] : stories) {
            if (moves(sides))
                consider(
                    desk::Mover::Kind::Story, titleOf(sides.first), "story:" + desk::storyName(id), sides);
        }
        std::sort(m_movers.begin(), m_movers.end(), [](const Ranked& one, const Ranked& other) {
            return one.rank != other.rank ? one.rank > other.rank : one.mover.name < other.mover.name;
        });
        for (std::size_t at = 0; at < std::min(m_movers.size(), MostMovers); ++at)
            m_map.movers.push_back(std::move(m_movers[at].mover));
    }

    bool moves(const Sides& sides) const
    {
        return sides.before.articles() >= m_least && sides.recent.articles() >= m_least
            && std::fabs(sides.recent.figures().sentiment - sides.before.figures().sentiment) >= LeastMove;
    }

    void consider(
        desk::Mover::Kind kind, const std::string& name, const std::string& query, const Sides& sides)
    {
        if (!moves(sides))
            return;
        desk::Mover mover;
        mover.kind = kind;
        mover.name = name;
        mover.query = desk::momentsQuery(query, m_map.before, m_map.until);
        mover.before = sides.before.figures();
        mover.recent = sides.recent.figures();
        // A mean of n articles strays by one over the root of n.
        const auto fewer = static_cast<double>(std::min(mover.before.articles, mover.recent.articles));
        const double rank = std::fabs(mover.change()) * std::sqrt(fewer) * mover.recent.impact;
        m_movers.push_back({rank, std::move(mover)});
    }

    std::string titleOf(std::int64_t article)
    {
        SQLite::Statement title(m_database.handle(), "SELECT title FROM article WHERE id = ?");
        title.bind(1, article);
        return title.executeStep() ? title.getColumn(0).getString() : std::string();
    }

    struct Ranked {
        double rank = 0;
        desk::Mover mover;
    };

    Database& m_database;
    Reading& m_reading;
    desk::MarketMap& m_map;
    Stretches m_stretches;
    int m_beforeStretch = 1; // the last before that has news
    std::int64_t m_least = 1; // articles on each side of a mover
    std::map<std::string, Topic> m_topics;
    std::vector<Ranked> m_movers;
};

// The newest day, today at most, that an analysed article has as its date. Those without one, which stand at
// the day they were received, count where there are no others among the newest.
Day newestDay(SQLite::Database& handle, Day today, std::optional<base::Instant> asOf)
{
    SQLite::Statement newest(handle,
        "SELECT coalesce(max(published), max(at)) FROM (SELECT published, sort_published AS at FROM article "
        "INDEXED BY article_published WHERE sort_published < ? AND impact >= 0 AND hidden = 0"
            + std::string(asOf ? " AND received <= ?" : "")
            + " ORDER BY sort_published DESC, id DESC LIMIT 300)");
    newest.bind(1, seconds(today + std::chrono::days(1)));
    if (asOf)
        newest.bind(2, seconds(*asOf));
    newest.executeStep();
    return newest.getColumn(0).isNull() ? today : dayOf(base::fromUnix(newest.getColumn(0).getInt64()));
}

std::optional<Day> oldestDay(SQLite::Database& handle)
{
    SQLite::Statement oldest(handle,
        "SELECT sort_published FROM article INDEXED BY article_published ORDER BY sort_published LIMIT 1");
    return oldest.executeStep() ? std::optional(dayOf(base::fromUnix(oldest.getColumn(0).getInt64())))
                                : std::nullopt;
}

} // namespace

base::Result<desk::MarketMap> readMarketMap(
    Database& database, const desk::MapRequest& request, base::Instant now)
{
    now = request.asOf.value_or(now);
    const base::Result<desk::Query> filter = parseStoredQuery(database, request.filter, now, request.asOf);
    if (!filter)
        return filter.error();
    const base::Result<std::vector<SavedSearch>> searches = readSavedSearches(database);
    if (!searches)
        return searches.error();
    return guarded<desk::MarketMap>([&]() -> base::Result<desk::MarketMap> {
        SQLite::Database& handle = database.handle();
        const SQLite::Transaction snapshot(handle);
        desk::MarketMap map;
        map.filter = request.filter;
        map.today = dayOf(now);
        map.newest = newestDay(handle, map.today, request.asOf);
        map.last = std::min(request.last.value_or(map.newest), map.today);
        map.first = map.last - std::chrono::days(std::max(1, request.days) - 1);
        map.until = map.last == map.today ? now : base::Instant(map.last + std::chrono::days(1));
        for (const SavedSearch& search : *searches)
            map.searches.push_back(search.name);
        if (!request.asOf)
            map.waiting = handle
                              .execAndGet("SELECT count(*) FROM article INDEXED BY article_unscored WHERE "
                                          "impact < 0 AND impact = -1")
                              .getInt64();
        const base::Instant usualFrom = Stretches(map.until).begin(desk::UsualDays);
        const Window window{
            std::min(base::Instant(map.first), usualFrom), base::Instant(map.last + std::chrono::days(1))};
        Reading reading(database, *filter, window, request.asOf);
        if (const base::Outcome read = reading.run(); !read)
            return read.error();
        MapBuilder(database, reading, map).build();
        return map;
    });
}

base::Result<desk::DaySeries> readDaySeries(
    Database& database, const desk::SeriesRequest& request, base::Instant now)
{
    now = request.asOf.value_or(now);
    const base::Result<desk::Query> query = parseStoredQuery(database, request.query, now, request.asOf);
    if (!query)
        return query.error();
    return guarded<desk::DaySeries>([&]() -> base::Result<desk::DaySeries> {
        const SQLite::Transaction snapshot(database.handle());
        const Day last = newestDay(database.handle(), dayOf(now), request.asOf);
        const Day first = oldestDay(database.handle()).value_or(last);
        const int known = static_cast<int>((last - first).count()) + 1;
        const int count = std::max(1, std::min(request.days, std::max(known, desk::FewestSeriesDays)));
        desk::DaySeries series;
        series.query = request.query;
        series.first = last - std::chrono::days(count - 1);
        Reading reading(database, *query, {series.first, last + std::chrono::days(1)}, request.asOf);
        if (const base::Outcome read = reading.run(); !read)
            return read.error();
        std::vector<Sum> days(static_cast<std::size_t>(count));
        Sum period;
        for (const Told& article : reading.articles()) {
            days[static_cast<std::size_t>((dayOf(base::fromUnix(article.at)) - series.first).count())].add(
                article);
            period.add(article);
        }
        for (const Sum& day : days)
            series.days.push_back(day.figures());
        series.period = period.figures();
        return series;
    });
}

} // namespace store
