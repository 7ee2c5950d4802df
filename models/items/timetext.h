// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <QDate>
#include <QString>

#include <optional>

namespace items {

// "14 Sep" and "Mon 14 Sep 2026" as the window's language writes them; the system's locale has no say.
QString dayMonthText(const QDate& date);
QString weekdayText(const QDate& date);
QString weekdayName(const QDate& date); // "Mon"

// "9 m", "3 h", "2 d", "14 Sep"; "no date" when there is none. A moment after `now` counts as now.
QString ageText(const std::optional<base::Instant>& instant, base::Instant now);

// "13:44 UTC" on the day of `now`, else "21 Nov 13:44 UTC".
QString clockText(base::Instant instant, base::Instant now);

// "in 9 m", "in 3 h", "in 2 d"; "due" when it is past or there is none.
QString untilText(const std::optional<base::Instant>& instant, base::Instant now);

// "23 Nov 2026 13:44:05 UTC", and the same moment by this machine's clock after it: for details.
QString momentText(base::Instant instant);

// "940 B", "12.4 kB", "3.1 MB".
QString bytesText(qint64 bytes);

} // namespace items
