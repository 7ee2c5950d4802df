// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>
#include <desk/storyview.h>
#include <engine/pack.h>
#include <engine/stories/contradictions.h>
#include <store/database.h>

#include <optional>
#include <string>
#include <vector>

namespace app {

// One claim of a contradiction with the words around it.
struct QuotedClaim {
    engine::StoryClaim claim;
    std::string source;
    std::string sentence;
};

struct QuotedContradiction {
    engine::ClaimKind kind = engine::ClaimKind::Figure;
    engine::ClaimStance stance = engine::ClaimStance::Fact;
    bool later = false; // the other is the later word on it, not another account
    QuotedClaim one;
    QuotedClaim other;
};

struct StoryReport {
    desk::StoryView story;
    std::vector<QuotedContradiction> contradictions;
};

// The story of an article with what its articles say differently; nothing when it has no story yet. With
// `asOf` only of what had been received by then.
base::Result<std::optional<StoryReport>> storyReport(store::Database& database, const engine::Pack& pack,
    std::int64_t article, std::optional<base::Instant> asOf = {});

// The same of the story of this id or former id; NotFound when there is none.
base::Result<StoryReport> storyReportOf(store::Database& database, const engine::Pack& pack,
    std::int64_t story, std::optional<base::Instant> asOf = {});
// As windows show it.
desk::StoryTimeline timelineOf(StoryReport report);

// For people: members in order of time, the first one named, contradictions side by side. `article` is
// marked.
std::string storyText(const StoryReport& report, std::int64_t article);
// {"id","former":[],"sources","articles":[{"id","title","source","published","novelty","impact"}],
// "contradictions":[{"kind","stance","later","claims":[{"article","source","said","sentence","evidence"}]}]}
std::string storyJson(const StoryReport& report);

} // namespace app
