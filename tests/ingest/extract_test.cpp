// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: blocks.cpp byline.cpp metadata.cpp pagefacts.cpp pagetree.cpp
#include <ingest/pages/extract.h>

#include <QTest>

class ExtractTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bodyWithoutItsSurroundings_data();
    void bodyWithoutItsSurroundings();
    void titles_data();
    void titles();
    void authorsAndDates_data();
    void authorsAndDates();
    void addressAndSite();
    void dayInTheAddress_data();
    void dayInTheAddress();
    void pageDrawnByScripts();
    void oddPages_data();
    void oddPages();
    void rejects_data();
    void rejects();
};

static const char* const First = "Copper fell to its lowest price since March on Monday, after stocks in "
                                 "exchange warehouses rose again.";
static const char* const Second = "Traders said the demand of builders, who use about a third of the metal, "
                                  "was weaker than they had thought.";
static const char* const Third
    = "Mining companies led the decline in London, where the sector's index lost two percent by the close.";

static QByteArray paragraphs(const QByteArray& between = {})
{
    return QByteArray("<p>") + First + "</p>" + between + "<p>" + Second + "</p><p>" + Third + "</p>";
}

static ingest::ExtractedPage extracted(const QByteArray& html)
{
    const auto page
        = ingest::extractPage(html.toStdString(), "https://w.example/a/b.html", "text/html; charset=utf-8");
    return page ? *page : ingest::ExtractedPage{};
}

void ExtractTest::bodyWithoutItsSurroundings_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray links = "<ul><li><a href=/1>Markets</a></li><li><a href=/2>Economy and "
                             "politics</a></li><li><a href=/3>Opinion</a></li></ul>";
    const QByteArray other = "<p>Noise that a reader of the article, who came for copper alone, would rather "
                             "never have to see in it at all.</p>";
    QTest::newRow("nothing around") << paragraphs();
    QTest::newRow("article") << "<article>" + paragraphs() + "</article>";
    QTest::newRow("nav and footer") << "<nav>" + links + "</nav><div>" + paragraphs() + "</div><footer>"
            + other + "</footer>";
    QTest::newRow("aside inside") << "<article>" + paragraphs("<aside>" + other + "</aside>") + "</article>";
    QTest::newRow("share list inside") << "<div class=story>"
            + paragraphs("<ul class=share-tools><li>Share this</li><li>Print it</li></ul>") + "</div>";
    QTest::newRow("comments") << "<div id=content>" + paragraphs() + "</div><section id=comments>"
            + other.repeated(8) + "</section>";
    QTest::newRow("related links inside") << "<div>" + paragraphs(links) + "</div>";
    QTest::newRow("sidebar of text") << "<div class=sidebar>" + other.repeated(6) + "</div><div class=main>"
            + paragraphs() + "</div>";
    QTest::newRow("newsletter box") << "<article>"
            + paragraphs("<div class=newsletter-signup>" + other + "</div>") + "</article>";
    QTest::newRow("script and style")
        << "<div>" + paragraphs("<script>var a = '<p>x</p>';</script><style>p{}</style>") + "</div>";
    QTest::newRow("hidden") << "<div>" + paragraphs("<div style='display: none'>" + other + "</div>")
            + "</div>";
    QTest::newRow("breaks instead of paragraphs")
        << QByteArray("<div class=text>") + First + "<br><br>" + Second + "<br><br>" + Third + "</div>";
    QTest::newRow("blocks instead of paragraphs")
        << QByteArray("<div><div>") + First + "</div><div>" + Second + "</div><div>" + Third + "</div></div>";
    QTest::newRow("wrapped one by one") << QByteArray("<main><div><p>") + First + "</p></div><div><p>"
            + Second + "</p></div><div><p>" + Third + "</p></div></main>";
}

void ExtractTest::bodyWithoutItsSurroundings()
{
    QFETCH(QByteArray, body);
    const ingest::ExtractedPage page
        = extracted("<html><head><title>Copper slips</title></head><body><h1>Copper slips</h1>" + body
            + "</body></html>");
    QCOMPARE(QByteArray::fromStdString(page.text), QByteArray(First) + "\n\n" + Second + "\n\n" + Third);
    QCOMPARE(page.title, std::string("Copper slips"));
    QCOMPARE(page.language, std::string("en"));
}

