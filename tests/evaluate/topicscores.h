// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace evaluate {

// Reads a table of "text,label" (labels as in Twitter Financial News Topic) and prints for each label that
// one or several of the 55 topics stand for: how often a topic found stands for the label (recall), how often
// the first topic found does, how often none was found. Labels no topic stands for are left out. Returns the
// exit code.
int topics(const std::string& file);

} // namespace evaluate
