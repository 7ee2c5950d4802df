// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <brief/briefdocument.h>
#include <brief/briefinput.h>

namespace brief {

// Decides what stands in the brief. Evidence is numbered in order of first use, through the whole brief. Pure.
BriefDocument build(const BriefInput& input);

} // namespace brief
