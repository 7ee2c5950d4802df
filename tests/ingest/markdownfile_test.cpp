// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: frontmatter.cpp markdownwords.cpp
#include <ingest/files/markdownfile.h>

#include <QElapsedTimer>
#include <QTest>

class MarkdownFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void words_data();
    void words();
    void headerBlocks_data();
    void headerBlocks();
    void headerBlockEdges();
    void hostile_data();
    void hostile();
};

void MarkdownFileTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("headings") << QByteArray("# Rates ##\nText\n## Outlook\nMore") << QByteArray("Rates")
                              << QByteArray("Text\nOutlook\n\nMore");
    QTest::newRow("emphasis, code and links")
        << QByteArray("**T**\n\nA *big* __win__ for [Acme](http://a.example/x) in `Q3` ~~old~~")
        << QByteArray("T") << QByteArray("A big win for Acme in Q3 old");
    QTest::newRow("images go") << QByteArray("T\n\n![chart](c.png) Up") << QByteArray("T")
                               << QByteArray("Up");
    QTest::newRow("list items keep their lines") << QByteArray("T\n\n- one\n  more\n- two\n1. three")
                                                 << QByteArray("T") << QByteArray("one more\ntwo\n1. three");
    QTest::newRow("signs that are no marks")
        << QByteArray("T\n\n2 * 3 and snake_case_name, #1 bank") << QByteArray("T")
        << QByteArray("2 * 3 and snake_case_name, #1 bank");
    QTest::newRow("quotes") << QByteArray("T\n\n> said\n> so") << QByteArray("T") << QByteArray("said so");
    QTest::newRow("fenced code") << QByteArray("T\n\n```c\na *b*\n```\nEnd") << QByteArray("T")
                                 << QByteArray("a *b*\n\nEnd");
    QTest::newRow("header block") << QByteArray("---\ntitle: \"Set above\"\ndate: 2026-01-02\n---\nText")
                                  << QByteArray("Set above") << QByteArray("Text");
    QTest::newRow("underlined headings") << QByteArray("Rates\n=====\n\nText\n\nOutlook\n-------\nMore")
                                         << QByteArray("Rates") << QByteArray("Text\n\nOutlook\n\nMore");
    QTest::newRow("a rule is no underline")
        << QByteArray("# T\n\nOne\n\n---\n\nTwo") << QByteArray("T") << QByteArray("One\n\nTwo");
    QTest::newRow("table") << QByteArray("T\n\n| Metal | Price |\n|-------|------:|\n| Copper | 9 |\n")
                           << QByteArray("T") << QByteArray("Metal | Price\nCopper | 9");
    QTest::newRow("code keeps its lines and marks")
        << QByteArray("T\n\nSee:\n\n~~~\na_b = *x*\n<p>\n~~~\n\nEnd") << QByteArray("T")
        << QByteArray("See:\n\na_b = *x*\n<p>\n\nEnd");
    QTest::newRow("HTML") << QByteArray(
        "# T\n\n<div class=\"x\"><p>One <b>two</b></p></div>\n<!-- gone -->\nThree<br>"
        "four\n<script>\nx()\n</script>\n")
                          << QByteArray("T") << QByteArray("One two\n\nThree\nfour");
    QTest::newRow("signs of comparison stay") << QByteArray("T\n\na < b and c > d, AT&amp;T")
                                              << QByteArray("T") << QByteArray("a < b and c > d, AT&T");
    QTest::newRow("hard line end") << QByteArray("T\n\nOne  \ntwo\\\nthree\nfour") << QByteArray("T")
                                   << QByteArray("One\ntwo\nthree four");
    QTest::newRow("definitions go, notes stay")
        << QByteArray("T\n\nA [link][1] and a note[^a].\n\n[1]: http://a.example \"x\"\n[^a]: The note.")
        << QByteArray("T") << QByteArray("A link and a note.\n\nThe note.");
    QTest::newRow("tasks") << QByteArray("T\n\n- [x] done\n- [ ] open") << QByteArray("T")
                           << QByteArray("done\nopen");
    QTest::newRow("a first paragraph is no title")
        << QByteArray(
               "The board held its rates on Monday, as most economists in the city had\nthought it would.")
        << QByteArray()
        << QByteArray(
               "The board held its rates on Monday, as most economists in the city had thought it would.");
}

void MarkdownFileTest::reads()
{
    QFETCH(QByteArray, text);
    const base::Article article = ingest::readMarkdownFile(text.toStdString());
    QTEST(QByteArray::fromStdString(article.title), "title");
    QTEST(QByteArray::fromStdString(article.body), "body");
}

