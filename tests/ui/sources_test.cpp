// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The manager of sources as a user works it: with keys, and what it then asks for.
#include "dialoghost.h"

#include <items/roles.h>
#include <ui/dialogs/sources.h>
#include <ui/mainwindow.h>
#include <ui/sourcewindows.h>

#include <QClipboard>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using ui::SourcesDialog;

namespace {

using Ids = QList<qint64>;

std::vector<desk::SourceHealth> sources()
{
    std::vector<desk::SourceHealth> list{samples::source(1, "Rates Wire", 604),
        samples::source(2, "Metals Daily", 12, "the server answers 503"),
        samples::source(3, "Grid Letter", 38),
        samples::source(4, "Old Bulletin", 90, "the server says it is gone for good")};
    list[0].source.folder = "Wires";
    list[1].source.folder = "Commodities/Metals";
    list[2].source.lastSucceeded.reset();
    list[2].source.nextFetch.reset();
    list[3].source.gone = true;
    list[0].source.fullText = true;
    desk::SourceHealth folder = samples::source(5, "Desk notes", 41);
    folder.source.kind = base::SourceKind::Folder;
    folder.source.url = "file:/home/analyst/notes";
    folder.source.lastSucceeded.reset();
    list.push_back(folder);
    desk::SourceHealth file = samples::source(6, "Once opened", 3);
    file.source.kind = base::SourceKind::File;
    list.push_back(file);
    return list;
}

std::vector<base::FetchRecord> records()
{
    return {{samples::now() - std::chrono::minutes(4), 503, 0, 214, 0, 0, "the server answers 503"},
        {samples::now() - std::chrono::minutes(64), 304, 0, 88, 0, 0, ""},
        {samples::now() - std::chrono::hours(30), 200, 48211, 341, 12, 1, ""},
        {samples::now() - std::chrono::hours(54), 200, 47002, 302, 3, 0,
            "moved for good to https://example.org/new"}};
}

} // namespace

class SourcesTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<DialogHost> m_host;
    std::unique_ptr<SourcesDialog> m_dialog;

    QTreeView& view(const QString& name) const
    {
        for (QTreeView* found : m_dialog->findChildren<QTreeView*>()) {
            if (found->accessibleName() == name)
                return *found;
        }
        qFatal("there is no such table");
    }
    QTreeView& table() const { return view(QStringLiteral("Sources")); }
    QTreeView& log() const { return view(QStringLiteral("Log of the source")); }
    QLineEdit& filter() const { return *m_dialog->findChild<QLineEdit*>(); }

    void open(const QString& theme = QStringLiteral("dark.json"), double scale = 1)
    {
        m_host = std::make_unique<DialogHost>(theme, scale);
        m_dialog = std::make_unique<SourcesDialog>(m_host->theme, &m_host->window);
        m_dialog->setNow(samples::now());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        m_dialog->showSources(sources());
        QVERIFY2(table().hasFocus(), "letters are keys from the start");
    }

    void choose(qint64 id)
    {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const QModelIndex index = table().model()->index(row, 0);
            if (index.data(items::IdRole).toLongLong() == id)
                table().selectionModel()->setCurrentIndex(
                    index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        }
        QCOMPARE(m_dialog->currentId(), id);
    }

    QStringList titles() const
    {
        QStringList list;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            list << table().model()->index(row, 0).data().toString();
        return list;
    }

    QString words() const
    {
        QStringList list;
        for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
            if (label->isVisible())
                list << label->text();
        }
        return list.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        m_dialog.reset();
        m_host.reset();
    }
    void feedsAndFoldersAreListedWithTheirHealth();
    void keysAskForWhatTheySay_data();
    void keysAskForWhatTheySay();
    void lettersInTheFilterAreText();
    void filterLooksThroughReasonsToo();
    void columnsSort();
    void removingAsksFirstAndSaysThatArticlesStay();
    void newTitleIsTypedInPlace();
    void folderGoesToAllThatAreChosen();
    void fullTextIsTurnedTheOtherWay();
    void logIsOfTheChosenSource();
    void readingAgainKeepsTheChoice();
    void nothingThereSaysWhatToDo();
    void addressIsCopied();
    void looks_data() { pictures::rows(); }
    void looks();
    void emptyLooks_data() { pictures::rows(); }
    void emptyLooks();
};

