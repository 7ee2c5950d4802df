// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "rehearsal.h"

#include "firingwriter.h"
#include "matchedarticles.h"
#include "querysql.h"
#include "sqlerror.h"
#include "storedquery.h"

#include <base/strings.h>

#include <algorithm>
#include <map>
#include <memory>

namespace store {

namespace {

using desk::AlertClass;
using desk::NodeKind;
using desk::QueryNode;

constexpr int Slices = 12; // of time; progress is said after each
constexpr int WordSlices = 3; // where each asks the search index anew
constexpr std::size_t MostMisses = 100;
constexpr std::int64_t Day = 86400;

std::int64_t unixOf(base::Instant at) { return static_cast<std::int64_t>(base::toUnix(at)); }

bool namesTime(const QueryNode& node)
{
    return node.kind == NodeKind::Time || std::any_of(node.children.begin(), node.children.end(), namesTime);
}

std::vector<QueryNode> conjuncts(const QueryNode& root)
{
    return root.kind == NodeKind::And ? root.children : std::vector<QueryNode>{root};
}

QueryNode allOf(std::vector<QueryNode> nodes)
{
    QueryNode all;
    all.kind = nodes.empty() ? NodeKind::All : NodeKind::And;
    all.children = std::move(nodes);
    return all;
}

// A row that a statement found, with what of it decides.
struct Row {
    std::int64_t id = 0;
    base::Instant received = {};
    std::optional<base::Instant> published;
    desk::MatchedArticle figures; // impact, sentiment and novelty alone
    std::int64_t story = 0;
    std::string title;
    std::string source;
    bool high = false;
    bool critical = false;
};

class Rehearser final {
public:
    Rehearser(Database& database, const desk::AlertRule& rule, int days, base::Instant now)
        : m_database(database)
        , m_rule(rule)
        , m_names(storedNames(database))
        , m_now(now)
    {
        m_made.days = days;
        m_made.from = now - std::chrono::hours(24 * days);
        m_made.perDay.assign(static_cast<std::size_t>(days), 0);
        m_ofStream = std::any_of(rule.crossings.begin(), rule.crossings.end(),
            [](const desk::Crossing& one) { return one.ofStream(); });
    }

    base::Result<desk::Rehearsal> run(const RehearsalProgress& progress)
    {
        base::Result<desk::RuleQueries> queries
            = desk::ruleQueries(m_rule, m_now, m_names.searches, m_names.watchlists);
        if (!queries)
            return queries.error();
        m_queries = std::move(queries).value();
        m_timed = namesTime(m_queries.match.root);
        m_made.articles = count(m_made.from, m_now);
        if (m_ofStream)
            preload();
        std::int64_t done = 0;
        prepareFigures();
        const std::int64_t length = unixOf(m_now) + 1 - unixOf(m_made.from);
        const int slices = splitQuery(m_queries.match).words.empty() ? Slices : WordSlices;
        for (int slice = 0; slice < slices; ++slice) {
            const auto at = [&](int part) {
                return base::fromUnix(unixOf(m_made.from) + length * part / slices);
            };
            eachRow(at(slice), at(slice + 1));
            done += count(at(slice), at(slice + 1));
            if (progress && !progress(std::min(done, m_made.articles), m_made.articles))
                return base::Error{base::ErrorCode::Cancelled, "the rehearsal was ended"};
        }
        finish();
        return std::move(m_made);
    }

private:
    std::int64_t count(base::Instant from, base::Instant to) const
    {
        SQLite::Statement query(
            m_database.handle(), "SELECT count(*) FROM article WHERE received >= ? AND received < ?");
        query.bind(1, unixOf(from));
        query.bind(2, unixOf(to));
        query.executeStep();
        return query.getColumn(0).getInt64();
    }

    // What the stream held before the first day.
    void preload()
    {
        const base::Instant before = m_made.from - std::chrono::seconds(1);
        base::Result<desk::RuleStream> stream = readStream(m_database, m_rule, m_queries.match, before);
        if (stream)
            m_stream = std::move(stream).value();
    }

