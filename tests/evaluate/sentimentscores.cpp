// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sentimentscores.h"

#include "labelledsets.h"

#include <base/files.h>
#include <base/strings.h>
#include <engine/analyser.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/features.h>
#include <engine/sentiment/sentiment.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

namespace evaluate {

namespace {

using Scorer = std::function<engine::TextSentiment(const engine::LabelledText&)>;

int classOf(const engine::TextSentiment& found)
{
    return found.label == "negative" ? 0 : found.label == "positive" ? 2 : 1;
}

class Table final {
public:
    void add(const engine::TextSentiment& found, int label)
    {
        const int own = classOf(found);
        ++m_counts[static_cast<std::size_t>(label)][static_cast<std::size_t>(own)];
        const double confidence = std::max({found.negative, found.neutral, found.positive});
        const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(confidence * 10));
        m_confidence[bin] += confidence;
        m_right[bin] += own == label ? 1 : 0;
        ++m_all;
    }

    double accuracy() const
    {
        return m_all > 0 ? (m_counts[0][0] + m_counts[1][1] + m_counts[2][2]) / m_all : 0;
    }

    double macroF1() const
    {
        double sum = 0;
        for (std::size_t label = 0; label < 3; ++label) {
            double made = 0;
            double wanted = 0;
            for (std::size_t other = 0; other < 3; ++other) {
                made += m_counts[other][label];
                wanted += m_counts[label][other];
            }
            sum += made + wanted > 0 ? 2 * m_counts[label][label] / (made + wanted) : 0;
        }
        return sum / 3;
    }

    // Expected calibration error over ten bins of confidence.
    double calibrationError() const
    {
        double sum = 0;
        for (std::size_t bin = 0; bin < 10; ++bin)
            sum += std::abs(m_confidence[bin] - m_right[bin]);
        return m_all > 0 ? sum / m_all : 0;
    }

private:
    std::array<std::array<double, 3>, 3> m_counts{};
    std::array<double, 10> m_confidence{};
    std::array<double, 10> m_right{};
    double m_all = 0;
};

// Word valences of AFINN's list for market news, the plain baseline.
class WordList final {
public:
    explicit WordList(const std::string& file)
    {
        const base::Result<std::string> bytes = base::readFile(file);
        if (!bytes)
            return;
        for (const std::string_view line : base::split(*bytes, ',')) {
            const std::size_t colon = line.rfind(':');
            const std::size_t open = line.find('"');
            const std::size_t close = line.rfind('"', colon);
            if (colon == std::string_view::npos || open == close)
                continue;
            m_words.emplace(base::lowerAscii(line.substr(open + 1, close - open - 1)),
                base::trimmed(line.substr(colon + 1)).starts_with('-') ? -1 : 1);
        }
    }

