// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyfit.h"

#include "labelledstories.h"
#include "shippedpack.h"
#include "storyscores.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

using engine::PairEvidence;

const double Penalty = getenv("PEN") ? atof(getenv("PEN")) : 2.0; // on the square of a weight's distance from its start
constexpr int Sweeps = 60;
const std::size_t Nearest = getenv("NEAR") ? std::size_t(atoi(getenv("NEAR"))) : 5;
const double NearWeight = getenv("NW") ? atof(getenv("NW")) : 1;
const double FarWeight = getenv("FW") ? atof(getenv("FW")) : 1;
const int Rounds = getenv("ROUNDS") ? atoi(getenv("ROUNDS")) : 1;

struct Pair {
    std::array<double, PairEvidence::Parts> parts{};
    bool same = false;
    std::size_t file = 0;
    std::size_t article = 0; // the later one
    double weight = 1;
};

// The sign a part's weight must have, whatever few articles say: 1, −1, or 0 for either.
int signOf(std::size_t part)
{
    switch (part) {
    case PairEvidence::Apart:
    case PairEvidence::Late:
    case PairEvidence::OtherActors:
    case PairEvidence::OtherPlaces:
    case PairEvidence::OtherGoods:
    case PairEvidence::OtherNames:
    case PairEvidence::OtherFigures:
    case PairEvidence::OtherSubject:
    case PairEvidence::OtherPeriod:
    case PairEvidence::OtherDay:
    case PairEvidence::OtherWay:
    case PairEvidence::OtherTopics:
    case PairEvidence::OtherFields:
    case PairEvidence::MarketBeside:
    case PairEvidence::MarketAfter:
    case PairEvidence::OtherResults:
    case PairEvidence::FewWords:
    case PairEvidence::ManyNames:
        return -1;
    case PairEvidence::Bare:
        return 0;
    default:
        return 1;
    }
}

// Each article with those before it of its file, as the clusterer would see them were all placed rightly.
std::vector<Pair> pairsOf(const engine::StoryLexicon& lexicon, const std::vector<LabelledStory>& stories,
    const std::vector<engine::StoryFeatures>& features)
{
    std::vector<Pair> pairs;
    std::map<std::size_t, std::vector<std::size_t>> byFile; // places in features
    const auto labelled
        = [&](std::size_t at) -> const LabelledStory& { return stories[static_cast<std::size_t>(features[at].article - 1)]; };
    for (std::size_t at = 0; at < features.size(); ++at) {
        if (!labelled(at).held)
            byFile[labelled(at).file].push_back(at);
    }
    for (const auto& [file, places] : byFile) {
        engine::TermStatistics statistics(lexicon);
        std::map<std::string, std::set<engine::Term>> chains; // and their words
        std::vector<engine::WeighedArticle> seen;
        for (std::size_t at = 0; at < places.size(); ++at) {
            const std::string& chain = labelled(places[at]).chain;
            statistics.setStories(chains.size());
            engine::WeighedArticle article = engine::weigh(statistics, features[places[at]]);
            for (std::size_t before = 0; before < at; ++before) {
                if (article.features.time - seen[before].features.time > engine::StoryClusterer::Window)
                    continue;
                const PairEvidence evidence = engine::compare(article, seen[before]);
                if (evidence.veto || evidence.copy)
                    continue;
                pairs.push_back({evidence.parts, labelled(places[before]).chain == chain, file, places[at], 1});
            }
            std::set<engine::Term>& words = chains[chain];
            for (const engine::WeightedTerm& one : article.text.terms) {
                if (words.insert(one.term).second)
                    statistics.add(one.term);
            }
            seen.push_back(std::move(article));
        }
    }
    return pairs;
}

