// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/features.h>
#include <engine/text/hashing.h>

namespace engine {

inline std::uint32_t sentimentBucket(std::uint64_t key)
{
    return static_cast<std::uint32_t>(mixedKey(key)) % SentimentBuckets;
}

// What the rules take a phrase for, as a number: one for all that have its role and value.
inline std::uint64_t phraseClass(const Composition::Mark& mark)
{
    static_assert(
        (static_cast<std::size_t>(SentimentRole::Contest) + 1) * 16 < NetworkTags, "each has a tag");
    return static_cast<std::uint64_t>(mark.role) * 16 + static_cast<std::uint64_t>(mark.value + 8);
}

struct ClassedText {
    const Document& document;
    base::Field field;
    std::uint32_t first = 0; // token range
    std::uint32_t last = 0;
    bool titleCase = false; // capitals tell no names
};

// Reads a text as a row of classes: what the rules take a word or phrase for ("rises", "climbs" and "jumps" are
// one), the small words that join clauses and parties as they are, numbers, other names, the target; all other
// words are left out. Fills `classes` with their n-grams and, of a target, `sides` with what stands beside it:
// so words count that no labelled text has, and "X up as Y falls" is one pattern for all X and Y.
void readWordClasses(const ClassedText& text, const Target& target, const Composition& whole,
    SentimentFeatures& features);

} // namespace engine
