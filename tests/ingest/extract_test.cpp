// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: blocks.cpp byline.cpp metadata.cpp pagefacts.cpp pagetree.cpp
#include <ingest/pages/extract.h>

#include <QElapsedTimer>
#include <QTest>

class ExtractTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bodyWithoutItsSurroundings_data();
    void bodyWithoutItsSurroundings();
    void partsOfTheArticle_data();
    void partsOfTheArticle();
    void noArticle_data();
    void noArticle();
    void encodings_data();
    void encodings();
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
    void hugePages_data();
    void hugePages();
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

void ExtractTest::partsOfTheArticle_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("with");
    QTest::addColumn<QByteArrayList>("without");
    const QByteArray text = paragraphs();
    const QByteArray other
        = "Noise that a reader of the article, who came for copper alone, would never want.";
    const QByteArrayList all{First, Second, Third};
    const QByteArrayList noise{"Noise"};
    const auto box = [&](const char* opening) { return QByteArray(opening) + "<p>" + other + "</p></div>"; };
    QTest::newRow("author box") << "<article>" + text + box("<div class='post-author'>") + "</article>" << all
                                << noise;
    QTest::newRow("hidden") << "<article>" + text + box("<div hidden>") + "</article>" << all << noise;
    QTest::newRow("invisible") << "<article>" + text + box("<div style='visibility: hidden'>") + "</article>"
                               << all << noise;
    QTest::newRow("next and previous")
        << "<article>" + text + box("<div class='prev-next'>") + "</article>" << all << noise;
    QTest::newRow("a column without its neighbour")
        << "<div class='no-sidebar'>" + text + "</div>" + box("<div class=sidebar>") << all << noise;
    QTest::newRow("a layout is no sidebar")
        << "<div class='fixed-sidebar-layout'>" + text + "</div>" << all << QByteArrayList();
    QTest::newRow("an anchor of words is no name") << "<article><div id='sharing-the-road-with-carts'>" + text
            + "</div></article>" << all << QByteArrayList();
    QTest::newRow("a label is hidden, not the field")
        << "<div class='body field label-hidden'>" + text + "</div>" << all << QByteArrayList();
    QTest::newRow("comment form") << "<div>" + text + "</div><div id=respond><form class='comment-form'><p>"
            + other + "</p><textarea></textarea></form></div>"
                                  << all << noise;
    QTest::newRow("quoted post") << "<article>"
            + paragraphs("<blockquote class='twitter-tweet'><p>Copper is cheap "
                         "again, and nobody in this town buys it.</p></blockquote>")
            + "</article>" << all + QByteArrayList{"nobody in this town"}
                                 << QByteArrayList();
    QTest::newRow("opening above the body")
        << QByteArray(
               "<div><h1>Copper slips</h1><p class=lead>Stocks rise, builders buy less, and the mines wait "
               "for better days.</p><div class='article-body'>")
            + text + "</div></div>"
        << all + QByteArrayList{"better days"} << QByteArrayList();
    QTest::newRow("several parts of one body") << QByteArray("<div itemprop=articleBody><div><div><p>")
            + First + "</p></div></div><h2>Builders</h2><div><div><p>" + Second + "</p></div></div><div><p>"
            + Third + "</p></div></div><div><p>" + other + "</p></div>"
                                               << all + QByteArrayList{"Builders"} << noise;
    QTest::newRow("list and table") << "<article>"
            + paragraphs(
                "<ul><li>Copper fell</li><li>Tin rose</li></ul><table><tr><td>Lead</td><td>2,000</td></tr>"
                "</table>")
            + "</article>" << all + QByteArrayList{"Copper fell\n\nTin rose", "Lead", "2,000"}
                                    << QByteArrayList();
    QTest::newRow("teasers inside") << "<article>" + text
            + QByteArray("<div class=c><h3><a href=/1>Noise about tin</a></h3><p>Noise below.</p></div>")
                  .repeated(4)
            + "</article>" << all << noise;
    QTest::newRow("soft hyphens") << "<article>"
            + paragraphs("<p>Ware\xC2\xADhouses of the ex\xC2\xAD"
                         "change are full of the metal.</p>")
            + "</article>" << all + QByteArrayList{"Warehouses of the exchange are full"}
                                  << QByteArrayList();
    QTest::newRow("a passage said twice")
        << "<article>" + paragraphs(QByteArray("<p>") + First + "</p>") + "</article>"
        << QByteArrayList{QByteArray(First) + "\n\n" + First} << QByteArrayList();
}

void ExtractTest::partsOfTheArticle()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, with);
    QFETCH(QByteArrayList, without);
    const QByteArray text = QByteArray::fromStdString(
        extracted("<html><head><title>Copper slips</title></head><body>" + body + "</body></html>").text);
    for (const QByteArray& part : with)
        QVERIFY2(text.contains(part), part + " is not in: " + text);
    for (const QByteArray& part : without)
        QVERIFY2(!text.contains(part), part + " is in: " + text);
    QVERIFY2(!text.contains('<') && !text.contains("\n\n\n"), text);
}

