// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/completion.h>
#include <store/database.h>

#include <vector>

namespace store {

// What may stand where the cursor is: names of fields and closed values from the grammar, and values of the
// store (sources, topics, entities, tickers, events, labels, languages, saved searches) that begin so, or
// whose words do, with the number of articles. At most `limit`. Bounded at any size of the store: values are
// found by jumps along an index from the first letters on, and each is counted up to a thousand; what has no
// index (names of sources inside files, languages) is looked for among the articles received last.
base::Result<std::vector<desk::Suggestion>> readSuggestions(
    Database& database, const desk::Completion& completion, int limit = 12);

} // namespace store