void SourcesTest::feedsAndFoldersAreListedWithTheirHealth()
{
    QCOMPARE(titles(),
        (QStringList{QStringLiteral("Desk notes"), QStringLiteral("Grid Letter"),
            QStringLiteral("Metals Daily"), QStringLiteral("Old Bulletin"), QStringLiteral("Rates Wire")}));
    QVERIFY2(words().contains(QStringLiteral("5 sources \u00B7 2 failing")), qPrintable(words()));
}

void SourcesTest::keysAskForWhatTheySay_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QByteArray>("signal");
    const auto row = [](const char* name, Qt::Key key, const char* signal) {
        QTest::newRow(name) << static_cast<int>(key) << QByteArray(signal);
    };
    row("r", Qt::Key_R, SIGNAL(retryWanted(QList<qint64>)));
    row("f", Qt::Key_F, SIGNAL(fullTextChanged(QList<qint64>, bool)));
    row("a", Qt::Key_A, SIGNAL(addWanted()));
    row("c", Qt::Key_C, SIGNAL(catalogueWanted()));
    row("i", Qt::Key_I, SIGNAL(importWanted()));
    row("x", Qt::Key_X, SIGNAL(exportWanted()));
}

void SourcesTest::keysAskForWhatTheySay()
{
    QFETCH(int, key);
    QFETCH(QByteArray, signal);
    choose(2);
    QSignalSpy asked(m_dialog.get(), signal.constData());
    QVERIFY(asked.isValid());
    QTest::keyClick(&table(), static_cast<Qt::Key>(key));
    QCOMPARE(asked.count(), 1);
    if (!asked.at(0).isEmpty())
        QCOMPARE(asked.at(0).at(0).value<Ids>(), Ids{2});
    bool listed = false;
    for (const auto& [name, text] : SourcesDialog::keys())
        listed = listed || name == QKeySequence(key).toString();
    QVERIFY2(listed, "every key stands in the list of keys");
}

void SourcesTest::lettersInTheFilterAreText()
{
    QTest::keyClick(&table(), Qt::Key_Slash);
    QVERIFY(filter().hasFocus());
    QSignalSpy retried(m_dialog.get(), &SourcesDialog::retryWanted);
    QTest::keyClicks(&filter(), QStringLiteral("rafic"));
    QCOMPARE(filter().text(), QStringLiteral("rafic"));
    QCOMPARE(retried.count(), 0);
    QVERIFY2(words().contains(QStringLiteral("No source matches.")), qPrintable(words()));
}

void SourcesTest::filterLooksThroughReasonsToo()
{
    filter().setText(QStringLiteral("503"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Metals Daily")});
    filter().setText(QStringLiteral("wires"));
    QCOMPARE(titles(), QStringList{QStringLiteral("Rates Wire")});
    filter().clear();
    QCOMPARE(titles().size(), 5);
}

void SourcesTest::columnsSort()
{
    table().sortByColumn(items::SourceListModel::Articles, Qt::DescendingOrder);
    QCOMPARE(titles().front(), QStringLiteral("Rates Wire"));
    QCOMPARE(titles().back(), QStringLiteral("Metals Daily"));
    QTest::keyClick(&table(), Qt::Key_6); // articles, the other way round
    QCOMPARE(titles().back(), QStringLiteral("Rates Wire"));
    QTest::keyClick(&table(), Qt::Key_7);
    QTest::keyClick(&table(), Qt::Key_7);
    QCOMPARE(
        titles().mid(0, 2), (QStringList{QStringLiteral("Old Bulletin"), QStringLiteral("Metals Daily")}));
}

void SourcesTest::removingAsksFirstAndSaysThatArticlesStay()
{
    choose(2);
    QSignalSpy removed(m_dialog.get(), &SourcesDialog::removeWanted);
    QTest::keyClick(&table(), Qt::Key_Delete);
    auto* box = m_dialog->findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    QVERIFY2(box->text().contains(QStringLiteral("Metals Daily")), qPrintable(box->text()));
    QVERIFY2(
        box->informativeText().contains(QStringLiteral("articles stay")), qPrintable(box->informativeText()));
    pictures::keep(*box, QStringLiteral("sources-remove"));
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(removed.count(), 0);
    QTRY_VERIFY(m_dialog->findChild<QMessageBox*>() == nullptr);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTest::keyClick(&table(), Qt::Key_Delete);
    box = m_dialog->findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.at(0).at(0).value<Ids>(), Ids{2});
}

void SourcesTest::newTitleIsTypedInPlace()
{
    choose(1);
    QSignalSpy renamed(m_dialog.get(), &SourcesDialog::titleChanged);
    QTest::keyClick(&table(), Qt::Key_F2);
    auto* editor = table().viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->text(), QStringLiteral("Rates Wire"));
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Far rates"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(renamed.count(), 1);
    QCOMPARE(renamed.at(0).at(0).toLongLong(), 1);
    QCOMPARE(renamed.at(0).at(1).toString(), QStringLiteral("Far rates"));
}

