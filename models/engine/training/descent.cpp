// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "descent.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace engine {

namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b)
{
    double sum = 0;
    for (std::size_t at = 0; at < a.size(); ++at)
        sum += a[at] * b[at];
    return sum;
}

struct Step {
    Vector move;
    Vector change; // of the gradient
    double inverse = 0;
};

// Two-loop recursion of L-BFGS: the direction of descent.
Vector directionOf(const std::deque<Step>& steps, const Vector& gradient)
{
    Vector direction = gradient;
    std::vector<double> shares(steps.size());
    for (std::size_t at = steps.size(); at-- > 0;) {
        const Step& step = steps[at];
        shares[at] = step.inverse * dot(step.move, direction);
        for (std::size_t i = 0; i < direction.size(); ++i)
            direction[i] -= shares[at] * step.change[i];
    }
    const double scale = steps.empty()
        ? 1 / (1 + std::sqrt(dot(gradient, gradient)))
        : dot(steps.back().move, steps.back().change) / dot(steps.back().change, steps.back().change);
    for (double& value : direction)
        value *= scale;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const Step& step = steps[at];
        const double share = shares[at] - step.inverse * dot(step.change, direction);
        for (std::size_t i = 0; i < direction.size(); ++i)
            direction[i] += share * step.move[i];
    }
    for (double& value : direction)
        value = -value;
    return direction;
}

} // namespace

std::vector<double> minimise(const Loss& lossAt, std::size_t size, int iterations)
{
    constexpr std::size_t Memory = 6;
    constexpr double Enough = 1e-5; // relative gain of an iteration
    Vector weights(size, 0.0);
    Vector gradient(weights.size());
    double loss = lossAt(weights, gradient);
    std::deque<Step> steps;
    for (int iteration = 0; iteration < iterations; ++iteration) {
        const Vector direction = directionOf(steps, gradient);
        const double slope = dot(direction, gradient);
        if (slope >= 0)
            break;
        Vector next(weights.size());
        Vector nextGradient(weights.size());
        double nextLoss = loss;
        double length = 1;
        bool better = false;
        for (int attempt = 0; attempt < 20 && !better; ++attempt, length *= 0.5) {
            for (std::size_t at = 0; at < weights.size(); ++at)
                next[at] = weights[at] + length * direction[at];
            nextLoss = lossAt(next, nextGradient);
            better = nextLoss <= loss + 1e-4 * length * slope;
        }
        if (!better)
            break;
        Step step;
        step.move.resize(weights.size());
        step.change.resize(weights.size());
        for (std::size_t at = 0; at < weights.size(); ++at) {
            step.move[at] = next[at] - weights[at];
            step.change[at] = nextGradient[at] - gradient[at];
        }
        const double curvature = dot(step.move, step.change);
        const double gain = (loss - nextLoss) / std::max(1.0, std::abs(loss));
        weights = std::move(next);
        gradient = std::move(nextGradient);
        loss = nextLoss;
        if (curvature > 1e-12) {
            step.inverse = 1 / curvature;
            steps.push_back(std::move(step));
            if (steps.size() > Memory)
                steps.pop_front();
        }
        if (gain < Enough)
            break;
    }
    return weights;
}

} // namespace engine
