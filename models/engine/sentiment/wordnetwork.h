// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/largepages.h>
#include <engine/sentiment/features.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// Logits of negative and of positive, each against neutral.
using Margins = std::array<double, 2>;

inline constexpr std::size_t NetworkVoices = 2; // networks that are made apart and answer together
inline constexpr std::size_t VoiceWidth = 48; // channels of each
inline constexpr std::size_t NetworkReach = 5; // words a channel sees at once, its own in the middle
inline constexpr std::size_t VoiceRow = VoiceWidth * NetworkReach; // the last of them first
inline constexpr std::size_t NetworkOwn = NetworkReach / 2; // places beside a word on each side
inline constexpr std::size_t VoiceHidden = 32;
inline constexpr std::uint32_t NetworkParts = 1U << 11; // buckets of beginnings and endings
inline constexpr std::size_t NetworkDense = DenseCount + 4;
inline constexpr std::size_t VoiceInputs = VoiceWidth * 2 + NetworkDense;

// The buckets of a word's first three and five and last three and four bytes; none of a short one.
struct WordParts {
    std::array<std::uint32_t, 4> buckets{};
    std::size_t size = 0;
};
WordParts partsOf(const NetworkWord& word);

// What the hidden units of each voice read, in their order: the largest value of each channel and each
// channel's at the target, both cut at zero, the dense values, the register one of three, whether there is a
// target.
using VoiceInput = std::array<float, VoiceInputs>;
using NetworkDenseInput = std::array<float, NetworkDense>; // its end, the same for all
NetworkDenseInput networkDense(const SentimentFeatures& features);

// Where the rows of each kind begin, in a network and in training.
struct NetworkRows {
    static constexpr std::uint32_t Unknown = 0;
    static constexpr std::uint32_t Name = 1;
    static constexpr std::uint32_t Tags = 2;
    static constexpr std::uint32_t Parts = Tags + NetworkTags;
    static constexpr std::uint32_t Words = Parts + NetworkParts;
};

// What training makes of one voice. A row is what a word gives to the channels of the places around it.
struct VoiceWeights {
    std::vector<float> wordRows; // in the order of the network's words
    std::vector<float> unknownRow; // of any other word, besides its parts'
    std::vector<float> partRows;
    std::vector<float> tagRows;
    std::vector<float> nameRow;
    std::vector<float> bias; // of the channels
    std::vector<float> hidden; // inputs × units
    std::vector<float> hiddenBias;
    std::vector<float> out; // units × margins
    Margins outBias{};

    VoiceWeights(); // says nothing of any text
};

struct NetworkWeights {
    std::vector<std::uint64_t> words; // keys; each once, the most frequent first
    std::array<VoiceWeights, NetworkVoices> voices;
};

// A convolution over the words of a text, the largest value of each channel and one hidden layer (after Kim
// 2014, "Convolutional neural networks for sentence classification"): it learns what n-grams cannot add up,
// such as which words turn which. There are several such, which begin at other random weights, and their
// margins are averaged: what one has wrong by chance, the others may have right (Hansen and Salamon 1990,
// "Neural network ensembles"). What words give to the channels is multiplied out beforehand, so a text costs
// a few sums of int8 rows for each word; the sums are integers, the same on every machine. Immutable after
// load; thread-safe.
class WordNetwork final {
public:
    // Takes the network from the front of `bytes`; nothing when it is none.
    static std::optional<WordNetwork> take(std::string_view& bytes);
    static void append(std::string& bytes, const NetworkWeights& weights);

    Margins margins(
        std::span<const NetworkWord> words, std::uint32_t aim, const NetworkDenseInput& dense) const;

private:
    static constexpr std::size_t Width = VoiceWidth * NetworkVoices; // channels, voice after voice
    static constexpr std::size_t RowSize = Width * NetworkReach;

    WordNetwork() = default;

    struct Slot {
        std::uint32_t check = 0; // of the key
        std::uint32_t row = 0; // 0: empty
    };

    struct alignas(32) Row {
        std::array<std::int8_t, RowSize> values;
    };

    struct Voice {
        std::vector<float> hidden = std::vector<float>(VoiceInputs * VoiceHidden);
        std::array<float, VoiceHidden> hiddenBias{};
        std::array<float, VoiceHidden * 2> out{};
        std::array<float, 2> outBias{};

        Margins margins(const VoiceInput& input) const;
    };

    static void addRow(std::int16_t* __restrict to, const Row& row);

    std::uint32_t wordRow(std::uint64_t key) const; // that of unknown words where the word has none

    std::vector<Slot> m_slots; // open addressing, a power of two of them
    std::vector<Row, base::LargePages<Row>> m_rows; // as NetworkRows
    std::array<float, Width> m_scales{};
    std::array<std::int16_t, Width> m_bias{};
    std::array<Voice, NetworkVoices> m_voices;
};

} // namespace engine