void SourcesTest::folderGoesToAllThatAreChosen()
{
    choose(1);
    table().selectAll();
    QSignalSpy moved(m_dialog.get(), &SourcesDialog::folderChanged);
    QTest::keyClick(&table(), Qt::Key_F2, Qt::ShiftModifier);
    auto* editor = table().viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral(" Macro / Rates /"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(moved.count(), 1);
    Ids ids = moved.at(0).at(0).value<Ids>();
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, (Ids{1, 2, 3, 4, 5}));
    QCOMPARE(moved.at(0).at(1).toString(), QStringLiteral("Macro/Rates"));
}

void SourcesTest::fullTextIsTurnedTheOtherWay()
{
    QSignalSpy changed(m_dialog.get(), &SourcesDialog::fullTextChanged);
    choose(1);
    QTest::keyClick(&table(), Qt::Key_F);
    QCOMPARE(changed.at(0).at(1).toBool(), false);
    choose(2);
    QTest::keyClick(&table(), Qt::Key_F);
    QCOMPARE(changed.at(1).at(1).toBool(), true);
}

void SourcesTest::logIsOfTheChosenSource()
{
    QSignalSpy chosen(m_dialog.get(), &SourcesDialog::sourceChosen);
    choose(2);
    QCOMPARE(chosen.back().at(0).toLongLong(), 2);
    m_dialog->showLog(1, records());
    QCOMPARE(log().model()->rowCount(), 0); // of another source
    m_dialog->showLog(2, records());
    QCOMPARE(log().model()->rowCount(), 4);
    QVERIFY(log().isVisible());
    choose(1);
    QCOMPARE(log().model()->rowCount(), 0);
    QVERIFY2(words().contains(QStringLiteral("not asked yet")), qPrintable(words()));
}

void SourcesTest::readingAgainKeepsTheChoice()
{
    choose(4);
    m_dialog->showLog(4, records());
    QSignalSpy chosen(m_dialog.get(), &SourcesDialog::sourceChosen);
    std::vector<desk::SourceHealth> fewer = sources();
    fewer.erase(fewer.begin());
    fewer.push_back(samples::source(9, "A new one", 1));
    m_dialog->showSources(fewer);
    QCOMPARE(m_dialog->currentId(), 4);
    QCOMPARE(m_dialog->selectedIds(), Ids{4});
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(log().model()->rowCount(), 4);
    QVERIFY(titles().contains(QStringLiteral("A new one")));
    QVERIFY(!titles().contains(QStringLiteral("Rates Wire")));
}

void SourcesTest::nothingThereSaysWhatToDo()
{
    m_dialog->showSources({});
    QVERIFY2(words().contains(QStringLiteral("No sources yet")), qPrintable(words()));
    QSignalSpy wanted(m_dialog.get(), &SourcesDialog::catalogueWanted);
    for (QPushButton* button : m_dialog->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().contains(QStringLiteral("Choose from the catalogue")))
            QTest::keyClick(button, Qt::Key_Space);
    }
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m_dialog->selectedIds(), Ids{});
    QSignalSpy retried(m_dialog.get(), &SourcesDialog::retryWanted);
    QTest::keyClick(m_dialog.get(), Qt::Key_R);
    QCOMPARE(retried.count(), 0);
}

void SourcesTest::addressIsCopied()
{
    choose(5);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/home/analyst/notes"));
}

void SourcesTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    m_dialog.reset();
    open(theme, scale);
    choose(2);
    m_dialog->showLog(2, records());
    m_dialog->showMessage(QStringLiteral("Asking Metals Daily\u2026"));
    QCoreApplication::processEvents();
    pictures::keep(*m_dialog, QStringLiteral("sources"));
    const QStringList faults = pictures::clipped(*m_dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    const int height = table().visualRect(table().model()->index(0, 0)).height();
    QVERIFY2(height >= QFontMetrics(m_host->theme.font(12.5)).height(), "rows hold their letters");
}

void SourcesTest::emptyLooks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    m_dialog.reset();
    open(theme, scale);
    m_dialog->showSources({});
    QCoreApplication::processEvents();
    pictures::keep(*m_dialog, QStringLiteral("sources-empty"));
    const QStringList faults = pictures::clipped(*m_dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(SourcesTest)
#include "sources_test.moc"
