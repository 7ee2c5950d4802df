// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "viewchanges.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace desk {

namespace {

constexpr std::size_t NamedTerms = 3;

std::string signedNumber(double value)
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.2f", std::fabs(value));
    return (value < 0 ? "\u2212" : "+") + std::string(digits);
}

std::string movedTerms(const base::Impact& before, const base::Impact& after)
{
    std::map<std::string, double> differences;
    for (const base::ImpactTerm& term : before.terms)
        differences[term.name] -= term.value;
    for (const base::ImpactTerm& term : after.terms)
        differences[term.name] += term.value;
    std::vector<std::pair<std::string, double>> moved;
    for (const auto& [name, difference] : differences) {
        if (std::fabs(difference) >= ShownMove)
            moved.emplace_back(name, difference);
    }
    std::stable_sort(moved.begin(), moved.end(),
        [](const auto& a, const auto& b) { return std::fabs(a.second) > std::fabs(b.second); });
    moved.resize(std::min(moved.size(), NamedTerms));
    std::string words;
    for (const auto& [name, difference] : moved)
        words += (words.empty() ? "" : ", ") + name + ' ' + signedNumber(difference);
    return words;
}

} // namespace

ScoreMove scoreMove(const base::Analysis& before, const base::Analysis& after, bool revised)
{
    ScoreMove move;
    move.impactBefore = before.impact.score;
    move.impactAfter = after.impact.score;
    move.sentimentBefore = before.sentiment.score;
    move.sentimentAfter = after.sentiment.score;
    if (revised)
        move.cause = MoveCause::RevisedText;
    else if (before.engine.version != after.engine.version)
        move.cause = MoveCause::OtherEngine;
    else if (before.engine.pack != after.engine.pack)
        move.cause = MoveCause::OtherData;
    move.reason = movedTerms(before.impact, after.impact);
    return move;
}

} // namespace desk
