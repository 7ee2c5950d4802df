// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/files/tablefile.h>

#include <QTest>

class TableFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void columnsInAnyOrder();
    void withoutHeader();
    void badRowsAreWarned();
    void looksLikeTable();
    void rejects_data();
    void rejects();
};

void TableFileTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("comma") << QByteArray("title,body\nA,B\n") << QByteArray("A") << QByteArray("B");
    QTest::newRow("semicolon") << QByteArray("title;body\nA, b;B, c\n") << QByteArray("A, b")
                               << QByteArray("B, c");
    QTest::newRow("tab") << QByteArray("Title\tText\r\nA\tB, c; d\r\n") << QByteArray("A")
                         << QByteArray("B, c; d");
    QTest::newRow("bar") << QByteArray("headline|text\nA|B") << QByteArray("A") << QByteArray("B");
    QTest::newRow("quotes") << QByteArray("title,body\n\"A, \"\"a\"\"\",\"One\n\nTwo\"\n")
                            << QByteArray("A, \"a\"") << QByteArray("One\n\nTwo");
    QTest::newRow("quoted header") << QByteArray("\"title\",\"body\"\n\"A\",\"B\"") << QByteArray("A")
                                   << QByteArray("B");
    QTest::newRow("named separator") << QByteArray("sep=;\ntitle;body\nA;B\n") << QByteArray("A")
                                     << QByteArray("B");
    QTest::newRow("old Mac lines") << QByteArray("title,body\rA,B\r") << QByteArray("A") << QByteArray("B");
    QTest::newRow("short row") << QByteArray("title,body,date\nA\n") << QByteArray("A") << QByteArray();
    QTest::newRow("quote never closed")
        << QByteArray("title,body\nA,\"B and so on\n") << QByteArray("A") << QByteArray("B and so on");
    QTest::newRow("formula stays text")
        << QByteArray("title,body\n=1+1,@SUM(A1)\n") << QByteArray("=1+1") << QByteArray("@SUM(A1)");
}

void TableFileTest::reads()
{
    QFETCH(QByteArray, text);
    const auto list = ingest::readTableFile(text.toStdString());
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(1));
    QTEST(QByteArray::fromStdString(list->articles[0].title), "title");
    QTEST(QByteArray::fromStdString(list->articles[0].body), "body");
}

void TableFileTest::columnsInAnyOrder()
{
    const auto list = ingest::readTableFile(
        "rank,Date,URL,Publisher,Headline,Author\n7,2026-11-23,https://w.example/a,Wire,Rates held,Ann\n");
    QVERIFY(list);
    const base::Article& article = list->articles.at(0);
    QCOMPARE(article.title, std::string("Rates held"));
    QCOMPARE(article.source, std::string("Wire"));
    QCOMPARE(article.url, std::string("https://w.example/a"));
    QCOMPARE(article.author, std::string("Ann"));
    QVERIFY(article.published.has_value());
    QCOMPARE(base::toIso(*article.published), std::string("2026-11-23T00:00:00Z"));
}

void TableFileTest::withoutHeader()
{
    const auto list = ingest::readTableFile("2026-11-23,Rates held at meeting,\"The board held rates, as "
                                            "most had thought it would.\",https://w.example/a\n"
                                            "2026-11-24,Oil falls below sixty,\"Crude fell for a third day, "
                                            "on rising stocks at Cushing.\",https://w.example/b\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->articles[0].title, std::string("Rates held at meeting"));
    QCOMPARE(list->articles[0].body, std::string("The board held rates, as most had thought it would."));
    QCOMPARE(list->articles[1].url, std::string("https://w.example/b"));
    QVERIFY(list->articles[1].published.has_value());
}

void TableFileTest::badRowsAreWarned()
{
    const auto list = ingest::readTableFile("title,body,date\nA,B,2026-01-02\n,,2026-01-03\n\nC,D,someday\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->warnings, std::vector<std::string>{"row 3 has neither title nor body"});
    QCOMPARE(list->articles[1].warnings, std::vector<std::string>{"date not readable: someday"});
    QVERIFY(!list->articles[1].published);
}

void TableFileTest::looksLikeTable()
{
    QVERIFY(ingest::looksLikeTable("date;title;body\n2026-01-02;A;B\n"));
    QVERIFY(!ingest::looksLikeTable("Title, text and so on\nThe body follows here."));
    QVERIFY(!ingest::looksLikeTable("title,body"));
    QVERIFY(!ingest::looksLikeTable("A line\nanother line\n"));
}

void TableFileTest::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no such column") << QByteArray("a,b\n1,2\n");
    QTest::newRow("header alone") << QByteArray("title,body\n");
    QTest::newRow("empty rows") << QByteArray("title,body\n,\n,\n");
    QTest::newRow("numbers") << QByteArray("1,2,3\n4,5,6\n");
}

void TableFileTest::rejects()
{
    QFETCH(QByteArray, text);
    const auto list = ingest::readTableFile(text.toStdString());
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::InvalidInput);
    QVERIFY(!list.error().message.empty());
}

QTEST_GUILESS_MAIN(TableFileTest)
#include "tablefile_test.moc"