    // Figures are asked here of each row, so that one statement finds what they keep out by little, too; the
    // statement's own bounds are moved that far. With times in it it finds too much: each row is asked again,
    // as of when it came.
    void prepareFigures()
    {
        std::vector<QueryNode> parts = conjuncts(m_queries.match.root);
        std::erase_if(parts, namesTime);
        for (QueryNode& part : parts) {
            if (part.kind != NodeKind::Number || part.comparison == desk::Comparison::Equal
                || part.field == "relevance" || m_timed)
                continue;
            m_figures.push_back(part);
            const bool least = part.comparison == desk::Comparison::GreaterOrEqual
                || part.comparison == desk::Comparison::Greater;
            const double step = desk::NearMissShare * desk::rangeOf(part.field) + 1e-9;
            part.number += least ? -step : step;
            part.comparison = least ? desk::Comparison::GreaterOrEqual : desk::Comparison::LessOrEqual;
        }
        m_moved = allOf(std::move(parts));
    }

    void eachRow(base::Instant from, base::Instant to)
    {
        const QuerySql sql = compileQuery(m_moved);
        const QuerySql high = m_queries.high ? compileQuery(m_queries.high->root) : QuerySql{"0", {}};
        const QuerySql critical = m_queries.critical ? compileQuery(m_queries.critical->root) : QuerySql{"0", {}};
        SQLite::Statement query(m_database.handle(),
            "SELECT a.id, a.received, a.published, a.impact, a.sentiment, a.novelty, a.story_id, a.title, "
            "coalesce(nullif(a.source_name, ''), s.title), ("
                + high.condition + "), (" + critical.condition
                + ") FROM article a JOIN source s ON s.id = a.source_id WHERE a.received >= ? AND a.received < "
                  "? AND a.hidden = 0 AND "
                + sql.condition + " ORDER BY a.received, a.id");
        int at = bindValues(query, high, 1);
        at = bindValues(query, critical, at);
        query.bind(at++, unixOf(from));
        query.bind(at++, unixOf(to));
        bindValues(query, sql, at);
        while (query.executeStep()) {
            Row row;
            row.id = query.getColumn(0).getInt64();
            row.received = base::fromUnix(query.getColumn(1).getInt64());
            row.published = instantAt(query.getColumn(2));
            if (query.getColumn(3).getDouble() >= 0)
                row.figures.impact = query.getColumn(3).getDouble();
            if (!query.getColumn(4).isNull())
                row.figures.sentiment = query.getColumn(4).getDouble();
            if (!query.getColumn(5).isNull())
                row.figures.novelty = query.getColumn(5).getDouble();
            row.story = query.getColumn(6).isNull() ? 0 : query.getColumn(6).getInt64();
            row.title = query.getColumn(7).getString();
            row.source = query.getColumn(8).getString();
            row.high = query.getColumn(9).getInt() != 0;
            row.critical = query.getColumn(10).getInt() != 0;
            if (desk::isStale(m_rule, row.published, row.received) || (m_timed && !matchedThen(row)))
                continue;
            const QueryNode* failed = nullptr;
            int failures = 0;
            for (const QueryNode& figure : m_figures) {
                const std::optional<double> value = desk::numberOf(row.figures, figure.field);
                if (value && desk::compares(*value, figure.comparison, figure.number))
                    continue;
                failed = &figure;
                ++failures;
            }
            if (failures == 0)
                take(row);
            else if (failures == 1)
                miss(row, missOf(*failed, row));
        }
    }

    static std::string missOf(const QueryNode& figure, const Row& row)
    {
        desk::Query own;
        own.root = figure;
        const std::optional<double> value = desk::numberOf(row.figures, figure.field);
        const int places = figure.field == "novelty" ? 0 : 2;
        return (value ? base::fixed(*value, places) + ", " : "") + "not " + desk::queryText(own);
    }

    bool matchedThen(const Row& row)
    {
        const base::Result<desk::MatchedArticle> article = readMatchedArticle(m_database, row.id);
        const base::Result<desk::RuleQueries> then
            = desk::ruleQueries(m_rule, row.received, m_names.searches, m_names.watchlists);
        return article && then && desk::ArticleMatcher(*article).matches(then->match);
    }

