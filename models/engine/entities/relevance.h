// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/reading.h>

namespace engine {

// Gives each entity its spans and its relevance, 0…100 = 100·(1 − e^(−s/3)) with s = 3·title + 2·lead +
// ln(1 + mentions) + ½·share of paragraphs + ½·head of the title, and puts entities in order of it (then of
// id). Facts and mentions follow. Mentions must be in order of text.
void rankEntities(Reading& reading);

} // namespace engine
