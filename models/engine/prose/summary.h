// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/reading.h>

namespace engine {

// Fills Reading::summary: at most two sentences of the article, chosen by place, centrality (LexRank),
// figures and title words, in order of text, then one on what kind of text it is where that matters. Needs
// everything else of the reading before.
void summarise(Reading& reading);

} // namespace engine
