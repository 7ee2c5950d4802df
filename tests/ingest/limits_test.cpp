// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Input made to cost more than it is long: each reader gets the same sign or tag over and over, must be done
// in the time a few hundred kilobytes may take, and may not take ten times as long for four times as much.
// What takes long once, as a busy machine makes it, is read thrice more, and the shortest time counts.
#include <ingest/cleanhtml.h>
#include <ingest/decode.h>
#include <ingest/feeds/feedparser.h>
#include <ingest/files/mailfile.h>
#include <ingest/files/markdownfile.h>
#include <ingest/files/recordfile.h>
#include <ingest/files/tablefile.h>
#include <ingest/files/textfile.h>
#include <ingest/htmltext.h>
#include <ingest/opml/opml.h>
#include <ingest/pages/extract.h>

#include <QTest>

#include <algorithm>
#include <ctime>

namespace {

constexpr qsizetype Size = 300'000;
constexpr qsizetype Times = 4; // how much longer the whole is than its part
constexpr double Soon = 0.25; // seconds: what is done by then is not looked at more closely
constexpr double Growth = 10; // of the time from part to whole: 4 where it is linear, 16 where it is square
#if defined(__SANITIZE_ADDRESS__)
constexpr double Most = 10; // seconds of the processor
#else
constexpr double Most = 1;
#endif

struct Part {
    const char* begin;
    const char* unit;
    const char* end;
};

QByteArray made(const Part& part, qsizetype size)
{
    const QByteArray unit(part.unit);
    return part.begin + unit.repeated(size / unit.size()) + part.end;
}

using Read = void (*)(std::string_view);

double secondsOf(Read read, const QByteArray& bytes)
{
    const std::clock_t begin = std::clock(); // of this process alone: other load does not count
    read({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double leastOf(Read read, const QByteArray& bytes)
{
    double least = secondsOf(read, bytes);
    for (int round = 1; round < 3; ++round)
        least = std::min(least, secondsOf(read, bytes));
    return least;
}

} // namespace

class LimitsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repeated_data();
    void repeated();
};

void LimitsTest::repeated_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("quarter");
    const auto row = [](const char* name, const Part& part) {
        QTest::newRow(name) << made(part, Size) << made(part, Size / Times);
    };
    row("nested elements", {"", "<div>", ""});
    row("nested inline elements", {"<p>", "<b><i>", ""});
    row("nested lists", {"", "<ul><li>", ""});
    row("nested tables", {"", "<table><tr><td>", ""});
    row("nested anchors", {"", "<a href=x>", ""});
    row("nested frames", {"", "<svg>", "x"});
    row("nested templates", {"", "<template>", "x</template>"});
    row("misnested elements", {"", "<b><p></b>", ""});
    row("ends without begins", {"<p>", "</b></p>", ""});
    row("unclosed scripts", {"", "<script>x", ""});
    row("unclosed selects", {"", "<select>x", ""});
    row("unclosed titles", {"", "<title>", "x"});
    row("titles half closed", {"", "<title></", "x"});
    row("unclosed comments", {"", "<!-- ", ""});
    row("unclosed sections", {"", "<![CDATA[", ""});
    row("closed sections",
        {"<rss><channel><item><description>", "<![CDATA[x]]>", "</description></item></channel></rss>"});
    row("unclosed instructions", {"", "<?x ", ""});
    row("unclosed types", {"", "<!DOCTYPE x [", ""});
    row("types in types", {"<!DOCTYPE x ", "[<!ENTITY a \"", "]>"});
    row("tags never ended", {"", "<a ", ""});
    row("signs", {"", "<", ""});
    row("ends in quotes", {"", "<a b=\">\" ", ""});
    row("signs in text", {"<p>", "< ", "</p>"});
    row("types never ended", {"", "<!x", ""});
    row("sections ended once", {"<p>", "<![CDATA[", "></p>"});
    row("words of no element", {"<p>", "<x>", "</p>"});
    row("names in names", {"<p>", "<a:", ">"});
    row("signs before an end", {"", "<a", ">"});
    row("quotes never closed", {"", "<a b=\"", ""});
    row("either quote", {"", "<a b=\"'", "x>"});
    row("quotes closed late", {"", "<a b='", "'>x"});
    row("attributes", {"<a ", "b=c ", ">x</a>"});
    row("attributes without spaces", {"<a ", "b='c'", ">x</a>"});
    row("attributes by slashes", {"<a ", "b/", ">x</a>"});
    row("different attributes in a feed", {"<rss><channel ", "a:b='c' ", "></channel></rss>"});
    row("ampersands", {"<p>", "&", "</p>"});
    row("half references", {"<p>", "&#x", "</p>"});
    row("references", {"<p>", "&amp;lt;", "</p>"});
    row("white space", {"<p>", " ", "x</p>"});
    row("lines", {"", "\n", "x"});
    row("line ends of one kind", {"", "\r", "x"});
    row("zeros", {"<p>", "&#0;", "</p>"});
    row("entries", {"<rss><channel>", "<item><title>a</title></item>", "</channel></rss>"});
    row("entries in entries", {"<rss><channel>", "<item><title>a", "</channel></rss>"});
    row("names in entries", {"<feed>", "<entry><author><name>a</name></author>", "</feed>"});
    row("categories", {"<rss><channel><item>", "<category>a</category>", "</item></channel></rss>"});
    row("enclosures",
        {"<rss><channel><item>", "<enclosure url='http://e.example/'/>", "</item></channel></rss>"});
    row("links", {"<feed><entry>", "<link href='a'/>", "</entry></feed>"});
    row("bases", {"<feed>", "<entry xml:base='a/'>", "</feed>"});
    row("channels", {"<rss>", "<channel>", "</rss>"});
    row("feeds", {"", "<rss>", ""});
    row("outlines", {"<opml><body>", "<outline text='a'>", "</body></opml>"});
    row("feeds in outlines",
        {"<opml><body>", "<outline text='a' xmlUrl='http://a.example/'>", "</body></opml>"});
    row("outlines with open quotes", {"<opml><body>", "<outline text=\"", "</body></opml>"});
    row("arrays", {"", "[", ""});
    row("objects", {"", "{\"items\":", ""});
    row("items", {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{},", "{}]}"});
    row("keys", {"{\"title\":\"x\"", ",\"body\":\"y\"", "}"});
    row("strings", {"{\"title\":\"", "\\", "\"}"});
    row("lines of records", {"", "{\"title\":\"a\"}\n", ""});
    row("graphs", {"<script type='application/ld+json'>", "{\"@graph\":[", "</script>"});
    row("many graphs", {"", "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>", ""});
    row("mail headers", {"From: a\nSubject: b\n", "X: y\n", "\n"});
    row("folded headers", {"From: a\nSubject: b\n", " y\n", "\n"});
    row("encoded words", {"From: a\nSubject: ", "=?utf-8?q?a?= ", "\n\n"});
    row("encoded words never ended", {"From: a\nSubject: ", "=?a?q?", "\n\n"});
    row("words in an unknown encoding", {"From: a\nSubject: ", "=?x?q?=ff?= ", "\n\n"});
    row("boundaries", {"From: a\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\n", "--b--"});
    row("almost boundaries",
        {"From: a\nContent-Type: multipart/mixed; boundary=bbbbbbbb\n\n", "--bbbbbbb", ""});
    row("messages", {"", "From a\nA: b\n\n", ""});
    row("almost messages", {"From a\nA: b\n\n", "\nFrom ", ""});
    row("soft line ends", {"From: a\nContent-Transfer-Encoding: quoted-printable\n\n", "=", ""});
    row("cells", {"title,body\n", ",", ""});
    row("columns", {"title", ",x", "\na,b\n"});
    row("quotes", {"title,body\n", "\"", ""});
    row("open cells", {"title,body\n", "\",", ""});
    row("rows", {"title,body\n", "a,b\n", ""});
    row("emphasis", {"# a\n", "*", ""});
    row("emphasis of words", {"# a\n", "**a_", ""});
    row("brackets", {"# a\n", "[", ""});
    row("brackets and parentheses", {"# a\n", "[a](", ""});
    row("quotes of quotes", {"# a\n", "> ", "x"});
    row("fences", {"# a\n", "```\n", ""});
    row("escapes of an alphabet", {"", "\x1B$B", ""});
    row("bytes of no encoding", {"", "\xFF\xFE\x80", ""});
    // A boundary as long as the mail, in a mail that is nearly nothing else.
    const auto boundary = [](qsizetype size) {
        const QByteArray dashes(size / 2, '-');
        return "From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=\"" + dashes + "x\"\n\n" + dashes
            + dashes;
    };
    QTest::newRow("a long boundary") << boundary(Size) << boundary(Size / Times);
    const auto blank = [](qsizetype size) {
        return "title,body\n" + QByteArray(size / 2, ' ') + "x" + QByteArray(size / 2, '"');
    };
    QTest::newRow("a long blank cell") << blank(Size) << blank(Size / Times);
}

void LimitsTest::repeated()
{
    QFETCH(QByteArray, whole);
    QFETCH(QByteArray, quarter);
    struct Reader {
        const char* name;
        Read read;
    };
    static constexpr Reader Readers[] = {{"feed",
                                             [](std::string_view text) {
                                                 (void)ingest::parseFeed(text, {"https://f.example/", {}});
                                             }},
        {"page",
            [](std::string_view text) {
                (void)ingest::extractPage(text, "https://p.example/", "text/html");
            }},
        {"clean", [](std::string_view text) { ingest::cleanHtml(text, "https://c.example/"); }},
        {"text", [](std::string_view text) { ingest::htmlToText(text); }},
        {"line", [](std::string_view text) { ingest::htmlToLine(text); }},
        {"opml", [](std::string_view text) { (void)ingest::readOpml(text); }},
        {"mail", [](std::string_view text) { (void)ingest::readMailFile(text); }},
        {"table",
            [](std::string_view text) { (void)ingest::readTable(text, ingest::guessTable(text).mapping); }},
        {"records", [](std::string_view text) { (void)ingest::readRecordFile(text); }},
        {"markdown", [](std::string_view text) { ingest::readMarkdownFile(text); }},
        {"decode", [](std::string_view text) { ingest::decode(text); }}};
    for (const Reader& reader : Readers) {
        const double seconds = secondsOf(reader.read, whole);
        if (qEnvironmentVariableIsSet("LIMITS_PRINT") && seconds > 0.05)
            qInfo("%s %s %.2f", QTest::currentDataTag(), reader.name, seconds);
        if (seconds < Soon)
            continue;
        const double part = leastOf(reader.read, quarter);
        const double least = leastOf(reader.read, whole);
        QVERIFY2(least < Most && (least < Soon || least < Growth * part),
            qPrintable(QStringLiteral("%1: %2 s for a quarter, %3 s for the whole")
                           .arg(QLatin1String(reader.name))
                           .arg(part)
                           .arg(least)));
    }
}

QTEST_APPLESS_MAIN(LimitsTest)
#include "limits_test.moc"
