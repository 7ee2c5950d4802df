// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>

#include <string>
#include <vector>

namespace engine {

struct EventText {
    std::string text; // one sentence
    std::vector<std::string> types; // ids; empty: it tells no event
};

struct EventTraining {
    double l2 = 0.003;
    int folds = 4;
    int iterations = 70;
    std::size_t seen = 5; // texts that must have a feature
    double nothing = 4; // how often an event found in a sentence without one counts: of news most are such
    double precision = 0.8; // of the types that are found where no pattern fires
};

// The probability from which a type is taken, and what that gives on texts left out.
struct EventTypingMeasure {
    double enough = 1;
    std::size_t asked = 0; // sentences with an event in which no pattern fires
    std::size_t right = 0;
    std::size_t wrong = 0; // another type
    std::size_t invented = 0; // of `quiet` sentences that tell nothing
    std::size_t quiet = 0;
};

// The bytes of resources/engine/models/events.bin. Needs a pack for its words and rules only. The same texts
// in the same order give the same bytes.
std::string trainEvents(const Pack& pack, const std::vector<EventText>& texts, EventTypingMeasure& measure,
    const EventTraining& settings = {});

} // namespace engine
