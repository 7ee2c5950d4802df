// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fulltext.h"

#include <ingest/normalise.h>
#include <ingest/pages/extract.h>

namespace app {

namespace {

constexpr const char* Kept = "the full text was not had: ";

} // namespace

base::Article withFullText(base::Article article, const FetchedDocument& page)
{
    const base::Result<ingest::ExtractedPage> extracted = ingest::extractPage(
        page.bytes, page.url.toString(QUrl::FullyEncoded).toStdString(), page.contentType);
    if (!extracted) {
        article.warnings.push_back(Kept + extracted.error().message);
        return article;
    }
    if (extracted->text.size() <= article.body.size()) {
        article.warnings.push_back(std::string(Kept) + "the page holds no more than the feed");
        return article;
    }
    const std::uint64_t entry = article.fingerprint;
    article.body = extracted->text;
    if (article.author.empty())
        article.author = extracted->author;
    if (!article.published)
        article.published = extracted->published;
    ingest::complete(article);
    article.fingerprint = entry;
    return article;
}

FullText::FullText(
    Fetcher& fetcher, QThreadPool& pool, std::vector<base::Article> articles, Done done, QObject* parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_pool(pool)
    , m_articles(std::move(articles))
    , m_done(std::move(done))
{
}

void FullText::start()
{
    ++m_pending;
    int pages = 0;
    for (std::size_t i = 0; i < m_articles.size() && pages < MaxPages; ++i) {
        const QUrl url(QString::fromStdString(m_articles[i].url));
        if (!url.isValid() || url.host().isEmpty())
            continue;
        ++pages;
        ++m_pending;
        FetchRequest request;
        request.url = url;
        request.page = true;
        m_fetcher.fetch(request, [this, i](FetchAnswer answer) { take(i, std::move(answer)); });
    }
    QMetaObject::invokeMethod(this, &FullText::oneDone, Qt::QueuedConnection);
}

void FullText::take(std::size_t index, FetchAnswer answer)
{
    if (!answer.document) {
        m_articles[index].warnings.push_back(Kept + answer.document.error().message);
        oneDone();
        return;
    }
    m_pool.start([this, index, article = m_articles[index], page = std::move(*answer.document)]() mutable {
        QMetaObject::invokeMethod(
            this,
            [this, index, article = withFullText(std::move(article), page)]() mutable {
                m_articles[index] = std::move(article);
                oneDone();
            },
            Qt::QueuedConnection);
    });
}

void FullText::oneDone()
{
    if (--m_pending > 0)
        return;
    deleteLater();
    m_done(std::move(m_articles));
}

} // namespace app
