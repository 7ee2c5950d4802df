// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// How well articles were grouped.
namespace evaluate {

struct Scores {
    double precision = 0;
    double recall = 0;
    double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

// One entry for each article in both: the label it should share, and the group it was put into.
Scores pairScores(const std::vector<std::string>& labels, const std::vector<std::int64_t>& groups);
Scores bCubed(const std::vector<std::string>& labels, const std::vector<std::int64_t>& groups);

} // namespace evaluate
