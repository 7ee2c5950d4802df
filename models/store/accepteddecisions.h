// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/instant.h>
#include <base/result.h>
#include <store/database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

// A decision as it stood when it was accepted, and what it was read from.
struct AcceptedDecision {
    std::int64_t ledger = 0; // its place in the ledger
    std::int64_t article = 0;
    std::string title; // of the article, as it is now
    std::string source;
    base::Decision decision;
    base::Instant accepted = {};
};

// All of the ledger, or those accepted by an instant; the newest first. One whose frozen form cannot be read
// is left out.
base::Result<std::vector<AcceptedDecision>> readAccepted(
    Database& database, std::optional<base::Instant> asOf = std::nullopt);

} // namespace store
