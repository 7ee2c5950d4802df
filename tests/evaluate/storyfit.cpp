// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyfit.h"

#include "labelledstories.h"
#include "shippedpack.h"
#include "storyscores.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

using engine::PairEvidence;

constexpr double Penalty = 0.5; // on the square of a weight
constexpr int Sweeps = 60;
constexpr int Tables = 120;
constexpr double Rate = 0.1; // of what a table's answer should add that is added
constexpr double Shrink = 10; // pairs' worth of doubt in an answer
constexpr std::size_t Bounds = 24; // tried for a part
constexpr std::array<double, 3> Start = {0.66, 0.5, 0.4}; // decisions from which better ones are sought

constexpr std::size_t Answers = std::size_t{1} << engine::EvidenceTable::Questions;

struct Pair {
    std::array<double, PairEvidence::Parts> parts{};
    bool same = false;
    std::size_t file = 0;
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
    case PairEvidence::OtherDeal:
    case PairEvidence::OtherHeads:
    case PairEvidence::OtherDeeds:
    case PairEvidence::FewWords:
    case PairEvidence::SeveralStories:
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
    const auto labelled = [&](std::size_t at) -> const LabelledStory& {
        return stories[static_cast<std::size_t>(features[at].article - 1)];
    };
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
                pairs.push_back({evidence.parts, labelled(places[before]).chain == chain, file});
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

// Logistic regression by coordinate descent; a weight stays on its side of zero. What is said of long texts
// is kept: few labelled articles are long. File `without` is left out.
engine::StoryWeights regression(const std::vector<Pair>& pairs, double longText, std::size_t without)
{
    engine::StoryWeights weights;
    weights.parts[PairEvidence::LongText] = longText;
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
                continue;
            double& weight = base ? weights.base : weights.parts[part];
            double slope = base ? 0 : Penalty * weight;
            double curve = base ? 1e-9 : Penalty;
            for (std::size_t at = 0; at < rows.size(); ++at) {
                const double value = base ? 1 : rows[at]->parts[part];
                if (value == 0)
                    continue;
                const double chance = 1 / (1 + std::exp(-sums[at]));
                slope += value * (chance - (rows[at]->same ? 1 : 0));
                curve += value * value * std::max(chance * (1 - chance), 1e-4);
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

// Adds tables, each the one that helps most after those before it.
void addTables(const std::vector<Pair>& pairs, engine::StoryWeights& weights, std::size_t without)
{
    std::vector<const Pair*> rows;
    std::vector<double> sums;
    for (const Pair& pair : pairs) {
        if (pair.file == without)
            continue;
        const double sum = engine::evidenceSum(pair.parts, weights);
        if (sum < engine::StoryWeights::Far)
            continue;
        rows.push_back(&pair);
        sums.push_back(sum);
    }
    // Bounds that cut each part's values into equal shares.
    std::vector<std::vector<double>> bounds(PairEvidence::Parts);
    std::vector<std::vector<std::uint8_t>> bins(PairEvidence::Parts, std::vector<std::uint8_t>(rows.size()));
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part) {
        std::vector<double> values;
        for (const Pair* row : rows)
            values.push_back(row->parts[part]);
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        const std::size_t step = std::max<std::size_t>(1, values.size() / Bounds);
        for (std::size_t at = step - 1; at + 1 < values.size(); at += step)
            bounds[part].push_back((values[at] + values[at + 1]) / 2);
        for (std::size_t at = 0; at < rows.size(); ++at)
            bins[part][at] = std::uint8_t(
                std::lower_bound(bounds[part].begin(), bounds[part].end(), rows[at]->parts[part])
                - bounds[part].begin());
    }
    std::vector<double> slope(rows.size());
    std::vector<double> curve(rows.size());
    std::vector<std::uint8_t> answers(rows.size());
    for (int round = 0; round < Tables; ++round) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const double chance = 1 / (1 + std::exp(-sums[at]));
            slope[at] = chance - (rows[at]->same ? 1 : 0);
            curve[at] = std::max(chance * (1 - chance), 1e-6);
            answers[at] = 0;
        }
        engine::EvidenceTable table;
        for (std::size_t question = 0; question < engine::EvidenceTable::Questions; ++question) {
            double bestGain = -1;
            const std::size_t groups = std::size_t{1} << question;
            for (std::size_t part = 0; part < PairEvidence::Parts; ++part) {
                const std::size_t cells = bounds[part].size() + 1;
                if (cells < 2)
                    continue;
                std::vector<double> g(groups * cells);
                std::vector<double> h(groups * cells);
                for (std::size_t at = 0; at < rows.size(); ++at) {
                    const std::size_t cell = answers[at] * cells + bins[part][at];
                    g[cell] += slope[at];
                    h[cell] += curve[at];
                }
                std::vector<double> gain(cells - 1);
                for (std::size_t one = 0; one < groups; ++one) {
                    double allG = 0;
                    double allH = 0;
                    for (std::size_t cell = 0; cell < cells; ++cell) {
                        allG += g[one * cells + cell];
                        allH += h[one * cells + cell];
                    }
                    double leftG = 0;
                    double leftH = 0;
                    for (std::size_t cell = 0; cell + 1 < cells; ++cell) {
                        leftG += g[one * cells + cell];
                        leftH += h[one * cells + cell];
                        gain[cell] += leftG * leftG / (leftH + Shrink)
                            + (allG - leftG) * (allG - leftG) / (allH - leftH + Shrink);
                    }
                }
                for (std::size_t cell = 0; cell + 1 < cells; ++cell) {
                    if (gain[cell] > bestGain) {
                        bestGain = gain[cell];
                        table.part[question] = part;
                        table.bound[question] = bounds[part][cell];
                    }
                }
            }
            for (std::size_t at = 0; at < rows.size(); ++at)
                answers[at] = std::uint8_t(answers[at]
                    | (rows[at]->parts[table.part[question]] > table.bound[question] ? 1U << question : 0U));
        }
        std::array<double, Answers> g{};
        std::array<double, Answers> h{};
        for (std::size_t at = 0; at < rows.size(); ++at) {
            g[answers[at]] += slope[at];
            h[answers[at]] += curve[at];
        }
        for (std::size_t one = 0; one < Answers; ++one)
            table.additions[one] = -Rate * g[one] / (h[one] + Shrink);
        for (std::size_t at = 0; at < rows.size(); ++at)
            sums[at] += table.additions[answers[at]];
        weights.tables.push_back(table);
    }
}

