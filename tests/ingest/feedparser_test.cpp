// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: feedreader.cpp feedtree.cpp jsonfeed.cpp xmlbalance.cpp xmltext.cpp
#include <ingest/feeds/feedparser.h>

#include <QElapsedTimer>
#include <QTest>

namespace {

base::ParsedFeed parsed(const QByteArray& bytes, const std::string& url = {})
{
    const base::Result<base::ParsedFeed> feed = ingest::parseFeed(bytes.toStdString(), {url, {}});
    return feed ? *feed : base::ParsedFeed{};
}

QByteArray rss(const QByteArray& items)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:media=\"http://search.yahoo.com/mrss/\""
           " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
           "xmlns:atom=\"http://www.w3.org/2005/Atom\">"
           "<channel><title>Metals</title><link>http://news.example/</link>"
        + items + "</channel></rss>";
}

QByteArray atom(const QByteArray& entry)
{
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
           "xml:base=\"http://news.example/a/\"><title>Metals</title><entry>"
        + entry + "</entry></feed>";
}

} // namespace

class FeedParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRss();
    void readsAtom();
    void readsJson();
    void namesFormats_data();
    void namesFormats();
    void readsTitles_data();
    void readsTitles();
    void readsPeople_data();
    void readsPeople();
    void readsPeopleOfFeeds();
    void readsModules();
    void readsChannelDefinitions();
    void readsSources();
    void takesTheLast();
    void readsFeedsInsideOthers_data();
    void readsFeedsInsideOthers();
    void readsDeclaredWords();
    void followsBases();
    void mends_data();
    void mends();
    void refuses_data();
    void refuses();
    void opensNothingAndExpandsNothing();
    void staysFast_data();
    void staysFast();
    void boundsWhatIsTooMuch();
    void tellsFeeds_data();
    void tellsFeeds();
};

void FeedParserTest::readsRss()
{
    const base::ParsedFeed feed = parsed(
        rss("<language>en-us</language><item><title>Copper slips</title><link>http://news.example/1</link>"
            "<guid isPermaLink=\"false\">n-1</guid><pubDate>Tue, 24 Nov 2026 13:44:05 "
            "GMT</pubDate><description>&lt;p&gt;Down 2 %&lt;/p&gt;</description>"
            "<category>Metals</category><enclosure url=\"/a.mp3\" type=\"audio/mpeg\" "
            "length=\"12\"/></item>"),
        "http://news.example/feed");
    QCOMPARE(feed.format, std::string("rss20"));
    QVERIFY(feed.wellformed);
    QVERIFY(feed.warnings.empty());
    QCOMPARE(feed.feed.title, std::string("Metals"));
    QCOMPARE(feed.feed.language, std::string("en-us"));
    QCOMPARE(feed.entries.size(), std::size_t(1));
    const base::FeedEntry& entry = feed.entries.front();
    QCOMPARE(entry.title, std::string("Copper slips"));
    QCOMPARE(entry.link, std::string("http://news.example/1"));
    QCOMPARE(entry.id, std::string("n-1"));
    QCOMPARE(base::toIso(entry.published.value_or(base::Instant())), std::string("2026-11-24T13:44:05Z"));
    QCOMPARE(entry.summary, std::string("<p>Down 2 %</p>"));
    QCOMPARE(entry.categories, std::vector<std::string>{"Metals"});
    QCOMPARE(entry.enclosures.size(), std::size_t(1));
    QCOMPARE(entry.enclosures.front().url, std::string("http://news.example/a.mp3"));
    QVERIFY(entry.enclosures.front().length == 12U);
}

void FeedParserTest::readsAtom()
{
    const base::ParsedFeed feed = parsed(
        atom("<title>Copper slips</title><link rel=\"self\" href=\"s\"/><link href=\"1.html\"/><id>urn:1</id>"
             "<published>2026-11-24T13:44:05Z</published><updated>2026-11-24T14:00:00Z</"
             "updated><author><name>Desk</name><email>d@news.example</email></author>"
             "<category term=\"metals\" label=\"Metals\"/><content type=\"xhtml\"><div "
             "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Down <b>2 %</b></p></div></content>"));
    QCOMPARE(feed.format, std::string("atom10"));
    QCOMPARE(feed.entries.size(), std::size_t(1));
    const base::FeedEntry& entry = feed.entries.front();
    QCOMPARE(entry.link, std::string("http://news.example/a/1.html"));
    QCOMPARE(entry.id, std::string("urn:1"));
    QCOMPARE(entry.content, std::string("<div><p>Down <b>2 %</b></p></div>"));
    QCOMPARE(entry.authors.front().name, std::string("Desk"));
    QCOMPARE(entry.authors.front().email, std::string("d@news.example"));
    QCOMPARE(entry.categories, std::vector<std::string>{"metals"});
    QCOMPARE(base::toIso(entry.updated.value_or(base::Instant())), std::string("2026-11-24T14:00:00Z"));
}

