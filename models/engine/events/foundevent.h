// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/events/eventrules.h>
#include <engine/events/wordclass.h>
#include <engine/reading.h>

#include <string>
#include <vector>

namespace engine {

// A match of one pattern or action in one sentence, before anything is made of it.
struct FoundEvent {
    std::uint32_t type = 0;
    int sign = 2; // 2: the type's own
    std::uint32_t first = 0; // tokens of the match, half-open
    std::uint32_t last = 0;
    std::uint32_t verb = 0; // its verb; `first` when there is none
    bool hasVerb = false;
    std::string rule;
    std::vector<std::uint32_t> matched; // tokens of its own words
    bool reversed = false;
    base::Modality modality = base::Modality::Announced;
};

struct OperatorHit {
    Operator value = Operator::Reverse;
    std::uint32_t first = 0; // half-open token range
    std::uint32_t last = 0;
};

// Reads from the words around what is said of an event: sets `reversed` and `modality`, from the weakest of
// verb group, attribution, conditional clause and time. `undoing`: its type is an undoing or has no
// counterpart, so words of undoing do not turn it. `publishedYear` 0: unknown.
void settleEvent(FoundEvent& event, const SentenceWords& words, const std::vector<OperatorHit>& operators,
    bool undoing, int publishedYear);

// Fills subject, object, theme, quantities and when of `event` from the sentence of `found`. `others`: all
// events of the sentence; a figure goes to the nearest. `mentionAt` as in SentenceWords.
void readArguments(base::Event& event, const FoundEvent& found, const std::vector<FoundEvent>& others,
    const EventType& type, const SentenceWords& words, const Reading& reading,
    const std::vector<std::int32_t>& mentionAt);

} // namespace engine
