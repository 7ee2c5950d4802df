// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace evaluate {

// Makes resources/engine/stories/weights.tsv and tables.tsv, by which pairs of articles are judged, from
// labelled stories; lines held out are left aside. Prints how well each file is grouped by what the other
// files alone would have given: what may be hoped for on news not seen. Returns 0, or 1 when there is nothing
// to read.
int fitStories(const std::vector<std::string>& files);

} // namespace evaluate
