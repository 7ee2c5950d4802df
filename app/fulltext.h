// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/fetcher.h>
#include <base/article.h>

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace app {

// Fetches the pages of articles of which a feed carries a teaser only, and puts the text found there in its
// place. The fingerprint stays that of the entry: the same entry is known again without its page. An article
// whose page cannot be had or holds less than the teaser stays as it is, with the reason among its warnings.
// Lives in one thread; deletes itself after it has called back.
class FullText final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FullText)

public:
    using Done = std::function<void(std::vector<base::Article>)>;

    static constexpr int MaxPages = 60; // of one feed at a time; later entries keep their teaser

    FullText(
        Fetcher& fetcher, QThreadPool& pool, std::vector<base::Article> articles, Done done, QObject* parent);

    void start();

private:
    void take(std::size_t index, FetchAnswer answer);
    void oneDone();

    Fetcher& m_fetcher;
    QThreadPool& m_pool;
    std::vector<base::Article> m_articles;
    Done m_done;
    int m_pending = 0;
};

// The article with the page's text, as FullText says. Pure.
base::Article withFullText(base::Article article, const FetchedDocument& page);

} // namespace app
