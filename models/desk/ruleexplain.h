// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/span.h>
#include <desk/alertrule.h>
#include <desk/querymatch.h>

#include <optional>
#include <string>
#include <vector>

// Why a rule fired on an article, or why not: each of its conditions by itself.
namespace desk {

struct Clause {
    std::string text; // as it stands in the rule: "impact>=0.3"
    bool holds = false;
    std::string found; // what the article has to say to it: "0.28", "relevance 98"; may be empty
    // Of a figure that does not meet its bound: how far off it is, as a share of the range of such figures.
    std::optional<double> miss;
    std::vector<base::Span> spans; // the words of the article it rests on; ascending
};

// Of the conditions that must all hold. `analysis`: of the text as it is, for spans; may be none.
std::vector<Clause> clausesOf(
    const Query& query, const MatchedArticle& article, const base::Analysis* analysis);

// The one figure that kept the article out, when all else holds and it is off by a tenth of its range at
// most. Nothing when the article is in, or farther out.
std::optional<Clause> nearMiss(const std::vector<Clause>& clauses);
inline constexpr double NearMissShare = 0.1;

// "impact 0.28, not impact>=0.3".
std::string missText(const Clause& clause);

// The range of a figure of the language.
double rangeOf(const std::string& field);

} // namespace desk
