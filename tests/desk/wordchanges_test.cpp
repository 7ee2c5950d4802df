// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/wordchanges.h>

#include <QTest>

class WordChangesTest final : public QObject {
    Q_OBJECT

    static QString shown(const std::vector<desk::WordRun>& runs)
    {
        QString text;
        for (const desk::WordRun& run : runs) {
            const QString words = QString::fromStdString(run.text);
            text += run.change == desk::Change::Same ? words
                : run.change == desk::Change::Added  ? QStringLiteral("[+%1]").arg(words)
                                                     : QStringLiteral("[-%1]").arg(words);
        }
        return text;
    }

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same") << "a b"
                              << "a  b"
                              << "a b";
        QTest::newRow("replaced") << "rates rose 25 points today"
                                  << "rates rose 50 points today"
                                  << "rates rose[-25][+50]points today";
        QTest::newRow("added at the end") << "one"
                                          << "one two"
                                          << "one[+two]";
        QTest::newRow("removed at the start") << "well one two"
                                              << "one two"
                                              << "[-well]one two";
        QTest::newRow("empty before") << ""
                                      << "new text"
                                      << "[+new text]";
        QTest::newRow("all gone") << "old text"
                                  << ""
                                  << "[-old text]";
        QTest::newRow("a new paragraph") << "one"
                                         << "one\n\ntwo"
                                         << "one[+\n\ntwo]";
        QTest::newRow("two places") << "a b c d e f"
                                    << "a x c d y f"
                                    << "a[-b][+x]c d[-e][+y]f";
        QTest::newRow("nothing in common") << "a b"
                                           << "c d"
                                           << "[-a b][+c d]";
    }

    void changes()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(shown(desk::wordChanges(before.toStdString(), after.toStdString())), expected);
    }

    // Whatever the texts: what is same and removed is the old one, what is same and added the new one.
    void bothTextsCanBeReadOffTheChanges()
    {
        std::uint32_t seed = 7;
        const auto next = [&seed] { return (seed = seed * 1664525U + 1013904223U) >> 24U; };
        for (int round = 0; round < 300; ++round) {
            std::string texts[2];
            for (std::string& text : texts) {
                const int words = static_cast<int>(next() % (round == 0 ? 1 : 40));
                for (int i = 0; i < words; ++i)
                    text += (i > 0 ? " " : "") + std::string(1, static_cast<char>('a' + next() % 5));
            }
            std::string before;
            std::string after;
            for (const desk::WordRun& run : desk::wordChanges(texts[0], texts[1])) {
                if (run.change != desk::Change::Added)
                    before += (before.empty() ? "" : " ") + run.text;
                if (run.change != desk::Change::Removed)
                    after += (after.empty() ? "" : " ") + run.text;
            }
            QCOMPARE(before, texts[0]);
            QCOMPARE(after, texts[1]);
        }
    }

    void longRewritesEnd()
    {
        std::string before;
        std::string after;
        for (int i = 0; i < 20000; ++i) {
            before += "a" + std::to_string(i) + ' ';
            after += "b" + std::to_string(i) + ' ';
        }
        QCOMPARE(desk::wordChanges(before, after).size(), std::size_t{2});
    }

    void sayingTheSame_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("same");
        QTest::newRow("white space") << "Oil  rose.\n\nGold fell."
                                     << "Oil rose. Gold fell." << true;
        QTest::newRow("quotes and dashes") << "It\u2019s up \u2014 again"
                                           << "It's up again" << true;
        QTest::newRow("comments") << "Oil rose.\n12 comments"
                                  << "Oil rose.\n48 comments" << true;
        QTest::newRow("age") << "Oil rose. 2 hours ago"
                             << "Oil rose. 3 hours ago" << true;
        QTest::newRow("reading time") << "Oil rose\n3 min read"
                                      << "Oil rose\n4 min read" << true;
        QTest::newRow("update line") << "Oil rose.\nLast updated: 23 Nov 2026 at 12:44 GMT"
                                     << "Oil rose.\nLast updated: 24 Nov 2026 at 09:10 GMT" << true;
        QTest::newRow("a figure") << "Oil rose 4.2%."
                                  << "Oil rose 4.5%." << false;
        QTest::newRow("a sign") << "Profit was -3%."
                                << "Profit was 3%." << false;
        QTest::newRow("a decimal point") << "Rates at 4.5%"
                                         << "Rates at 45%" << false;
        QTest::newRow("shares are no counter") << "12 shares fell"
                                               << "14 shares fell" << false;
        QTest::newRow("days are no age") << "It takes 12 days to load."
                                         << "It takes 14 days to load." << false;
        QTest::newRow("updated guidance") << "Updated guidance is 5"
                                          << "Updated guidance is 6" << false;
        QTest::newRow("a word") << "Oil may rise"
                                << "Oil will rise" << false;
    }

    void sayingTheSame()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, same);
        QCOMPARE(desk::saysTheSame(before.toStdString(), after.toStdString()), same);
        QCOMPARE(desk::saysTheSame(after.toStdString(), before.toStdString()), same);
    }
};

QTEST_APPLESS_MAIN(WordChangesTest)
#include "wordchanges_test.moc"
