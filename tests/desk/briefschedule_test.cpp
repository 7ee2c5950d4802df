// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// When a scheduled brief is due, and how schedules are written.
#include <desk/briefschedule.h>

#include <QTest>

class BriefScheduleTest final : public QObject {
    Q_OBJECT

    // Sunday, 29 November 2026 is weekday 6.
    static desk::WallTime at(const char* iso, const char* utc = nullptr)
    {
        const std::string text(iso);
        const int day = std::stoi(text.substr(8, 2));
        desk::WallTime time{text.substr(0, 10), (day + 6 - 29 + 35) % 7,
            60 * std::stoi(text.substr(11, 2)) + std::stoi(text.substr(14, 2)),
            base::fromIso(utc != nullptr ? utc : text.substr(0, 16) + ":00Z").value()};
        return time;
    }
    static std::optional<desk::ScheduleRun> ran(const desk::WallTime& time)
    {
        return desk::ScheduleRun{time.date, time.at, {}};
    }
    static desk::BriefSchedule one(const char* line) { return desk::parseSchedules(line).value().front(); }

private Q_SLOTS:
    void linesAreReadAndWritten()
    {
        const std::string text = "mon-fri 06:30; desk: received:24h impact>=0.3; into: ~/briefs; name: {date}-{time}.pdf\n"
                                 "daily 18:00; changes: topic:\"Oil; Gas\"; into: /srv/b; name: x.html; late: no\n"
                                 "mon, thu, fri 07:05; decisions; into: ~; name: sheet-{date}.json\n"
                                 "sat, sun 23:59; desk: ; into: ~/w; name: w.md\n";
        const auto read = desk::parseSchedules(text);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(read->size(), std::size_t{4});
        QCOMPARE((*read)[0].minute, 390);
        QVERIFY((*read)[0].late && !(*read)[1].late);
        QCOMPARE((*read)[1].query, std::string("topic:\"Oil; Gas\""));
        QVERIFY((*read)[2].days == (std::array<bool, 7>{true, false, false, true, true, false, false}));
        const std::string written = desk::schedulesText(*read);
        QVERIFY2(written.find("mon, thu, fri 07:05; decisions") != std::string::npos, written.c_str());
        QVERIFY(*desk::parseSchedules(written) == *read);
        QVERIFY(desk::parseSchedules("\n  \n")->empty());
        QVERIFY(one("fri-mon 6:30; decisions; into: ~/b").days
            == (std::array<bool, 7>{true, false, false, false, true, true, true}));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no time") << QByteArray("daily; decisions; into: ~") << QByteArray("days and a time");
        QTest::newRow("hour") << QByteArray("daily 24:00; decisions; into: ~") << QByteArray("days and a time");
        QTest::newRow("day") << QByteArray("mo 06:30; decisions; into: ~") << QByteArray("not \"mo\"");
        QTest::newRow("what") << QByteArray("daily 06:30; into: ~") << QByteArray("desk: and a query");
        QTest::newRow("two") << QByteArray("daily 06:30; desk: a; decisions; into: ~") << QByteArray("is enough");
        QTest::newRow("query") << QByteArray("daily 06:30; desk: impact>=; into: ~") << QByteArray("the query: ");
        QTest::newRow("folder") << QByteArray("daily 06:30; decisions; into: briefs") << QByteArray("begins with / or ~");
        QTest::newRow("ending") << QByteArray("daily 06:30; decisions; into: ~; name: a.doc") << QByteArray(".pdf, .html");
        QTest::newRow("path") << QByteArray("daily 06:30; decisions; into: ~; name: a/b.pdf") << QByteArray("no /");
        QTest::newRow("key") << QByteArray("daily 06:30; decisions; onto: ~") << QByteArray("not \"onto: ~\"");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, said);
        const auto read = desk::parseSchedules("daily 05:00; decisions; into: ~\n" + line.toStdString());
        QVERIFY(!read);
        QVERIFY2(read.error().message.starts_with("line 2: "), read.error().message.c_str());
        QVERIFY2(read.error().message.find(said.toStdString()) != std::string::npos, read.error().message.c_str());
    }

    void onceOnItsDays()
    {
        const desk::BriefSchedule schedule = one("sat, sun 06:30; decisions; into: ~");
        QVERIFY(!desk::isDue(schedule, {}, at("2026-11-27 06:30"))); // a Friday
        QVERIFY(!desk::isDue(schedule, {}, at("2026-11-28 06:29")));
        QVERIFY(desk::isDue(schedule, {}, at("2026-11-28 06:30")));
        QVERIFY(!desk::isDue(schedule, ran(at("2026-11-28 06:30")), at("2026-11-28 06:30")));
        QVERIFY(!desk::isDue(schedule, ran(at("2026-11-28 06:30")), at("2026-11-28 23:59")));
        QVERIFY(desk::isDue(schedule, ran(at("2026-11-28 06:30")), at("2026-11-29 06:31")));
    }

    void aMissedOneIsMadeTheSameDayOrNot()
    {
        QVERIFY(desk::isDue(one("daily 06:30; decisions; into: ~"), ran(at("2026-11-27 06:30")), at("2026-11-29 21:00")));
        const desk::BriefSchedule punctual = one("daily 06:30; decisions; into: ~; late: no");
        QVERIFY(desk::isDue(punctual, {}, at("2026-11-29 06:38")));
        QVERIFY(!desk::isDue(punctual, {}, at("2026-11-29 06:41")));
    }

    void clocksAndPlacesMakeNoneTwice()
    {
        const desk::BriefSchedule schedule = one("daily 02:30; decisions; into: ~");
        const desk::WallTime made = at("2026-11-25 02:30", "2026-11-25T00:30:00Z");
        // The hour that comes twice, and a flight to the west, to before the time and to the day before.
        QVERIFY(!desk::isDue(schedule, ran(made), at("2026-11-25 02:30", "2026-11-25T01:30:00Z")));
        QVERIFY(!desk::isDue(schedule, ran(made), at("2026-11-24 17:30", "2026-11-25T01:30:00Z")));
        QVERIFY(desk::isDue(schedule, ran(made), at("2026-11-26 02:30", "2026-11-26T10:30:00Z")));
        // The hour that never comes: the first minute after it.
        QVERIFY(desk::isDue(schedule, ran(at("2026-11-24 02:30")), at("2026-11-25 03:00", "2026-11-25T01:00:00Z")));
        // A clock set back by some minutes.
        QVERIFY(!desk::isDue(schedule, ran(made), at("2026-11-25 02:29", "2026-11-25T00:29:00Z")));
        QVERIFY(!desk::isDue(schedule, ran(made), at("2026-11-25 02:30", "2026-11-25T00:30:00Z")));
        // A clock that was years ahead does not silence it for years.
        QVERIFY(desk::isDue(schedule, ran(at("2036-11-25 02:30")), at("2026-11-25 02:30")));
    }
};

QTEST_APPLESS_MAIN(BriefScheduleTest)
#include "briefschedule_test.moc"
