// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "ledger.h"

#include <chrono>

namespace desk {

std::optional<base::Instant> endOf(const LedgerEntry& entry)
{
    const int days = entry.frozen.horizon.maxDays;
    if (days <= 0)
        return std::nullopt;
    return entry.accepted + std::chrono::days(days);
}

std::string stateOf(const LedgerEntry& entry, base::Instant now)
{
    const std::optional<base::Instant> end = endOf(entry);
    if (end && *end <= now)
        return "expired";
    return entry.changes.empty() ? "open" : entry.changes.back().state;
}

const LedgerChange* causeOf(const LedgerEntry& entry, base::Instant now)
{
    const bool known = !entry.changes.empty() && entry.changes.back().state == stateOf(entry, now);
    return known ? &entry.changes.back() : nullptr;
}

} // namespace desk
