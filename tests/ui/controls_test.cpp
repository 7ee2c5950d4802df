// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The dialogs by which the window itself is steered: palette, keys, settings, help.
#include "dialoghost.h"
#include "windowfixture.h"

#include <ui/commandtable.h>
#include <ui/controlwindows.h>
#include <ui/dialogs/keys.h>
#include <ui/dialogs/keyspage.h>
#include <ui/dialogs/palette.h>
#include <ui/dialogs/settings.h>
#include <ui/dialogs/settingsform.h>
#include <ui/viewwindows.h>
#include <ui/widgets/gauge.h>
#include <ui/windowpages.h>

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QKeySequenceEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

using items::PaletteEntry;
using ui::ControlWindows;
using ui::MainWindow;

namespace {

QPushButton* button(const QWidget& parent, const QString& text)
{
    for (QPushButton* push : parent.findChildren<QPushButton*>()) {
        if (push->text() == text)
            return push;
    }
    return nullptr;
}

} // namespace

class ControlsTest final : public QObject, private WindowFixture {
    Q_OBJECT

    ControlWindows& controls() { return m_window->controls(); }
    ui::CommandTable& commands() { return *m_window->findChild<ui::CommandTable*>(); }
    ui::PaletteDialog* palette() { return m_window->findChild<ui::PaletteDialog*>(); }
    ui::SettingsDialog* settings() { return m_window->findChild<ui::SettingsDialog*>(); }

    void openPalette()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette() != nullptr && palette()->isVisible());
    }

    QLineEdit& line() { return *palette()->findChild<QLineEdit*>(); }
    QAbstractItemModel& rows() { return *palette()->findChild<QListView*>()->model(); }
    QString chosen() { return palette()->findChild<QListView*>()->currentIndex().data().toString(); }

    void gone()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(palette() == nullptr);
    }

    QString help()
    {
        const auto* dialog = m_window->findChild<ui::KeysDialog*>();
        return dialog == nullptr ? QString() : dialog->findChild<QTextBrowser*>()->toPlainText();
    }


private Q_SLOTS:
    void init()
    {
        open();
        showFeed();
    }
    void cleanup() { m_window.reset(); }
    void paletteRunsACommand();
    void paletteClosesAndLeavesTheFocus();
    void arrowsChooseAroundTheEnds();
    void lastChoiceComesFirst();
    void recentIsCutAndUnique();
    void everyKindLeadsSomewhere();
    void queryIsSearched();
    void storeFillsThePalette();
    void lateAnswersAreDropped();
    void commandsOfNewsAreForNews();
    void paletteOpensWithinAFrame();
    void menuAndHelpShowTheKeysInUse();
    void changedKeyHoldsAtOnce();
    void wrongKeysAreNamedAndTheRestHolds();
    void keyIsSetByPressingIt();
    void conflictIsSaidAndTakenOnlyWhenAsked();
    void beginningOfAnotherKeyCollides();
    void helpIsFiltered();
    void everyControlHasAName();
    void looks_data() { pictures::rows(); }
    void looks();
};

void ControlsTest::paletteRunsACommand()
{
    QSignalSpy undo(m_window.get(), &MainWindow::undoRequested);
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("undo"));
    QCOMPARE(chosen(), QStringLiteral("Undo"));
    QTest::keyClick(&line(), Qt::Key_Return);
    QCOMPARE(undo.count(), 1);
    gone();
}

void ControlsTest::paletteClosesAndLeavesTheFocus()
{
    const QWidget* before = m_window->focusWidget();
    openPalette();
    QTest::keyClick(&line(), Qt::Key_Escape);
    gone();
    QCOMPARE(m_window->focusWidget(), before);
    QCOMPARE(m_requests.size(), std::size_t{1}); // and nothing was done
}

void ControlsTest::arrowsChooseAroundTheEnds()
{
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("text"));
    const QString first = chosen();
    QTest::keyClick(&line(), Qt::Key_Down);
    QVERIFY(chosen() != first);
    QTest::keyClick(&line(), Qt::Key_Up);
    QCOMPARE(chosen(), first);
    QTest::keyClick(&line(), Qt::Key_Up);
    QCOMPARE(chosen(), rows().index(rows().rowCount() - 1, 0).data().toString());
    QTest::keyClick(&line(), Qt::Key_Down);
    QCOMPARE(chosen(), first);
}

