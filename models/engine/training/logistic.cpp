// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "logistic.h"

#include "descent.h"

#include <engine/sentiment/classifier.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

using Vector = std::vector<double>;

// Loss and gradient at `weights`.
double evaluate(
    const std::vector<const TrainingRow*>& rows, double l2, const Vector& weights, Vector& gradient)
{
    double loss = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        gradient[at] = l2 * weights[at];
        loss += 0.5 * l2 * weights[at] * weights[at];
    }
    for (const TrainingRow* row : rows) {
        Margins margins{};
        for (const auto& [column, value] : row->values) {
            margins[0] += weights[column * 2] * double{value};
            margins[1] += weights[column * 2 + 1] * double{value};
        }
        const ClassProbabilities found = probabilitiesOf(margins);
        const double own = row->label == 0 ? found.negative
            : row->label == 1              ? found.neutral
                                           : found.positive;
        loss -= double{row->weight} * std::log(std::max(own, 1e-12));
        const double negative = double{row->weight} * (found.negative - (row->label == 0 ? 1 : 0));
        const double positive = double{row->weight} * (found.positive - (row->label == 2 ? 1 : 0));
        for (const auto& [column, value] : row->values) {
            gradient[column * 2] += negative * double{value};
            gradient[column * 2 + 1] += positive * double{value};
        }
    }
    return loss;
}

} // namespace

std::vector<double> fitLogistic(
    const std::vector<const TrainingRow*>& rows, std::size_t columns, double l2, int iterations)
{
    return minimise(
        [&](const Vector& weights, Vector& gradient) { return evaluate(rows, l2, weights, gradient); },
        columns * 2, iterations);
}

} // namespace engine
