// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "similarity.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace engine {

namespace {

constexpr double PriorStories = 3000;
constexpr int ReprintBits = 3; // of 64
constexpr double NearDuplicate = 0.60; // Jaccard of five-word shingles
constexpr double SameHeadline = 0.70; // Jaccard of four-letter pieces
constexpr std::size_t ShortHeadline = 6; // words below which equal headlines recur by chance
constexpr double MarketDay = 15; // hours after which a market's news is of another session
constexpr double CopyHours = 72;

TermVector unit(std::vector<WeightedTerm> terms)
{
    TermVector vector;
    double square = 0;
    for (const WeightedTerm& one : terms)
        square += static_cast<double>(one.weight) * static_cast<double>(one.weight);
    vector.length = std::sqrt(square);
    if (vector.length > 0) {
        for (WeightedTerm& one : terms)
            one.weight = static_cast<float>(static_cast<double>(one.weight) / vector.length);
    }
    vector.terms = std::move(terms);
    return vector;
}

// Calls with the pairs that have a term in common.
template <class Call>
void meet(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b, const Call& call)
{
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->term == right->term) {
            call(*left, *right);
            ++left;
            ++right;
        } else if (left->term < right->term) {
            ++left;
        } else {
            ++right;
        }
    }
}

double cosine(const TermVector& a, const TermVector& b)
{
    double sum = 0;
    meet(a.terms, b.terms, [&](const WeightedTerm& left, const WeightedTerm& right) {
        sum += static_cast<double>(left.weight) * static_cast<double>(right.weight);
    });
    return sum;
}

// Share of a's weight that stands in b.
double told(const TermVector& a, const TermVector& b)
{
    double sum = 0;
    meet(a.terms, b.terms, [&](const WeightedTerm& left, const WeightedTerm&) {
        sum += static_cast<double>(left.weight) * static_cast<double>(left.weight);
    });
    return sum;
}

double massOf(const TermVector& a, const TermVector& b)
{
    double sum = 0;
    meet(a.terms, b.terms, [&](const WeightedTerm& left, const WeightedTerm& right) {
        sum += std::min(
            static_cast<double>(left.weight) * a.length, static_cast<double>(right.weight) * b.length);
    });
    return sum;
}

int common(const std::vector<Term>& a, const std::vector<Term>& b)
{
    int count = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (*left == *right) {
            ++count;
            ++left;
            ++right;
        } else if (*left < *right) {
            ++left;
        } else {
            ++right;
        }
    }
    return count;
}

bool apart(const std::vector<Term>& a, const std::vector<Term>& b)
{
    return !a.empty() && !b.empty() && common(a, b) == 0;
}

bool isCopy(const StoryFeatures& a, const StoryFeatures& b, double hours)
{
    if (hours > CopyHours)
        return false;
    if (a.simhash != 0 && b.simhash != 0) {
        const double ratio = static_cast<double>(std::min(a.bodyWords, b.bodyWords))
            / static_cast<double>(std::max(a.bodyWords, b.bodyWords));
        // One word in a short text may be the name or the month that makes it another story.
        const bool sameFigures = a.figures == b.figures;
        if (std::popcount(a.simhash ^ b.simhash) <= ReprintBits && ratio > 0.8 && sameFigures)
            return true;
        return jaccard(a.shingles, b.shingles) >= NearDuplicate && (sameFigures || ratio < 0.8);
    }
    return a.title.size() >= ShortHeadline && b.title.size() >= ShortHeadline && a.figures == b.figures
        && jaccard(a.grams, b.grams) >= SameHeadline;
}

} // namespace

void TermStatistics::remove(Term term)
{
    const auto found = m_stories.find(term);
    if (found != m_stories.end() && --found->second == 0)
        m_stories.erase(found);
}

double TermStatistics::rarity(Term term) const
{
    const auto found = m_stories.find(term);
    const double seen = found == m_stories.end() ? 0 : found->second;
    const double stories = m_lexicon.frequency(term) / 10000 * PriorStories + seen;
    return std::log(1 + (PriorStories + m_count) / (stories + 0.5));
}

