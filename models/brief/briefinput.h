// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <base/result.h>
#include <desk/storyview.h>
#include <desk/viewchanges.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brief {

enum class Kind { Article, Story, Desk, Changes, Decisions };
enum class Paper { A4, Letter };

// What an office puts on its briefs; from the settings.
struct House {
    std::string desk; // "Critical minerals desk"
    std::string title; // in the running head, in place of "Leadline brief"
    std::string logo; // bytes of a PNG, JPEG or SVG
    std::string notice; // in the foot, in place of the program's own
};

// An article told in full.
struct ArticlePart {
    base::Article article;
    base::Analysis analysis;
    int storySources = 1;
    int revisions = 0; // texts it had before
};

// A decision of the ledger, frozen when it was accepted.
struct LedgerEntry {
    std::int64_t article = 0;
    std::string title; // of the article
    std::string source;
    base::Decision decision;
    base::Instant accepted = {};
    std::string state; // "open", or what became of it
    std::string cause; // the sentence that changed it; may be empty
};

// All a brief is made from; kept beside the brief as its sidecar, from which the same bytes can be made again.
struct BriefInput {
    Kind kind = Kind::Article;
    House house;
    Paper paper = Paper::A4;
    base::Instant made = {};
    std::optional<base::Instant> asOf = {}; // the store was read as it stood then
    std::string sidecar; // file name of the sidecar, named in the footer; empty for none
    std::string query; // what a desk brief or changes were asked by
    std::vector<ArticlePart> articles; // of an article brief the one; else those told in full, in order
    std::string trendTopic; // the topic the trend is of
    std::vector<double> trend; // one mean sentiment a day, oldest first; empty when too few days are known
    std::vector<desk::ArticleRow> rows; // of a desk brief: all the query found, in its order
    bool more = false; // than `rows`
    desk::StoryTimeline story; // of a story
    std::string since; // of changes: the sidecar that they are counted from
    desk::ViewChanges changes;
    std::vector<LedgerEntry> ledger; // of a decision sheet
};

// The sidecar's text (JSON, UTF-8) and back. InvalidInput when it is not a brief's sidecar or not of a
// version this program reads.
std::string toSidecar(const BriefInput& input);
base::Result<BriefInput> fromSidecar(std::string_view text);

std::string_view kindName(Kind kind); // "article", "story", "desk", "changes", "decisions"
std::optional<Kind> kindOf(std::string_view name);

} // namespace brief
