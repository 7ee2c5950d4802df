// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The smaller dialogs of the sources: adding one, the catalogue, the columns of a table.
#include "dialoghost.h"

#include <ui/dialogs/addfeed.h>
#include <ui/dialogs/catalogue.h>
#include <ui/dialogs/tablecolumns.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using ui::AddFeedDialog;
using ui::CatalogueDialog;
using ui::TableColumnsDialog;

namespace {

base::Subscription feed(const std::string& title, const std::string& group, const std::string& note = {})
{
    base::Subscription subscription;
    subscription.title = title;
    subscription.url = "https://example.org/" + title;
    subscription.folder = {group};
    subscription.note = note;
    return subscription;
}

std::vector<base::Subscription> catalogue()
{
    return {feed("Harbour Bank statements", "Central banks"), feed("Fjord Bank rates", "Central banks"),
        feed("Registry filings", "Filings", "Asks for a contact address: set network.contact first"),
        feed("Wire of metals", "Wires"), feed("Wire of grains", "Wires")};
}

ui::TableColumns table()
{
    ui::TableColumns columns;
    columns.headers = {QStringLiteral("ref"), QStringLiteral("headline"), QStringLiteral("story"),
        QStringLiteral("day"), QStringLiteral("remarks")};
    columns.rows = {{QStringLiteral("a-1"), QStringLiteral("Smelters cut runs"),
                        QStringLiteral("Treatment charges fell below zero. Two plants stop a furnace each."),
                        QStringLiteral("2026-11-23"), QStringLiteral("checked")},
        {QStringLiteral("a-2"), QStringLiteral("Grain waits at the port"),
            QStringLiteral("Draught is low.")}};
    columns.fields = {{QStringLiteral("title"), 1}, {QStringLiteral("body"), 2},
        {QStringLiteral("published"), 3}, {QStringLiteral("id"), 0}};
    return columns;
}

QPushButton* button(const QWidget& parent, const QString& beginning)
{
    for (QPushButton* push : parent.findChildren<QPushButton*>()) {
        if (push->text().startsWith(beginning))
            return push;
    }
    return nullptr;
}

QString words(const QWidget& widget)
{
    QStringList list;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible())
            list << label->text();
    }
    return list.join(QLatin1Char('\n'));
}

} // namespace

class ChoosersTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<DialogHost> m_host;

private Q_SLOTS:
    void init() { m_host = std::make_unique<DialogHost>(); }
    void folderIsGivenAsItsPath();
    void whatCannotBeAddedIsSaid();
    void spaceMarksAndTheButtonCounts();
    void subscribedFeedsCannotBeMarked();
    void filterKeepsWhatWasMarked();
    void missingCatalogueIsSaid();
    void proposalIsShownAndConfirmed();
    void fieldMovesToTheColumnItIsGivenTo();
    void tableWithoutTitleAndTextIsNotRead();
    void shortRowsAndNoRowsAreShown();
    void looks_data() { pictures::rows(); }
    void looks();
};

void ChoosersTest::folderIsGivenAsItsPath()
{
    const QTemporaryDir folder;
    AddFeedDialog dialog(m_host->theme, &m_host->window);
    QSignalSpy given(&dialog, &AddFeedDialog::addressGiven);
    dialog.show();
    auto* address = dialog.findChild<QLineEdit*>();
    address->setText(folder.path());
    QVERIFY2(words(dialog).contains(QStringLiteral("files in this folder")), qPrintable(words(dialog)));
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(given.count(), 1);
    QCOMPARE(given.at(0).at(0).toString(), folder.path());
    QVERIFY(!dialog.isVisible());
}

void ChoosersTest::whatCannotBeAddedIsSaid()
{
    AddFeedDialog dialog(m_host->theme, &m_host->window);
    QSignalSpy given(&dialog, &AddFeedDialog::addressGiven);
    dialog.show();
    auto* address = dialog.findChild<QLineEdit*>();
    for (const char* wrong : {"/no/such/folder/anywhere", "ftp://example.org/", "javascript:alert(1)", ""}) {
        address->setText(QString::fromLatin1(wrong));
        const QString before = words(dialog);
        QTest::keyClick(address, Qt::Key_Return);
        QVERIFY2(words(dialog) != before, wrong);
        QVERIFY(address->property("invalid").toBool());
    }
    QCOMPARE(given.count(), 0);
    address->setText(QStringLiteral("feed://example.org/rss"));
    QVERIFY(!address->property("invalid").toBool());
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(given.at(0).at(0).toString(), QStringLiteral("https://example.org/rss"));
}