void ExtractTest::noArticle_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("most"); // bytes
    QByteArray cards;
    for (int i = 0; i < 30; ++i)
        cards += "<div class=card><h3><a href=/x>Copper falls again as stocks rise</a></h3><p>"
            + QByteArray(First) + "</p></div>";
    const QByteArray footer
        = "<footer><p>Wire is printed by the Wire company in a town by the sea, and all rights to "
          "it are kept there.</p></footer>";
    QTest::newRow("home page") << "<div class=grid>" + cards + "</div>" + footer << 200;
    QTest::newRow("error") << "<h1>Not found</h1><p>There is no such page.</p>" + footer << 60;
    QTest::newRow("sign in") << QByteArray(
                                    "<form><label>Name</label><input><label>Password</label><input></form>")
            + footer << 60;
    QTest::newRow("teaser of a paid article") << QByteArray("<article><p>") + First
            + "</p><div class='paywall'><p>Subscribe for one coin a month to read all of the articles that "
              "we print, "
              "on each of your machines.</p></div></article>"
            + footer << 120;
}

void ExtractTest::noArticle()
{
    QFETCH(QByteArray, body);
    QFETCH(int, most);
    const ingest::ExtractedPage page
        = extracted("<html><head><title>Copper</title></head><body>" + body + "</body></html>");
    QCOMPARE(page.title, std::string("Copper"));
    QVERIFY2(page.text.size() <= static_cast<std::size_t>(most), page.text.c_str());
}

void ExtractTest::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8 with the label of another")
        << QByteArray("<meta charset=gb2312><p>Die Gr\xC3\xB6\xC3\x9F"
                      "e der Lager.</p>");
    QTest::newRow("UTF-8 with one broken character") << "<meta charset=utf-8><p>"
            + QByteArray("\xC3\xA4").repeated(40)
            + " \xFF Die Gr\xC3\xB6\xC3\x9F"
              "e der Lager.</p>";
    QTest::newRow("mark in front") << QByteArray("\xEF\xBB\xBF<p>Die Gr\xC3\xB6\xC3\x9F"
                                                 "e der Lager.</p>");
    QTest::newRow("an old one") << QByteArray("<meta charset=iso-8859-1><p>Die Gr\xF6\xDF"
                                              "e der Lager.</p>");
}

void ExtractTest::encodings()
{
    QFETCH(QByteArray, bytes);
    const QByteArray text = QByteArray::fromStdString(extracted(bytes).text);
    QVERIFY2(text.contains("Die Gr\xC3\xB6\xC3\x9F"
                           "e der Lager."),
        text);
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
    QTest::newRow("value in place of content") << QByteArray(
        "<meta name=author value='Ann Lee'><meta name='article:published_time' value='2026-11-23T13:44:00Z'>")
                                               << QByteArray() << QByteArray("Ann Lee")
                                               << QByteArray("2026-11-23T13:44:00Z");
    QTest::newRow("names inside a byline")
        << QByteArray()
        << QByteArray("<div class=byline>By <span class=author-name>Ann Lee</span> <a href=/all>All her "
                      "work</a></div>")
        << QByteArray("Ann Lee") << QByteArray();
    QTest::newRow("lines below the headline")
        << QByteArray()
        << QByteArray("<h1>Copper slips</h1><p>Von <a href=/a>Ann Lee</a></p><p>23. November 2026</p>")
        << QByteArray("Ann Lee") << QByteArray("2026-11-23T00:00:00Z");
    QTest::newRow("several tags for several writers")
        << QByteArray(
               "<meta name=citation_author content='Ann Lee'><meta name=citation_author content='Bo Day'>")
        << QByteArray() << QByteArray("Ann Lee, Bo Day") << QByteArray();
    QTest::newRow("empty fields of a database")
        << QByteArray(
               "<meta name=date content='1970-01-01T00:00:00Z'><meta name=pubdate "
               "content='0001-01-01T00:00:00Z'><meta name='shop:publication_date' content='2026-11-23'>")
        << QByteArray() << QByteArray() << QByteArray("2026-11-23T00:00:00Z");
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

void ExtractTest::hugePages_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<int>("times");
    QTest::newRow("paragraphs") << QByteArray() << QByteArray("<p>a</p>") << 1'000'000;
    QTest::newRow("open blocks") << QByteArray() << QByteArray("<div><b>") << 200'000;
    QTest::newRow("attributes") << QByteArray("<div ") << QByteArray("a1=1 b2=2 c3 ") << 200'000;
    QTest::newRow("bylines in bylines") << QByteArray("<div class=author>").repeated(200)
                                        << QByteArray("<i class=author>By Ann Lee</i>") << 100'000;
    QTest::newRow("headings") << QByteArray() << QByteArray("<h1>Copper slips again</h1>") << 200'000;
    QTest::newRow("signs") << QByteArray() << QByteArray("<") << 5'000'000;
    QTest::newRow("comments") << QByteArray() << QByteArray("<!--x-->") << 500'000;
    QTest::newRow("a title") << QByteArray("<title>") << QByteArray("Copper | ") << 500'000;
}

void ExtractTest::hugePages()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, part);
    QFETCH(int, times);
    const QByteArray html = "<html><body>" + paragraphs() + begin + part.repeated(times);
    QElapsedTimer timer;
    timer.start();
    const auto page = ingest::extractPage(html.toStdString(), {}, {});
    QVERIFY(page);
    QVERIFY2(page->text.starts_with("Copper fell"), page->text.substr(0, 200).c_str());
    QVERIFY2(timer.elapsed() < 20'000, "time grows faster than the page"); // a tenth of it on a calm machine
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
