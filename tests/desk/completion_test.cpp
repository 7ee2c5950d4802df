// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: completion.cpp querylexer.cpp
#include <desk/completion.h>

#include <QTest>

class CompletionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingWritten_data()
    {
        QTest::addColumn<QString>("text"); // with the cursor as |
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("piece");
        QTest::addColumn<QString>("value"); // that is chosen
        QTest::addColumn<QString>("then");
        QTest::newRow("field name") << "oil top|"
                                    << ""
                                    << "top"
                                    << "topic:"
                                    << "oil topic:|";
        QTest::newRow("value") << "topic:oi| gas"
                               << "topic"
                               << "oi"
                               << "Oil"
                               << "topic:Oil |gas";
        QTest::newRow("in the middle of a value") << "topic:o|il"
                                                  << "topic"
                                                  << "o"
                                                  << "Oil"
                                                  << "topic:Oil |";
        QTest::newRow("quoted") << "topic:\"Oil & G| x"
                                << "topic"
                                << "Oil & G"
                                << "\"Oil & Gas\""
                                << "topic:\"Oil & Gas\" |";
        QTest::newRow("quoted, closed") << "topic:\"Oil| & Gas\" x"
                                        << "topic"
                                        << "Oil"
                                        << "Metals"
                                        << "topic:Metals |x";
        QTest::newRow("nothing yet") << "is:|"
                                     << "is"
                                     << ""
                                     << "unread"
                                     << "is:unread |";
        QTest::newRow("negated") << "-is:un|"
                                 << "is"
                                 << "un"
                                 << "unread"
                                 << "-is:unread |";
        QTest::newRow("group") << "source:(a OR b|)"
                               << "source"
                               << "b"
                               << "Bloomberg"
                               << "source:(a OR Bloomberg|)";
        QTest::newRow("after a group") << "source:(a) b|"
                                       << ""
                                       << "b"
                                       << "body:"
                                       << "source:(a) body:|";
        QTest::newRow("not ASCII") << "z\u00FCrich topic:\u00F6|"
                                   << "topic"
                                   << "\u00F6"
                                   << "\u00D6l"
                                   << "z\u00FCrich topic:\u00D6l |";
        QTest::newRow("space") << "oil |"
                               << ""
                               << ""
                               << "topic:"
                               << "oil topic:|";
    }
    void whatIsBeingWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QFETCH(QString, piece);
        QFETCH(QString, value);
        QFETCH(QString, then);
        const std::size_t cursor = static_cast<std::size_t>(text.left(text.indexOf('|')).toUtf8().size());
        const std::string query = text.remove('|').toStdString();
        const desk::Completion completion = desk::completionAt(query, cursor);
        QCOMPARE(QString::fromStdString(completion.field), field);
        QCOMPARE(QString::fromStdString(completion.text), piece);
        desk::CompletedQuery result
            = desk::completed(query, completion, {"", value.toStdString(), "", -1, false});
        QCOMPARE(QString::fromStdString(result.text.insert(result.cursor, "|")), then);
    }

    void anyCursorOfAnyTextIsFine()
    {
        const std::string text = "a (topic:\"x \u00FC\" OR -source:(b \"c) is:un NEAR/5 \\\" y\" )) sort:";
        for (std::size_t cursor = 0; cursor <= text.size() + 3; ++cursor) {
            const desk::Completion completion = desk::completionAt(text, cursor);
            QVERIFY(completion.begin <= completion.end);
            QVERIFY(completion.end <= text.size());
        }
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "completion_test.moc"
