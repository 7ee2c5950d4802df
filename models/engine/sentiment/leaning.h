// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/composition.h>

namespace engine {

// Of tokens `first`…`last` in which the rules found nothing: to which side their weaker words lean ("back at
// work", "sent home"). Sets `lean` and marks those words; the learned half decides what they are worth.
void readLeaning(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last, Composition& result);

} // namespace engine
