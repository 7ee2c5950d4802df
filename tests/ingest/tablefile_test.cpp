// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: tableguess.cpp tablerows.cpp
#include <ingest/files/tablefile.h>
#include <ingest/files/tablerows.h>

#include <QTest>

class TableFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void columnsInAnyOrder();
    void withoutHeader();
    void badRowsAreWarned();
    void headers_data();
    void headers();
    void bestNames();
    void guesses();
    void mappings_data();
    void mappings();
    void brokenMappings_data();
    void brokenMappings();
    void keys();
    void chosenMapping();
    void hostileQuotes();
    void looksLikeTable();
    void rejects_data();
    void rejects();
};

static base::Result<ingest::RecordList> readText(const std::string& text)
{
    return ingest::readTable(text, ingest::guessTable(text).mapping);
}

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
    QTest::newRow("the mark before a formula goes, an apostrophe stays") << QByteArray(
        "title,body\n'=1+1,'Tis the season\n") << QByteArray("=1+1") << QByteArray("'Tis the season");
    QTest::newRow("one of several marks goes")
        << QByteArray("title,body\n''=1,''a\n") << QByteArray("'=1") << QByteArray("''a");
    QTest::newRow("named separator, upper case")
        << QByteArray("SEP=|\r\ntitle|body\r\nA,x|B;y\r\n") << QByteArray("A,x") << QByteArray("B;y");
    QTest::newRow("a separator line that names none")
        << QByteArray("sep=\x8B\ntitle,body\nA,B\n") << QByteArray("A") << QByteArray("B");
    QTest::newRow("quote inside a quoted cell") << QByteArray("title,body\n\"The \"big\" one, again\",B\n")
                                                << QByteArray("The \"big\" one, again") << QByteArray("B");
    QTest::newRow("backslashed quotes") << QByteArray("title,body\n\"He said \\\"no\\\", twice\",B\n")
                                        << QByteArray("He said \"no\", twice") << QByteArray("B");
    QTest::newRow("single quotes") << QByteArray("'title','body'\n'A, or more','B'\n")
                                   << QByteArray("A, or more") << QByteArray("B");
    QTest::newRow("marks before formulas are no quotes")
        << QByteArray("title,body,a,b,c,d,e,f\n'=A1,'+B|'x,'-1,'@c,'=2,'=3,'=4,'=5'\n") << QByteArray("=A1")
        << QByteArray("+B|'x");
    QTest::newRow("quoted line ends") << QByteArray("title;body\r\nA;\"First line\r\n\r\nThird; line\"\r\n")
                                      << QByteArray("A") << QByteArray("First line\n\nThird; line");
    QTest::newRow("decimal commas between semicolons")
        << QByteArray("Titel;Text;Kurs\nZinsen;Sie fielen um 0,25 Punkte;1,085\n") << QByteArray("Zinsen")
        << QByteArray("Sie fielen um 0,25 Punkte");
    QTest::newRow("caption above") << QByteArray("Export of today,\n,\ntitle,body\nA,B\n") << QByteArray("A")
                                   << QByteArray("B");
    QTest::newRow("HTML in a cell") << QByteArray("title,body\nA,\"<p>One</p><p>Two</p>\"\n")
                                    << QByteArray("A") << QByteArray("One\n\nTwo");
    QTest::newRow("one column") << QByteArray("headline\nOnly this\n") << QByteArray("Only this")
                                << QByteArray();
}

void TableFileTest::reads()
{
    QFETCH(QByteArray, text);
    const auto list = readText(text.toStdString());
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(1));
    QTEST(QByteArray::fromStdString(list->articles[0].title), "title");
    QTEST(QByteArray::fromStdString(list->articles[0].body), "body");
}

