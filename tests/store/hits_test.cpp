// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: hits.cpp candidates.cpp ranking.cpp
#include <store/hits.h>
#include <store/querysql.h>
#include <store/storedquery.h>

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>

#include <map>
#include <random>
#include <set>

// Enough articles that frequent words, rare ones and other conditions each take their own way.
class HitsTest final : public QObject {
    Q_OBJECT

    static constexpr int Articles = 7000;
    const base::Instant m_now = base::fromUnix(1795000000 + Articles * 60);
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;

    desk::Query query(const QString& text)
    {
        return store::parseStoredQuery(*m_database, text.toStdString(), m_now).value();
    }

    // The same by the plainest statement there is.
    std::vector<store::Hit> plainly(const desk::Query& query, const std::string& key)
    {
        const store::QuerySql sql = store::compileQuery(query.root);
        SQLite::Statement select(m_database->handle(),
            "SELECT a.id, " + key + " FROM article a JOIN source s ON s.id = a.source_id WHERE "
                + sql.condition + (query.hidden ? "" : " AND a.hidden = 0") + " AND " + key
                + " IS NOT NULL ORDER BY " + key + " DESC, a.id DESC");
        store::bindValues(select, sql, 1);
        std::vector<store::Hit> hits;
        while (select.executeStep())
            hits.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getDouble()});
        return hits;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = support::openStore(m_folder.filePath(QStringLiteral("hits.sqlite")).toStdString());
        const base::Source source = support::addSource(*m_database);
        std::mt19937 random(5);
        std::vector<support::AnalysedArticle> batch;
        for (int at = 0; at < Articles; ++at) {
            std::string body = "everywhere ";
            for (int word = 0; word < 12; ++word)
                body += "w" + std::to_string(random() % (1 + random() % 400)) + ' ';
            if (random() % 2 == 0)
                body += "often ";
            if (random() % 100 == 0)
                body += "seldom ";
            auto one = support::article(source, at, random() % 20 == 0 ? "often told" : "title", body,
                static_cast<double>(random() % 50) / 50);
            // Late ones and equal times: the order of time is not that of arrival.
            one.article.published
                = base::fromUnix(1795000000 + (at - static_cast<int>(random() % 300)) * 60 / 180 * 180);
            if (random() % 10 == 0)
                one.analysis.mode = base::Mode::NotAnalysed;
            if (random() % 200 == 0)
                one.analysis.topics = {{"Copper", 0.5, {}}};
            if (random() % 300 == 0) {
                one.analysis.events.front().type = "supply.cut";
                one.analysis.entities.front().ticker = "CU";
            }
            batch.push_back(one);
        }
        QVERIFY(support::storeBatch(*m_database, batch));
        m_database->handle().exec(
            "UPDATE article SET hidden = id % 97 = 0, starred = id % 331 = 0, read_at = "
            "CASE WHEN id % 3 = 0 THEN id % 1000 END");
        m_database->handle().exec("DELETE FROM unread WHERE article_id % 3 = 0");
    }
    void cleanupTestCase() { m_database.reset(); }

    void everyWayGivesTheSamePages_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
            {"", "everywhere", "often", "seldom", "w3", "w*", "\"everywhere w1\"", "title:often", "often -w1",
                "often OR seldom", "often impact>=0.9", "often is:starred", "everywhere is:starred",
                "seldom is:unread", "is:unread", "topic:Copper", "ticker:cu often", "event:supply",
                "event:trade", "topic:Copper often", "often published:2d",
                "everywhere published:1d impact<0.1", "-everywhere", "-often", "is:hidden", "often is:hidden",
                "nothingatall", "often nothingatall", "(often OR is:starred) w1", "impact=0.5"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void everyWayGivesTheSamePages()
    {
        QFETCH(QString, text);
        const desk::Query asked = query(text);
        const std::pair<desk::Sort, const char*> orders[]
            = {{desk::Sort::Impact, "a.impact"}, {desk::Sort::Published, "a.sort_published"},
                {desk::Sort::Received, "a.received"}, {desk::Sort::ReadAt, "a.read_at"}};
        for (const auto& [sort, key] : orders) {
            const std::vector<store::Hit> expected = plainly(asked, key);
            std::size_t at = 0;
            std::optional<desk::Cursor> after;
            for (;;) {
                // Small pages at first, then large ones: to the end in few steps.
                const int limit = at < 200 ? 40 : 900;
                const auto page = store::findHits(m_database->handle(), asked, sort, after, limit);
                for (const store::Hit& hit : page) {
                    QVERIFY2(at < expected.size(), key);
                    QCOMPARE(hit.id, expected[at].id);
                    QCOMPARE(hit.key, expected[at].key);
                    ++at;
                }
                if (static_cast<int>(page.size()) < limit)
                    break;
                after = desk::Cursor{page.back().key, page.back().id};
            }
            QCOMPARE(at, expected.size());
        }
    }

    void relevanceIsBm25WithTheTitleFourTimes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
            {"often", "seldom", "w3", "often w1", "often OR w5", "title:often", "w1*", "often -w2",
                "often impact>=0.5", "often is:starred", "seldom published:3d", "everywhere impact<0.05"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void relevanceIsBm25WithTheTitleFourTimes()
    {
        QFETCH(QString, text);
        const desk::Query asked = query(text);
        const store::SplitQuery split = store::splitQuery(asked);
        SQLite::Statement select(m_database->handle(),
            "SELECT f.rowid, -bm25(search, 4.0, 1.0) FROM search f JOIN article a ON a.id = f.rowid WHERE "
            "search MATCH ? "
            "AND a.hidden = 0 AND "
                + split.rest.condition);
        select.bind(1, split.words);
        store::bindValues(select, split.rest, 2);
        std::map<std::int64_t, double> scores;
        while (select.executeStep())
            scores[select.getColumn(0).getInt64()] = select.getColumn(1).getDouble();
        QVERIFY(!scores.empty());
        std::optional<desk::Cursor> after;
        std::set<std::int64_t> seen;
        double last = 1e9;
        for (;;) {
            const auto page = store::findHits(m_database->handle(), asked, desk::Sort::Relevance, after, 150);
            for (const store::Hit& hit : page) {
                QVERIFY(scores.contains(hit.id));
                QVERIFY(seen.insert(hit.id).second);
                QVERIFY2(scores[hit.id] <= last + 1e-6, qPrintable(QString::number(hit.id)));
                last = scores[hit.id];
            }
            if (page.size() < 150 || seen.size() > 1000)
                break;
            after = desk::Cursor{page.back().key, page.back().id};
        }
        QVERIFY(seen.size() == scores.size() || seen.size() > 1000);
    }
};

QTEST_GUILESS_MAIN(HitsTest)
#include "hits_test.moc"