void FeedParserTest::readsJson()
{
    const base::ParsedFeed feed = parsed(
        R"({"version":"https://jsonfeed.org/version/1.1","title":"Metals","home_page_url":"http://news.example/",
        "language":"en","items":[{"id":7,"url":"/1","title":"Copper slips","content_html":"<p onclick='x()'>Down</p>","tags":["metals"],
        "authors":[{"name":"Desk"}],"date_published":"2026-11-24T13:44:05Z"},{"id":"8","content_text":"5 < 6"},3]})");
    QCOMPARE(feed.format, std::string("jsonfeed11"));
    QCOMPARE(feed.entries.size(), std::size_t(2));
    QCOMPARE(feed.entries[0].id, std::string("7"));
    QCOMPARE(feed.entries[0].link, std::string("http://news.example/1"));
    QCOMPARE(feed.entries[0].content, std::string("<p>Down</p>"));
    QCOMPARE(feed.entries[0].authors.front().name, std::string("Desk"));
    QCOMPARE(feed.entries[1].content, std::string("5 &lt; 6"));
    QCOMPARE(feed.warnings.size(), std::size_t(1));
}

void FeedParserTest::namesFormats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("RSS 0.91 of Userland")
        << QByteArray("<rss version='0.91'><channel/></rss>") << QByteArray("rss091u");
    QTest::newRow("RSS 0.91 of Netscape")
        << QByteArray("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
                      "'x.dtd'><rss version='0.91'><channel/></rss>")
        << QByteArray("rss091n");
    for (const char* version : {"0.92", "0.93", "0.94"})
        QTest::newRow(version) << QByteArray("<rss version='") + version + "'><channel/></rss>"
                               << QByteArray("rss0") + version[2] + version[3];
    QTest::newRow("RSS without a version") << QByteArray("<rss><channel/></rss>") << QByteArray("rss20");
    const QByteArray rdf = "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='";
    QTest::newRow("RSS 1.0") << rdf + "http://purl.org/rss/1.0/'/>" << QByteArray("rss10");
    QTest::newRow("RSS 0.90") << rdf + "http://my.netscape.com/rdf/simple/0.9/'/>" << QByteArray("rss090");
    QTest::newRow("Atom 0.3") << QByteArray("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>")
                              << QByteArray("atom03");
    QTest::newRow("JSON Feed 1") << QByteArray(
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}")
                                 << QByteArray("jsonfeed10");
}

void FeedParserTest::namesFormats()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, format);
    QCOMPARE(QByteArray::fromStdString(parsed(bytes).format), format);
}

void FeedParserTest::readsTitles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("escaped markup") << rss("<item><title>Copper &lt;b&gt;slips&lt;/b&gt;</title></item>")
                                    << QByteArray("Copper slips");
    QTest::newRow("CDATA") << rss("<item><title><![CDATA[Copper <b>slips</b> &amp; falls]]></title></item>")
                           << QByteArray("Copper slips & falls");
    QTest::newRow("escaped twice") << rss(
        "<item><title>AT&amp;amp;T &amp;lt;i&amp;gt;up&amp;lt;/i&amp;gt;</title></item>")
                                   << QByteArray("AT&T up");
    QTest::newRow("Atom html") << atom("<title type='html'>A &lt;em>B&lt;/em> &amp;amp; C</title>")
                               << QByteArray("A B & C");
    QTest::newRow("Atom xhtml") << atom(
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <em>B</em></div></title>")
                                << QByteArray("A B");
    QTest::newRow("Atom text keeps its signs")
        << atom("<title>Yield &lt; 5 and &lt;x&gt;</title>") << QByteArray("Yield < 5 and <x>");
    QTest::newRow("Atom base64") << atom("<title type='application/octet-stream'>Q29wcGVyIHNsaXBz</title>")
                                 << QByteArray("Copper slips");
    QTest::newRow("Atom base64 without a kind")
        << QByteArray("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='base64'>"
                      "PGI+Q29wcGVyPC9iPg==</title></entry></feed>")
        << QByteArray("<b>Copper</b>");
    QTest::newRow("a formula") << rss(
        "<item><title>&lt;math&gt;&lt;mi&gt;a&lt;/mi&gt;&lt;/math&gt;Copper slips</title></item>")
                               << QByteArray("Copper slips");
    QTest::newRow("an image's words")
        << rss("<item><title>&lt;img src='http://a.example/i' alt='Copper slips'&gt;</title></item>")
        << QByteArray("Copper slips");
    QTest::newRow("an image without words")
        << rss("<item><title>&lt;img src='http://a.example/i'&gt;</title></item>") << QByteArray();
    QTest::newRow("of a module") << rss("<item><media:title>Copper slips</media:title></item>")
                                 << QByteArray("Copper slips");
    QTest::newRow("its own first") << rss(
        "<item><itunes:title>No</itunes:title><title>Copper slips</title></item>")
                                   << QByteArray("Copper slips");
}

