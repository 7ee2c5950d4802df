// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/training/eventtrainer.h>

#include <string>
#include <vector>

namespace evaluate {

// The labelled sentences of a folder and those below that events are learned from: *.tsv with types and text,
// and *.ndjson as `leadline-evaluate events` reads them; none of *-measure.*.
std::vector<engine::EventText> eventTrainingTexts(const std::string& folder);

} // namespace evaluate
