// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace evaluate {

// Reads labelled lines and prints precision, recall and F1 of the entities found, for each kind and in all,
// and how many names lead to their ticker; beside each what a plain dictionary of the same names does. Lines:
// {"text","title"?,"entities":[id],"held"?} are paragraphs in which these and no others are entities;
// {"title","ticker","held"?} are headlines with one listed name. "held": kept back while the rules were made,
// reported apart. Verbose lists the faults of what is not held back. Returns the exit code.
int entities(const std::vector<std::string>& files, bool verbose);

} // namespace evaluate
