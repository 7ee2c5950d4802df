// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/knowledge/slots.h>
#include <engine/pack.h>
#include <engine/prose/choice.h>
#include <engine/reading.h>

namespace engine {

// Several events in one article, combined: what is told beside the main event and whether it points the same way or
// the other. One claim and one sentence, in the second order; nothing where there is one event only.
void combineEvents(const Pack& pack, const Reading& reading, ArticleSlots& given, const base::Event& main,
    WordingChoice& choice, base::Analysis& analysis);

} // namespace engine
