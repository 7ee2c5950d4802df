// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyfit.h"

#include "labelledstories.h"
#include "modelfit.h"
#include "shippedpack.h"
#include "storyscores.h"

#include <engine/stories/belonging.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <fstream>
#include <future>
#include <iostream>
#include <map>
#include <optional>
#include <set>

namespace evaluate {

namespace {

using engine::PairEvidence;
using engine::StoryEvidence;

constexpr int StoryTables = 60;
constexpr int Rounds = 2; // of stories made by the weights so far, whose faults the next weights see
constexpr double Halfway = 0.5; // chance from which those stories take an article
constexpr std::array<double, 7> Joins
    = {0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70}; // decisions that are tried
constexpr std::array<double, 4> Merges = {0.3, 0.4, 0.5, 0.6};
constexpr std::size_t Folds = 5; // of files, each grouped by weights made from the other folds
constexpr std::size_t Answers = std::size_t{1} << engine::EvidenceTable::Questions;

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
    case PairEvidence::OtherPrincipals:
    case PairEvidence::OtherEvents:
    case PairEvidence::OtherActs:
    case PairEvidence::OtherKind:
    case PairEvidence::OtherDays:
    case PairEvidence::OwnParties:
    case PairEvidence::SoleOther:
    case PairEvidence::SeveralStories:
        return -1;
    case PairEvidence::Bare:
    case PairEvidence::BothTexts:
    case PairEvidence::OtherFiguresLater:
    case PairEvidence::Commented:
    case PairEvidence::CommentHead:
        return 0;
    default:
        return 1;
    }
}

std::size_t foldOf(std::size_t file) { return file % Folds; }

// Each article with those before it of its file, as the clusterer would see them were all placed rightly.
std::vector<Example> pairsOf(const engine::StoryLexicon& lexicon, const std::vector<LabelledStory>& stories,
    const std::vector<engine::StoryFeatures>& features)
{
    std::vector<Example> pairs;
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
                pairs.push_back({{evidence.parts.begin(), evidence.parts.end()},
                    labelled(places[before]).chain == chain, foldOf(file)});
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

// What belonging says of each article and each story before it, by its file's fold: the stories as they
// should be, or, where `join` is a chance, as the fold's weights make them from that chance on.
std::vector<Example> belongingsOf(const engine::StoryLexicon& lexicon,
    const std::vector<LabelledStory>& stories, const std::vector<engine::StoryFeatures>& features,
    const std::set<std::size_t>& files, const std::map<std::size_t, engine::StoryWeights>& folds,
    std::optional<double> join)
{
    struct Chain {
        std::set<engine::Term> words;
        std::vector<const engine::WeighedArticle*> members;
        std::map<std::string, int> labels;
    };
    std::vector<Example> examples;
    for (const std::size_t file : files) {
        const engine::StoryWeights& weights = folds.at(foldOf(file));
        engine::TermStatistics statistics(lexicon);
        std::map<std::string, Chain> chains;
        std::deque<engine::WeighedArticle> seen;
        for (const engine::StoryFeatures& one : features) {
            const LabelledStory& story = stories[static_cast<std::size_t>(one.article - 1)];
            if (story.held || story.file != file)
                continue;
            statistics.setStories(chains.size());
            seen.push_back(engine::weigh(statistics, one));
            const engine::WeighedArticle& article = seen.back();
            std::vector<engine::StoryEvidence> evidence;
            std::vector<bool> same;
            std::vector<std::string> names;
            for (const auto& [name, chain] : chains) {
                if (article.features.time - chain.members.back()->features.time
                    > engine::StoryClusterer::Window)
                    continue;
                evidence.push_back(engine::belonging(article, chain.members, weights));
                const auto label = chain.labels.find(story.chain);
                same.push_back(label != chain.labels.end()
                    && label->second * 2 > static_cast<int>(chain.members.size()));
                names.push_back(name);
            }
            engine::addRivals(evidence);
            std::string place = join ? story.chain + '/' + std::to_string(one.article) : story.chain;
            double nearest = join.value_or(1);
            for (std::size_t at = 0; at < evidence.size(); ++at) {
                if (!evidence[at].copy && !evidence[at].veto)
                    examples.push_back(
                        {{evidence[at].parts.begin(), evidence[at].parts.end()}, same[at], foldOf(file)});
                const double chance = join ? engine::belongs(evidence[at], weights) : 0;
                if (chance >= nearest) {
                    nearest = chance;
                    place = names[at];
                }
            }
            Chain& own = chains[place];
            for (const engine::WeightedTerm& word : article.text.terms) {
                if (own.words.insert(word.term).second)
                    statistics.add(word.term);
            }
            own.members.push_back(&article);
            ++own.labels[story.chain];
            if (own.members.size() > engine::StoryClusterer::Compared)
                own.members.erase(own.members.begin() + engine::StoryClusterer::FirstCompared);
        }
    }
    return examples;
}

ModelShape pairShape(double longText)
{
    ModelShape shape;
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part) {
        shape.signs.push_back(signOf(part));
        shape.kept.push_back(part == PairEvidence::LongText);
        shape.start.push_back(part == PairEvidence::LongText ? longText : 0);
    }
    return shape;
}

