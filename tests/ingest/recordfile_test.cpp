// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: jsontext.cpp partnames.cpp recordshape.cpp
#include <ingest/files/jsontext.h>
#include <ingest/files/recordfile.h>

#include <QTest>

class RecordFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void fields();
    void badRecordsAreWarned();
    void wordsOneLevelDown_data();
    void wordsOneLevelDown();
    void dates_data();
    void dates();
    void bestNames();
    void sourcesOfLists();
    void cutBodies();
    void repeats();
    void manyBadLines();
    void errorsNameThePlace_data();
    void errorsNameThePlace();
    void names_data();
    void names();
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
    QTest::newRow("response.docs") << QByteArray(
        R"({"response":{"numFound":2,"docs":[{"title":"One"},{"title":"Two"}]}})")
                                   << two;
    QTest::newRow("hits of a search") << QByteArray(
        R"({"hits":{"total":2,"hits":[{"_source":{"title":"One"}},{"_source":{"title":"Two"}}]}})")
                                      << two;
    QTest::newRow("a list of another name")
        << QByteArray(R"({"count":2,"x":[1,2,3],"press":[{"title":"One"},{"title":"Two"}]})") << two;
    QTest::newRow("a list with a title of its own")
        << QByteArray(R"({"title":"All","items":[{"title":"One"},{"title":"Two"}]})") << two;
    QTest::newRow("records as members")
        << QByteArray(R"({"a1":{"title":"One","body":"B"},"a2":{"title":"Two","body":"C"}})") << two;
    QTest::newRow("columns") << QByteArray(R"({"title":["One","Two"],"body":["B","C"]})") << two;
    QTest::newRow("columns by row numbers")
        << QByteArray(R"({"title":{"0":"One","1":"Two"},"body":{"0":"B","1":"C"}})") << two;
    QTest::newRow("objects that are no columns")
        << QByteArray(R"({"title":{"rendered":"One","raw":"o"},"content":{"rendered":"B","raw":"b"}})")
        << QByteArrayList{"One"};
    QTest::newRow("headlines alone") << QByteArray(R"(["Rates are held","Oil falls again"])")
                                     << QByteArrayList{"Rates are held", "Oil falls again"};
    QTest::newRow("children of a listing") << QByteArray(
        R"({"kind":"L","data":{"children":[{"data":{"title":"One","selftext":"B"}},
        {"data":{"title":"Two"}}]}})") << two;
    QTest::newRow("one, two levels down")
        << QByteArray(R"({"data":{"id":"1","attributes":{"title":"One"}}})") << QByteArrayList{"One"};
    QTest::newRow("an article with a list in it")
        << QByteArray(R"({"title":"One","body":"Text","items":[{"title":"See also"}]})")
        << QByteArrayList{"One"};
    QTest::newRow("values without commas")
        << QByteArray("{\n \"title\": \"One\"\n}\n{\n \"title\": \"Two\"\n}\n") << two;
    QTest::newRow("a text sequence") << QByteArray("\x1E{\"title\":\"One\"}\n\x1E{\"title\":\"Two\"}\n")
                                     << two;
    QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF[{\"title\":\"One\"},{\"title\":\"Two\"}]")
                                     << two;
    QTest::newRow("array over lines") << QByteArray("[\n{\"title\":\"One\"},\n{\"title\":\"Two\"}\n]") << two;
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

void RecordFileTest::wordsOneLevelDown_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::newRow("objects around words")
        << QByteArray(R"({"headline":{"main":"T","kicker":"K"},"byline":{"original":"By Ann"},
        "source":{"id":5,"name":"Wire"},"content":{"rendered":"<p>B</p>"},"tags":[{"name":"x"},{"name":"y"}]})");
    QTest::newRow("attributes") << QByteArray(
        R"({"id":"1","type":"news","attributes":{"title":"T","body":"B","author":{"name":"By Ann"},
        "source":{"title":"Wire"},"tags":["x","y"]}})");
    QTest::newRow("lists of words") << QByteArray(
        R"({"title":["T"],"body":["B"],"authors":["By Ann"],"publisher":[{"name":"Wire"}],"keywords":"x;y"})");
}

void RecordFileTest::wordsOneLevelDown()
{
    QFETCH(QByteArray, record);
    const auto list = ingest::readRecordFile(record.toStdString());
    QVERIFY(list);
    const base::Article& article = list->articles.at(0);
    QCOMPARE(article.title, std::string("T"));
    QCOMPARE(article.body, std::string("B"));
    QCOMPARE(article.author, std::string("By Ann"));
    QCOMPARE(article.source, std::string("Wire"));
    QCOMPARE(article.categories, (std::vector<std::string>{"x", "y"}));
}

void RecordFileTest::dates_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("ISO") << QByteArray(R"("publishedAt":"2026-11-23T13:44:00Z")");
    QTest::newRow("RFC") << QByteArray(R"("pubDate":"Mon, 23 Nov 2026 13:44:00 GMT")");
    QTest::newRow("seconds") << QByteArray(R"("timestamp":1795441440)");
    QTest::newRow("milliseconds") << QByteArray(R"("timestamp":1795441440000)");
    QTest::newRow("seconds with a fraction") << QByteArray(R"("created":1795441440.75)");
    QTest::newRow("seconds as text") << QByteArray(R"("time":"1795441440")");
    QTest::newRow("in an object") << QByteArray(R"("date":{"$date":"2026-11-23T13:44:00Z"})");
    QTest::newRow("the better of two") << QByteArray(
        R"("created_at":"2026-01-01","published_at":"2026-11-23T13:44:00Z","updated":"2027-01-01")");
}

