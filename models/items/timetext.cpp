// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "timetext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

namespace items {

namespace {

struct Times {
    Q_DECLARE_TR_FUNCTIONS(items::Times)
};

QDateTime utcTime(base::Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(base::toUnix(instant), Qt::UTC);
}

} // namespace

QString dayMonthText(const QDate& date)
{
    constexpr std::array Months{QT_TRANSLATE_NOOP("items::Times", "Jan"),
        QT_TRANSLATE_NOOP("items::Times", "Feb"), QT_TRANSLATE_NOOP("items::Times", "Mar"),
        QT_TRANSLATE_NOOP("items::Times", "Apr"), QT_TRANSLATE_NOOP("items::Times", "May"),
        QT_TRANSLATE_NOOP("items::Times", "Jun"), QT_TRANSLATE_NOOP("items::Times", "Jul"),
        QT_TRANSLATE_NOOP("items::Times", "Aug"), QT_TRANSLATE_NOOP("items::Times", "Sep"),
        QT_TRANSLATE_NOOP("items::Times", "Oct"), QT_TRANSLATE_NOOP("items::Times", "Nov"),
        QT_TRANSLATE_NOOP("items::Times", "Dec")};
    return Times::tr("%1 %2", "day of the month, month")
        .arg(date.day())
        .arg(Times::tr(Months[static_cast<std::size_t>(date.month() - 1)]));
}

QString weekdayName(const QDate& date)
{
    constexpr std::array Names{QT_TRANSLATE_NOOP("items::Times", "Mon"),
        QT_TRANSLATE_NOOP("items::Times", "Tue"), QT_TRANSLATE_NOOP("items::Times", "Wed"),
        QT_TRANSLATE_NOOP("items::Times", "Thu"), QT_TRANSLATE_NOOP("items::Times", "Fri"),
        QT_TRANSLATE_NOOP("items::Times", "Sat"), QT_TRANSLATE_NOOP("items::Times", "Sun")};
    return Times::tr(Names[static_cast<std::size_t>(date.dayOfWeek() - 1)]);
}

QString weekdayText(const QDate& date)
{
    return Times::tr("%1 %2 %3", "weekday, day and month, year")
        .arg(weekdayName(date), dayMonthText(date))
        .arg(date.year());
}

QString ageText(const std::optional<base::Instant>& instant, base::Instant now)
{
    if (!instant)
        return Times::tr("no date");
    const std::int64_t seconds = std::max<std::int64_t>(0, base::toUnix(now) - base::toUnix(*instant));
    if (seconds < 3600)
        return Times::tr("%1 m", "minutes").arg(seconds / 60);
    if (seconds < 86400)
        return Times::tr("%1 h", "hours").arg(seconds / 3600);
    if (seconds < 14 * 86400)
        return Times::tr("%1 d", "days").arg(seconds / 86400);
    return dayMonthText(utcTime(*instant).date());
}

QString clockText(base::Instant instant, base::Instant now)
{
    const QString clock = QString::fromStdString(base::clockText(instant)) + QStringLiteral(" UTC");
    const QDate day = utcTime(instant).date();
    return day == utcTime(now).date() ? clock : dayMonthText(day) + QLatin1Char(' ') + clock;
}

QString untilText(const std::optional<base::Instant>& instant, base::Instant now)
{
    const std::int64_t seconds = instant ? base::toUnix(*instant) - base::toUnix(now) : 0;
    if (seconds <= 0)
        return Times::tr("due");
    const std::int64_t minutes = (seconds + 59) / 60;
    if (minutes < 60)
        return Times::tr("in %1 m", "minutes").arg(minutes);
    if (minutes < 36 * 60)
        return Times::tr("in %1 h", "hours").arg((minutes + 30) / 60);
    return Times::tr("in %1 d", "days").arg((minutes + 720) / 1440);
}

QString momentText(base::Instant instant)
{
    const QDateTime utc = utcTime(instant);
    const QDateTime local = utc.toLocalTime();
    QString text
        = dayMonthText(utc.date()) + utc.toString(QStringLiteral(" yyyy HH:mm:ss")) + QStringLiteral(" UTC");
    if (local.offsetFromUtc() != 0)
        text += QStringLiteral(" \u00B7 ")
            + Times::tr("%1 here").arg(dayMonthText(local.date()) + local.toString(QStringLiteral(" HH:mm")));
    return text;
}

QString bytesText(qint64 bytes)
{
    if (bytes < 1000)
        return QStringLiteral("%1 B").arg(bytes);
    if (bytes < 1000000)
        return QStringLiteral("%1 kB").arg(static_cast<double>(bytes) / 1e3, 0, 'f', 1);
    return QStringLiteral("%1 MB").arg(static_cast<double>(bytes) / 1e6, 0, 'f', 1);
}

} // namespace items