void ChoosersTest::spaceMarksAndTheButtonCounts()
{
    CatalogueDialog dialog(m_host->theme, &m_host->window);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.showCatalogue(catalogue(), {});
    std::vector<base::Subscription> wanted;
    connect(&dialog, &CatalogueDialog::subscribeWanted, &dialog,
        [&](const std::vector<base::Subscription>& feeds) { wanted = feeds; });
    auto* view = dialog.findChild<QTreeView*>();
    QPushButton* subscribe = button(dialog, QStringLiteral("Subscribe"));
    QVERIFY(subscribe != nullptr && !subscribe->isEnabled());
    QTest::keyClick(view, Qt::Key_Space); // the first group
    QCOMPARE(subscribe->text(), QStringLiteral("Subscribe to 2"));
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Space); // its first feed: no more
    QCOMPARE(subscribe->text(), QStringLiteral("Subscribe to 1"));
    QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.size(), std::size_t(1));
    QCOMPARE(wanted.front().title, std::string("Fjord Bank rates"));
    QVERIFY(!dialog.isVisible());
}

void ChoosersTest::subscribedFeedsCannotBeMarked()
{
    CatalogueDialog dialog(m_host->theme, &m_host->window);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.showCatalogue(catalogue(), {QStringLiteral("https://example.org/Harbour Bank statements")});
    auto* view = dialog.findChild<QTreeView*>();
    const QModelIndex first = view->model()->index(0, 0, view->model()->index(0, 0));
    QCOMPARE(first.siblingAtColumn(1).data().toString(), QStringLiteral("subscribed"));
    view->setCurrentIndex(first);
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(!button(dialog, QStringLiteral("Subscribe"))->isEnabled());
}

void ChoosersTest::filterKeepsWhatWasMarked()
{
    CatalogueDialog dialog(m_host->theme, &m_host->window);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.showCatalogue(catalogue(), {});
    auto* view = dialog.findChild<QTreeView*>();
    QTest::keyClick(view, Qt::Key_Space);
    auto* filter = dialog.findChild<QLineEdit*>();
    filter->setText(QStringLiteral("contact"));
    QCOMPARE(view->model()->rowCount(), 1);
    QCOMPARE(view->model()->rowCount(view->model()->index(0, 0)), 1);
    filter->setText(QStringLiteral("nothing has this"));
    QVERIFY2(words(dialog).contains(QStringLiteral("No feed matches.")), qPrintable(words(dialog)));
    filter->clear();
    QCOMPARE(button(dialog, QStringLiteral("Subscribe"))->text(), QStringLiteral("Subscribe to 2"));
}

void ChoosersTest::missingCatalogueIsSaid()
{
    CatalogueDialog dialog(m_host->theme, &m_host->window);
    dialog.show();
    dialog.showFailure(QStringLiteral("The catalogue cannot be shown: it is not there."));
    QVERIFY2(words(dialog).contains(QStringLiteral("it is not there")), qPrintable(words(dialog)));
    QVERIFY(!button(dialog, QStringLiteral("Subscribe"))->isEnabled());
}

void ChoosersTest::proposalIsShownAndConfirmed()
{
    TableColumnsDialog dialog(m_host->theme, table(), QStringLiteral("desk.csv"), &m_host->window);
    QSignalSpy assigned(&dialog, &TableColumnsDialog::assigned);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const QString shown = words(dialog);
    QVERIFY2(shown.contains(QStringLiteral("Smelters cut runs")), qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("Treatment charges fell")), qPrintable(shown));
    QVERIFY2(shown.contains(QStringLiteral("2026-11-23")), qPrintable(shown));
    QCOMPARE(dialog.findChildren<QComboBox*>().size(), 5);
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(assigned.count(), 1);
    QCOMPARE((assigned.at(0).at(0).value<QMap<QString, int>>()), table().fields);
}

