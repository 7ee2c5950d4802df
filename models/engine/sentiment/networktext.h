// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace engine {

struct ClassedText;
struct Composition;
struct Target;

inline constexpr std::uint32_t NetworkWords = 48; // read of a text at most
inline constexpr std::uint16_t NetworkTags
    = 400; // of what the rules take a word for (phraseClass); 0: for nothing

// What the word network reads of a word.
struct NetworkWord {
    std::uint64_t key = 0; // the word's hash; numbers have one, or another where compared, the target has one
    std::uint64_t begin = 0; // its first five bytes, of words of four or more; else 0
    std::uint32_t end = 0; // its last four, likewise
    std::uint16_t tag = 0;
    bool name = false; // its capital says so
};

// A text's words in their order, without articles and most marks; of a long one those around the target, or
// the first.
struct NetworkText {
    std::array<NetworkWord, NetworkWords> words; // only the first `count` are the text's
    std::uint32_t count = 0;
    std::uint32_t aim = NetworkWords; // the target's place; NetworkWords: none
};

// No allocation.
void readNetworkText(
    const ClassedText& text, const Target& target, const Composition& whole, NetworkText& read);

} // namespace engine
