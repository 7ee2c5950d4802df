// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storywriter.h"

#include <base/analysisjson.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace store {

namespace {

template <class... Values> int run(SQLite::Database& handle, const char* sql, const Values&... values)
{
    SQLite::Statement statement(handle, sql);
    int at = 0;
    (statement.bind(++at, values), ...);
    return statement.exec();
}

} // namespace

StoryWriter::StoryWriter(SQLite::Database& handle)
    : m_handle(handle)
    , m_begin(handle, "INSERT OR IGNORE INTO story (id) VALUES (?)")
    , m_place(handle, "UPDATE article SET story_id = ?, novelty = ? WHERE id = ? AND story_id IS NULL")
    , m_told(handle,
          "SELECT 1 FROM article a JOIN article o ON o.story_id = a.story_id AND o.source_name = "
          "a.source_name AND "
          "(a.source_name <> '' OR o.source_id = a.source_id) AND o.id <> a.id WHERE a.id = ? LIMIT 1")
    , m_grow(handle, "UPDATE story SET articles = articles + 1, sources = sources + ? WHERE id = ?")
{
}

void StoryWriter::place(std::int64_t article, std::int64_t story, int novelty)
{
    m_begin.reset();
    m_begin.bind(1, story);
    m_begin.exec();
    m_place.reset();
    m_place.bind(1, story);
    m_place.bind(2, novelty);
    m_place.bind(3, article);
    if (m_place.exec() == 0)
        return;
    m_told.reset();
    m_told.bind(1, article);
    const bool told = m_told.executeStep();
    m_told.reset();
    m_grow.reset();
    m_grow.bind(1, told ? 0 : 1);
    m_grow.bind(2, story);
    m_grow.exec();
}

void StoryWriter::rescore(std::int64_t article, const base::Analysis& analysis)
{
    run(m_handle, "UPDATE article SET impact = ? WHERE id = ? AND impact >= 0", analysis.impact.score,
        article);
    run(m_handle, "UPDATE analysis SET data = ? WHERE article_id = ?",
        base::toJson(analysis, base::JsonDetail::Full), article);
}

std::int64_t StoryWriter::present(std::int64_t story)
{
    SQLite::Statement query(m_handle, "SELECT coalesce(merged_into, id) FROM story WHERE id = ?");
    query.bind(1, story);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::int64_t StoryWriter::merge(std::int64_t from, std::int64_t into, base::Instant at, bool byHand)
{
    std::vector<std::int64_t> articles;
    SQLite::Statement query(m_handle, "SELECT id FROM article WHERE story_id = ? ORDER BY id");
    query.bind(1, from);
    while (query.executeStep())
        articles.push_back(query.getColumn(0).getInt64());
    query.reset();
    move(articles, from, into);
    run(m_handle, "UPDATE story SET merged_into = ? WHERE id = ? OR merged_into = ?", into, from, from);
    return log("merge", byHand, from, into, articles, at);
}

std::int64_t StoryWriter::transfer(const std::vector<std::int64_t>& articles, std::int64_t from,
    std::int64_t into, base::Instant at, bool byHand)
{
    std::vector<std::int64_t> present;
    SQLite::Statement query(m_handle, "SELECT 1 FROM article WHERE id = ? AND story_id = ?");
    for (const std::int64_t article : articles) {
        query.reset();
        query.bind(1, article);
        query.bind(2, from);
        if (query.executeStep())
            present.push_back(article);
    }
    query.reset();
    if (present.empty())
        return 0;
    m_begin.reset();
    m_begin.bind(1, into);
    m_begin.exec();
    move(present, from, into);
    return log("move", byHand, from, into, present, at);
}

void StoryWriter::retell(std::int64_t article, int novelty)
{
    run(m_handle, "UPDATE article SET novelty = ? WHERE id = ? AND story_id IS NOT NULL", novelty, article);
}

std::int64_t StoryWriter::split(
    std::int64_t story, const std::vector<std::int64_t>& articles, base::Instant at)
{
    m_handle.exec("INSERT INTO story DEFAULT VALUES");
    const std::int64_t begun = m_handle.getLastInsertRowid();
    move(articles, story, begun);
    return log("split", true, story, begun, articles, at);
}

bool StoryWriter::holdsMore(std::int64_t story, const std::vector<std::int64_t>& articles)
{
    SQLite::Statement query(m_handle, "SELECT id FROM article WHERE story_id = ?");
    query.bind(1, story);
    std::size_t inside = 0;
    std::size_t all = 0;
    while (query.executeStep()) {
        ++all;
        inside
            += std::binary_search(articles.begin(), articles.end(), query.getColumn(0).getInt64()) ? 1U : 0U;
    }
    return inside == articles.size() && all > inside;
}

void StoryWriter::undo(const desk::StoryChange& change)
{
    if (change.merge) {
        run(m_handle, "UPDATE story SET merged_into = NULL WHERE id = ?", change.story);
        // Those that had become part of it before are its other names again.
        run(m_handle,
            "UPDATE story SET merged_into = ? WHERE merged_into = ? AND id IN (SELECT story FROM "
            "story_change WHERE "
            "kind = 'merge' AND undone = 0 AND other = ?)",
            change.story, present(change.other), change.story);
    } else if (!change.move)
        run(m_handle, "UPDATE story SET merged_into = ? WHERE id = ?", present(change.story), change.other);
    // The story may be part of a further one by now; its articles are there.
    const std::int64_t from = present(change.other);
    if (change.merge)
        move(change.articles, from, change.story);
    else if (change.move)
        restore(change, from, present(change.story));
    else
        move(change.articles, change.other, present(change.story));
    run(m_handle, "UPDATE story_change SET undone = 1 WHERE id = ?", change.id);
}

// A story that began with what was moved into it is nothing but another name of where that is again.
void StoryWriter::restore(const desk::StoryChange& change, std::int64_t from, std::int64_t to)
{
    if (from == to)
        return;
    move(change.articles, from, to);
    SQLite::Statement left(m_handle, "SELECT 1 FROM article WHERE story_id = ? LIMIT 1");
    left.bind(1, from);
    if (left.executeStep())
        return;
    left.reset();
    run(m_handle, "UPDATE story SET merged_into = ? WHERE id = ? OR merged_into = ?", to, from, from);
}

void StoryWriter::move(const std::vector<std::int64_t>& articles, std::int64_t from, std::int64_t to)
{
    SQLite::Statement update(m_handle, "UPDATE article SET story_id = ? WHERE id = ? AND story_id = ?");
    for (const std::int64_t article : articles) {
        update.reset();
        update.bind(1, to);
        update.bind(2, article);
        update.bind(3, from);
        update.exec();
    }
    count(from);
    count(to);
}

void StoryWriter::count(std::int64_t story)
{
    run(m_handle,
        "UPDATE story SET (articles, sources) = (SELECT count(*), count(DISTINCT CASE source_name WHEN '' "
        "THEN '#' || "
        "source_id ELSE source_name END) FROM article WHERE story_id = ?) WHERE id = ?",
        story, story);
}

std::int64_t StoryWriter::log(const char* kind, bool byHand, std::int64_t story, std::int64_t other,
    const std::vector<std::int64_t>& articles, base::Instant at)
{
    run(m_handle,
        "INSERT INTO story_change (at, kind, by_hand, story, other, articles) VALUES (?, ?, ?, ?, ?, ?)",
        static_cast<std::int64_t>(base::toUnix(at)), std::string(kind), byHand ? 1 : 0, story, other,
        nlohmann::json(articles).dump());
    return m_handle.getLastInsertRowid();
}

} // namespace store