void MarkdownFileTest::words_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("link with brackets")
        << QByteArray("see [a [b] c](http://x.example/(1)) on") << QByteArray("see a [b] c on");
    QTest::newRow("image in a link") << QByteArray("[![alt](a.png)](http://x.example) up")
                                     << QByteArray(" up");
    QTest::newRow("code with marks") << QByteArray("`a*b*` and ``c`d``") << QByteArray("a*b* and c`d");
    QTest::newRow("brackets that are text") << QByteArray("[sic] (as said)") << QByteArray("[sic] (as said)");
    QTest::newRow("escapes") << QByteArray("\\*no\\* \\[x\\] C:\\dir") << QByteArray("*no* [x] C:\\dir");
    QTest::newRow("bold inside a word")
        << QByteArray("**Up**ward and un*frigging*real") << QByteArray("Upward and un*frigging*real");
    QTest::newRow("backticks of two lengths") << QByteArray("a ` b ``` c") << QByteArray("a b c");
}

void MarkdownFileTest::words()
{
    QFETCH(QByteArray, line);
    QTEST(QByteArray::fromStdString(ingest::markdownWords(line.toStdString())), "words");
}

void MarkdownFileTest::headerBlocks_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::newRow("YAML") << QByteArray(
        "---\ntitle: \"Copper: it \\\"slips\\\"\" # today\ndate: 2026-11-23T13:44:00Z\nlastmod: "
        "2027-01-01\nauthor: Ann Lee\n"
        "source: Wire\nurl: https://w.example/a\ntags: [metals, 'ore, iron']\nlang: en\ndraft: false\n---\n");
    QTest::newRow("YAML with lists") << QByteArray(
        "---\nlayout: post\ntitle: >\n  Copper: it\n  \"slips\"\nauthors:\n  - name: Ann Lee\n    email: "
        "a@w.example\n"
        "published: 2026-11-23 13:44:00 +0000\nsource:\n  name: Wire\nlink: "
        "'https://w.example/a'\nkeywords:\n- metals\n- "
        "\"ore, iron\"\nlanguage: en\n...\n");
    QTest::newRow("TOML") << QByteArray(
        "+++\ntitle = 'Copper: it \"slips\"'\ndate = 2026-11-23T13:44:00Z\nauthor = \"Ann Lee\"\nsource = "
        "\"Wire\"\n"
        "canonical = \"https://w.example/a\"\ntags = [\n  \"metals\",\n  \"ore, iron\"\n]\nlanguage = "
        "\"en\"\n+++\n");
}

void MarkdownFileTest::headerBlocks()
{
    QFETCH(QByteArray, block);
    const base::Article article
        = ingest::readMarkdownFile((block + "\n# Copper: it \"slips\"\n\nPrices fell.\n").toStdString());
    QCOMPARE(article.title, std::string("Copper: it \"slips\""));
    QCOMPARE(article.body, std::string("Prices fell."));
    QVERIFY(article.published.has_value());
    QCOMPARE(base::toIso(*article.published), std::string("2026-11-23T13:44:00Z"));
    QCOMPARE(article.author, std::string("Ann Lee"));
    QCOMPARE(article.source, std::string("Wire"));
    QCOMPARE(article.url, std::string("https://w.example/a"));
    QCOMPARE(article.language, std::string("en"));
    QVERIFY(article.categories.size() >= 2);
    QCOMPARE(article.categories[0], std::string("metals"));
}

void MarkdownFileTest::headerBlockEdges()
{
    const base::Article rule = ingest::readMarkdownFile("---\nOnly words here\n---\nMore");
    QCOMPARE(rule.title, std::string("Only words here"));
    const base::Article open = ingest::readMarkdownFile("---\ntitle: T\nNever closed");
    QCOMPARE(open.title, std::string("title: T"));
    const base::Article summary = ingest::readMarkdownFile("---\ntitle: T\nsummary: Short.\n---\n");
    QCOMPARE(summary.body, std::string("Short."));
    const base::Article body = ingest::readMarkdownFile("---\ntitle: T\nsummary: Short.\n---\n## H\nText");
    QCOMPARE(body.body, std::string("H\n\nText"));
}

void MarkdownFileTest::hostile_data()
{
    QTest::addColumn<QByteArray>("part");
    for (const char* part :
        {"[", "![", "[[](", "`", "` `` ``` ", "<a", "<!--", "<script>", "*_~", "> > ", "](", "\\"})
        QTest::newRow(part) << QByteArray(part);
}

void MarkdownFileTest::hostile()
{
    QFETCH(QByteArray, part);
    const std::string text = "T\n\n" + part.repeated(int((2 << 20) / part.size())).toStdString();
    QElapsedTimer timer;
    timer.start();
    const base::Article article = ingest::readMarkdownFile(text);
    QCOMPARE(article.title, std::string("T"));
    QVERIFY2(timer.elapsed() < 5000, "two megabytes took too long");
}

QTEST_GUILESS_MAIN(MarkdownFileTest)
#include "markdownfile_test.moc"
