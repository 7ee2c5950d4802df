// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a query: a tree or an error that names a column, never a crash.
#include "fuzz.h"

#include <desk/query.h>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto query = desk::parseQuery(fuzz::text(data, size), base::fromUnix(1795000000));
    if (!query)
        fuzz::require(
            query.error().message.starts_with("column "), "an error names a column", query.error().message);
    return 0;
}
