// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <engine/reading.h>

namespace engine {

// Puts the written analysis in order and to length: sections in their fixed order, at most five of them (winners
// and losers share one, timing joins the second order, what to prefer the contrarian view), at most four sentences
// each, and in all between 90 and 380 words by how long the article is. What is cut is what its claims hold least
// strongly; every section keeps its first sentence.
void planDocument(const Reading& reading, base::Analysis& analysis);

} // namespace engine
