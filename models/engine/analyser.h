// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/instant.h>
#include <engine/pack.h>

#include <optional>
#include <string>
#include <string_view>

namespace engine {

inline constexpr std::string_view Version = "0.1.0";

struct ArticleText {
    std::string_view title;
    std::string_view body;
    std::string_view source;
    std::optional<base::Instant> published;
    std::string_view language; // BCP 47 primary tag; empty counts as English
    double sourceWeight = 0.8; // W of the impact sum, 0…1
    std::optional<double> novelty; // N, 0…1; unknown when nothing earlier was seen
};

// Reads, reasons and writes. A pure function of pack and text: the same bytes give the same analysis on any
// machine, thread and day. Never fails: what it cannot support it leaves out; a language it does not know
// gives Mode::NotAnalysed with the reason. Thread-safe.
base::Analysis analyse(const Pack& pack, const ArticleText& article);

struct TextSentiment {
    std::string label; // "negative", "neutral", "positive"
    double score = 0; // −1…+1
    double negative = 0;
    double neutral = 1;
    double positive = 0;
};

// Sentiment of one sentence or headline; with a target, of what it says about that name.
TextSentiment scoreText(const Pack& pack, std::string_view text, std::string_view target = {});

} // namespace engine
