// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>

#include <cstdint>
#include <string>
#include <vector>

// Made-up news for measuring: 60,000 made-up words by Zipf's law, articles of 600 to 3,000 bytes of 200
// sources over two years, the same for every run.
namespace bench {

inline constexpr int Sources = 200;
inline constexpr int Words = 60000;

enum class Band { Frequent, Middling, Rare }; // in about one article of 8, of 500, of 20,000

inline base::Instant newest() { return base::fromUnix(1795000000); }

class News {
public:
    News();

    // sourceId from 1 to Sources. The nth is about a minute newer than the one before.
    base::Article article(int number) const;
    base::Analysis analysis(int number) const;
    std::string word(Band band, int number) const;
    std::string phrase(int number) const; // two frequent words side by side, in quotes

private:
    std::string text(std::uint64_t& state, std::size_t bytes) const;
    std::size_t pick(std::uint64_t& state) const;

    std::vector<std::string> m_words; // most frequent first
    std::vector<double> m_shares; // summed up to each
};

} // namespace bench
