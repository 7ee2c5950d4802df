// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: ingestjob.cpp ingestreading.cpp arrivalqueue.cpp analysisqueue.cpp fulltext.cpp
#include <app/ingestjob.h>
#include <app/resourcefiles.h>
#include <base/files.h>
#include <store/articlestore.h>
#include <store/sourcestore.h>
#include <store/states.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <support/httpserver.h>

using support::HttpReply;
using support::HttpRequest;

namespace {

constexpr int WaitMs = 30000;

QByteArray item(
    const QByteArray& guid, const QByteArray& title, const QByteArray& text, const QByteArray& link = {})
{
    return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title><description>"
        + text + "</description>" + (link.isEmpty() ? QByteArray() : "<link>" + link + "</link>")
        + "<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate></item>";
}

QByteArray feed(const QByteArray& items, const QByteArray& more = {})
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Wire</title>" + more + items
        + "</channel></rss>";
}

constexpr const char* Words = "Copper stocks in the port fell by 12% in November, the port authority said.";

} // namespace

class IngestJobTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<app::Context> m_context;
    std::unique_ptr<support::HttpServer> m_server;
    std::unique_ptr<app::DatabaseThread> m_writer;
    std::unique_ptr<app::IngestJob> m_job;
    QStringList m_failures;
    int m_number = 0;

    void open(bool analyse = false)
    {
        m_job.reset();
        m_writer.reset();
        auto database = store::Database::openForWriting(
            m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")));
        m_writer
            = std::make_unique<app::DatabaseThread>(std::move(database).value(), QStringLiteral("writer"));
        m_job = std::make_unique<app::IngestJob>(
            *m_context, analyse ? app::enginePack(*m_context).value() : nullptr, *m_writer);
        m_failures.clear();
        connect(m_job.get(), &app::IngestJob::inputFailed, this,
            [this](const QString& name, const QString& reason) {
                m_failures << name + QStringLiteral(": ") + reason;
            });
    }

    template <class Work> void run(Work work)
    {
        QSignalSpy finished(m_job.get(), &app::IngestJob::finished);
        work(*m_job);
        while (m_job->isRunning())
            QVERIFY(finished.wait(WaitMs));
    }
    void subscribe(const QString& path)
    {
        run([&](app::IngestJob& job) { job.subscribe(m_server->url(path).toString().toStdString()); });
    }
    void refresh(bool dueOnly = false)
    {
        run([dueOnly](app::IngestJob& job) { job.refresh(dueOnly); });
    }

    template <class Work> auto read(Work work)
    {
        auto database = store::Database::openForReading(m_context->storePath()).value();
        return work(*database).value();
    }
    std::vector<base::Source> sources()
    {
        return read([](store::Database& database) { return store::readSources(database); });
    }
    base::FetchRecord lastFetch(std::int64_t source)
    {
        const auto log
            = read([source](store::Database& database) { return store::readFetchLog(database, source, 1); });
        return log.empty() ? base::FetchRecord{} : log.front();
    }
    desk::FeedPage page(const std::string& query = {})
    {
        return read([&query](store::Database& database) {
            desk::FeedRequest request;
            request.count = true;
            request.query = query;
            return store::readPage(database, request, app::currentInstant());
        });
    }
    store::StoredArticle article(std::int64_t id)
    {
        return read([id](store::Database& database) { return store::readArticle(database, id); });
    }

    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void init()
    {
        app::Options options;
        options.dataDir = m_folder.filePath(QStringLiteral("data%1").arg(++m_number)).toStdString();
        std::filesystem::create_directories(options.dataDir);
        m_context = std::make_unique<app::Context>(app::makeContext(options));
        m_server = std::make_unique<support::HttpServer>();
        open();
    }

    void cleanup()
    {
        m_job.reset();
        m_writer.reset();
    }

    void aFeedIsSubscribedAndAskedConditionally()
    {
        m_server->on("/feed", [](const HttpRequest& request) {
            return request.headers["if-none-match"] == "\"1\""
                ? HttpReply{304}
                : HttpReply{
                    200, {{"ETag", "\"1\""}}, feed(item("1", "Copper stocks fall", Words), "<ttl>180</ttl>")};
        });
        subscribe(QStringLiteral("/feed"));
        QCOMPARE(page().total, 1);
        const base::Source source = sources().front();
        QCOMPARE(source.title, std::string("Harbour Wire"));
        QCOMPARE(source.ttlMinutes, 180);
        QVERIFY(source.nextFetch && *source.nextFetch >= *source.lastFetched + std::chrono::minutes(180));
        QCOMPARE(lastFetch(source.id).added, 1);

        refresh(true);
        QCOMPARE(m_server->requests.size(), 1); // it is not due
        refresh();
        QCOMPARE(m_server->requests.size(), 2);
        QCOMPARE(lastFetch(source.id).status, 304);
        QCOMPARE(page().total, 1);
        QCOMPARE(m_job->counts().unchanged, 0);
    }

    void theSameBytesAreNotReadAgain()
    {
        m_server->on("/feed", HttpReply{200, {}, feed(item("1", "Copper stocks fall", Words))});
        subscribe(QStringLiteral("/feed"));
        refresh();
        QCOMPARE(m_server->requests.size(), 2);
        QCOMPARE(m_job->counts().unchanged, 0);
        QCOMPARE(m_job->counts().added, 1);
        QVERIFY(sources().front().lastError.empty());
    }

    void changedWordsAreARevisionAndNoiseIsNone()
    {
        QByteArray text = Words;
        m_server->on("/feed", [&text](const HttpRequest&) {
            return HttpReply{200, {}, feed(item("1", "Copper stocks fall", text))};
        });
        subscribe(QStringLiteral("/feed"));
        const std::int64_t id = page().rows.front().id;
        {
            auto database = store::Database::openForWriting(
                m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")))
                                .value();
            QVERIFY(store::setRead(*database, {id}, true, base::fromUnix(5)));
        }
        text = QByteArray("  ") + Words + "  (3 comments)";
        refresh();
        QVERIFY(article(id).read);
        QCOMPARE(article(id).revisions, 0);
        text = QByteArray(Words).replace("12%", "15%");
        refresh();
        QCOMPARE(page().total, 1);
        QVERIFY(!article(id).read);
        QCOMPARE(article(id).revisions, 1);
        QVERIFY(article(id).article.body.find("15%") != std::string::npos);
    }

    void aPermanentMoveChangesTheSubscription()
    {
        const QByteArray body = feed(item("1", "Copper stocks fall", Words));
        m_server->on("/feed", HttpReply{200, {}, body});
        subscribe(QStringLiteral("/feed"));
        m_server->on("/feed", HttpReply{301, {{"Location", "/new"}}});
        m_server->on("/new", HttpReply{200, {}, body});
        refresh();
        QCOMPARE(sources().front().url, m_server->url(QStringLiteral("/new")).toString().toStdString());
        QVERIFY(lastFetch(sources().front().id).message.find("moved for good") != std::string::npos);
        QCOMPARE(page().total, 1);
    }

    void aGoneFeedIsLeftAloneUntilAskedFor()
    {
        m_server->on("/feed", HttpReply{200, {}, feed(item("1", "Copper stocks fall", Words))});
        subscribe(QStringLiteral("/feed"));
        m_server->on("/feed", HttpReply{410});
        refresh();
        QVERIFY(sources().front().gone);
        QVERIFY(sources().front().lastError.find("gone for good") != std::string::npos);
        const qsizetype asked = m_server->requests.size();
        refresh();
        QCOMPARE(m_server->requests.size(), asked);
        m_server->on("/feed", HttpReply{200, {}, feed(item("2", "Copper stocks rise", Words))});
        run([this](app::IngestJob& job) { job.addSources(sources()); });
        QVERIFY(!sources().front().gone);
        QCOMPARE(page().total, 2);
    }

    void aRefusalWaitsAsLongAsItAsks()
    {
        m_server->on("/feed", HttpReply{200, {}, feed(item("1", "Copper stocks fall", Words))});
        subscribe(QStringLiteral("/feed"));
        m_server->on("/feed", HttpReply{429, {{"Retry-After", "7200"}}});
        refresh();
        const base::Source source = sources().front();
        QCOMPARE(source.failures, 1);
        QVERIFY(*source.nextFetch >= *source.lastFetched + std::chrono::hours(2));
        QVERIFY(m_failures.join(QLatin1Char('\n')).contains(QStringLiteral("fewer requests")));
        QCOMPARE(lastFetch(source.id).status, 429);
    }

    void aCutOffFeedIsKeptAndAskedAgain()
    {
        m_server->on("/feed",
            HttpReply{200, {{"ETag", "\"1\""}},
                feed(item("1", "Copper stocks fall", Words) + item("2", "Zinc stocks fall", Words)
                    + item("3", "Tin stocks fall", Words))});
        HttpReply cut{200, {{"ETag", "\"1\""}},
            feed(item("1", "Copper stocks fall", Words) + item("2", "Zinc stocks fall", Words)
                + item("3", "Tin stocks fall", Words))};
        cut.cut = true;
        m_server->on("/feed", cut);
        subscribe(QStringLiteral("/feed"));
        QVERIFY(page().total >= 1);
        QVERIFY(page().total < 3);
        QVERIFY(sources().front().etag.empty());
        QVERIFY(lastFetch(sources().front().id).message.find("ended early") != std::string::npos);
    }

    void aPageLeadsToItsFeed()
    {
        m_server->on("/news",
            HttpReply{200, {{"Content-Type", "text/html"}},
                "<html><head><title>News</title><link rel=\"alternate\" type=\"application/rss+xml\" "
                "href=\"/feed\">"
                "<link rel=\"alternate\" type=\"application/atom+xml\" "
                "href=\"/other\"></head><body><p>Hello</p></body></html>"});
        m_server->on("/feed", HttpReply{200, {}, feed(item("1", "Copper stocks fall", Words))});
        QSignalSpy subscribed(m_job.get(), &app::IngestJob::subscribed);
        subscribe(QStringLiteral("/news"));
        QCOMPARE(sources().size(), std::size_t{1});
        QCOMPARE(sources().front().url, m_server->url(QStringLiteral("/feed")).toString().toStdString());
        QCOMPARE(subscribed.size(), 1);
        QCOMPARE(
            subscribed[0][2].toStringList(), QStringList{m_server->url(QStringLiteral("/other")).toString()});
    }

    void aPageWithoutAFeedIsSaid()
    {
        m_server->on("/news",
            HttpReply{200, {{"Content-Type", "text/html"}},
                "<html><head><title>News</title></head><body><p>There is nothing but this page "
                "here.</p></body></html>"});
        subscribe(QStringLiteral("/news"));
        QVERIFY(sources().empty());
        QVERIFY(m_failures.join(QLatin1Char('\n')).contains(QStringLiteral("the page names none")));
    }

    void aFeedThatBecomesAPageFails()
    {
        m_server->on("/feed", HttpReply{200, {}, feed(item("1", "Copper stocks fall", Words))});
        subscribe(QStringLiteral("/feed"));
        m_server->on("/feed",
            HttpReply{200, {{"Content-Type", "text/html"}},
                "<html><head><title>Sold</title></head><body><p>This domain is for sale, ask for a price "
                "today.</p></body></html>"});
        refresh();
        QCOMPARE(sources().front().lastError, std::string("is a page now, not a feed"));
        QCOMPARE(page().total, 1);
    }

    void fullTextReplacesTheTeaserOnce()
    {
        QByteArray paragraphs;
        for (int i = 0; i < 6; ++i)
            paragraphs += "<p>Paragraph " + QByteArray::number(i)
                + " of the whole story says what the teaser leaves out: the port authority counted fewer "
                  "tonnes, and "
                  "the smelters asked for more concentrate than the mines could ship this month.</p>";
        m_server->on("/story",
            HttpReply{200, {{"Content-Type", "text/html; charset=utf-8"}},
                "<html><head><title>Copper stocks fall</title></head><body><article><h1>Copper stocks "
                "fall</h1>"
                    + paragraphs + "</article></body></html>"});
        QByteArray teaser = "Copper stocks in the port fell.";
        int asked = 0;
        m_server->on("/feed", [&](const HttpRequest&) {
            return HttpReply{200, {},
                feed(item("1", "Copper stocks fall", teaser,
                         m_server->url(QStringLiteral("/story")).toEncoded())
                    + item("2", "No page", "This one has none.",
                        m_server->url(QStringLiteral("/missing")).toEncoded())
                    + QByteArray::number(++asked))};
        });
        subscribe(QStringLiteral("/feed"));
        base::Source source = sources().front();
        QCOMPARE(page("tonnes").total, 0);
        source.fullText = true;
        {
            auto database = store::Database::openForWriting(
                m_context->storePath(), app::resourceFiles(QStringLiteral("migrations")))
                                .value();
            QVERIFY(store::changeSource(*database, source));
        }
        teaser = "Copper stocks in the port fell again.";
        refresh();
        QCOMPARE(page("tonnes").total, 1);
        const qsizetype requests = m_server->requests.size();
        refresh();
        QCOMPARE(m_server->requests.size(), requests + 1); // the feed, not the page
        QCOMPARE(page().total, 2);
        QCOMPARE(page("tonnes").total, 1);
    }

    void aWatchedFolderIsReadWhenItChanges()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("watched")));
        write(QStringLiteral("watched/a.txt"), QByteArray("Copper stocks fall\n\n") + Words);
        run([this](app::IngestJob& job) {
            job.subscribe(m_folder.filePath(QStringLiteral("watched")).toStdString());
        });
        QCOMPARE(page().total, 1);
        QCOMPARE(page().rows.front().source, std::string("watched"));
        write(QStringLiteral("watched/b.txt"), QByteArray("Zinc stocks rise\n\n") + Words);
        write(QStringLiteral("watched/c.pdf"), "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
        refresh();
        QCOMPARE(page().total, 2);
        QCOMPARE(m_failures.size(), 1);
        QVERIFY(m_failures.front().contains(QStringLiteral("c.pdf")));
        m_failures.clear();
        refresh(true);
        QCOMPARE(page().total, 2);
        QVERIFY(m_failures.isEmpty()); // the bad file is tried again when it has changed
        QCOMPARE(m_job->counts().unchanged, 0);
    }

    void theStoreItselfIsNotReadAsNews()
    {
        write(QStringLiteral("a.txt"), QByteArray("Copper stocks fall\n\n") + Words);
        run([this](app::IngestJob& job) {
            job.add(
                {m_folder.filePath(QStringLiteral("a.txt")).toStdString(), m_context->storePath().string()});
        });
        QCOMPARE(page().total, 1);
        QCOMPARE(m_failures.size(), 1);
        QVERIFY(m_failures.front().contains(QStringLiteral("own store")));
    }

    void columnsAreRememberedForTheNextTable()
    {
        write(QStringLiteral("a.csv"), "h,t\nCopper stocks fall,Copper stocks in the port fell by 12%\n");
        run([this](app::IngestJob& job) {
            ingest::TableMapping columns = ingest::parseMapping("columns=body,title").value();
            job.setColumns(columns);
            job.add({m_folder.filePath(QStringLiteral("a.csv")).toStdString()});
        });
        QCOMPARE(page().rows.front().title, std::string("Copper stocks in the port fell by 12%"));
        open();
        write(QStringLiteral("b.csv"), "h,t\nZinc stocks fall,Zinc stocks in the port fell by 9%\n");
        QSignalSpy tables(m_job.get(), &app::IngestJob::tableRead);
        run([this](app::IngestJob& job) {
            job.add({m_folder.filePath(QStringLiteral("b.csv")).toStdString()});
        });
        QCOMPARE(tables.size(), 1);
        QVERIFY(tables[0][1].value<ingest::TableUse>().remembered);
        QCOMPARE(page("title:zinc").rows.front().title, std::string("Zinc stocks in the port fell by 9%"));
    }

    void aGuessWaitsForAWord()
    {
        write(QStringLiteral("g.csv"),
            "when,words\n2026-11-20,Copper stocks in the port fell by 12% in November\n"
            "2026-11-21,Zinc stocks in the port fell by 9% in November\n");
        QSignalSpy tables(m_job.get(), &app::IngestJob::tableRead);
        const std::string file = m_folder.filePath(QStringLiteral("g.csv")).toStdString();
        run([&file](app::IngestJob& job) {
            job.askForColumns();
            job.add({file});
        });
        QCOMPARE(page().total, 0);
        QCOMPARE(tables.size(), 1);
        const auto table = tables[0][1].value<ingest::TableUse>();
        QCOMPARE(table.guess.header, (std::vector<std::string>{"when", "words"}));
        run([&](app::IngestJob& job) {
            job.changeColumns(table.key, ingest::parseMapping("columns=published,title").value(), file);
        });
        QCOMPARE(page().total, 2);
        QVERIFY(page().rows.front().published.has_value());
    }

    void listedBeforeAnalysedAndAnalysedLater()
    {
        m_server->on("/feed", HttpReply{200, {}, feed(item("1", "Copper stocks fall", Words))});
        subscribe(QStringLiteral("/feed"));
        QCOMPARE(page().total, 1);
        QVERIFY(!page().rows.front().analysed);
        open(true);
        run([](app::IngestJob& job) { job.analysePending(); });
        QVERIFY(page().rows.front().analysed);
        QVERIFY(article(page().rows.front().id).analysis.has_value());
        QCOMPARE(m_job->counts().analysed, 1);
    }

    void otherDataAnalyseAgain()
    {
        open(true);
        QByteArray items;
        for (int i = 0; i < 130; ++i) // more than one chunk
            items += item(QByteArray::number(i), "Copper stocks fall " + QByteArray::number(i), Words);
        m_server->on("/feed", HttpReply{200, {}, feed(items)});
        subscribe(QStringLiteral("/feed"));
        QCOMPARE(m_job->counts().analysed, 130);
        const std::string first = article(page().rows.front().id).analysis->engine.pack;
        run([](app::IngestJob& job) { job.reanalyse(); });
        QCOMPARE(m_job->counts().analysed, 130); // nothing is stale
        // The user's own data beside the store.
        std::filesystem::create_directories(m_context->packPath());
        QVERIFY(base::writeFile(m_context->packPath() / "note.tsv", "# mine\n"));
        open(true);
        run([](app::IngestJob& job) { job.reanalyse(); });
        QCOMPARE(m_job->counts().analysed, 130);
        for (const auto& row : page().rows)
            QVERIFY(article(row.id).analysis->engine.pack != first);
    }

    void dataThatDoNotFitAreLeftOut()
    {
        std::filesystem::create_directories(m_context->packPath() / "playbooks");
        QVERIFY(base::writeFile(m_context->packPath() / "playbooks/mine.toml", "id = \n"));
        const auto pack = app::enginePack(*m_context);
        QVERIFY(pack); // the shipped data
        std::filesystem::remove_all(m_context->packPath());
        QCOMPARE((*pack)->hash, app::enginePack(*m_context).value()->hash);
    }

    void storedIsSaidBeforeAnalysed()
    {
        open(true);
        QByteArray items;
        for (int i = 0; i < 300; ++i)
            items += item(QByteArray::number(i), "Copper stocks fall " + QByteArray::number(i), Words);
        m_server->on("/feed", HttpReply{200, {}, feed(items)});
        QStringList order;
        connect(m_job.get(), &app::IngestJob::articlesStored, this,
            [&order] { order << QStringLiteral("stored"); });
        connect(m_job.get(), &app::IngestJob::articlesAnalysed, this,
            [&order] { order << QStringLiteral("analysed"); });
        subscribe(QStringLiteral("/feed"));
        QCOMPARE(order.front(), QStringLiteral("stored"));
        QVERIFY(order.count(QStringLiteral("analysed")) >= 3); // in chunks
        QCOMPARE(page("impact>=0").total, 300);
    }

    void cancelEndsAndStoresNothingMore()
    {
        HttpReply silent;
        silent.silent = true;
        m_server->on("/feed", silent);
        QSignalSpy finished(m_job.get(), &app::IngestJob::finished);
        m_job->subscribe(m_server->url(QStringLiteral("/feed")).toString().toStdString());
        QTRY_COMPARE(m_server->requests.size(), 1);
        m_job->cancel();
        QTRY_VERIFY(!m_job->isRunning());
        QVERIFY(sources().empty());
        QVERIFY(m_failures.isEmpty()); // nothing failed: it was taken back
    }

    void offlineSubscribesWithoutLooking()
    {
        m_job->setOffline(true);
        subscribe(QStringLiteral("/feed"));
        QCOMPARE(sources().size(), std::size_t{1});
        QVERIFY(m_server->requests.isEmpty());
        refresh();
        QVERIFY(m_server->requests.isEmpty());
        QCOMPARE(sources().front().failures, 0); // being offline is not the source's fault
    }

    void aHundredFeedsOfOneHostStayWithinTheLimits()
    {
        std::string list = "<opml version=\"2.0\"><body>";
        for (int i = 0; i < 100; ++i) {
            const QByteArray path = "/feed" + QByteArray::number(i);
            m_server->on(path, HttpReply{200, {}, feed(item("1", "Copper " + path, Words))});
            list += "<outline type=\"rss\" text=\"f\" xmlUrl=\""
                + m_server->url(QString::fromLatin1(path)).toString().toStdString() + "\"/>";
        }
        write(QStringLiteral("list.opml"), QByteArray::fromStdString(list + "</body></opml>"));
        run([this](app::IngestJob& job) {
            job.add({m_folder.filePath(QStringLiteral("list.opml")).toStdString()});
        });
        QCOMPARE(m_failures, QStringList());
        QCOMPARE(m_job->counts().subscriptions, 100);
        QCOMPARE(page().total, 100);
        QVERIFY(m_server->mostOpen <= 4);
    }
};

QTEST_GUILESS_MAIN(IngestJobTest)
#include "ingestjob_test.moc"
