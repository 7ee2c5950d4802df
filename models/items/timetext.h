// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>

#include <QString>

#include <optional>

namespace items {

// "9 m", "3 h", "2 d", "14 Sep"; "no date" when there is none. A moment after `now` counts as now.
QString ageText(const std::optional<base::Instant>& instant, base::Instant now);

// "13:44 UTC" on the day of `now`, else "21 Nov 13:44 UTC".
QString clockText(base::Instant instant, base::Instant now);

} // namespace items
