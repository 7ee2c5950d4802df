// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "matchedarticles.h"

#include "sqlerror.h"

namespace store {

namespace {

std::optional<double> numberAt(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getDouble());
}

std::vector<std::string> texts(SQLite::Database& handle, const char* sql, std::int64_t id)
{
    SQLite::Statement query(handle, sql);
    query.bind(1, id);
    std::vector<std::string> all;
    while (query.executeStep())
        all.push_back(query.getColumn(0).getString());
    return all;
}

} // namespace

base::Result<desk::MatchedArticle> readMatchedArticle(Database& database, std::int64_t id)
{
    return guarded<desk::MatchedArticle>([&]() -> base::Result<desk::MatchedArticle> {
        SQLite::Database& handle = database.handle();
        SQLite::Statement query(handle,
            "SELECT a.title, a.body, s.title, a.source_name, a.author, a.language, a.mode, a.story_id, "
            "a.impact, "
            "a.sentiment, a.novelty, a.published, a.received, a.decisions, NOT "
            "EXISTS (SELECT 1 FROM unread u WHERE u.article_id = a.id), a.starred, a.hidden, "
            "a.note "
            "FROM article a JOIN source s ON s.id = a.source_id WHERE a.id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            return base::Error{base::ErrorCode::NotFound, "there is no article " + std::to_string(id)};
        desk::MatchedArticle article;
        article.title = query.getColumn(0).getString();
        article.body = query.getColumn(1).getString();
        article.sources = {query.getColumn(2).getString(), query.getColumn(3).getString()};
        article.author = query.getColumn(4).getString();
        article.language = query.getColumn(5).getString();
        article.mode = query.getColumn(6).getString();
        if (!query.getColumn(7).isNull())
            article.story = "s" + query.getColumn(7).getString();
        if (query.getColumn(8).getDouble() >= 0)
            article.impact = query.getColumn(8).getDouble();
        article.sentiment = numberAt(query.getColumn(9));
        article.novelty = numberAt(query.getColumn(10));
        article.published = instantAt(query.getColumn(11));
        article.received = base::fromUnix(query.getColumn(12).getInt64());
        article.decisions = query.getColumn(13).getInt();
        article.read = query.getColumn(14).getInt() != 0;
        article.starred = query.getColumn(15).getInt() != 0;
        article.hidden = query.getColumn(16).getInt() != 0;
        article.note = query.getColumn(17).size() > 0;
        article.topics = texts(handle, "SELECT topic FROM article_topic WHERE article_id = ?", id);
        article.events = texts(handle, "SELECT event FROM article_event WHERE article_id = ?", id);
        article.labels = texts(handle,
            "SELECT l.name FROM article_label x JOIN label l ON l.id = x.label_id WHERE x.article_id = ?",
            id);
        SQLite::Statement entities(
            handle, "SELECT entity, name, ticker, relevance FROM article_entity WHERE article_id = ?");
        entities.bind(1, id);
        while (entities.executeStep())
            article.entities.push_back({entities.getColumn(0).getString(), entities.getColumn(1).getString(),
                entities.getColumn(2).getString(), entities.getColumn(3).getInt()});
        return article;
    });
}

} // namespace store
