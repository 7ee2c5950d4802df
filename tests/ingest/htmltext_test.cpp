// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/cleanhtml.h>
#include <ingest/htmltext.h>

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

class HtmlTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void readsLines_data();
    void readsLines();
    void makesAddresses_data();
    void makesAddresses();
    void cleans_data();
    void cleans();
    void leavesNoPayloadActive();
    void staysLinear_data();
    void staysLinear();
};

void HtmlTextTest::readsText_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* html, const char* text) {
        QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(text);
    };
    row("paragraphs", "<p>One  two</p>\n<p>Three</p>", "One two\n\nThree");
    row("line breaks", "One<br>two<br/>three", "One\ntwo\nthree");
    row("lists", "<p>Now:</p><ul><li>A</li><li>B</li></ul>", "Now:\n\nA\nB");
    row("tables", "<table><tr><td>Gold</td><td>2,100</td></tr><tr><td>Tin</td><td>30</td></tr></table>",
        "Gold 2,100\nTin 30");
    row("inline tags part no words", "Cop<b>per</b> <i>slips</i>", "Copper slips");
    row("references", "AT&amp;T &#8217;s &#x20AC;5 &eacute;t&eacute;&nbsp;&#146;", "AT&T ’s €5 été ’");
    row("unknown references stay", "R&D; &nosuch; & 5 < 6", "R&D; &nosuch; & 5 < 6");
    row("scripts, styles and comments",
        "A<script>if (1 < 2) x();</script><style>p{}</style><!-- <b>no</b> -->B", "AB");
    row("attributes with signs", "<a title=\"a > b\" href='x'>A</a>", "A");
    row("a tag without an end", "Profit 5<B", "Profit 5<B");
    row("no markup", "One\ntwo\n\n\nThree", "One two\n\nThree");
    row("nothing", "<p> </p>", "");
    row("invisible signs", "co&shy;pper &#8203;up", "copper up");
}

void HtmlTextTest::readsText()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(ingest::htmlToText(html.toStdString())), text);
}

void HtmlTextTest::readsLines_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* html, const char* line) {
        QTest::newRow(html) << QString::fromUtf8(html) << QString::fromUtf8(line);
    };
    row("Copper <b>slips</b>", "Copper slips");
    row("Copper &lt;b&gt;slips&lt;/b&gt;", "Copper slips");
    row("AT&amp;amp;T", "AT&T");
    row("History of the &lt;blink&gt; tag", "History of the <blink> tag");
    row("Spreads: 5 &lt; 6 &gt; 4", "Spreads: 5 < 6 > 4");
    row("One<br>two\n three", "One two three");
    row("<p>One</p><p>Two</p>", "One Two");
}

void HtmlTextTest::readsLines()
{
    QFETCH(QString, html);
    QFETCH(QString, line);
    QCOMPARE(QString::fromStdString(ingest::htmlToLine(html.toStdString())), line);
}

void HtmlTextTest::makesAddresses_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* name, const char* base, const char* reference, const char* result) {
        QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(reference)
                            << QString::fromLatin1(result);
    };
    const char* feed = "http://news.example/a/feed.xml?x=1";
    row("beside", feed, "story.html", "http://news.example/a/story.html");
    row("from the root", feed, "/b?c=d", "http://news.example/b?c=d");
    row("up", feed, "../up", "http://news.example/up");
    row("another host", feed, "//cdn.example/x", "http://cdn.example/x");
    row("absolute", feed, " https://other.example/x#y ", "https://other.example/x#y");
    row("script", feed, "javascript:alert(1)", "");
    row("data", feed, "data:text/html,x", "");
    row("a file", feed, "file:///etc/passwd", "");
    row("nothing", feed, "", "");
    row("no base", "", "story.html", "story.html");
    row("a file share", "", "\\\\h.example\\x", "");
    row("control characters", feed, "ja\x01va\tscript:x", "");
    row("a delete in the middle", feed,
        "http://h.ex\x7F"
        "ample/",
        "http://h.example/");
    row("no base, script", "", "javascript:alert(1)", "");
}

void HtmlTextTest::makesAddresses()
{
    QFETCH(QString, base);
    QFETCH(QString, reference);
    QFETCH(QString, result);
    QCOMPARE(
        QString::fromStdString(ingest::absoluteUrl(base.toStdString(), reference.toStdString())), result);
}