void FeedParserTest::readsTitles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, title);
    const base::ParsedFeed feed = parsed(bytes);
    QCOMPARE(feed.entries.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(feed.entries.front().title), title);
    QVERIFY(feed.entries.front().titled || bytes.contains("media:title"));
}

void FeedParserTest::readsPeople_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("email");
    QTest::newRow("RSS") << QByteArray("d@news.example (Metals Desk)") << QByteArray("Metals Desk")
                         << QByteArray("d@news.example");
    QTest::newRow("name first") << QByteArray("Metals Desk (d@news.example)") << QByteArray("Metals Desk")
                                << QByteArray("d@news.example");
    QTest::newRow("mail") << QByteArray("\"Metals Desk\" &lt;d+x@news.example&gt;")
                          << QByteArray("Metals Desk") << QByteArray("d+x@news.example");
    QTest::newRow("address alone") << QByteArray("d@news.example") << QByteArray()
                                   << QByteArray("d@news.example");
    QTest::newRow("name alone") << QByteArray("Metals &amp; Desk") << QByteArray("Metals & Desk")
                                << QByteArray();
    QTest::newRow("no address") << QByteArray("@desk") << QByteArray("@desk") << QByteArray();
}

void FeedParserTest::readsPeople()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, email);
    const base::ParsedFeed feed = parsed(rss("<item><author>" + text + "</author></item>"));
    QCOMPARE(feed.entries.size(), std::size_t(1));
    QCOMPARE(feed.entries.front().authors.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(feed.entries.front().authors.front().name), name);
    QCOMPARE(QByteArray::fromStdString(feed.entries.front().authors.front().email), email);
}

void FeedParserTest::readsModules()
{
    const base::ParsedFeed feed
        = parsed(rss("<item><description>Short</description><content:encoded>&lt;p&gt;Full "
                     "text&lt;/p&gt;</content:encoded>"
                     "<dc:creator>Desk</dc:creator><dc:date>2026-11-24</dc:date><dc:subject>Metals</"
                     "dc:subject><dc:language>de</dc:language>"
                     "<atom:link "
                     "href=\"http://news.example/1\"/></item><item><itunes:summary>Spoken</"
                     "itunes:summary><itunes:author>Voice</itunes:author></item>"));
    QCOMPARE(feed.entries.size(), std::size_t(2));
    const base::FeedEntry& first = feed.entries[0];
    QCOMPARE(first.summary, std::string("Short"));
    QCOMPARE(first.content, std::string("<p>Full text</p>"));
    QCOMPARE(first.authors.front().name, std::string("Desk"));
    QCOMPARE(base::toIso(first.published.value_or(base::Instant())), std::string("2026-11-24T00:00:00Z"));
    QCOMPARE(first.categories, std::vector<std::string>{"Metals"});
    QCOMPARE(first.language, std::string("de"));
    QCOMPARE(first.link, std::string("http://news.example/1"));
    QCOMPARE(feed.entries[1].summary, std::string("Spoken"));
    QCOMPARE(feed.entries[1].authors.front().name, std::string("Voice"));
}

