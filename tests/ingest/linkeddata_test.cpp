// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/strings.h>
#include <ingest/pages/linkeddata.h>

#include <QTest>

class LinkedDataTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void datesOfArticleAndPage();
    void bodyAndSite();
    void firstStatementStays();
};

void LinkedDataTest::shapes_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("author");
    const QByteArray article
        = R"({"@type":"NewsArticle","headline":"Copper slips","author":{"@type":"Person","name":"Ann Lee"}})";
    const QByteArray title = "Copper slips";
    const QByteArray author = "Ann Lee";
    QTest::newRow("object") << article << title << author;
    QTest::newRow("array") << "[" + article + "]" << title << author;
    QTest::newRow("graph") << R"({"@context":"x","@graph":[{"@type":"WebSite"},)" + article + "]}" << title
                           << author;
    QTest::newRow("main entity") << R"({"@type":"WebPage","mainEntity":)" + article + "}" << title << author;
    QTest::newRow("CDATA") << "\n//<![CDATA[\n" + article + "\n//]]>" << title << author;
    QTest::newRow("comment") << "<!-- " + article + " -->" << title << author;
    QTest::newRow("type in a list") << QByteArray(
        R"({"@type":["Article","Thing"],"headline":"Copper slips","author":"Ann Lee"})")
                                    << title << author;
    QTest::newRow("person by reference")
        << QByteArray(R"({"@graph":[{"@type":"Article","headline":"Copper slips","author":[{"@id":"#a"}]},)"
                      R"({"@type":"Person","@id":"#a","name":"Ann Lee"}]})")
        << title << author;
    QTest::newRow("two writers, one twice")
        << QByteArray(R"({"@type":"BlogPosting","headline":"Copper slips",)"
                      R"("author":[{"name":"Ann Lee"},"Bo Day",{"name":"Ann Lee"}]})")
        << title << QByteArray("Ann Lee, Bo Day");
    QTest::newRow("references in a headline")
        << QByteArray(R"({"@type":"NewsArticle","headline":"Copper &amp; tin"})")
        << QByteArray("Copper & tin") << QByteArray();
    QTest::newRow("line end inside a string")
        << QByteArray("{\"@type\":\"NewsArticle\",\"headline\":\"Copper\nslips\"}") << title << QByteArray();
    QTest::newRow("a product") << QByteArray(R"({"@type":"Product","headline":"Copper pot","name":"Pot"})")
                               << QByteArray() << QByteArray();
    QTest::newRow("broken") << QByteArray(R"({"@type":"NewsArticle","headline":)") << QByteArray()
                            << QByteArray();
    QTest::newRow("no JSON") << QByteArray("var a = 1;") << QByteArray() << QByteArray();
    QTest::newRow("nested without end") << QByteArray("[").repeated(100000) << QByteArray() << QByteArray();
    QTest::newRow("values of other kinds")
        << QByteArray(R"({"@type":"NewsArticle","headline":7,"author":{"name":{"a":1}}})") << QByteArray()
        << QByteArray();
}

void LinkedDataTest::shapes()
{
    QFETCH(QByteArray, script);
    ingest::LinkedArticle article;
    ingest::readLinkedData(script.toStdString(), article);
    QTEST(QByteArray::fromStdString(article.title), "title");
    QTEST(QByteArray::fromStdString(article.author), "author");
}

void LinkedDataTest::datesOfArticleAndPage()
{
    ingest::LinkedArticle article;
    ingest::readLinkedData(
        R"({"@graph":[{"@type":"WebPage","datePublished":"2019-01-01"},)"
        R"({"@type":"NewsArticle","dateCreated":"2026-11-22","datePublished":"2026-11-23"}]})",
        article);
    QCOMPARE(base::join(article.dates, " "), std::string("2026-11-23 2026-11-22 2019-01-01"));
}

void LinkedDataTest::bodyAndSite()
{
    ingest::LinkedArticle article;
    ingest::readLinkedData(R"([{"@type":"WebSite","name":"Wire"},{"@type":"Article","inLanguage":"en-GB",)"
                           R"("publisher":{"name":"Wire Ltd"},"articleBody":"<p>One.</p><p>Two.</p>"}])",
        article);
    QCOMPARE(article.site, std::string("Wire"));
    QCOMPARE(article.publisher, std::string("Wire Ltd"));
    QCOMPARE(article.language, std::string("en-GB"));
    QCOMPARE(article.body, std::string("One.\n\nTwo."));
}

void LinkedDataTest::firstStatementStays()
{
    ingest::LinkedArticle article;
    ingest::readLinkedData(R"({"@type":"NewsArticle","headline":"First"})", article);
    ingest::readLinkedData(R"({"@type":"NewsArticle","headline":"Second","author":"Ann Lee"})", article);
    QCOMPARE(article.title, std::string("First"));
    QCOMPARE(article.author, std::string("Ann Lee"));
}

QTEST_GUILESS_MAIN(LinkedDataTest)
#include "linkeddata_test.moc"
