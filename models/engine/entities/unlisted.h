// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/symbols.h>

namespace engine {

// Companies no list knows, by their legal form, their trade or the symbol behind them ("Veldra Systems Inc.",
// "(NYSE: VLD)"), and their short forms everywhere in the text.
void findUnlisted(EntityMarks& marks, const std::vector<Symbol>& symbols);

} // namespace engine