void FeedParserTest::readsPeopleOfFeeds()
{
    const base::ParsedFeed feed = parsed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://news.example/a/'><author><name>Desk"
        "</name><email>d@news.example</email><uri>desk</uri></author><author><name>Second</name></author>"
        "<contributor><name>Helper</name></contributor><entry><author><uri>/who</uri></author>"
        "<contributor><name>Reader</name></contributor><rights>Ours</rights></entry></feed>");
    QCOMPARE(feed.feed.author, std::string("Desk"));
    QCOMPARE(feed.feed.authors.size(), std::size_t(2));
    QCOMPARE(feed.feed.authors[0].url, std::string("http://news.example/a/desk"));
    QCOMPARE(feed.feed.authors[1].name, std::string("Second"));
    QCOMPARE(feed.feed.contributors.front().name, std::string("Helper"));
    QCOMPARE(feed.entries.front().authors.front().url, std::string("http://news.example/who"));
    QCOMPARE(feed.entries.front().contributors.front().name, std::string("Reader"));
    QCOMPARE(feed.entries.front().copyright, std::string("Ours"));
    // A name is better than the address of whoever runs the site.
    QCOMPARE(
        parsed(rss("<webMaster>w@news.example</webMaster><itunes:author>Voice</itunes:author>")).feed.author,
        std::string("Voice"));
}

void FeedParserTest::readsChannelDefinitions()
{
    const base::ParsedFeed feed = parsed(
        "<CHANNEL HREF='http://news.example/' LASTMOD='2026-11-24T13:44'><TITLE>Metals</TITLE><ABSTRACT>All"
        "</ABSTRACT><ITEM HREF='http://news.example/1' LASTMOD='2026-11-24T10:00'><TITLE>Tin</TITLE>"
        "<ABSTRACT>Up</ABSTRACT></ITEM></CHANNEL>");
    QCOMPARE(feed.feed.link, std::string("http://news.example/"));
    QCOMPARE(feed.feed.description, std::string("All"));
    QVERIFY(feed.feed.updated.has_value());
    QCOMPARE(feed.entries.size(), std::size_t(1));
    QCOMPARE(feed.entries.front().link, std::string("http://news.example/1"));
    QCOMPARE(feed.entries.front().summary, std::string("Up"));
    QCOMPARE(base::toIso(feed.entries.front().published.value_or(base::Instant())),
        std::string("2026-11-24T10:00:00Z"));
}

void FeedParserTest::readsSources()
{
    const base::ParsedFeed taken = parsed(
        atom("<title>A</title><source><title>Wire</title><id>urn:w</id><link href='/w'/><entry/></source>"));
    QCOMPARE(taken.entries.size(), std::size_t(1));
    QVERIFY(taken.entries.front().source.has_value());
    QCOMPARE(taken.entries.front().source->title, std::string("Wire"));
    QCOMPARE(taken.entries.front().source->link, std::string("http://news.example/w"));
    QCOMPARE(taken.feed.title, std::string("Metals"));
    const base::ParsedFeed named
        = parsed(rss("<item><source url='http://wire.example/feed'>Wire</source></item>"));
    QVERIFY(named.entries.front().source.has_value());
    QCOMPARE(named.entries.front().source->title, std::string("Wire"));
    QCOMPARE(named.entries.front().source->id, std::string("http://wire.example/feed"));
}

void FeedParserTest::takesTheLast()
{
    const base::ParsedFeed feed = parsed(rss("<item><link>http://news.example/1</link><link/>"
                                             "<link>http://news.example/2</link></item>"));
    QCOMPARE(feed.entries.front().link, std::string("http://news.example/2"));
    const base::ParsedFeed twice
        = parsed(atom("<updated>2026-11-24T13:44:05Z</updated><updated>2026-11-25T00:00:00Z</updated>"));
    QCOMPARE(base::toIso(twice.entries.front().updated.value_or(base::Instant())),
        std::string("2026-11-25T00:00:00Z"));
}

void FeedParserTest::readsFeedsInsideOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray channel = "<channel><title>T</title><item><title>A</title></item></channel>";
    QTest::newRow("a root of another name") << "<news>" + channel + "</news>";
    QTest::newRow("in a page") << "<html><body><rss version='2.0'>" + channel + "</rss></body></html>";
    QTest::newRow("in an envelope") << QByteArray(
        "<e xmlns='urn:e'><b><feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry>"
        "<title>A</title></entry></feed></b></e>");
    QTest::newRow("a channel in a channel") << "<channel><title>T</title>" + channel + "</channel>";
}

