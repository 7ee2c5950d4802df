// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "reasoner.h"

#include <engine/decisions/ideas.h>
#include <engine/knowledge/combination.h>
#include <engine/knowledge/genericreasoner.h>
#include <engine/knowledge/graphreasoner.h>
#include <engine/knowledge/playbookreasoner.h>
#include <engine/prose/anchors.h>
#include <engine/prose/choice.h>
#include <engine/prose/plan.h>

namespace engine {

namespace {

constexpr std::size_t MostClaims = 12; // of the playbook of what the article is of
constexpr std::size_t FurtherClaims = 4; // of a second one

} // namespace

void reason(const Pack& pack, const Reading& reading, base::Analysis& analysis)
{
    WordingChoice choice(reading);
    ArticleSlots slots(pack, reading);
    std::vector<std::string> told; // event types
    const std::vector<ChosenPlaybook> playbooks = choosePlaybooks(pack, reading, slots);
    for (const ChosenPlaybook& chosen : playbooks) {
        const std::size_t before = analysis.claims.size();
        followPlaybook(pack, reading, slots, chosen, told.empty() ? MostClaims : FurtherClaims, choice, analysis);
        if (analysis.claims.size() > before)
            told.push_back(chosen.event->type);
    }
    reasonGenerically(pack, reading, slots, told, choice, analysis);
    if (!reading.events.empty() && !analysis.claims.empty())
        combineEvents(pack, reading, slots,
            playbooks.empty() ? reading.events.front() : *playbooks.front().event, choice, analysis);
    reasonOverGraph(pack, reading, slots, choice, analysis);
    analysis.decisions = selectIdeas(std::move(analysis.decisions));
    planDocument(reading, analysis);
    anchorAnalysis(pack, reading, choice, analysis);
}

} // namespace engine
