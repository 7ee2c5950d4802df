// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/ledger.h>
#include <store/database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

// A decision as the ledger keeps it: accepted, or taken back and to be put there again.
struct KeptDecision {
    std::int64_t article = 0;
    int decision = 0; // its place there, from 0
    std::string frozen; // base::toJson of the analysis that holds this one decision
    base::Instant accepted = {};
    std::vector<desk::LedgerChange> changes;
};

// False, and nothing is changed, where it is in the ledger already.
base::Result<bool> acceptDecision(Database& database, const KeptDecision& decision);

// Takes it out of the ledger and gives what was there. NotFound when it is not in it.
base::Result<KeptDecision> takeBackDecision(Database& database, std::int64_t article, int decision);

// Those accepted by an instant, with what had changed them by then, or all; the newest first. One whose
// frozen form cannot be read is left out.
base::Result<std::vector<desk::LedgerEntry>> readLedger(
    Database& database, std::optional<base::Instant> asOf = std::nullopt);
base::Result<std::vector<desk::LedgerEntry>> readLedgerOf(
    Database& database, std::int64_t article, std::optional<base::Instant> asOf = std::nullopt);

} // namespace store
