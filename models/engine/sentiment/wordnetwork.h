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

inline constexpr std::size_t NetworkWidth = 64; // channels
inline constexpr std::size_t NetworkReach = 5; // words a channel sees at once, its own in the middle
inline constexpr std::size_t NetworkRow = NetworkWidth * NetworkReach; // the last of them first
inline constexpr std::size_t NetworkOwn = NetworkReach / 2; // places beside a word on each side
inline constexpr std::size_t NetworkHidden = 32;
inline constexpr std::uint32_t NetworkParts = 1U << 11; // buckets of beginnings and endings
inline constexpr std::size_t NetworkInputs = NetworkWidth * 2 + DenseCount + 4;

// The buckets of a word's first three and five and last three and four bytes; none of a short one.
struct WordParts {
    std::array<std::uint32_t, 4> buckets{};
    std::size_t size = 0;
};
WordParts partsOf(const NetworkWord& word);

// What the hidden units read, in their order: the largest value of each channel and each channel's at the
// target, both cut at zero, the dense values, the register one of three, whether there is a target.
using NetworkInput = std::array<float, NetworkInputs>;
void finishInput(NetworkInput& input, const SentimentFeatures& features); // all but the channels

// Where the rows of each kind begin, in a network and in training.
struct NetworkRows {
    static constexpr std::uint32_t Unknown = 0;
    static constexpr std::uint32_t Name = 1;
    static constexpr std::uint32_t Tags = 2;
    static constexpr std::uint32_t Parts = Tags + NetworkTags;
    static constexpr std::uint32_t Words = Parts + NetworkParts;
};

// What training makes. A row is what a word gives to the channels of the places around it.
struct NetworkWeights {
    std::vector<std::uint64_t> words; // keys; each once, the most frequent first
    std::vector<float> wordRows;
    std::vector<float> unknownRow; // of any other word, besides its parts'
    std::vector<float> partRows;
    std::vector<float> tagRows;
    std::vector<float> nameRow;
    std::vector<float> bias; // of the channels
    std::vector<float> hidden; // inputs × units
    std::vector<float> hiddenBias;
    std::vector<float> out; // units × margins
    Margins outBias{};

    NetworkWeights(); // says nothing of any text
};

// A convolution over the words of a text, the largest value of each channel and one hidden layer (after Kim
// 2014, "Convolutional neural networks for sentence classification"): it learns what n-grams cannot add up,
// such as which words turn which. What words give to the channels is multiplied out beforehand, so a text
// costs a few sums of int8 rows for each word; the sums are integers, the same on every machine. Immutable
// after load; thread-safe.
class WordNetwork final {
public:
    // Takes the network from the front of `bytes`; nothing when it is none.
    static std::optional<WordNetwork> take(std::string_view& bytes);
    static void append(std::string& bytes, const NetworkWeights& weights);

    // `input` as finishInput() left it; its channels are filled in.
    Margins margins(std::span<const NetworkWord> words, std::uint32_t aim, NetworkInput& input) const;

private:
    WordNetwork() = default;

    struct Slot {
        std::uint32_t check = 0; // of the key
        std::uint32_t row = 0; // 0: empty
    };

    struct alignas(64) Row {
        std::array<std::int8_t, NetworkRow> values;
    };

    std::uint32_t wordRow(std::uint64_t key) const; // that of unknown words where the word has none

    std::vector<Slot> m_slots; // open addressing, a power of two of them
    std::vector<Row, base::LargePages<Row>> m_rows; // as NetworkRows
    std::array<float, NetworkWidth> m_scales{};
    std::array<std::int16_t, NetworkWidth> m_bias{};
    std::vector<float> m_hidden;
    std::array<float, NetworkHidden> m_hiddenBias{};
    std::array<float, NetworkHidden * 2> m_out{};
    std::array<float, 2> m_outBias{};
};

} // namespace engine