    engine::TextSentiment score(const std::string& text) const
    {
        std::string lower = base::lowerAscii(text);
        for (char& c : lower)
            c = (c >= 'a' && c <= 'z') || c == '-' ? c : ' ';
        int sum = 0;
        for (const std::string_view word : base::split(lower, ' ')) {
            const auto found = m_words.find(std::string(word));
            sum += found == m_words.end() ? 0 : found->second;
        }
        return engine::scoreComposition(sum, sum == 0 ? 0 : 1);
    }

private:
    std::unordered_map<std::string, int> m_words;
};

struct Line {
    std::string name;
    std::vector<LabelledLine> texts;
};

std::vector<LabelledLine> only(std::vector<LabelledLine> lines, Part part)
{
    std::erase_if(lines, [&](const LabelledLine& line) { return line.part != part; });
    return lines;
}

void print(const Line& line, const std::array<Scorer, 3>& scorers)
{
    if (line.texts.empty())
        return;
    std::printf("| %-28s | %5zu |", line.name.c_str(), line.texts.size());
    for (std::size_t which = 0; which < scorers.size(); ++which) {
        Table table;
        for (const LabelledLine& one : line.texts)
            table.add(scorers[which](one.text), one.text.label);
        std::printf(" %.3f / %.3f |", table.accuracy(), table.macroF1());
        if (which == 0)
            std::printf(" %.3f |", table.calibrationError());
    }
    std::printf("\n");
}

// A pair is right when both its texts are.
double rightPairs(const std::vector<LabelledLine>& texts, const Scorer& scorer)
{
    double right = 0;
    for (std::size_t at = 0; at + 1 < texts.size(); at += 2) {
        const bool first = classOf(scorer(texts[at].text)) == texts[at].text.label;
        const bool second = classOf(scorer(texts[at + 1].text)) == texts[at + 1].text.label;
        right += first && second ? 1 : 0;
    }
    return right;
}

void printPairs(
    const std::string& name, const std::vector<LabelledLine>& texts, const std::array<Scorer, 3>& scorers)
{
    if (texts.empty())
        return;
    std::printf("| %-28s | %5zu |", name.c_str(), texts.size() / 2);
    for (std::size_t which = 0; which < scorers.size(); ++which) {
        std::printf(
            " %.3f         |", 2 * rightPairs(texts, scorers[which]) / static_cast<double>(texts.size()));
        if (which == 0)
            std::printf("       |");
    }
    std::printf("\n");
}

void listFaults(const std::vector<LabelledLine>& texts, const Scorer& scorer)
{
    constexpr const char* Names[] = {"negative", "neutral", "positive"};
    for (const LabelledLine& line : texts) {
        const engine::TextSentiment found = scorer(line.text);
        if (classOf(found) != line.text.label)
            std::printf("%-8s found %-8s %+.2f  %s%s%s\n", Names[line.text.label], found.label.c_str(),
                found.score, line.text.text.c_str(), line.text.target.empty() ? "" : " @ ",
                line.text.target.c_str());
    }
}

// Own labels and pairs of the build part, each scored by weights made without its fourth of them.
void crossed(base::ResourceFiles files, const std::vector<LabelledLine>& labels,
    const std::vector<LabelledLine>& pairs, const std::vector<engine::LabelledText>& texts, bool verbose)
{
    constexpr std::uint64_t Folds = 4;
    const auto foldOf = [](std::uint64_t group) { return group / 13 % Folds; };
    const auto plain = engine::loadPack(files);
    std::map<std::string, Table> tables;
    double right = 0;
    for (std::uint64_t fold = 0; fold < Folds; ++fold) {
        std::vector<engine::LabelledText> kept = texts;
        std::erase_if(kept,
            [&](const engine::LabelledText& text) { return text.group != 0 && foldOf(text.group) == fold; });
        files["models/sentiment.bin"] = engine::trainSentiment(**plain, kept);
        const auto pack = engine::loadPack(files);
        const Scorer scorer = [&](const engine::LabelledText& text) {
            return engine::scoreText(**pack, text.text, text.target);
        };
        const auto left = [&](std::vector<LabelledLine> lines) {
            std::erase_if(lines, [&](const LabelledLine& line) { return foldOf(line.text.group) != fold; });
            return lines;
        };
        for (const LabelledLine& line : left(labels)) {
            tables["all"].add(scorer(line.text), line.text.label);
            tables[line.file].add(scorer(line.text), line.text.label);
        }
        const std::vector<LabelledLine> leftPairs = left(pairs);
        right += rightPairs(leftPairs, scorer);
        if (verbose) {
            listFaults(left(labels), scorer);
            listFaults(leftPairs, scorer);
        }
    }
    std::printf("Built on, but each left out in its turn: minimal pairs %.3f",
        2 * right / static_cast<double>(pairs.size()));
    for (const auto& [name, table] : tables)
        std::printf("; %s %.3f / %.3f, ECE %.3f", name.c_str(), table.accuracy(), table.macroF1(),
            table.calibrationError());
    std::printf("\n");
}

std::vector<LabelledLine> ofFile(std::vector<LabelledLine> lines, const std::string& file)
{
    std::erase_if(lines, [&](const LabelledLine& line) { return line.file != file; });
    return lines;
}

std::set<std::string> filesOf(const std::vector<LabelledLine>& lines)
{
    std::set<std::string> files;
    for (const LabelledLine& line : lines)
        files.insert(line.file);
    return files;
}

// Milliseconds since some instant.
double milliseconds()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

std::string peakMemory()
{
    std::ifstream stream("/proc/self/status");
    std::string line;
    while (std::getline(stream, line)) {
        if (line.starts_with("VmHWM:"))
            return std::string(base::trimmed(line.substr(6)));
    }
    return "unknown";
}

// Loading, texts scored in a second and memory, before anything else is done in this process.
void printSpeed(const base::ResourceFiles& files, const std::vector<LabelledLine>& texts)
{
    const double before = milliseconds();
    const auto pack = engine::loadPack(files);
    const double loaded = milliseconds();
    const std::clock_t start = std::clock(); // processor time: others may be at work on this machine
    if (!pack || texts.empty())
        return;
    double checked = 0;
    std::size_t count = 0;
    for (int round = 0; round < 5; ++round) {
        for (const LabelledLine& line : texts) {
            checked += engine::scoreText(**pack, line.text.text).score;
            ++count;
        }
    }
    const double took = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("load %.0f ms, %.0f texts/s on one core, peak memory %s (sum of scores %.1f)\n",
        loaded - before, 1000.0 * static_cast<double>(count) / took, peakMemory().c_str(), checked);
}

} // namespace

