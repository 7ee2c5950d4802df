// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <engine/pack.h>
#include <engine/reading.h>

namespace engine {

// Fills an analysis' claims, sections and decisions from what was read. A playbook whose events and theme fit
// goes first; else what usually follows from each event. Nothing is said without a claim, no claim is made
// without its facts, and each sentence carries the spans and rules it rests on.
void reason(const Pack& pack, const Reading& reading, base::Analysis& analysis);

} // namespace engine
