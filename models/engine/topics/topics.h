// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>
#include <engine/reading.h>

namespace engine {

// Fills Reading::topics: at most six, best first, each with a calibrated score 0…1, the spans it was read
// from and the rules. Score = logistic(offset + rules' evidence + n-grams). Needs entities and events before.
void scoreTopics(const Pack& pack, Reading& reading);

} // namespace engine
