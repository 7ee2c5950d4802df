// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/evidence.h>

#include <cstddef>
#include <vector>

// Makes the models that weigh what speaks for two things being of one story.
namespace evaluate {

struct Example {
    std::vector<double> parts;
    bool same = false;
    std::size_t file = 0;
};

struct ModelShape {
    std::vector<int>
        signs; // that a part's weight must have, whatever few articles say: 1, −1, or 0 for either
    std::vector<bool> kept; // parts whose weight is not made anew
    std::vector<double> start;
    double penalty = 0.5; // on the square of a weight
    int tables = 300; // of corrections
};

// A logistic regression by coordinate descent, each weight on its side of zero, then tables, each the one
// that helps most after those before it. The examples of file `without` are left out.
engine::EvidenceModel fittedModel(
    const std::vector<Example>& examples, const ModelShape& shape, std::size_t without);

// Mean loss (of the logarithm of the chance) over the examples of a file.
double lossOf(const std::vector<Example>& examples, const engine::EvidenceModel& model, std::size_t file);

} // namespace evaluate
