// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/knowledge/slots.h>
#include <engine/pack.h>
#include <engine/prose/choice.h>
#include <engine/reading.h>

namespace engine {

// What the causal graph adds to what playbooks have said: from the article's foremost events to the drivers they
// move, from these to who gains and who loses, at once and later; nodes moved both ways are named as open and
// never traded. Adds sentences until the analysis is as long as its article deserves, and ideas until there are
// three: a trade only for what has been done, is plain in its sign and has a listed instrument, else something
// to watch. Every claim names its edges.
void reasonOverGraph(const Pack& pack, const Reading& reading, ArticleSlots& slots, WordingChoice& choice,
    base::Analysis& analysis);

} // namespace engine
