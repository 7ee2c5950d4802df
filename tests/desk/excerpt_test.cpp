// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/excerpt.h>

#include <QTest>

class ExcerptTest final : public QObject {
    Q_OBJECT

    static desk::HitMarker marker(const char* query)
    {
        const base::Result<desk::Query> parsed = desk::parseQuery(query, base::fromUnix(0));
        return desk::HitMarker(parsed ? *parsed : desk::Query());
    }

    // The text with its hits in brackets.
    static QString marked(const std::string& text, const std::vector<base::Span>& hits)
    {
        std::string shown;
        std::size_t at = 0;
        for (const base::Span& hit : hits) {
            shown += text.substr(at, hit.begin - at) + '[' + text.substr(hit.begin, hit.size()) + ']';
            at = hit.end;
        }
        return QString::fromStdString(shown + text.substr(at));
    }

private Q_SLOTS:
    void marksInATitle_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a word") << QByteArray("copper") << "[Copper] rises as Z\u00FCrich mines close";
        QTest::newRow("two words") << QByteArray("close copper") << "[Copper] rises as Z\u00FCrich mines [close]";
        QTest::newRow("a phrase") << QByteArray("\"mines close\"") << "Copper rises as Z\u00FCrich [mines close]";
        QTest::newRow("a phrase that is not there")
            << QByteArray("\"close mines\"") << "Copper rises as Z\u00FCrich mines close";
        QTest::newRow("a beginning") << QByteArray("ris*") << "Copper [rises] as Z\u00FCrich mines close";
        QTest::newRow("without its accents")
            << QByteArray("zurich") << "Copper rises as [Z\u00FCrich] mines close";
        QTest::newRow("near") << QByteArray("rises NEAR/3 mines") << "Copper [rises] as Z\u00FCrich [mines] close";
        QTest::newRow("what is excluded") << QByteArray("rises -copper") << "Copper [rises] as Z\u00FCrich mines close";
        QTest::newRow("of the body only") << QByteArray("body:copper") << "Copper rises as Z\u00FCrich mines close";
        QTest::newRow("of the title only") << QByteArray("title:copper") << "[Copper] rises as Z\u00FCrich mines close";
        QTest::newRow("overlapping") << QByteArray("\"copper rises\" OR \"rises as\"")
                                     << "[Copper rises as] Z\u00FCrich mines close";
        QTest::newRow("no words") << QByteArray("impact>=0.5") << "Copper rises as Z\u00FCrich mines close";
    }

    void marksInATitle()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, expected);
        const std::string title = "Copper rises as Z\u00FCrich mines close";
        QCOMPARE(marked(title, marker(query.constData()).hits(title, base::Field::Title)), expected);
    }

    void showsWhereTheWordsStandTogether()
    {
        std::string body = "Smelters were quiet.";
        for (int i = 0; i < 30; ++i)
            body += " Nothing else was said on that day.";
        body += "\n\nThe smelters of Chile cut\noutput, the ministry said.";
        for (int i = 0; i < 30; ++i)
            body += " Nothing else was said on that day.";
        const desk::Excerpt excerpt = marker("smelters output").excerpt(body);
        const QString shown = marked(excerpt.text, excerpt.hits);
        QVERIFY2(shown.startsWith(QStringLiteral("The [smelters] of Chile cut [output], the ministry said. ")),
            qPrintable(shown));
        QVERIFY2(shown.endsWith(QStringLiteral(" \u2026")), qPrintable(shown));
        QVERIFY(excerpt.text.size() < 170);
    }

    void cutsWithinASentenceAtWords()
    {
        const std::string body = "Traders in the market for electricity had expected the regulator to leave the rule as "
                                 "it was when demand peaked";
        const desk::Excerpt excerpt = marker("peaked").excerpt(body);
        QCOMPARE(marked(excerpt.text, excerpt.hits),
            QStringLiteral("\u2026 to leave the rule as it was when demand [peaked]"));
    }

    void nothingWhereNoWordStands()
    {
        QVERIFY(marker("tin").excerpt("Copper rose.").text.empty());
        QVERIFY(marker("impact>=0.5").excerpt("Copper rose.").text.empty());
    }

    void neverCutsACharacter()
    {
        std::string body;
        for (int i = 0; i < 200; ++i)
            body += "\u94DC\u4EF7"; // one word to the index
        const desk::Excerpt excerpt = marker("\u94DC\u4EF7*").excerpt(body);
        QVERIFY(!excerpt.text.empty());
        QVERIFY(QString::fromStdString(excerpt.text).startsWith(QStringLiteral("\u94DC\u4EF7")));
        QVERIFY(!QString::fromStdString(excerpt.text).contains(QChar(QChar::ReplacementCharacter)));
    }
};

QTEST_APPLESS_MAIN(ExcerptTest)
#include "excerpt_test.moc"
