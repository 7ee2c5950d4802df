// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyscores.h"

#include <map>

namespace evaluate {

namespace {

using Counts = std::map<std::string, double>;

double pairsOf(double count) { return count * (count - 1) / 2; }

} // namespace

Scores pairScores(const std::vector<std::string>& labels, const std::vector<std::int64_t>& groups)
{
    std::map<std::string, double> byLabel;
    std::map<std::int64_t, Counts> byGroup;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        byLabel[labels[at]] += 1;
        byGroup[groups[at]][labels[at]] += 1;
    }
    double wanted = 0;
    for (const auto& [label, count] : byLabel)
        wanted += pairsOf(count);
    double made = 0;
    double right = 0;
    for (const auto& [group, counts] : byGroup) {
        double all = 0;
        for (const auto& [label, count] : counts) {
            all += count;
            right += pairsOf(count);
        }
        made += pairsOf(all);
    }
    return {made > 0 ? right / made : 1, wanted > 0 ? right / wanted : 1};
}

Scores bCubed(const std::vector<std::string>& labels, const std::vector<std::int64_t>& groups)
{
    std::map<std::string, double> byLabel;
    std::map<std::int64_t, Counts> byGroup;
    std::map<std::int64_t, double> sizes;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        byLabel[labels[at]] += 1;
        byGroup[groups[at]][labels[at]] += 1;
        sizes[groups[at]] += 1;
    }
    Scores scores;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        const double both = byGroup[groups[at]][labels[at]];
        scores.precision += both / sizes[groups[at]];
        scores.recall += both / byLabel[labels[at]];
    }
    const double count = labels.empty() ? 1 : static_cast<double>(labels.size());
    return {scores.precision / count, scores.recall / count};
}

} // namespace evaluate
