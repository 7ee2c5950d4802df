// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: schedule.cpp
#include <ingest/feeds/feedparser.h>

#include <QTest>

class ScheduleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void ScheduleTest::reads_data()
{
    QTest::addColumn<QByteArray>("elements");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<quint32>("hours");
    QTest::addColumn<quint32>("days");
    const auto row = [](const char* name, const char* elements, int minutes, quint32 hours, quint32 days) {
        QTest::newRow(name) << QByteArray(elements) << minutes << hours << days;
    };
    row("nothing said", "<title>A</title>", 0, 0U, 0U);
    row("ttl", "<ttl> 90 </ttl>", 90, 0U, 0U);
    row("ttl that is none", "<ttl>soon</ttl>", 0, 0U, 0U);
    row("ttl below nought", "<ttl>-5</ttl>", 0, 0U, 0U);
    row("ttl beyond a year", "<ttl>99999999</ttl>", 366 * 24 * 60, 0U, 0U);
    row("ttl that is no number of a machine", "<ttl>99999999999999999999</ttl>", 0, 0U, 0U);
    row("hours", "<skipHours><hour>0</hour><hour>3</hour><hour>x</hour><hour>25</hour></skipHours>", 0, 9U,
        0U);
    row("hour 24 is midnight", "<skipHours><hour>24</hour></skipHours>", 0, 1U, 0U);
    row("days", "<skipDays><day>Saturday</day><day>sunday</day><day>Sometimes</day></skipDays>", 0, 0U, 65U);
    row("every day skipped",
        "<skipDays><day>Sunday</day><day>Monday</day><day>Tuesday</day><day>Wednesday</day><day>Thursday</"
        "day>"
        "<day>Friday</day><day>Saturday</day></skipDays>",
        0, 0U, 0U);
    row("period", "<sy:updatePeriod>hourly</sy:updatePeriod>", 60, 0U, 0U);
    row("period and frequency",
        "<sy:updatePeriod>\n daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 360, 0U,
        0U);
    row("ttl before period", "<sy:updatePeriod>daily</sy:updatePeriod><ttl>15</ttl>", 15, 0U, 0U);
}

void ScheduleTest::reads()
{
    QFETCH(QByteArray, elements);
    QFETCH(int, minutes);
    QFETCH(quint32, hours);
    QFETCH(quint32, days);
    const QByteArray bytes
        = "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>" + elements
        + "</channel></rss>";
    const base::Result<base::ParsedFeed> feed = ingest::parseFeed(bytes.toStdString(), {});
    QVERIFY(feed);
    QCOMPARE(feed->feed.ttlMinutes, minutes);
    QCOMPARE(feed->feed.skipHours, hours);
    QCOMPARE(quint32(feed->feed.skipDays), days);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
