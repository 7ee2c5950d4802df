// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <items/articlelistmodel.h>
#include <items/roles.h>
#include <items/timetext.h>

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

using items::ArticleListModel;

namespace {

base::Instant at(const char* iso) { return base::fromIso(iso).value(); }

desk::ArticleRow row(std::int64_t id)
{
    desk::ArticleRow row;
    row.id = id;
    row.title = "Headline " + std::to_string(id);
    row.source = "Rates Wire";
    row.published = at("2026-11-23T14:06:00Z");
    row.received = at("2026-11-23T14:20:00Z");
    row.analysed = true;
    row.impact = 0.71;
    row.sentiment = -0.42;
    row.topics = {"Monetary Policy", "Currency & FX"};
    return row;
}

desk::FeedPage page(std::int64_t first, int rows, bool more)
{
    desk::FeedPage page;
    for (int at = 0; at < rows; ++at)
        page.rows.push_back(row(first + at));
    if (more)
        page.next = desk::Cursor{0.5, first + rows - 1};
    page.total = 250;
    return page;
}

QString accessible(const ArticleListModel& model, int at)
{
    return model.index(at).data(Qt::AccessibleTextRole).toString();
}

} // namespace

class ArticleListModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agesAreShort_data();
    void agesAreShort();
    void clockNamesTheDayOnlyWhenItIsAnother_data();
    void clockNamesTheDayOnlyWhenItIsAnother();
    void resetReplacesAllRows();
    void endOfListAsksOnceForTheNextPage();
    void emptyNextPageEndsTheList();
    void rowsLeaveWithTheirSources();
    void ageFollowsTheClock();
    void ageFallsBackToTheReceivedTime();
    void readAndStarChangeOneRow();
    void sameStateSaysNothing();
    void spokenTextHoldsScoresAndState();
    void scoresComeWhereTheRowStands();
    void notAnalysedIsSpokenAsSuch();
    void watchlistsAreSaidAndChange();
};

void ArticleListModelTest::agesAreShort_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("age");
    QTest::newRow("this moment") << "2026-11-23T14:32:00Z"
                                 << "0 m";
    QTest::newRow("after now") << "2026-11-23T15:00:00Z"
                               << "0 m";
    QTest::newRow("minutes") << "2026-11-23T14:06:00Z"
                             << "26 m";
    QTest::newRow("last minute of the hour") << "2026-11-23T13:32:01Z"
                                             << "59 m";
    QTest::newRow("one hour") << "2026-11-23T13:32:00Z"
                              << "1 h";
    QTest::newRow("last hour of the day") << "2026-11-22T14:32:01Z"
                                          << "23 h";
    QTest::newRow("one day") << "2026-11-22T14:32:00Z"
                             << "1 d";
    QTest::newRow("thirteen days") << "2026-11-10T14:32:00Z"
                                   << "13 d";
    QTest::newRow("two weeks") << "2026-11-09T14:32:00Z"
                               << "9 Nov";
}

void ArticleListModelTest::agesAreShort()
{
    QFETCH(QString, then);
    QTEST(items::ageText(base::fromIso(then.toStdString()), at("2026-11-23T14:32:00Z")), "age");
}

void ArticleListModelTest::clockNamesTheDayOnlyWhenItIsAnother_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << "2026-11-23T00:00:00Z"
                           << "00:00 UTC";
    QTest::newRow("yesterday, though another day already in Kathmandu") << "2026-11-22T23:59:00Z"
                                                                        << "22 Nov 23:59 UTC";
    QTest::newRow("tomorrow") << "2026-11-24T00:00:00Z"
                              << "24 Nov 00:00 UTC";
}

void ArticleListModelTest::clockNamesTheDayOnlyWhenItIsAnother()
{
    QFETCH(QString, then);
    QTEST(items::clockText(base::fromIso(then.toStdString()).value(), at("2026-11-23T14:32:00Z")), "text");
}

void ArticleListModelTest::resetReplacesAllRows()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.reset(page(1, 3, false));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.totalText(), QStringLiteral("250"));
    QCOMPARE(model.indexOf(2), 1);
    model.reset(page(7, 2, false));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(items::IdRole).toLongLong(), 7);
    QCOMPARE(model.indexOf(2), -1);
}

void ArticleListModelTest::endOfListAsksOnceForTheNextPage()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<desk::Cursor> wanted;
    connect(&model, &ArticleListModel::pageWanted, this,
        [&](const desk::Cursor& after) { wanted.push_back(after); });
    model.reset(page(1, 3, true));
    // The tester itself may have come to the end already.
    while (model.canFetchMore({}))
        model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(wanted.size(), std::size_t(1));
    QCOMPARE(wanted.front().id, 3);
    QCOMPARE(wanted.front().key, 0.5);
    model.append(page(4, 2, true));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(4).data(items::IdRole).toLongLong(), 5);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(wanted.size(), std::size_t(2));
    QCOMPARE(wanted.back().id, 5);
}

void ArticleListModelTest::emptyNextPageEndsTheList()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(page(1, 3, true));
    model.append({});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.canFetchMore({}));
}

void ArticleListModelTest::ageFollowsTheClock()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(at("2026-11-23T14:32:00Z"));
    model.reset(page(1, 2, false));
    QCOMPARE(model.index(0).data(items::AgeRole).toString(), QStringLiteral("26 m"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setNow(at("2026-11-23T16:32:00Z"));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.index(1).data(items::AgeRole).toString(), QStringLiteral("2 h"));
}

