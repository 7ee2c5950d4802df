// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "articlewriter.h"

#include "sqlerror.h"

#include <base/analysisjson.h>
#include <desk/wordchanges.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace store {

namespace {

constexpr double NoImpact = -2; // of what is not analysed; -1 while it waits

std::string listJson(const std::vector<std::string>& list)
{
    using Json = nlohmann::json;
    return list.empty() ? "[]" : Json(list).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void bindTexts(SQLite::Statement& statement, int& at, const base::Article& article)
{
    statement.bindNoCopy(++at, article.guid);
    statement.bindNoCopy(++at, article.title);
    statement.bindNoCopy(++at, article.body);
    statement.bindNoCopy(++at, article.url);
    statement.bindNoCopy(++at, article.source);
    statement.bindNoCopy(++at, article.author);
    statement.bindNoCopy(++at, article.language);
    statement.bind(++at, listJson(article.categories));
    statement.bind(++at, listJson(article.warnings));
    bindInstant(statement, ++at, article.published);
    statement.bind(++at, static_cast<std::int64_t>(base::toUnix(article.received)));
    statement.bind(++at, static_cast<std::int64_t>(article.fingerprint));
}

template <class... Values> void run(SQLite::Statement& statement, const Values&... values)
{
    statement.reset();
    int at = 0;
    (statement.bind(++at, values), ...);
    statement.exec();
}

} // namespace

ArticleWriter::ArticleWriter(SQLite::Database& handle)
    : m_handle(handle)
    , m_find(handle, "SELECT id, fingerprint FROM article WHERE source_id = ? AND identity = ?")
    , m_removed(handle, "SELECT 1 FROM removed WHERE source_id = ? AND identity = ?")
    , m_insert(handle,
          "INSERT INTO article (source_id, identity, guid, title, body, url, source_name, author, language, "
          "categories, warnings, published, received, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, "
          "?, ?) ON CONFLICT (source_id, identity) DO NOTHING")
    , m_unread(handle, "INSERT OR IGNORE INTO unread VALUES (?)")
    , m_author(handle, "INSERT OR IGNORE INTO author_name VALUES (?)")
    , m_index(handle, "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)")
    , m_removes(handle.execAndGet("SELECT EXISTS (SELECT 1 FROM removed)").getInt() != 0)
{
}

std::int64_t ArticleWriter::write(const base::Article& article, StoredBatch& stored)
{
    if (m_removes && wasRemoved(article)) {
        ++stored.unchanged;
        stored.ids.push_back(0);
        return 0;
    }
    std::int64_t id = insert(article);
    if (id != 0) {
        index(id, article.title, article.body);
        nameAuthor(article.author);
        Arrived& arrived = m_arrived[article.sourceId];
        const auto received = static_cast<std::int64_t>(base::toUnix(article.received));
        arrived.first = arrived.articles == 0 ? received : std::min(arrived.first, received);
        ++arrived.articles;
        ++stored.added;
    } else {
        m_find.reset();
        m_find.bind(1, article.sourceId);
        m_find.bindNoCopy(2, article.identity);
        m_find.executeStep();
        id = m_find.getColumn(0).getInt64();
        const bool same = m_find.getColumn(1).getInt64() == static_cast<std::int64_t>(article.fingerprint);
        m_find.reset();
        ++(!same && revise(id, article) ? stored.revised : stored.unchanged);
    }
    stored.ids.push_back(id);
    return id;
}

// Gives 0 when the source has that article: most are new, and are not looked for first.
std::int64_t ArticleWriter::insert(const base::Article& article)
{
    m_insert.reset();
    int at = 0;
    m_insert.bind(++at, article.sourceId);
    m_insert.bindNoCopy(++at, article.identity);
    bindTexts(m_insert, at, article);
    if (m_insert.exec() == 0)
        return 0;
    const std::int64_t id = m_handle.getLastInsertRowid();
    m_unread.reset();
    m_unread.bind(1, id);
    m_unread.exec();
    return id;
}

void ArticleWriter::finish()
{
    SQLite::Statement count(m_handle,
        "UPDATE source SET articles = articles + ?1, first_received = min(coalesce(first_received, ?2), ?2) "
        "WHERE id = "
        "?3");
    for (const auto& [source, arrived] : m_arrived)
        run(count, arrived.articles, arrived.first, source);
    m_arrived.clear();
}

bool ArticleWriter::wasRemoved(const base::Article& article)
{
    m_removed.reset();
    m_removed.bind(1, article.sourceId);
    m_removed.bindNoCopy(2, article.identity);
    const bool removed = m_removed.executeStep();
    m_removed.reset();
    return removed;
}

void ArticleWriter::nameAuthor(const std::string& author)
{
    if (author.empty() || !m_authors.insert(author).second)
        return;
    m_author.reset();
    m_author.bindNoCopy(1, author);
    m_author.exec();
}

void ArticleWriter::index(std::int64_t id, const std::string& title, const std::string& body)
{
    m_index.reset();
    m_index.bind(1, id);
    m_index.bindNoCopy(2, title);
    m_index.bindNoCopy(3, body);
    m_index.exec();
}

bool ArticleWriter::revise(std::int64_t id, const base::Article& article)
{
    SQLite::Statement old(m_handle, "SELECT title, body FROM article WHERE id = ?");
    old.bind(1, id);
    old.executeStep();
    const std::string title = old.getColumn(0).getString();
    const std::string body = old.getColumn(1).getString();
    old.reset();
    if (desk::saysTheSame(title + '\n' + body, article.title + '\n' + article.body)) {
        // The text stays, so that evidence keeps pointing at it; the same noise is not looked at again.
        SQLite::Statement seen(m_handle, "UPDATE article SET fingerprint = ? WHERE id = ?");
        run(seen, static_cast<std::int64_t>(article.fingerprint), id);
        return false;
    }
    SQLite::Statement keep(m_handle,
        "INSERT INTO revision (article_id, title, body, fingerprint, received, superseded)"
        " SELECT id, title, body, fingerprint, received, ? FROM article WHERE id = ?");
    const auto received = static_cast<std::int64_t>(base::toUnix(article.received));
    run(keep, received, id);
    AnalysisWriter::putAside(m_handle, id, received);
    SQLite::Statement update(m_handle,
        "UPDATE article SET guid = ?, title = ?, body = ?, url = ?, source_name = ?, author = ?, language = "
        "?, "
        "categories = ?, warnings = ?, published = coalesce(?, published), received = ?, fingerprint = ?, "
        "revisions = revisions + 1, read_at = NULL, mode = '', impact = -1, sentiment = NULL, label = '', "
        "decisions = 0 WHERE id = ?");
    int at = 0;
    bindTexts(update, at, article);
    update.bind(++at, id);
    update.exec();
    m_unread.reset();
    m_unread.bind(1, id);
    m_unread.exec();
    SQLite::Statement forget(
        m_handle, "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)");
    run(forget, id, title, body);
    index(id, article.title, article.body);
    nameAuthor(article.author);
    return true;
}

void AnalysisWriter::putAside(SQLite::Database& handle, std::int64_t article, std::int64_t superseded)
{
    SQLite::Statement keep(handle,
        "INSERT INTO past_analysis (article_id, analysed, superseded, data) SELECT article_id, analysed, ?, "
        "data "
        "FROM analysis WHERE article_id = ?");
    run(keep, superseded, article);
    SQLite::Statement remove(handle, "DELETE FROM analysis WHERE article_id = ?");
    run(remove, article);
}

AnalysisWriter::AnalysisWriter(SQLite::Database& handle)
    : m_handle(handle)
    , m_scores(handle,
          "UPDATE article SET impact = ?, sentiment = ?, label = ?, mode = ?, decisions = ?, topics = ? "
          "WHERE id "
          "= ? AND fingerprint = ?")
    , m_former(handle, "SELECT data FROM analysis WHERE article_id = ?")
    , m_analysis(
          handle, "INSERT INTO analysis (article_id, analysed, engine, pack, data) VALUES (?, ?, ?, ?, ?)")
    , m_forget{SQLite::Statement(handle, "DELETE FROM article_topic WHERE article_id = ?"),
          SQLite::Statement(handle, "DELETE FROM article_entity WHERE article_id = ?"),
          SQLite::Statement(handle, "DELETE FROM article_event WHERE article_id = ?")}
    , m_topic(handle, "INSERT OR IGNORE INTO article_topic VALUES (?, ?, ?)")
    , m_entity(handle, "INSERT OR IGNORE INTO article_entity VALUES (?, ?, ?, ?, ?, ?)")
    , m_name(handle, "INSERT OR IGNORE INTO entity_name VALUES (?, ?)")
    , m_event(handle, "INSERT OR IGNORE INTO article_event VALUES (?, ?, ?)")
{
}

bool AnalysisWriter::write(const FinishedAnalysis& finished, base::Instant at)
{
    const base::Analysis& analysis = finished.analysis;
    const bool analysed = analysis.mode != base::Mode::NotAnalysed;
    std::vector<std::string> topics;
    for (const base::TopicScore& topic : analysis.topics)
        topics.push_back(topic.name);
    m_scores.reset();
    m_scores.bind(1, analysed ? analysis.impact.score : NoImpact);
    if (analysed)
        m_scores.bind(2, analysis.sentiment.score);
    else
        m_scores.bind(2);
    m_scores.bind(3, analysis.sentiment.label);
    m_scores.bind(4, std::string(base::modeName(analysis.mode)));
    m_scores.bind(5, static_cast<int>(analysis.decisions.size()));
    m_scores.bind(6, listJson(topics));
    m_scores.bind(7, finished.article);
    m_scores.bind(8, static_cast<std::int64_t>(finished.fingerprint));
    if (m_scores.exec() == 0)
        return false;
    const std::string data = base::toJson(analysis, base::JsonDetail::Full);
    m_former.reset();
    m_former.bind(1, finished.article);
    const bool former = m_former.executeStep();
    const bool same = former && m_former.getColumn(0).getString() == data;
    m_former.reset();
    if (same)
        return true; // said the same before
    const auto now = static_cast<std::int64_t>(base::toUnix(at));
    if (former)
        putAside(m_handle, finished.article, now);
    run(m_analysis, finished.article, now, analysis.engine.version, analysis.engine.pack, data);
    for (SQLite::Statement& forget : m_forget)
        run(forget, finished.article);
    for (const base::TopicScore& topic : analysis.topics)
        run(m_topic, finished.article, topic.name, topic.score);
    for (const base::Entity& entity : analysis.entities) {
        run(m_entity, finished.article, entity.id, entity.name, entity.ticker, entity.relevance,
            entity.sentiment);
        run(m_name, entity.name, entity.id);
    }
    for (const base::Event& event : analysis.events)
        run(m_event, finished.article, event.type, event.certainty);
    return true;
}

void nameAll(SQLite::Database& handle)
{
    handle.exec("INSERT OR IGNORE INTO entity_name SELECT name, entity FROM article_entity");
    handle.exec("INSERT OR IGNORE INTO author_name SELECT author FROM article WHERE author <> ''");
}

base::Result<StoredBatch> storeArticles(Database& database, std::span<const base::Article> articles)
{
    return guarded<StoredBatch>([&] {
        StoredBatch stored;
        SQLite::Transaction transaction(database.handle());
        ArticleWriter writer(database.handle());
        for (const base::Article& article : articles)
            writer.write(article, stored);
        writer.finish();
        transaction.commit();
        return stored;
    });
}

base::Result<int> storeAnalyses(
    Database& database, std::span<const FinishedAnalysis> analyses, base::Instant at)
{
    return guarded<int>([&] {
        int stored = 0;
        SQLite::Transaction transaction(database.handle());
        AnalysisWriter writer(database.handle());
        for (const FinishedAnalysis& one : analyses)
            stored += writer.write(one, at) ? 1 : 0;
        transaction.commit();
        return stored;
    });
}

} // namespace store
