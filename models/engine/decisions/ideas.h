// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>

#include <vector>

namespace engine {

// Puts ideas in order of conviction and drops those that break a rule: the same thing long and short in two
// ideas (a smaller hedge apart), a horizon that ends before its effect begins, missing entry, invalidation or
// risk, a pair with fewer than two legs; at most two of one kind and five in all.
std::vector<base::Decision> selectIdeas(std::vector<base::Decision> ideas);

// Conviction 0…1: .30 certainty + .25 strength + .15 specificity + .15 purity + .15 catalyst, at most 0.6
// where the article explains or argues rather than reports.
struct ConvictionParts {
    double certainty = 0;
    double strength = 0;
    double specificity = 0; // share of the idea's facts the article states
    double purity = 0.5; // how well its instruments fit
    double catalyst = 0;
    bool soft = false; // explainer or opinion
};
double conviction(const ConvictionParts& parts);

// The whole idea in one paragraph, made from its members. `occasion` is what happened ("after Acme’s bid for
// Bolt"): it is named where the idea's own words name none of `names`.
std::string ideaText(const base::Decision& decision, const std::string& thesis, const std::string& occasion,
    const std::vector<std::string>& names);

} // namespace engine
