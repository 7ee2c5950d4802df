// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <engine/pack.h>
#include <engine/reading.h>

namespace engine {

// What usually follows from each of the article's strongest events (effects.toml), where no playbook has
// spoken: a claim and a sentence each, a risk, and something to watch. A trade only for what is reported as
// done or announced, and only where the effect names one; otherwise a thing to watch.
void reasonGenerically(const Pack& pack, const Reading& reading, base::Analysis& analysis);

} // namespace engine
