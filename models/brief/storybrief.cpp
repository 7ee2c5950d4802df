// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composer.h"

#include <base/strings.h>

#include <algorithm>
#include <set>

namespace brief {

namespace {

base::Instant toldAt(const desk::StoryMember& member) { return member.published.value_or(member.received); }

std::string timeText(base::Instant at) { return base::dayText(at) + " " + base::clockText(at); }

void timeline(Composer& composer, const BriefInput& input)
{
    std::set<std::int64_t> told;
    for (const ArticlePart& part : input.articles)
        told.insert(part.article.id);
    composer.heading(1, "Timeline", "timeline", true);
    Table table{"Timeline",
        {{"Told, UTC", 108}, {"Source", 130}, {"Headline"}, {"Novelty", 62, true}, {"Impact", 46, true}}, {}};
    for (const desk::StoryMember& member : input.story.story.members) {
        const std::string target
            = told.contains(member.article) ? "#a" + std::to_string(member.article) : std::string();
        table.rows.push_back({{{timeText(toldAt(member)), Look::Muted}}, {{member.source}},
            {{member.title, Look::Plain, target}}, {{std::to_string(member.novelty)}},
            {{member.analysed ? base::fixed(member.impact, 2) : "–"}}});
    }
    composer.add(std::move(table));
}

void sources(Composer& composer, const desk::StoryView& story)
{
    struct Source {
        std::string name;
        base::Instant first = {};
        std::size_t articles = 0;
        int newest = 0; // novelty of the newest thing it told
    };
    std::vector<Source> all;
    for (const desk::StoryMember& member : story.members) {
        auto it = std::find_if(
            all.begin(), all.end(), [&](const Source& source) { return source.name == member.source; });
        if (it == all.end())
            it = all.insert(all.end(), {member.source, toldAt(member)});
        ++it->articles;
        it->newest = std::max(it->newest, member.novelty);
    }
    composer.heading(1, "Sources in order of appearance", "sources", true);
    Table table{"Sources", {{"Source"}, {"First told, UTC", 130}, {"Articles", 70, true}, {"Highest novelty", 110, true}},
        {}};
    for (const Source& source : all)
        table.rows.push_back({{{source.name, Look::Strong}}, {{timeText(source.first)}},
            {{std::to_string(source.articles)}}, {{std::to_string(source.newest)}}});
    composer.add(std::move(table));
}

Line claim(const desk::StoryClaim& claim)
{
    return {{claim.said, Look::Strong}, {" — " + claim.source + ": ", Look::Muted},
        {"“" + claim.sentence + "”"}};
}

void contradictions(Composer& composer, const std::vector<desk::StoryDispute>& disputes)
{
    composer.heading(1, "Contradictions", "contradictions", true);
    if (disputes.empty())
        return composer.text(
            {{"No figures, dates or directions that disagree were found."}}, Paragraph::Role::Quiet);
    Table table{"Contradictions", {{"About", 96}, {"One says"}, {"Another says"}}, {}};
    for (const desk::StoryDispute& dispute : disputes) {
        Line about{{dispute.kind, Look::Strong}, {" · " + dispute.stance, Look::Muted}};
        if (dispute.later)
            about.push_back({" · the second is later", Look::Muted});
        table.rows.push_back({std::move(about), claim(dispute.one), claim(dispute.other)});
    }
    composer.add(std::move(table));
}

} // namespace

BriefDocument storyBrief(const BriefInput& input)
{
    Composer composer(input);
    const desk::StoryView& story = input.story.story;
    std::string meta = "Story " + desk::storyName(story.id) + " · "
        + countOf(std::size_t(story.articles), "article", "articles") + " · "
        + countOf(std::size_t(story.sources), "source", "sources");
    if (!story.members.empty())
        meta += " · " + timeText(toldAt(story.members.front())) + " to "
            + timeText(toldAt(story.members.back())) + " UTC";
    composer.title(story.members.empty() ? desk::storyName(story.id) : story.members.front().title,
        {{meta, Look::Muted}});
    composer.engine(input.articles.empty() ? base::Engine() : input.articles.front().analysis.engine);
    timeline(composer, input);
    contradictions(composer, input.story.disputes);
    sources(composer, story);
    if (!input.articles.empty())
        composer.heading(1, "The accounts", "accounts", true);
    for (const ArticlePart& part : input.articles)
        composer.articleAmongMany(part);
    return composer.take();
}

} // namespace brief
