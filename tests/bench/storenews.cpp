// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storenews.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace bench {

namespace {

constexpr double Exponent = 1.05; // of Zipf's law; about that of news
constexpr std::int64_t Spread = 63; // seconds between articles: a million in two years

std::uint64_t next(std::uint64_t& state) // xorshift64*
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 2685821657736338717ULL;
}

double unit(std::uint64_t& state) { return static_cast<double>(next(state) >> 11) / 9007199254740992.0; }

std::uint64_t seeded(int number, std::uint64_t salt)
{
    std::uint64_t state = (static_cast<std::uint64_t>(number) + 1) * 0x9E3779B97F4A7C15ULL ^ salt;
    next(state);
    return state;
}

std::string madeUp(std::uint64_t& state)
{
    constexpr const char* Starts[] = {"b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "h", "j", "k", "l",
        "m", "n", "p", "pr", "qu", "r", "s", "st", "t", "tr", "v", "w", "z"};
    constexpr const char* Middles[] = {"a", "e", "i", "o", "u", "ai", "ea", "io", "ou"};
    constexpr const char* Ends[] = {"", "", "n", "r", "s", "t", "l", "nd", "rm", "st", "x"};
    std::string word;
    const std::uint64_t syllables = 1 + next(state) % 3;
    for (std::uint64_t i = 0; i <= syllables; ++i) {
        word += Starts[next(state) % std::size(Starts)];
        word += Middles[next(state) % std::size(Middles)];
    }
    return word + Ends[next(state) % std::size(Ends)];
}

} // namespace

News::News()
{
    std::uint64_t state = seeded(0, 77);
    std::unordered_set<std::string> seen;
    double sum = 0;
    while (m_words.size() < Words) {
        std::string word = madeUp(state);
        if (word.size() < 4 || !seen.insert(word).second)
            continue;
        m_words.push_back(std::move(word));
        sum += 1 / std::pow(static_cast<double>(m_words.size()) + 2, Exponent);
        m_shares.push_back(sum);
    }
}

std::size_t News::pick(std::uint64_t& state) const
{
    const double at = unit(state) * m_shares.back();
    return static_cast<std::size_t>(std::min<std::ptrdiff_t>(
        std::lower_bound(m_shares.begin(), m_shares.end(), at) - m_shares.begin(), Words - 1));
}

std::string News::text(std::uint64_t& state, std::size_t bytes) const
{
    std::string text;
    text.reserve(bytes + 32);
    int sentence = 0;
    while (text.size() < bytes) {
        std::string word = m_words[pick(state)];
        if (sentence == 0)
            word[0] = static_cast<char>(word[0] - 'a' + 'A');
        if (!text.empty())
            text += sentence == 0 && next(state) % 4 == 0 ? "\n\n" : " ";
        text += word;
        ++sentence;
        if (sentence > 8 && next(state) % 12 == 0) {
            text += '.';
            sentence = 0;
        }
    }
    return text + '.';
}

base::Article News::article(int number) const
{
    std::uint64_t state = seeded(number, 1);
    base::Article article;
    article.sourceId = 1 + static_cast<std::int64_t>(next(state) % Sources);
    article.guid = "https://feed.example/item/" + std::to_string(number);
    article.identity = "g" + std::to_string(seeded(number, 5));
    article.title = text(state, 40 + next(state) % 50);
    article.title.pop_back();
    article.body = text(state, 560 + next(state) % 2400);
    article.url = article.guid;
    article.language = "en";
    const std::int64_t newestSecond = static_cast<std::int64_t>(base::toUnix(newest()));
    const std::int64_t received = newestSecond - (1000000 - std::int64_t{number}) * Spread;
    article.received = base::fromUnix(received);
    article.published = base::fromUnix(received - static_cast<std::int64_t>(next(state) % 3600));
    article.fingerprint = seeded(number, 9);
    return article;
}

base::Analysis News::analysis(int number) const
{
    constexpr const char* Topics[]
        = {"Oil & Gas", "Central Banks", "Earnings", "Trade", "Metals", "Currencies"};
    std::uint64_t state = seeded(number, 2);
    base::Analysis analysis;
    analysis.language = "en";
    const double low = unit(state);
    analysis.impact.score = low * low; // most is of little impact
    analysis.impact.label = "low";
    analysis.impact.terms
        = {{"event", -0.4, "a made-up event", {}}, {"novelty", 0.6, "nothing earlier known", {}}};
    analysis.sentiment.score = unit(state) * 2 - 1;
    analysis.sentiment.label = "mildly negative";
    const std::size_t topic = next(state) % std::size(Topics);
    analysis.topics = {{Topics[topic], 0.8, {}}, {Topics[(topic + 1) % std::size(Topics)], 0.4, {}}};
    const std::string company = std::to_string(next(state) % 3000);
    analysis.entities = {{"company:" + company, "Company " + company, "company", "C" + company, 80, 0, {}}};
    analysis.summary = {{"One sentence of a summary.", base::Grade::A, {}, {}}};
    analysis.engine = {"bench", "bench"};
    return analysis;
}

std::string News::word(Band band, int number) const
{
    const std::size_t i = static_cast<std::size_t>(number);
    switch (band) {
    case Band::Frequent:
        return m_words[90 + i % 60];
    case Band::Middling:
        return m_words[5000 + i * 13 % 3000];
    case Band::Rare:
        break;
    }
    return m_words[50000 + i * 97 % 9000];
}

std::string News::phrase(int number) const
{
    const std::size_t i = static_cast<std::size_t>(number);
    return '"' + m_words[20 + i % 30] + ' ' + m_words[25 + i * 7 % 40] + '"';
}

} // namespace bench
