// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storenews.h"

#include <desk/ruleindex.h>
#include <store/articlestore.h>
#include <store/rehearsal.h>
#include <store/sourcestore.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

// What alert rules cost: bench-alerts [ARTICLES] asks 1,000, 3,000 and 10,000 varied rules of made-up analysed
// articles, and compares with asking each rule; bench-alerts rehearse ARTICLES FOLDER rehearses rules over a
// store of so many.
namespace {

constexpr int Sample = 300;
constexpr int Compared = 200; // articles of which every rule is asked by itself
const char* const Topics[] = {"Oil & Gas", "Central Banks", "Earnings", "Trade", "Metals", "Currencies"};

// Of the processor, not of the clock: other programs' load is not this one's.
double seconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double wall()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

desk::MatchedArticle matched(const bench::News& news, int number)
{
    const base::Article article = news.article(number);
    const base::Analysis analysis = news.analysis(number);
    desk::MatchedArticle one;
    one.title = article.title;
    one.body = article.body;
    one.sources = {"Source " + std::to_string(article.sourceId), {}};
    one.language = article.language;
    one.mode = number % 9 == 0 ? "opinion" : "news";
    one.story = "s" + std::to_string(number / 3);
    for (const base::TopicScore& topic : analysis.topics)
        one.topics.push_back(topic.name);
    for (const base::Entity& entity : analysis.entities)
        one.entities.push_back({entity.id, entity.name, entity.ticker, entity.relevance});
    one.impact = analysis.impact.score;
    one.sentiment = analysis.sentiment.score;
    one.novelty = number % 101;
    one.published = article.published;
    one.received = article.received;
    return one;
}

// As analysts write them: names with a bound, words and phrases, topics with exclusions, figures alone.
std::string ruleText(const bench::News& news, int number)
{
    using bench::Band;
    const std::string company = std::to_string(number * 37 % 3000);
    const std::string topic = "topic:\"" + std::string(Topics[number % 6]) + '"';
    const std::string bound = " impact>=0." + std::to_string(3 + number % 7);
    switch (number % 12) {
    case 0:
        return "entity:\"Company " + company + '"' + bound;
    case 1:
        return "ticker:C" + company + " -mode:opinion";
    case 2:
        return news.word(Band::Rare, number) + bound;
    case 3:
        return news.word(Band::Middling, number) + ' ' + topic;
    case 4:
        return '(' + news.word(Band::Middling, number) + " OR " + news.word(Band::Middling, number + 7) + " OR "
            + news.word(Band::Rare, number) + ") sentiment<-0.2";
    case 5:
        return news.phrase(number) + ' ' + topic + bound + " -" + news.word(Band::Frequent, number);
    case 6:
        return "title:" + news.word(Band::Middling, number) + " novelty>=50";
    case 7:
        return topic + " (" + news.word(Band::Frequent, number) + " NEAR/5 " + news.word(Band::Middling, number)
            + ')';
    case 8:
        return news.word(Band::Middling, number).substr(0, 6) + "* source:\"Source "
            + std::to_string(number % 200 + 1) + '"';
    case 9:
        return topic + " impact>=0.9" + std::to_string(number % 10) + " sentiment<-0."
            + std::to_string(1 + number % 9);
    case 10:
        return "NOT (" + news.word(Band::Frequent, number) + " OR -" + news.word(Band::Middling, number) + ')';
    default:
        return "ticker:(C" + company + " OR C" + std::to_string(number * 91 % 3000) + ") sentiment>0.4" + bound;
    }
}

int match(int articles)
{
    const bench::News news;
    std::vector<desk::MatchedArticle> all;
    for (int at = 0; at < articles; ++at)
        all.push_back(matched(news, 900000 + at));
    std::vector<desk::MatchedArticle> sample;
    for (int at = 0; at < Sample; ++at)
        sample.push_back(matched(news, 800000 + at));
    std::printf("%8s %12s %12s %14s %10s %10s %12s\n", "rules", "made in, s", "\u00B5s each", "slowest, \u00B5s",
        "looked at", "matched", "residual");
    double first = 0;
    double last = 0;
    for (const int count : {1000, 3000, 10000}) {
        std::vector<desk::Query> rules;
        for (int at = 0; at < count; ++at) {
            auto query = desk::parseQuery(ruleText(news, at), bench::newest());
            if (!query) {
                std::fprintf(stderr, "%s: %s\n", ruleText(news, at).c_str(), query.error().message.c_str());
                return 1;
            }
            rules.push_back(std::move(query).value());
        }
        const double began = seconds();
        desk::RuleIndex index(rules, sample);
        const double made = seconds() - began;
        std::size_t looked = 0;
        std::size_t found = 0;
        double sum = 0;
        double slowest = 0;
        for (const desk::MatchedArticle& article : all) {
            const double start = seconds();
            found += index.matches(article, bench::newest()).size();
            const double took = seconds() - start;
            looked += index.lookedAt();
            sum += took;
            slowest = std::max(slowest, took);
        }
        const double each = 1e6 * sum / articles;
        (count == 1000 ? first : last) = each;
        std::printf("%8d %12.2f %12.1f %14.1f %10.1f %10.2f %12zu\n", count, made, each, 1e6 * slowest,
            static_cast<double>(looked) / articles, static_cast<double>(found) / articles,
            index.residual().size());
        int apart = 0;
        for (int at = 0; at < std::min(Compared, articles); ++at) {
            const desk::MatchedArticle& article = all[static_cast<std::size_t>(at * (articles / Compared + 1)) % all.size()];
            const desk::ArticleMatcher matcher(article);
            std::vector<std::size_t> naive;
            for (std::size_t rule = 0; rule < rules.size(); ++rule) {
                if (matcher.matches(rules[rule]))
                    naive.push_back(rule);
            }
            apart += naive == index.matches(article, bench::newest()) ? 0 : 1;
        }
        std::printf("%8s asked one by one of %d articles: %d differ\n", "", std::min(Compared, articles), apart);
        if (apart > 0)
            return 1;
    }
    std::printf("10,000 rules / 1,000 rules: %.2f\n", last / first);
    return 0;
}

int fill(store::Database& database, const bench::News& news, int articles)
{
    std::vector<base::Source> sources;
    for (int at = 1; at <= bench::Sources; ++at) {
        base::Source source;
        source.url = "https://feed.example/" + std::to_string(at);
        source.title = "Source " + std::to_string(at);
        sources.push_back(std::move(source));
    }
    const auto known = store::ensureSources(database, sources);
    if (!known)
        return 1;
    constexpr int Batch = 2000;
    for (int from = 0; from < articles; from += Batch) {
        std::vector<base::Article> batch;
        for (int at = from; at < std::min(articles, from + Batch); ++at)
            batch.push_back(news.article(1000000 - articles + at));
        const auto stored = store::storeArticles(database, batch);
        std::vector<store::FinishedAnalysis> analyses;
        for (std::size_t at = 0; stored && at < batch.size(); ++at)
            analyses.push_back({stored->ids[at], batch[at].fingerprint,
                news.analysis(1000000 - articles + from + static_cast<int>(at))});
        if (!stored || !store::storeAnalyses(database, analyses, bench::newest()))
            return 1;
    }
    return 0;
}

int rehearse(int articles, const std::filesystem::path& folder)
{
    const auto migrations = base::readFolder(LEADLINE_RESOURCES "/migrations");
    const std::filesystem::path file = folder / ("alerts-" + std::to_string(articles) + ".sqlite");
    const bool there = std::filesystem::exists(file);
    auto database = store::Database::openForWriting(file, *migrations);
    if (!database) {
        std::fprintf(stderr, "%s\n", database.error().text().c_str());
        return 1;
    }
    const bench::News news;
    if (!there && fill(**database, news, articles) != 0)
        return 1;
    const int days = static_cast<int>((std::int64_t{articles} * 63) / 86400) + 1;
    std::printf("%d articles of %d days\n", articles, days);
    using bench::Band;
    double worst = 0;
    const std::vector<std::string> rules{"topic:Metals impact>=0.7",
             news.word(Band::Frequent, 3) + " impact>=0.5 sentiment<-0.2", "entity:\"Company 17\"",
             news.word(Band::Middling, 5) + " OR " + news.phrase(2), "-" + news.word(Band::Frequent, 1) + " impact>=0.9",
             news.word(Band::Frequent, 2) + "; crosses: volume above 3x in 24h",
        "topic:\"Oil & Gas\"; crosses: impact above 0.8; critical: impact>=0.95"};
    for (const std::string& text : rules) {
        const auto rule = desk::parseRule(text, bench::newest());
        if (!rule)
            return 1;
        int said = 0;
        const double start = wall();
        const double began = seconds();
        const auto made = store::rehearse(**database, *rule, days, bench::newest(), [&](std::int64_t, std::int64_t) {
            ++said;
            return true;
        });
        const double took = wall() - start;
        if (!made)
            return 1;
        worst = std::max(worst, took);
        std::printf("%6.2f s (%.2f s of the processor), said %d times, %6zu firings, %3zu near misses, %6lld matched  %s\n", took, seconds() - began, said,
            made->firings.size(), made->misses.size(), static_cast<long long>(made->matched), text.c_str());
    }
    std::printf("slowest: %.2f s\n", worst);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 4 && std::string(argv[1]) == "rehearse")
        return rehearse(std::atoi(argv[2]), argv[3]);
    return match(argc > 1 ? std::max(10, std::atoi(argv[1])) : 10000);
}
