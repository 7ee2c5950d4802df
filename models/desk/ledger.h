// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/instant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The ledger of accepted decisions.
namespace desk {

// What made of an accepted decision something else: a later article, or the end of its horizon.
struct LedgerChange {
    std::string state; // triggered, review, expired
    base::Instant at = {};
    std::int64_t by = 0; // the article that did it; 0: time alone, or it is gone
    std::string byTitle; // as it was then
    std::string sentence; // of that article
    std::string clause; // the query that was met
};

// A decision as it stood when it was accepted.
struct LedgerEntry {
    std::int64_t id = 0; // its place in the ledger
    std::int64_t article = 0; // it was made from
    int decision = 0; // its place there, from 0
    std::string articleTitle; // as it is now
    std::string source;
    base::Decision frozen;
    base::Instant accepted = {};
    std::vector<LedgerChange> changes; // in the order in which they came
};

// When its horizon ends; nothing when it has none.
std::optional<base::Instant> endOf(const LedgerEntry& entry);

// open, triggered, review or expired. Expired as soon as the horizon is over, whether that was written yet or
// not.
std::string stateOf(const LedgerEntry& entry, base::Instant now);

// What gave it that state; nullptr for an open one and for one whose end was not written yet.
const LedgerChange* causeOf(const LedgerEntry& entry, base::Instant now);

} // namespace desk