void FeedParserTest::readsFeedsInsideOthers()
{
    QFETCH(QByteArray, bytes);
    const base::ParsedFeed feed = parsed(bytes);
    QCOMPARE(feed.feed.title, std::string("T"));
    QCOMPARE(feed.entries.size(), std::size_t(1));
    QCOMPARE(feed.entries.front().title, std::string("A"));
}

void FeedParserTest::readsDeclaredWords()
{
    const QByteArray type = "<!DOCTYPE rss [<!ENTITY house 'Metals & Co'><!ENTITY firm \"Metals Ltd\">"
                            "<!ENTITY mark '<b>x</b>'>]>";
    const base::ParsedFeed feed
        = parsed(type + "<rss><channel><item><title>&firm; &mark; &house;</title></item></channel></rss>");
    QCOMPARE(feed.entries.front().title, std::string("Metals Ltd &mark; &house;"));
}

void FeedParserTest::followsBases()
{
    const base::ParsedFeed feed
        = parsed(atom("<link href='1'/><content type='html' xml:base='/deep/'>&lt;a href='2'>x&lt;/a>&lt;a "
                      "href='javascript:x'>y&lt;/a></content>"));
    QCOMPARE(feed.entries.front().link, std::string("http://news.example/a/1"));
    QCOMPARE(
        feed.entries.front().content, std::string("<a href=\"http://news.example/deep/2\">x</a><a>y</a>"));
}

void FeedParserTest::mends_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("titles");
    QTest::newRow("bare &") << rss("<item><title>R&D at AT&T</title></item>") << QByteArray("R&D at AT&T");
    QTest::newRow("HTML's references")
        << rss("<item><title>Caf&eacute; &ndash; open</title></item>") << QByteArray("Café – open");
    QTest::newRow("junk before") << "\n<br/>Warning: x\n" + rss("<item><title>A</title></item>")
                                 << QByteArray("A");
    QTest::newRow("junk after") << rss("<item><title>A</title></item>") + "<script>x()</script>"
                                << QByteArray("A");
    QTest::newRow("control characters") << rss("<item><title>A\x01\x0B"
                                               "B</title></item>")
                                        << QByteArray("AB");
    QTest::newRow("HTML left open") << rss("<item><title>A</title><description>one<br>two<b>three</"
                                           "description></item><item><title>B</title></item>")
                                    << QByteArray("A|B");
    QTest::newRow("an entry left open")
        << rss("<item><title>A</title><item><title>B</title></item>") << QByteArray("A|B");
    QTest::newRow("cut off") << rss("<item><title>A</title></item><item><title>Half a ti").chopped(16)
                             << QByteArray("A|Half a ti");
    QTest::newRow("attributes without quotes")
        << rss("<item><enclosure url=http://a.example/x type='a/b' "
               "nothing><title>A</title></item><item><title>B</title></item>")
        << QByteArray("A|B");
    QTest::newRow("a field left open")
        << rss("<item><title>A<link>http://a.example/</link></item><item><title>B</title></item>")
        << QByteArray("A|B");
    QTest::newRow("Windows' numbers")
        << rss("<item><title>A &#146; B &#8217;&#1;</title></item>") << QByteArray("A ’ B ’");
    QTest::newRow("a comma too many in JSON") << QByteArray(
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"title\":\"A,]\nB\",},]}")
                                              << QByteArray("A,] B");
    QTest::newRow("an undeclared prefix")
        << rss("<item><title>A</title><foo:bar>x</foo:bar></item>") << QByteArray("A");
    QTest::newRow("an unclosed CDATA")
        << rss("<item><title>A</title></item><item><title><![CDATA[B").chopped(16) << QByteArray("A|B");
}

void FeedParserTest::mends()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, titles);
    const base::ParsedFeed feed = parsed(bytes);
    QByteArrayList found;
    for (const base::FeedEntry& entry : feed.entries)
        found.push_back(QByteArray::fromStdString(entry.title));
    QCOMPARE(found.join('|'), titles);
    QVERIFY(!feed.wellformed);
    QVERIFY(!feed.warnings.empty());
}

void FeedParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n ");
    QTest::newRow("text") << QByteArray("Copper slips");
    QTest::newRow("a page") << QByteArray("<html><body><p>Not found</p></body></html>");
    QTest::newRow("other XML") << QByteArray("<opml version='2.0'><body/></opml>");
    QTest::newRow("other JSON") << QByteArray("{\"error\":404}");
    QTest::newRow("broken JSON") << QByteArray("{\"version\":");
}