ModelShape storyShape()
{
    ModelShape shape;
    for (std::size_t part = 0; part < StoryEvidence::Parts; ++part) {
        const bool against
            = part == StoryEvidence::Vetoed || part == StoryEvidence::Since || part == StoryEvidence::Rivals;
        const bool either = part == StoryEvidence::Members || part == StoryEvidence::NoHeads;
        shape.signs.push_back(against ? -1 : either ? 0 : 1);
    }
    shape.kept.resize(shape.signs.size());
    shape.start.resize(shape.signs.size());
    shape.tables = StoryTables;
    return shape;
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
    add("join", weights.join);
    add("merge", weights.merge);
    add("base", weights.pair.base);
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
        add(engine::partName(part), weights.pair.weights[part]);
    add("story_base", weights.story.base);
    for (std::size_t part = 0; part < StoryEvidence::Parts; ++part)
        add(engine::storyPartName(part), weights.story.weights[part]);
    std::string tables = "# Corrections to the sum of weights.tsv, made with it: three questions, each "
                         "whether a part is above\n"
                         "# a bound, and what is added for each of the eight answers, in logits (the first "
                         "question counts 1,\n"
                         "# the second 2, the third 4).\n";
    const auto addTable = [&](const engine::EvidenceTable& table, const auto& nameOf) {
        for (std::size_t question = 0; question < engine::EvidenceTable::Questions; ++question) {
            const std::string_view name = nameOf(table.part[question]);
            std::snprintf(line, sizeof line, "%.*s\t%.4f\t", static_cast<int>(name.size()), name.data(),
                table.bound[question]);
            tables += line;
        }
        for (std::size_t answer = 0; answer < Answers; ++answer) {
            std::snprintf(
                line, sizeof line, answer + 1 < Answers ? "%.3f\t" : "%.3f\n", table.additions[answer]);
            tables += line;
        }
    };
    for (const engine::EvidenceTable& table : weights.pair.tables)
        addTable(table, engine::partName);
    for (const engine::EvidenceTable& table : weights.story.tables)
        addTable(table, engine::storyPartName);
    const std::string folder = LEADLINE_RESOURCES "/engine/stories/";
    std::ofstream(folder + "weights.tsv") << lines;
    std::ofstream(folder + "tables.tsv") << tables;
    return true;
}

using Decisions = std::array<double, 2>; // join, merge

engine::StoryWeights decided(engine::StoryWeights weights, const Decisions& decisions)
{
    weights.join = decisions[0];
    weights.merge = decisions[1];
    return weights;
}