void ControlsTest::lastChoiceComesFirst()
{
    QSignalSpy recent(&controls(), &ControlWindows::recentChanged);
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("geopol"));
    QTest::keyClick(&line(), Qt::Key_Return);
    gone();
    QCOMPARE(recent.count(), 1); // to be kept at once
    openPalette();
    QCOMPARE(chosen(), QStringLiteral("Geopolitics & War"));
    QTest::keyClick(&line(), Qt::Key_Escape);
    gone();
    // As it is at the next start.
    const auto kept = recent.last().first().value<QList<PaletteEntry>>();
    open();
    controls().setRecent(kept);
    openPalette();
    QCOMPARE(chosen(), QStringLiteral("Geopolitics & War"));
}

void ControlsTest::recentIsCutAndUnique()
{
    QList<PaletteEntry> many;
    for (int at = 0; at < 20; ++at)
        many << PaletteEntry{
            PaletteEntry::Article, QStringLiteral("Report %1").arg(at), QString::number(at + 1), {}};
    controls().setRecent(many);
    QSignalSpy recent(&controls(), &ControlWindows::recentChanged);
    for (const char* typed : {"Report 7", "Commodities", "Report 7"}) {
        openPalette();
        QTest::keyClicks(&line(), QString::fromLatin1(typed));
        QTest::keyClick(&line(), Qt::Key_Return);
        gone();
    }
    const auto kept = recent.last().first().value<QList<PaletteEntry>>();
    QCOMPARE(kept.size(), 20);
    QCOMPARE(kept[0].text, QStringLiteral("Report 7"));
    QCOMPARE(kept[1].text, QStringLiteral("Commodities"));
}

void ControlsTest::everyKindLeadsSomewhere()
{
    const auto take = [this](const char* typed) {
        openPalette();
        QTest::keyClicks(&line(), QString::fromLatin1(typed));
        QTest::keyClick(&line(), Qt::Key_Return);
        gone();
        return QString::fromStdString(m_requests.back().query);
    };
    QCOMPARE(take("commodit"), QStringLiteral("topic:Commodities"));
    QCOMPARE(take("metals d"), QStringLiteral("source:\"Metals Daily\""));
    QCOMPARE(take("oil or gas"), QStringLiteral("oil OR gas")); // a saved search
    QCOMPARE(take("unread view"), QStringLiteral("unread view")); // no entry: searched for
    take("playb");
    QCOMPARE(m_window->pages().name(m_window->pages().current()), QStringLiteral("Playbooks"));
    take("news");
    QCOMPARE(m_window->pages().current(), 0);
}

void ControlsTest::queryIsSearched()
{
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("impact>=0.5 topic:oil"));
    QCOMPARE(chosen(), QStringLiteral("Search news for \u201Cimpact>=0.5 topic:oil\u201D"));
    QTest::keyClick(&line(), Qt::Key_Return);
    QVERIFY(
        QString::fromStdString(m_requests.back().query).contains(QStringLiteral("impact>=0.5 topic:oil")));
    gone();
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("impact>=lots"));
    const std::size_t asked = m_requests.size();
    QTest::keyClick(&line(), Qt::Key_Return);
    QVERIFY(palette()->isVisible()); // it says why there is nothing to search for
    QVERIFY(rows().index(rows().rowCount() - 1, 0).data().toString().contains(QStringLiteral("column")));
    QCOMPARE(m_requests.size(), asked);
}

