// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The settings as they are changed in the window: what is passed on, what is refused, what holds at once.
#include "dialoghost.h"
#include "windowfixture.h"

#include <ui/commandtable.h>
#include <ui/controlwindows.h>
#include <ui/dialogs/keys.h>
#include <ui/dialogs/keyspage.h>
#include <ui/dialogs/palette.h>
#include <ui/dialogs/briefschedules.h>
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
#include <QLineEdit>
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

class SettingsDialogTest final : public QObject, private WindowFixture {
    Q_OBJECT

    ControlWindows& controls() { return m_window->controls(); }
    ui::PaletteDialog* palette() { return m_window->findChild<ui::PaletteDialog*>(); }
    ui::SettingsDialog* settings() { return m_window->findChild<ui::SettingsDialog*>(); }
    QWidget* control(const QString& key) { return settings()->findChild<QWidget*>(key); }
    QLabel* fault(const QString& key)
    {
        return settings()->findChild<QLabel*>(key + QStringLiteral(".fault"));
    }

private Q_SLOTS:
    void init()
    {
        open();
        showFeed();
    }
    void cleanup() { m_window.reset(); }
    void settingIsPassedOn();
    void wrongValueIsSaidAndNotPassedOn();
    void typedTextIsPassedOnWhenItCloses();
    void appearanceIsUsed();
    void commandsOfAppearanceAreKept();
    void brokenFileIsSaid();
    void recentIsCleared();
    void briefsAreScheduled();
};

void SettingsDialogTest::settingIsPassedOn()
{
    controls().openSettings();
    QSignalSpy changed(&controls(), &ControlWindows::settingChanged);
    auto* box = qobject_cast<QCheckBox*>(control(QStringLiteral("refresh.automatic")));
    QVERIFY(box != nullptr && box->isChecked());
    box->click();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.last().first().toString(), QStringLiteral("refresh.automatic"));
    QVERIFY(changed.last().at(1).value<desk::SettingValue>() == desk::SettingValue(false));
    auto* growth = qobject_cast<QComboBox*>(control(QStringLiteral("analysis.growth")));
    growth->setCurrentIndex(growth->findData(QStringLiteral("slowing")));
    QVERIFY(changed.last().at(1).value<desk::SettingValue>() == desk::SettingValue(std::string("slowing")));
    // What comes back stands in the controls, and is not passed on again.
    desk::Settings values;
    values.growth = "expanding";
    values.parallel = 5;
    const auto before = changed.count();
    controls().showSettings(values, {});
    QCOMPARE(growth->currentData().toString(), QStringLiteral("expanding"));
    QCOMPARE(
        qobject_cast<QLineEdit*>(control(QStringLiteral("network.parallel")))->text(), QStringLiteral("5"));
    QCOMPARE(changed.count(), before);
}

void SettingsDialogTest::wrongValueIsSaidAndNotPassedOn()
{
    controls().openSettings();
    settings()->showPage(ui::SettingsDialog::Refresh);
    QSignalSpy changed(&controls(), &ControlWindows::settingChanged);
    auto* number = qobject_cast<QLineEdit*>(control(QStringLiteral("network.parallel")));
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("900"));
    QVERIFY(fault(QStringLiteral("network.parallel"))->isVisible());
    QVERIFY(fault(QStringLiteral("network.parallel"))->text().contains(QStringLiteral("1 to 64")));
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("12"));
    QVERIFY(!fault(QStringLiteral("network.parallel"))->isVisible());
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(changed.last().at(1).value<desk::SettingValue>() == desk::SettingValue(12));
    QTest::keyClicks(
        qobject_cast<QLineEdit*>(control(QStringLiteral("network.contact"))), QStringLiteral("nobody"));
    QVERIFY(fault(QStringLiteral("network.contact"))->isVisible());
}

void SettingsDialogTest::typedTextIsPassedOnWhenItCloses()
{
    controls().openSettings();
    settings()->showPage(ui::SettingsDialog::Briefs);
    QSignalSpy changed(&controls(), &ControlWindows::settingChanged);
    QTest::keyClicks(
        qobject_cast<QLineEdit*>(control(QStringLiteral("brief.desk"))), QStringLiteral("Rates desk"));
    QTest::keyClicks(
        qobject_cast<QPlainTextEdit*>(control(QStringLiteral("brief.notice"))), QStringLiteral("No advice."));
    QTRY_COMPARE(QApplication::activeWindow(), settings());
    QTest::keyClick(control(QStringLiteral("brief.desk")), Qt::Key_Escape);
    QMap<QString, std::string> passed;
    for (const QList<QVariant>& one : changed)
        passed.insert(one[0].toString(), std::get<std::string>(one[1].value<desk::SettingValue>()));
    QCOMPARE(passed.value(QStringLiteral("brief.desk")), std::string("Rates desk"));
    QCOMPARE(passed.value(QStringLiteral("brief.notice")), std::string("No advice."));
}

void SettingsDialogTest::appearanceIsUsed()
{
    controls().openSettings(); // it follows while it is open
    desk::Settings values;
    values.theme = "light";
    values.textSize = 150;
    values.reducedMotion = true;
    controls().useAppearance(values);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!m_window->isDarkTheme());
    QCOMPARE(m_window->theme().scale(), 1.5);
    QCOMPARE(settings()->palette().color(QPalette::Window), m_light.colour(ui::Role::Background));
    QCOMPARE(qobject_cast<QComboBox*>(control(QStringLiteral("appearance.theme")))->currentData().toString(),
        QStringLiteral("light"));
    QVERIFY(m_window->property("reducedMotion").toBool());
    values.theme = "as left";
    values.textSize = 0;
    controls().useAppearance(values);
    QVERIFY(!m_window->isDarkTheme());
    QCOMPARE(m_window->theme().scale(), 1.5);
    values.theme = "system"; // the test's platform is a light one
    m_window->setDarkTheme(true);
    controls().useAppearance(values);
    QVERIFY(!m_window->isDarkTheme());
}

