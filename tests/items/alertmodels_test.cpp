// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// The models of the alerts page: rules, firings, rehearsals (rulelistmodel.cpp, firinglistmodel.cpp,
// rehearsalmodel.cpp, deliverylistmodel.cpp).
#include <items/deliverylistmodel.h>
#include <items/firinglistmodel.h>
#include <items/rehearsalmodel.h>
#include <items/roles.h>
#include <items/rulelistmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

constexpr auto Report = QAbstractItemModelTester::FailureReportingMode::QtTest;

base::Instant now() { return base::fromIso("2026-11-23T14:32:00Z").value(); }

desk::RuleRow rule(std::int64_t id, const std::string& name, desk::AlertClass level)
{
    desk::RuleRow row;
    row.rule.id = id;
    row.rule.name = name;
    row.rule.query = "tariff";
    row.rule.level = level;
    return row;
}

desk::Firing firing(std::int64_t id, desk::AlertClass level, int minutesAgo)
{
    desk::Firing one;
    one.id = id;
    one.level = level;
    one.title = "firing " + std::to_string(id);
    one.ruleName = "Tariffs";
    one.at = now() - std::chrono::minutes(minutesAgo);
    return one;
}

QString note(const QAbstractItemModel& model, int row)
{
    return model.index(row, 0).data(items::NoteRole).toString();
}

QStringList titles(const QAbstractItemModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data().toString();
    return list;
}

} // namespace

class AlertModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesSayWhetherTheyCanFire()
    {
        items::RuleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        desk::RuleRow fires = rule(1, "Tariffs", desk::AlertClass::Critical);
        fires.firings = 9;
        fires.perWeek = 2.14;
        fires.last = now() - std::chrono::minutes(48);
        desk::RuleRow asleep = rule(2, "Strikes", desk::AlertClass::High);
        asleep.rule.snoozedUntil = now() + std::chrono::hours(20);
        desk::RuleRow over = rule(3, "Vote", desk::AlertClass::Info);
        over.rule.expires = now() - std::chrono::hours(5);
        desk::RuleRow broken = rule(4, "Gone list", desk::AlertClass::High);
        broken.problem = "there is no watchlist \"Book\"";
        model.setRules({fires, asleep, over, broken, rule(5, "New", desk::AlertClass::High)}, now());
        QCOMPARE(note(model, 0), QStringLiteral("critical \u00B7 2.1 a week \u00B7 last 48 m ago"));
        QVERIFY2(note(model, 1).startsWith(QStringLiteral("snoozed until ")), qPrintable(note(model, 1)));
        QCOMPARE(note(model, 2), QStringLiteral("expired 5 h ago"));
        QCOMPARE(note(model, 3), QStringLiteral("cannot fire: there is no watchlist \"Book\""));
        QCOMPARE(note(model, 4), QStringLiteral("high \u00B7 has not fired"));
        QCOMPARE(model.index(1).data(items::KindRole).toInt(), items::RuleListModel::Asleep);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("critical")));
    }

    void rulesThatChangeKeepTheirPlace()
    {
        items::RuleListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        model.setRules({rule(1, "a", desk::AlertClass::High), rule(2, "b", desk::AlertClass::High)}, now());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRules({rule(1, "a", desk::AlertClass::High), rule(2, "c", desk::AlertClass::Info)}, now());
        QCOMPARE(resets.count(), 0);
        QCOMPARE(titles(model), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        model.setRules({rule(2, "c", desk::AlertClass::Info)}, now());
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.indexOf(2), 0);
        QCOMPARE(model.indexOf(1), -1);
        QVERIFY(model.find(1) == nullptr);
    }

    void criticalFiringsStayOnTopUntilAcknowledged()
    {
        items::FiringListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        desk::Firing old = firing(1, desk::AlertClass::Critical, 3000);
        const desk::Firing recent = firing(2, desk::AlertClass::High, 5);
        model.setFirings({recent, old}, now());
        QCOMPARE(titles(model), (QStringList{QStringLiteral("firing 1"), QStringLiteral("firing 2")}));
        QVERIFY(!model.index(0).data(items::ReadRole).toBool());
        old.acknowledged = now();
        model.setFirings({recent, old}, now());
        QCOMPARE(titles(model), (QStringList{QStringLiteral("firing 2"), QStringLiteral("firing 1")}));
        QVERIFY(model.index(1).data(items::ReadRole).toBool());
    }

    void firingsSayWhatCrossedAndWhatWasHeldBack()
    {
        items::FiringListModel model;
        const QAbstractItemModelTester tester(&model, Report);
        desk::Firing one = firing(1, desk::AlertClass::High, 120);
        one.reason = "volume 12, usually 3.1";
        one.held = 6;
        model.setFirings({one}, now());
        QCOMPARE(note(model, 0),
            QStringLiteral("high \u00B7 2 h \u00B7 Tariffs \u00B7 volume 12, usually 3.1 \u00B7 6 held back"));
    }

    void rehearsalMixesFiringsAndNearMissesByTime()
    {
        items::RehearsalModel model;
        const QAbstractItemModelTester tester(&model, Report);
        desk::Rehearsal rehearsal;
        desk::RehearsedFiring fired;
        fired.article = 7;
        fired.title = "fired";
        fired.at = base::fromIso("2026-11-17T07:12:00Z").value();
        fired.impact = 0.61;
        fired.storySources = 7;
        fired.held = 6;
        desk::RehearsedMiss miss;
        miss.article = 8;
        miss.title = "missed";
        miss.at = base::fromIso("2026-11-20T07:12:00Z").value();
        miss.reason = "impact 0.28, not impact>=0.3";
        rehearsal.firings = {fired};
        rehearsal.misses = {miss};
        model.setRehearsal(rehearsal);
        QCOMPARE(titles(model), (QStringList{QStringLiteral("missed"), QStringLiteral("fired")}));
        QCOMPARE(note(model, 0),
            QStringLiteral("20 Nov 07:12 UTC \u00B7 near miss: impact 0.28, not impact>=0.3"));
        QCOMPARE(note(model, 1),
            QStringLiteral("17 Nov 07:12 UTC \u00B7 fired, high \u00B7 story of 7 sources \u00B7 6 held back"));
        QCOMPARE(model.index(1).data(items::IdRole).toLongLong(), 7);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void linesOfTheLogComeAsTheyAreLookedAt()
    {
        items::DeliveryListModel model;
        model.setNow(now());
        QSignalSpy wanted(&model, &items::DeliveryListModel::wanted);
        model.ask();
        QCOMPARE(wanted.takeFirst().front().toLongLong(), 0);
        const std::string none = "the desktop has no notification service; it waits in the list";
        model.show({{9, 4, "Tariffs", "A tariff", "High: Tariffs", now(), "desktop", false, none},
                       {8, 0, "", "", "5 alerts", now(), "digest", true, ""}},
            0, true);
        QCOMPARE(titles(model), (QStringList{QStringLiteral("A tariff"), QStringLiteral("5 alerts")}));
        QCOMPARE(note(model, 0), QStringLiteral("14:32 UTC \u00B7 Tariffs \u00B7 not told: ") + QString::fromStdString(none));
        QVERIFY(model.index(0, 0).data(items::FailingRole).toBool());
        QVERIFY(!model.index(1, 0).data(items::FailingRole).toBool());
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // it was asked
        QCOMPARE(wanted.takeFirst().front().toLongLong(), 8);
        model.show({{5, 2, "Tariffs", "B", "", now(), "command", false, "it ended with 3."}}, 8, false);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(note(model, 2).endsWith(QStringLiteral("the command failed: it ended with 3.")));
        QVERIFY(!model.canFetchMore({}));
        model.show({}, 99, true); // an answer to a list that is gone
        QCOMPARE(model.rowCount(), 3);
        // New lines: from the newest on again.
        model.show({{12, 5, "Tariffs", "C", "", now(), "sound", true, ""}}, 0, true);
        QCOMPARE(titles(model), QStringList{QStringLiteral("C")});
    }
};

QTEST_GUILESS_MAIN(AlertModelsTest)
#include "alertmodels_test.moc"
