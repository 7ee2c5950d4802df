// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/analyser.h>
#include <engine/events/eventrules.h>
#include <engine/reading.h>
#include <engine/sentiment/lexicon.h>

namespace engine {

// Class probabilities of a composition's value: negative, neutral, positive; they sum to 1.
TextSentiment scoreComposition(double value, int parts);

// Fills sentenceSentiment, sentiment and each entity's sentiment. The article's score is 0.65 × that of the
// sentences, each weighted by place, focus, role and certainty and shrunk towards 0 in short texts, plus 0.35
// × that of the events (sign × prior × certainty). `sentiment.parts` are the sentences' shares.
void readSentiment(const SentimentLexicon& lexicon, const EventRules& events, Reading& reading);

} // namespace engine
