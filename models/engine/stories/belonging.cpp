// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "belonging.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr double Surest = 8; // logits
constexpr double Scale = 4;
constexpr std::size_t MostAsked = 5;
constexpr double Fair = -1; // logits, in fours, from which another story is near

double logits(const PairEvidence& evidence, const StoryWeights& weights)
{
    if (evidence.copy)
        return Surest / Scale;
    if (evidence.veto)
        return -Surest / Scale;
    return std::clamp(weights.pair.sum(evidence.parts), -Surest, Surest) / Scale;
}

// The texts of a story's articles together: the sum of their unit vectors, by term.
std::vector<WeightedTerm> together(const std::vector<const WeighedArticle*>& members)
{
    std::vector<WeightedTerm> all;
    for (const WeighedArticle* member : members) {
        all.insert(all.end(), member->text.terms.begin(), member->text.terms.end());
        for (const WeightedTerm& one : member->title.terms) // what is cut off the text
            all.push_back({one.term, 0});
    }
    std::sort(
        all.begin(), all.end(), [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
    std::size_t kept = 0;
    for (const WeightedTerm& one : all) {
        if (kept > 0 && all[kept - 1].term == one.term)
            all[kept - 1].weight += one.weight;
        else
            all[kept++] = one;
    }
    all.resize(kept);
    return all;
}

// Calls with the terms of a that the story tells.
template <class Call>
void inStory(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& story, const Call& call)
{
    auto right = story.begin();
    for (const WeightedTerm& left : a) {
        right = std::lower_bound(right, story.end(), left.term,
            [](const WeightedTerm& one, Term term) { return one.term < term; });
        if (right == story.end())
            return;
        if (right->term == left.term)
            call(left, *right);
    }
}

double shareTold(const TermVector& a, const std::vector<WeightedTerm>& story)
{
    double sum = 0;
    inStory(a.terms, story, [&](const WeightedTerm& one, const WeightedTerm&) {
        sum += static_cast<double>(one.weight) * static_cast<double>(one.weight);
    });
    return sum;
}

double chanceOf(double logits) { return 1 / (1 + std::exp(-logits * Scale)); }

} // namespace

StoryEvidence belonging(const WeighedArticle& article, const std::vector<const WeighedArticle*>& members,
    const StoryWeights& weights)
{
    StoryEvidence evidence;
    auto& parts = evidence.parts;
    if (members.empty())
        return evidence;
    const auto count = static_cast<double>(members.size());
    std::vector<double> said;
    std::size_t vetoes = 0;
    double since = 1e9;
    std::map<Term, int> heads; // of the story's headlines
    const auto best
        = [&](StoryEvidence::Part part, double value) { parts[part] = std::max(parts[part], value); };
    std::vector<bool> told(article.heads.size());
    std::vector<int> partyTold(article.parties.size());
    for (const WeighedArticle* member : members) {
        const PairEvidence pair = compare(article, *member);
        evidence.copy = evidence.copy || pair.copy;
        vetoes += pair.veto ? 1U : 0U;
        said.push_back(logits(pair, weights));
        parts[StoryEvidence::Chance] += chanceOf(said.back()) / count;
        since = std::min(
            since, static_cast<double>(std::abs(article.features.time - member->features.time)) / 3600);
        best(StoryEvidence::Told, pair.parts[PairEvidence::Told]);
        best(StoryEvidence::HeadRarity, pair.parts[PairEvidence::HeadRarity]);
        best(StoryEvidence::Names, pair.parts[PairEvidence::Names]);
        best(StoryEvidence::NamesMass, pair.parts[PairEvidence::NamesMass]);
        parts[StoryEvidence::Texts] += pair.parts[PairEvidence::Text] / count;
        parts[StoryEvidence::Fields] += pair.parts[PairEvidence::Fields] / count;
        for (std::size_t at = 0; at < told.size(); ++at)
            told[at] = told[at] || tellsOf(*member, article.heads[at].term);
        for (std::size_t at = 0; at < partyTold.size(); ++at)
            partyTold[at] += tellsOf(*member, article.parties[at].term) ? 1 : 0;
        for (const WeightedTerm& head : member->heads)
            ++heads[head.term];
    }
    for (const double one : said)
        evidence.links.push_back(one * Scale);
    evidence.veto = vetoes == members.size();
    std::sort(said.rbegin(), said.rend());
    parts[StoryEvidence::Nearest] = said.front();
    parts[StoryEvidence::Second] = said[std::min<std::size_t>(1, said.size() - 1)];
    const std::size_t asked = std::min(MostAsked, (said.size() + 1) / 2);
    for (std::size_t at = 0; at < asked; ++at)
        parts[StoryEvidence::Agreed] += said[at] / static_cast<double>(asked);
    for (const double one : said)
        parts[StoryEvidence::Mean] += one / count;
    double parties = 0;
    double partiesTold = 0;
    for (std::size_t at = 0; at < partyTold.size(); ++at) {
        const Party& party = article.parties[at];
        parties += static_cast<double>(party.rarity);
        partiesTold += partyTold[at] > 0 ? static_cast<double>(party.rarity) : 0;
        best(StoryEvidence::Sole,
            partyTold[at] / count * shareOfRarest(static_cast<double>(party.rarity))
                / std::max<double>(1, party.stories));
    }
    parts[StoryEvidence::Parties] = parties > 0 ? partiesTold / parties : 0;
    parts[StoryEvidence::Vetoed] = static_cast<double>(vetoes) / count;
    parts[StoryEvidence::Members] = std::log(1 + count);
    parts[StoryEvidence::Since] = std::log(1 + since / 6);
    parts[StoryEvidence::NoHeads] = told.empty() ? 1 : 0;
    if (!told.empty())
        parts[StoryEvidence::HeadsTold] = static_cast<double>(std::count(told.begin(), told.end(), true))
            / static_cast<double>(told.size());
    double core = 0;
    double coreTold = 0;
    for (const auto& [term, times] : heads) {
        if (times * 2 < static_cast<int>(members.size()))
            continue;
        core += 1;
        coreTold += tellsOf(article, term) ? 1 : 0;
    }
    parts[StoryEvidence::CoreTold] = core > 0 ? coreTold / core : 0;
    const std::vector<WeightedTerm> story = together(members);
    parts[StoryEvidence::TitleTold] = shareTold(article.title, story);
    parts[StoryEvidence::TextTold] = shareTold(article.text, story);
    parts[StoryEvidence::NamesTold] = shareTold(article.names, story);
    double square = 0;
    for (const WeightedTerm& one : story)
        square += static_cast<double>(one.weight) * static_cast<double>(one.weight);
    double product = 0;
    inStory(article.text.terms, story, [&](const WeightedTerm& left, const WeightedTerm& right) {
        product += static_cast<double>(left.weight) * static_cast<double>(right.weight);
    });
    parts[StoryEvidence::Centre] = square > 0 ? product / std::sqrt(square) : 0;
    parts[StoryEvidence::Lead] = parts[StoryEvidence::Nearest] + Surest / Scale;
    return evidence;
}

void addRivals(std::vector<StoryEvidence>& stories)
{
    double first = -Surest / Scale;
    double second = first;
    int near = 0;
    for (const StoryEvidence& story : stories) {
        const double nearest = story.parts[StoryEvidence::Nearest];
        near += nearest > Fair ? 1 : 0;
        if (nearest > first) {
            second = first;
            first = nearest;
        } else {
            second = std::max(second, nearest);
        }
    }
    for (StoryEvidence& story : stories) {
        const double nearest = story.parts[StoryEvidence::Nearest];
        story.parts[StoryEvidence::Lead] = nearest - (nearest == first ? second : first);
        story.parts[StoryEvidence::Rivals] = std::log(1.0 + near - (nearest > Fair ? 1 : 0));
    }
}

double belongs(const StoryEvidence& evidence, const StoryWeights& weights)
{
    if (evidence.copy)
        return 1;
    if (evidence.veto)
        return 0;
    return 1 / (1 + std::exp(-weights.story.sum(evidence.parts)));
}

} // namespace engine
