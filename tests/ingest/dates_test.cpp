// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// covers: datewords.cpp
#include <ingest/dates.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

QString read(const QByteArray& text)
{
    const std::optional<base::Instant> instant = ingest::readDate(text.toStdString());
    return instant ? QString::fromStdString(base::toIso(*instant)) : QString();
}

} // namespace

class DatesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatOthersRead();
};

void DatesTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(expected);
    };
    row("2026-11-24T13:44:05Z", "2026-11-24T13:44:05Z");
    row("2026-11-24T13:44:05.678+02:00", "2026-11-24T11:44:05Z");
    row("2026-11-24 13:44", "2026-11-24T13:44:00Z");
    row("2026-11-24", "2026-11-24T00:00:00Z");
    row("20261124T134405Z", "2026-11-24T13:44:05Z");
    row("2026-W48-2", "2026-11-24T00:00:00Z");
    row("2026-328", "2026-11-24T00:00:00Z");
    row("Tue, 24 Nov 2026 13:44:05 GMT", "2026-11-24T13:44:05Z");
    row("Tue, 24 Nov 2026 13:44 EST", "2026-11-24T18:44:00Z");
    row("24 Nov 26 13:44:05 -0530", "2026-11-24T19:14:05Z");
    row("Tuesday, 24-Nov-26 13:44:05 UTC", "2026-11-24T13:44:05Z");
    row("Tue Nov 24 13:44:05 2026", "2026-11-24T13:44:05Z");
    row("Tue 24 November 2026, 1:44 pm", "2026-11-24T13:44:00Z");
    row("24 novembre 2026", "2026-11-24T00:00:00Z");
    row("24. Dezember 2026", "2026-12-24T00:00:00Z");
    row("24.11.2026 13:44", "2026-11-24T13:44:00Z");
    row("11/24/2026", "2026-11-24T00:00:00Z");
    row("Tue, 24 Nov 2026 13:44:05 GMT+02:00", "2026-11-24T11:44:05Z");
    row("Fri, 24 Jul 2026 13:44:05 America/New_York", "2026-07-24T17:44:05Z");
    row("Tue, 24 Nov 2026 13:44:05 America/New_York", "2026-11-24T18:44:05Z");
    row("1795527845", "2026-11-24T13:44:05Z");
    row("1795527845000", "2026-11-24T13:44:05Z");
    row("  2026-11-24\n T13:44:05Z ", "2026-11-24T13:44:05Z");
    row("1795527845.25", "2026-11-24T13:44:05Z");
    row("20261124134405", "2026-11-24T13:44:05Z");
    row("2026.11.24 13:44", "2026-11-24T13:44:00Z");
    row("26-11-24 13:44", "2026-11-24T13:44:00Z");
    row("2026-11-24 at 1:44 PM", "2026-11-24T13:44:00Z");
    row("2026-11-24T13.44.05Z", "2026-11-24T13:44:05Z");
    row("2026-11-24T13:44:05[Europe/Paris]", "2026-11-24T12:44:05Z");
    row("2026-11-24T13:44:05+02:00[Europe/Paris]", "2026-11-24T11:44:05Z");
    row("November 2026", "2026-11-01T00:00:00Z");
    row("Published: 24 Nov 2026 13.44", "2026-11-24T13:44:00Z");
    row("24 nov. 2026 13h44", "2026-11-24T13:44:00Z");
    row("mar., 24 nov. 2026 13:44:05 +0100", "2026-11-24T12:44:05Z");
    row("mar. 3 mars 2026", "2026-03-03T00:00:00Z");
    row("Mar 3 2026", "2026-03-03T00:00:00Z");
    row("Вт, 24 ноя 2026 13:44:05 +0300", "2026-11-24T10:44:05Z");
    row("24 ΝΟΕΜΒΡΊΟΥ 2026", "2026-11-24T00:00:00Z");
    row("24 października 2026", "2026-10-24T00:00:00Z");
    row("24 Kasım 2026", "2026-11-24T00:00:00Z");
    row("2026-november-24T13:44-05:00", "2026-11-24T18:44:00Z");
    row("2026年11月24日 午後1:44", "2026-11-24T13:44:00Z");
    row("2026년 11월 24일 오후 10:44:05", "2026-11-24T13:44:05Z");
    row("24 Nov 2026 12:10 am", "2026-11-24T00:10:00Z");
}

void DatesTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(read(text), expected);
}

void DatesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
        {"", "   ", "yesterday", "Thu, 32 Nov 2026", "2026-02-30", "2026-13-01", "2026-11-24T25:00:00Z",
            "2026-11-24T13:xx:00Z", "2026-11-24-01", "Tue, 24 Nov 2026 13:44:05 +9999", "10000-01-01",
            "2025-366", "2026-11-24T13:44:xxZ", "Tue, 24 Nov 2026 13:xx:05 GMT",
            "Tue, x Nov 2026 13:44:05 GMT", "2 days ago", "Sun, 01 Jan 0000 00:00:00 GMT"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QByteArray(text);
    QTest::newRow("past the last year") << QByteArray("9999-12-31T23:59:59-12:00");
    QTest::newRow("a novel") << QByteArray("2026 ").repeated(100);
}

void DatesTest::refuses()
{
    QFETCH(QByteArray, text);
    QCOMPARE(read(text), QString());
}

void DatesTest::readsWhatOthersRead()
{
    QFile file(QStringLiteral(LEADLINE_SHARED "/suites/dates/dates.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("shared suites are not here");
    while (!file.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        const QString tier = row[QStringLiteral("tier")].toString();
        const QByteArray raw = row[QStringLiteral("raw")].toString().toUtf8();
        if (tier == QLatin1String("core"))
            QVERIFY2(read(raw) == row[QStringLiteral("expected")].toString(),
                raw + " was read as " + read(raw).toUtf8());
        else if (tier == QLatin1String("reject"))
            QVERIFY2(read(raw).isEmpty(), raw + " was read as " + read(raw).toUtf8());
        else if (tier == QLatin1String("liberal"))
            QVERIFY2(!read(raw).isEmpty(), raw + " was not read");
    }
}

QTEST_GUILESS_MAIN(DatesTest)
#include "dates_test.moc"
