// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <engine/pack.h>

#include <string>
#include <vector>

namespace engine {

// Something wrong with the engine's data.
struct LintFinding {
    std::string place; // "playbooks/tariffs.toml:41"
    std::string text;
    bool error = true; // else a warning: it works, but an author would want to know
};

// Reads a pack's files and checks what loading does not: members nobody reads, ids that lead nowhere (events,
// roles, groups, edges, instruments), slots that nothing fills, decisions whose legs go against their claims or
// end before their effect begins, contradictory and repeated edges, filler, repeated sentences, and the tests that
// playbooks carry. In order of place. An empty list: nothing to say.
std::vector<LintFinding> lintPack(const base::ResourceFiles& files);

} // namespace engine
