// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/largepages.h>
#include <base/result.h>
#include <engine/sentiment/features.h>
#include <engine/sentiment/wordnetwork.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class Vocabulary;

struct ClassProbabilities {
    double negative = 0;
    double neutral = 1;
    double positive = 0;
};

ClassProbabilities probabilitiesOf(const Margins& margins);

// What the hashed n-grams say: all of them, each kind of them, and those about the target by weights of their
// own, made from texts with a target alone (none without one).
struct NgramMargins {
    Margins all{};
    Margins target{};
    std::array<Margins, NgramKinds> kinds{}; // in the order of SentimentFeatures::all()

    void add(std::size_t kind, const Margins& further)
    {
        for (std::size_t side = 0; side < further.size(); ++side) {
            kinds[kind][side] += further[side];
            all[side] += further[side];
        }
    }
};

// The second step's inputs: the dense values, then the n-grams' and the network's margins; once for every
// text and once more for its register, and all that again for texts with a target; and once more for those of
// which the rules say both good and bad, where the same margins are worth less.
inline constexpr std::size_t StackInputs = DenseCount + 12 + NgramKinds * 2;
inline constexpr std::size_t StackBlocks = 9;
struct BlockList {
    std::size_t size = 0;
    std::array<std::size_t, 3> blocks{}; // only the first `size` are set

    const std::size_t* begin() const { return blocks.data(); }
    const std::size_t* end() const { return blocks.data() + size; }
};
BlockList stackBlocks(Register kind, bool aimed, bool mixed);
std::array<float, StackInputs> stackInputs(
    const NgramMargins& found, const Margins& network, const SentimentFeatures& features);

inline constexpr std::uint32_t TargetBuckets = 1U << 18; // of the weights for n-grams about the target

// The learned half of the sentiment: hashed n-grams (int8 roots of weights, one scale for each table) and a
// network over the words, whose margins, together with what the rules say, go through a multinomial logistic
// that was fitted on margins of texts left out. Made by leadline-train;
// resources/engine/models/sentiment.bin. Immutable after load; thread-safe.
class SentimentClassifier final {
public:
    // What the letters of the words weigh that the vocabulary holds by now is summed up; words added later
    // are read letter by letter.
    static base::Result<std::shared_ptr<const SentimentClassifier>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);
    // The file's bytes. `all` holds SentimentBuckets × 2, `target` TargetBuckets × 2, `stack` blocks × inputs × 2.
    static std::string bytesOf(const std::vector<double>& all, const std::vector<double>& target,
        const NetworkWeights& network, const std::vector<double>& stack);
    // A model that knows nothing, to read features with before there is one.
    static std::string blank();

    // For score() of this model alone, which the features must not outlive: weights are brought near while
    // features are read, and letters of known words are summed up rather than listed. Not for training.
    void expect(SentimentFeatures& features) const;
    ClassProbabilities score(const SentimentFeatures& features) const;

private:
    struct Weights {
        float scale = 0;
        std::vector<std::int8_t, base::LargePages<std::int8_t>>
            values; // roots, buckets × 2; a power of two of them

        void addTo(Margins& margins, const BucketList& list) const;
        void add(std::uint32_t bucket, KnownWeights& sum) const;
    };

    Weights m_all;
    Weights m_target;
    std::optional<WordNetwork> m_network; // always there after load
    std::vector<float> m_stack;
    std::vector<KnownWeights> m_letters; // by id of the word
};

} // namespace engine
