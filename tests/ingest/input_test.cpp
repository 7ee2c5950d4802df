// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: filekind.cpp
#include <ingest/input.h>

#include <QTest>

#include <set>

Q_DECLARE_METATYPE(ingest::InputKind)

class InputTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void unreadable_data();
    void unreadable();
    void everyArticleIsComplete();
    void identitiesDiffer();
    void aTextBeyondAllMeasureIsCut();
    void repeatsAreLeftOut();
    void futureDates();
    void pageTakesItsAddress();
    void subscriptions();
    void rememberedMappings();
};

static ingest::InputContext named(const char* name, const char* type = "")
{
    ingest::InputContext context;
    context.name = name;
    context.contentType = type;
    context.received = base::fromUnix(1795000000);
    return context;
}

void InputTest::kinds_data()
{
    using ingest::InputKind;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<InputKind>("kind");
    QTest::addColumn<QByteArray>("title"); // of the first article
    const QByteArray rss
        = "<?xml version='1.0'?><rss version='2.0'><channel><title>C</title><item><title>One</title>"
          "<description>Text</description></item></channel></rss>";
    const QByteArray page = "<!DOCTYPE html><html><head><title>One</title></head><body><article><p>The board "
                            "held rates on Monday, as most "
                            "had thought it would do.</p></article></body></html>";
    const QByteArray json = R"([{"title":"One","body":"Text"}])";
    const QByteArray table = "title,body\nOne,Text\n";
    const QByteArray mail = "From: a@b.example\nSubject: One\n\nText\n";
    QTest::newRow("feed, any name") << rss << QByteArray("x.txt") << QByteArray() << InputKind::Feed
                                    << QByteArray("One");
    QTest::newRow("JSON Feed") << QByteArray(
        R"({"version":"https://jsonfeed.org/version/1.1","title":"C","items":[{"id":"1","title":"One",
        "content_text":"Text"}]})")
                               << QByteArray("feed.json") << QByteArray("application/json") << InputKind::Feed
                               << QByteArray("One");
    QTest::newRow("page, no name") << page << QByteArray() << QByteArray() << InputKind::Page
                                   << QByteArray("One");
    QTest::newRow("page, wrong ending")
        << page << QByteArray("a.csv") << QByteArray() << InputKind::Page << QByteArray("One");
    QTest::newRow("records") << json << QByteArray("a.json") << QByteArray() << InputKind::Records
                             << QByteArray("One");
    QTest::newRow("records, no name")
        << json << QByteArray() << QByteArray() << InputKind::Records << QByteArray("One");
    QTest::newRow("lines of JSON") << QByteArray("{\"title\":\"One\"}\n{\"title\":\"Two\"}\n")
                                   << QByteArray("a.ndjson") << QByteArray() << InputKind::Records
                                   << QByteArray("One");
    QTest::newRow("table") << table << QByteArray("C:\\files\\A.CSV") << QByteArray() << InputKind::Table
                           << QByteArray("One");
    QTest::newRow("table by type") << table << QByteArray("download") << QByteArray("text/csv; charset=utf-8")
                                   << InputKind::Table << QByteArray("One");
    QTest::newRow("table by its header row")
        << QByteArray("date;title;text\n2026-01-02;One;Text\n") << QByteArray() << QByteArray()
        << InputKind::Table << QByteArray("One");
    QTest::newRow("mail") << mail << QByteArray("a.eml") << QByteArray() << InputKind::Mail
                          << QByteArray("One");
    QTest::newRow("mail, no name") << mail << QByteArray() << QByteArray() << InputKind::Mail
                                   << QByteArray("One");
    QTest::newRow("text") << QByteArray("One\n\nText.\n") << QByteArray("a.txt") << QByteArray()
                          << InputKind::Text << QByteArray("One");
    QTest::newRow("Markdown") << QByteArray("# One\n\nText.\n") << QByteArray("a.md") << QByteArray()
                              << InputKind::Text << QByteArray("One");
    QTest::newRow("UTF-16 text") << QByteArray("\xFF\xFEO\0n\0e\0\n\0T\0w\0o\0", 16) << QByteArray("a.txt")
                                 << QByteArray() << InputKind::Text << QByteArray("One");
    QTest::newRow("feed named as a page")
        << rss << QByteArray("x.html") << QByteArray("text/html") << InputKind::Feed << QByteArray("One");
    QTest::newRow("records named as text")
        << json << QByteArray("a.txt") << QByteArray() << InputKind::Records << QByteArray("One");
    QTest::newRow("table named as text")
        << QByteArray("date\ttitle\tbody\n2026-01-02\tOne\tText\n") << QByteArray("a.txt") << QByteArray()
        << InputKind::Table << QByteArray("One");
    QTest::newRow("UTF-16 table") << QByteArray(
        "\xFF\xFEt\0i\0t\0l\0e\0\t\0b\0o\0d\0y\0\n\0O\0n\0e\0\t\0T\0w\0o\0\n\0", 40)
                                  << QByteArray("a.csv") << QByteArray() << InputKind::Table
                                  << QByteArray("One");
    QTest::newRow("UTF-16 records") << QByteArray(
        "\xFE\xFF\0[\0{\0\"\0t\0i\0t\0l\0e\0\"\0:\0\"\0O\0n\0e\0\"\0}\0]", 36)
                                    << QByteArray("a") << QByteArray() << InputKind::Records
                                    << QByteArray("One");
    QTest::newRow("table with HTML in its cells")
        << QByteArray("title,body\nOne,\"<p>Text</p>\"\n") << QByteArray("a.csv") << QByteArray()
        << InputKind::Table << QByteArray("One");
    QTest::newRow("text with a bracket") << QByteArray("[Update] One\n\nText.\n") << QByteArray("a.txt")
                                         << QByteArray() << InputKind::Text << QByteArray("[Update] One");
}

