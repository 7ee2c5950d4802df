// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/marketmap.h>
#include <store/marketmap.h>
#include <store/savedsearches.h>
#include <store/states.h>
#include <store/storedquery.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

#include <cmath>

namespace {

base::Instant at(const char* iso) { return base::fromIso(iso).value(); }

desk::Day day(const char* iso) { return std::chrono::floor<std::chrono::days>(at(iso)); }

bool near(double one, double other) { return std::fabs(one - other) < 1e-9; }

} // namespace

class MarketMapTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_source;
    int m_number = 0;

    struct News {
        const char* published;
        std::string topic;
        double impact = 0;
        double sentiment = 0;
        std::string title = "Smelters cut runs";
        std::string entity = "Copper";
    };

    // Received and analysed when it was published.
    std::int64_t tell(const News& news)
    {
        support::AnalysedArticle one
            = support::article(m_source, ++m_number, news.title, "It was told.", news.impact);
        one.article.published = at(news.published);
        one.article.received = at(news.published);
        const std::int64_t id = store::storeArticles(*m_database, std::vector{one.article})->ids.front();
        analyse(id, one, news, at(news.published));
        return id;
    }

    void analyse(std::int64_t id, support::AnalysedArticle one, const News& news, base::Instant when)
    {
        one.analysis.impact.score = news.impact;
        one.analysis.sentiment.score = news.sentiment;
        one.analysis.topics = {{news.topic, 0.9, {}}};
        one.analysis.entities = {{"commodity:" + news.entity, news.entity, "commodity", "", 80, 0, {}}};
        const store::FinishedAnalysis finished{id, one.article.fingerprint, one.analysis};
        QCOMPARE(store::storeAnalyses(*m_database, std::vector{finished}, when).value(), 1);
    }

    desk::MarketMap map(const desk::MapRequest& request, const char* now = "2026-11-23T14:00:00Z")
    {
        return store::readMarketMap(*m_database, request, at(now)).value();
    }

    desk::MarketMap week(const char* now = "2026-11-23T14:00:00Z") { return map({7, {}, {}, {}}, now); }

    std::int64_t found(const std::string& query)
    {
        return store::countMatches(
            *m_database, store::parseStoredQuery(*m_database, query, at("2026-11-23T14:00:00Z")).value())
            ->count;
    }