void HtmlTextTest::cleans_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char* name, const char* html, const char* clean) {
        QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(clean);
    };
    row("what is harmless stays", "<p>A <b>bold</b> word</p>", "<p>A <b>bold</b> word</p>");
    row("script", "A<script>x()</script>B", "AB");
    row("handlers", "<b onclick=\"x()\" class=c>A</b>", "<b>A</b>");
    row("relative links", "<a href=\"/x\">A</a>", "<a href=\"http://n.example/x\">A</a>");
    row("script links", "<a href=\"java&#10;script:x()\">A</a>", "<a>A</a>");
    row("left open", "<p><b>A", "<p><b>A</b></p>");
    row("closed twice", "<b>A</b></b>", "<b>A</b>");
    row("signs in text", "5 < 6 & 7", "5 &lt; 6 &amp; 7");
    row("quotes in attributes", "<img src='x.png' alt='a\"b>'>", "<img alt=\"a&quot;b&gt;\">");
    row("a tag whose end is in quotes", "A <b x=\">\" y=1 B", "A &lt;b x=\"&gt;\" y=1 B");
    row("a share of files", "<a href='\\\\h.example\\x'>A</a>", "<a href=\"http://h.example/x\">A</a>");
    row("frames", "A<iframe src=\"http://evil.example\"></iframe>B", "A B");
    row("an unclosed script hides nothing", "A<script>x()<p>B</p>", "Ax()<p>B</p>");
    row("an end tag without its end", "<script>x()</script y>A</b B<i>C</i>", "A B<i>C</i>");
    row("a tracking pixel", "A<img src='http://t.example/p' width=1 height=1>B", "AB");
    row("a drawing's words",
        "A<svg onload=x()><title>T</title><style>s</style><circle r=1/></svg>B<title>C</title>", "ATB");
    row("a formula", "<math><mi>a</mi><mo>+</mo><mi>b</mi><annotation>a+b</annotation></math> B", "a+b B");
}

void HtmlTextTest::cleans()
{
    QFETCH(QString, html);
    QFETCH(QString, clean);
    QCOMPARE(QString::fromStdString(ingest::cleanHtml(html.toStdString(), "http://n.example/")), clean);
}

void HtmlTextTest::leavesNoPayloadActive()
{
    QFile file(QStringLiteral(LEADLINE_SHARED "/suites/attacks/html_payloads.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("shared suites are not here");
    // Tags of the output are its only unescaped "<": none may be outside the short list or carry a handler.
    const QRegularExpression element(
        QStringLiteral("<(script|iframe|object|embed|svg|math|style|link|meta|base|form|input|template)\\b"));
    const QRegularExpression handler(QStringLiteral("<[^>]*\\s(on[a-z]+|style|srcdoc)="));
    const QRegularExpression scheme(QStringLiteral("<[^>]*(href|src)=\"(?!https?://|mailto:|#|[^:\"]*\")"));
    const QRegularExpression otherValues(
        QStringLiteral("(?<= alt| title| datetime| width| height| lang)=\"[^\"]*\""));
    int count = 0;
    while (!file.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        const std::string payload
            = "SAFEHEAD " + row[QStringLiteral("payload")].toString().toStdString() + " tail";
        const QString clean = QString::fromStdString(ingest::cleanHtml(payload));
        const QString bare = QString(clean).remove(otherValues);
        QVERIFY(clean.startsWith(QLatin1String("SAFEHEAD")));
        for (const QRegularExpression* bad : {&element, &handler, &scheme})
            QVERIFY2(!bare.contains(*bad), clean.toUtf8().left(300));
        ++count;
    }
    QVERIFY(count > 1000);
}

void HtmlTextTest::staysLinear_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char* piece : {"<", "&", "<a b=\"", "<a b='", "<!--", "<script>", "<svg>", "<b>", "</b>",
             "<![CDATA[", "<p", "&amp", "<x y=\"<x y='"})
        QTest::newRow(piece) << QByteArray(piece);
}

void HtmlTextTest::staysLinear()
{
    QFETCH(QByteArray, piece);
    const std::string html = piece.repeated(400'000).toStdString();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(ingest::htmlToText(html).size() <= html.size() * 2);
    QVERIFY(ingest::htmlToLine(html).size() <= html.size() * 2);
    QVERIFY(ingest::cleanHtml(html).size() <= html.size() * 8 + 4096);
    // Milliseconds where it is linear, hours where it is not.
    QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()));
}

QTEST_GUILESS_MAIN(HtmlTextTest)
#include "htmltext_test.moc"
