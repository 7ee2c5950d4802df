// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/fetcher.h>
#include <base/source.h>
#include <ingest/input.h>

#include <cstdint>

// What the end of a fetch makes of its source, and the line of its log. Pure: time and jitter (0…1) are
// passed in. Counts of articles are filled in where they are stored.
namespace app {

struct Refresh {
    base::Source source;
    base::FetchRecord record;
};

// The server could not be reached, refused, or sent what cannot be read (`reason`).
Refresh failedRefresh(const base::Source& source, const FetchAnswer& answer, const base::Error& reason,
    base::Instant now, double jitter);

// 304, or the same bytes as last time.
Refresh unchangedRefresh(
    const base::Source& source, const FetchAnswer& answer, base::Instant now, double jitter);

// A feed was read from the answer, whose bytes may have been moved out (`bytes` of them, `hash`).
Refresh readRefresh(const base::Source& source, const FetchAnswer& answer,
    const ingest::InputDocument& document, std::size_t bytes, std::uint64_t hash, base::Instant now,
    double jitter);

} // namespace app