void ExtractTest::titles_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("heading");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("linked data first")
        << QByteArray("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Copper "
                      "&amp; tin\"}</script>"
                      "<meta property='og:title' content='Other'><title>Third</title>")
        << QByteArray() << QByteArray("Copper & tin");
    QTest::newRow("graph") << QByteArray(
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"W\"},"
        "{\"@type\":[\"Article\"],\"headline\":\"Copper\"}]}</script>")
                           << QByteArray() << QByteArray("Copper");
    QTest::newRow("meta") << QByteArray("<meta property='og:title' content='Copper slips'><title>W</title>")
                          << QByteArray() << QByteArray("Copper slips");
    QTest::newRow("site after a bar")
        << QByteArray("<title>Copper slips | Wire</title>") << QByteArray() << QByteArray("Copper slips");
    QTest::newRow("heading inside the title") << QByteArray("<title>Copper - tin - Wire</title>")
                                              << QByteArray("Copper - tin") << QByteArray("Copper - tin");
    QTest::newRow("heading alone") << QByteArray() << QByteArray("Copper slips")
                                   << QByteArray("Copper slips");
    QTest::newRow("site in front") << QByteArray(
        "<meta property='og:site_name' content='Wire'><title>Wire - Copper slips again</title>")
                                   << QByteArray() << QByteArray("Copper slips again");
    QTest::newRow("title names the site alone")
        << QByteArray("<meta property='og:site_name' content='Wire'><title>Wire</title>")
        << QByteArray("Copper slips again") << QByteArray("Copper slips again");
    QTest::newRow("title cut short") << QByteArray(
        "<meta property='og:title' content='Copper slips again as...'>")
                                     << QByteArray("Copper slips again as stocks rise")
                                     << QByteArray("Copper slips again as stocks rise");
    QTest::newRow("a dash of the headline") << QByteArray("<title>Copper slips - again</title>")
                                            << QByteArray() << QByteArray("Copper slips - again");
    QTest::newRow("broken linked data")
        << QByteArray("<script type='application/ld+json'>{\"@type\":</script><title>Copper</title>")
        << QByteArray() << QByteArray("Copper");
}

void ExtractTest::titles()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, heading);
    const QByteArray h1 = heading.isEmpty() ? QByteArray() : "<h1>" + heading + "</h1>";
    QTEST(
        QByteArray::fromStdString(
            extracted("<html><head>" + head + "</head><body>" + h1 + paragraphs() + "</body></html>").title),
        "title");
}

void ExtractTest::authorsAndDates_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QByteArray>("published");
    QTest::newRow("linked data") << QByteArray(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann "
        "Lee\"},{\"name\":\"Bo Day\"}],"
        "\"datePublished\":\"2026-11-23T13:44:00+02:00\"}</script>")
                                 << QByteArray() << QByteArray("Ann Lee, Bo Day")
                                 << QByteArray("2026-11-23T11:44:00Z");
    QTest::newRow("meta") << QByteArray(
        "<meta name=author content='By Ann Lee'><meta property='article:published_time' "
        "content='2026-11-23T13:44:00Z'>")
                          << QByteArray() << QByteArray("Ann Lee") << QByteArray("2026-11-23T13:44:00Z");
    QTest::newRow("markup")
        << QByteArray()
        << QByteArray("<span class=byline>by Ann Lee</span><time datetime='2026-11-23'>Monday</time>")
        << QByteArray("Ann Lee") << QByteArray("2026-11-23T00:00:00Z");
    QTest::newRow("rel author") << QByteArray() << QByteArray("<a rel=author href=/a>Ann Lee</a>")
                                << QByteArray("Ann Lee") << QByteArray();
    QTest::newRow("one line for both")
        << QByteArray()
        << QByteArray("<div class=article-byline>By Ann Lee and Bo Day | Monday, 23 November 2026</div>")
        << QByteArray("Ann Lee and Bo Day") << QByteArray("2026-11-23T00:00:00Z");
    QTest::newRow("numeric day") << QByteArray() << QByteArray("<p class=post-date>Stand: 23.11.2026</p>")
                                 << QByteArray() << QByteArray("2026-11-23T00:00:00Z");
    QTest::newRow("a label is no name")
        << QByteArray() << QByteArray("<span class=author>Posted on</span><a rel=author href=/a>Ann Lee</a>")
        << QByteArray("Ann Lee") << QByteArray();
    QTest::newRow("writers of comments do not count")
        << QByteArray() << QByteArray("<div class=comment-author>troll77</div>") << QByteArray()
        << QByteArray();
    QTest::newRow("an address is no name")
        << QByteArray("<meta property='article:author' content='https://social.example/ann'>") << QByteArray()
        << QByteArray() << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray() << QByteArray();
}

