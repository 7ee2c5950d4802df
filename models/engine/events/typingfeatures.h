// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/events/eventrules.h>
#include <engine/events/wordclass.h>
#include <engine/reading.h>

#include <vector>

namespace engine {

// Appends what the learned half reads of the sentence that `words` has open: words with names by their kind,
// neighbours, letters of long words, and the types of which a trigger stands there. `hits`: its trigger
// words; `mentionAt` as in SentenceWords.
void addTypingFeatures(const EventRules& rules, const Reading& reading, const SentenceWords& words,
    const std::vector<std::int32_t>& mentionAt, const std::vector<Triggers::Hit>& hits,
    std::vector<TypingFeature>& list);

} // namespace engine