void ChoosersTest::fieldMovesToTheColumnItIsGivenTo()
{
    TableColumnsDialog dialog(m_host->theme, table(), QStringLiteral("desk.csv"), &m_host->window);
    QSignalSpy assigned(&dialog, &TableColumnsDialog::assigned);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QComboBox* story = nullptr;
    QComboBox* remarks = nullptr;
    for (QComboBox* chooser : dialog.findChildren<QComboBox*>()) {
        if (chooser->accessibleName().contains(QStringLiteral("story")))
            story = chooser;
        if (chooser->accessibleName().contains(QStringLiteral("remarks")))
            remarks = chooser;
    }
    QVERIFY(story != nullptr && remarks != nullptr);
    QCOMPARE(remarks->currentText(), QStringLiteral("not used"));
    remarks->setFocus();
    QTest::keyClicks(remarks, QStringLiteral("te")); // Text
    QCOMPARE(remarks->currentText(), QStringLiteral("Text"));
    QCOMPARE(story->currentText(), QStringLiteral("not used"));
    QVERIFY2(words(dialog).contains(QStringLiteral("checked")), qPrintable(words(dialog)));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto fields = assigned.at(0).at(0).value<QMap<QString, int>>();
    QCOMPARE(fields.value(QStringLiteral("body"), -1), 4);
    QCOMPARE(fields.value(QStringLiteral("title"), -1), 1);
    QCOMPARE(fields.size(), 4);
}

void ChoosersTest::tableWithoutTitleAndTextIsNotRead()
{
    ui::TableColumns columns = table();
    columns.fields = {{QStringLiteral("published"), 3}};
    TableColumnsDialog dialog(m_host->theme, columns, QStringLiteral("desk.csv"), &m_host->window);
    QSignalSpy assigned(&dialog, &TableColumnsDialog::assigned);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY2(
        words(dialog).contains(QStringLiteral("must hold the title or the text")), qPrintable(words(dialog)));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(assigned.count(), 0);
    QVERIFY(dialog.isVisible());
}

void ChoosersTest::shortRowsAndNoRowsAreShown()
{
    ui::TableColumns columns = table();
    columns.rows = {};
    TableColumnsDialog empty(m_host->theme, columns, QStringLiteral("desk.csv"), &m_host->window);
    empty.show();
    QVERIFY(empty.isVisible());
    columns.rows = {{QStringLiteral("a-1")}};
    TableColumnsDialog dialog(m_host->theme, columns, QStringLiteral("desk.csv"), &m_host->window);
    dialog.show();
    QVERIFY2(words(dialog).contains(QStringLiteral("No text.")), qPrintable(words(dialog)));
}

void ChoosersTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    DialogHost host(theme, scale);
    QWidget* window = &host.window;
    const auto look = [](QDialog& dialog, const QString& name) {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        pictures::keep(dialog, name);
        const QStringList faults = pictures::clipped(dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    };
    AddFeedDialog add(host.theme, window);
    look(add, QStringLiteral("add"));
    add.findChild<QLineEdit*>()->setText(QStringLiteral("ftp://example.org"));
    QTest::keyClick(add.findChild<QLineEdit*>(), Qt::Key_Return);
    look(add, QStringLiteral("add-refused"));
    CatalogueDialog feeds(host.theme, window);
    feeds.showCatalogue(catalogue(), {QStringLiteral("https://example.org/Fjord Bank rates")});
    feeds.show();
    QVERIFY(QTest::qWaitForWindowActive(&feeds));
    QTest::keyClick(feeds.findChild<QTreeView*>(), Qt::Key_Space);
    look(feeds, QStringLiteral("catalogue"));
    TableColumnsDialog columns(host.theme, table(), QStringLiteral("desk.csv"), window);
    look(columns, QStringLiteral("columns"));
}

QTEST_MAIN(ChoosersTest)
#include "choosers_test.moc"