void ExtractTest::authorsAndDates()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    const ingest::ExtractedPage page = extracted("<html><head><title>T</title>" + head + "</head><body>"
        + body + "<div>" + paragraphs() + "</div></body></html>");
    QTEST(QByteArray::fromStdString(page.author), "author");
    QTEST(
        page.published ? QByteArray::fromStdString(base::toIso(*page.published)) : QByteArray(), "published");
}

void ExtractTest::addressAndSite()
{
    const ingest::ExtractedPage page
        = extracted("<html><head><link rel=canonical href='/a/c.html'><meta property='og:site_name' "
                    "content='Wire'></head><body>"
            + paragraphs() + "</body></html>");
    QCOMPARE(page.canonicalUrl, std::string("https://w.example/a/c.html"));
    QCOMPARE(page.siteName, std::string("Wire"));
    QVERIFY(extracted("<html><head><link rel=canonical href='javascript:alert(1)'></head><body>"
        + paragraphs() + "</body></html>")
                .canonicalUrl.empty());
}

void ExtractTest::dayInTheAddress_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("published");
    QTest::newRow("folders") << QByteArray("https://w.example/news/2026/11/23/copper.html")
                             << QByteArray("2026-11-23T00:00:00Z");
    QTest::newRow("name") << QByteArray("https://w.example/copper-2026-11-23")
                          << QByteArray("2026-11-23T00:00:00Z");
    QTest::newRow("no such month") << QByteArray("https://w.example/2026/13/23/copper") << QByteArray();
    QTest::newRow("no such day") << QByteArray("https://w.example/2026/02/30/copper") << QByteArray();
    QTest::newRow("part of a number") << QByteArray("https://w.example/12026-11-230") << QByteArray();
    QTest::newRow("short") << QByteArray("https://w.example/2026") << QByteArray();
}

void ExtractTest::dayInTheAddress()
{
    QFETCH(QByteArray, url);
    const auto page = ingest::extractPage(
        ("<html><body>" + paragraphs() + "</body></html>").toStdString(), url.toStdString(), {});
    QVERIFY(page);
    QTEST(page->published ? QByteArray::fromStdString(base::toIso(*page->published)) : QByteArray(),
        "published");
}

void ExtractTest::pageDrawnByScripts()
{
    const QByteArray text = QByteArray(First) + "\\n\\n" + Second;
    const ingest::ExtractedPage page = extracted(
        "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"T\","
        "\"articleBody\":\""
        + text + "\"}</script></head><body><div id=app>Loading</div></body></html>");
    QCOMPARE(QByteArray::fromStdString(page.text), QByteArray(First) + "\n\n" + Second);
}

void ExtractTest::oddPages_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("needle");
    QTest::newRow("short body") << QByteArray("<html><body><p>Rates held.</p></body></html>")
                                << QByteArray("Rates held.");
    QTest::newRow("no html tag") << QByteArray("<p>Rates held on Monday.")
                                 << QByteArray("Rates held on Monday.");
    QTest::newRow("deep") << QByteArray("<div>").repeated(5000) + paragraphs() << QByteArray();
    QTest::newRow("old encoding") << QByteArray("<html><head><meta charset=iso-8859-1></head><body><p>Gro\xDF"
                                                "e Banken und kleine.</p></body></html>")
                                  << QByteArray("Große Banken");
}

void ExtractTest::oddPages()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, needle);
    const auto page = ingest::extractPage(html.toStdString(), {}, {});
    if (!needle.isEmpty()) {
        QVERIFY(page);
        QVERIFY2(QByteArray::fromStdString(page->text).contains(needle), page->text.c_str());
    } else if (page) {
        QVERIFY(page->text.size() <= static_cast<std::size_t>(html.size()));
    }
}

void ExtractTest::rejects_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no words") << QByteArray(
        "<html><head><script>a()</script></head><body><div></div></body></html>");
}

void ExtractTest::rejects()
{
    QFETCH(QByteArray, html);
    const auto page = ingest::extractPage(html.toStdString(), {}, {});
    QVERIFY(!page);
    QCOMPARE(page.error().code, base::ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(ExtractTest)
#include "extract_test.moc"
