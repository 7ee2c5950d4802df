// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace engine {

// One text as a sparse row. Labels: 0 negative, 1 neutral, 2 positive.
struct TrainingRow {
    std::vector<std::pair<std::uint32_t, float>> values;
    int label = 1;
    float weight = 1;
};

// Multinomial logistic regression with neutral as the base: columns × 2 weights that minimise the weighted
// log loss plus l2/2 × their square sum, by L-BFGS from zero. The same rows give the same bits.
std::vector<double> fitLogistic(
    const std::vector<const TrainingRow*>& rows, std::size_t columns, double l2, int iterations);

} // namespace engine
