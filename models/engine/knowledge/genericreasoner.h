// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <engine/knowledge/slots.h>
#include <engine/pack.h>
#include <engine/prose/choice.h>
#include <engine/reading.h>

namespace engine {

// What usually follows from each of the article's strongest events (effects.toml), but for the types `told` by a
// playbook: a claim and a sentence each, a risk, and something to watch. A trade only for what is reported as
// done or announced, and only where the effect names one; otherwise a thing to watch.
void reasonGenerically(const Pack& pack, const Reading& reading, ArticleSlots& slots,
    const std::vector<std::string>& told, WordingChoice& choice, base::Analysis& analysis);

} // namespace engine
