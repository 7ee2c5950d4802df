// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: jsontext.cpp
#include <ingest/files/recordfile.h>

#include <QTest>

class RecordFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void fields();
    void badRecordsAreWarned();
    void rejects_data();
    void rejects();
};

void RecordFileTest::shapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("titles");
    const QByteArrayList two{"One", "Two"};
    QTest::newRow("array") << QByteArray(R"([{"title":"One"},{"headline":"Two"}])") << two;
    QTest::newRow("lines") << QByteArray("{\"title\":\"One\"}\n\n{\"title\":\"Two\"}\r\n") << two;
    QTest::newRow("articles") << QByteArray(R"({"status":"ok","articles":[{"title":"One"},{"title":"Two"}]})")
                              << two;
    QTest::newRow("items") << QByteArray(R"({"items":[{"title":"One"},{"title":"Two"}]})") << two;
    QTest::newRow("data") << QByteArray(R"({"data":[{"title":"One"},{"title":"Two"}]})") << two;
    QTest::newRow("nested") << QByteArray(R"({"response":{"results":[{"title":"One"},{"title":"Two"}]}})")
                            << two;
    QTest::newRow("one object") << QByteArray(R"({"title":"One","body":"b"})") << QByteArrayList{"One"};
    QTest::newRow("references in titles")
        << QByteArray(R"([{"title":"A &amp; <b>B</b>"}])") << QByteArrayList{"A & B"};
}

void RecordFileTest::shapes()
{
    QFETCH(QByteArray, text);
    const auto list = ingest::readRecordFile(text.toStdString());
    QVERIFY(list);
    QByteArrayList titles;
    for (const base::Article& article : list->articles)
        titles << QByteArray::fromStdString(article.title);
    QTEST(titles, "titles");
    QVERIFY(list->warnings.empty());
}

void RecordFileTest::fields()
{
    const auto list
        = ingest::readRecordFile(R"([{"Title":"T","content":"cut short","text":"The whole text of it.",
        "pubDate":"Mon, 23 Nov 2026 13:44:00 +0000","source":{"id":null,"name":"Wire"},"link":"https://w.example/1",
        "guid":77,"author":["Ann","Bo"],"language":"de-AT","tags":["metals","energy"]},
        {"title":"U","description":"Short.","time":1795442640,"url":"javascript:x"}])");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    const base::Article& first = list->articles[0];
    QCOMPARE(first.body, std::string("The whole text of it."));
    QVERIFY(first.published.has_value());
    QCOMPARE(base::toIso(*first.published), std::string("2026-11-23T13:44:00Z"));
    QCOMPARE(first.source, std::string("Wire"));
    QCOMPARE(first.url, std::string("https://w.example/1"));
    QCOMPARE(first.guid, std::string("77"));
    QCOMPARE(first.author, std::string("Ann, Bo"));
    QCOMPARE(first.language, std::string("de-AT"));
    QCOMPARE(first.categories.size(), std::size_t(2));
    const base::Article& second = list->articles[1];
    QCOMPARE(second.body, std::string("Short."));
    QVERIFY(second.published.has_value());
    QCOMPARE(base::toUnix(*second.published), std::int64_t(1795442640));
    QVERIFY(second.url.empty());
}

void RecordFileTest::badRecordsAreWarned()
{
    const auto array = ingest::readRecordFile(R"([{"title":"A"},5,{"foo":1},{"body":"B","date":"soon"}])");
    QVERIFY(array);
    QCOMPARE(array->articles.size(), std::size_t(2));
    QCOMPARE(array->warnings.size(), std::size_t(2));
    QVERIFY(array->warnings[0].find("2") != std::string::npos);
    QCOMPARE(array->articles[1].warnings, std::vector<std::string>{"date not readable: soon"});

    const auto lines = ingest::readRecordFile("{\"title\":\"A\"}\n{\"title\":\n{\"title\":\"C\"}\n");
    QVERIFY(lines);
    QCOMPARE(lines->articles.size(), std::size_t(2));
    QCOMPARE(lines->warnings, std::vector<std::string>{"line 2 is not valid JSON"});
}

void RecordFileTest::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{ this is not");
    QTest::newRow("nothing known") << QByteArray(R"([{"a":1},{"b":2}])");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("nested without end") << QByteArray(500000, '[');
    QTest::newRow("nested value") << "{\"title\":" + QByteArray(300000, '[') + QByteArray(300000, ']') + "}";
}

void RecordFileTest::rejects()
{
    QFETCH(QByteArray, text);
    const auto list = ingest::readRecordFile(text.toStdString());
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::InvalidInput);
    QVERIFY(!list.error().message.empty());
}

QTEST_GUILESS_MAIN(RecordFileTest)
#include "recordfile_test.moc"