void InputTest::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    const auto document = ingest::readInput(bytes.toStdString(), named(name.constData(), type.constData()));
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QTEST(document->kind, "kind");
    QVERIFY(!document->articles.empty());
    QTEST(QByteArray::fromStdString(document->articles[0].title), "title");
}

void InputTest::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("word"); // that the reason must hold
    QTest::newRow("no bytes") << QByteArray() << QByteArray("a.txt") << QByteArray("empty");
    QTest::newRow("white space") << QByteArray(" \n\n\t") << QByteArray("a.html") << QByteArray("empty");
    QTest::newRow("a mark alone") << QByteArray("\xEF\xBB\xBF\n") << QByteArray("a.txt")
                                  << QByteArray("empty");
    QTest::newRow("image") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << QByteArray("a.png")
                           << QByteArray("image");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\nstream") << QByteArray("a.pdf") << QByteArray("PDF");
    QTest::newRow("PDF of any name") << QByteArray("%PDF-1.7\nstream") << QByteArray("a.txt")
                                     << QByteArray("is a PDF, which is not read");
    QTest::newRow("Word, older") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(600, '\0')
            + QByteArray("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24)
                                 << QByteArray("a.doc") << QByteArray("is a Word document");
    QTest::newRow("damaged archive") << QByteArray("PK\x03\x04\x14\0\x06\0", 8) << QByteArray("a.zip")
                                     << QByteArray("damaged ZIP");
    QTest::newRow("damaged gzip") << QByteArray("\x1F\x8B\x08\0\0\0\0\0\0\3\xFF\xFF\xFF", 13)
                                  << QByteArray("a.gz") << QByteArray("damaged gzip");
    QTest::newRow("RTF") << QByteArray("{\\rtf1\\ansi Text}") << QByteArray("a.rtf") << QByteArray("RTF");
    QTest::newRow("comma before the end")
        << QByteArray("[{\"title\":\"A\",}]") << QByteArray("a.json") << QByteArray("line 1, column 15");
    QTest::newRow("unknown bytes") << QByteArray(
        "\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11\x12\x13\x14\x15")
                                   << QByteArray("a.bin") << QByteArray("not text");
    QTest::newRow("other XML") << QByteArray("<?xml version='1.0'?><invoice><total>5</total></invoice>")
                               << QByteArray("a.xml") << QByteArray("XML");
    QTest::newRow("records of nothing")
        << QByteArray(R"([{"a":1}])") << QByteArray("a.json") << QByteArray("title");
    QTest::newRow("table of nothing")
        << QByteArray("a,b\n1,2\n") << QByteArray("a.csv") << QByteArray("header");
}

void InputTest::unreadable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, word);
    const auto document = ingest::readInput(bytes.toStdString(), named(name.constData()));
    QVERIFY(!document);
    QVERIFY(document.error().code == base::ErrorCode::InvalidInput
        || document.error().code == base::ErrorCode::Unsupported);
    QVERIFY(document.error().context.empty());
    QVERIFY2(
        QByteArray::fromStdString(document.error().message).contains(word), document.error().message.c_str());
}

void InputTest::everyArticleIsComplete()
{
    const auto document = ingest::readInput(
        R"([{"title":"Rates held","body":"The board held its rates on Monday, as most had thought.",
        "source":"Wire"},{"body":"Der Vorstand hat am Montag die Zinsen unverändert gelassen, wie die meisten erwartet hatten."}])",
        named("a.json"));
    QVERIFY(document);
    QCOMPARE(document->articles.size(), std::size_t(2));
    for (const base::Article& article : document->articles) {
        QVERIFY(!article.identity.empty());
        QVERIFY(article.fingerprint != 0);
        QVERIFY(!article.title.empty());
        QCOMPARE(base::toUnix(article.received), std::int64_t(1795000000));
        QCOMPARE(article.id, std::int64_t(0));
    }
    QCOMPARE(document->articles[0].language, std::string("en"));
    QCOMPARE(document->articles[1].language, std::string("de"));
    QVERIFY(document->sourceTitle.empty());
}

