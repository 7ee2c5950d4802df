// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The models of the sources' dialogs: list, log and catalogue.
#include <items/cataloguemodel.h>
#include <items/fetchlogmodel.h>
#include <items/roles.h>
#include <items/sourcelistmodel.h>
#include <items/timetext.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using items::CatalogueModel;
using items::FetchLogModel;
using items::SourceListModel;

namespace {

base::Instant now() { return *base::fromIso("2026-11-23T14:32:00Z"); }

desk::SourceHealth health(std::int64_t id, const std::string& title)
{
    desk::SourceHealth one;
    one.source.id = id;
    one.source.title = title;
    one.source.url = "https://example.org/" + std::to_string(id);
    one.source.lastSucceeded = now() - std::chrono::minutes(12);
    one.source.nextFetch = now() + std::chrono::minutes(48);
    one.articles = 1204;
    one.perWeek = 3.25;
    return one;
}

base::Subscription feed(
    const std::string& title, std::vector<std::string> folder, const std::string& note = {})
{
    base::Subscription subscription;
    subscription.title = title;
    subscription.url = "https://example.org/" + title;
    subscription.folder = std::move(folder);
    subscription.note = note;
    return subscription;
}

const auto Strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class SourceModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sourceIsToldInItsColumns_data();
    void sourceIsToldInItsColumns();
    void healthHasAWord_data();
    void healthHasAWord();
    void filesReadOnceAreLeftOut();
    void newReadingMovesNoRow();
    void editsAreSaid();
    void logLineIsTold();
    void catalogueIsGrouped();
    void choosingAGroupChoosesItsFeeds();
    void timesAhead_data();
    void timesAhead();
    void sizes();
};

void SourceModelsTest::sourceIsToldInItsColumns_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("title") << int(SourceListModel::Title) << "Rates Wire";
    QTest::newRow("success") << int(SourceListModel::LastSuccess) << "12 m";
    QTest::newRow("next") << int(SourceListModel::NextTry) << "in 48 m";
    QTest::newRow("week") << int(SourceListModel::PerWeek) << "3.3";
    QTest::newRow("articles") << int(SourceListModel::Articles) << QStringLiteral("1\u2009204");
    QTest::newRow("failures") << int(SourceListModel::Failures) << "";
}

void SourceModelsTest::sourceIsToldInItsColumns()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    SourceListModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setNow(now());
    model.setSources({health(1, "Rates Wire")});
    QCOMPARE(model.index(0, column).data().toString(), text);
    QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    if (column == SourceListModel::LastSuccess)
        QVERIFY(
            model.index(0, column).data(Qt::ToolTipRole).toString().contains(QStringLiteral("14:20:00 UTC")));
}

void SourceModelsTest::healthHasAWord_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("gone");
    QTest::addColumn<bool>("read");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("told");
    QTest::newRow("healthy") << 0 << false << true << "healthy"
                             << "";
    QTest::newRow("not read") << 0 << false << false << "not read yet"
                              << "";
    QTest::newRow("failing once") << 1 << false << true << "failing"
                                  << "no answer";
    QTest::newRow("failing often") << 4 << false << true << "failing" << QStringLiteral("4\u00D7 no answer");
    QTest::newRow("gone") << 0 << true << true << "gone"
                          << "no answer";
}

void SourceModelsTest::healthHasAWord()
{
    QFETCH(int, failures);
    QFETCH(bool, gone);
    QFETCH(bool, read);
    QFETCH(QString, word);
    QFETCH(QString, told);
    desk::SourceHealth one = health(1, "Rates Wire");
    one.source.failures = failures;
    one.source.gone = gone;
    one.source.lastError = "no answer";
    if (!read)
        one.source.lastSucceeded.reset();
    SourceListModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setNow(now());
    model.setSources({one});
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(word));
    QCOMPARE(model.index(0, SourceListModel::Failures).data().toString(), told);
    QCOMPARE(model.failing(), failures > 0 || gone ? 1 : 0);
    QCOMPARE(model.index(0, SourceListModel::NextTry).data().toString() == QStringLiteral("not again"), gone);
}

void SourceModelsTest::filesReadOnceAreLeftOut()
{
    desk::SourceHealth file = health(1, "brief.html");
    file.source.kind = base::SourceKind::File;
    desk::SourceHealth folder = health(2, "Notes");
    folder.source.kind = base::SourceKind::Folder;
    folder.source.url = "file:/home/me/notes";
    SourceListModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setSources({file, folder});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(items::UrlRole).toString(), QStringLiteral("/home/me/notes"));
    QCOMPARE(model.index(0, SourceListModel::NextTry).data().toString(), QStringLiteral("watched"));
}

void SourceModelsTest::newReadingMovesNoRow()
{
    SourceListModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setSources({health(1, "A"), health(2, "B"), health(3, "C")});
    const QPersistentModelIndex second = model.index(1, 0);
    QSignalSpy resets(&model, &SourceListModel::modelReset);
    QSignalSpy changes(&model, &SourceListModel::dataChanged);
    model.setSources({health(0, "new"), health(2, "B renamed"), health(3, "C")});
    QCOMPARE(resets.count(), 0);
    QVERIFY(changes.count() > 0);
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 0);
    QCOMPARE(second.data().toString(), QStringLiteral("B renamed"));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.indexOf(1), -1);
    model.setSources({});
    QCOMPARE(model.rowCount(), 0);
}