void TableFileTest::columnsInAnyOrder()
{
    const auto list = readText(
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
    const auto list = readText("2026-11-23,Rates held at meeting,\"The board held rates, as "
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
    const auto list = readText("title,body,date\nA,B,2026-01-02\n,,2026-01-03\n\nC,D,someday\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->warnings, std::vector<std::string>{"row 3 has neither title nor body"});
    QCOMPARE(list->articles[1].warnings, std::vector<std::string>{"date not readable: someday"});
    QVERIFY(!list->articles[1].published);
}

void TableFileTest::headers_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("English") << QByteArray("Headline;Full Text;Published At;Source;Link;By-Line");
    QTest::newRow("German") << QByteArray("\u00DCberschrift;Inhalt;Ver\u00F6ffentlicht am;Quelle;Link;Autor");
    QTest::newRow("French") << QByteArray("Titre;Texte;Publi\u00E9 le;\u00C9diteur;Lien;Auteur");
    QTest::newRow("Spanish") << QByteArray("T\u00EDtulo;Cuerpo;Fecha;Fuente;Enlace;Autor");
    QTest::newRow("with namespaces") << QByteArray(
        "dc:title;article.body;pub_date;source.name;url;dc:creator");
    QTest::newRow("unknown words, told by what is below") << QByteArray("aa;bb;cc;source;dd;author");
    QTest::newRow("none at all, but for the names") << QByteArray();
}

void TableFileTest::headers()
{
    QFETCH(QByteArray, header);
    const QByteArray rows
        = "Rates held at the meeting;The board held its rates on Monday, as most economists had thought it "
          "would.;2026-11-23;Wire;https://w.example/a;Ann\n"
          "Oil falls below sixty;Crude fell for a third day on rising stocks, and nobody expects a cut of "
          "supply.;2026-11-24;Wire;https://w.example/b;Bo\n";
    const auto list = readText((header.isEmpty() ? rows : header + '\n' + rows).toStdString());
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    const base::Article& article = list->articles[1];
    QCOMPARE(article.title, std::string("Oil falls below sixty"));
    QVERIFY(article.body.starts_with("Crude fell"));
    QCOMPARE(article.url, std::string("https://w.example/b"));
    QVERIFY(article.published.has_value());
    QCOMPARE(base::toIso(*article.published), std::string("2026-11-24T00:00:00Z"));
    if (!header.isEmpty()) {
        QCOMPARE(article.source, std::string("Wire"));
        QCOMPARE(article.author, std::string("Bo"));
    }
}

void TableFileTest::bestNames()
{
    const auto list = readText("updated_at,name,id,title,published,description,content,tags,lang\n"
                               "2026-02-02,n,7,T,2026-01-01,Short.,The whole of it.,\"a;b, c\",English\n");
    QVERIFY(list);
    const base::Article& article = list->articles.at(0);
    QCOMPARE(article.title, std::string("T"));
    QCOMPARE(article.body, std::string("The whole of it."));
    QCOMPARE(base::toIso(article.published.value()), std::string("2026-01-01T00:00:00Z"));
    QCOMPARE(article.guid, std::string("7"));
    QCOMPARE(article.language, std::string("en"));
    QCOMPARE(article.categories, (std::vector<std::string>{"a", "b, c"}));
}

void TableFileTest::guesses()
{
    const ingest::TableGuess named = ingest::guessTable("date;title;body\n2026-01-02;A;B\n2026-01-03;C;D\n");
    QCOMPARE(named.mapping.delimiter, ';');
    QVERIFY(named.mapping.hasHeader);
    QCOMPARE(named.header, (std::vector<std::string>{"date", "title", "body"}));
    QCOMPARE(named.rows.size(), std::size_t(2));
    QCOMPARE(named.rows[1][2], std::string("D"));
    QCOMPARE(named.confidence, 1.0);
    const ingest::TableGuess nothing = ingest::guessTable("a,b\n1,2\n");
    QCOMPARE(nothing.confidence, 0.0);
    QCOMPARE(nothing.mapping.columns.size(), std::size_t(2));
    const ingest::TableGuess none = ingest::guessTable(
        "2026-11-23,Rates held at the meeting of today\n2026-11-24,Oil falls below sixty dollars\n");
    QVERIFY(!none.mapping.hasHeader);
    QVERIFY(none.header.empty());
    QVERIFY(none.confidence > 0 && none.confidence < 0.6);
    const ingest::TableGuess shortTitles
        = ingest::guessTable("1,Wire,Rates held,The board held its rates on Monday as most had thought.\n"
                             "2,Wire,Oil falls,Crude fell for a third day on rising stocks in port.\n");
    QCOMPARE(shortTitles.mapping.columns,
        (std::vector<ingest::Part>{
            ingest::Part::None, ingest::Part::None, ingest::Part::Title, ingest::Part::Body}));
    QVERIFY(ingest::guessTable("").mapping.columns.empty());
}

void TableFileTest::mappings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("comma") << QByteArray(
        "delimiter=comma quote=double header=yes columns=title,body,-,published");
    QTest::newRow("all parts") << QByteArray("delimiter=tab quote=single header=no columns=id,url,author,"
                                             "language,categories,source,summary,title");
    QTest::newRow("another delimiter") << QByteArray("delimiter=code94 quote=double header=yes columns=body");
}

void TableFileTest::mappings()
{
    QFETCH(QByteArray, text);
    const auto mapping = ingest::parseMapping(text.toStdString());
    QVERIFY(mapping);
    QCOMPARE(QByteArray::fromStdString(ingest::mappingText(*mapping)), text);
    const auto again = ingest::parseMapping(ingest::mappingText(*mapping));
    QVERIFY(again);
    QVERIFY(*again == *mapping);
}

void TableFileTest::brokenMappings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no columns") << QByteArray("delimiter=comma header=yes");
    QTest::newRow("no such part") << QByteArray("columns=title,price");
    QTest::newRow("no such word") << QByteArray("columns=title colour=red");
    QTest::newRow("no such delimiter") << QByteArray("delimiter=code999 columns=title");
}

