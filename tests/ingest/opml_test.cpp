// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: outlinescan.cpp
#include <ingest/opml/opml.h>

#include <QElapsedTimer>
#include <QTest>

class OpmlTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outlines_data();
    void outlines();
    void folders();
    void foldersOfBrokenLists();
    void looksLike();
    void staysFast_data();
    void staysFast();
    void rejects_data();
    void rejects();
    void roundTrip();
    void folderPaths();
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
    QTest::newRow("quotes in a value") << QByteArray(
        R"(<outline text="T" about="an <em class="x">odd</em> "one" at W" xmlUrl="https://w.example/f"/>)")
                                       << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("a quote never closed") << QByteArray(R"(<outline text="T xmlUrl="https://w.example/f"/>)")
                                          << QByteArray("https://w.example/f") << QByteArray("T");
    QTest::newRow("no quotes") << QByteArray("<outline text=T xmlUrl=https://w.example/f?a=1&amp;b=2/>")
                               << QByteArray("https://w.example/f?a=1&b=2") << QByteArray("T");
    QTest::newRow("another end tag") << QByteArray(
        R"(<outline text="T" xmlUrl="https://w.example/f"/></folder>)")
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
    QCOMPARE(list->leftOut, std::vector<std::string>{"not an http address: |run this"});
}

void OpmlTest::foldersOfBrokenLists()
{
    const auto list = ingest::readOpml(R"(<opml><body><outline text="Markets & more"><outline text="A"
        xmlUrl="https://w.example/a"></outline><outline text="B" xmlUrl="https://w.example/b"><outline text="Metals">
        <outline text="C" xmlUrl="https://w.example/c"/></outline></outline><outline text="D" xmlUrl=
        "https://w.example/d"/><outline text="E" xmlUrl="https://w.exa)");
    QVERIFY(list);
    QCOMPARE(list->subscriptions.size(), std::size_t(5));
    const std::vector<std::string> markets{"Markets & more"};
    QCOMPARE(list->subscriptions[0].folder, markets);
    QCOMPARE(list->subscriptions[1].folder, markets);
    QCOMPARE(list->subscriptions[2].folder, (std::vector<std::string>{"Markets & more", "Metals"}));
    QVERIFY(list->subscriptions[3].folder.empty());
    QVERIFY(!list->warnings.empty());
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
        = {{"https://w.example/a?x=1&lt;=3&y='2'", "A <b> & \"c\"", "https://w.example/", {"F & G", "H"}},
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

void OpmlTest::folderPaths()
{
    const std::vector<std::string> names{"News/Markets", "A\\B", "C"};
    QCOMPARE(ingest::joinFolder(names), std::string("News\\/Markets/A\\\\B/C"));
    QCOMPARE(ingest::splitFolder(ingest::joinFolder(names)), names);
    QVERIFY(ingest::splitFolder({}).empty());
    QCOMPARE(ingest::splitFolder("/A//B/"), (std::vector<std::string>{"A", "B"}));
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

void OpmlTest::staysFast_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char* piece : {"<outline text=\"A", "<outline>", "<outline a=\"b\" xmlUrl=\"", "<!--",
             "</outline>", "<outline x= y= \"", "\" xmlurl=\"", " q=\"z"})
        QTest::newRow(piece) << QByteArray(piece);
}

void OpmlTest::staysFast()
{
    QFETCH(QByteArray, piece);
    const std::string bytes = "<opml><body><outline text=\"" + piece.repeated(200'000).toStdString();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(ingest::readOpml(bytes));
    // Milliseconds where it is linear, hours where it is not.
    QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()));
}

QTEST_GUILESS_MAIN(OpmlTest)
#include "opml_test.moc"
