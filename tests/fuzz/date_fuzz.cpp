// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a date: nothing, or a moment that can be written and read again.
#include "fuzz.h"

#include <ingest/dates.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::optional<base::Instant> date = ingest::readDate(fuzz::text(data, size));
    if (!date)
        return 0;
    const std::string written = base::toIso(*date);
    fuzz::require(base::fromIso(written) == date, "a date can be stored", written);
    fuzz::require(ingest::readDate(written) == date, "a date can be read as it is written", written);
    return 0;
}
