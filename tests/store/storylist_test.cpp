// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Lists of stories, and the feed with the stories folded: which article stands for its story, page after page
// as in one, and only what was known at an instant. covers: storyhits.cpp storylist.cpp
#include <desk/storylist.h>
#include <store/articlestore.h>
#include <store/asof.h>
#include <store/pagereader.h>
#include <store/states.h>
#include <store/storyhits.h>
#include <store/storylist.h>
#include <store/storystore.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

#include <map>
#include <random>
#include <set>

using desk::StorySort;

class StoryListTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;
    std::vector<std::int64_t> m_ids;
    int m_files = 0;
    const base::Instant m_now = base::fromUnix(1'795'100'000);

    // The nth article is received n minutes after the first one, and tells the story of its place.
    void fill(const std::vector<std::int64_t>& stories, const std::vector<double>& impacts)
    {
        std::vector<support::AnalysedArticle> batch;
        for (std::size_t at = 0; at < stories.size(); ++at) {
            const int number = static_cast<int>(at);
            batch.push_back(support::article(m_source, number, "Title " + std::to_string(at),
                at % 3 == 0 ? "Copper and oil" : "Copper", impacts[at]));
            batch.back().article.source = "Source " + std::to_string(at % 4);
        }
        m_ids = support::storeBatch(*m_database, batch)->ids;
        std::vector<store::PlacedArticle> placed;
        for (std::size_t at = 0; at < stories.size(); ++at) {
            if (stories[at] != 0)
                placed.push_back({m_ids[at], stories[at], 50, {}, {}});
        }
        QVERIFY(store::placeArticles(*m_database, placed, m_now));
    }

    desk::FeedPage folded(const std::string& query, int limit = 100, std::optional<desk::Cursor> after = {},
        std::optional<base::Instant> asOf = {})
    {
        desk::FeedRequest request;
        request.query = query;
        request.limit = limit;
        request.after = after;
        request.asOf = asOf;
        request.folded = true;
        request.count = true;
        return store::readPage(*m_database, request, m_now).value();
    }
    static QStringList titles(const desk::FeedPage& page)
    {
        QStringList list;
        for (const desk::ArticleRow& row : page.rows)
            list << QString::fromStdString(row.title).mid(6);
        return list;
    }
    desk::StoryListPage stories(const desk::StoryListRequest& request)
    {
        return store::readStoryList(*m_database, request, m_now).value();
    }
    static QStringList names(const desk::StoryListPage& page)
    {
        QStringList list;
        for (const desk::StoryRow& row : page.rows)
            list << QString::fromStdString(desk::storyName(row.id));
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_database = support::openStore(
            m_folder.filePath(QStringLiteral("s%1.sqlite").arg(++m_files)).toStdString());
        m_source = support::addSource(*m_database);
    }

    void aStoryStandsOnceByItsFirstMatch()
    {
        //      0    1    2    3    4    5
        fill({1, 1, 2, 1, 2, 0}, {0.2, 0.9, 0.5, 0.7, 0.5, 0.6});
        QCOMPARE(titles(folded("")), (QStringList{"1", "5", "4"})); // of equals the newer one, as in the wire
        QCOMPARE(folded("").total, 3);
        QVERIFY(folded("").folded);
        QCOMPARE(folded("").rows[0].storyArticles, 3);
        QCOMPARE(folded("").rows[0].storySources, 3);
        QCOMPARE(folded("").rows[1].storyArticles, 1);
        QCOMPARE(titles(folded("sort:published")), (QStringList{"5", "4", "3"}));
        QCOMPARE(titles(folded("oil")), (QStringList{"3"})); // 0 and 3 are of one story
        QCOMPARE(folded("oil").total, 1);
        QCOMPARE(titles(folded("impact<0.8")), (QStringList{"3", "5", "4"}));
        QVERIFY(store::setHidden(*m_database, {m_ids[1]}, true));
        QCOMPARE(titles(folded("")), (QStringList{"3", "5", "4"}));
        QCOMPARE(folded("").total, 3);
        QVERIFY(store::setHidden(*m_database, {m_ids[0], m_ids[3], m_ids[5]}, true));
        QCOMPARE(titles(folded("")), (QStringList{"4"}));
        QCOMPARE(store::countMatches(*m_database, desk::parseQuery("", m_now).value(), true)->count, 1);
    }

    // Whatever the query and the order: the pages together are what a walk through the wire would fold to.
    void pagesFoldAsTheWireDoes_data()
    {
        QTest::addColumn<QString>("query");
        for (const char* query :
            {"", "copper", "oil", "sort:published", "oil sort:published", "sort:received",
                "copper sort:relevance", "oil impact>=0.3 sort:relevance", "is:unread", "impact>=0.4",
                "(oil OR impact>=0.9) sort:impact", "is:read sort:read", "story:s3", "-oil sort:published"})
            QTest::newRow(*query == 0 ? "all" : query) << query;
    }
    void pagesFoldAsTheWireDoes()
    {
        QFETCH(QString, query);
        std::mt19937 random{20261129};
        std::vector<std::int64_t> stories;
        std::vector<double> impacts;
        for (int at = 0; at < 300; ++at) {
            stories.push_back(random() % 5 == 0 ? 0 : 1 + static_cast<std::int64_t>(random() % 60));
            impacts.push_back(static_cast<double>(random() % 11) / 10);
        }
        fill(stories, impacts);
        for (std::size_t at = 0; at < 300; at += 7)
            QVERIFY(store::setRead(*m_database, {m_ids[at]}, true, m_now));
        QVERIFY(store::setHidden(*m_database, {m_ids[11], m_ids[12], m_ids[13]}, true));
        desk::FeedRequest wire;
        wire.query = query.toStdString();
        wire.limit = 1000;
        std::vector<std::int64_t> expected;
        std::set<std::string> seen;
        const desk::FeedPage flat = store::readPage(*m_database, wire, m_now).value();
        for (const desk::ArticleRow& row : flat.rows) {
            if (row.story.empty() || seen.insert(row.story).second)
                expected.push_back(row.id);
        }
        QVERIFY(!expected.empty());
        for (const int limit : {1000, 7, 23}) {
            std::vector<std::int64_t> found;
            std::optional<desk::Cursor> after;
            do {
                const desk::FeedPage page = folded(wire.query, limit, after);
                if (!after)
                    QCOMPARE(page.total, static_cast<std::int64_t>(expected.size()));
                for (const desk::ArticleRow& row : page.rows)
                    found.push_back(row.id);
                after = page.next;
            } while (after);
            QCOMPARE(found, expected);
        }
    }

    void whatCameLaterIsInNoStory()
    {
        fill({1, 1, 2, 1, 2}, {0.2, 0.9, 0.5, 0.7, 0.6});
        // All were analysed before the second one came; the newer ones are not there yet.
        const base::Instant then = base::fromUnix(1795000100 + 2 * 60);
        const desk::FeedPage page = folded("", 100, {}, then);
        QCOMPARE(titles(page), (QStringList{"1", "2"}));
        QCOMPARE(page.rows[0].storyArticles, 2); // the third came later
        QCOMPARE(page.rows[1].storySources, 1);
        QCOMPARE(page.total, 2);
        desk::FeedPage first = folded("", 1, {}, then);
        QCOMPARE(titles(first), QStringList{"1"});
        QVERIFY(first.more);
        first = folded("", 1, first.next, then);
        QCOMPARE(titles(first), QStringList{"2"});
        QVERIFY(!first.next);
        // One that is analysed again later has its former score and stands for itself.
        std::vector<store::FinishedAnalysis> again;
        const store::StoredArticle stored = store::readArticle(*m_database, m_ids[1]).value();
        again.push_back({m_ids[1], stored.article.fingerprint, *stored.analysis});
        again.back().analysis.impact.score = 0.1;
        QVERIFY(store::storeAnalyses(*m_database, again, m_now));
        QCOMPARE(titles(folded("", 100, {}, then)), (QStringList{"1", "2", "0"}));
    }

    void storiesAreListedByTimeSourcesAndImpact()
    {
        //      0    1    2    3    4    5    6    7
        fill({1, 1, 2, 1, 2, 3, 4, 4}, {0.2, 0.9, 0.5, 0.7, 0.5, 0.6, 0.8, 0.3});
        desk::StoryListRequest request;
        QCOMPARE(names(stories(request)), (QStringList{"s4", "s2", "s1"}));
        QCOMPARE(stories(request).total.count, 3);
        request.sort = StorySort::Impact;
        QCOMPARE(names(stories(request)), (QStringList{"s1", "s4", "s2"}));
        request.sort = StorySort::Sources;
        QCOMPARE(names(stories(request)), (QStringList{"s1", "s4", "s2"})); // 3, 2, 2 sources
        request.alone = true;
        QCOMPARE(names(stories(request)), (QStringList{"s1", "s4", "s2", "s3"}));
        request.sort = StorySort::Newest;
        QCOMPARE(names(stories(request)), (QStringList{"s4", "s3", "s2", "s1"}));
        request.query = "sort:impact";
        QCOMPARE(names(stories(request)), (QStringList{"s1", "s4", "s3", "s2"}));
    }

    void aRowSaysWhatTheStoryIs()
    {
        fill({1, 1, 1, 1}, {0.2, 0.9, 0.9, 0.4});
        QVERIFY(store::setRead(*m_database, {m_ids[0]}, true, m_now));
        const desk::StoryRow row = stories({}).rows.at(0);
        QCOMPARE(row.title, std::string("Title 1")); // of equals the first
        QCOMPARE(row.article, m_ids[1]);
        QCOMPARE(row.firstSource, std::string("Source 0"));
        QCOMPARE(base::toUnix(row.begun), 1795000000);
        QCOMPARE(base::toUnix(row.last), 1795000000 + 3 * 60);
        QCOMPARE(row.articles, 4);
        QCOMPARE(row.sources, 4);
        QCOMPARE(row.unread, 3);
        QVERIFY(row.analysed);
        QCOMPARE(row.impact, 0.9);
        QCOMPARE(row.sentiment, -0.2);
        QCOMPARE(row.topics, std::vector<std::string>{"Oil & Gas"});
        const desk::StoryRow then
            = stories({"", StorySort::Newest, false, 60, {}, base::fromUnix(1795000100 + 60)}).rows.at(0);
        QCOMPARE(then.articles, 2);
        QCOMPARE(base::toUnix(then.last), 1795000000 + 60);
        // Told by one only at that time: no story of several yet.
        QCOMPARE(stories({"", StorySort::Newest, false, 60, {}, base::fromUnix(1795000100)}).rows.size(),
            std::size_t{0});
    }

    void storiesAreFilteredAndPaged_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("sort");
        for (const char* query : {"", "oil", "impact>=0.9", "copper -oil"}) {
            for (const StorySort sort : {StorySort::Newest, StorySort::Sources, StorySort::Impact})
                QTest::newRow(qPrintable(
                    QStringLiteral("'%1' by %2").arg(QLatin1String(query)).arg(static_cast<int>(sort))))
                    << query << static_cast<int>(sort);
        }
    }
    void storiesAreFilteredAndPaged()
    {
        QFETCH(QString, query);
        QFETCH(int, sort);
        std::mt19937 random{7};
        std::vector<std::int64_t> places;
        std::vector<double> impacts;
        for (int at = 0; at < 200; ++at) {
            places.push_back(1 + static_cast<std::int64_t>(random() % 70));
            impacts.push_back(static_cast<double>(random() % 11) / 10);
        }
        fill(places, impacts);
        // Expected: the stories of at least two articles with a match.
        desk::FeedRequest wire;
        wire.query = query.toStdString();
        wire.limit = 1000;
        std::set<std::string> expected;
        const desk::FeedPage flat = store::readPage(*m_database, wire, m_now).value();
        for (const desk::ArticleRow& row : flat.rows) {
            if (row.storyArticles > 1)
                expected.insert(row.story);
        }
        desk::StoryListRequest request;
        request.query = wire.query;
        request.sort = static_cast<StorySort>(sort);
        QStringList whole = names(stories(request));
        QCOMPARE(whole.size(), static_cast<qsizetype>(expected.size()));
        for (const QString& name : whole)
            QVERIFY(expected.contains(name.toStdString()));
        request.limit = 6;
        QStringList paged;
        do {
            const desk::StoryListPage page = stories(request);
            QVERIFY(page.rows.size() <= 6);
            paged << names(page);
            for (std::size_t at = 1; at < page.rows.size(); ++at) {
                if (request.sort == StorySort::Sources)
                    QVERIFY(page.rows[at - 1].sources >= page.rows[at].sources);
                if (request.sort == StorySort::Newest && query.isEmpty())
                    QVERIFY(page.rows[at - 1].last >= page.rows[at].last);
            }
            request.after = page.next;
        } while (request.after);
        QCOMPARE(paged, whole);
    }

    void aQueryThatCannotBeReadIsSaid()
    {
        fill({1, 1}, {0.1, 0.2});
        desk::StoryListRequest request;
        request.query = "impact>=";
        QVERIFY(
            store::readStoryList(*m_database, request, m_now).error().code == base::ErrorCode::InvalidInput);
    }

    void theLogIsThatOfTheStory()
    {
        fill({1, 1, 2, 3, 3, 4}, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6});
        const base::Instant later = m_now + std::chrono::minutes(10);
        const auto merged = store::mergeStories(*m_database, {1, 2}, m_now);
        QVERIFY(merged);
        const auto split = store::splitStory(*m_database, 3, {m_ids[4]}, later);
        QVERIFY(split);
        const auto log = [&](std::int64_t story, std::optional<base::Instant> asOf = {}) {
            QStringList list;
            const auto changes = store::readStoryLog(*m_database, story, asOf);
            for (const desk::StoryChange& change : *changes)
                list << QStringLiteral("%1 %2>%3")
                            .arg(change.merge ? "merge" : "split")
                            .arg(change.story)
                            .arg(change.other);
            return list;
        };
        QCOMPARE(log(1), QStringList{"merge 2>1"});
        QCOMPARE(log(2), QStringList{"merge 2>1"}); // by its former name
        QCOMPARE(log(3), QStringList{"split 3>5"});
        QCOMPARE(log(5), QStringList{"split 3>5"});
        QCOMPARE(log(4), QStringList());
        QCOMPARE(log(3, m_now), QStringList());
        QVERIFY(store::readStoryLog(*m_database, 77).error().code == base::ErrorCode::NotFound);
        QVERIFY(store::mergeStories(*m_database, {1, 4}, later));
        QCOMPARE(log(1), (QStringList{"merge 4>1", "merge 2>1"}));
    }
};

QTEST_GUILESS_MAIN(StoryListTest)
#include "storylist_test.moc"
