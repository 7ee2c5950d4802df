// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <desk/query.h>
#include <items/navigationmodel.h>
#include <items/roles.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using items::NavigationModel;

namespace {

desk::SourceHealth source(const std::string& title, std::int64_t articles)
{
    desk::SourceHealth health;
    health.source.title = title;
    health.articles = articles;
    return health;
}

desk::Navigation navigation()
{
    desk::Navigation navigation;
    navigation.views = {{"Top by impact", "sort:impact", 41}, {"Latest", "sort:published", 1204}};
    navigation.topics = {{"Geopolitics & War", 9, -0.31}, {"Commodities", 3, 0.07}, {"Housing", 2, -0.001}};
    navigation.savedSearches = {{"Oil or gas", "oil OR gas", 9}};
    navigation.sources = {source("Rates Wire", 604), source("The \"Daily\" Metal", 12)};
    navigation.sources.back().source.failures = 1;
    navigation.sources.back().source.lastError = "the server answers 503";
    return navigation;
}

QStringList names(const NavigationModel& model)
{
    QStringList list;
    for (int at = 0; at < model.rowCount(); ++at)
        list << model.index(at).data().toString();
    return list;
}

QModelIndex named(const NavigationModel& model, const QString& name)
{
    return model.index(static_cast<int>(names(model).indexOf(name)));
}

} // namespace

class NavigationModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sectionsComeInOrderAndEmptyOnesAreLeftOut();
    void headingsCannotBeChosen();
    void everyEntryHasAQueryThatCanBeRead();
    void figuresCarryTheirSign_data();
    void figuresCarryTheirSign();
    void failingSourceSaysWhy();
    void newCountsKeepThePlace();
    void otherRowsReset();
    void rowIsFoundByItsQuery();
    void countsAreGrouped_data();
    void countsAreGrouped();
};

void NavigationModelTest::sectionsComeInOrderAndEmptyOnesAreLeftOut()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setNavigation(navigation());
    QCOMPARE(names(model),
        (QStringList{QStringLiteral("Views"), QStringLiteral("Top by impact"), QStringLiteral("Latest"),
            QStringLiteral("Topics"), QStringLiteral("Geopolitics & War"), QStringLiteral("Commodities"),
            QStringLiteral("Housing"), QStringLiteral("Saved searches"), QStringLiteral("Oil or gas"),
            QStringLiteral("Sources"), QStringLiteral("Rates Wire"), QStringLiteral("The \"Daily\" Metal")}));
}

void NavigationModelTest::headingsCannotBeChosen()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    QVERIFY(!(named(model, QStringLiteral("Topics")).flags() & Qt::ItemIsSelectable));
    QVERIFY(named(model, QStringLiteral("Topics")).data(items::QueryRole).toString().isEmpty());
    QVERIFY(named(model, QStringLiteral("Latest")).flags() & Qt::ItemIsSelectable);
}

void NavigationModelTest::everyEntryHasAQueryThatCanBeRead()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    for (int at = 0; at < model.rowCount(); ++at) {
        if (model.index(at).data(items::KindRole).toInt() == NavigationModel::Heading)
            continue;
        const QString query = model.index(at).data(items::QueryRole).toString();
        QVERIFY2(!query.isEmpty(), qPrintable(model.index(at).data().toString()));
        const auto parsed = desk::parseQuery(query.toStdString(), base::fromUnix(1'700'000'000));
        QVERIFY2(parsed, qPrintable(query));
    }
    const auto topic = desk::parseQuery(
        named(model, QStringLiteral("Geopolitics & War")).data(items::QueryRole).toString().toStdString(),
        {});
    QCOMPARE(topic->root.field, std::string("topic"));
    QCOMPARE(topic->root.text, std::string("Geopolitics & War"));
}

void NavigationModelTest::figuresCarryTheirSign_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("figure");
    QTest::newRow("below zero") << "Geopolitics & War" << QStringLiteral("\u22120.31");
    QTest::newRow("above zero") << "Commodities"
                                << "+0.07";
    QTest::newRow("never a negative zero") << "Housing"
                                           << "0.00";
    QTest::newRow("a view's count") << "Latest" << QStringLiteral("1\u2009204");
}

void NavigationModelTest::figuresCarryTheirSign()
{
    QFETCH(QString, name);
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    QTEST(named(model, name).data(items::CountRole).toString(), "figure");
}

void NavigationModelTest::failingSourceSaysWhy()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    const QModelIndex index = named(model, QStringLiteral("The \"Daily\" Metal"));
    QVERIFY(index.data(items::FailingRole).toBool());
    QCOMPARE(index.data(items::CountRole).toString(), QStringLiteral("failing"));
    QCOMPARE(index.data(Qt::ToolTipRole).toString(), QStringLiteral("the server answers 503"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("failing")));
}

void NavigationModelTest::newCountsKeepThePlace()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    desk::Navigation later = navigation();
    later.views[0].count = 42;
    model.setNavigation(later);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(named(model, QStringLiteral("Top by impact")).data(items::CountRole).toString(),
        QStringLiteral("42"));
}

void NavigationModelTest::otherRowsReset()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    desk::Navigation later = navigation();
    later.savedSearches.clear();
    model.setNavigation(later);
    QCOMPARE(resets.count(), 1);
    QVERIFY(!names(model).contains(QStringLiteral("Saved searches")));
}

void NavigationModelTest::rowIsFoundByItsQuery()
{
    NavigationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNavigation(navigation());
    QCOMPARE(model.indexOfQuery(QStringLiteral("oil OR gas")), 8);
    QCOMPARE(model.indexOfQuery(QStringLiteral("coal")), -1);
    QCOMPARE(model.indexOfQuery({}), -1);
}

void NavigationModelTest::countsAreGrouped_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0";
    QTest::newRow("three digits") << qint64(999) << "999";
    QTest::newRow("four") << qint64(1204) << QStringLiteral("1\u2009204");
    QTest::newRow("seven") << qint64(1'000'000) << QStringLiteral("1\u2009000\u2009000");
}

void NavigationModelTest::countsAreGrouped()
{
    QFETCH(qint64, count);
    QTEST(items::countText(count), "text");
}

QTEST_GUILESS_MAIN(NavigationModelTest)
#include "navigationmodel_test.moc"
