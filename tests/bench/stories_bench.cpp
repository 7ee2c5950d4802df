// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include <base/files.h>
#include <engine/pack.h>
#include <engine/stories/clusterer.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

// Groups many made-up articles and prints the time for one by tenth: bench-stories [ARTICLES]. Words follow
// Zipf's law; one article in three begins an event, the others tell one of the last days again in other
// words. 2,000 articles make a day, so the window is full after 28,000.
namespace {

constexpr int PerDay = 2000;
constexpr int Vocabulary = 60000;

class Words final {
public:
    Words()
    {
        double sum = 0;
        for (int rank = 1; rank <= Vocabulary; ++rank)
            m_sums.push_back(sum += 1.0 / std::pow(rank, 1.05));
    }
    std::string word(std::mt19937_64& random)
    {
        const double place = std::uniform_real_distribution<double>(0, m_sums.back())(random);
        return spelt(
            static_cast<int>(std::lower_bound(m_sums.begin(), m_sums.end(), place) - m_sums.begin()));
    }
    static std::string spelt(int number)
    {
        std::string text;
        for (int left = number + 40; left > 0; left /= 60) {
            text += "bcdfghjklmnprstvwxz"[left % 19];
            text += "aeiou"[left % 5];
        }
        return text;
    }

private:
    std::vector<double> m_sums;
};

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

int main(int argc, char** argv)
{
    const int articles = argc > 1 ? std::max(10, std::atoi(argv[1])) : 100'000;
    const auto files = base::readFolder(LEADLINE_RESOURCES "/engine");
    const auto pack
        = files ? engine::loadPack(*files) : base::Result<std::shared_ptr<const engine::Pack>>(files.error());
    if (!pack) {
        std::fprintf(stderr, "%s\n", pack.error().text().c_str());
        return 1;
    }
    std::mt19937_64 random(7);
    Words words;
    struct Happening {
        std::vector<std::string> words; // its own, named by all who tell it
    };
    std::vector<Happening> happenings;
    base::Analysis none;
    engine::StoryClusterer stories((*pack)->stories, 1);
    std::printf("%9s %14s %14s %10s %10s\n", "articles", "group, \u00B5s each", "read, \u00B5s each",
        "stories", "terms");
    double first = 0;
    double last = 0;
    for (int tenth = 0; tenth < 10; ++tenth) {
        double grouping = 0;
        double reading = 0;
        const int from = static_cast<int>(static_cast<long long>(articles) * tenth / 10);
        const int to = static_cast<int>(static_cast<long long>(articles) * (tenth + 1) / 10);
        for (int at = from; at < to; ++at) {
            if (happenings.empty() || random() % 3 == 0) {
                Happening happening;
                for (int own = 0; own < 4; ++own)
                    happening.words.push_back(
                        Words::spelt(static_cast<int>(random() % 4'000'000) + Vocabulary));
                happenings.push_back(std::move(happening));
            }
            const std::size_t back = std::min<std::size_t>(happenings.size(), 2000);
            const Happening& told = happenings[happenings.size() - 1 - random() % back];
            base::Article article;
            article.id = at + 1;
            article.source = "Source " + std::to_string(random() % 200);
            article.published
                = base::fromUnix(1'700'000'000 + static_cast<std::int64_t>(at) * 86400 / PerDay);
            for (int word = 0; word < 9; ++word)
                article.title += (word % 3 == 0 ? told.words[random() % 4] : words.word(random)) + " ";
            for (int word = 0; word < 150; ++word)
                article.body += (word % 12 == 0 ? told.words[random() % 4] : words.word(random))
                    + (word % 15 == 14 ? ". " : " ");
            const double start = seconds();
            engine::StoryFeatures features = engine::storyFeatures(*(*pack)->stories, article, none);
            const double read = seconds();
            stories.add(std::move(features));
            const double end = seconds();
            reading += read - start;
            grouping += end - read;
        }
        const double each = 1e6 * grouping / (to - from);
        (tenth == 0 ? first : last) = each;
        std::printf("%9d %14.1f %14.1f %10zu %10zu\n", to, each, 1e6 * reading / (to - from),
            stories.stories(), stories.terms());
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("last tenth / first tenth: %.2f; peak memory %ld MB\n", last / first, usage.ru_maxrss / 1024);
    return 0;
}
