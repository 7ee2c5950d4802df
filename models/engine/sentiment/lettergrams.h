// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/wordclasses.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace engine {

inline constexpr std::size_t FewestLetters = 3; // bytes of a word whose letters are read
inline constexpr std::size_t MostLetters = 24;

// The runs of four and of five bytes of a word with a space at both ends, each packed into one integer.
template <class Fours, class Fives>
void eachLetterGram(std::string_view word, const Fours& fours, const Fives& fives)
{
    const auto byteAt = [&](std::size_t at) -> std::uint64_t {
        return at == 0 || at > word.size() ? ' ' : static_cast<unsigned char>(word[at - 1]);
    };
    std::uint64_t window = 0;
    for (std::size_t at = 0; at < word.size() + 2; ++at) {
        window = ((window << 8) | byteAt(at)) & 0xFFFFFFFFFFULL;
        if (at >= 3)
            fours(window & 0xFFFFFFFFULL);
        if (at >= 4)
            fives(window);
    }
}

// How many runs those are, of a word that is read.
inline std::uint32_t lettersOf(std::string_view word)
{
    return static_cast<std::uint32_t>(2 * word.size() - 3);
}

// The buckets of a word's letters.
template <class Take> void eachLetterBucket(std::string_view word, const Take& take)
{
    eachLetterGram(
        word, [&](std::uint64_t four) { take(sentimentBucket(four | (4ULL << 56))); },
        [&](std::uint64_t five) { take(sentimentBucket(five | (5ULL << 56))); });
}

} // namespace engine
