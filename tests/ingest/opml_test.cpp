// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/opml/opml.h>

#include <QTest>

class OpmlTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outlines_data();
    void outlines();
    void folders();
    void looksLike();
    void rejects_data();
    void rejects();
    void roundTrip();
    void entitiesAreNotFollowed();
};

static QByteArray wrapped(const QByteArray& body)
{
    return "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Mine &amp; yours</title></head><body>"
        + body + "</body></opml>";
}

void OpmlTest::outlines_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("usual") << QByteArray(R"(<outline type="rss" text="T" xmlUrl="https://w.example/f"/>)")
                           << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("title before text")
        << QByteArray(R"(<outline text="t" title="T" xmlUrl="https://w.example/f"/>)")
        << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("other case") << QByteArray(R"(<OUTLINE TEXT="T" XMLURL="https://w.example/f"></OUTLINE>)")
                                << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("feed scheme") << QByteArray(R"(<outline text="T" xmlUrl="feed://w.example/f"/>)")
                                 << QByteArray("http://w.example/f") << QByteArray("T");
    QTest::newRow("feed before a full address")
        << QByteArray(R"(<outline text="T" xmlUrl="feed:https://w.example/f"/>)")
        << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("url of type rss") << QByteArray(
        R"(<outline type="rss" text="T" url="https://w.example/f"/>)")
                                     << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("bare ampersand") << QByteArray(
        R"(<outline text="A & B" xmlUrl="https://w.example/f?a=1&b=2"/>)")
                                    << QByteArray("https://w.example/f?a=1&b=2") << QByteArray("A & B");
    QTest::newRow("markup in a value")
        << QByteArray(R"(<outline text="T" description="an <em>odd</em> one" xmlUrl="https://w.example/f"/>)")
        << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("never closed") << QByteArray(R"(<outline text="T" xmlUrl="https://w.example/f">)")
                                  << QByteArray("https://w.example/f") << QByteArray("T");
}

void OpmlTest::outlines()
{
    QFETCH(QByteArray, body);
    const auto list = ingest::readOpml(wrapped(body).toStdString());
    QVERIFY(list);
    QCOMPARE(list->subscriptions.size(), std::size_t(1));
    QTEST(QByteArray::fromStdString(list->subscriptions[0].url), "url");
    QTEST(QByteArray::fromStdString(list->subscriptions[0].title), "title");
    QCOMPARE(list->title, std::string("Mine & yours"));
}

void OpmlTest::folders()
{
    const auto list = ingest::readOpml(wrapped(R"(<outline text="Markets"><outline text="Metals">
        <outline text="A" xmlUrl="https://w.example/a" htmlUrl="https://w.example/"/></outline>
        <outline text="B" xmlUrl="https://w.example/b"/></outline><outline text="C" xmlUrl="https://w.example/c"/>
        <outline text="Bad" xmlUrl="|run this"/><outline type="link" text="Page" url="https://w.example/p"/>)")
                                           .toStdString());
    QVERIFY(list);
    QCOMPARE(list->subscriptions.size(), std::size_t(3));
    QCOMPARE(list->subscriptions[0].folder, (std::vector<std::string>{"Markets", "Metals"}));
    QCOMPARE(list->subscriptions[0].site, std::string("https://w.example/"));
    QCOMPARE(list->subscriptions[1].folder, std::vector<std::string>{"Markets"});
    QVERIFY(list->subscriptions[2].folder.empty());
    QCOMPARE(list->warnings, std::vector<std::string>{"not an http address: |run this"});
}

void OpmlTest::looksLike()
{
    QVERIFY(ingest::looksLikeOpml("<?xml version='1.0'?>\n<!-- x -->\n<opml version='1.1'><body/></opml>"));
    QVERIFY(ingest::looksLikeOpml("\xEF\xBB\xBF<OPML>"));
    QVERIFY(!ingest::looksLikeOpml("<rss><channel><title>About OPML</title></channel></rss>"));
    QVERIFY(
        !ingest::looksLikeOpml("<html><body><code>&lt;opml&gt;</code> and <pre><opml></pre></body></html>"));
    QVERIFY(!ingest::looksLikeOpml("opml"));
}

void OpmlTest::rejects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("not a list");
    QTest::newRow("RSS") << QByteArray("<rss version='2.0'><channel/></rss>");
}

void OpmlTest::rejects()
{
    QFETCH(QByteArray, bytes);
    const auto list = ingest::readOpml(bytes.toStdString());
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::InvalidInput);
}

void OpmlTest::roundTrip()
{
    ingest::SubscriptionList list;
    list.title = "Mine <1> & \"2\"";
    list.subscriptions
        = {{"https://w.example/a?x=1&y='2'", "A <b> & \"c\"", "https://w.example/", {"F & G", "H"}},
            {"https://w.example/b", "Übersicht", "", {"F & G"}}, {"https://w.example/c", "C", "", {}},
            {"https://w.example/d", "D", "", {"F & G", "H"}}};
    const auto again = ingest::readOpml(ingest::writeOpml(list));
    QVERIFY(again);
    QCOMPARE(again->title, list.title);
    QVERIFY(again->warnings.empty());
    QCOMPARE(again->subscriptions.size(), list.subscriptions.size());
    for (std::size_t at = 0; at < list.subscriptions.size(); ++at) {
        QCOMPARE(again->subscriptions[at].url, list.subscriptions[at].url);
        QCOMPARE(again->subscriptions[at].title, list.subscriptions[at].title);
        QCOMPARE(again->subscriptions[at].site, list.subscriptions[at].site);
        QCOMPARE(again->subscriptions[at].folder, list.subscriptions[at].folder);
    }
}

void OpmlTest::entitiesAreNotFollowed()
{
    QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE opml [<!ENTITY a0 \"lol\"><!ENTITY f SYSTEM "
                      "\"file:///etc/hostname\">";
    for (int at = 1; at < 20; ++at)
        bomb += "<!ENTITY a" + QByteArray::number(at) + " \""
            + ("&a" + QByteArray::number(at - 1) + ";").repeated(10) + "\">";
    bomb += "]><opml><body><outline text=\"x &a19;\" xmlUrl=\"https://w.example/f\"/><outline text=\"&f;\" "
            "xmlUrl=\"https://w.example/g\"/>"
            "</body></opml>";
    const auto list = ingest::readOpml(bomb.toStdString());
    std::size_t size = 0;
    if (list) {
        for (const base::Subscription& one : list->subscriptions)
            size += one.title.size();
    }
    QVERIFY2(size < 100000, "entities were expanded");
}

QTEST_GUILESS_MAIN(OpmlTest)
#include "opml_test.moc"