void FeedParserTest::refuses()
{
    QFETCH(QByteArray, bytes);
    const base::Result<base::ParsedFeed> feed = ingest::parseFeed(bytes.toStdString(), {});
    QVERIFY(!feed);
    QVERIFY(feed.error().code == base::ErrorCode::InvalidInput);
    QVERIFY(!feed.error().message.empty());
}

void FeedParserTest::opensNothingAndExpandsNothing()
{
    const QByteArray bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f "
                            "SYSTEM 'file:///etc/passwd'>]>";
    const base::ParsedFeed feed
        = parsed(bomb + "<rss><channel><item><title>x&b;y&f;z</title></item></channel></rss>");
    QCOMPARE(feed.entries.size(), std::size_t(1));
    QCOMPARE(feed.entries.front().title, std::string("x&b;y&f;z"));
}

void FeedParserTest::staysFast_data()
{
    QTest::addColumn<QByteArray>("items");
    QByteArray attributes = "<item ";
    QByteArray prefixes;
    for (int i = 0; i < 100'000; ++i) {
        attributes += "a" + QByteArray::number(i) + "='x' ";
        if (i < 90'000) // within what is read of elements
            prefixes += "<n" + QByteArray::number(i) + ":x>y</n" + QByteArray::number(i) + ":x>";
    }
    QTest::newRow("attributes") << attributes + "><title>A</title></item>";
    QTest::newRow("prefixes") << prefixes + "<item><title>A</title></item>";
    QTest::newRow("ampersands") << "<item><title>A</title><description>" + QByteArray("&").repeated(1'000'000)
            + "</description></item>";
    QTest::newRow("left open") << "<item><title>A</title></item>" + QByteArray("<x>").repeated(300'000);
    QTest::newRow("deep") << "<item><title>A</title></item>" + QByteArray("<x>").repeated(300'000)
            + QByteArray("</x>").repeated(300'000);
}

void FeedParserTest::staysFast()
{
    QFETCH(QByteArray, items);
    QElapsedTimer timer;
    timer.start();
    const base::ParsedFeed feed = parsed(rss(items));
    QCOMPARE(feed.entries.size(), std::size_t(1));
    QCOMPARE(feed.entries.front().title, std::string("A"));
    QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()));
}

void FeedParserTest::boundsWhatIsTooMuch()
{
    const base::ParsedFeed wordy
        = parsed(rss("<item><title>" + QByteArray("Copper ").repeated(300'000) + "</title></item>"));
    QCOMPARE(wordy.entries.size(), std::size_t(1));
    QVERIFY(wordy.entries.front().title.starts_with("Copper Copper"));
    QVERIFY(wordy.entries.front().title.size() <= 1U << 20);
    const base::ParsedFeed many = parsed(rss(QByteArray("<item><title>A</title></item>").repeated(150'000)));
    QCOMPARE(many.entries.size(), ingest::MaxFeedEntries);
    QCOMPARE(many.leftOut.size(), std::size_t{2}); // the elements, and the entries among those that were read
    QVERIFY(QByteArray::fromStdString(many.leftOut.back()).contains("only the first 5000 of "));
    const base::Result<base::ParsedFeed> large
        = ingest::parseFeed(std::string(ingest::MaxFeedBytes + 1, ' '), {});
    QVERIFY(!large);
    QVERIFY(large.error().code == base::ErrorCode::TooLarge);
}

void FeedParserTest::tellsFeeds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("feed");
    QTest::newRow("RSS") << rss({}) << true;
    QTest::newRow("Atom") << atom({}) << true;
    QTest::newRow("JSON Feed") << QByteArray("{\"version\": \"https://jsonfeed.org/version/1\"}") << true;
    QTest::newRow("a page that speaks of feeds")
        << QByteArray("<html><body>&lt;rss> and <rss></body></html>") << false;
    QTest::newRow("OPML") << QByteArray("<opml><body><outline type='rss'/></body></opml>") << false;
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void FeedParserTest::tellsFeeds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, feed);
    QCOMPARE(ingest::looksLikeFeed(bytes.toStdString()), feed);
}

QTEST_GUILESS_MAIN(FeedParserTest)
#include "feedparser_test.moc"
