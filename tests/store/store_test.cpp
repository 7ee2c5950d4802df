// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: articlestore.cpp states.cpp pagereader.cpp querysql.cpp sqlerror.cpp
// covers: articlewriter.cpp
#include <store/alertstore.h>
#include <store/articlestore.h>
#include <store/ledgerstore.h>
#include <store/querysql.h>
#include <store/sourcestore.h>
#include <store/sqlerror.h>
#include <store/states.h>

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <support/teststore.h>

#include <set>

class StoreTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;
    int m_number = 0;

    void put(std::vector<support::AnalysedArticle> batch)
    {
        QVERIFY(support::storeBatch(*m_database, batch));
    }
    int hits(const char* query) { return static_cast<int>(support::page(*m_database, query).rows.size()); }

private Q_SLOTS:
    void init()
    {
        m_database = support::openStore(
            m_folder.filePath(QStringLiteral("s%1.sqlite").arg(++m_number)).toStdString());
        m_source = support::addSource(*m_database);
    }

    void articlesComeBackWhole()
    {
        put({support::article(m_source, 1, "Oil rises", "Crude oil rose in the United States.", 0.4)});
        const desk::FeedPage page = support::page(*m_database, "");
        QCOMPARE(page.total, 1);
        const auto stored = store::readArticle(*m_database, page.rows.front().id);
        QVERIFY(stored);
        QCOMPARE(stored->article.body, std::string("Crude oil rose in the United States."));
        QCOMPARE(stored->article.source, std::string("Metals Daily"));
        QVERIFY(stored->analysis.has_value());
        QCOMPARE(stored->analysis->impact.score, 0.4);
        QVERIFY(store::readArticle(*m_database, 999).error().code == base::ErrorCode::NotFound);
    }

    // What is asked again and again, mostly for nothing, reads no more of a large store than it must.
    void whatIsSeldomThereIsFoundWithoutAWalk()
    {
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < 3000; ++at)
            batch.push_back(support::article(m_source, at, "Oil rises", std::string(1500, 'a'), 0.4));
        put(batch);
        m_database->handle().exec("DELETE FROM alert_due");
        const auto file = m_database->file();
        m_database.reset();
        m_database = support::openStore(file);
        const base::Engine& by = batch.front().analysis.engine;
        QVERIFY(store::readStale(*m_database, {by.version, by.pack}, 0, 64)->empty());
        QVERIFY(store::readPending(*m_database, 64, {})->empty());
        QVERIFY(store::readDue(*m_database, 64)->empty());
        QVERIFY(store::readLedger(*m_database, std::nullopt)->empty());
        int kept = 0;
        int most = 0;
        QCOMPARE(
            sqlite3_db_status(m_database->handle().getHandle(), SQLITE_DBSTATUS_CACHE_USED, &kept, &most, 0),
            SQLITE_OK);
        QVERIFY(m_database->bytes() > 6'000'000);
        QVERIFY2(kept < 1'500'000, qPrintable(QString::number(kept)));
    }

    void otherTextIsARevisionAndFound()
    {
        put({support::article(m_source, 1, "Oil rises", "The first telling.")});
        auto again = support::article(m_source, 1, "Oil rises", "The second account.");
        auto stored = support::storeBatch(*m_database, std::vector{again});
        QCOMPARE(stored->revised, 1);
        stored = support::storeBatch(*m_database, std::vector{again});
        QCOMPARE(stored->unchanged, 1);
        QCOMPARE(hits("account"), 1);
        QCOMPARE(hits("telling"), 0);
        QCOMPARE(store::readArticle(*m_database, stored->ids.front())->revisions, 1);
    }

    void noiseIsNoRevision()
    {
        put({support::article(m_source, 1, "Oil rises", "The first telling.\n\n12 comments")});
        const std::int64_t id = support::page(*m_database, "").rows.front().id;
        QVERIFY(store::setRead(*m_database, {id}, true, base::fromUnix(5)));
        const auto again = support::article(m_source, 1, "Oil rises", "The first telling.\n\n48 comments");
        const auto stored = support::storeBatch(*m_database, std::vector{again});
        QCOMPARE(stored->revised, 0);
        QCOMPARE(stored->unchanged, 1);
        QCOMPARE(hits("is:read"), 1);
        QVERIFY(store::readRevisions(*m_database, id)->empty());
        // The text stays as it was: spans of its analysis point into it.
        QCOMPARE(store::readArticle(*m_database, id)->article.body,
            std::string("The first telling.\n\n12 comments"));
    }

    void aRevisionIsUnreadAndWaitsForItsAnalysis()
    {
        put({support::article(m_source, 1, "Oil rises", "It rose 2%.")});
        const std::int64_t id = support::page(*m_database, "").rows.front().id;
        QVERIFY(store::setRead(*m_database, {id}, true, base::fromUnix(5)));
        base::Article other = support::article(m_source, 1, "Oil rises", "It rose 3%.").article;
        QCOMPARE(store::storeArticles(*m_database, std::vector{other})->revised, 1);
        QCOMPARE(hits("is:unread"), 1);
        QVERIFY(!store::readArticle(*m_database, id)->analysis);
        QCOMPARE(store::readRevisions(*m_database, id)->front().body, std::string("It rose 2%."));
        const auto pending = store::readPending(*m_database, 10);
        QCOMPARE(pending->size(), std::size_t{1});
        QCOMPARE(pending->front().body, std::string("It rose 3%."));

        // An analysis of the former text comes too late.
        base::Analysis analysis = support::article(m_source, 1, "", "").analysis;
        store::FinishedAnalysis late{id, other.fingerprint + 1, analysis};
        QCOMPARE(*store::storeAnalyses(*m_database, std::vector{late}, base::fromUnix(1)), 0);
        late.fingerprint = other.fingerprint;
        QCOMPARE(*store::storeAnalyses(*m_database, std::vector{late}, base::fromUnix(1)), 1);
        QVERIFY(store::readPending(*m_database, 10)->empty());
        QVERIFY(store::readArticle(*m_database, id)->analysis.has_value());
    }

    void queries_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << "" << 3;
        QTest::newRow("word") << "tanker" << 2;
        QTest::newRow("whole words only") << "tank" << 0;
        QTest::newRow("prefix") << "tank*" << 2;
        QTest::newRow("phrase") << "\"second tanker\"" << 1;
        QTest::newRow("diacritics") << "cafe" << 1;
        QTest::newRow("title") << "title:tanker" << 1;
        QTest::newRow("not") << "-tanker" << 1;
        QTest::newRow("or") << "caf\u00E9 OR seized" << 2;
        QTest::newRow("near") << "second NEAR/3 seized" << 1;
        QTest::newRow("topic") << "topic:\"Oil & Gas\"" << 3;
        QTest::newRow("entity") << "entity:\"United States\"" << 3;
        QTest::newRow("entity by its id") << "entity:country" << 3;
        QTest::newRow("no such entity") << "entity:atlantis" << 0;
        QTest::newRow("no such author") << "author:nobody" << 0;
        QTest::newRow("no such source") << "source:nowhere" << 0;
        QTest::newRow("event") << "event:trade.*" << 3;
        QTest::newRow("source") << "source:\"metals daily\"" << 3;
        QTest::newRow("impact") << "impact>=0.6" << 1;
        QTest::newRow("state") << "is:starred" << 0;
        QTest::newRow("syntax is text") << "\"*) OR (\"" << 0;
        QTest::newRow("injection") << "\"'; DROP TABLE article; --\"" << 0;
    }
    void queries()
    {
        QFETCH(QString, query);
        QFETCH(int, count);
        put({support::article(
                 m_source, 1, "Second tanker seized", "A second tanker was seized near the strait.", 0.7),
            support::article(m_source, 2, "Freight", "One tanker waits.", 0.5),
            support::article(m_source, 3, "Coffee", "A caf\u00E9 in Rome.", 0.3)});
        QCOMPARE(hits(query.toUtf8().constData()), count);
    }

    void authorsAndNamedSourcesAreFound()
    {
        support::AnalysedArticle named = support::article(m_source, 1, "Named", "A text.");
        named.article.author = "Ada Quill";
        named.article.source = "Harbour Post";
        put({named, support::article(m_source, 2, "Unnamed", "A text.")});
        QCOMPARE(hits("author:quill"), 1);
        QCOMPARE(hits("author:qui*"), 1);
        QCOMPARE(hits("-author:quill"), 1);
        QCOMPARE(hits("source:harbour"), 1);
        QCOMPARE(hits("source:\"harbour post\" author:ada"), 1);
    }

    void excerptsSayWhereTheWordsStand()
    {
        put({support::article(m_source, 1, "Tin rises", "Smelters closed. A tin mine opened.")});
        desk::FeedRequest request;
        request.query = "tin impact>=0";
        const base::Instant now = base::fromUnix(0);
        QVERIFY(store::readPage(*m_database, request, now)->rows.front().excerpt.text.empty());
        request.excerpts = true;
        const desk::ArticleRow row = store::readPage(*m_database, request, now)->rows.front();
        QCOMPARE(row.titleHits, (std::vector{base::Span{base::Field::Title, 0, 3}}));
        QCOMPARE(row.excerpt.text, std::string("A tin mine opened."));
        QCOMPARE(row.excerpt.hits, (std::vector{base::Span{base::Field::Body, 2, 5}}));
    }

    void pagingGivesEachRowOnce()
    {
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < 250; ++at)
            batch.push_back(
                support::article(m_source, at, "Title " + std::to_string(at), "Body", (at % 5) / 10.0));
        put(batch);
        for (const desk::Sort sort : {desk::Sort::Impact, desk::Sort::Published, desk::Sort::Received}) {
            std::set<std::int64_t> seen;
            desk::FeedRequest request;
            request.sort = sort;
            request.limit = 33;
            double last = 1e18;
            do {
                const desk::FeedPage page = store::readPage(*m_database, request, base::fromUnix(0)).value();
                for (const desk::ArticleRow& row : page.rows) {
                    QVERIFY(seen.insert(row.id).second);
                    if (sort == desk::Sort::Impact) {
                        QVERIFY(row.impact <= last);
                        last = row.impact;
                    }
                }
                request.after = page.next;
            } while (request.after);
            QCOMPARE(static_cast<int>(seen.size()), 250);
        }
    }

    void statesAreKeptAndUndone()
    {
        put({support::article(m_source, 1, "a", "b"), support::article(m_source, 2, "c", "d")});
        const auto marked
            = store::markMatchesRead(*m_database, desk::parseQuery("", base::fromUnix(0)).value());
        QCOMPARE(static_cast<int>(marked->size()), 2);
        QCOMPARE(hits("is:unread"), 0);
        QVERIFY(store::setRead(*m_database, *marked, false, base::fromUnix(6)));
        QCOMPARE(hits("is:unread"), 2);
        QVERIFY(store::setStarred(*m_database, {marked->front()}, true));
        const auto file = m_database->file();
        m_database = support::openStore(file); // as after a crash: nothing was kept in memory
        QCOMPARE(hits("is:starred"), 1);
        QVERIFY(
            store::acceptDecision(*m_database, {marked->front(), 0, "{}", base::fromUnix(1), {}}).value());
        const auto again
            = store::acceptDecision(*m_database, {marked->front(), 0, "{other}", base::fromUnix(2), {}});
        QVERIFY(bool(again));
        QVERIFY(!*again);
        const auto first = store::takeBackDecision(*m_database, marked->front(), 0); // the later one was none
        QVERIFY(bool(first));
        QCOMPARE(first->frozen, std::string("{}"));
        QVERIFY(!store::takeBackDecision(*m_database, marked->front(), 0));
        QVERIFY(store::acceptDecision(*m_database, *first));
        QVERIFY(store::setNote(*m_database, marked->front(), "mine"));
        QCOMPARE(hits("has:note"), 1);
        QVERIFY(!store::setNote(*m_database, 999, "x"));
    }

    void unanalysedSortLastAndShowNoScore()
    {
        auto plain = support::article(m_source, 2, "b", "c");
        plain.analysis.mode = base::Mode::NotAnalysed;
        put({support::article(m_source, 1, "a", "b", 0.0), plain});
        const desk::FeedPage page = support::page(*m_database, "");
        QVERIFY(page.rows.front().analysed);
        QVERIFY(!page.rows.back().analysed);
        QCOMPARE(hits("impact<0.5"), 1);
    }

    void navigationCounts()
    {
        put({support::article(m_source, 1, "a", "b"), support::article(m_source, 2, "c", "d")});
        const auto navigation = store::readNavigation(*m_database, base::fromUnix(1795000400));
        QVERIFY(navigation);
        QCOMPARE(navigation->articles, 2);
        QCOMPARE(navigation->topics.front().topic, std::string("Oil & Gas"));
        QCOMPARE(navigation->topics.front().sentiment, -0.2);
        QCOMPARE(navigation->sources.front().articles, 2);
    }

    void trendIsByDay()
    {
        put({support::article(m_source, 1, "a", "b")});
        const auto trend = store::topicTrend(*m_database, "Oil & Gas", base::fromUnix(1795100000), 30);
        QCOMPARE(static_cast<int>(trend->size()), 1);
        QCOMPARE(trend->front(), -0.2);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