void TableFileTest::brokenMappings()
{
    QFETCH(QByteArray, text);
    const auto mapping = ingest::parseMapping(text.toStdString());
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, base::ErrorCode::InvalidInput);
}

void TableFileTest::keys()
{
    const auto key = [](const char* text) { return ingest::headerKey(ingest::guessTable(text)); };
    QCOMPARE(key("Title,Body\nA,B\n"), key("title,body\nC,D\nE,F\n"));
    QVERIFY(key("title,body\nA,B\n") != key("title,text\nA,B\n"));
    QVERIFY(key("title,body\nA,B\n") != key("title;body\nA;B\n"));
    QVERIFY(key("2026-01-02,https://w.example/a\n") != key("2026-01-02,Words of the day that are here\n"));
}

void TableFileTest::chosenMapping()
{
    const std::string text = "what,a,b\nx,Rates held,The board held.\ny,Oil falls,Crude fell.\n";
    ingest::TableMapping mapping;
    mapping.columns = {ingest::Part::Id, ingest::Part::Title, ingest::Part::Body};
    const auto list = ingest::readTable(text, mapping);
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(2));
    QCOMPARE(list->articles[1].guid, std::string("y"));
    QCOMPARE(list->articles[1].title, std::string("Oil falls"));
    mapping.hasHeader = false;
    const auto all = ingest::readTable(text, mapping);
    QVERIFY(all);
    QCOMPARE(all->articles.size(), std::size_t(3));
    mapping.columns = {ingest::Part::Id, ingest::Part::Url};
    QVERIFY(!ingest::readTable(text, mapping));
}

void TableFileTest::hostileQuotes()
{
    // An opened quote nobody closes does not swallow what follows it.
    const auto list = readText("title,body\nA,\"B\nC,D\nE,F\n");
    QVERIFY(list);
    QCOMPARE(list->articles.size(), std::size_t(3));
    QCOMPARE(list->articles[2].title, std::string("E"));
    QCOMPARE(list->articles[0].warnings, std::vector<std::string>{"row 2 has a quote that is never closed"});
    std::string many = "title,body\n";
    for (int row = 0; row < 20000; ++row)
        many += "\"A" + std::to_string(row) + ",\"B\n";
    const auto open = readText(many);
    QVERIFY(open);
    QCOMPARE(open->articles.size(), std::size_t(20000));
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
    const auto list = readText(text.toStdString());
    QVERIFY(!list);
    QCOMPARE(list.error().code, base::ErrorCode::InvalidInput);
    QVERIFY(!list.error().message.empty());
}

QTEST_GUILESS_MAIN(TableFileTest)
#include "tablefile_test.moc"
