// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/marks.h>

namespace engine {

// "The company", "the carmaker", "the central bank": a mention of the one bearer of that kind named shortly
// before, where there is exactly one. Sorts the mentions by text.
void resolveDescriptions(EntityMarks& marks);

} // namespace engine
