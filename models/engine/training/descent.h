// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

namespace engine {

// The loss at `weights`; writes its gradient, which has the same size.
using Loss = std::function<double(const std::vector<double>& weights, std::vector<double>& gradient)>;

// Minimises a smooth loss from zero by L-BFGS with backtracking. Ends after `iterations`, or when an
// iteration gains less than 1e-5 of the loss. The same loss gives the same bits.
std::vector<double> minimise(const Loss& loss, std::size_t size, int iterations);

} // namespace engine
