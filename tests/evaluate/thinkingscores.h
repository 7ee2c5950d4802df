// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace evaluate {

// What the engine writes about articles (NDJSON with id, title and body): how many get how much, and whether it
// could be canned. Over all articles: shares with analysis, ideas, a playbook. Over every thirtieth that is long
// enough and was written about, a hundred in all, each beside a deliberately canned engine, which gives an article the text made for
// another one of the same main event:
// provenance: sentences with evidence or marked as assumptions; specificity: sentences and decisions that name an
// entity, a figure, the article's own words or its event; swap test: whether tf-idf finds, from the analysis, its
// article among ten (names masked, and not); self-BLEU-4 against the others; skeleton leak: sentences whose shape,
// names and figures masked, stands in more than three of a hundred; stability under misspelt words; sensitivity: pairs of texts that differ in what decides (tests/data/thinking/pairs.ndjson); consistency: ideas that break a hard rule; determinism: the same bytes twice.
// A folder among the files is engine data laid over that of the tree. Returns the exit code.
int thinking(const std::vector<std::string>& files);

} // namespace evaluate