// A model for each fold, made without it, and one made with all (at `Folds`). The fits run beside each other.
std::map<std::size_t, engine::EvidenceModel> foldsOf(
    const std::vector<Example>& examples, const ModelShape& shape)
{
    std::map<std::size_t, std::future<engine::EvidenceModel>> started;
    const auto start = [&](std::size_t fold) {
        started[fold] = std::async(
            std::launch::async, [&examples, &shape, fold] { return fittedModel(examples, shape, fold); });
    };
    for (std::size_t fold = 0; fold <= Folds; ++fold)
        start(fold);
    std::map<std::size_t, engine::EvidenceModel> models;
    for (auto& [file, model] : started)
        models[file] = model.get();
    return models;
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
    const std::vector<Example> pairs = pairsOf(*pack->stories, stories, features);
    const ModelShape shape = pairShape(pack->stories->weights().pair.weights[PairEvidence::LongText]);
    std::set<std::size_t> used;
    for (const LabelledStory& one : stories) {
        if (!one.held)
            used.insert(one.file);
    }
    std::map<std::size_t, engine::StoryWeights> folds;
    double pairLoss = 0;
    for (const auto& [fold, model] : foldsOf(pairs, shape)) {
        folds[fold].pair = model;
        if (fold != Folds)
            pairLoss += lossOf(pairs, model, fold) / Folds;
    }
    engine::StoryWeights weights = folds[Folds];
    folds.erase(Folds);
    std::vector<Example> belongings
        = belongingsOf(*pack->stories, stories, features, used, folds, std::nullopt);
    double storyLoss = 0;
    for (int round = 0; round <= Rounds; ++round) {
        storyLoss = 0;
        for (const auto& [fold, model] : foldsOf(belongings, storyShape())) {
            (fold == Folds ? weights : folds[fold]).story = model;
            if (fold != Folds)
                storyLoss += lossOf(belongings, model, fold) / Folds;
        }
        if (round == Rounds)
            break;
        const std::vector<Example> made
            = belongingsOf(*pack->stories, stories, features, used, folds, Halfway);
        belongings.insert(belongings.end(), made.begin(), made.end());
    }
    // How well each file is grouped by its fold's weights with these decisions.
    const auto crossed = [&](const Decisions& decisions, bool print) {
        Grouping all;
        double mean = 0;
        for (const std::size_t file : used) {
            Grouping one;
            group(pack->stories->withWeights(decided(folds[foldOf(file)], decisions)), stories, features,
                file, one);
            mean += one.f1() / static_cast<double>(used.size());
            if (print)
                one.print(files[file].substr(files[file].rfind('/') + 1).c_str());
            all.add(one);
        }
        if (print) {
            all.print("each file by the others' weights");
            std::printf("%-34s pairs F1 %.3f\n", "mean of the files", mean);
        }
        return (all.f1() + mean) / 2;
    };
    // One figure comes and goes with a pair of articles: a decision is as good as it and its neighbours.
    Decisions best{};
    double reached = -1;
    for (const double merge : Merges) {
        std::vector<double> scores;
        for (const double join : Joins)
            scores.push_back(crossed({join, merge}, false));
        for (std::size_t at = 1; at + 1 < scores.size(); ++at) {
            const double score = (scores[at - 1] + scores[at] + scores[at + 1]) / 3;
            if (score > reached) {
                reached = score;
                best = {Joins[at], merge};
            }
        }
    }
    crossed(best, true);
    Grouping before;
    Grouping after;
    weights = decided(weights, best);
    for (const std::size_t file : used) {
        group(pack->stories, stories, features, file, before);
        group(pack->stories->withWeights(weights), stories, features, file, after);
    }
    before.print("with the weights there are");
    after.print("with the weights made");
    std::printf("%zu pairs, loss by the others' weights %.4f; %zu of article and story, %.4f\n", pairs.size(),
        pairLoss, belongings.size(), storyLoss);
    return write(weights) ? 0 : 1;
}

} // namespace evaluate
