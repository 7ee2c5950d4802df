// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: tray.cpp chime.cpp
// The icon in the tray counts alerts and leads to them; what cannot be seen is not said; alerts sound by class.
#include <ui/chime.h>
#include <ui/tray.h>

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "samples.h"

class TrayTest final : public QObject {
    Q_OBJECT

    const ui::Theme m_theme = samples::theme(QStringLiteral("dark.json"));

    static QMenu* menu()
    {
        for (QWidget* widget : QApplication::allWidgets()) {
            if (auto* found = qobject_cast<QMenu*>(widget))
                return found;
        }
        return nullptr;
    }

private Q_SLOTS:
    void itsMenuCountsAndLeads()
    {
        ui::Tray tray(m_theme);
        QSignalSpy alerts(&tray, &ui::Tray::alertsAsked);
        QSignalSpy window(&tray, &ui::Tray::windowAsked);
        QSignalSpy quit(&tray, &ui::Tray::quitAsked);
        tray.showCounts({7, 2, 0});
        QVERIFY(menu() != nullptr);
        QStringList names;
        for (QAction* action : menu()->actions()) {
            if (!action->isSeparator())
                names << action->text();
        }
        QCOMPARE(names,
            (QStringList{QStringLiteral("Open Leadline"), QStringLiteral("Alerts (7)"), QStringLiteral("Quit")}));
        for (QAction* action : menu()->actions())
            action->trigger();
        QCOMPARE(alerts.size() + window.size() + quit.size(), 3);
        QVERIFY2(tray.toolTip().contains(QStringLiteral("7 not acknowledged, 2 critical")), qPrintable(tray.toolTip()));
        tray.showCounts({});
        QCOMPARE(menu()->actions()[1]->text(), QStringLiteral("Alerts"));
    }

    void withoutATrayNothingIsSaid()
    {
        ui::Tray tray(m_theme);
        tray.setWanted(true);
        QVERIFY(!tray.isShown()); // there is none offscreen
        QVERIFY(!tray.say({{1}, QStringLiteral("High: Oil"), QStringLiteral("Oil rose"), desk::AlertClass::High}));
    }

    void alertsSoundByTheirClass()
    {
        int beeps = 0;
        ui::Chime chime([&beeps] { ++beeps; });
        chime.ring(desk::AlertClass::Info);
        QCOMPARE(beeps, 1);
        chime.ring(desk::AlertClass::Critical); // while the other sounds: as the louder one
        chime.ring(desk::AlertClass::High);
        QTRY_COMPARE(beeps, 3);
        chime.ring(desk::AlertClass::Info); // nothing more of it
        QSignalSpy ended(&chime, &ui::Chime::ended);
        QVERIFY(!ended.isEmpty() || ended.wait());
        QCOMPARE(beeps, 3);
        chime.ring(desk::AlertClass::High);
        QTRY_COMPARE(beeps, 5);
    }
};

QTEST_MAIN(TrayTest)
#include "tray_test.moc"
