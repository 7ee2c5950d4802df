// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: articlelistmodel.cpp navigationmodel.cpp timetext.cpp
#include <items/articlelistmodel.h>
#include <items/navigationmodel.h>
#include <items/roles.h>
#include <items/timetext.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

desk::FeedPage page(int first, int count, bool more)
{
    desk::FeedPage page;
    for (int at = first; at < first + count; ++at) {
        desk::ArticleRow row;
        row.id = at;
        row.title = "Title " + std::to_string(at);
        row.source = "Wire";
        row.received = base::fromUnix(1000000);
        row.analysed = true;
        page.rows.push_back(row);
    }
    if (more)
        page.next = desk::Cursor{0.5, first + count - 1};
    page.total = 200;
    return page;
}

} // namespace

class ModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesFollowEachOther()
    {
        items::ArticleListModel model;
        QSignalSpy wanted(&model, &items::ArticleListModel::pageWanted);
        model.reset(page(1, 3, true));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({}); // asked once only
        QCOMPARE(wanted.size(), 1);
        model.append(page(4, 2, false));
        QCOMPARE(model.rowCount(), 5);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(page(6, 2, false));
        model.setRead(6, true);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.indexOf(5), 4);
        QCOMPARE(model.indexOf(77), -1);
    }

    void oneRowChanges()
    {
        items::ArticleListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(page(1, 3, false));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRead(2, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.index(1).data(items::ReadRole).toBool());
        model.setRead(2, true);
        QCOMPARE(changed.size(), 1);
        model.setStarred(3, true);
        QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("starred")));
    }

    void ages_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << qint64{9 * 60} << "9 m";
        QTest::newRow("hours") << qint64{3 * 3600} << "3 h";
        QTest::newRow("days") << qint64{2 * 86400} << "2 d";
        QTest::newRow("future") << qint64{-500} << "0 m";
    }
    void ages()
    {
        QFETCH(qint64, before);
        QFETCH(QString, text);
        const base::Instant now = base::fromUnix(1795000000);
        QCOMPARE(items::ageText(base::fromUnix(1795000000 - before), now), text);
        QCOMPARE(items::ageText(std::nullopt, now), QStringLiteral("no date"));
    }

    void navigationHasItsSections()
    {
        items::NavigationModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk::Navigation navigation;
        navigation.views = {{"Unread", "is:unread", 1204}};
        navigation.topics = {{"Oil & Gas", 3, -0.31}};
        navigation.sources.resize(1);
        navigation.sources[0].source.title = "Metals Daily";
        navigation.sources[0].source.failures = 1;
        navigation.sources[0].source.lastError = "the host was not found";
        navigation.sources[0].articles = 5;
        model.setNavigation(navigation);
        QCOMPARE(model.rowCount(), 6); // three headings, three entries
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        QCOMPARE(model.index(3).data(items::QueryRole).toString(), QStringLiteral("topic:\"Oil & Gas\""));
        QCOMPARE(model.index(3).data(items::CountRole).toString(), QStringLiteral("\u22120.31"));
        QVERIFY(model.index(5).data(items::FailingRole).toBool());
        QCOMPARE(model.indexOfQuery(QStringLiteral("is:unread")), 1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        navigation.views[0].count = 7;
        model.setNavigation(navigation); // the same rows: the view keeps its place
        QCOMPARE(reset.size(), 0);
        QCOMPARE(items::countText(1204567), QStringLiteral("1\u2009204\u2009567"));
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
