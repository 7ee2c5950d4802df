// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/pages/discover.h>

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

class DiscoverTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void tellsTitleAndType();
    void findsWhatOthersFind();
    void staysFast_data();
    void staysFast();
};

void DiscoverTest::finds_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("urls");
    const auto row = [](const char* name, const char* html, const char* urls) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(urls);
    };
    row("RSS", "<link rel=alternate type=application/rss+xml href=/f>", "http://n.example/f");
    row("Atom, in capitals", "<LINK REL=' ALTERNATE' TYPE='Application/Atom+XML; charset=x' HREF=' f '>",
        "http://n.example/p/f");
    row("JSON Feed", "<link rel='alternate' type='application/feed+json' href='http://m.example/f'>",
        "http://m.example/f");
    row("of many words", "<link rel='home alternate' type='application/rss+xml' href='f'>",
        "http://n.example/p/f");
    row("references in values",
        "<link rel='&#97;lternate' type='application/rss&#43;xml' href='f?a=1&amp;b=2'>",
        "http://n.example/p/f?a=1&b=2");
    row("rel=feed without a type", "<link rel=feed href=f>", "http://n.example/p/f");
    row("XML that speaks of a feed",
        "<link rel=alternate type=text/xml href=a.xml><link rel=alternate type=text/xml href=feed.xml>",
        "http://n.example/p/feed.xml");
    row("not a feed",
        "<link rel=stylesheet type=application/rss+xml href=a><link rel=alternate type=text/html href=b>"
        "<link rel='alternate stylesheet' type=text/css href=c><link rel=alternates type=application/rss+xml "
        "href=d>",
        "");
    row("the base before it", "<base href=http://m.example/x/><link rel=feed href=f>",
        "http://m.example/x/f");
    row("the base after it", "<link rel=feed href=f><base href=http://m.example/x/>", "http://n.example/p/f");
    row("comments last",
        "<link rel=alternate type=application/rss+xml title='Comments' href=c><link rel=alternate "
        "type=application/rss+xml href=f>",
        "http://n.example/p/f http://n.example/p/c");
    row("each once", "<link rel=feed href=f><link rel=feed href=./f>", "http://n.example/p/f");
    row("in the body", "<body><p>x<link rel=feed href=f></p>", "http://n.example/p/f");
    row("a link of the page", "<a href=/about>About</a><a href=/rss/>News</a><a href='/x.xml'>No</a>",
        "http://n.example/rss/");
    row("the scheme of readers", "<a href='feed://m.example/f'>A</a><a href='feed:https://m.example/g'>B</a>",
        "http://m.example/f https://m.example/g");
    row("declared before links", "<a href=/rss>A</a><link rel=feed href=f>", "http://n.example/p/f");
    row("nowhere to go", "<link rel=feed href='javascript:x()'><link rel=feed href=''><a href='data:x/feed'>",
        "");
    row("no page", "", "");
}

void DiscoverTest::finds()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, urls);
    QByteArrayList found;
    for (const ingest::DiscoveredFeed& feed :
        ingest::discoverFeeds(html.toStdString(), "http://n.example/p/index.html"))
        found.push_back(QByteArray::fromStdString(feed.url));
    QCOMPARE(found.join(' '), urls);
}

void DiscoverTest::tellsTitleAndType()
{
    const std::vector<ingest::DiscoveredFeed> declared = ingest::discoverFeeds(
        "<link rel=alternate title=' Metals\n&amp; more ' type='Application/RSS+XML' href=f>",
        "http://n.example/");
    QCOMPARE(declared.size(), std::size_t(1));
    QCOMPARE(declared[0].title, std::string("Metals & more"));
    QCOMPARE(declared[0].type, std::string("application/rss+xml"));
    const std::vector<ingest::DiscoveredFeed> linked
        = ingest::discoverFeeds("<a href='/a.rss'>Our <b>feed</b></a>", "http://n.example/");
    QCOMPARE(linked.size(), std::size_t(1));
    QCOMPARE(linked[0].title, std::string("Our feed"));
    QVERIFY(linked[0].type.empty());
}

void DiscoverTest::findsWhatOthersFind()
{
    const QString folder = QStringLiteral(LEADLINE_SHARED "/suites/");
    QFile cases(folder + QStringLiteral("autodiscovery/cases.jsonl"));
    if (!cases.open(QIODevice::ReadOnly))
        QSKIP("shared suites are not here");
    int count = 0;
    while (!cases.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(cases.readLine()).object();
        QFile page(folder + row[QStringLiteral("file")].toString());
        QVERIFY(page.open(QIODevice::ReadOnly));
        const std::vector<ingest::DiscoveredFeed> feeds = ingest::discoverFeeds(
            page.readAll().toStdString(), row[QStringLiteral("page_url")].toString().toStdString());
        QVERIFY2(!feeds.empty(), qPrintable(page.fileName()));
        QVERIFY2(QString::fromStdString(feeds[0].url)
                     .endsWith(u'/' + row[QStringLiteral("expected_feed_basename")].toString()),
            feeds[0].url.c_str());
        ++count;
    }
    QVERIFY(count > 20);
}

void DiscoverTest::staysFast_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char* piece :
        {"<div>", "<link rel=feed href=f>", "<a href=/feed>", "<link rel='", "<base href=x>"})
        QTest::newRow(piece) << QByteArray(piece);
}

void DiscoverTest::staysFast()
{
    QFETCH(QByteArray, piece);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(ingest::discoverFeeds(piece.repeated(100'000).toStdString(), "http://n.example/").size() <= 50);
    QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()));
}

QTEST_GUILESS_MAIN(DiscoverTest)
#include "discover_test.moc"
