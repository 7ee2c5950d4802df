// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: paragraphs.cpp
#include <ingest/files/textfile.h>

#include <QTest>

class TextFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void heads();
};

void TextFileTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("first line is the title") << QByteArray("\n\n  Copper slips  \nPrices fell.\n")
                                             << QByteArray("Copper slips") << QByteArray("Prices fell.");
    QTest::newRow("blank lines part paragraphs")
        << QByteArray("T\n\nOne\ntwo\n\n\n\nThree") << QByteArray("T") << QByteArray("One two\n\nThree");
    QTest::newRow("line ends of Windows and old Macs")
        << QByteArray("T\r\n\r\nOne\r\ntwo\r\rThree") << QByteArray("T") << QByteArray("One two\n\nThree");
    QTest::newRow("a rule under the title")
        << QByteArray("T\n====\nOne") << QByteArray("T") << QByteArray("One");
    QTest::newRow("marks stay in plain text")
        << QByteArray("# 1\n**a** _b_") << QByteArray("# 1") << QByteArray("**a** _b_");
    QTest::newRow("title alone") << QByteArray("Only this") << QByteArray("Only this") << QByteArray();
    QTest::newRow("nothing") << QByteArray(" \n\t\n") << QByteArray() << QByteArray();
    QTest::newRow("wrapped at a column")
        << QByteArray(
               "T\n\nThe board held its rates on Monday, as most economists had\nthought it would do after "
               "the figures of the month before, and\nsaid so.\nIn the second half the bank expects "
               "prices to rise more slowly\nthan before.\n")
        << QByteArray("T")
        << QByteArray("The board held its rates on Monday, as most economists had thought it would do after "
                      "the figures of the month before, and said so.\n\nIn the second half the bank expects "
                      "prices to rise more slowly than before.");
    QTest::newRow("short lines between wrapped ones")
        << QByteArray(
               "T\n\nBy Ann Lee\nOslo\n\nThe board held its rates on Monday, as most economists had\nthought "
               "it would do after the figures of the month before.\n")
        << QByteArray("T")
        << QByteArray(
               "By Ann Lee\nOslo\n\nThe board held its rates on Monday, as most economists had thought it "
               "would do after the figures of the month before.");
    QTest::newRow("a paragraph on each line") << QByteArray("T\n") + QByteArray("One and more. ").repeated(20)
            + "\n" + QByteArray("Two and more. ").repeated(20)
                                              << QByteArray("T")
                                              << QByteArray("One and more. ").repeated(20).trimmed() + "\n\n"
            + QByteArray("Two and more. ").repeated(20).trimmed();
    QTest::newRow("list items") << QByteArray("T\n\nToday:\n- one\n- two\n") << QByteArray("T")
                                << QByteArray("Today:\n- one\n- two");
    QTest::newRow("pages") << QByteArray("T\n\nOne.\fTwo.") << QByteArray("T") << QByteArray("One.\n\nTwo.");
    QTest::newRow("separators of Unicode")
        << QByteArray("T\u2029One\u2028two") << QByteArray("T") << QByteArray("One two");
    QTest::newRow("a first line longer than any title")
        << QByteArray("word ").repeated(80) << QByteArray() << QByteArray("word ").repeated(80).trimmed();
    QTest::newRow("head") << QByteArray("Title: Copper slips\nDate: 2026-11-23\n\nPrices fell.")
                          << QByteArray("Copper slips") << QByteArray("Prices fell.");
    QTest::newRow("head whose last line begins the text")
        << QByteArray("Headline: Copper slips\nSource: Wire\nText: Prices fell.\nAnd rose.")
        << QByteArray("Copper slips") << QByteArray("Prices fell. And rose.");
    QTest::newRow("one line like a head is text")
        << QByteArray("Source: the street\nPrices fell.") << QByteArray("Source: the street")
        << QByteArray("Prices fell.");
    QTest::newRow("a line with a colon is text")
        << QByteArray("Outlook: rates\nNote: they fell.") << QByteArray("Outlook: rates")
        << QByteArray("Note: they fell.");
}

void TextFileTest::reads()
{
    QFETCH(QByteArray, text);
    const base::Article article = ingest::readTextFile(text.toStdString());
    QTEST(QByteArray::fromStdString(article.title), "title");
    QTEST(QByteArray::fromStdString(article.body), "body");
}

void TextFileTest::heads()
{
    const base::Article article = ingest::readTextFile(
        "Copper slips\n============\n\nDate: 23 Nov 2026 13:44 UTC\nSource: Metals Wire\nBy: Ann Lee\n"
        "URL: https://w.example/a\nTags: metals;\n energy\n\nPrices fell.\n");
    QCOMPARE(article.title, std::string("Copper slips"));
    QCOMPARE(article.body, std::string("Prices fell."));
    QCOMPARE(base::toIso(article.published.value()), std::string("2026-11-23T13:44:00Z"));
    QCOMPARE(article.source, std::string("Metals Wire"));
    QCOMPARE(article.author, std::string("Ann Lee"));
    QCOMPARE(article.url, std::string("https://w.example/a"));
    QCOMPARE(article.categories, (std::vector<std::string>{"metals", "energy"}));
}

QTEST_GUILESS_MAIN(TextFileTest)
#include "textfile_test.moc"