void ArticleListModelTest::ageFallsBackToTheReceivedTime()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(at("2026-11-23T14:32:00Z"));
    desk::FeedPage one = page(1, 1, false);
    one.rows.front().published.reset();
    model.reset(one);
    QCOMPARE(model.index(0).data(items::AgeRole).toString(), QStringLiteral("12 m"));
}

void ArticleListModelTest::readAndStarChangeOneRow()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(page(1, 3, false));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRead(2, true);
    model.setStarred(3, true);
    QCOMPARE(changes.count(), 2);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(changes.at(1).at(0).toModelIndex().row(), 2);
    QVERIFY(!model.index(0).data(items::ReadRole).toBool());
    QVERIFY(model.index(1).data(items::ReadRole).toBool());
    QVERIFY(!model.index(1).data(items::StarredRole).toBool());
    QVERIFY(model.index(2).data(items::StarredRole).toBool());
}

void ArticleListModelTest::sameStateSaysNothing()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(page(1, 3, false));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRead(2, false);
    model.setRead(99, true);
    QCOMPARE(changes.count(), 0);
}

void ArticleListModelTest::spokenTextHoldsScoresAndState()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(page(1, 1, false));
    const QString before = accessible(model, 0);
    for (const char* part : {"Headline 1", "Rates Wire", "0.71", "0.42", "unread"})
        QVERIFY2(before.contains(QLatin1String(part)), qPrintable(before));
    model.setRead(1, true);
    model.setStarred(1, true);
    QVERIFY(!accessible(model, 0).contains(QStringLiteral("unread")));
    QVERIFY(accessible(model, 0).contains(QStringLiteral("starred")));
}

void ArticleListModelTest::scoresComeWhereTheRowStands()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk::FeedPage waiting = page(1, 3, false);
    for (desk::ArticleRow& row : waiting.rows) {
        row.analysed = false;
        row.mode.clear();
    }
    model.reset(waiting);
    QVERIFY(accessible(model, 1).contains(QStringLiteral("waiting for its analysis")));
    QCOMPARE(model.pending(2).size(), 2);
    QCOMPARE(model.pending(10).size(), 3);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    desk::ArticleRow scored = model.row(1);
    scored.analysed = true;
    scored.impact = 0.7;
    scored.mode = "news";
    model.setScores(scored);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(model.indexOf(scored.id), 1);
    QVERIFY(accessible(model, 1).contains(QStringLiteral("0.70")));
    QCOMPARE(model.pending(10).size(), 2);
    scored.id = 999999;
    model.setScores(scored); // not listed: nothing happens
    QCOMPARE(changed.size(), 1);
}

void ArticleListModelTest::notAnalysedIsSpokenAsSuch()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk::FeedPage one = page(1, 1, false);
    one.rows.front().analysed = false;
    one.rows.front().impact = 0;
    one.rows.front().sentiment = 0;
    one.rows.front().mode = "not analysed";
    model.reset(one);
    QVERIFY(accessible(model, 0).contains(QStringLiteral("not analysed")));
    QVERIFY2(!accessible(model, 0).contains(QStringLiteral("0.00")), "a score that is not known is no zero");
}

void ArticleListModelTest::rowsLeaveWithTheirSources()
{
    ArticleListModel model;
    desk::FeedPage two = page(1, 2, false);
    two.rows[0].title = "Rates <b>up</b>";
    two.rows[0].url = "https://wire.example/a?b=1&c=2";
    two.rows[1].url = "javascript:alert(1)"; // no page: neither a link nor an address
    model.reset(two);
    QVERIFY(model.flags(model.index(0)).testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(1), model.index(0)}));
    QCOMPARE(data->text(),
        QString::fromUtf8("Rates <b>up</b> \u2014 Rates Wire, 23 Nov 2026\nhttps://wire.example/a?b=1&c=2\n"
                          "Headline 2 \u2014 Rates Wire, 23 Nov 2026"));
    QVERIFY(data->html().contains(
        QStringLiteral("<a href=\"https://wire.example/a?b=1&amp;c=2\">Rates &lt;b&gt;up&lt;/b&gt;</a>")));
    QVERIFY(!data->html().contains(QStringLiteral("javascript")));
    QCOMPARE(data->urls(), QList<QUrl>{QUrl(QStringLiteral("https://wire.example/a?b=1&c=2"))});
}

void ArticleListModelTest::watchlistsAreSaidAndChange()
{
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    desk::FeedPage two = page(1, 2, false);
    two.rows[1].watchlists = {"Battery metals", "Book"};
    model.reset(two);
    QVERIFY(!model.index(0).data(Qt::ToolTipRole).isValid());
    QCOMPARE(model.index(1).data(Qt::ToolTipRole).toString(), QStringLiteral("On your watchlists: Battery metals, Book"));
    QVERIFY(accessible(model, 1).contains(QStringLiteral("on watchlist Battery metals, on watchlist Book")));
    // Watchlists change while the row is listed.
    QSignalSpy changed(&model, &ArticleListModel::dataChanged);
    desk::ArticleRow row = two.rows[1];
    row.watchlists = {"Book"};
    model.setMarks(row);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1).data(items::WatchlistsRole).toStringList(), QStringList{QStringLiteral("Book")});
    QCOMPARE(model.ids().size(), 2);
}

QTEST_GUILESS_MAIN(ArticleListModelTest)
#include "articlelistmodel_test.moc"
