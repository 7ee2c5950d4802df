// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/pages/headline.h>

#include <QTest>

class HeadlineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choice_data();
    void choice();
    void exactlyStated();
    void likenessOfTexts();
};

void HeadlineTest::choice_data()
{
    QTest::addColumn<QByteArray>("linked");
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArrayList>("headings");
    QTest::addColumn<QByteArray>("title");
    const QByteArray none;
    const QByteArray headline = "Copper slips as stocks rise again";
    QTest::newRow("linked data first")
        << headline << QByteArray("Other") << QByteArray("Third") << QByteArrayList{"Fourth"} << headline;
    QTest::newRow("linked data that names the site alone")
        << QByteArray("Wire") << headline << none << QByteArrayList() << headline;
    QTest::newRow("site behind what is stated")
        << none << headline + " - Wire" << none << QByteArrayList() << headline;
    QTest::newRow("site in front") << none << "Wire | " + headline << none << QByteArrayList() << headline;
    QTest::newRow("site by its host")
        << none << headline + " | wire.example" << none << QByteArrayList() << headline;
    QTest::newRow("an unknown end stays in what is stated")
        << none << headline + " - Ann Lee" << none << QByteArrayList() << headline + " - Ann Lee";
    QTest::newRow("heading without it")
        << none << headline + " - Ann Lee" << none << QByteArrayList{"Wire", headline} << headline;
    QTest::newRow("heading with other signs")
        << none << QByteArray("'Copper slips' again | Metals") << none
        << QByteArrayList{"\u2018Copper slips\u2019 again"} << QByteArray("\u2018Copper slips\u2019 again");
    QTest::newRow("heading in other words")
        << none << headline << none << QByteArrayList{"Copper slips further as stocks rise"}
        << QByteArray("Copper slips further as stocks rise");
    QTest::newRow("heading of something else")
        << none << headline << none << QByteArrayList{"Metals and mining today"} << headline;
    QTest::newRow("cut short") << none << QByteArray("Copper slips as...") << none << QByteArrayList{headline}
                               << headline;
    QTest::newRow("department alone")
        << none << QByteArray("Metals") << none << QByteArrayList{headline} << headline;
    QTest::newRow("document: end of a sentence")
        << none << none << headline + " - Metals today" << QByteArrayList() << headline;
    QTest::newRow("document: nothing but two words")
        << none << none << QByteArray("Copper - Metals") << QByteArrayList() << QByteArray("Copper - Metals");
    QTest::newRow("document: heading agrees") << none << none << QByteArray("Copper slips - Metals")
                                              << QByteArrayList{"Copper slips"} << QByteArray("Copper slips");
    QTest::newRow("document: heading at the end is a section")
        << none << none << QByteArray("Copper \u2014 metals of the world")
        << QByteArrayList{"metals of the world"} << QByteArray("Copper \u2014 metals of the world");
    QTest::newRow("heading alone") << none << none << none << QByteArrayList{headline} << headline;
    QTest::newRow("document names the site alone")
        << none << none << QByteArray("Wire") << QByteArrayList{headline} << headline;
    QTest::newRow("nothing") << none << none << none << QByteArrayList() << none;
}

void HeadlineTest::choice()
{
    QFETCH(QByteArray, linked);
    QFETCH(QByteArray, stated);
    QFETCH(QByteArray, document);
    QFETCH(QByteArrayList, headings);
    ingest::TitleClues clues;
    clues.linked = linked.toStdString();
    clues.stated = stated.toStdString();
    clues.document = document.toStdString();
    for (const QByteArray& heading : headings)
        clues.headings.push_back(heading.toStdString());
    clues.sites = {"Wire", "wire.example"};
    QTEST(QByteArray::fromStdString(ingest::chooseTitle(clues)), "title");
}

void HeadlineTest::exactlyStated()
{
    ingest::TitleClues clues;
    clues.stated = "Copper slips as stocks build | A. Reader - Wire";
    clues.exact = true;
    clues.headings = {"Copper slips as stocks build"};
    clues.sites = {"Wire", "wire.example"};
    QCOMPARE(ingest::chooseTitle(clues), std::string("Copper slips as stocks build | A. Reader"));
    clues.stated = "Wire"; // the site alone is no headline
    QCOMPARE(ingest::chooseTitle(clues), std::string("Copper slips as stocks build"));
    clues.stated = "Copper slips as\u2026";
    QCOMPARE(ingest::chooseTitle(clues), std::string("Copper slips as stocks build"));
}

void HeadlineTest::likenessOfTexts()
{
    QCOMPARE(ingest::likeness("Copper slips", "copper, slips!"), 1.0);
    QCOMPARE(ingest::likeness("Copper slips", "Tin rises"), 0.0);
    QCOMPARE(ingest::likeness("", "Tin"), 0.0);
    QCOMPARE(ingest::likeness("Copper slips", "Copper rises"), 0.5);
    QVERIFY(ingest::likeness("\u94DC\u4EF7\u4E0B\u8DCC", "\u94DC\u4EF7\u4E0A\u6DA8") > 0.4);
    QCOMPARE(ingest::bareText("\u201CCopper\u201D \u2013 Slips!"), std::string("copperslips"));
}

QTEST_GUILESS_MAIN(HeadlineTest)
#include "headline_test.moc"
