// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/events/eventrules.h>
#include <engine/events/typing.h>
#include <engine/reading.h>

namespace engine {

// Fills Reading::events from its sentences and mentions: what happened, to whom, how certain, with which
// figures. One event for each type; its further mentions add evidence and quantities. A reversal word near
// ("scraps", "lifts") turns an event into its counterpart; "rules out" denies it; "considers" proposes it.
// Where no pattern fires in the title or one of the first sentences, its type may be learned: at lower
// certainty, as "events#type/learned". Strongest (certainty × prior) first. Needs findEntities before.
// `evidence[0]` is the sentence.
void findEvents(const EventRules& rules, Reading& reading);

// What the learned half reads of all sentences. Needs findEntities before.
std::vector<TypingFeature> readTypingFeatures(const EventRules& rules, Reading& reading);

} // namespace engine
