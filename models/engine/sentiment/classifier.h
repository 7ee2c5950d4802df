// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/sentiment/features.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class Vocabulary;

// Logits of negative and of positive, each against neutral.
using Margins = std::array<double, 2>;

struct ClassProbabilities {
    double negative = 0;
    double neutral = 1;
    double positive = 0;
};

ClassProbabilities probabilitiesOf(const Margins& margins);

// The second step's inputs: the dense values, then the n-grams' margins; once for every text and once more
// for its register, and all that again for texts with a target.
inline constexpr std::size_t MarginInputs = 4;
inline constexpr std::size_t StackInputs = DenseCount + MarginInputs;
inline constexpr std::size_t StackBlocks = 8;
std::array<std::size_t, 2> stackBlocks(Register kind, bool aimed);
std::array<float, StackInputs> stackInputs(const Margins& words, const SentimentFeatures& features);

// The learned half of the sentiment: hashed n-grams (int8 weights with one scale) whose margins, together
// with what the rules say, go through a multinomial logistic that was fitted on margins of texts left out.
// Made by leadline-train; resources/engine/models/sentiment.bin. Immutable after load; thread-safe.
class SentimentClassifier final {
public:
    static base::Result<std::shared_ptr<const SentimentClassifier>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);
    // The file's bytes. `weights` holds buckets × 2, `stack` blocks × inputs × 2.
    static std::string bytesOf(const std::vector<double>& weights, const std::vector<double>& stack);
    // A model that knows nothing, to read features with before there is one.
    static std::string blank();

    Margins wordMargins(const SentimentFeatures& features) const;
    ClassProbabilities score(const SentimentFeatures& features) const;
    // What one bucket of the words alone adds to positive minus negative, before scaling by the text's
    // length.
    double lean(std::uint32_t bucket) const;

private:
    Margins sumOf(const BucketList& list) const;

    float m_scale = 0;
    std::vector<std::int8_t> m_weights;
    std::vector<float> m_stack;
};

} // namespace engine
