// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The models of what the analyst keeps: labels, changes of a view, retention (labelmodel.cpp,
// changesmodel.cpp, retentionmodel.cpp), and rows that leave a list and come back.
#include <items/articlelistmodel.h>
#include <items/changesmodel.h>
#include <items/labelmodel.h>
#include <items/retentionmodel.h>
#include <items/roles.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using items::ChangesModel;
using items::LabelModel;
using items::RetentionModel;

namespace {

constexpr auto Report = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList shown(const QAbstractItemModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data().toString();
    return list;
}

Qt::CheckState check(const LabelModel& model, int row)
{
    return static_cast<Qt::CheckState>(model.index(row).data(Qt::CheckStateRole).toInt());
}

const std::vector<desk::CountedView> Labels{{"metals", "label:metals", 4}, {"to do", "label:\"to do\"", 1}};

desk::SourceHealth source(std::int64_t id, const std::string& title)
{
    desk::SourceHealth health;
    health.source.id = id;
    health.source.title = title;
    health.articles = 100 * id;
    return health;
}

desk::FeedPage page(int rows)
{
    desk::FeedPage page;
    for (int at = 1; at <= rows; ++at) {
        desk::ArticleRow row;
        row.id = at;
        row.title = std::to_string(at);
        page.rows.push_back(row);
    }
    page.total = rows;
    return page;
}

} // namespace

class KeptModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsSayWhoCarriesThem()
    {
        LabelModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.setLabels(
            Labels, {{QStringLiteral("metals")}, {QStringLiteral("Metals"), QStringLiteral("to do")}});
        QCOMPARE(check(model, 0), Qt::Checked);
        QCOMPARE(check(model, 1), Qt::PartiallyChecked);
        QCOMPARE(model.index(0).data(items::NoteRole).toString(), QStringLiteral("4"));
        QVERIFY(model.toggle(1)); // some carry it: now all do
        QCOMPARE(check(model, 1), Qt::Checked);
        QCOMPARE(model.index(1).data(items::NoteRole).toString(), QStringLiteral("2"));
        QVERIFY(!model.toggle(1));
        QCOMPARE(check(model, 1), Qt::Unchecked);
        QCOMPARE(model.index(1).data(items::NoteRole).toString(), QStringLiteral("0"));
    }

    void typingFiltersAndNamesANewOne()
    {
        LabelModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.setLabels(Labels, {QStringList()});
        model.setTyped(QStringLiteral("DO"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.nameAt(0), QStringLiteral("to do"));
        QVERIFY(model.wouldMake(1));
        QCOMPARE(model.nameAt(1), QStringLiteral("DO"));
        model.setTyped(QStringLiteral(" To   Do "));
        QCOMPARE(shown(model), QStringList{QStringLiteral("to do")}); // there is one of that name
        model.setTyped(QStringLiteral("nickel"));
        QVERIFY(model.toggle(0));
        model.setTyped({});
        QCOMPARE(shown(model),
            (QStringList{QStringLiteral("metals"), QStringLiteral("nickel"), QStringLiteral("to do")}));
        QCOMPARE(check(model, 1), Qt::Checked);
    }

    void changesComeInGroupsWithTheirCause()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model, Report);
        desk::ViewChanges changes;
        changes.added.resize(1);
        changes.added.front().id = 5;
        changes.added.front().title = "New one";
        changes.moved.resize(1);
        changes.moved.front().row.id = 6;
        changes.moved.front().row.title = "Moved one";
        changes.moved.front().impactBefore = 0.35;
        changes.moved.front().impactAfter = 0.42;
        changes.moved.front().cause = desk::MoveCause::LaterNews;
        model.setChanges(changes, base::fromUnix(1795100000));
        QCOMPARE(model.rowCount(), 4); // no heading for what there is none of
        QCOMPARE(model.kindAt(0), ChangesModel::Heading);
        QCOMPARE(model.kindAt(3), ChangesModel::Moved);
        QCOMPARE(model.nextRow(1, 1), 3); // over the heading
        QCOMPARE(model.nextRow(3, 1), -1);
        QCOMPARE(model.nextRow(1, -1), -1);
        QVERIFY(!model.index(0).flags().testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.articleAt(3)->id, std::int64_t(6));
        const QString note = model.index(3).data(items::NoteRole).toString();
        QVERIFY2(note.contains(QStringLiteral("0.35 \u2192 0.42")), qPrintable(note));
        QVERIFY2(note.contains(QStringLiteral("later news")), qPrintable(note));
        QVERIFY2(!note.contains(QStringLiteral("sentiment")), qPrintable(note)); // it did not move
    }

    void causesAreSaidInWords()
    {
        QStringList all;
        for (const auto cause : {desk::MoveCause::RevisedText, desk::MoveCause::OtherEngine,
                 desk::MoveCause::OtherData, desk::MoveCause::LaterNews})
            all << items::causeText(cause);
        QCOMPARE(all.first(), QStringLiteral("text revised"));
        QCOMPARE(all.removeDuplicates(), 0);
    }

    void rulesOfSourcesAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<int>("rules");
        QTest::addColumn<int>("days"); // 0: no limit
        QTest::newRow("number") << "90" << true << 1 << 90;
        QTest::newRow("all") << "All" << true << 1 << 0;
        QTest::newRow("nothing") << " " << true << 0 << 0;
        QTest::newRow("zero") << "0" << false << 0 << 0;
        QTest::newRow("negative") << "-4" << false << 0 << 0;
        QTest::newRow("word") << "soon" << false << 0 << 0;
        QTest::newRow("too many") << "99999999" << false << 0 << 0;
    }

    void rulesOfSourcesAreTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, taken);
        QFETCH(const int, rules);
        QFETCH(const int, days);
        RetentionModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.setSources({source(1, "Rates Wire"), source(2, "Metals Daily")}, {});
        QSignalSpy edited(&model, &RetentionModel::edited);
        QCOMPARE(model.setData(model.index(1, RetentionModel::Days), typed, Qt::EditRole), taken);
        QCOMPARE(edited.count(), taken ? 1 : 0);
        const std::vector<desk::RetentionRule> given = model.rules();
        QCOMPARE(static_cast<int>(given.size()), rules);
        if (rules > 0) {
            QCOMPARE(given.front().source, std::int64_t(2));
            QCOMPARE(given.front().days.value_or(0), days);
            QVERIFY(!given.front().articles);
        }
    }

    void rulesThatAreKeptAreShownAndWhatWouldGo()
    {
        RetentionModel model;
        const QAbstractItemModelTester tester(&model, Report);
        desk::RetentionRule rule;
        rule.source = 2;
        rule.articles = 1200;
        model.setSources({source(1, "Rates Wire"), source(2, "Metals Daily")}, {rule});
        QCOMPARE(model.rules(), std::vector{rule});
        QCOMPARE(
            model.index(1, RetentionModel::Newest).data(Qt::EditRole).toString(), QStringLiteral("1200"));
        QCOMPARE(model.index(1, RetentionModel::Days).data().toString(), QStringLiteral("all"));
        QCOMPARE(model.index(0, RetentionModel::Days).data().toString(), QStringLiteral("\u2013"));
        desk::RetentionPreview preview;
        preview.sources = {{2, "Metals Daily", 7}};
        model.setPreview(preview);
        QCOMPARE(model.index(1, RetentionModel::Going).data().toString(), QStringLiteral("7"));
        QCOMPARE(model.index(0, RetentionModel::Going).data().toString(), QStringLiteral("0"));
        model.forgetPreview();
        QCOMPARE(model.index(1, RetentionModel::Going).data().toString(), QStringLiteral("\u2026"));
    }

    void rowsThatLeftComeBackWhereTheyStood()
    {
        items::ArticleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.reset(page(6));
        model.take({2, 3});
        model.take({6});
        QCOMPARE(shown(model), (QStringList{QStringLiteral("1"), QStringLiteral("4"), QStringLiteral("5")}));
        QCOMPARE(model.totalText(), QStringLiteral("3"));
        QCOMPARE(model.indexOf(5), 2);
        QCOMPARE(model.indexOf(3), -1);
        model.putBack({6}, false);
        model.putBack({2, 3}, false);
        QCOMPARE(shown(model).join(QString()), QStringLiteral("123456"));
        QCOMPARE(model.indexOf(6), 5);
        model.putBack({2}, false); // it is there
        QCOMPARE(model.rowCount(), 6);
    }

    void marksOfARowAreShown()
    {
        items::ArticleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.reset(page(2));
        desk::ArticleRow marked;
        marked.id = 2;
        marked.noted = true;
        marked.labels = {"to do"};
        model.setMarks(marked);
        QCOMPARE(model.index(1).data(items::LabelsRole).toStringList(), QStringList{QStringLiteral("to do")});
        QVERIFY(model.index(1).data(items::NotedRole).toBool());
        QVERIFY(
            model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("label to do")));
        QVERIFY(!model.index(0).data(items::NotedRole).toBool());
    }
};

QTEST_MAIN(KeptModelsTest)
#include "keptmodels_test.moc"