void ControlsTest::storeFillsThePalette()
{
    QSignalSpy wanted(&controls(), &ControlWindows::findWanted);
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("nordhavn"));
    QTRY_COMPARE(wanted.count(), 1); // once for letters that follow fast
    QCOMPARE(wanted.last().first().toString(), QStringLiteral("nordhavn"));
    desk::PaletteFinds finds;
    finds.entities = {"Nordhavn Shipping"};
    finds.articles = {{42, "Nordhavn orders two tankers", "Metals Daily"}};
    controls().showFound(finds, wanted.last().at(1).toInt());
    QCOMPARE(chosen(), QStringLiteral("Nordhavn Shipping"));
    QTest::keyClick(&line(), Qt::Key_Down);
    QCOMPARE(chosen(), QStringLiteral("Nordhavn orders two tankers"));
    QTest::keyClick(&line(), Qt::Key_Return);
    QCOMPARE(m_chosen.last(), 42);
    gone();
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("nordhavn"));
    QTRY_COMPARE(wanted.count(), 2);
    controls().showFound(finds, wanted.last().at(1).toInt());
    QTest::keyClick(&line(), Qt::Key_Down);
    QTest::keyClick(&line(), Qt::Key_Return);
    QVERIFY(QString::fromStdString(m_requests.back().query)
                .contains(QStringLiteral("entity:\"Nordhavn Shipping\"")));
}

void ControlsTest::lateAnswersAreDropped()
{
    QSignalSpy wanted(&controls(), &ControlWindows::findWanted);
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("nord"));
    QTRY_COMPARE(wanted.count(), 1);
    const int first = wanted.last().at(1).toInt();
    QTest::keyClicks(&line(), QStringLiteral("havn"));
    QTRY_COMPARE(wanted.count(), 2);
    desk::PaletteFinds finds;
    finds.entities = {"Nordea"};
    controls().showFound(finds, first);
    QCOMPARE(rows().rowCount(), 1);
}

void ControlsTest::commandsOfNewsAreForNews()
{
    m_window->pages().show(1);
    QSignalSpy star(m_window.get(), &MainWindow::starChanged);
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QCOMPARE(star.count(), 0);
    openPalette();
    QTest::keyClicks(&line(), QStringLiteral("star"));
    for (int row = 0; row < rows().rowCount(); ++row)
        QVERIFY(rows().index(row, 0).data().toString() != QStringLiteral("Star"));
    QTest::keyClick(&line(), Qt::Key_Escape);
    m_window->pages().show(0);
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QCOMPARE(star.count(), 1);
}

// With a thousand sources in the navigation.
void ControlsTest::paletteOpensWithinAFrame()
{
    desk::Navigation navigation = samples::navigation();
    for (int at = 3; at < 1000; ++at)
        navigation.sources.push_back(samples::source(at, "Source " + std::to_string(at), at));
    m_window->showNavigation(navigation);
    openPalette(); // fonts are read once
    QTest::keyClick(&line(), Qt::Key_Escape);
    gone();
    qint64 least = 1000;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer clock;
        clock.start();
        controls().openPalette();
        least = std::min(least, clock.elapsed());
        QVERIFY(rows().rowCount() > 1000);
        QTest::keyClick(&line(), Qt::Key_Escape);
        gone();
    }
    QVERIFY2(least <= 16, qPrintable(QString::number(least)));
    qInfo("opened in %lld ms", least);
}

void ControlsTest::menuAndHelpShowTheKeysInUse()
{
    const auto* menu = m_window->findChild<QMenu*>();
    QStringList names;
    for (const QAction* action : menu->actions())
        names << action->text();
    QVERIFY(names.contains(QStringLiteral("Settings")));
    commands().chooseKeys(QStringLiteral("window.settings"), {QKeySequence(QStringLiteral("Ctrl+Alt+P"))});
    for (const QAction* action : menu->actions()) {
        if (action->text() == QStringLiteral("Settings"))
            QCOMPARE(action->shortcut(), QKeySequence(QStringLiteral("Ctrl+Alt+P")));
    }
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    QVERIFY2(help().contains(QStringLiteral("Ctrl+Alt+P")), qPrintable(help()));
    QVERIFY(!help().contains(QStringLiteral("Ctrl+,")));
}

