// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

namespace engine {

// Finds the quantities of every sentence: amounts of money with scale, percentages, basis points, masses,
// volumes, powers, durations, ranges ("12 to 24 months") and their basis ("from", "to", "delta", "expected",
// "yoy"). Fills Document::quantities and the sentences' ranges. Bare years are not quantities. Linear.
void findQuantities(Document& document);

} // namespace engine
