// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/query.h>
#include <desk/querytable.h>

#include <QTest>

using desk::NodeKind;

class QueryTest final : public QObject {
    Q_OBJECT

    const base::Instant m_now = *base::fromIso("2026-11-23T14:00:00Z");

private Q_SLOTS:
    void errorsSayWhereAndWhat_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("expected");
        QTest::newRow("number") << "impact>=high"
                                << "column 9"
                                << "number";
        QTest::newRow("field") << "colour:red"
                               << "column 1"
                               << "no field";
        QTest::newRow("quote") << "oil \"crude"
                               << "column 5"
                               << "not closed";
        QTest::newRow("paren") << "(oil OR gas"
                               << "column 1"
                               << "not closed";
        QTest::newRow("close") << "oil)"
                               << "column 4"
                               << "no (";
        QTest::newRow("or") << "oil OR"
                            << "column 5"
                            << "after OR";
        QTest::newRow("is") << "is:green"
                            << "column 4"
                            << "unread";
        QTest::newRow("time") << "published:soon"
                              << "column 11"
                              << "24h";
        QTest::newRow("sort") << "sort:colour"
                              << "column 6"
                              << "impact";
        QTest::newRow("near") << "oil NEAR/x gas"
                              << "column 5"
                              << "NEAR/5";
    }
    void errorsSayWhereAndWhat()
    {
        QFETCH(QString, text);
        QFETCH(QString, column);
        QFETCH(QString, expected);
        const auto query = desk::parseQuery(text.toStdString(), m_now);
        QVERIFY(!query);
        const QString message = QString::fromStdString(query.error().message);
        QVERIFY2(message.startsWith(column + QLatin1Char(':')), qPrintable(message));
        QVERIFY2(message.contains(expected), qPrintable(message));
    }

    void shapes()
    {
        QVERIFY(desk::parseQuery("", m_now)->root.kind == NodeKind::All);
        QVERIFY(desk::parseQuery("oil gas", m_now)->root.kind == NodeKind::And);
        QVERIFY(desk::parseQuery("oil OR gas", m_now)->root.kind == NodeKind::Or);
        QVERIFY(desk::parseQuery("-oil", m_now)->root.kind == NodeKind::Not);
        QVERIFY(desk::parseQuery("sanc*", m_now)->root.kind == NodeKind::Prefix);
        QVERIFY(desk::parseQuery("oil NEAR/5 price", m_now)->root.kind == NodeKind::Near);
        const auto topic = desk::parseQuery("topic:\"Oil & Gas\"", m_now);
        QCOMPARE(topic->root.text, std::string("Oil & Gas"));
        QVERIFY(desk::parseQuery("oil sort:impact", m_now)->sort == desk::Sort::Impact);
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("today") << "published:today"
                               << "2026-11-23T00:00:00Z"
                               << "2026-11-24T00:00:00Z";
        QTest::newRow("24h") << "received:24h"
                             << "2026-11-22T14:00:00Z"
                             << "";
        QTest::newRow("month") << "published:2026-03"
                               << "2026-03-01T00:00:00Z"
                               << "2026-04-01T00:00:00Z";
        QTest::newRow("range") << "published:2026-03-01..2026-03-15"
                               << "2026-03-01T00:00:00Z"
                               << "2026-03-16T00:00:00Z";
    }
    void times()
    {
        QFETCH(QString, text);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto query = desk::parseQuery(text.toStdString(), m_now);
        QVERIFY(query);
        QCOMPARE(QString::fromStdString(base::toIso(*query->root.from)), from);
        QCOMPARE(query->root.to ? QString::fromStdString(base::toIso(*query->root.to)) : QString(), to);
    }

    void quotedValuesReadBack()
    {
        for (const std::string value : {"plain", "Sanctions & Export Controls", "a:b", "OR"}) {
            const auto query = desk::parseQuery("topic:" + desk::quoted(value), m_now);
            QVERIFY(query);
            QCOMPARE(query->root.text, value);
        }
        QVERIFY(desk::operators().size() > 10);
    }

    void deepNestingIsRefused() { QVERIFY(!desk::parseQuery(std::string(5000, '('), m_now)); }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "query_test.moc"
