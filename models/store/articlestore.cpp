// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlestore.h"

#include "asof.h"
#include "sqlerror.h"

#include <base/analysisjson.h>

#include <nlohmann/json.hpp>

namespace store {

namespace {

using Json = nlohmann::json;

std::vector<std::string> listFrom(const std::string& text)
{
    const Json json = Json::parse(text, nullptr, false);
    std::vector<std::string> list;
    if (json.is_array()) {
        for (const Json& item : json) {
            if (item.is_string())
                list.push_back(item.get<std::string>());
        }
    }
    return list;
}

} // namespace

base::Result<StoredArticle> readArticle(
    Database& database, std::int64_t id, std::optional<base::Instant> asOf)
{
    if (asOf)
        return readArticleAsOf(database, id, *asOf);
    return guarded<StoredArticle>([&]() -> base::Result<StoredArticle> {
        SQLite::Statement query(database.handle(),
            "SELECT a.id, a.source_id, a.identity, a.guid, a.title, a.body, a.url, "
            "coalesce(nullif(a.source_name, ''), s.title), a.author,"
            " a.language, a.categories, a.warnings, a.published, a.received, a.fingerprint, NOT "
            "EXISTS (SELECT 1 FROM unread u WHERE u.article_id = a.id), "
            "a.starred, a.note, a.revisions, n.data"
            " FROM article a JOIN source s ON s.id = a.source_id LEFT JOIN analysis n ON n.article_id = a.id "
            "WHERE a.id = ?");
        query.bind(1, id);
        if (!query.executeStep())
            return base::Error{base::ErrorCode::NotFound, "there is no article " + std::to_string(id)};
        StoredArticle stored;
        base::Article& article = stored.article;
        article.id = query.getColumn(0).getInt64();
        article.sourceId = query.getColumn(1).getInt64();
        article.identity = query.getColumn(2).getString();
        article.guid = query.getColumn(3).getString();
        article.title = query.getColumn(4).getString();
        article.body = query.getColumn(5).getString();
        article.url = query.getColumn(6).getString();
        article.source = query.getColumn(7).getString();
        article.author = query.getColumn(8).getString();
        article.language = query.getColumn(9).getString();
        article.categories = listFrom(query.getColumn(10).getString());
        article.warnings = listFrom(query.getColumn(11).getString());
        article.published = instantAt(query.getColumn(12));
        article.received = base::fromUnix(query.getColumn(13).getInt64());
        article.fingerprint = static_cast<std::uint64_t>(query.getColumn(14).getInt64());
        stored.read = query.getColumn(15).getInt() != 0;
        stored.starred = query.getColumn(16).getInt() != 0;
        stored.note = query.getColumn(17).getString();
        stored.revisions = query.getColumn(18).getInt();
        if (!query.getColumn(19).isNull()) {
            base::Result<base::Analysis> analysis = base::analysisFromJson(query.getColumn(19).getString());
            if (!analysis)
                return analysis.error();
            stored.analysis = std::move(analysis).value();
        }
        return stored;
    });
}

namespace {

// What an analysis needs of an article, in the order of articleFrom.
constexpr std::string_view ForAnalysis
    = "SELECT a.id, a.source_id, a.title, a.body, a.url, coalesce(nullif(a.source_name, ''), s.title), "
      "a.language, a.categories, a.published, a.received, a.fingerprint"
      " FROM article a JOIN source s ON s.id = a.source_id";

base::Article articleFrom(SQLite::Statement& query)
{
    base::Article article;
    article.id = query.getColumn(0).getInt64();
    article.sourceId = query.getColumn(1).getInt64();
    article.title = query.getColumn(2).getString();
    article.body = query.getColumn(3).getString();
    article.url = query.getColumn(4).getString();
    article.source = query.getColumn(5).getString();
    article.language = query.getColumn(6).getString();
    article.categories = listFrom(query.getColumn(7).getString());
    article.published = instantAt(query.getColumn(8));
    article.received = base::fromUnix(query.getColumn(9).getInt64());
    article.fingerprint = static_cast<std::uint64_t>(query.getColumn(10).getInt64());
    return article;
}

} // namespace

base::Result<std::vector<base::Article>> readPending(
    Database& database, int limit, const std::unordered_set<std::int64_t>& except)
{
    return guarded<std::vector<base::Article>>([&] {
        SQLite::Statement query(database.handle(),
            std::string(ForAnalysis) + " WHERE a.impact < 0 AND a.impact = -1 ORDER BY a.id DESC");
        std::vector<base::Article> articles;
        while (articles.size() < static_cast<std::size_t>(limit) && query.executeStep()) {
            if (!except.contains(query.getColumn(0).getInt64()))
                articles.push_back(articleFrom(query));
        }
        return articles;
    });
}

base::Result<std::vector<base::Article>> readStale(
    Database& database, const Maker& today, std::int64_t below, int limit)
{
    return guarded<std::vector<base::Article>>([&] {
        const FewPages few(database);
        // The primary key of analysis is the article's id: the walk goes on where the last one ended.
        SQLite::Statement query(database.handle(),
            std::string(ForAnalysis)
                + " JOIN analysis n ON n.article_id = a.id WHERE (n.engine != ? OR n.pack != ?)"
                  " AND (? = 0 OR n.article_id < ?) ORDER BY n.article_id DESC LIMIT ?");
        query.bind(1, today.engine);
        query.bind(2, today.pack);
        query.bind(3, below);
        query.bind(4, below);
        query.bind(5, limit);
        std::vector<base::Article> articles;
        while (query.executeStep())
            articles.push_back(articleFrom(query));
        return articles;
    });
}

base::Result<std::vector<Revision>> readRevisions(Database& database, std::int64_t id)
{
    return guarded<std::vector<Revision>>([&] {
        SQLite::Statement query(
            database.handle(), "SELECT title, body, received FROM revision WHERE article_id = ? ORDER BY id");
        query.bind(1, id);
        std::vector<Revision> revisions;
        while (query.executeStep())
            revisions.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                base::fromUnix(query.getColumn(2).getInt64())});
        return revisions;
    });
}

base::Result<std::vector<double>> topicTrend(
    Database& database, const std::string& topic, base::Instant until, int days)
{
    return guarded<std::vector<double>>([&] {
        SQLite::Statement query(database.handle(),
            "SELECT avg(a.sentiment) FROM article_topic t JOIN article a ON a.id = t.article_id"
            " WHERE t.topic = ? AND a.sentiment IS NOT NULL AND a.sort_published > ? AND a.sort_published <= "
            "?"
            " GROUP BY a.sort_published / 86400 ORDER BY a.sort_published / 86400");
        query.bind(1, topic);
        query.bind(2, static_cast<std::int64_t>(base::toUnix(until)) - std::int64_t{86400} * days);
        query.bind(3, static_cast<std::int64_t>(base::toUnix(until)));
        std::vector<double> means;
        while (query.executeStep())
            means.push_back(query.getColumn(0).getDouble());
        return means;
    });
}

} // namespace store
