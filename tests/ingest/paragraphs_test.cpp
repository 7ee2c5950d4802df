// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/pages/paragraphs.h>

#include <QTest>

using ingest::PageParagraph;
using Kind = ingest::PageParagraph::Kind;

class ParagraphsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clutter_data();
    void clutter();
    void kept_data();
    void kept();
    void nothingToTellBy();
    void pointers();
};

static const char* const First = "Copper fell to its lowest price since March on Monday, after stocks rose.";
static const char* const Second
    = "Traders said the demand of builders was weaker than they had thought it was.";
static const char* const Third
    = "Mining companies led the decline, and the index lost two percent by the close.";

// The article with `extra` at the place: before, between or after its three paragraphs.
static std::vector<PageParagraph> around(const PageParagraph& extra, int place)
{
    std::vector<PageParagraph> all{{First}, {Second}, {Third}};
    all.insert(all.begin() + place, extra);
    return all;
}

static QByteArray textOf(std::vector<PageParagraph> paragraphs)
{
    QByteArray text;
    for (const PageParagraph& one : ingest::withoutClutter(std::move(paragraphs), "Copper slips", "Ann Lee"))
        text += QByteArray::fromStdString(one.text) + "\n";
    return text;
}

static QByteArray article() { return QByteArray(First) + "\n" + Second + "\n" + Third + "\n"; }

void ParagraphsTest::clutter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("linked");
    QTest::addColumn<int>("place");
    const auto row
        = [](const char* name, const char* text, int place, Kind kind = Kind::Prose, double linked = 0) {
              QTest::newRow(name) << QByteArray(text) << static_cast<int>(kind) << linked << place;
          };
    row("headline again", "Copper slips", 0, Kind::Heading);
    row("byline", "By Ann Lee", 0);
    row("byline of another", "By Bo Day and Cy Fox", 0);
    row("dateline", "23 November 2026, 13:44", 0);
    row("section", "Markets", 0, Kind::Prose, 1);
    row("advertisement", "ADVERTISEMENT", 1);
    row("advertisement in German", "- Anzeige -", 2);
    row("share", "Share this article:", 1);
    row("newsletter", "Subscribe to our newsletter to get the news in the morning.", 2);
    row("capital with a mark", "\u00DCber den Autor", 3);
    row("tags", "Tags: copper, tin, lead", 3);
    row("links at the end", "Tin falls too - Lead rises - Zinc stays", 3, Kind::Prose, 0.9);
    row("heading with nothing below", "More on metals", 3, Kind::Heading);
    row("reporting", "Reporting by Ann Lee; editing by Bo Day", 3);
    row("rights", "\u00A9 2026 Wire. All rights reserved.", 3);
    row("photo", "Photo: Bo Day", 3);
}

void ParagraphsTest::clutter()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(double, linked);
    QFETCH(int, place);
    QCOMPARE(textOf(around({text.toStdString(), static_cast<Kind>(kind), linked}, place)), article());
}

void ParagraphsTest::kept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("place");
    const auto row = [](const char* name, const char* text, int place, Kind kind = Kind::Prose) {
        QTest::newRow(name) << QByteArray(text) << static_cast<int>(kind) << place;
    };
    row("opening", "Stocks in warehouses rise, and the builders buy less of the metal than ever", 0);
    row("heading between", "What comes next", 2, Kind::Heading);
    row("a short answer", "\u201CNo.\u201D", 1);
    row("a sentence that begins like a label", "Advertising pays for most of what the papers print, he said.",
        2);
    row("a sentence on shares", "Share prices of mining companies fell by two percent in London.", 2);
    row("a list item", "Tin", 2, Kind::Item);
    row("last words", "He will not buy.", 3);
}

void ParagraphsTest::kept()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(int, place);
    const std::vector<PageParagraph> all = around({text.toStdString(), static_cast<Kind>(kind), 0}, place);
    QByteArray expected;
    for (const PageParagraph& one : all)
        expected += QByteArray::fromStdString(one.text) + "\n";
    QCOMPARE(textOf(all), expected);
}

void ParagraphsTest::nothingToTellBy()
{
    QCOMPARE(textOf({{"Rates held"}, {"Share this"}}), QByteArray("Rates held\nShare this\n"));
    QVERIFY(textOf({}).isEmpty());
    // A page may end with the lines of a table or a poem.
    QCOMPARE(textOf({{First}, {"Copper 9,800"}, {"Tin 32,000"}, {"Lead 2,000"}}),
        QByteArray(First) + "\nCopper 9,800\nTin 32,000\nLead 2,000\n");
    // What stands below the heading of an annex goes with it.
    QCOMPARE(textOf({{First}, {Second}, {Third}, {"About the author", Kind::Heading},
                 {"Ann Lee has written on metals for twenty years and lives in a town by the sea."}}),
        article());
}

void ParagraphsTest::pointers()
{
    QVERIFY(ingest::pointsElsewhere("Read more: Tin falls"));
    QVERIFY(ingest::pointsElsewhere("Lesen Sie auch: Zinn f\u00E4llt"));
    QVERIFY(!ingest::pointsElsewhere("Readers of the article"));
}

QTEST_GUILESS_MAIN(ParagraphsTest)
#include "paragraphs_test.moc"