// An article is known by the members of its story it is nearest to: pairs with others count for little.
void reweigh(std::vector<Pair>& pairs, const engine::StoryWeights& weights)
{
    std::map<std::size_t, std::vector<std::pair<double, Pair*>>> byArticle;
    for (Pair& pair : pairs) {
        if (!pair.same)
            continue;
        double sum = weights.base;
        for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
            sum += weights.parts[part] * pair.parts[part];
        byArticle[pair.article].emplace_back(sum, &pair);
    }
    for (auto& [article, list] : byArticle) {
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        const std::size_t near = std::min<std::size_t>(Nearest, (list.size() + 1) / 2);
        for (std::size_t at = 0; at < list.size(); ++at)
            list[at].second->weight = at < near ? NearWeight : FarWeight;
    }
}

// Logistic regression by coordinate descent; a weight stays on its side of zero, and near its start where
// the pairs say little. File `without` is left out.
engine::StoryWeights fittedOnce(
    const std::vector<Pair>& pairs, engine::StoryWeights weights, std::size_t without)
{
    const engine::StoryWeights start = weights;
    std::vector<double> sums;
    std::vector<const Pair*> rows;
    for (const Pair& pair : pairs) {
        if (pair.file != without)
            rows.push_back(&pair);
    }
    for (const Pair* row : rows) {
        double sum = weights.base;
        for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
            sum += weights.parts[part] * row->parts[part];
        sums.push_back(sum);
    }
    for (int sweep = 0; sweep < Sweeps; ++sweep) {
        for (std::size_t part = 0; part <= PairEvidence::Parts; ++part) {
            const bool base = part == PairEvidence::Parts;
            if (part == PairEvidence::LongText)
                continue; // few labelled articles are long
            double& weight = base ? weights.base : weights.parts[part];
            double slope = base ? 0 : Penalty * (weight - start.parts[part]);
            double curve = base ? 1e-9 : Penalty;
            for (std::size_t at = 0; at < rows.size(); ++at) {
                const double value = base ? 1 : rows[at]->parts[part];
                if (value == 0)
                    continue;
                const double chance = 1 / (1 + std::exp(-sums[at]));
                slope += rows[at]->weight * value * (chance - (rows[at]->same ? 1 : 0));
                curve += rows[at]->weight * value * value * std::max(chance * (1 - chance), 1e-4);
            }
            double next = weight - slope / curve;
            if (!base && signOf(part) != 0)
                next = signOf(part) > 0 ? std::max(0.0, next) : std::min(0.0, next);
            const double step = std::clamp(next - weight, -1.0, 1.0);
            for (std::size_t at = 0; at < rows.size(); ++at)
                sums[at] += step * (base ? 1 : rows[at]->parts[part]);
            weight += step;
        }
    }
    return weights;
}

engine::StoryWeights fitted(std::vector<Pair> pairs, const engine::StoryWeights& start, std::size_t without)
{
    engine::StoryWeights weights = start;
    for (int round = 0; round < Rounds; ++round) {
        reweigh(pairs, weights);
        weights = fittedOnce(pairs, start, without);
    }
    return weights;
}

// Labels and groups of articles, gathered over files.
struct Grouping {
    std::vector<std::string> labels;
    std::vector<std::int64_t> groups;

    void add(const std::string& label, std::int64_t group)
    {
        labels.push_back(label);
        groups.push_back(group);
    }
    void add(const Grouping& other)
    {
        labels.insert(labels.end(), other.labels.begin(), other.labels.end());
        groups.insert(groups.end(), other.groups.begin(), other.groups.end());
    }
    double f1() const { return pairScores(labels, groups).f1(); }
    void print(const char* name) const
    {
        const Scores pair = pairScores(labels, groups);
        const Scores cubed = bCubed(labels, groups);
        std::printf("%-34s %4zu  pairs P %.3f R %.3f F1 %.3f   B3 F1 %.3f\n", name, labels.size(),
            pair.precision, pair.recall, pair.f1(), cubed.f1());
    }
};

