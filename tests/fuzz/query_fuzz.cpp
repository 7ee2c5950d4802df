// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a query: a tree or an error that names a column, never a crash.
#include <desk/query.h>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto query
        = desk::parseQuery({reinterpret_cast<const char*>(data), size}, base::fromUnix(1795000000));
    if (!query && !query.error().message.starts_with("column "))
        std::abort();
    return 0;
}
