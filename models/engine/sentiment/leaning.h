// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/composition.h>

namespace engine {

// What the rules make of tokens `first`…`last`, without its formula, and where they find nothing, to which side
// the weaker words lean ("back at work", "sent home"): `lean` is set and those words are marked. Only the learned
// half can say what they are worth, so this is for who asks it.
Composition composeLeaning(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last);

} // namespace engine
