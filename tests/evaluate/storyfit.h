// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace evaluate {

// Makes the weights by which pairs of articles are judged (resources/engine/stories/weights.tsv) from
// labelled stories, lines held out left aside, and prints them. Before, each file is grouped by weights made
// from the others alone, and how well that went is printed: what may be hoped for on news not seen. Returns 0,
// or 1 when there is nothing to read.
int fitStories(const std::vector<std::string>& files, bool verbose);

} // namespace evaluate
