// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: distinction.cpp
#include <ingest/feeds/feedparser.h>
#include <ingest/normalise.h>

#include <QTest>

#include <set>

class DistinctionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsEntriesApart_data();
    void tellsEntriesApart();
    void anIdOfItsOwnIsEnough();
};

static std::set<std::string> identities(const QByteArray& items)
{
    const base::Result<base::ParsedFeed> feed
        = ingest::parseFeed(("<rss version='2.0'><channel>" + items + "</channel></rss>").toStdString(), {});
    std::set<std::string> found;
    if (feed) {
        for (const base::FeedEntry& entry : feed->entries)
            found.insert(ingest::normalise(entry, feed->feed, base::fromUnix(1795527845)).identity);
    }
    return found;
}

void DistinctionTest::tellsEntriesApart_data()
{
    QTest::addColumn<QByteArray>("items");
    QTest::addColumn<int>("articles");
    QTest::newRow("one id, two addresses")
        << QByteArray("<item><guid>a</guid><title>A</title><link>http://n.example/1</link></item>"
                      "<item><guid>a</guid><title>A</title><link>http://n.example/2</link></item>")
        << 2;
    QTest::newRow("one id and address, two titles")
        << QByteArray("<item><guid>a</guid><title>A</title><link>http://n.example/</link></item>"
                      "<item><guid>a</guid><title>B</title><link>http://n.example/</link></item>")
        << 2;
    QTest::newRow("no id, one address, two titles")
        << QByteArray("<item><title>A</title><link>http://n.example/</link></item>"
                      "<item><title>B</title><link>http://n.example/</link></item>")
        << 2;
    QTest::newRow("addresses and titles mixed")
        << QByteArray("<item><guid>a</guid><title>A</title><link>http://n.example/1</link></item>"
                      "<item><guid>a</guid><title>B</title><link>http://n.example/1</link></item>"
                      "<item><guid>a</guid><title>A</title><link>http://n.example/2</link></item>")
        << 3;
    QTest::newRow("no titles, two texts")
        << QByteArray("<item><guid>a</guid><description>Copper slips</description></item>"
                      "<item><guid>a</guid><description>Tin is up</description></item>")
        << 2;
    QTest::newRow("the same twice") << QByteArray(
        "<item><guid>a</guid><title>A</title></item><item><guid>a</guid><title>A</title></item>")
                                    << 1;
    QTest::newRow("nothing but texts") << QByteArray("<item><description>Copper slips</description></item>"
                                                     "<item><description>Tin is up</description></item>")
                                       << 2;
}

void DistinctionTest::tellsEntriesApart()
{
    QFETCH(QByteArray, items);
    QFETCH(int, articles);
    QCOMPARE(int(identities(items).size()), articles);
}

void DistinctionTest::anIdOfItsOwnIsEnough()
{
    // With an id of its own an entry stays the same article whatever its address and title become.
    QCOMPARE(identities("<item><guid>a</guid><title>A</title><link>http://n.example/1</link></item>"),
        identities("<item><guid>a</guid><title>B</title><link>http://n.example/2</link></item>"));
}

QTEST_GUILESS_MAIN(DistinctionTest)
#include "distinction_test.moc"