engine::StoryWeights fitted(const std::vector<Pair>& pairs, double longText, std::size_t without)
{
    engine::StoryWeights weights = regression(pairs, longText, without);
    addTables(pairs, weights, without);
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
void group(const std::shared_ptr<const engine::StoryLexicon>& lexicon,
    const std::vector<LabelledStory>& stories, const std::vector<engine::StoryFeatures>& features,
    std::size_t file, Grouping& into)
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

bool write(const engine::StoryWeights& weights)
{
    std::string lines
        = "# What each part of the evidence counts, in logits, and how sure decisions must be. Made by\n"
          "# leadline-evaluate stories --fit over the labelled lines of tests/data/stories that are not "
          "held\n"
          "# out; long_text alone was set by hand, from pairs of long articles.\n";
    char line[200];
    const auto add = [&](std::string_view name, double value) {
        std::snprintf(line, sizeof line, "%.*s\t%.3f\n", static_cast<int>(name.size()), name.data(), value);
        lines += line;
    };
    add("base", weights.base);
    add("join", weights.join);
    add("merge", weights.merge);
    add("best", weights.best);
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
        add(engine::partName(part), weights.parts[part]);
    std::string tables = "# Corrections to the sum of weights.tsv, made with it: three questions, each "
                         "whether a part is above\n"
                         "# a bound, and what is added for each of the eight answers, in logits (the first "
                         "question counts 1,\n"
                         "# the second 2, the third 4).\n";
    for (const engine::EvidenceTable& table : weights.tables) {
        for (std::size_t question = 0; question < engine::EvidenceTable::Questions; ++question) {
            const std::string_view name = engine::partName(table.part[question]);
            std::snprintf(line, sizeof line, "%.*s\t%.4f\t", static_cast<int>(name.size()), name.data(),
                table.bound[question]);
            tables += line;
        }
        for (std::size_t answer = 0; answer < Answers; ++answer) {
            std::snprintf(
                line, sizeof line, answer + 1 < Answers ? "%.3f\t" : "%.3f\n", table.additions[answer]);
            tables += line;
        }
    }
    const std::string folder = LEADLINE_RESOURCES "/engine/stories/";
    std::ofstream(folder + "weights.tsv") << lines;
    std::ofstream(folder + "tables.tsv") << tables;
    return true;
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

int fitStories(const std::vector<std::string>& files)
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
    const double longText = pack->stories->weights().parts[PairEvidence::LongText];
    std::vector<std::size_t> used;
    std::vector<engine::StoryWeights> folds;
    for (std::size_t file = 0; file < files.size(); ++file) {
        if (std::any_of(stories.begin(), stories.end(),
                [&](const LabelledStory& one) { return one.file == file && !one.held; })) {
            used.push_back(file);
            folds.push_back(fitted(pairs, longText, file));
        }
    }
    // How well each file is grouped by its fold's weights with these decisions.
    const auto crossed = [&](const Decisions& decisions, bool print) {
        Grouping all;
        double mean = 0;
        for (std::size_t at = 0; at < used.size(); ++at) {
            Grouping one;
            group(
                pack->stories->withWeights(decided(folds[at], decisions)), stories, features, used[at], one);
            mean += one.f1() / static_cast<double>(used.size());
            if (print)
                one.print(files[used[at]].substr(files[used[at]].rfind('/') + 1).c_str());
            all.add(one);
        }
        if (print)
            all.print("each file by the others' weights");
        return (all.f1() + mean) / 2;
    };
    Decisions best = Start;
    double reached = crossed(best, false);
    for (const double width : {0.08, 0.08, 0.04}) {
        for (std::size_t which = 0; which < best.size(); ++which) {
            const Decisions from = best;
            for (const double step : {-2 * width, -width, width, 2 * width}) {
                Decisions next = from;
                next[which] += step;
                if (next[which] <= 0 || next[which] >= 1)
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
    const engine::StoryWeights weights = decided(fitted(pairs, longText, files.size()), best);
    for (const std::size_t file : used) {
        group(pack->stories, stories, features, file, before);
        group(pack->stories->withWeights(weights), stories, features, file, after);
    }
    before.print("with the weights there are");
    after.print("with the weights made");
    std::printf("%zu pairs\n", pairs.size());
    return write(weights) ? 0 : 1;
}

} // namespace evaluate