    void take(Row& row)
    {
        ++m_made.matched;
        StoryContext story;
        if (!m_rule.crossings.empty()) {
            if (!m_stories)
                m_stories = std::make_unique<StoryReader>(m_database.handle());
            story = m_stories->read(row.id);
        }
        if (m_ofStream)
            m_stream.add(row.received, row.figures.sentiment);
        const StreamFigures ofStream(m_stream, row.received);
        const CrossingFigures figures = crossingFigures(m_rule, row.figures, story, &ofStream);
        const bool beyond = std::exchange(m_beyond, figures.all);
        if (!figures.all) {
            nearlyCrossed(row, figures);
            return;
        }
        const AlertClass level = row.critical ? std::max(m_rule.level, AlertClass::Critical)
            : row.high                        ? std::max(m_rule.level, AlertClass::High)
                                              : m_rule.level;
        // An article without a story stands for itself; a whole stream is one.
        const std::int64_t key = m_ofStream ? 0 : row.story != 0 ? row.story : -row.id;
        const auto before = m_last.find(key);
        const auto last = before == m_last.end() ? std::nullopt : std::optional(before->second.was);
        const bool may = m_ofStream ? !beyond && desk::mayFireAgain(m_rule, level, last, row.received)
                                    : desk::mayFire(m_rule, level, last, row.received);
        if (!may) {
            if (before != m_last.end())
                ++m_made.firings[before->second.firing].held;
            return;
        }
        m_last[key] = {{level, row.received}, m_made.firings.size()};
        m_made.firings.push_back({row.id, row.received, std::move(row.title), std::move(row.source), level,
            row.figures.impact, 1, 0, figures.reason});
        const std::int64_t day = (unixOf(row.received) - unixOf(m_made.from)) / Day;
        ++m_made.perDay[static_cast<std::size_t>(std::clamp<std::int64_t>(day, 0, m_made.days - 1))];
    }

    void miss(const Row& row, const std::string& reason)
    {
        m_made.misses.push_back({row.id, row.received, row.title, row.source, row.figures.impact, reason});
        // Only the newest are shown.
        if (m_made.misses.size() > 4 * MostMisses)
            m_made.misses.erase(m_made.misses.begin(),
                m_made.misses.end() - static_cast<std::ptrdiff_t>(MostMisses));
    }

    void nearlyCrossed(const Row& row, const CrossingFigures& figures)
    {
        if (const std::optional<desk::Clause> only = desk::nearMiss(figures.clauses))
            miss(row, desk::missText(*only));
    }

    void finish()
    {
        SQLite::Statement sources(m_database.handle(),
            "SELECT t.sources FROM article a JOIN story t ON t.id = a.story_id WHERE a.id = ?");
        for (desk::RehearsedFiring& firing : m_made.firings) {
            sources.reset();
            sources.bind(1, firing.article);
            if (sources.executeStep())
                firing.storySources = std::max(1, sources.getColumn(0).getInt());
        }
        m_made.stories = static_cast<std::int64_t>(m_last.size());
        std::reverse(m_made.firings.begin(), m_made.firings.end());
        std::stable_sort(m_made.misses.begin(), m_made.misses.end(),
            [](const desk::RehearsedMiss& a, const desk::RehearsedMiss& b) { return a.at > b.at; });
        if (m_made.misses.size() > MostMisses)
            m_made.misses.resize(MostMisses);
    }

    struct Fired {
        desk::LastFiring was;
        std::size_t firing = 0; // its place
    };

    Database& m_database;
    const desk::AlertRule& m_rule;
    StoredNames m_names;
    base::Instant m_now;
    desk::RuleQueries m_queries;
    std::vector<QueryNode> m_figures; // of the rule, that must all hold
    QueryNode m_moved; // what the statements ask
    std::unique_ptr<StoryReader> m_stories;
    bool m_timed = false;
    bool m_ofStream = false;
    bool m_beyond = false; // of a stream: at the article before
    desk::RuleStream m_stream;
    std::map<std::int64_t, Fired> m_last; // by story
    desk::Rehearsal m_made;
};

} // namespace

base::Result<desk::Rehearsal> rehearse(Database& database, const desk::AlertRule& rule, int days,
    base::Instant now, const RehearsalProgress& progress)
{
    return guarded<desk::Rehearsal>([&]() -> base::Result<desk::Rehearsal> {
        if (days < 1)
            return base::Error{base::ErrorCode::InvalidInput, "a rehearsal needs at least one day"};
        return Rehearser(database, rule, days, now).run(progress);
    });
}

} // namespace store
