// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <desk/feedview.h>

#include <string>
#include <vector>

namespace desk {

// A text that took the place of another.
struct RevisedArticle {
    ArticleRow row;
    TextVersion before;
    TextVersion after;
};

enum class MoveCause { RevisedText, OtherEngine, OtherData, LaterNews };

// Scores that another analysis of an article moved.
struct ScoreMove {
    ArticleRow row;
    double impactBefore = 0;
    double impactAfter = 0;
    double sentimentBefore = 0;
    double sentimentAfter = 0;
    MoveCause cause = MoveCause::LaterNews;
    std::string reason; // the terms of the impact that moved most, in words: "novelty −0.31, event +0.10"
};

struct ViewChanges {
    base::Instant since = {};
    std::vector<ArticleRow> added;
    std::vector<RevisedArticle> revised;
    std::vector<ScoreMove> moved;
    bool more = false; // than were asked for, of one kind at least

    bool empty() const { return added.empty() && revised.empty() && moved.empty(); }
};

// The least difference that a reader can see on the gauges.
inline constexpr double ShownMove = 0.005;

// What differs between two analyses of an article; cause and reason are set from them. `revised`: the text
// changed between them.
ScoreMove scoreMove(const base::Analysis& before, const base::Analysis& after, bool revised);

} // namespace desk