void InputTest::identitiesDiffer()
{
    const QByteArray json
        = R"([{"id":"7","title":"A","body":"One"},{"id":"7","title":"B","body":"Two"},{"id":"7","title":"C","body":"Three"},
        {"title":"A","body":"One"}])";
    const auto document = ingest::readInput(json.toStdString(), named("a.json"));
    QVERIFY(document);
    QCOMPARE(document->articles.size(), std::size_t(4));
    std::set<std::string> identities;
    for (const base::Article& article : document->articles)
        identities.insert(article.identity);
    QCOMPARE(identities.size(), std::size_t(4));
    QCOMPARE(document->articles[1].warnings, std::vector<std::string>{"id used twice: 7"});
    const auto again = ingest::readInput(json.toStdString(), named("b.json"));
    QVERIFY(again);
    QCOMPARE(again->articles[2].identity, document->articles[2].identity);
}

void InputTest::aTextBeyondAllMeasureIsCut()
{
    std::string text = "A title\n\n";
    while (text.size() < (5U << 20))
        text += "Copper rises and copper falls, g\u00FCnstig. ";
    const auto document = ingest::readInput(text, named("long.txt"));
    QVERIFY(document);
    QCOMPARE(document->leftOut.size(), std::size_t(1));
    const std::string& body = document->articles.at(0).body;
    QVERIFY(body.size() <= (4U << 20) && body.size() > (4U << 20) - 100);
    QVERIFY(!QString::fromStdString(body).contains(QChar::ReplacementCharacter));
    QVERIFY(document->articles.at(0).fingerprint != 0);
}

void InputTest::repeatsAreLeftOut()
{
    const auto document = ingest::readInput("title,body\nA,B\nC,D\nA,B\n", named("a.csv"));
    QVERIFY(document);
    QCOMPARE(document->articles.size(), std::size_t(2));
    QCOMPARE(document->warnings, std::vector<std::string>{"1 repeat of the same article left out"});
}

void InputTest::futureDates()
{
    const auto document = ingest::readInput(
        R"([{"title":"A","date":"2099-01-01"},{"title":"B","date":"2026-01-01"}])", named("a.json"));
    QVERIFY(document);
    QVERIFY(!document->articles[0].published);
    QCOMPARE(document->articles[0].warnings.size(), std::size_t(1));
    QVERIFY(document->articles[1].published.has_value());
}

void InputTest::pageTakesItsAddress()
{
    ingest::InputContext context = named("https://w.example/2026/rates.html", "text/html; charset=utf-8");
    context.url = "https://w.example/2026/rates.html";
    const QByteArray page = "<html lang=en><head><meta property='og:site_name' content='Wire'><title>Rates "
                            "held | Wire</title></head><body>"
                            "<article><h1>Rates held</h1><p>The board held its rates on Monday, as most "
                            "economists had thought it would "
                            "do after the latest inflation figures.</p></article></body></html>";
    const auto document = ingest::readInput(page.toStdString(), context);
    QVERIFY(document);
    QCOMPARE(document->articles.size(), std::size_t(1));
    QCOMPARE(document->articles[0].url, context.url);
    QCOMPARE(document->articles[0].title, std::string("Rates held"));
    QCOMPARE(document->articles[0].source, std::string("Wire"));
    QCOMPARE(document->sourceTitle, std::string("Wire"));
}

void InputTest::subscriptions()
{
    const auto document
        = ingest::readInput("<opml version='2.0'><head><title>Mine</title></head><body><outline text='A' "
                            "xmlUrl='https://w.example/a'/></body></opml>",
            named("subs.xml"));
    QVERIFY(document);
    QCOMPARE(document->kind, ingest::InputKind::Subscriptions);
    QCOMPARE(document->sourceTitle, std::string("Mine"));
    QCOMPARE(document->subscriptions.size(), std::size_t(1));
    QVERIFY(document->articles.empty());
}

void InputTest::rememberedMappings()
{
    const std::string text = "what,words,more\nx,Rates held,The board held.\n";
    QVERIFY(!ingest::readInput("what,words,more\nx,A,B\n", named("a.csv")));
    std::string asked;
    ingest::InputOptions options;
    options.mapping = [&](const std::string& key) -> std::optional<ingest::TableMapping> {
        asked = key;
        ingest::TableMapping mapping;
        mapping.columns = {ingest::Part::None, ingest::Part::Title, ingest::Part::Body};
        return mapping;
    };
    const auto document = ingest::readInput(text, named("a.csv"), options);
    QVERIFY(document);
    QCOMPARE(document->articles.at(0).title, std::string("Rates held"));
    QCOMPARE(document->tables.size(), std::size_t(1));
    QVERIFY(document->tables[0].remembered);
    QCOMPARE(document->tables[0].key, asked);
    QCOMPARE(document->tables[0].used.columns.at(2), ingest::Part::Body);
    QCOMPARE(asked, ingest::headerKey(ingest::guessTable(text)));
    const auto plain = ingest::readInput("title,body\nA,B\n", named("b.csv"));
    QVERIFY(plain);
    QVERIFY(!plain->tables.at(0).remembered);
    QCOMPARE(plain->tables[0].guess.confidence, 1.0);
}

QTEST_GUILESS_MAIN(InputTest)
#include "input_test.moc"