private Q_SLOTS:
    void init()
    {
        static int file = 0;
        m_database = support::openStore(m_folder.filePath(QString::number(++file) + ".sqlite").toStdString());
        m_source = support::addSource(*m_database);
        m_number = 0;
    }

    void anEmptyStoreHasAMapWithoutRows()
    {
        const desk::MarketMap none = week();
        QVERIFY(none.topics.empty());
        QVERIFY(none.movers.empty());
        QVERIFY(none.last == day("2026-11-23"));
        QCOMPARE(
            store::readDaySeries(*m_database, {"oil", 60, {}}, at("2026-11-23T14:00:00Z"))->period.articles,
            std::int64_t{0});
    }

    void meansAndVolumesAreThoseOfTheDay()
    {
        tell({"2026-11-23T00:00:00Z", "Oil & Gas", 0.6, -0.4});
        tell({"2026-11-23T13:59:59Z", "Oil & Gas", 0.2, 0.2});
        tell({"2026-11-22T23:59:59Z", "Oil & Gas", 0.5, 0.8}); // the day before, by UTC
        tell({"2026-11-20T10:00:00Z", "Metals", 0.1, 0.1});
        tell({"2026-11-16T23:59:59Z", "Oil & Gas", 0.9, 0.9}); // before the first day
        const desk::MarketMap map = week();
        QVERIFY(map.first == day("2026-11-17"));
        QVERIFY(map.last == day("2026-11-23"));
        QCOMPARE(map.articles, std::int64_t{4});
        QCOMPARE(map.topics.size(), std::size_t{2});
        const desk::TopicDays& oil = map.topics[0]; // more volume than the other
        QCOMPARE(oil.topic, std::string("Oil & Gas"));
        QCOMPARE(oil.days.size(), std::size_t{7});
        QCOMPARE(oil.days[6].articles, std::int64_t{2});
        QVERIFY(near(oil.days[6].sentiment, -0.1));
        QVERIFY(near(oil.days[6].impact, 0.4));
        QVERIFY(near(oil.days[6].volume, 0.8));
        QCOMPARE(oil.days[5].articles, std::int64_t{1});
        QVERIFY(near(oil.days[5].sentiment, 0.8));
        QCOMPARE(oil.days[4].articles, std::int64_t{0}); // nothing, and not a zero
        QCOMPARE(oil.period.articles, std::int64_t{3});
        QVERIFY(near(oil.period.sentiment, 0.2));
        QVERIFY(near(oil.period.volume, 1.3));
    }

    void whatIsHiddenOrNotAnalysedDoesNotCount()
    {
        tell({"2026-11-23T10:00:00Z", "Oil & Gas", 0.6, -0.4});
        const std::int64_t hidden = tell({"2026-11-23T11:00:00Z", "Oil & Gas", 0.2, 0.2});
        QVERIFY(store::setHidden(*m_database, {hidden}, true));
        base::Article waiting = support::article(m_source, 90, "Oil rises", "It rose.").article;
        waiting.published = waiting.received = at("2026-11-23T12:00:00Z");
        QVERIFY(store::storeArticles(*m_database, std::vector{waiting}));
        const desk::MarketMap map = week();
        QCOMPARE(map.topics[0].days[6].articles, std::int64_t{1});
        QCOMPARE(map.waiting, std::int64_t{1});
        QVERIFY(near(map.topics[0].days[6].sentiment, -0.4));
    }

    void aCellOpensWhatItCounted()
    {
        tell({"2026-11-23T00:00:00Z", "Oil & Gas", 0.6, -0.4});
        tell({"2026-11-23T23:00:00Z", "Oil & Gas", 0.6, -0.4});
        tell({"2026-11-22T23:59:59Z", "Oil & Gas", 0.5, 0.8});
        const std::string oil = desk::topicQuery("Oil & Gas");
        QCOMPARE(oil, std::string("topic:\"Oil & Gas\""));
        const std::string cell = desk::daysQuery(oil, day("2026-11-23"), day("2026-11-23"));
        QCOMPARE(cell, std::string("topic:\"Oil & Gas\" published:2026-11-23..2026-11-23"));
        QCOMPARE(found(cell), std::int64_t{2});
        QCOMPARE(
            found(desk::daysQuery("oil OR smelters", day("2026-11-22"), day("2026-11-22"))), std::int64_t{1});
        QCOMPARE(found(desk::momentsQuery(oil, at("2026-11-22T23:00:00Z"), at("2026-11-23T23:00:00Z"))),
            std::int64_t{2});
    }

    void queriesAreJoinedWhateverTheyHold()
    {
        QCOMPARE(desk::bothQueries("", "oil"), std::string("oil"));
        QCOMPARE(desk::bothQueries("oil OR gas", ""), std::string("oil OR gas"));
        QCOMPARE(desk::bothQueries("oil OR gas", "is:unread"), std::string("(oil OR gas) is:unread"));
        QCOMPARE(desk::bothQueries("oil sort:impact", "is:unread"), std::string("oil is:unread"));
        QCOMPARE(desk::bothQueries("sort:impact oil", "\"this OR that sort:x\""),
            std::string("oil \"this OR that sort:x\""));
    }

    void volumeIsSetAgainstTheUsual()
    {
        // Four days of news before the last 24 hours, on one of them nothing of oil.
        for (const char* earlier : {"2026-11-19T15:00:00Z", "2026-11-20T15:00:00Z", "2026-11-21T15:00:00Z"})
            tell({earlier, "Oil & Gas", 0.2, 0});
        tell({"2026-11-22T13:00:00Z", "Metals", 0.4, 0});
        tell({"2026-11-22T14:00:00Z", "Oil & Gas", 0.1, 0}); // these two: the last 24 hours
        tell({"2026-11-23T13:00:00Z", "Oil & Gas", 0.2, 0});
        const desk::MarketMap map = week();
        const desk::TopicDays& oil = map.topics[0];
        QCOMPARE(oil.topic, std::string("Oil & Gas"));
        QCOMPARE(oil.recent.articles, std::int64_t{2});
        QCOMPARE(map.usualDays, 3); // by 24 hours that end at 14:00
        QVERIFY(near(*oil.usual, 0.2));
        QVERIFY(near(*oil.againstUsual(), 1.5));
        QCOMPARE(map.topics[1].topic, std::string("Metals"));
        QVERIFY(near(*map.topics[1].againstUsual(), 0));
    }

    void nothingIsUsualInAStoreOfTwoDays()
    {
        tell({"2026-11-22T12:00:00Z", "Oil & Gas", 0.2, 0});
        tell({"2026-11-23T13:00:00Z", "Oil & Gas", 0.2, 0});
        QVERIFY(!week().topics[0].usual);
        QVERIFY(!week().topics[0].againstUsual());
    }

    void theMapEndsWhereTheNewsEnd()
    {
        tell({"2026-11-19T12:00:00Z", "Oil & Gas", 0.2, 0});
        const desk::MarketMap map = week();
        QVERIFY(map.last == day("2026-11-19"));
        QVERIFY(map.newest == map.last);
        QVERIFY(map.today == day("2026-11-23"));
        QVERIFY(map.until == at("2026-11-20T00:00:00Z"));
        QCOMPARE(map.topics[0].days.back().articles, std::int64_t{1});
        QCOMPARE(map.topics[0].recent.articles, std::int64_t{1});
        // A day asked for is the last one, whether it has news or not.
        const desk::MarketMap earlier = this->map({7, {}, day("2026-11-18"), {}});
        QVERIFY(earlier.last == day("2026-11-18"));
        QVERIFY(earlier.topics.empty());
    }

    void moversAreThoseWhoseMoodTurned()
    {
        tell({"2026-11-22T12:00:00Z", "Oil & Gas", 0.5, 0.3, "Oil rises", "Brent"});
        tell({"2026-11-23T12:00:00Z", "Oil & Gas", 0.6, -0.2, "Oil falls", "Brent"});
        tell({"2026-11-22T12:00:00Z", "Metals", 0.5, 0.30, "Copper rises", "Copper"});
        tell({"2026-11-23T12:00:00Z", "Metals", 0.6, 0.31, "Copper stays", "Copper"});
        tell({"2026-11-23T12:00:00Z", "Grain", 0.6, 0.9, "Wheat rises", "Wheat"}); // nothing before
        const desk::MarketMap map = week();
        QCOMPARE(map.movers.size(), std::size_t{2});
        QCOMPARE(map.movers[0].name, std::string("Brent"));
        QCOMPARE(map.movers[1].name, std::string("Oil & Gas"));
        QVERIFY(near(map.movers[1].change(), -0.5));
        QVERIFY(near(map.movers[1].recent.impact, 0.6));
        QVERIFY(map.before == at("2026-11-21T14:00:00Z"));
        QCOMPARE(found(map.movers[1].query), std::int64_t{2});
        QCOMPARE(found(map.movers[0].query), std::int64_t{2});
    }

    void moversAreComparedWithTheLastDayOfNews()
    {
        tell({"2026-11-18T12:00:00Z", "Oil & Gas", 0.5, 0.3});
        tell({"2026-11-23T12:00:00Z", "Oil & Gas", 0.6, -0.2});
        const desk::MarketMap map = week();
        QVERIFY(map.before == at("2026-11-17T14:00:00Z"));
        QCOMPARE(map.movers.size(), std::size_t{2});
    }

    void aFilterNarrowsTheMap()
    {
        tell({"2026-11-22T12:00:00Z", "Oil & Gas", 0.5, 0.3, "Oil rises"});
        tell({"2026-11-23T12:00:00Z", "Metals", 0.6, -0.2, "Copper falls"});
        QVERIFY(store::saveSearch(*m_database, {"Red metal", "copper OR zinc"}));
        for (const char* filter : {"copper", "topic:Metals", "search:\"Red metal\"", "impact>0.55"}) {
            const desk::MarketMap map = this->map({7, filter, {}, {}});
            QCOMPARE(map.topics.size(), std::size_t{1});
            QCOMPARE(map.topics[0].topic, std::string("Metals"));
            QCOMPARE(map.articles, std::int64_t{1});
            QCOMPARE(map.searches, std::vector<std::string>{"Red metal"});
        }
        const auto wrong = store::readMarketMap(*m_database, {7, "impact>=high", {}, {}}, at("2026-11-23"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, base::ErrorCode::InvalidInput);
    }

    void aSeriesBeginsWithTheNews()
    {
        const auto days = [this] {
            return store::readDaySeries(*m_database, {"oil", 60, {}}, at("2026-11-23T14:00:00Z"))
                ->days.size();
        };
        tell({"2026-11-22T12:00:00Z", "Oil & Gas", 0.5, 0.3, "Oil rises"});
        QCOMPARE(days(), std::size_t{7});
        tell({"2026-11-11T12:00:00Z", "Metals", 0.5, 0.3, "Copper rises"});
        QCOMPARE(days(), std::size_t{12});
    }

    void aSeriesHasADayForEachDay()
    {
        tell({"2026-01-20T12:00:00Z", "Grain", 0.5, 0.3, "Wheat rises", "Wheat"});
        tell({"2026-11-20T12:00:00Z", "Oil & Gas", 0.5, 0.3, "Oil rises", "Brent"});
        tell({"2026-11-23T12:00:00Z", "Oil & Gas", 0.6, -0.2, "Oil falls", "Brent"});
        tell({"2026-11-23T13:00:00Z", "Metals", 0.2, 0.4, "Copper falls", "Copper"});
        for (const char* query : {"topic:\"Oil & Gas\"", "entity:Brent", "oil", "oil OR gas"}) {
            const desk::DaySeries series
                = store::readDaySeries(*m_database, {query, 60, {}}, at("2026-11-23T14:00:00Z")).value();
            QCOMPARE(series.days.size(), std::size_t{60});
            QVERIFY(series.first == day("2026-09-25"));
            QCOMPARE(series.days[59].articles, std::int64_t{1});
            QVERIFY(near(series.days[59].sentiment, -0.2));
            QCOMPARE(series.days[58].articles, std::int64_t{0});
            QVERIFY(near(series.days[56].impact, 0.5));
            QCOMPARE(series.period.articles, std::int64_t{2});
        }
        QVERIFY(!store::readDaySeries(*m_database, {"impact>=high", 60, {}}, at("2026-11-23")));
    }

    void theClockCanBeSetBack()
    {
        const std::int64_t revised = tell({"2026-11-22T12:00:00Z", "Oil & Gas", 0.5, 0.3, "Oil rises"});
        tell({"2026-11-23T12:00:00Z", "Oil & Gas", 0.6, -0.2, "Oil falls"});
        // Later it is said otherwise, and later still analysed so.
        base::Article again = store::readArticle(*m_database, revised)->article;
        again.sourceId = m_source.id;
        again.identity = "id-1";
        again.title = "Copper rises";
        again.body = "All of it is otherwise.";
        again.fingerprint = 77;
        again.received = at("2026-11-23T08:00:00Z");
        QCOMPARE(store::storeArticles(*m_database, std::vector{again})->revised, 1);
        support::AnalysedArticle one{again, support::article(m_source, 1, "", "").analysis};
        analyse(revised, one, {"", "Metals", 0.1, -0.9}, at("2026-11-23T09:00:00Z"));

        const desk::MarketMap now = week();
        QCOMPARE(now.topics.size(), std::size_t{2});

        const desk::MarketMap then = map({7, {}, {}, at("2026-11-22T18:00:00Z")});
        QVERIFY(then.last == day("2026-11-22"));
        QCOMPARE(then.topics.size(), std::size_t{1});
        QCOMPARE(then.topics[0].topic, std::string("Oil & Gas"));
        QCOMPARE(then.topics[0].period.articles, std::int64_t{1});
        QVERIFY(near(then.topics[0].days.back().sentiment, 0.3));
        QCOMPARE(map({7, "copper", {}, at("2026-11-22T18:00:00Z")}).articles, std::int64_t{0});
        QCOMPARE(map({7, "oil", {}, at("2026-11-22T18:00:00Z")}).articles, std::int64_t{1});

        // Revised, and not yet analysed again: there is no score to count.
        QVERIFY(map({7, {}, {}, at("2026-11-23T08:30:00Z")}).topics.empty());
        QVERIFY(map({7, {}, {}, at("2026-11-20T00:00:00Z")}).topics.empty());

        const desk::DaySeries series = store::readDaySeries(
            *m_database, {"oil", 60, at("2026-11-22T18:00:00Z")}, at("2026-12-01T00:00:00Z"))
                                           .value();
        QCOMPARE(series.period.articles, std::int64_t{1});
        QVERIFY(near(series.days.back().sentiment, 0.3));
    }
};

QTEST_GUILESS_MAIN(MarketMapTest)
#include "marketmap_test.moc"
