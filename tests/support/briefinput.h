// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <brief/briefinput.h>

#include <string>
#include <vector>

// A small article with an analysis whose every part is known, for tests of briefs.
namespace support {

inline base::Span spanOf(const base::Article& article, std::string_view words)
{
    const auto at = static_cast<std::uint32_t>(article.body.find(words));
    return {base::Field::Body, at, at + static_cast<std::uint32_t>(words.size())};
}

inline brief::BriefInput briefInput()
{
    brief::BriefInput input;
    brief::ArticlePart& part = input.articles.emplace_back();
    base::Article& article = part.article;
    article.id = 7;
    article.title = "Nickel smelter halts second furnace as power runs short";
    article.body
        = "The Tamberra smelter shut its second furnace on Monday. Output falls by 4,000 tonnes a month."
          "\n\nThe operator said power would return in six weeks & not before <July>.";
    article.source = "Metals Daily";
    article.published = base::fromIso("2026-11-22T09:30:00Z");
    article.received = *base::fromIso("2026-11-22T09:41:00Z");
    base::Analysis& analysis = part.analysis;
    analysis.language = "en";
    analysis.impact.score = 0.35;
    analysis.impact.label = "moderate";
    analysis.impact.scope = "industry-wide";
    analysis.impact.terms = {{"event", -0.6190392084062235, "supply outage, prior 0.35", {}}};
    analysis.sentiment.score = -0.15;
    analysis.sentiment.label = "mildly negative";
    analysis.topics = {{"Commodities & Raw Materials", 0.9, {}}, {"Power & Utilities", 0.6, {}}};
    const base::Span shut = spanOf(article, "shut its second furnace");
    const base::Span output = spanOf(article, "Output falls by 4,000 tonnes a month.");
    const base::Span power = spanOf(article, "power would return in six weeks");
    analysis.summary = {{"The smelter shut its second furnace on Monday.", base::Grade::A, {{shut}, {}}, {}}};
    analysis.analysis = {{"Implication",
        {{"Refined nickel tightens by 4,000 tonnes a month.", base::Grade::B, {{output, shut}, {}}, {"c1"}},
            {"Rivals may fill the gap.", base::Grade::C, {{}, {"playbook/outage#rivals"}}, {"c2"}}}}};
    base::Decision decision;
    decision.kind = "pair";
    decision.title = "Own idle capacity against stainless makers";
    decision.legs = {{"long", "nickel producers outside the grid", ""}, {"short", "stainless makers", "SLX"}};
    decision.horizon = {42, 90, "6–12 weeks"};
    decision.invalidation = "power returns early";
    decision.provenance.evidence = {power};
    decision.grade = base::Grade::B;
    analysis.decisions = {decision};
    analysis.engine = {"0.1.0", "4f9c2e0011223344"};
    part.storySources = 3;
    input.made = *base::fromIso("2026-11-23T14:32:00Z");
    input.sidecar = "brief.json";
    return input;
}

// A desk brief of as many articles as this, with other ids, titles and days, all told in full.
inline brief::BriefInput deskInput(int articles)
{
    brief::BriefInput input;
    const brief::ArticlePart sample = briefInput().articles.front();
    for (int i = 0; i < articles; ++i) {
        brief::ArticlePart& part = input.articles.emplace_back(sample);
        part.article.id = i + 1;
        part.article.title = "Smelter " + std::to_string(i + 1) + " halts its furnace as power runs short";
        *part.article.published += std::chrono::hours(7 * (i % 24));
        desk::ArticleRow row;
        row.id = part.article.id;
        row.title = part.article.title;
        row.source = part.article.source;
        row.published = part.article.published;
        row.received = part.article.received;
        row.analysed = true;
        row.impact = part.analysis.impact.score;
        row.sentiment = i % 2 == 0 ? -0.3 : 0.2;
        for (const base::TopicScore& topic : part.analysis.topics)
            row.topics.push_back(topic.name);
        input.rows.push_back(std::move(row));
    }
    input.kind = brief::Kind::Desk;
    input.query = "nickel impact>=0.3";
    input.made = *base::fromIso("2026-11-30T14:32:00Z");
    input.sidecar = "desk.json";
    return input;
}

// The blocks of one type, in order.
template <class T> std::vector<T> blocksOf(const brief::BriefDocument& document)
{
    std::vector<T> found;
    for (const brief::Block& block : document.blocks) {
        if (const T* one = std::get_if<T>(&block))
            found.push_back(*one);
    }
    return found;
}

} // namespace support
