// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <engine/impact/impactpriors.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

// Fits the impact's weights and priors to what prices did: a fractional logistic regression on the terms of the
// sum, drawn towards the present weights, and priors of event types pooled with the present ones.
namespace evaluate {

struct Moved {
    std::int64_t time = 0; // Unix seconds; 0: unknown
    double move = 0; // |return − beta × market return| ÷ sigma
    base::Impact impact; // as the engine scores the text
    std::string event; // id of the type that gave the event term; empty: none
};

// The summands without their weights: logit of the prior, B−.5, N−.6, ln C, W−.8, z, and the other events' term.
using Terms = std::array<double, 7>;
Terms termsOf(const base::Impact& impact, const engine::ImpactWeights& weights);

struct Calibration {
    engine::ImpactWeights weights;
    double intercept = 0; // is to be added to the event term: near 0 where priors fit
    std::map<std::string, double> priors; // by event type, 0…1
};

// The share of moves smaller than each, 0…1; equal ones get their mean.
std::vector<double> percentiles(const std::vector<double>& moves);

// `present` gives the priors that were used; types with fewer articles move less: (n·mean + 50·prior)/(n + 50).
Calibration calibrate(const std::vector<Moved>& rows, const engine::ImpactWeights& weights,
    const std::map<std::string, double>& present);

// The score a calibration gives to a row.
double calibrated(const Moved& row, const engine::ImpactWeights& weights, const Calibration& calibration);

// Rank correlation of scores and moves; −1…+1.
double spearman(const std::vector<double>& one, const std::vector<double>& other);
// Chance that a move above two sigma is scored above one below; 0.5 when there is none of either.
double areaUnderCurve(const std::vector<double>& scores, const std::vector<double>& moves);
// Mean move of the tenth scored highest, over the mean of all.
double topDecileLift(const std::vector<double>& scores, const std::vector<double>& moves);

} // namespace evaluate
