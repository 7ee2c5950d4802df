// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "novelty.h"

#include "clusterer.h"

#include <base/strings.h>
#include <engine/impact/impactpriors.h>
#include <engine/pack.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace engine {

namespace {

constexpr std::size_t MostKept = 2000; // facts of one story; a longer one knows nearly everything
constexpr const char* Placed = " article of its story"; // what the term says of one that is not the first
constexpr double FirstTelling = 0.6; // N of the impact sum where nothing earlier is known

// Both are sorted.
void unite(std::vector<Term>& known, const std::vector<Term>& more)
{
    std::vector<Term> all;
    std::set_union(known.begin(), known.end(), more.begin(), more.end(), std::back_inserter(all));
    if (all.size() <= MostKept)
        known = std::move(all);
}

} // namespace

void KnownFacts::add(const StoryFeatures& features)
{
    std::vector<Term> words;
    for (const WeightedTerm& word : features.text)
        words.push_back(word.term);
    unite(m_facts, features.facts);
    unite(m_words, words);
}

void KnownFacts::add(const KnownFacts& other)
{
    unite(m_facts, other.m_facts);
    unite(m_words, other.m_words);
}

double KnownFacts::share(const StoryFeatures& features) const
{
    if (!features.facts.empty()) {
        const auto known = std::count_if(features.facts.begin(), features.facts.end(),
            [&](Term fact) { return std::binary_search(m_facts.begin(), m_facts.end(), fact); });
        return static_cast<double>(known) / static_cast<double>(features.facts.size());
    }
    if (features.title.empty())
        return 1;
    const auto known
        = std::count_if(features.title.begin(), features.title.end(), [&](const WeightedTerm& word) {
              return std::binary_search(m_words.begin(), m_words.end(), word.term);
          });
    return static_cast<double>(known) / static_cast<double>(features.title.size());
}

int noveltyOf(const NoveltyTerms& terms)
{
    if (terms.earlier == 0)
        return 100;
    const double novelty
        = 0.5 * (1 - terms.nearest) + 0.3 * (1 - terms.known) + 0.2 * std::pow(0.75, terms.lately);
    return static_cast<int>(std::lround(100 * std::clamp(novelty, 0.0, 1.0)));
}

namespace {

std::string ordinal(int number)
{
    const int tens = number % 100;
    const char* end = tens >= 11 && tens <= 13 ? "th"
        : number % 10 == 1                     ? "st"
        : number % 10 == 2                     ? "nd"
        : number % 10 == 3                     ? "rd"
                                               : "th";
    return std::to_string(number) + end;
}

} // namespace

void rescoreImpact(const Pack& pack, const Telling& telling, base::Analysis& analysis)
{
    const bool first = telling.earlier == 0;
    const double novelty = impactNovelty(telling.novelty);
    bool changed = false;
    double sum = 0;
    for (base::ImpactTerm& term : analysis.impact.terms) {
        if (term.name == "novelty" && first && term.detail.find(Placed) != std::string::npos) {
            term.value = 0;
            term.detail = "N " + base::fixed(FirstTelling, 2) + ", nothing earlier known";
            changed = true;
        } else if (term.name == "novelty" && !first) {
            term.value
                = std::round(pack.impact->weights().novelty * (novelty - FirstTelling) * 10000) / 10000;
            term.detail = "N " + base::fixed(novelty, 2) + ", " + ordinal(telling.earlier + 1) + Placed;
            changed = true;
            if (telling.known)
                term.detail
                    += ", " + std::to_string(std::lround(100 * *telling.known)) + " % of what it tells known";
        }
        sum += term.value;
    }
    if (!changed)
        return;
    analysis.impact.score = 1 / (1 + std::exp(-sum));
    analysis.impact.label = pack.impact->label(analysis.impact.score);
}

double impactNovelty(int novelty) { return FirstTelling * novelty / 100; }

} // namespace engine
