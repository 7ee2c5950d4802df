// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "calibration.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace evaluate {

namespace {

constexpr std::size_t Fitted = 7; // intercept, breadth, novelty, certainty, source, surprise, event
constexpr double Pull = 20; // towards the present weights, as so many rows would
constexpr double PooledRows = 50; // the present prior of an event type counts as so many articles
constexpr int Steps = 30;

using Vector = std::array<double, Fitted>;
using Matrix = std::array<Vector, Fitted>;

double logistic(double value) { return 1 / (1 + std::exp(-value)); }

double logit(double value)
{
    const double p = std::clamp(value, 0.01, 0.99);
    return std::log(p / (1 - p));
}

// Gaussian elimination; the matrix is positive definite.
Vector solved(Matrix matrix, Vector right)
{
    for (std::size_t i = 0; i < Fitted; ++i) {
        for (std::size_t j = i + 1; j < Fitted; ++j) {
            const double factor = matrix[j][i] / matrix[i][i];
            for (std::size_t k = i; k < Fitted; ++k)
                matrix[j][k] -= factor * matrix[i][k];
            right[j] -= factor * right[i];
        }
    }
    for (std::size_t i = Fitted; i-- > 0;) {
        for (std::size_t k = i + 1; k < Fitted; ++k)
            right[i] -= matrix[i][k] * right[k];
        right[i] /= matrix[i][i];
    }
    return right;
}

std::vector<std::size_t> orderOf(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t one, std::size_t other) { return values[one] < values[other]; });
    return order;
}

double correlation(const std::vector<double>& one, const std::vector<double>& other)
{
    const auto count = static_cast<double>(one.size());
    const double meanOne = std::accumulate(one.begin(), one.end(), 0.0) / count;
    const double meanOther = std::accumulate(other.begin(), other.end(), 0.0) / count;
    double both = 0;
    double squareOne = 0;
    double squareOther = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        both += (one[i] - meanOne) * (other[i] - meanOther);
        squareOne += (one[i] - meanOne) * (one[i] - meanOne);
        squareOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return squareOne > 0 && squareOther > 0 ? both / std::sqrt(squareOne * squareOther) : 0;
}

} // namespace

Terms termsOf(const base::Impact& impact, const engine::ImpactWeights& weights)
{
    Terms terms{};
    const auto per = [](double value, double weight) { return weight != 0 ? value / weight : 0; };
    for (const base::ImpactTerm& term : impact.terms) {
        if (term.name == "event")
            terms[0] = term.value;
        else if (term.name == "breadth")
            terms[1] = per(term.value, weights.breadth);
        else if (term.name == "novelty")
            terms[2] = per(term.value, weights.novelty);
        else if (term.name == "certainty")
            terms[3] = per(term.value, weights.certainty);
        else if (term.name == "source")
            terms[4] = per(term.value, weights.source);
        else if (term.name == "surprise")
            terms[5] = per(term.value, weights.surprise);
        else
            terms[6] += term.value;
    }
    return terms;
}

std::vector<double> percentiles(const std::vector<double>& moves)
{
    const std::vector<std::size_t> order = orderOf(moves);
    std::vector<double> ranks(moves.size(), 0.5);
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && moves[order[last + 1]] == moves[order[first]])
            ++last;
        const double rank
            = (static_cast<double>(first + last) / 2 + 0.5) / static_cast<double>(order.size());
        for (std::size_t at = first; at <= last; ++at)
            ranks[order[at]] = rank;
        first = last + 1;
    }
    return ranks;
}

Calibration calibrate(const std::vector<Moved>& rows, const engine::ImpactWeights& weights,
    const std::map<std::string, double>& present)
{
    std::vector<double> moves;
    for (const Moved& row : rows)
        moves.push_back(row.move);
    const std::vector<double> ranks = percentiles(moves);
    Calibration calibration;
    std::map<std::string, std::pair<double, double>> sums; // of ranks, of rows
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].event.empty()) {
            sums[rows[i].event].first += ranks[i];
            sums[rows[i].event].second += 1;
        }
    }
    for (const auto& [event, prior] : present) {
        const auto [sum, count] = sums[event];
        calibration.priors[event] = (sum + PooledRows * prior) / (count + PooledRows);
    }
    const Vector start{
        0, weights.breadth, weights.novelty, weights.certainty, weights.source, weights.surprise, 1};
    Vector fitted = start;
    for (int step = 0; step < Steps; ++step) {
        Matrix curvature{};
        Vector slope{};
        for (std::size_t k = 0; k < Fitted; ++k) {
            curvature[k][k] = Pull;
            slope[k] = -Pull * (fitted[k] - start[k]);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Terms terms = termsOf(rows[i].impact, weights);
            const auto prior = calibration.priors.find(rows[i].event);
            const double event = prior == calibration.priors.end() ? terms[0] : logit(prior->second);
            const Vector x{1, terms[1], terms[2], terms[3], terms[4], terms[5], event};
            double sum = terms[6];
            for (std::size_t k = 0; k < Fitted; ++k)
                sum += fitted[k] * x[k];
            const double p = logistic(sum);
            for (std::size_t k = 0; k < Fitted; ++k) {
                slope[k] += (ranks[i] - p) * x[k];
                for (std::size_t l = 0; l < Fitted; ++l)
                    curvature[k][l] += p * (1 - p) * x[k] * x[l];
            }
        }
        const Vector change = solved(curvature, slope);
        for (std::size_t k = 0; k < Fitted; ++k)
            fitted[k] += change[k];
    }
    // The event term stands in the sum as it is: its factor goes into the others' place by way of the priors.
    calibration.intercept = fitted[0];
    calibration.weights = {fitted[1], fitted[2], fitted[3], fitted[4], fitted[5]};
    for (auto& [event, prior] : calibration.priors)
        prior = logistic(fitted[6] * logit(prior) + fitted[0]);
    return calibration;
}

double calibrated(const Moved& row, const engine::ImpactWeights& weights, const Calibration& calibration)
{
    const Terms terms = termsOf(row.impact, weights);
    const auto prior = calibration.priors.find(row.event);
    const engine::ImpactWeights& to = calibration.weights;
    return logistic((prior == calibration.priors.end() ? terms[0] + calibration.intercept : logit(prior->second))
        + to.breadth * terms[1] + to.novelty * terms[2] + to.certainty * terms[3] + to.source * terms[4]
        + to.surprise * terms[5] + terms[6]);
}

double spearman(const std::vector<double>& one, const std::vector<double>& other)
{
    return correlation(percentiles(one), percentiles(other));
}

double areaUnderCurve(const std::vector<double>& scores, const std::vector<double>& moves)
{
    const std::vector<double> ranks = percentiles(scores);
    double sum = 0;
    double large = 0;
    const auto count = static_cast<double>(moves.size());
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (moves[i] > 2) {
            sum += ranks[i] * count + 0.5;
            ++large;
        }
    }
    const double small = count - large;
    return large > 0 && small > 0 ? (sum - large * (large + 1) / 2) / (large * small) : 0.5;
}

double topDecileLift(const std::vector<double>& scores, const std::vector<double>& moves)
{
    const std::vector<std::size_t> order = orderOf(scores);
    const std::size_t top = std::max<std::size_t>(1, order.size() / 10);
    double best = 0;
    for (std::size_t i = 0; i < top; ++i)
        best += moves[order[order.size() - 1 - i]];
    const double all = std::accumulate(moves.begin(), moves.end(), 0.0);
    return all > 0 ? best / static_cast<double>(top) / (all / static_cast<double>(moves.size())) : 1;
}

} // namespace evaluate
