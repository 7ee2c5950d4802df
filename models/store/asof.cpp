// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "asof.h"

#include "matchedarticles.h"
#include "pagereader.h"
#include "sqlerror.h"
#include "storedquery.h"

#include <base/analysisjson.h>
#include <desk/excerpt.h>
#include <desk/storyview.h>

#include <algorithm>
#include <map>

namespace store {

namespace {

constexpr int ChunkRows = 500;

std::int64_t seconds(base::Instant instant) { return static_cast<std::int64_t>(base::toUnix(instant)); }

// What was otherwise at the instant in one article.
struct Past {
    bool there = true; // had been received
    std::optional<Revision> text; // nothing: as it is now
    bool otherAnalysis = false; // than there is now
    std::optional<base::Analysis> analysis; // that other one; nothing: none yet
};

base::Result<std::optional<base::Analysis>> pastAnalysis(
    SQLite::Database& handle, std::int64_t id, std::int64_t at)
{
    SQLite::Statement query(handle,
        "SELECT data FROM past_analysis WHERE article_id = ? AND analysed <= ? AND superseded > ? ORDER BY "
        "id LIMIT 1");
    query.bind(1, id);
    query.bind(2, at);
    query.bind(3, at);
    if (!query.executeStep())
        return std::optional<base::Analysis>();
    base::Result<base::Analysis> analysis = base::analysisFromJson(query.getColumn(0).getString());
    if (!analysis)
        return analysis.error();
    return std::optional<base::Analysis>(std::move(analysis).value());
}

base::Result<Past> pastOf(SQLite::Database& handle, std::int64_t id, std::int64_t at)
{
    Past past;
    SQLite::Statement now(handle,
        "SELECT a.received, n.analysed FROM article a LEFT JOIN analysis n ON n.article_id = a.id WHERE a.id "
        "= ?");
    now.bind(1, id);
    if (!now.executeStep())
        return base::Error{base::ErrorCode::NotFound, "there is no article " + std::to_string(id)};
    const bool textIsNew = now.getColumn(0).getInt64() > at;
    const bool analysisIsNew = !now.getColumn(1).isNull() && now.getColumn(1).getInt64() > at;
    if (textIsNew) {
        SQLite::Statement former(handle,
            "SELECT title, body, received FROM revision WHERE article_id = ? AND received <= ? AND "
            "superseded > ? ORDER "
            "BY id DESC LIMIT 1");
        former.bind(1, id);
        former.bind(2, at);
        former.bind(3, at);
        past.there = former.executeStep();
        if (past.there)
            past.text = Revision{former.getColumn(0).getString(), former.getColumn(1).getString(),
                base::fromUnix(former.getColumn(2).getInt64())};
    }
    past.otherAnalysis = textIsNew || analysisIsNew;
    if (past.there && past.otherAnalysis) {
        base::Result<std::optional<base::Analysis>> analysis = pastAnalysis(handle, id, at);
        if (!analysis)
            return analysis.error();
        past.analysis = std::move(analysis).value();
    }
    return past;
}

// The articles that had been received and were revised or analysed since.
std::vector<std::int64_t> touchedSince(SQLite::Database& handle, std::int64_t at)
{
    SQLite::Statement query(handle,
        "SELECT article_id FROM revision WHERE superseded > ?1 AND received <= ?1 UNION SELECT n.article_id "
        "FROM "
        "analysis n JOIN article a ON a.id = n.article_id WHERE n.analysed > ?1 AND a.received <= ?1");
    query.bind(1, at);
    std::vector<std::int64_t> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    return ids;
}

void setPast(desk::MatchedArticle& article, const Past& past)
{
    if (past.text) {
        article.title = past.text->title;
        article.body = past.text->body;
        article.received = past.text->received;
    }
    if (!past.otherAnalysis)
        return;
    const base::Analysis none;
    const base::Analysis& analysis = past.analysis ? *past.analysis : none;
    const bool scored = past.analysis && analysis.mode != base::Mode::NotAnalysed;
    article.impact = scored ? std::optional(analysis.impact.score) : std::nullopt;
    article.sentiment = scored ? std::optional(analysis.sentiment.score) : std::nullopt;
    article.mode = past.analysis ? std::string(base::modeName(analysis.mode)) : std::string();
    article.decisions = static_cast<int>(analysis.decisions.size());
    article.story.clear(); // it was put into one later
    article.novelty.reset();
    article.topics.clear();
    for (const base::TopicScore& topic : analysis.topics)
        article.topics.push_back(topic.name);
    article.entities.clear();
    for (const base::Entity& entity : analysis.entities)
        article.entities.push_back({entity.id, entity.name, entity.ticker, entity.relevance});
    article.events.clear();
    for (const base::Event& event : analysis.events)
        article.events.push_back(event.type);
}

void setPast(desk::ArticleRow& row, const desk::MatchedArticle& article, const Past& past)
{
    row.title = article.title;
    row.received = article.received;
    if (!past.otherAnalysis)
        return;
    row.analysed = article.impact.has_value();
    row.impact = article.impact.value_or(0);
    row.sentiment = article.sentiment.value_or(0);
    row.label = past.analysis ? past.analysis->sentiment.label : std::string();
    row.topics = article.topics;
    row.mode = article.mode;
    row.story.clear();
    row.storySources = 1;
    row.storyArticles = 1;
    row.novelty = 0;
}

double keyOf(const desk::ArticleRow& row, desk::Sort sort)
{
    switch (sort) {
    case desk::Sort::Published:
        return static_cast<double>(seconds(row.published.value_or(row.received)));
    case desk::Sort::Received:
        return static_cast<double>(seconds(row.received));
    default: // the analyst's own order of reading is not one of the past
        return row.analysed ? row.impact : row.mode.empty() ? -1 : -2;
    }
}

struct Keyed {
    double key = 0;
    desk::ArticleRow row;
};

bool goesBefore(const Keyed& a, const Keyed& b)
{
    return a.key != b.key ? a.key > b.key : a.row.id > b.row.id;
}

// How many had told the rows' stories by then.
void countToldBy(SQLite::Database& handle, std::int64_t at, std::vector<desk::ArticleRow>& rows)
{
    SQLite::Statement told(handle,
        "SELECT count(*), count(DISTINCT CASE source_name WHEN '' THEN '#' || source_id ELSE source_name "
        "END) "
        "FROM article WHERE story_id = ? AND received <= ?");
    for (desk::ArticleRow& row : rows) {
        if (row.storyArticles < 2)
            continue;
        told.reset();
        told.bind(1, desk::storyNumber(row.story));
        told.bind(2, at);
        told.executeStep();
        row.storyArticles = std::max(1, told.getColumn(0).getInt());
        row.storySources = std::max(1, told.getColumn(1).getInt());
    }
}

} // namespace

desk::QueryNode receivedBy(const desk::QueryNode& root, base::Instant asOf)
{
    desk::QueryNode received;
    received.kind = desk::NodeKind::Time;
    received.field = "received";
    received.to = base::fromUnix(seconds(asOf) + 1);
    desk::QueryNode both;
    both.kind = desk::NodeKind::And;
    both.children = {root, received};
    return both;
}

base::Result<desk::FeedPage> readPageAsOf(Database& database, const desk::FeedRequest& request)
{
    const base::Instant asOf = *request.asOf;
    const base::Result<desk::Query> query = parseStoredQuery(database, request.query, asOf);
    if (!query)
        return query.error();
    // By what was known, there is no relevance but to the words of now.
    desk::Sort sort = query->sort.value_or(request.sort);
    if (sort == desk::Sort::Relevance || sort == desk::Sort::ReadAt)
        sort = desk::Sort::Impact;
    return guarded<desk::FeedPage>([&]() -> base::Result<desk::FeedPage> {
        const std::int64_t at = seconds(asOf);
        const std::vector<std::int64_t> touched = touchedSince(database.handle(), at);
        base::Result<std::vector<desk::ArticleRow>> rows = readRows(database, touched);
        if (!rows)
            return rows.error();
        const desk::HitMarker marker(*query);
        std::vector<Keyed> found;
        std::int64_t otherwise = 0; // how many of the touched match as they were, less those that match now
        for (desk::ArticleRow& row : *rows) {
            const base::Result<Past> past = pastOf(database.handle(), row.id, at);
            base::Result<desk::MatchedArticle> article = readMatchedArticle(database, row.id);
            if (!past || !article)
                return past ? article.error() : past.error();
            if (article->received <= asOf && desk::ArticleMatcher(*article).matches(*query))
                --otherwise;
            setPast(*article, *past);
            if (!past->there || !desk::ArticleMatcher(*article).matches(*query))
                continue;
            ++otherwise;
            setPast(row, *article, *past);
            if (request.excerpts) {
                row.titleHits = marker.hits(article->title, base::Field::Title);
                row.excerpt = marker.excerpt(article->body);
            }
            found.push_back({keyOf(row, sort), std::move(row)});
        }
        // What nothing happened to since, as the store has it.
        desk::Query untouched = *query;
        untouched.root = receivedBy(query->root, asOf);
        untouched.sort = sort;
        desk::FeedPage page;
        page.sort = sort;
        page.folded = request.folded;
        desk::FeedRequest chunk = request;
        chunk.asOf.reset();
        chunk.limit = std::max(request.limit + 1, ChunkRows);
        std::size_t enough = static_cast<std::size_t>(request.limit) + 1;
        std::vector<Keyed> all;
        while (all.size() < enough) {
            base::Result<desk::FeedPage> some = readStoryPage(database, untouched, chunk, {false, &touched});
            if (!some)
                return some.error();
            if (!chunk.after) {
                page.total = some->total + (some->more ? 0 : otherwise);
                page.more = some->more;
            }
            for (desk::ArticleRow& row : some->rows) {
                if (!std::binary_search(touched.begin(), touched.end(), row.id))
                    all.push_back({keyOf(row, sort), std::move(row)});
            }
            if (!some->next)
                break;
            chunk.after = some->next;
        }
        for (Keyed& one : found) {
            const Keyed* last = nullptr;
            Keyed cursor;
            if (request.after) {
                cursor.key = request.after->key;
                cursor.row.id = request.after->id;
                last = &cursor;
            }
            if (last == nullptr || goesBefore(*last, one))
                all.push_back(std::move(one));
        }
        std::sort(all.begin(), all.end(), goesBefore);
        const std::size_t shown = std::min(all.size(), static_cast<std::size_t>(request.limit));
        if (all.size() > shown)
            page.next = desk::Cursor{all[shown - 1].key, all[shown - 1].row.id};
        for (std::size_t row = 0; row < shown; ++row)
            page.rows.push_back(std::move(all[row].row));
        if (request.folded) { // what the touched ones add to the stories is known where all are read
            page.total = static_cast<std::int64_t>(shown);
            page.more = page.next.has_value();
        }
        countToldBy(database.handle(), at, page.rows);
        return page;
    });
}

base::Result<std::vector<FormerArticle>> readFormer(
    Database& database, base::Instant asOf, base::Instant from, base::Instant to)
{
    return guarded<std::vector<FormerArticle>>([&]() -> base::Result<std::vector<FormerArticle>> {
        SQLite::Statement inside(database.handle(),
            "SELECT 1 FROM article WHERE id = ? AND (published IS NULL OR published >= ? AND published < ?)");
        std::vector<FormerArticle> former;
        for (const std::int64_t id : touchedSince(database.handle(), seconds(asOf))) {
            inside.reset();
            inside.bind(1, id);
            inside.bind(2, seconds(from));
            inside.bind(3, seconds(to));
            if (!inside.executeStep())
                continue;
            const base::Result<Past> past = pastOf(database.handle(), id, seconds(asOf));
            base::Result<desk::MatchedArticle> article = readMatchedArticle(database, id);
            if (!past || !article)
                return past ? article.error() : past.error();
            former.push_back({id, {}});
            if (past->there) {
                setPast(*article, *past);
                former.back().then = std::move(*article);
            }
        }
        return former;
    });
}

base::Result<StoredArticle> readArticleAsOf(Database& database, std::int64_t id, base::Instant asOf)
{
    base::Result<StoredArticle> stored = readArticle(database, id);
    if (!stored)
        return stored;
    return guarded<StoredArticle>([&]() -> base::Result<StoredArticle> {
        base::Result<Past> past = pastOf(database.handle(), id, seconds(asOf));
        if (!past)
            return past.error();
        if (!past->there)
            return base::Error{base::ErrorCode::NotFound,
                "article " + std::to_string(id) + " had not been received by then"};
        if (past->text) {
            stored->article.title = std::move(past->text->title);
            stored->article.body = std::move(past->text->body);
            stored->article.received = past->text->received;
        }
        if (past->otherAnalysis)
            stored->analysis = std::move(past->analysis);
        SQLite::Statement revisions(
            database.handle(), "SELECT count(*) FROM revision WHERE article_id = ? AND superseded <= ?");
        revisions.bind(1, id);
        revisions.bind(2, seconds(asOf));
        revisions.executeStep();
        stored->revisions = revisions.getColumn(0).getInt();
        return std::move(*stored);
    });
}

} // namespace store
