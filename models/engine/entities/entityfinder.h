// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/gazetteer.h>
#include <engine/reading.h>

namespace engine {

// Fills entities, facts and mentions of a reading from its document: known names by the gazetteer, unknown
// companies by their legal form or ticker ("Veldra Systems Inc.", "(NYSE: VLD)"), and the short forms of
// both after their full name. Relevance 0…100 rises with title, lead and number of mentions.
void findEntities(const Gazetteer& gazetteer, Reading& reading);

} // namespace engine
