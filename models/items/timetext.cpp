// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "timetext.h"

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

} // namespace items
