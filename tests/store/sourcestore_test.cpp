// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <store/sourcestore.h>

#include <QTemporaryDir>
#include <QTest>

#include <support/teststore.h>

#include <set>

class SourceStoreTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    base::Source m_feed;
    int m_number = 0;

    static base::Instant at(std::int64_t seconds) { return base::fromUnix(1795000000 + seconds); }

    store::StoredArrival put(const base::Source& source, int articles, base::FetchRecord record)
    {
        store::Arrival arrival;
        arrival.source = source;
        for (int i = 0; i < articles; ++i)
            arrival.articles.push_back(support::article(source, i, "Title", "Body").article);
        arrival.fetch = std::move(record);
        std::vector<store::Arrival> list{std::move(arrival)};
        return store::storeArrivals(*m_database, list).value().front();
    }

private Q_SLOTS:
    void init()
    {
        m_database = support::openStore(
            m_folder.filePath(QStringLiteral("s%1.sqlite").arg(++m_number)).toStdString());
        m_feed = {};
        m_feed.url = "https://wire.example/feed";
        m_feed = store::ensureSource(*m_database, m_feed).value();
    }

    void aFetchUpdatesTheSourceAndItsLog()
    {
        base::Source source = m_feed;
        source.title = "Wire";
        source.etag = "\"1\"";
        source.lastFetched = source.lastSucceeded = at(0);
        source.nextFetch = at(3600);
        source.intervalMinutes = 45;
        source.ttlMinutes = 30;
        source.skipHours = 1U << 23U;
        source.skipDays = 65;
        source.contentHash = 0xFFFFFFFFFFFFFFFFU;
        const store::StoredArrival stored = put(source, 2, {at(0), 200, 1234, 56, 0, 0, ""});
        QCOMPARE(stored.batch.added, 2);
        const base::Source again = store::ensureSource(*m_database, m_feed).value();
        QCOMPARE(again.title, std::string("Wire"));
        QCOMPARE(again.etag, source.etag);
        QCOMPARE(again.nextFetch, source.nextFetch);
        QCOMPARE(again.intervalMinutes, 45);
        QCOMPARE(again.ttlMinutes, 30);
        QCOMPARE(again.skipHours, source.skipHours);
        QCOMPARE(again.skipDays, source.skipDays);
        QCOMPARE(again.contentHash, source.contentHash);
        const auto log = store::readFetchLog(*m_database, again.id, 10).value();
        QCOMPARE(log.size(), std::size_t{1});
        QCOMPARE(log.front().bytes, 1234);
        QCOMPARE(log.front().added, 2);
        QCOMPARE(log.front().status, 200);
    }

    void theLogIsBoundedNewestFirst()
    {
        for (int i = 0; i < 130; ++i)
            put(m_feed, 0, {at(i), 304, 0, 1, 0, 0, "line " + std::to_string(i)});
        const auto log = store::readFetchLog(*m_database, m_feed.id, 1000).value();
        QCOMPARE(log.size(), std::size_t{100});
        QCOMPARE(log.front().message, std::string("line 129"));
        QCOMPARE(log.back().message, std::string("line 30"));
    }

    void aMovedFeedKeepsItsArticles()
    {
        put(m_feed, 3, {at(0), 200, 1, 1, 0, 0, ""});
        base::Source moved = m_feed;
        moved.url = "https://new.example/feed";
        put(moved, 0, {at(1), 200, 1, 1, 0, 0, "moved"});
        const auto sources = store::readSources(*m_database).value();
        QCOMPARE(sources.size(), std::size_t{1});
        QCOMPARE(sources.front().url, moved.url);
        QCOMPARE(store::readSourceHealth(*m_database, at(10))->front().articles, 3);
    }

    void aFeedListedTwiceIsOneSourceAndKeepsBothPlaces()
    {
        const auto listed = [](const char* title, const char* folder) {
            base::Source source;
            source.url = "https://twice.example/feed";
            source.title = title;
            source.folder = folder;
            return source;
        };
        const std::vector<base::Source> list{listed("Wire", "Rates"), listed("Wire", "Rates"),
            listed("Wire", "Oil"), listed("The wire", "Rates")};
        const auto stored = store::ensureSources(*m_database, list).value();
        QVERIFY(store::ensureSources(*m_database, list)); // a list that is read again changes nothing
        std::set<std::pair<std::string, std::string>> places;
        int count = 0;
        const auto listings = store::readListings(*m_database).value();
        for (const base::Source& source : listings) {
            if (source.url != list.front().url)
                continue;
            ++count;
            places.emplace(source.title, source.folder);
            QCOMPARE(source.id, stored.front().id);
        }
        QCOMPARE(count, 3);
        QCOMPARE(places,
            (std::set<std::pair<std::string, std::string>>{
                {"Wire", "Rates"}, {"Wire", "Oil"}, {"The wire", "Rates"}}));
        QCOMPARE(store::readSources(*m_database)->size(), std::size_t{2});
        QVERIFY(store::removeFeed(*m_database, stored.front().id));
        QCOMPARE(store::readListings(*m_database)->size(), std::size_t{2}); // no places are left of it
    }

    void aMoveOntoAnotherSubscriptionKeepsBoth()
    {
        base::Source other;
        other.url = "https://new.example/feed";
        QVERIFY(store::ensureSource(*m_database, other));
        base::Source moved = m_feed;
        moved.url = other.url;
        put(moved, 1, {at(1), 200, 1, 1, 0, 0, "moved"});
        const auto sources = store::readSources(*m_database).value();
        QCOMPARE(sources.size(), std::size_t{2});
        QVERIFY(sources[0].url != sources[1].url);
    }

    void healthCountsByWeek()
    {
        put(m_feed, 14, {at(0), 200, 1, 1, 0, 0, ""}); // received from 100 s on, within one week
        const auto health = store::readSourceHealth(*m_database, at(7 * 86400)).value();
        QCOMPARE(health.size(), std::size_t{1});
        QCOMPARE(health.front().articles, 14);
        QVERIFY(health.front().perWeek > 13.9 && health.front().perWeek < 14.1);
        QVERIFY(!health.front().failing());
        const auto later = store::readSourceHealth(*m_database, at(60 * 86400)).value();
        QCOMPARE(later.front().perWeek, 0.0);
    }

    void aRetryMakesDueAndAGoneFeedIsAskedAgain()
    {
        base::Source source = m_feed;
        source.gone = true;
        source.failures = 1;
        source.lastError = "the server says that it is gone for good";
        source.nextFetch = at(86400);
        put(source, 0, {at(0), 410, 0, 1, 0, 0, source.lastError});
        QVERIFY(store::readSourceHealth(*m_database, at(10))->front().failing());
        QVERIFY(store::makeDue(*m_database, m_feed.id));
        const base::Source due = store::ensureSource(*m_database, m_feed).value();
        QVERIFY(!due.gone);
        QVERIFY(!due.nextFetch);
        QVERIFY(store::makeDue(*m_database, 999).error().code == base::ErrorCode::NotFound);
    }

    void whatTheAnalystSetsStays()
    {
        base::Source changed = m_feed;
        changed.title = "My wire";
        changed.folder = "Rates/Europe";
        changed.fullText = true;
        QVERIFY(store::changeSource(*m_database, changed));
        base::Source fetched = m_feed;
        fetched.title = "What the feed calls itself";
        put(fetched, 0, {at(0), 200, 1, 1, 0, 0, ""});
        const base::Source again = store::ensureSource(*m_database, m_feed).value();
        QCOMPARE(again.title, std::string("My wire"));
        QCOMPARE(again.folder, std::string("Rates/Europe"));
        QVERIFY(again.fullText);
    }

    void newAndChangedOnes()
    {
        put(m_feed, 2, {at(0), 200, 1, 1, 0, 0, ""});
        std::vector<base::Article> articles;
        for (const int number : {0, 7, 1})
            articles.push_back(support::article(m_feed, number, "Title", "Body").article);
        articles.push_back(support::article(m_feed, 1, "Title", "Another body").article);
        QCOMPARE(
            store::newOrChanged(*m_database, m_feed.id, articles).value(), (std::vector<std::size_t>{1, 3}));
    }

    void aFileIsReadAgainWhenItChanged()
    {
        const base::WatchedFile file{"/news/a.html", 1795000000, 1234};
        QCOMPARE(store::unreadFiles(*m_database, {file})->size(), std::size_t{1});
        store::Arrival arrival;
        arrival.source = m_feed;
        arrival.file = file;
        std::vector<store::Arrival> list{std::move(arrival)};
        QVERIFY(store::storeArrivals(*m_database, list));
        QVERIFY(store::unreadFiles(*m_database, {file})->empty());
        const base::WatchedFile longer{file.path, file.modified, 1300};
        const base::WatchedFile later{file.path, file.modified + 1, 1234};
        QCOMPARE(store::unreadFiles(*m_database, {longer, file, later})->size(), std::size_t{2});
    }

    void columnsAreRemembered()
    {
        QVERIFY(store::saveTableMapping(*m_database, "a|b", "title=0"));
        QVERIFY(store::saveTableMapping(*m_database, "a|b", "title=1"));
        QVERIFY(store::saveTableMapping(*m_database, "c", "body=0"));
        const store::TableMappings mappings = store::readTableMappings(*m_database).value();
        QCOMPARE(mappings, (store::TableMappings{{"a|b", "title=1"}, {"c", "body=0"}}));
    }

    void removingKeepsTheArticles()
    {
        put(m_feed, 2, {at(0), 200, 1, 1, 0, 0, ""});
        QVERIFY(store::removeFeed(*m_database, m_feed.id));
        QVERIFY(!store::removeFeed(*m_database, m_feed.id));
        QCOMPARE(support::page(*m_database, "").total, 2);
    }
};

QTEST_GUILESS_MAIN(SourceStoreTest)
#include "sourcestore_test.moc"