void RecordFileTest::dates()
{
    QFETCH(QByteArray, field);
    const auto list = ingest::readRecordFile(R"([{"title":"T",)" + field.toStdString() + "}]");
    QVERIFY(list);
    QVERIFY(list->articles.at(0).published.has_value());
    QCOMPARE(base::toIso(*list->articles[0].published), std::string("2026-11-23T13:44:00Z"));
}

void RecordFileTest::bestNames()
{
    const auto list = ingest::readRecordFile(
        R"([{"name":"n","title":"T","abstract":"A much longer summary than the text of it.","body":"B.",
        "links":[{"href":"https://w.example/1"}],"language":"German","paragraphs":["x","y"]},
        {"name":"Only a name","paragraphs":["One.","Two."]}])");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->articles[0].title, std::string("T"));
    QCOMPARE(list->articles[0].body, std::string("B."));
    QCOMPARE(list->articles[0].url, std::string("https://w.example/1"));
    QCOMPARE(list->articles[0].language, std::string("de"));
    QCOMPARE(list->articles[1].title, std::string("Only a name"));
    QCOMPARE(list->articles[1].body, std::string("One.\n\nTwo."));
}

void RecordFileTest::sourcesOfLists()
{
    const auto list = ingest::readRecordFile(
        R"({"rss":{"channel":{"title":"Wire","item":[{"title":"A","category":4},{"title":"B","source":"Own"}]}}})");
    QVERIFY(list);
    QCOMPARE(list->articles.at(0).source, std::string("Wire"));
    QVERIFY(list->articles[0].categories.empty());
    QCOMPARE(list->articles.at(1).source, std::string("Own"));
}

void RecordFileTest::cutBodies()
{
    const auto list = ingest::readRecordFile(
        R"([{"title":"A","content":"Crude fell for\u2026 [+812 chars]","description":"Crude fell for a third day on Monday."},
        {"title":"B","content":"The longest text of the two is this one\u2026 [+4 chars]","description":"Short."}])");
    QVERIFY(list);
    QCOMPARE(list->articles.at(0).body, std::string("Crude fell for a third day on Monday."));
    QCOMPARE(list->articles.at(1).body, std::string("The longest text of the two is this one\u2026"));
}

void RecordFileTest::repeats()
{
    const auto list = ingest::readRecordFile(R"([{"title":"A"},{"title":"A"},{"title":"A"},{"title":"B"}])");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->warnings, std::vector<std::string>{"2 repeats of the article before left out"});
}

void RecordFileTest::manyBadLines()
{
    std::string text = "{\"title\":\"A\"}\n{\"title\":\"huge\",\"id\":1e999}\n";
    for (int line = 0; line < 300; ++line)
        text += "{\"nothing\":1}\n";
    const auto list = ingest::readRecordFile(text);
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(1));
    QCOMPARE(list->warnings.size(), std::size_t(101));
    QCOMPARE(list->warnings.front(), std::string("line 2 is not valid JSON"));
    QCOMPARE(list->warnings.back(), std::string("201 more could not be read"));
}

void RecordFileTest::errorsNameThePlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("comma before the end")
        << QByteArray("[\n  {\"title\": \"\u00C4\",}\n]")
        << QByteArray("is not valid JSON: line 2, column 17: a comma before '}'");
    QTest::newRow("cut short") << QByteArray("[{\"title\": \"A\"},")
                               << QByteArray("is not valid JSON: line 1, column 17: the text ends too early");
    QTest::newRow("word without quotes")
        << QByteArray("{title: 1}") << QByteArray("is not valid JSON: line 1, column 3: ");
    QTest::newRow("number out of range")
        << QByteArray("[{\"title\":\"A\",\"id\":1e999}]") << QByteArray("number overflow");
    QTest::newRow("too deep") << QByteArray(300, '[')
                              << QByteArray("is nested deeper than 128 levels: line 1, column 129");
}

void RecordFileTest::errorsNameThePlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    const auto list = ingest::readRecordFile(text.toStdString());
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::InvalidInput);
    QVERIFY2(QByteArray::fromStdString(list.error().message).contains(reason), list.error().message.c_str());
    QVERIFY(!ingest::readJson(text.toStdString()));
    QVERIFY(ingest::parseJson(text.toStdString()).is_discarded());
}

void RecordFileTest::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("case and signs") << QByteArray(" Published-At ") << QByteArray("published");
    QTest::newRow("accents") << QByteArray("R\u00C9SUM\u00C9") << QByteArray("summary");
    QTest::newRow("combining accents") << QByteArray("Re\u0301sume\u0301") << QByteArray("summary");
    QTest::newRow("sharp s is folded") << QByteArray("\u00DCberschrift") << QByteArray("title");
    QTest::newRow("last word") << QByteArray("news/article.headline") << QByteArray("title");
    QTest::newRow("unknown") << QByteArray("price") << QByteArray("-");
    QTest::newRow("empty") << QByteArray("--") << QByteArray("-");
    QTest::newRow("long") << QByteArray(5000, 'a') << QByteArray("-");
}

void RecordFileTest::names()
{
    QFETCH(QByteArray, name);
    const std::string_view part = ingest::partName(ingest::partNamed(name.toStdString()).part);
    QTEST(QByteArray(part.data(), qsizetype(part.size())), "part");
    QCOMPARE(ingest::partOf(part), ingest::partNamed(name.toStdString()).part);
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