void ControlsTest::changedKeyHoldsAtOnce()
{
    QSignalSpy star(m_window.get(), &MainWindow::starChanged);
    QSignalSpy kept(&controls(), &ControlWindows::keysChosen);
    commands().chooseKeys(QStringLiteral("article.star"), {QKeySequence(QStringLiteral("Ctrl+B"))});
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QCOMPARE(star.count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(star.count(), 1);
    QCOMPARE(kept.count(), 1);
    const auto own = kept.last().first().value<ui::CommandTable::OwnKeys>();
    QCOMPARE(own.value(QStringLiteral("article.star")), QStringList{QStringLiteral("Ctrl+B")});
    // At the next start.
    open();
    showFeed();
    QSignalSpy later(m_window.get(), &MainWindow::starChanged);
    controls().useKeys(own, {});
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(later.count(), 1);
    commands().chooseUsual(QStringLiteral("article.star"));
    QTest::keyClick(m_window.get(), Qt::Key_S);
    QCOMPARE(later.count(), 2);
    QVERIFY(commands().ownKeys().isEmpty());
}

void ControlsTest::wrongKeysAreNamedAndTheRestHolds()
{
    QSignalSpy said(&controls(), &ControlWindows::said);
    controls().useKeys({{QStringLiteral("article.star"), {QStringLiteral("Ctrl+B")}},
                           {QStringLiteral("article.read"), {QStringLiteral("Nokey+9x")}},
                           {QStringLiteral("article.hide"), {QStringLiteral("Ctrl+B")}},
                           {QStringLiteral("article.fold"), {QStringLiteral("F9")}}},
        {});
    QCOMPARE(said.count(), 1);
    const QString text = said.last().first().toString();
    for (const char* named : {"Nokey+9x", "article.read", "article.hide", "article.fold"})
        QVERIFY2(text.contains(QString::fromLatin1(named)), qPrintable(text));
    QCOMPARE(commands().find(QStringLiteral("article.star"))->keyText(), QStringLiteral("Ctrl+B"));
    QCOMPARE(commands().find(QStringLiteral("article.read"))->keyText(), QStringLiteral("M"));
    QCOMPARE(commands().ownKeys().value(QStringLiteral("article.fold")), QStringList{QStringLiteral("F9")});
}

void ControlsTest::keyIsSetByPressingIt()
{
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(settings() != nullptr && settings()->isVisible());
    settings()->showPage(ui::SettingsDialog::Keys);
    auto* page = settings()->findChild<ui::KeysPage*>();
    auto* table = page->findChild<QTableView*>();
    QTest::keyClicks(page->findChild<QLineEdit*>(), QStringLiteral("undo"));
    QCOMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    auto* key = page->findChild<QKeySequenceEdit*>();
    QTest::keyClick(key, Qt::Key_F8);
    QTRY_COMPARE(commands().find(QStringLiteral("window.undo"))->keyText(), QStringLiteral("F8"));
    QSignalSpy undo(m_window.get(), &MainWindow::undoRequested);
    settings()->close();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(undo.count(), 1);
}

void ControlsTest::conflictIsSaidAndTakenOnlyWhenAsked()
{
    controls().openSettings();
    settings()->showPage(ui::SettingsDialog::Keys);
    auto* page = settings()->findChild<ui::KeysPage*>();
    page->findChild<QLineEdit*>()->setText(QStringLiteral("undo"));
    auto* key = page->findChild<QKeySequenceEdit*>();
    key->setKeySequence(QKeySequence(Qt::Key_S));
    Q_EMIT key->editingFinished();
    const auto* conflict = page->findChild<QLabel*>(QStringLiteral("conflict"));
    QVERIFY2(conflict->text().contains(QStringLiteral("Star")), qPrintable(conflict->text()));
    QCOMPARE(commands().find(QStringLiteral("window.undo"))->keyText(), QStringLiteral("Ctrl+Z"));
    button(*page, QStringLiteral("Take it"))->click();
    QCOMPARE(commands().find(QStringLiteral("window.undo"))->keyText(), QStringLiteral("S"));
    QCOMPARE(commands().find(QStringLiteral("article.star"))->keyText(), QString());
    QVERIFY(conflict->text().isEmpty());
    button(*page, QStringLiteral("All as usual"))->click();
    QCOMPARE(commands().find(QStringLiteral("article.star"))->keyText(), QStringLiteral("S"));
    QCOMPARE(commands().find(QStringLiteral("window.undo"))->keyText(), QStringLiteral("Ctrl+Z"));
}

void ControlsTest::beginningOfAnotherKeyCollides()
{
    QStringList taken;
    for (const ui::Command* command : commands().takenBy(QKeySequence(Qt::Key_G), {}))
        taken << command->id;
    QVERIFY(taken.contains(QStringLiteral("sources.open")) && taken.contains(QStringLiteral("page.news")));
    QVERIFY(commands().takenBy(QKeySequence(QStringLiteral("G, X")), {}).empty());
    QVERIFY(!commands().takenBy(QKeySequence(QStringLiteral("S, X")), {}).empty());
}

void ControlsTest::helpIsFiltered()
{
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    auto* filter = m_window->findChild<ui::KeysDialog*>()->findChild<QLineEdit*>();
    QTest::keyClicks(filter, QStringLiteral("undo"));
    QVERIFY(help().contains(QStringLiteral("Ctrl+Z")));
    QVERIFY(!help().contains(QStringLiteral("F11")));
    QVERIFY(!help().contains(QStringLiteral("In Labels"))); // no heading without rows
    filter->setText(QStringLiteral("impact"));
    QVERIFY(help().contains(QStringLiteral("sort:impact")));
    filter->setText(QStringLiteral("zzz"));
    QVERIFY(!help().isEmpty() && !help().contains(QStringLiteral("Ctrl+Z")));
}

void ControlsTest::everyControlHasAName()
{
    openPalette();
    controls().openSettings();
    int seen = 0;
    for (int page = 0; page < ui::SettingsDialog::PageCount; ++page) {
        settings()->showPage(page);
        for (const QDialog* dialog : {static_cast<QDialog*>(settings()), static_cast<QDialog*>(palette())}) {
            for (QWidget* child : dialog->findChildren<QWidget*>()) {
                if (!child->isVisible() || child->focusPolicy() == Qt::NoFocus
                    || child->objectName().startsWith(QStringLiteral("qt_")))
                    continue;
                QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(child);
                QVERIFY2(accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty(),
                    qPrintable(QString::fromLatin1(child->metaObject()->className()) + child->objectName()));
                ++seen;
            }
        }
    }
    QVERIFY(seen > 30);
}

void ControlsTest::looks()
{
    QFETCH(QString, theme);
    QFETCH(double, scale);
    m_window->setDarkTheme(theme == QStringLiteral("dark.json"));
    m_window->setTextScale(scale);
    controls().setRecent(
        {{PaletteEntry::Article,
             QStringLiteral(
                 "Copper smelters run slower as treatment charges fall below zero for the first time"),
             QStringLiteral("3"), QStringLiteral("Metals Daily")},
            {PaletteEntry::Topic, QStringLiteral("Geopolitics & War"),
                QStringLiteral("topic:\"Geopolitics & War\""), {}}});
    controls().openPalette();
    pictures::keep(*palette(), QStringLiteral("palette-open"));
    QTest::keyClicks(&line(), QStringLiteral("te"));
    pictures::keep(*palette(), QStringLiteral("palette-typed"));
    QCOMPARE(pictures::clipped(*palette()), QStringList());
    QVERIFY(m_window->rect().contains(palette()->rect()));
    QTest::keyClick(&line(), Qt::Key_Escape);
    controls().openSettings();
    desk::Settings values;
    values.theme = theme == QStringLiteral("dark.json") ? "dark" : "light";
    values.textSize = static_cast<int>(scale * 100);
    controls().showSettings(values, {});
    for (int page = 0; page < ui::SettingsDialog::PageCount; ++page) {
        settings()->showPage(page);
        if (page == ui::SettingsDialog::Keys) {
            auto* keys = settings()->findChild<ui::KeysPage*>();
            keys->findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(Qt::Key_G));
        }
        pictures::keep(*settings(), QStringLiteral("settings-%1").arg(page));
        QStringList faults = pictures::clipped(*settings());
        faults.removeIf(
            [](const QString& one) { return one.startsWith(QStringLiteral("outside")); }); // it scrolls
        QCOMPARE(faults, QStringList());
    }
    controls().openKeys();
    pictures::keep(*m_window->findChild<ui::KeysDialog*>(), QStringLiteral("help"));
}

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
