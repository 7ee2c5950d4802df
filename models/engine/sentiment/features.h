// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/composition.h>
#include <engine/sentiment/networktext.h>
#include <engine/sentiment/target.h>

#include <array>
#include <cstdint>
#include <span>

namespace engine {

// How a text is written decides how far its words and the rules can be trusted.
enum class Register : std::uint8_t { Prose, Headline, Post };

inline constexpr std::uint32_t SentimentBuckets = 1U << 20; // of the hashed n-grams
inline constexpr std::size_t DenseCount = 66; // numbers the rules give

// What the rules say of a text and, where it is asked about a target, of its parts.
struct Compositions {
    Composition whole;
    Composition clause; // the target's
    Composition left; // the clause up to the target and with it
    Composition right; // from the target on
};

// What some buckets weigh together, as the sums of the weights' int8 roots times their sizes.
struct KnownWeights {
    std::int32_t negative = 0;
    std::int32_t positive = 0;
    std::uint32_t size = 0; // of how many

    void add(const KnownWeights& further)
    {
        negative += further.negative;
        positive += further.positive;
        size += further.size;
    }
};

// Hashed n-grams of one kind; a text that has more than fit is read as far as they do.
struct BucketList {
    std::uint32_t size = 0;
    KnownWeights known; // of further buckets that need not be listed
    const std::int8_t* weights = nullptr; // two of each bucket, brought near as it is added
    std::array<std::uint32_t, 4096> buckets; // only the first `size` are set

    void add(std::uint32_t bucket)
    {
        if (weights != nullptr)
            __builtin_prefetch(weights + std::size_t{bucket} * 2);
        if (size < buckets.size())
            buckets[size++] = bucket;
    }
};

inline constexpr std::size_t NgramKinds = 10;

// What the fused model reads of a text. Large: keep one and fill it again.
struct SentimentFeatures {
    Register kind = Register::Prose;
    bool aimed = false; // at a target that stands in the text
    bool mixed = false; // the rules find good and bad in it
    BucketList words; // word 1–3-grams, negated words
    BucketList letters; // letter 4–5-grams within words
    BucketList classes; // 1–3-grams of what the rules take the words for (wordclasses.h)
    BucketList turns; // words with the sign the rules find: what may turn it
    BucketList figures; // words with which of two compared figures is the larger
    BucketList beside; // words with what the rules take their neighbours for, and that two by two
    BucketList around; // words by their place beside the target
    BucketList name; // the target's own words and letters: who is meant, a broker or a stock
    BucketList place; // where it stands: what is next to it, behind a colon, between which borders
    BucketList sides; // word classes by their place beside it
    std::array<float, DenseCount> dense{}; // bias first
    NetworkText network; // the words once more, as the network reads them
    std::span<const KnownWeights>
        knownLetters; // by id of the word; where there are none, all letters are listed

    std::array<const BucketList*, NgramKinds> all() const
    {
        return {&words, &letters, &classes, &turns, &figures, &beside, &around, &name, &place, &sides};
    }
    std::array<BucketList*, NgramKinds> all()
    {
        return {&words, &letters, &classes, &turns, &figures, &beside, &around, &name, &place, &sides};
    }
    std::array<const BucketList*, 4> ofTarget() const { return {&around, &name, &place, &sides}; }
};

// Reads tokens `first`…`last` of one field. No allocation.
void readFeatures(const Document& document, base::Field field, std::uint32_t first, std::uint32_t last,
    const Target& target, const Compositions& said, SentimentFeatures& features);

} // namespace engine