void SettingsDialogTest::commandsOfAppearanceAreKept()
{
    QSignalSpy changed(&controls(), &ControlWindows::settingChanged);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(changed.last().first().toString(), QStringLiteral("appearance.theme"));
    QVERIFY(changed.last().at(1).value<desk::SettingValue>() == desk::SettingValue(std::string("light")));
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(changed.last().at(1).value<desk::SettingValue>() == desk::SettingValue(90));
    m_window->setDarkTheme(true); // nobody chose that
    QCOMPARE(changed.count(), 2);
}

void SettingsDialogTest::brokenFileIsSaid()
{
    controls().openSettings();
    controls().showSettings({}, QStringLiteral("settings.toml cannot be read (line 2)"));
    QVERIFY(visibleWords().join(QLatin1Char('\n')).contains(QStringLiteral("line 2")));
    controls().showSettings({}, {});
    QVERIFY(!visibleWords().join(QLatin1Char('\n')).contains(QStringLiteral("line 2")));
}

void SettingsDialogTest::recentIsCleared()
{
    controls().setRecent({{PaletteEntry::Article, QStringLiteral("Report"), QStringLiteral("3"), {}}});
    QSignalSpy recent(&controls(), &ControlWindows::recentChanged);
    controls().openSettings();
    settings()->showPage(ui::SettingsDialog::Privacy);
    button(*settings(), QStringLiteral("Forget what was chosen last"))->click();
    QCOMPARE(recent.count(), 1);
    QVERIFY(recent.last().first().value<QList<PaletteEntry>>().isEmpty());
    QSignalSpy rules(&m_window->views(), &ui::ViewWindows::rulesWanted);
    button(*settings(), QStringLiteral("Keep and remove\u2026"))->click();
    QCOMPARE(rules.count(), 1);
}

// A schedule is added with the keyboard, said to be wrong where it is, changed and removed.
void SettingsDialogTest::briefsAreScheduled()
{
    controls().openSettings();
    settings()->showPage(ui::SettingsDialog::Briefs);
    QSignalSpy changed(&controls(), &ControlWindows::settingChanged);
    QWidget* schedules = control(QStringLiteral("brief.schedule"));
    QVERIFY(schedules != nullptr);
    const auto button = [](const QWidget& parent, const QString& text) -> QPushButton* {
        for (QPushButton* one : parent.findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    };
    const auto line = [](const QWidget& parent, const QString& name) -> QLineEdit* {
        for (QLineEdit* one : parent.findChildren<QLineEdit*>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    };
    const auto dialog = [&] { return settings()->findChild<ui::BriefScheduleDialog*>(); };
    auto* list = schedules->findChild<QListWidget*>();
    QVERIFY(!button(*schedules, QStringLiteral("Remove"))->isEnabled());
    button(*schedules, QStringLiteral("Add\u2026"))->click();
    QVERIFY(dialog() != nullptr && dialog()->isVisible());
    QPushButton* save = button(*dialog(), QStringLiteral("Save"));
    QVERIFY(save->isEnabled());
    const std::pair<QString, QString> wrongs[] = {{QStringLiteral("Time of day"), QStringLiteral("25:00")},
        {QStringLiteral("Query"), QStringLiteral("impact>=")}, {QStringLiteral("Folder"), QStringLiteral("briefs")},
        {QStringLiteral("Name of the file"), QStringLiteral("brief.doc")}};
    for (const auto& [name, wrong] : wrongs) {
        QLineEdit* edit = line(*dialog(), name);
        const QString before = edit->text();
        edit->setText(wrong);
        QVERIFY2(!save->isEnabled(), qPrintable(wrong));
        edit->setText(before);
        QVERIFY(save->isEnabled());
    }
    line(*dialog(), QStringLiteral("Query"))->setText(QStringLiteral("received:24h topic:\"Oil; Gas\""));
    line(*dialog(), QStringLiteral("Time of day"))->setText(QStringLiteral("07:15"));
    if (const QString pictures = qEnvironmentVariable("LEADLINE_PICTURES"); !pictures.isEmpty())
        dialog()->grab().save(pictures + QStringLiteral("/brief-schedule.png"));
    save->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.back().front().toString(), QStringLiteral("brief.schedule"));
    QCOMPARE(std::get<std::string>(changed.back().at(1).value<desk::SettingValue>()),
        std::string("mon-fri 07:15; desk: received:24h topic:\"Oil; Gas\"; into: ~/briefs; name: {date}-{time}.pdf\n"));
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(QStringLiteral("07:15")), qPrintable(list->item(0)->text()));
    if (const QString pictures = qEnvironmentVariable("LEADLINE_PICTURES"); !pictures.isEmpty())
        settings()->grab().save(pictures + QStringLiteral("/settings-briefs.png"));
    QTRY_VERIFY(dialog() == nullptr);
    settings()->activateWindow();
    list->setFocus();
    QCOMPARE(list->currentRow(), 0);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(list->count(), 0);
    QCOMPARE(std::get<std::string>(changed.back().at(1).value<desk::SettingValue>()), std::string());
    // What the file says stands here.
    desk::Settings values;
    values.briefSchedule = "daily 18:00; decisions; into: ~/b; name: d.pdf\n";
    controls().showSettings(values, {});
    QCOMPARE(list->count(), 1);
}

QTEST_MAIN(SettingsDialogTest)
#include "settingsdialog_test.moc"
