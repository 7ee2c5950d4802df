// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
// How fast bytes become articles and articles become analyses, on the sample news, one thread.

#include <base/files.h>
#include <engine/analyser.h>
#include <ingest/input.h>

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <vector>

namespace {

struct Sample {
    std::vector<std::pair<std::string, std::string>> files;
    std::size_t bytes = 0;
    std::vector<base::Article> articles;
};

ingest::InputContext contextOf(const std::string& name)
{
    ingest::InputContext context;
    context.name = name;
    context.received = *base::fromIso("2026-11-23T18:00:00Z");
    return context;
}

Sample readSample()
{
    Sample sample;
    const auto files = base::readFolder(LEADLINE_RESOURCES "/sample");
    if (!files) {
        std::cerr << files.error().text() << '\n';
        std::exit(1);
    }
    for (const auto& [name, bytes] : *files) {
        sample.files.emplace_back(name, bytes);
        sample.bytes += bytes.size();
        const auto document = ingest::readInput(bytes, contextOf(name));
        if (document)
            sample.articles.insert(
                sample.articles.end(), document->articles.begin(), document->articles.end());
    }
    return sample;
}

void readFeeds(benchmark::State& state)
{
    const Sample sample = readSample();
    for (auto _ : state) {
        for (const auto& [name, bytes] : sample.files)
            benchmark::DoNotOptimize(ingest::readInput(bytes, contextOf(name)));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(sample.bytes) * state.iterations());
}
BENCHMARK(readFeeds)->Unit(benchmark::kMillisecond);

void loadPack(benchmark::State& state)
{
    const auto files = base::readFolder(LEADLINE_RESOURCES "/engine");
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::loadPack(*files));
}
BENCHMARK(loadPack)->Unit(benchmark::kMillisecond);

void analyse(benchmark::State& state)
{
    const Sample sample = readSample();
    const auto pack = engine::loadPack(*base::readFolder(LEADLINE_RESOURCES "/engine"));
    if (!pack) {
        state.SkipWithError(pack.error().text().c_str());
        return;
    }
    for (auto _ : state) {
        for (const base::Article& article : sample.articles) {
            engine::ArticleText text;
            text.title = article.title;
            text.body = article.body;
            text.language = article.language;
            benchmark::DoNotOptimize(engine::analyse(**pack, text));
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(sample.articles.size()) * state.iterations());
}
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
