// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/lexicon.h>
#include <engine/sentiment/target.h>

namespace engine {

// Whether the target gains (1) or loses (-1) what another one loses or gains: "Orvella overtakes Brantel",
// "takes customers from Brantel", "prefers Orvella to Brantel". 0 when nobody contends.
int contestOf(const SentimentLexicon& lexicon, const Document& document, const Target& target);

} // namespace engine
