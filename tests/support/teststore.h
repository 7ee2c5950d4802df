// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/articlestore.h>
#include <store/database.h>
#include <store/sourcestore.h>

#include <stdexcept>

// A fresh store in a folder, with the shipped migrations, and articles to put into it.
namespace support {

inline base::ResourceFiles migrations() { return base::readFolder(LEADLINE_RESOURCES "/migrations").value(); }

inline std::unique_ptr<store::Database> openStore(const std::filesystem::path& file)
{
    base::Result<std::unique_ptr<store::Database>> database
        = store::Database::openForWriting(file, migrations());
    if (!database)
        throw std::runtime_error(database.error().text());
    return std::move(database).value();
}

inline base::Source addSource(store::Database& database, const std::string& title = "Metals Daily")
{
    base::Source source;
    source.url = "file:/news/" + title;
    source.kind = base::SourceKind::File;
    source.title = title;
    return store::ensureSource(database, source).value();
}

// An article with the analysis that is stored after it.
struct AnalysedArticle {
    base::Article article;
    base::Analysis analysis;
};

inline base::Result<store::StoredBatch> storeBatch(
    store::Database& database, const std::vector<AnalysedArticle>& batch)
{
    std::vector<base::Article> articles;
    for (const AnalysedArticle& one : batch)
        articles.push_back(one.article);
    base::Result<store::StoredBatch> stored = store::storeArticles(database, articles);
    std::vector<store::FinishedAnalysis> analyses;
    for (std::size_t i = 0; stored && i < batch.size(); ++i)
        analyses.push_back({stored->ids[i], batch[i].article.fingerprint, batch[i].analysis});
    const base::Result<int> written = store::storeAnalyses(database, analyses, base::fromUnix(1795000100));
    if (stored && !written)
        return written.error();
    return stored;
}

inline AnalysedArticle article(const base::Source& source, int number, const std::string& title,
    const std::string& body, double impact = 0.5)
{
    AnalysedArticle one;
    one.article.sourceId = source.id;
    one.article.identity = "id-" + std::to_string(number);
    one.article.guid = "guid-" + std::to_string(number);
    one.article.title = title;
    one.article.body = body;
    one.article.language = "en";
    one.article.published = base::fromUnix(1795000000 + number * 60);
    one.article.received = base::fromUnix(1795000100 + number * 60);
    one.article.fingerprint = std::hash<std::string>()(title + body);
    base::Analysis analysis;
    analysis.impact.score = impact;
    analysis.sentiment.score = -0.2;
    analysis.sentiment.label = "mildly negative";
    analysis.topics = {{"Oil & Gas", 0.9, {}}};
    analysis.entities = {{"country:us", "United States", "country", "", 80, 0, {}}};
    base::Event event;
    event.type = "trade.deal";
    event.provenance.evidence = {{base::Field::Body, 0, 1}};
    analysis.events = {event};
    one.analysis = analysis;
    return one;
}

inline desk::FeedPage page(store::Database& database, const std::string& query, int limit = 100)
{
    desk::FeedRequest request;
    request.count = true;
    request.query = query;
    request.limit = limit;
    return store::readPage(database, request, base::fromUnix(1795100000)).value();
}

} // namespace support
