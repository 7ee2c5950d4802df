// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefbuilder.h>

#include <string>

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
    base::Article& article = input.article;
    article.id = 7;
    article.title = "Nickel smelter halts second furnace as power runs short";
    article.body
        = "The Tamberra smelter shut its second furnace on Monday. Output falls by 4,000 tonnes a month."
          "\n\nThe operator said power would return in six weeks & not before <July>.";
    article.source = "Metals Daily";
    article.published = base::fromIso("2026-11-22T09:30:00Z");
    article.received = *base::fromIso("2026-11-22T09:41:00Z");
    base::Analysis& analysis = input.analysis;
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
    input.storySources = 3;
    input.made = *base::fromIso("2026-11-23T14:32:00Z");
    input.sidecar = "brief.json";
    return input;
}

} // namespace support