// One file's articles grouped; story ids of files do not meet.
void group(const std::shared_ptr<const engine::StoryLexicon>& lexicon, const std::vector<LabelledStory>& stories,
    const std::vector<engine::StoryFeatures>& features, std::size_t file, Grouping& into)
{
    std::vector<engine::StoryFeatures> own;
    for (const engine::StoryFeatures& one : features) {
        const LabelledStory& story = stories[static_cast<std::size_t>(one.article - 1)];
        if (story.file == file && !story.held)
            own.push_back(one);
    }
    const std::vector<std::int64_t> groups = grouped(lexicon, own, stories.size());
    for (const engine::StoryFeatures& one : own) {
        const auto at = static_cast<std::size_t>(one.article - 1);
        into.add(std::to_string(file) + '/' + stories[at].chain,
            groups[at] + static_cast<std::int64_t>(file) * 1'000'000);
    }
}

using Decisions = std::array<double, 3>; // join, merge, best

engine::StoryWeights decided(engine::StoryWeights weights, const Decisions& decisions)
{
    weights.join = decisions[0];
    weights.merge = decisions[1];
    weights.best = decisions[2];
    return weights;
}

} // namespace

int fitStories(const std::vector<std::string>& files, bool verbose)
{
    const std::shared_ptr<const engine::Pack> pack = shippedPack();
    if (!pack)
        return 1;
    const std::vector<LabelledStory> stories = readStories(files);
    if (stories.empty()) {
        std::cerr << "no labelled articles\n";
        return 1;
    }
    const std::vector<engine::StoryFeatures> features = featuresOf(*pack, stories);
    const std::vector<Pair> pairs = pairsOf(*pack->stories, stories, features);
    const engine::StoryWeights& shipped = pack->stories->weights();
    std::vector<std::size_t> used;
    std::vector<engine::StoryWeights> folds;
    for (std::size_t file = 0; file < files.size(); ++file) {
        if (std::any_of(stories.begin(), stories.end(),
                [&](const LabelledStory& one) { return one.file == file && !one.held; })) {
            used.push_back(file);
            folds.push_back(fitted(pairs, shipped, file));
        }
    }
    // How well each file is grouped by its fold's weights with these decisions.
    const auto crossed = [&](const Decisions& decisions, bool print) {
        Grouping all;
        double mean = 0;
        for (std::size_t at = 0; at < used.size(); ++at) {
            Grouping one;
            group(pack->stories->withWeights(decided(folds[at], decisions)), stories, features, used[at], one);
            mean += one.f1() / static_cast<double>(used.size());
            if (print)
                one.print(files[used[at]].substr(files[used[at]].rfind('/') + 1).c_str());
            all.add(one);
        }
        if (print)
            all.print("each file by the others' weights");
        return (all.f1() + mean) / 2;
    };
    Decisions best{shipped.join, shipped.merge, shipped.best};
    double reached = crossed(best, false);
    for (int round = 0; round < 2; ++round) {
        for (std::size_t which = 0; which < best.size(); ++which) {
            const Decisions from = best;
            for (int step = -6; step <= 6; ++step) {
                Decisions next = from;
                next[which] += 0.03 * step;
                if (step == 0 || next[which] <= 0 || next[which] >= 1)
                    continue;
                const double score = crossed(next, false);
                if (score > reached) {
                    reached = score;
                    best = next;
                }
            }
        }
    }
    crossed(best, true);
    Grouping before;
    Grouping after;
    const engine::StoryWeights weights = decided(fitted(pairs, shipped, files.size()), best);
    for (const std::size_t file : used) {
        group(pack->stories, stories, features, file, before);
        group(pack->stories->withWeights(weights), stories, features, file, after);
    }
    before.print("with the weights there are");
    after.print("with the weights made");
    std::printf("%zu pairs\n", pairs.size());
    if (!verbose)
        return 0;
    std::printf("base\t%.3f\njoin\t%g\nmerge\t%g\nbest\t%g\n", weights.base, weights.join, weights.merge,
        weights.best);
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
        std::printf("%s\t%.3f\n", std::string(engine::partName(part)).c_str(), weights.parts[part]);
    return 0;
}

} // namespace evaluate
