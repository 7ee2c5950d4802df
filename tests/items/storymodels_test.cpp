// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// Stories in lists: the list of them (storylistmodel.cpp), and the feed with stories folded
// (articlelistmodel.cpp).
#include <items/articlelistmodel.h>
#include <items/roles.h>
#include <items/storylistmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using items::ArticleListModel;
using items::Fold;
using items::StoryListModel;

namespace {

constexpr auto Report = QAbstractItemModelTester::FailureReportingMode::QtTest;

desk::ArticleRow article(std::int64_t id, const std::string& story = {}, int articles = 1)
{
    desk::ArticleRow row;
    row.id = id;
    row.title = "Title " + std::to_string(id);
    row.source = "Wire";
    row.received = base::fromUnix(1000000);
    row.analysed = true;
    row.story = story;
    row.storyArticles = articles;
    row.storySources = articles;
    return row;
}

desk::FeedPage folded(std::vector<desk::ArticleRow> rows, bool more = false)
{
    desk::FeedPage page;
    page.rows = std::move(rows);
    page.folded = true;
    page.total = static_cast<std::int64_t>(page.rows.size());
    if (more)
        page.next = desk::Cursor{0.5, page.rows.back().id};
    return page;
}

QList<qint64> ids(const QAbstractItemModel& model)
{
    QList<qint64> list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data(items::IdRole).toLongLong();
    return list;
}

desk::StoryListPage stories(int first, int count, bool more)
{
    desk::StoryListPage page;
    for (int id = first; id < first + count; ++id) {
        desk::StoryRow row;
        row.id = id;
        row.title = "Story " + std::to_string(id);
        row.firstSource = "Agencia Andes";
        row.begun = base::fromUnix(1000000);
        row.last = base::fromUnix(1000000 + 600);
        row.articles = 12;
        row.sources = 5;
        row.unread = 2;
        row.analysed = true;
        row.impact = 0.61;
        row.sentiment = -0.2;
        page.rows.push_back(row);
    }
    page.total = {count, more};
    if (more)
        page.next = desk::Cursor{0.5, first + count - 1};
    return page;
}

} // namespace

class StoryModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void articlesOfAStoryStandBelowItsRow()
    {
        ArticleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.reset(folded({article(1, "s1", 3), article(5, "s2"), article(7, "s3", 2)}));
        QVERIFY(model.isFolding());
        QVERIFY(model.foldOf(0) == Fold::Folded);
        QVERIFY(model.foldOf(1) == Fold::None);
        model.unfold(1, {article(3, "s1", 3), article(1, "s1", 3), article(2, "s1", 3)}); // itself is there
        QCOMPARE(ids(model), (QList<qint64>{1, 3, 2, 5, 7}));
        QVERIFY(model.foldOf(0) == Fold::Unfolded);
        QVERIFY(model.foldOf(2) == Fold::Inside);
        QCOMPARE(model.headOf(2), 0);
        QCOMPARE(model.indexOf(7), 4);
        QCOMPARE(model.placeOf(7), 2); // stories are counted
        QCOMPARE(model.placeOf(2), 0);
        QCOMPARE(model.rowOfStory("s3"), 4);
        QCOMPARE(model.totalText(), QStringLiteral("3"));
        model.unfold(1, {article(9, "s1", 3)}); // it is unfolded
        model.unfold(5, {article(9, "s2", 1)}); // it has nothing folded in
        model.unfold(99, {article(9)});
        QCOMPARE(model.rowCount(), 5);
        model.fold(0);
        QCOMPARE(ids(model), (QList<qint64>{1, 5, 7}));
        QCOMPARE(model.indexOf(2), -1);
        QCOMPARE(model.indexOf(7), 2);
        QVERIFY(model.foldOf(0) == Fold::Folded);
    }

    void unfoldedRowsAreSpokenAndMarkedLikeOthers()
    {
        ArticleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.reset(folded({article(1, "s1", 3), article(5, "s2")}));
        const auto spoken = [&](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY2(spoken(0).contains(QStringLiteral("2 more of its story folded in")), qPrintable(spoken(0)));
        model.unfold(1, {article(2, "s1", 3), article(3, "s1", 3)});
        QVERIFY2(spoken(0).contains(QStringLiteral("2 more of its story below")), qPrintable(spoken(0)));
        QVERIFY2(spoken(1).contains(QStringLiteral("of the story above")), qPrintable(spoken(1)));
        model.setRead(3, true);
        model.setStarred(2, true);
        QVERIFY(model.index(2).data(items::ReadRole).toBool());
        QVERIFY(model.index(1).data(items::StarredRole).toBool());
        QCOMPARE(model.index(1).data(items::FoldRole).toInt(), static_cast<int>(Fold::Inside));
        QCOMPARE(model.index(0).data(items::StoryArticlesRole).toInt(), 3);
    }

    void whatLeavesTheListTakesItsStoryAlong()
    {
        ArticleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.reset(folded({article(1, "s1", 3), article(5, "s2"), article(7, "s3", 2)}));
        model.unfold(1, {article(2, "s1", 3), article(3, "s1", 3)});
        model.unfold(7, {article(8, "s3", 2)});
        model.take({2}); // one of those below
        QCOMPARE(ids(model), (QList<qint64>{1, 3, 5, 7, 8}));
        QCOMPARE(model.totalText(), QStringLiteral("3"));
        model.take({1});
        QCOMPARE(ids(model), (QList<qint64>{5, 7, 8}));
        QCOMPARE(model.totalText(), QStringLiteral("2"));
        model.take({5});
        model.putBack({5}, false); // to the place it had
        QCOMPARE(ids(model), (QList<qint64>{5, 7, 8}));
        model.putBack({1}, false);
        QCOMPARE(ids(model), (QList<qint64>{1, 5, 7, 8}));
        QVERIFY(model.foldOf(0) == Fold::Folded);
        model.take({1, 5});
        model.fold(0);
        model.unfold(7, {article(8, "s3", 2)});
        model.putBack({5}, false); // not between a story and what is below it
        QCOMPARE(ids(model).indexOf(8), ids(model).indexOf(7) + 1);
        model.reset(folded({article(5, "s2")}));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.foldOf(0) == Fold::None);
    }

    void nextPagesDoNotRepeatWhatIsThere()
    {
        ArticleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.reset(folded({article(1, "s1", 3), article(5, "s2")}, true));
        model.unfold(1, {article(2, "s1", 3)});
        model.append(folded({article(2, "s9", 1), article(6, "s6")}));
        QCOMPARE(ids(model), (QList<qint64>{1, 2, 5, 6}));
        desk::FeedPage wire = folded({article(1, "s1", 3), article(2, "s1", 3)});
        wire.folded = false;
        model.reset(wire);
        QVERIFY(!model.isFolding());
        QVERIFY(model.foldOf(0) == Fold::None);
    }

    void storiesAreListedPageByPage()
    {
        StoryListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        QSignalSpy wanted(&model, &StoryListModel::pageWanted);
        model.setNow(base::fromUnix(1000000 + 1800));
        model.reset(stories(1, 3, true));
        QCOMPARE(model.totalText(), QStringLiteral("3+"));
        while (model.canFetchMore({}))
            model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(wanted.count(), 1);
        model.nextPageFailed();
        QVERIFY(model.canFetchMore({}) || wanted.count() == 2);
        model.append(stories(3, 3, false)); // the third was told again since
        QCOMPARE(ids(model), (QList<qint64>{1, 2, 3, 4, 5}));
        QCOMPARE(model.totalText(), QStringLiteral("5"));
        QCOMPARE(model.indexOf(4), 3);
        QCOMPARE(model.indexOf(44), -1);
        QVERIFY(!model.canFetchMore({}));
        model.reset({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aStoryAnswersAsTheFeedsRowsDo()
    {
        StoryListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.setNow(base::fromUnix(1000000 + 1800));
        model.reset(stories(7, 1, false));
        const QModelIndex index = model.index(0);
        QCOMPARE(index.data(items::IdRole).toLongLong(), 7);
        QCOMPARE(index.data().toString(), QStringLiteral("Story 7"));
        QCOMPARE(index.data(items::SourceRole).toString(), QStringLiteral("12 articles"));
        QCOMPARE(index.data(items::AgeRole).toString(), QStringLiteral("20 m"));
        QCOMPARE(index.data(items::StorySourcesRole).toInt(), 5);
        QVERIFY(!index.data(items::ReadRole).toBool());
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        for (const char* part :
            {"Story 7", "12 articles", "5 sources", "first Agencia Andes", "20 m ago", "0.61", "2 unread"})
            QVERIFY2(spoken.contains(QLatin1String(part)), qPrintable(spoken));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setNow(base::fromUnix(1000000 + 7800));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(index.data(items::AgeRole).toString(), QStringLiteral("2 h"));
    }
};

QTEST_GUILESS_MAIN(StoryModelsTest)
#include "storymodels_test.moc"
