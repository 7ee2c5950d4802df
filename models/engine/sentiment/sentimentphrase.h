// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/lexicon.h>

#include <cstdint>
#include <string_view>

namespace engine {

// A phrase of the lexicon in the text, with all it can be.
struct SentimentPhrase {
    const SentimentWord* word = nullptr; // its first role
    const SentimentWord* direction = nullptr;
    const SentimentWord* measure = nullptr;
    const SentimentWord* polar = nullptr;
    const SentimentWord* event = nullptr;
    const SentimentWord* starter = nullptr;
    const SentimentWord* ender = nullptr;
    const SentimentWord* closer = nullptr; // an ender of places alone
    const SentimentWord* swing = nullptr;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    int starts = 0; // its roles as a general starter
    bool restarts = false;
    bool used = false;
};

// Of several roles of one phrase the more telling goes first: the smaller number.
int rank(SentimentRole role);

// Gives the phrase one more role; `text` is how it begins in the text.
void addRole(SentimentPhrase& phrase, const SentimentWord& word, std::string_view text);

// What can be brought or ended: 1 good, -1 bad, 0 neither. Feelings and burdens can be ended, too.
int worthOf(const SentimentPhrase& phrase);

// Whether this verb does something to that object, and in `ends` whether it ends it rather than brings it.
bool takes(const SentimentPhrase& verb, const SentimentPhrase& object, bool& ends);

} // namespace engine