void SourceModelsTest::editsAreSaid()
{
    SourceListModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setSources({health(7, "A")});
    QSignalSpy titles(&model, &SourceListModel::titleEdited);
    QSignalSpy folders(&model, &SourceListModel::folderEdited);
    QVERIFY(
        !model.setData(model.index(0, 0), QStringLiteral("  "), Qt::EditRole)); // no source without a title
    QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("A"), Qt::EditRole)); // nothing new
    QVERIFY(!model.setData(model.index(0, SourceListModel::Articles), 3, Qt::EditRole));
    QCOMPARE(titles.count(), 0);
    QVERIFY(model.setData(model.index(0, 0), QStringLiteral(" B "), Qt::EditRole));
    QCOMPARE(titles.at(0).at(1).toString(), QStringLiteral("B"));
    QVERIFY(model.setData(model.index(0, SourceListModel::Folder), QStringLiteral("x // y/"), Qt::EditRole));
    QCOMPARE(folders.at(0).at(0).toLongLong(), 7);
    QCOMPARE(folders.at(0).at(1).toString(), QStringLiteral("x/y"));
}

void SourceModelsTest::logLineIsTold()
{
    FetchLogModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setNow(now());
    model.setRecords({{now(), 200, 48211, 341, 12, 1, ""}, {now(), 304, 0, 20, 0, 0, ""},
        {now(), 0, 0, 0, 0, 0, "no answer"}});
    QStringList line;
    for (int column = 0; column < model.columnCount(); ++column)
        line << model.index(0, column).data().toString();
    QCOMPARE(line,
        (QStringList{QStringLiteral("14:32 UTC"), QStringLiteral("200"), QStringLiteral("48.2 kB"),
            QStringLiteral("341"), QStringLiteral("12"), QStringLiteral("1"), QString()}));
    QVERIFY(!model.index(0, 0).data(items::FailingRole).toBool());
    QCOMPARE(model.index(1, FetchLogModel::Message).data().toString(), QStringLiteral("nothing new"));
    QVERIFY(model.index(2, 0).data(items::FailingRole).toBool());
    QCOMPARE(model.index(2, FetchLogModel::Message).data().toString(), QStringLiteral("no answer"));
}

void SourceModelsTest::catalogueIsGrouped()
{
    CatalogueModel model;
    const QAbstractItemModelTester tester(&model, Strict);
    model.setCatalogue(
        {feed("a", {"Banks", "North"}), feed("b", {}), feed("c", {"Banks", "North"}, "asks for a contact")},
        {QStringLiteral("https://example.org/a")});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.size(), 3);
    const QModelIndex banks = model.index(0, 0);
    QCOMPARE(banks.data().toString(), QStringLiteral("Banks / North"));
    QCOMPARE(model.rowCount(banks), 2);
    QCOMPARE(model.index(1, 0, banks).data().toString(), QStringLiteral("c"));
    QCOMPARE(model.index(1, 1, banks).data().toString(), QStringLiteral("asks for a contact"));
    QCOMPARE(model.index(0, 1, banks).data().toString(), QStringLiteral("subscribed"));
    QVERIFY(!(model.index(0, 0, banks).flags() & Qt::ItemIsUserCheckable));
}

void SourceModelsTest::choosingAGroupChoosesItsFeeds()
{
    CatalogueModel model;
    model.setCatalogue(
        {feed("a", {"Banks"}), feed("b", {"Banks"}), feed("c", {"Banks"}), feed("d", {"Wires"})},
        {QStringLiteral("https://example.org/a")});
    const QAbstractItemModelTester tester(&model, Strict);
    QSignalSpy counts(&model, &CatalogueModel::chosenChanged);
    const QModelIndex banks = model.index(0, 0);
    QVERIFY(model.setData(banks, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(counts.back().at(0).toInt(), 2); // not the one that is subscribed
    QCOMPARE(banks.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(model.setData(model.index(1, 0, banks), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(banks.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(model.chosen().size(), std::size_t(1));
    QCOMPARE(model.chosen().front().title, std::string("c"));
    QVERIFY(model.setData(model.index(0, 0, model.index(1, 0)), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosenCount(), 2);
}

void SourceModelsTest::timesAhead_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("past") << -5 << "due";
    QTest::newRow("now") << 0 << "due";
    QTest::newRow("a second") << 1 << "in 1 m";
    QTest::newRow("minutes") << 59 * 60 << "in 59 m";
    QTest::newRow("an hour") << 3600 << "in 1 h";
    QTest::newRow("a day") << 24 * 3600 << "in 24 h";
    QTest::newRow("days") << 5 * 86400 << "in 5 d";
}

void SourceModelsTest::timesAhead()
{
    QFETCH(int, seconds);
    QFETCH(QString, text);
    QCOMPARE(items::untilText(now() + std::chrono::seconds(seconds), now()), text);
    QCOMPARE(items::untilText(std::nullopt, now()), QStringLiteral("due"));
}

void SourceModelsTest::sizes()
{
    QCOMPARE(items::bytesText(999), QStringLiteral("999 B"));
    QCOMPARE(items::bytesText(12400), QStringLiteral("12.4 kB"));
    QCOMPARE(items::bytesText(3'100'000), QStringLiteral("3.1 MB"));
}

QTEST_GUILESS_MAIN(SourceModelsTest)
#include "sourcemodels_test.moc"
