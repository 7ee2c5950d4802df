// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include <engine/prose/wording.h>

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr std::size_t MostSentences = 4; // of one section
constexpr std::size_t ShortestBudget = 110; // words
constexpr std::size_t LongestBudget = 380;

// Section → where it stands, and the name it is shown under.
struct Place {
    std::string_view section;
    int order;
};
constexpr std::array<Place, 9> Places{{{"Implication", 0}, {"Second order", 1}, {"Timing", 1}, {"Winners", 2},
    {"Winners and losers", 2}, {"Losers", 2}, {"Key risk", 3}, {"Contrarian", 4}, {"What to prefer", 4}}};

int orderOf(const std::string& section)
{
    const auto it = std::find_if(
        Places.begin(), Places.end(), [&](const Place& place) { return place.section == section; });
    return it == Places.end() ? 5 : it->order;
}

// Sections that share a place become one: by the name of the first, or "Winners and losers".
void join(std::vector<base::Section>& sections)
{
    std::stable_sort(sections.begin(), sections.end(), [](const base::Section& a, const base::Section& b) {
        return orderOf(a.section) < orderOf(b.section);
    });
    std::vector<base::Section> joined;
    for (base::Section& section : sections) {
        if (joined.empty() || orderOf(joined.back().section) != orderOf(section.section)) {
            joined.push_back(std::move(section));
            continue;
        }
        base::Section& known = joined.back();
        if (known.section == "Timing")
            known.section = section.section;
        if (orderOf(known.section) == 2 && known.section != section.section)
            known.section = "Winners and losers";
        known.sentences.insert(known.sentences.end(), std::make_move_iterator(section.sentences.begin()),
            std::make_move_iterator(section.sentences.end()));
    }
    sections = std::move(joined);
}

double strengthOf(const base::Analysis& analysis, const base::Sentence& sentence)
{
    double strength = 0;
    for (const base::Claim& claim : analysis.claims) {
        if (std::find(sentence.claims.begin(), sentence.claims.end(), claim.id) != sentence.claims.end())
            strength = std::max(strength, claim.strength);
    }
    return strength * (sentence.grade == base::Grade::C ? 0.5 : 1.0);
}

// Takes out the weakest sentence that is not its section's first; false when there is none.
bool cutWeakest(base::Analysis& analysis, std::size_t only)
{
    std::vector<base::Sentence>* from = nullptr;
    std::size_t which = 0;
    double weakest = 2;
    for (std::size_t number = 0; number < analysis.analysis.size(); ++number) {
        std::vector<base::Sentence>& sentences = analysis.analysis[number].sentences;
        if (only < analysis.analysis.size() && number != only)
            continue;
        for (std::size_t at = sentences.size(); at-- > 1;) {
            const double strength = strengthOf(analysis, sentences[at]);
            if (strength < weakest) {
                weakest = strength;
                from = &sentences;
                which = at;
            }
        }
    }
    if (from == nullptr)
        return false;
    from->erase(from->begin() + static_cast<std::ptrdiff_t>(which));
    return true;
}

std::size_t wordsOf(const base::Analysis& analysis)
{
    std::size_t words = 0;
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences)
            words += wordCount(sentence.text);
    }
    return words;
}

} // namespace

void planDocument(const Reading& reading, base::Analysis& analysis)
{
    join(analysis.analysis);
    for (std::size_t number = 0; number < analysis.analysis.size(); ++number) {
        while (analysis.analysis[number].sentences.size() > MostSentences && cutWeakest(analysis, number)) {
        }
    }
    const std::size_t said = wordCount(reading.document.body);
    const std::size_t budget = std::clamp(90 + said / 2, ShortestBudget, LongestBudget);
    while (wordsOf(analysis) > budget && cutWeakest(analysis, analysis.analysis.size())) {
    }
}

} // namespace engine
