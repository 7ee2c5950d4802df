// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/gazetteer.h>
#include <engine/reading.h>

namespace engine {

// Fills entities, facts and mentions of a reading from its document and date: known names by the gazetteer
// where the words around them agree, symbols, unknown companies by their legal form, later short forms,
// acronyms given in brackets and descriptions ("the carmaker"). Precision before recall. Linear in the text.
void findEntities(const Gazetteer& gazetteer, Reading& reading);

} // namespace engine
