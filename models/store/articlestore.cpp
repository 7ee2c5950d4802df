// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlestore.h"

#include "sqlerror.h"

#include <base/analysisjson.h>

#include <nlohmann/json.hpp>

namespace store {

namespace {

using Json = nlohmann::json;

std::string listJson(const std::vector<std::string>& list)
{
    return Json(list).dump(-1, ' ', false, Json::error_handler_t::replace);
}

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

// The statements of one batch, prepared once.
class BatchWriter final {
public:
    explicit BatchWriter(SQLite::Database& handle)
        : m_handle(handle)
        , m_find(handle, "SELECT id, fingerprint FROM article WHERE source_id = ? AND identity = ?")
        , m_insert(handle,
              "INSERT INTO article (source_id, identity, guid, title, body, url, source_name, author, "
              "language, categories, warnings,"
              " published, received, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        , m_keep(handle,
              "INSERT INTO revision (article_id, title, body, fingerprint, received)"
              " SELECT id, title, body, fingerprint, received FROM article WHERE id = ?")
        , m_update(handle,
              "UPDATE article SET guid = ?, title = ?, body = ?, url = ?, source_name = ?, author = ?, "
              "language = ?, categories = ?,"
              " warnings = ?, published = coalesce(?, published), received = ?, fingerprint = ?, revisions = "
              "revisions + 1, read = 0"
              " WHERE id = ?")
        , m_analysis(handle,
              "INSERT OR REPLACE INTO analysis (article_id, analysed, engine, pack, data) VALUES (?, ?, ?, "
              "?, ?)")
        , m_scores(handle,
              "UPDATE article SET impact = ?, sentiment = ?, label = ?, mode = ?, decisions = ?, topics = ? "
              "WHERE id = ?")
        , m_topic(handle, "INSERT OR IGNORE INTO article_topic VALUES (?, ?, ?)")
        , m_entity(handle, "INSERT OR IGNORE INTO article_entity VALUES (?, ?, ?, ?, ?, ?)")
        , m_event(handle, "INSERT OR IGNORE INTO article_event VALUES (?, ?, ?)")
    {
    }

    void write(const AnalysedArticle& one, StoredBatch& stored)
    {
        const base::Article& article = one.article;
        m_find.reset();
        m_find.bind(1, article.sourceId);
        m_find.bind(2, article.identity);
        std::int64_t id = 0;
        bool changed = true;
        if (!m_find.executeStep()) {
            id = insert(article);
            ++stored.added;
        } else {
            id = m_find.getColumn(0).getInt64();
            if (m_find.getColumn(1).getInt64() == static_cast<std::int64_t>(article.fingerprint)) {
                ++stored.unchanged;
                changed = false;
            } else {
                revise(id, article);
                ++stored.revised;
            }
        }
        m_find.reset();
        stored.ids.push_back(id);
        if (changed && one.analysis)
            analyse(id, *one.analysis, one.analysedAt);
    }

private:
    std::int64_t insert(const base::Article& article)
    {
        m_insert.reset();
        int at = 0;
        m_insert.bind(++at, article.sourceId);
        m_insert.bind(++at, article.identity);
        bindTexts(m_insert, at, article);
        m_insert.exec();
        return m_handle.getLastInsertRowid();
    }

    void revise(std::int64_t id, const base::Article& article)
    {
        m_keep.reset();
        m_keep.bind(1, id);
        m_keep.exec();
        m_update.reset();
        int at = 0;
        bindTexts(m_update, at, article);
        m_update.bind(++at, id);
        m_update.exec();
    }

    static void bindTexts(SQLite::Statement& statement, int& at, const base::Article& article)
    {
        statement.bind(++at, article.guid);
        statement.bind(++at, article.title);
        statement.bind(++at, article.body);
        statement.bind(++at, article.url);
        statement.bind(++at, article.source);
        statement.bind(++at, article.author);
        statement.bind(++at, article.language);
        statement.bind(++at, listJson(article.categories));
        statement.bind(++at, listJson(article.warnings));
        bindInstant(statement, ++at, article.published);
        statement.bind(++at, static_cast<std::int64_t>(base::toUnix(article.received)));
        statement.bind(++at, static_cast<std::int64_t>(article.fingerprint));
    }

    void analyse(std::int64_t id, const base::Analysis& analysis, base::Instant at)
    {
        const bool analysed = analysis.mode != base::Mode::NotAnalysed;
        m_analysis.reset();
        m_analysis.bind(1, id);
        m_analysis.bind(2, static_cast<std::int64_t>(base::toUnix(at)));
        m_analysis.bind(3, analysis.engine.version);
        m_analysis.bind(4, analysis.engine.pack);
        m_analysis.bind(5, base::toJson(analysis, base::JsonDetail::Full));
        m_analysis.exec();
        std::vector<std::string> topics;
        for (const base::TopicScore& topic : analysis.topics)
            topics.push_back(topic.name);
        m_scores.reset();
        m_scores.bind(1, analysed ? analysis.impact.score : -1.0);
        if (analysed)
            m_scores.bind(2, analysis.sentiment.score);
        else
            m_scores.bind(2);
        m_scores.bind(3, analysis.sentiment.label);
        m_scores.bind(4, std::string(base::modeName(analysis.mode)));
        m_scores.bind(5, static_cast<int>(analysis.decisions.size()));
        m_scores.bind(6, listJson(topics));
        m_scores.bind(7, id);
        m_scores.exec();
        for (const char* table : {"article_topic", "article_entity", "article_event"})
            m_handle.exec(std::string("DELETE FROM ") + table + " WHERE article_id = " + std::to_string(id));
        for (const base::TopicScore& topic : analysis.topics)
            run(m_topic, id, topic.name, topic.score);
        for (const base::Entity& entity : analysis.entities)
            run(m_entity, id, entity.id, entity.name, entity.ticker, entity.relevance, entity.sentiment);
        for (const base::Event& event : analysis.events)
            run(m_event, id, event.type, event.certainty);
    }

    template <class... Values> static void run(SQLite::Statement& statement, const Values&... values)
    {
        statement.reset();
        int at = 0;
        (statement.bind(++at, values), ...);
        statement.exec();
    }

    SQLite::Database& m_handle;
    SQLite::Statement m_find;
    SQLite::Statement m_insert;
    SQLite::Statement m_keep;
    SQLite::Statement m_update;
    SQLite::Statement m_analysis;
    SQLite::Statement m_scores;
    SQLite::Statement m_topic;
    SQLite::Statement m_entity;
    SQLite::Statement m_event;
};

} // namespace

base::Result<StoredBatch> storeBatch(Database& database, std::span<const AnalysedArticle> batch)
{
    return guarded<StoredBatch>([&] {
        StoredBatch stored;
        SQLite::Transaction transaction(database.handle());
        BatchWriter writer(database.handle());
        for (const AnalysedArticle& one : batch)
            writer.write(one, stored);
        transaction.commit();
        return stored;
    });
}

base::Result<StoredArticle> readArticle(Database& database, std::int64_t id)
{
    return guarded<StoredArticle>([&]() -> base::Result<StoredArticle> {
        SQLite::Statement query(database.handle(),
            "SELECT a.id, a.source_id, a.identity, a.guid, a.title, a.body, a.url, "
            "coalesce(nullif(a.source_name, ''), s.title), a.author,"
            " a.language, a.categories, a.warnings, a.published, a.received, a.fingerprint, a.read, "
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
