// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <ingest/schedule.h>

#include <QTest>

namespace {
constexpr std::int64_t Now = 1795000000; // Wednesday 18 November 2026, 11:06:40 UTC
}

class ScheduleTest final : public QObject {
    Q_OBJECT

    static std::int64_t waited(const base::Source& source, const ingest::AnswerTiming& timing, double jitter)
    {
        return base::toUnix(ingest::nextFetch(source, timing, base::fromUnix(Now), jitter)) - Now;
    }

private Q_SLOTS:
    void learnsTheRhythm_data()
    {
        QTest::addColumn<int>("gapMinutes");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("minutes"); // 0: nothing learned
        QTest::newRow("a wire") << 2 << 20 << 15;
        QTest::newRow("hourly") << 60 << 20 << 30;
        QTest::newRow("every six hours") << 360 << 20 << 180;
        QTest::newRow("weekly") << 7 * 1440 << 20 << 1440;
        QTest::newRow("two entries") << 60 << 2 << 0;
        QTest::newRow("none") << 60 << 0 << 0;
    }

    void learnsTheRhythm()
    {
        QFETCH(int, gapMinutes);
        QFETCH(int, count);
        QFETCH(int, minutes);
        std::vector<base::Instant> published;
        for (int i = 0; i < count; ++i)
            published.push_back(base::fromUnix(Now - 60 * gapMinutes * i));
        QCOMPARE(ingest::learnedInterval(published, base::fromUnix(Now)).value_or(0), minutes);
    }

    void aSleepingSourceIsAskedLessOften()
    {
        std::vector<base::Instant> published;
        for (int i = 0; i < 20; ++i)
            published.push_back(base::fromUnix(Now - 30 * 86400 - 600 * i));
        QCOMPARE(*ingest::learnedInterval(published, base::fromUnix(Now)), 1440);
        published.assign(20, base::fromUnix(Now + 86400)); // dates of the future say nothing
        QVERIFY(!ingest::learnedInterval(published, base::fromUnix(Now)));
        QVERIFY(ingest::adjustedInterval(60, true) < 60);
        QVERIFY(ingest::adjustedInterval(60, false) > 60);
        QCOMPARE(ingest::adjustedInterval(ingest::LongestMinutes, false), ingest::LongestMinutes);
    }

    void waits()
    {
        base::Source source;
        source.intervalMinutes = 60;
        QCOMPARE(waited(source, {}, 0.5), 3600);
        QVERIFY(waited(source, {}, 0) < waited(source, {}, 1));
        source.ttlMinutes = 120;
        QCOMPARE(waited(source, {}, 0.5), 7200);
        QCOMPARE(waited(source, {{}, 3 * 3600}, 0.5), 3 * 3600);
        QCOMPARE(waited(source, {{}, 30 * 86400}, 0.5), 86400); // not for ever, whatever the server says
        source.intervalMinutes = 1;
        source.ttlMinutes = 0;
        QCOMPARE(waited(source, {}, 0.5), 15 * 60);
    }

    void failuresWaitLonger()
    {
        base::Source source;
        source.failures = 1;
        QCOMPARE(waited(source, {}, 0.5), 600);
        source.failures = 4;
        QCOMPARE(waited(source, {}, 0.5), 4800);
        source.failures = 1000;
        QCOMPARE(waited(source, {}, 0.5), 86400);
        source.failures = 1;
        QCOMPARE(waited(source, {7200, {}}, 0.5), 7200);
        QCOMPARE(waited(source, {60, {}}, 0.5), 600);
        QCOMPARE(waited(source, {30 * 86400, {}}, 0.5), 7 * 86400);
    }

    void skipsHoursAndDays()
    {
        base::Source source;
        source.intervalMinutes = 60; // 12:06:40
        source.skipHours = (1U << 12U) | (1U << 13U);
        QCOMPARE(Now + waited(source, {}, 0.5), Now / 86400 * 86400 + 14 * 3600);
        source.skipHours = 0;
        source.skipDays = 1U << 3U; // Wednesdays
        QCOMPARE(Now + waited(source, {}, 0.5), (Now / 86400 + 1) * 86400);
        source.skipHours = 0xFFFFFF;
        QCOMPARE(waited(source, {}, 0.5), 3600);
    }

    void headers_data()
    {
        QTest::addColumn<QByteArray>("retry");
        QTest::addColumn<QByteArray>("cache");
        QTest::addColumn<QByteArray>("expires");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<int>("maxAge");
        using B = QByteArray;
        QTest::newRow("none") << B() << B() << B() << -1 << -1;
        QTest::newRow("seconds") << B("120") << B() << B() << 120 << -1;
        QTest::newRow("a date") << B("Wed, 18 Nov 2026 12:06:40 GMT") << B() << B() << 3600 << -1;
        QTest::newRow("a past date") << B("Wed, 18 Nov 2020 12:06:40 GMT") << B() << B() << 0 << -1;
        QTest::newRow("nonsense") << B("soon") << B("max-age=x") << B("never") << -1 << -1;
        QTest::newRow("max-age") << B() << B("public, Max-Age=600") << B() << -1 << 600;
        QTest::newRow("expires") << B() << B() << B("Wed, 18 Nov 2026 11:16:40 GMT") << -1 << 600;
        QTest::newRow("both") << B() << B("no-cache") << B("Wed, 18 Nov 2026 11:16:40 GMT") << -1 << -1;
        QTest::newRow("negative") << B("-5") << B("max-age=-1") << B() << -1 << -1;
    }

    void headers()
    {
        QFETCH(QByteArray, retry);
        QFETCH(QByteArray, cache);
        QFETCH(QByteArray, expires);
        QFETCH(int, retryAfter);
        QFETCH(int, maxAge);
        const ingest::AnswerTiming timing = ingest::readTiming(
            retry.toStdString(), cache.toStdString(), expires.toStdString(), base::fromUnix(Now));
        QCOMPARE(timing.retryAfter.value_or(-1), retryAfter);
        QCOMPARE(timing.maxAge.value_or(-1), maxAge);
    }

    void due()
    {
        base::Source source;
        QVERIFY(ingest::isDue(source, base::fromUnix(Now)));
        source.nextFetch = base::fromUnix(Now + 1);
        QVERIFY(!ingest::isDue(source, base::fromUnix(Now)));
        QVERIFY(ingest::isDue(source, base::fromUnix(Now + 1)));
        source.gone = true;
        QVERIFY(!ingest::isDue(source, base::fromUnix(Now + 1)));
    }
};

QTEST_APPLESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
