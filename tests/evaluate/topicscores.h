// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace evaluate {

// Prints how well the 55 topics are found. A folder holds leads with all their topics (see topicsets.h):
// micro precision, recall and F1, macro-F1 and calibration error, for what was built on and what is only
// measured. A table "text,label" (labels as in Twitter Financial News Topic): how often a topic found stands
// for the label, how often the first one does, how often none was found; the fifth that is held out apart.
// The weights are trained anew without what is held out, unless
// `shipped`. `verbose` lists the faults of what was built on. Returns the exit code.
int topics(const std::vector<std::string>& places, bool shipped, bool verbose);

} // namespace evaluate
