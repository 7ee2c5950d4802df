// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/span.h>
#include <engine/stories/storylexicon.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What articles of one story say differently of the same thing.
namespace engine {

struct StoryText {
    std::int64_t article = 0;
    std::int64_t time = 0; // Unix seconds
    std::string_view title;
    std::string_view body;
};

enum class ClaimKind { Figure, Date, Direction };
// A forecast is set against forecasts only, an opinion against opinions, what happened against what happened.
enum class ClaimStance { Fact, Forecast, Opinion };

struct StoryClaim {
    std::int64_t article = 0;
    base::Span span; // the sentence that says it
    std::string said; // "12 percent", "June 5", "rises"
};

struct Contradiction {
    ClaimKind kind = ClaimKind::Figure;
    ClaimStance stance = ClaimStance::Fact;
    bool later = false; // some hours lie between: the later may be what became of the earlier
    StoryClaim one; // the earlier
    StoryClaim other;
};

// Pairs of claims about one thing that cannot both be right: the same measure with another figure, another
// day, the opposite direction. Figures one of the articles also gives are no contradiction. At most `most`,
// the earliest first; looks at the first 40 articles and the first 250 words of each. Pure.
std::vector<Contradiction> findContradictions(
    const StoryLexicon& lexicon, std::span<const StoryText> texts, std::size_t most = 20);

std::string_view claimKindName(ClaimKind kind); // "figure", "date", "direction"
std::string_view claimStanceName(ClaimStance stance); // "fact", "forecast", "opinion"

} // namespace engine
