// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any text as a table: an error, or one article at most for each line.
#include "fuzz.h"

#include <base/strings.h>
#include <ingest/files/tablefile.h>

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string table = base::repairedUtf8(fuzz::text(data, size)); // as the decoder hands it over
    ingest::looksLikeTable(table);
    const auto list = ingest::readTableFile(table);
    if (!list)
        return 0;
    const auto lines
        = std::count_if(table.begin(), table.end(), [](char c) { return c == '\n' || c == '\r'; });
    fuzz::require(list->articles.size() <= static_cast<std::size_t>(lines) + 1, "a line is one article");
    for (const base::Article& article : list->articles)
        fuzz::requireSound(article);
    return 0;
}
