// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "timetext.h"

#include <QDateTime>
#include <QLocale>

namespace items {

QString ageText(const std::optional<base::Instant>& instant, base::Instant now)
{
    if (!instant)
        return QStringLiteral("no date");
    const std::int64_t seconds = std::max<std::int64_t>(0, base::toUnix(now) - base::toUnix(*instant));
    if (seconds < 3600)
        return QStringLiteral("%1 m").arg(seconds / 60);
    if (seconds < 86400)
        return QStringLiteral("%1 h").arg(seconds / 3600);
    if (seconds < 14 * 86400)
        return QStringLiteral("%1 d").arg(seconds / 86400);
    const QString day = QString::fromStdString(base::dayText(*instant));
    return day.left(day.lastIndexOf(QLatin1Char(' ')));
}

QString clockText(base::Instant instant, base::Instant now)
{
    const QString clock = QString::fromStdString(base::clockText(instant)) + QStringLiteral(" UTC");
    const QString day = QString::fromStdString(base::dayText(instant));
    if (day == QString::fromStdString(base::dayText(now)))
        return clock;
    return day.left(day.lastIndexOf(QLatin1Char(' '))) + QLatin1Char(' ') + clock;
}

QString untilText(const std::optional<base::Instant>& instant, base::Instant now)
{
    const std::int64_t seconds = instant ? base::toUnix(*instant) - base::toUnix(now) : 0;
    if (seconds <= 0)
        return QStringLiteral("due");
    const std::int64_t minutes = (seconds + 59) / 60;
    if (minutes < 60)
        return QStringLiteral("in %1 m").arg(minutes);
    if (minutes < 36 * 60)
        return QStringLiteral("in %1 h").arg((minutes + 30) / 60);
    return QStringLiteral("in %1 d").arg((minutes + 720) / 1440);
}

QString momentText(base::Instant instant)
{
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(base::toUnix(instant), Qt::UTC);
    const QDateTime local = utc.toLocalTime();
    const QLocale plain = QLocale::c();
    QString text = plain.toString(utc, QStringLiteral("d MMM yyyy HH:mm:ss")) + QStringLiteral(" UTC");
    if (local.offsetFromUtc() != 0)
        text += QStringLiteral(" \u00B7 %1 here").arg(plain.toString(local, QStringLiteral("d MMM HH:mm")));
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
