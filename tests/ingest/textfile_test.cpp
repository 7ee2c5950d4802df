// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/files/textfile.h>

#include <QTest>

class TextFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void TextFileTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("markdown");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("first line is the title") << QByteArray("\n\n  Copper slips  \nPrices fell.\n") << false
                                             << QByteArray("Copper slips") << QByteArray("Prices fell.");
    QTest::newRow("blank lines part paragraphs") << QByteArray("T\n\nOne\ntwo\n\n\n\nThree") << false
                                                 << QByteArray("T") << QByteArray("One two\n\nThree");
    QTest::newRow("line ends of Windows and old Macs") << QByteArray("T\r\n\r\nOne\r\ntwo\r\rThree") << false
                                                       << QByteArray("T") << QByteArray("One two\n\nThree");
    QTest::newRow("a rule under the title")
        << QByteArray("T\n====\nOne") << false << QByteArray("T") << QByteArray("One");
    QTest::newRow("marks stay in plain text")
        << QByteArray("# 1\n**a** _b_") << false << QByteArray("# 1") << QByteArray("**a** _b_");
    QTest::newRow("title alone") << QByteArray("Only this") << false << QByteArray("Only this")
                                 << QByteArray();
    QTest::newRow("nothing") << QByteArray(" \n\t\n") << false << QByteArray() << QByteArray();
    QTest::newRow("headings") << QByteArray("# Rates ##\nText\n## Outlook\nMore") << true
                              << QByteArray("Rates") << QByteArray("Text\nOutlook\n\nMore");
    QTest::newRow("emphasis, code and links")
        << QByteArray("**T**\n\nA *big* __win__ for [Acme](http://a.example/x) in `Q3` ~~old~~") << true
        << QByteArray("T") << QByteArray("A big win for Acme in Q3 old");
    QTest::newRow("images go") << QByteArray("T\n\n![chart](c.png) Up") << true << QByteArray("T")
                               << QByteArray("Up");
    QTest::newRow("list items keep their lines") << QByteArray("T\n\n- one\n  more\n- two\n1. three") << true
                                                 << QByteArray("T") << QByteArray("one more\ntwo\n1. three");
    QTest::newRow("signs that are no marks")
        << QByteArray("T\n\n2 * 3 and snake_case_name, #1 bank") << true << QByteArray("T")
        << QByteArray("2 * 3 and snake_case_name, #1 bank");
    QTest::newRow("quotes") << QByteArray("T\n\n> said\n> so") << true << QByteArray("T")
                            << QByteArray("said so");
    QTest::newRow("fenced code") << QByteArray("T\n\n```c\na *b*\n```\nEnd") << true << QByteArray("T")
                                 << QByteArray("a *b* End");
    QTest::newRow("header block") << QByteArray("---\ntitle: \"Set above\"\ndate: 2026-01-02\n---\nText")
                                  << true << QByteArray("Set above") << QByteArray("Text");
}

void TextFileTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, markdown);
    const base::Article article = ingest::readTextFile(text.toStdString(), markdown);
    QTEST(QByteArray::fromStdString(article.title), "title");
    QTEST(QByteArray::fromStdString(article.body), "body");
}

QTEST_GUILESS_MAIN(TextFileTest)
#include "textfile_test.moc"
