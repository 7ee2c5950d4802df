// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <items/marketmapmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

desk::MarketMap map()
{
    desk::MarketMap map;
    map.last = std::chrono::floor<std::chrono::days>(base::fromIso("2026-11-23").value());
    map.first = map.last - std::chrono::days(2);
    map.until = base::fromIso("2026-11-23T14:00:00Z").value();
    map.usualDays = 12;
    desk::TopicDays oil;
    oil.topic = "Oil & Gas";
    oil.days = {{2, -0.42, 0.3, 0.6}, {}, {3, 0.1, 0.4, 1.2}};
    oil.period = {5, -0.11, 0.36, 1.8};
    oil.recent = {3, 0.1, 0.4, 1.2};
    oil.usual = 0.4;
    desk::TopicDays metals;
    metals.topic = "Metals";
    metals.days = {{}, {1, 0, 0.2, 0.2}, {}};
    metals.period = {1, 0, 0.2, 0.2};
    map.topics = {oil, metals};
    return map;
}

} // namespace

class MarketMapModelTest final : public QObject {
    Q_OBJECT

private:
    static QString said(const items::MarketMapModel& model, int row, int column)
    {
        return model.index(row, column).data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void itIsASoundModel()
    {
        items::MarketMapModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
        model.setMap(map());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 5);
        model.setMeasure(items::Measure::Impact);
        model.setMap({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aCellSaysItsFigures()
    {
        items::MarketMapModel model;
        model.setMap(map());
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("\u22120.42"));
        QCOMPARE(said(model, 0, 0),
            QStringLiteral("Oil & Gas, Sat 21 Nov 2026: 2 articles \u00B7 sentiment \u22120.42 \u00B7 impact "
                           "0.30 \u00B7 "
                           "volume 0.6"));
        QVERIFY(said(model, 0, 4).contains(QStringLiteral("3.0\u00D7 the usual 0.4, the mean of 12 days")));
        QCOMPARE(model.index(0, 4).data().toString(), QStringLiteral("3.0\u00D7"));
        QCOMPARE(model.index(1, 4).data().toString(), QStringLiteral("\u2013"));
        QVERIFY(said(model, 1, 4).contains(QStringLiteral("too few days")));
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("23"));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("3 d"));
    }

    void aDayWithoutArticlesIsNoZero()
    {
        items::MarketMapModel model;
        model.setMap(map());
        QVERIFY(!model.index(0, 1).data(items::MarketMapModel::ValueRole).isValid());
        QCOMPARE(model.index(0, 1).data().toString(), QString());
        QVERIFY(said(model, 0, 1).endsWith(QStringLiteral("no article")));
        QVERIFY(model.index(0, 1).data(items::MarketMapModel::CellQueryRole).toString().isEmpty());
        QVERIFY(model.index(1, 1).data(items::MarketMapModel::ValueRole).isValid()); // a zero is one
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("0.00"));
    }

    void aCellKnowsItsArticles()
    {
        items::MarketMapModel model;
        desk::MarketMap filtered = map();
        model.setMap(filtered);
        const auto query = [&](int column) {
            return model.index(0, column).data(items::MarketMapModel::CellQueryRole).toString();
        };
        QCOMPARE(query(0), QStringLiteral("topic:\"Oil & Gas\" published:2026-11-21..2026-11-21"));
        QCOMPARE(query(3), QStringLiteral("topic:\"Oil & Gas\" published:2026-11-21..2026-11-23"));
        QCOMPARE(query(4),
            QStringLiteral("topic:\"Oil & Gas\" published:2026-11-22T14:00:00Z..2026-11-23T13:59:59Z"));
        filtered.filter = "brent OR wti";
        model.setMap(filtered);
        QCOMPARE(
            query(0), QStringLiteral("topic:\"Oil & Gas\" (brent OR wti) published:2026-11-21..2026-11-21"));
    }

    void theMeasureChangesWhatIsShown()
    {
        items::MarketMapModel model;
        model.setMap(map());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setMeasure(items::Measure::Impact);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("0.30"));
        model.setMeasure(items::Measure::Volume);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("0.6"));
        QCOMPARE(model.index(0, 0).data(items::MarketMapModel::ValueRole).toDouble(), 0.5);
        QCOMPARE(model.index(0, 2).data(items::MarketMapModel::DotRole).toDouble(), 1.0);
        QCOMPARE(model.rowOf(QStringLiteral("Metals")), 1);
        QCOMPARE(model.rowOf(QStringLiteral("Grain")), -1);
    }
};

QTEST_GUILESS_MAIN(MarketMapModelTest)
#include "marketmapmodel_test.moc"
