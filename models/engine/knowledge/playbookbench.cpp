// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "playbookbench.h"

#include <set>

namespace engine {

namespace {

std::vector<std::string> outputOf(const base::Analysis& analysis)
{
    std::vector<std::string> lines;
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences)
            lines.push_back(section.section + ": " + sentence.text);
    }
    for (const base::Decision& decision : analysis.decisions)
        lines.push_back(decision.kind + ": " + decision.title + ". " + decision.text);
    return lines;
}

// Lines of `from` that are not in `other`.
std::vector<std::string> without(const std::vector<std::string>& from, const std::vector<std::string>& other)
{
    const std::set<std::string> known(other.begin(), other.end());
    std::vector<std::string> left;
    for (const std::string& line : from) {
        if (!known.contains(line))
            left.push_back(line);
    }
    return left;
}

} // namespace

OutputChange outputChange(const base::Analysis& before, const base::Analysis& after)
{
    const std::vector<std::string> old = outputOf(before);
    const std::vector<std::string> now = outputOf(after);
    return {without(old, now), without(now, old)};
}

} // namespace engine
