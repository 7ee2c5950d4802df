// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Any text as a table: a mapping that can be kept, and an error or at most one article for
// each line.
#include "fuzz.h"

#include <base/strings.h>
#include <ingest/files/tablefile.h>

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string table = base::repairedUtf8(fuzz::text(data, size)); // as the decoder hands it over
    ingest::looksLikeTable(table);
    const ingest::TableGuess guess = ingest::guessTable(table);
    fuzz::require(guess.confidence >= 0 && guess.confidence <= 1, "confidence is a share");
    const std::string mapping = ingest::mappingText(guess.mapping);
    const auto again = ingest::parseMapping(mapping);
    fuzz::require(guess.mapping.columns.empty() || (again && *again == guess.mapping),
        "a mapping can be kept", mapping);
    const auto list = ingest::readTable(table, guess.mapping);
    if (!list)
        return 0;
    const auto lines
        = std::count_if(table.begin(), table.end(), [](char c) { return c == '\n' || c == '\r'; });
    fuzz::require(list->articles.size() <= static_cast<std::size_t>(lines) + 1, "a line is one article");
    for (const base::Article& article : list->articles)
        fuzz::requireSound(article);
    return 0;
}