int sentiment(bool shipped, bool folds, bool verbose)
{
    const std::string resources = LEADLINE_RESOURCES;
    const std::string shared = LEADLINE_SHARED;
    base::Result<base::ResourceFiles> files = base::readFolder(resources + "/engine");
    if (!files) {
        std::cerr << files.error().text() << '\n';
        return 1;
    }
    const std::vector<LabelledLine> posts
        = readPosts(shared + "/data/twitter_fin_sentiment/sent_train_clean.csv");
    const std::vector<LabelledLine> labels = readLabels(resources + "/engine/labels");
    if (shipped)
        printSpeed(*files, posts.empty() ? labels : posts);
    else // what is to be made need not fit the rules as they stand now
        (*files)["models/sentiment.bin"] = engine::SentimentClassifier::blank();
    auto pack = engine::loadPack(*files);
    const std::vector<engine::LabelledText> texts = trainingTexts(shared, resources, false);
    if (pack && !shipped) {
        (*files)["models/sentiment.bin"] = engine::trainSentiment(**pack, texts);
        pack = engine::loadPack(*files);
    }
    if (!pack) {
        std::cerr << pack.error().text() << '\n';
        return 1;
    }
    const WordList words(shared + "/data/lexicons/afinn-165-financialmarketnews-3.0.0.json");
    const auto features = std::make_unique<engine::SentimentFeatures>();
    const std::array<Scorer, 3> scorers{
        [&](const engine::LabelledText& text) { return engine::scoreText(**pack, text.text, text.target); },
        [&](const engine::LabelledText& text) {
            const engine::Composition found
                = engine::readTextFeatures(**pack, text.text, text.target, *features);
            return engine::scoreComposition(found.value, found.parts());
        },
        [&](const engine::LabelledText& text) { return words.score(text.text); }};
    const std::vector<LabelledLine> headlines
        = only(readHeadlines(shared + "/data/sentfin/sentfin_train80.csv"), Part::Measure);
    std::vector<LabelledLine> conflicting = headlines;
    std::erase_if(conflicting, [](const LabelledLine& line) { return !line.conflicting; });
    const std::vector<LabelledLine> pairs = readPairs(LEADLINE_PAIRS);
    if (headlines.empty())
        std::printf("left out: the labelled sets are not at %s/data\n", shared.c_str());
    if (verbose)
        listFaults(only(pairs, Part::Build), scorers[0]);
    if (folds)
        crossed(*files, only(labels, Part::Build), only(pairs, Part::Build), texts, verbose);
    std::printf("| %-28s | %5s | %-13s | %-5s | %-13s | %-13s |\n|---|---|---|---|---|---|\n",
        "set (accuracy / macro-F1)", "texts", "engine", "ECE", "rules alone", "word list");
    print({"headlines, per entity", headlines}, scorers);
    print({"headlines in conflict", conflicting}, scorers);
    print({"posts", only(posts, Part::Measure)}, scorers);
    print({"own labels, built on", only(labels, Part::Build)}, scorers);
    print({"own labels, measured", only(labels, Part::Measure)}, scorers);
    for (const std::string& file : filesOf(only(labels, Part::Measure)))
        print({"of them " + file, ofFile(labels, file)}, scorers);
    printPairs("minimal pairs, built on", only(pairs, Part::Build), scorers);
    printPairs("minimal pairs, measured", only(pairs, Part::Measure), scorers);
    for (const std::string& file : filesOf(only(pairs, Part::Measure)))
        printPairs("of them " + file, ofFile(pairs, file), scorers);
    return 0;
}

} // namespace evaluate
