// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topicscores.h"

#include "shippedpack.h"
#include "topicsets.h"

#include <base/strings.h>
#include <engine/analyser.h>
#include <engine/topics/topicmodel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

std::vector<base::TopicScore> topicsOf(const engine::Pack& pack, const TopicLine& line)
{
    engine::ArticleText article;
    article.title = line.title;
    article.body = line.body;
    return engine::analyse(pack, article).topics;
}

bool stands(const TopicLine& line, const base::TopicScore& topic)
{
    return std::find(line.topics.begin(), line.topics.end(), topic.name) != line.topics.end();
}

struct Outcomes {
    int right = 0;
    int wrong = 0;
    int missed = 0;

    double precision() const { return right > 0 ? double(right) / (right + wrong) : 0; }
    double recall() const { return right > 0 ? double(right) / (right + missed) : 0; }
    double f1() const { return right > 0 ? 2.0 * right / (2 * right + wrong + missed) : 0; }
};

// How far scores stand from how often they are right, over ten bins.
class Calibration final {
public:
    void add(double score, bool right)
    {
        Bin& bin = m_bins[std::min<std::size_t>(9, static_cast<std::size_t>(score * 10))];
        bin.scores += score;
        bin.right += right ? 1 : 0;
        ++bin.all;
    }
    double error() const
    {
        double sum = 0;
        int all = 0;
        for (const Bin& bin : m_bins) {
            sum += std::abs(bin.scores - bin.right);
            all += bin.all;
        }
        return all > 0 ? sum / all : 0;
    }

private:
    struct Bin {
        double scores = 0;
        int right = 0;
        int all = 0;
    };
    std::array<Bin, 10> m_bins;
};

void scoreLeads(const engine::Pack& pack, const std::vector<TopicLine>& lines, Part part, bool verbose)
{
    std::map<std::string, Outcomes> byTopic;
    Outcomes total;
    Calibration calibration;
    int texts = 0;
    int first = 0;
    for (const TopicLine& line : lines) {
        if (line.part != part)
            continue;
        ++texts;
        std::set<std::string> missed(line.topics.begin(), line.topics.end());
        const std::vector<base::TopicScore> found = topicsOf(pack, line);
        std::string faults;
        first += !found.empty() && stands(line, found.front()) ? 1 : 0;
        for (const base::TopicScore& topic : found) {
            const bool right = stands(line, topic);
            calibration.add(topic.score, right);
            missed.erase(topic.name);
            ++(right ? byTopic[topic.name].right : byTopic[topic.name].wrong);
            ++(right ? total.right : total.wrong);
            if (!right)
                faults += "  wrong " + topic.name + ' ' + base::fixed(topic.score, 2);
        }
        for (const std::string& topic : missed) {
            ++byTopic[topic].missed;
            ++total.missed;
            faults += "  missed " + topic;
        }
        if (verbose && part == Part::Build && !faults.empty())
            std::printf("  %s\n   %s\n", line.title.c_str(), faults.c_str());
    }
    if (texts == 0)
        return;
    double macro = 0;
    for (const auto& [name, outcomes] : byTopic) {
        macro += outcomes.f1() / static_cast<double>(pack.topics->topics().size());
        if (verbose && part == Part::Build)
            std::printf("  %-34s P %.2f R %.2f F1 %.2f\n", name.c_str(), outcomes.precision(),
                outcomes.recall(), outcomes.f1());
    }
    std::printf("leads, %-9s %5d  micro P %.3f R %.3f F1 %.3f  macro-F1 %.3f  first %.3f  ECE %.3f  topics "
                "per text %.2f\n",
        part == Part::Measure ? "measured" : "built on", texts, total.precision(), total.recall(), total.f1(),
        macro, double(first) / texts, calibration.error(), double(total.right + total.wrong) / texts);
}

struct Counts {
    int all = 0;
    int any = 0;
    int first = 0;
    int none = 0;
};

void print(const std::string& name, const Counts& counts)
{
    const double all = counts.all;
    std::printf("  %-38s %6d  any %.3f  first %.3f  none %.3f\n", name.c_str(), counts.all, counts.any / all,
        counts.first / all, counts.none / all);
}

void scorePosts(const engine::Pack& pack, const std::vector<TopicLine>& lines, Part part, bool verbose)
{
    std::map<std::string, Counts> byLabel;
    Counts total;
    double topics = 0;
    for (const TopicLine& line : lines) {
        if (line.part != part || line.topics.empty())
            continue;
        const std::vector<base::TopicScore> found = topicsOf(pack, line);
        const bool any = std::any_of(
            found.begin(), found.end(), [&](const base::TopicScore& topic) { return stands(line, topic); });
        if (verbose && part == Part::Build && !any)
            std::printf("  %s  %s: %s\n", line.label.c_str(),
                found.empty() ? "-" : found.front().name.c_str(), line.title.c_str());
        topics += static_cast<double>(found.size());
        for (Counts* counts : {&byLabel[line.label], &total}) {
            ++counts->all;
            counts->any += any ? 1 : 0;
            counts->first += !found.empty() && stands(line, found.front()) ? 1 : 0;
            counts->none += found.empty() ? 1 : 0;
        }
    }
    if (total.all == 0)
        return;
    std::printf("posts, %s, topics per text %.2f\n", part == Part::Measure ? "measured" : "built on",
        topics / total.all);
    double mean = 0;
    for (const auto& [label, counts] : byLabel) {
        print(label + ' ' + topicsOfLabel(label).front(), counts);
        mean += double(counts.any) / counts.all / static_cast<double>(byLabel.size());
    }
    print("all", total);
    std::printf("  mean over labels, any %.3f\n", mean);
}

} // namespace

int topics(const std::vector<std::string>& places, bool shipped, bool verbose)
{
    std::shared_ptr<const engine::Pack> pack = shippedPack();
    if (!pack)
        return 1;
    if (!shipped) {
        auto trained = std::make_shared<engine::Pack>(*pack);
        const auto model = engine::TopicModel::load(
            {{"models/topics.bin",
                engine::trainTopics(
                    *pack, topicTrainingTexts(*pack, LEADLINE_SHARED, LEADLINE_LEADS, false))}},
            trained->vocabulary);
        if (!model) {
            std::cerr << model.error().text() << '\n';
            return 1;
        }
        trained->topicModel = model.value();
        pack = std::move(trained);
    }
    for (const std::string& place : places) {
        const bool posts = place.ends_with(".csv");
        const std::vector<TopicLine> lines = posts ? readTopicPosts(place) : readTopicLeads(place);
        if (lines.empty()) {
            std::cerr << place << ": no labelled texts\n";
            return 1;
        }
        for (const Part part : {Part::Build, Part::Measure}) {
            if (posts)
                scorePosts(*pack, lines, part, verbose);
            else
                scoreLeads(*pack, lines, part, verbose);
        }
    }
    return 0;
}

} // namespace evaluate
