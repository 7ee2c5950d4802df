// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/analyser.h>
#include <engine/events/eventrules.h>
#include <engine/reading.h>
#include <engine/sentiment/composition.h>

namespace engine {

struct SentimentFeatures; // features.h

// Class probabilities by the rules alone: negative, neutral, positive; they sum to 1.
TextSentiment scoreComposition(double value, int parts);

// What the fused model reads of a text of one or more sentences; with a target that stands in it, of the
// target. Returns what the rules say of the whole, or of the target's clause.
Composition readTextFeatures(
    const Pack& pack, std::string_view text, std::string_view target, SentimentFeatures& features);

// Fills sentenceSentiment, sentiment and each entity's sentiment. The article's score is 0.65 × that of the
// sentences, each weighted by place, focus, role and certainty and shrunk towards 0 in short texts, plus 0.35
// × that of the events (sign × prior × certainty). `sentiment.parts` are the sentences' shares.
void readSentiment(const Pack& pack, Reading& reading);

} // namespace engine