WeighedArticle weigh(const TermStatistics& statistics, StoryFeatures features)
{
    WeighedArticle article;
    const auto weighed = [&](std::vector<WeightedTerm> terms) {
        for (WeightedTerm& one : terms)
            one.weight = static_cast<float>(static_cast<double>(one.weight) * statistics.rarity(one.term));
        return unit(std::move(terms));
    };
    article.title = weighed(features.title);
    article.text = weighed(features.text);
    article.entities = weighed(features.entities);
    std::vector<WeightedTerm> names;
    for (const Term name : features.names)
        names.push_back({name, 1});
    article.names = weighed(std::move(names));
    article.features = std::move(features);
    return article;
}

PairEvidence compare(const WeighedArticle& a, const WeighedArticle& b)
{
    const StoryFeatures& left = a.features;
    const StoryFeatures& right = b.features;
    PairEvidence evidence;
    auto& parts = evidence.parts;
    const double hours = static_cast<double>(std::abs(left.time - right.time)) / 3600;
    evidence.copy = isCopy(left, right, hours);
    parts[PairEvidence::Title] = cosine(a.title, b.title);
    parts[PairEvidence::Text] = cosine(a.text, b.text);
    const double ab = told(a.title, b.text);
    const double ba = told(b.title, a.text);
    parts[PairEvidence::Told] = std::max(ab, ba);
    parts[PairEvidence::ToldBoth] = std::min(ab, ba);
    parts[PairEvidence::Entities] = cosine(a.entities, b.entities);
    parts[PairEvidence::Names] = cosine(a.names, b.names);
    parts[PairEvidence::Mass] = massOf(a.title, b.title) / 10;
    const std::size_t events = std::min(left.events.size(), right.events.size());
    if (events > 0)
        parts[PairEvidence::Events] = common(left.events, right.events) / static_cast<double>(events);
    parts[PairEvidence::Figures] = std::min(3, common(left.figures, right.figures));
    parts[PairEvidence::Apart] = std::log(1 + hours / 6);
    const auto flag = [&](PairEvidence::Part part, bool set) { parts[part] = set ? 1 : 0; };
    const std::uint16_t kinds = left.kinds & right.kinds;
    const bool actors = apart(left.actors, right.actors);
    const bool places = apart(left.places, right.places);
    const bool figures = apart(left.figures, right.figures);
    const bool months = left.months != 0 && right.months != 0 && (left.months & right.months) == 0;
    const bool quarters = left.quarters != 0 && right.quarters != 0 && (left.quarters & right.quarters) == 0;
    const bool repeating = (kinds & (Results | Indicator | RateDecision)) != 0;
    flag(PairEvidence::OtherActors, actors);
    flag(PairEvidence::OtherPlaces, places);
    flag(PairEvidence::OtherGoods, apart(left.goods, right.goods));
    flag(PairEvidence::OtherNames, apart(left.names, right.names));
    flag(PairEvidence::OtherFigures, figures);
    flag(PairEvidence::OtherPeriod, quarters || (months && repeating));
    const bool market = (kinds & PriceMove) != 0;
    flag(PairEvidence::OtherDay, market && hours > MarketDay);
    flag(PairEvidence::OtherWay, left.direction * right.direction < 0);
    flag(PairEvidence::RoundUps, ((left.kinds | right.kinds) & RoundUp) != 0);
    flag(PairEvidence::Bare, left.bodyWords == 0 && right.bodyWords == 0);
    evidence.veto = !evidence.copy
        && ((actors && figures) || (repeating && (actors || places || quarters || (months && figures)))
            || (market && hours > MarketDay));
    return evidence;
}

double sameStory(const PairEvidence& evidence)
{
    if (evidence.copy)
        return 0.99;
    if (evidence.veto)
        return 0.01;
    // In the order of PairEvidence::Part.
    constexpr std::array<double, PairEvidence::Parts> Weights = {3.5, 3.5, 1.0, 1.0, 1.0, 1.0, 1.0, 0.3, 0.5,
        -0.6, -1.5, -1.0, -0.7, -1.0, -0.3, -1.5, -2.0, -0.7, -0.5, 0.5};
    double sum = -3.6;
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
        sum += Weights[part] * evidence.parts[part];
    return 1 / (1 + std::exp(-sum));
}

double likeness(const WeighedArticle& a, const WeighedArticle& b)
{
    const double hours = 0;
    if (isCopy(a.features, b.features, hours))
        return 1;
    return std::max(jaccard(a.features.shingles, b.features.shingles), cosine(a.text, b.text));
}

} // namespace engine
