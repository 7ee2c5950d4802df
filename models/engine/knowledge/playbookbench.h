// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>

#include <string>
#include <vector>

namespace engine {

// How what is written about one article differs between two packs: its sentences and ideas, as text.
struct OutputChange {
    std::vector<std::string> removed; // in order of the first analysis
    std::vector<std::string> added; // in order of the second

    bool empty() const { return removed.empty() && added.empty(); }
};

OutputChange outputChange(const base::Analysis& before, const base::Analysis& after);

} // namespace engine
