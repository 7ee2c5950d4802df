// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/knowledge/playbooks.h>
#include <engine/knowledge/slots.h>
#include <engine/pack.h>
#include <engine/prose/choice.h>
#include <engine/reading.h>

namespace engine {

// A playbook and the event it was chosen for.
struct ChosenPlaybook {
    const Playbook* playbook = nullptr;
    const base::Event* event = nullptr;
    double weight = 0;
};

// The playbooks that fit the article, the best first, at most two, each for an event of its own: what the article
// is of weighs most (prior × certainty × prominence), then the playbook's priority.
std::vector<ChosenPlaybook> choosePlaybooks(const Pack& pack, const Reading& reading, ArticleSlots& slots);

// Works one playbook out: adds its claims, their sentences and its ideas. `mostClaims` bounds what is said.
void followPlaybook(const Pack& pack, const Reading& reading, ArticleSlots& slots, const ChosenPlaybook& chosen,
    std::size_t mostClaims, WordingChoice& choice, base::Analysis& analysis);

} // namespace engine
