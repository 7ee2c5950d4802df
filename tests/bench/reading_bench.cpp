// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// The engine on one thread over a file of articles ({"title", "body"} a line): bench-reading FILE.ndjson
// Prints what loading takes in time and memory, and how fast articles are read, read and reasoned about, and
// single sentences scored, by the time of the processor; and sentences on all processors at once, as the
// command does it, by the clock. Medians of five passes.

#include <base/files.h>
#include <base/parallel.h>
#include <engine/analyser.h>
#include <engine/reading.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace {

constexpr int Passes = 5;

struct Article {
    std::string title;
    std::string body;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double secondsOf(
    const std::function<void()>& run, const std::function<void()>& before = [] {})
{
    std::vector<double> times;
    for (int pass = 0; pass < Passes; ++pass) {
        before();
        const std::clock_t start = std::clock();
        run();
        times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return median(times);
}

double memoryMb()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    double kib = 0;
    while (status >> word) {
        if (word == "VmRSS:")
            status >> kib;
    }
    return kib / 1024;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "bench-reading FILE.ndjson\n");
        return 1;
    }
    auto files = base::readFolder(LEADLINE_RESOURCES "/engine");
    auto parsed = base::readFolder(LEADLINE_PARSED); // as the program has them
    if (!files || !parsed) {
        std::fprintf(stderr, "%s\n", (files ? parsed : files).error().text().c_str());
        return 2;
    }
    files->merge(*parsed);
    const double before = memoryMb();
    std::shared_ptr<const engine::Pack> pack;
    const auto load = [&] { pack = engine::loadPack(*files).value(); };
    load();
    const double loaded = memoryMb() - before;
    std::printf("load %.0f ms, %.0f MB\n", 1000 * secondsOf(load, [&] { pack.reset(); }),
        loaded); // to give one back is no part of it

    std::vector<Article> articles;
    std::vector<std::string> sentences;
    double bytes = 0;
    std::ifstream stream(argv[1]);
    std::string line;
    while (std::getline(stream, line)) {
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object())
            continue;
        articles.push_back({json.value("title", std::string()), json.value("body", std::string())});
        bytes += static_cast<double>(articles.back().title.size() + articles.back().body.size());
    }
    if (articles.empty()) {
        std::fprintf(stderr, "%s: no articles\n", argv[1]);
        return 2;
    }
    const auto report = [&](const char* name, double seconds) {
        std::printf("%-22s %8.0f articles/s %7.2f MB/s\n", name, static_cast<double>(articles.size()) / seconds,
            bytes / 1e6 / seconds);
    };
    std::size_t kept = 0; // what was found is used, so that no compiler leaves it out
    report("reading", secondsOf([&] {
        for (const Article& article : articles) {
            engine::ArticleText text;
            text.title = article.title;
            text.body = article.body;
            kept += engine::readText(*pack, text).events.size();
        }
    }));
    report("the whole analysis", secondsOf([&] {
        for (const Article& article : articles) {
            engine::ArticleText text;
            text.title = article.title;
            text.body = article.body;
            kept += engine::analyse(*pack, text).decisions.size();
        }
    }));
    for (const Article& article : articles) {
        const engine::Document document = engine::readDocument(pack->vocabulary, article.title, article.body);
        for (const engine::TextSentence& sentence : document.sentences)
            sentences.emplace_back(document.text(sentence.span));
    }
    const double seconds = secondsOf([&] {
        for (const std::string& sentence : sentences)
            kept += engine::scoreText(*pack, sentence).label.size();
    });
    std::printf("%-22s %8.0f sentences/s\n", "score", static_cast<double>(sentences.size()) / seconds);
    constexpr std::size_t Block = 256; // sentences
    std::vector<std::size_t> lengths((sentences.size() + Block - 1) / Block);
    std::vector<double> times;
    for (int pass = 0; pass < Passes; ++pass) {
        const auto start = std::chrono::steady_clock::now();
        base::inParallel(lengths.size(), [&](std::size_t block) {
            for (std::size_t at = block * Block; at < std::min(sentences.size(), (block + 1) * Block); ++at)
                lengths[block] += engine::scoreText(*pack, sentences[at]).label.size();
        });
        times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    kept += lengths[0];
    std::printf("%-22s %8.0f sentences/s\n", "score, all processors",
        static_cast<double>(sentences.size()) / median(times));
    std::printf("%zu articles, %.1f MB, %zu sentences, memory at the end %.0f MB (%zu)\n", articles.size(),
        bytes / 1e6, sentences.size(), memoryMb(), kept);
    return 0;
}
