// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/largepages.h>
#include <engine/sentiment/features.h>
#include <engine/sentiment/unitturn.h>

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

inline constexpr std::size_t NetworkWays = 2; // through a text: from its first word on, from its last back
inline constexpr std::size_t NetworkRow = TurnRow * NetworkWays; // what a word gives to the units
inline constexpr std::size_t NetworkUnits = TurnUnits * NetworkWays;
inline constexpr std::size_t NetworkHidden = 32;
inline constexpr std::uint32_t NetworkParts = 1U << 11; // buckets of beginnings and endings
inline constexpr std::size_t NetworkDense = DenseCount + 4;
inline constexpr std::size_t NetworkInputs = NetworkUnits * 2 + NetworkDense;

// The buckets of a word's first three and five and last three and four bytes; none of a short one.
struct WordParts {
    std::array<std::uint32_t, 4> buckets{};
    std::size_t size = 0;
};
WordParts partsOf(const NetworkWord& word);

// What the hidden units read, in their order: the largest value of each unit and each unit's at
// the target (0: there is none), the dense values, the register one of three, whether there is a target.
using NetworkInput = std::array<float, NetworkInputs>;
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

// What training makes. A row is what a word gives to the units, way after way.
struct NetworkWeights {
    std::vector<std::uint64_t> words; // keys; each once, the most frequent first
    std::vector<float> wordRows; // in the order of the network's words
    std::vector<float> unknownRow; // of any other word, besides its parts'
    std::vector<float> partRows;
    std::vector<float> tagRows;
    std::vector<float> nameRow;
    std::vector<float> bias; // a row
    std::vector<float> turn; // what a way's units give to its row: ways × units × TurnRow
    std::vector<float> pastBias; // ways × units: of the past, before it is let through
    std::vector<float> hidden; // inputs × units
    std::vector<float> hiddenBias;
    std::vector<float> out; // units × margins
    Margins outBias{};

    NetworkWeights(); // says nothing of any text
};

// Gated units that go through the words of a text both ways (unitturn.h), the largest value of each and one
// hidden layer: it learns what n-grams cannot add up, such as which words turn which, however far apart they
// stand. What words give to the units is multiplied out beforehand, so a text costs a few sums of int8 rows
// for each word and what its units do; the same on every machine. Immutable after load; thread-safe.
class WordNetwork final {
public:
    // Takes the network from the front of `bytes`; nothing when it is none.
    static std::optional<WordNetwork> take(std::string_view& bytes);
    static void append(std::string& bytes, const NetworkWeights& weights);

    Margins margins(
        std::span<const NetworkWord> words, std::uint32_t aim, const NetworkDenseInput& dense) const;

private:
    WordNetwork() = default;

    struct Slot {
        std::uint32_t check = 0; // of the key
        std::uint32_t row = 0; // 0: empty
    };

    struct alignas(16) Row {
        std::array<std::int8_t, NetworkRow> values;
    };

    static void addRow(std::int16_t* __restrict to, const Row& row);

    Margins marginsOf(const NetworkInput& input) const;
    std::uint32_t wordRow(std::uint64_t key) const; // that of unknown words where the word has none

    std::vector<Slot> m_slots; // open addressing, a power of two of them
    std::vector<Row, base::LargePages<Row>> m_rows; // as NetworkRows
    UnitTurn::Ways m_turns;
    std::vector<float> m_hidden = std::vector<float>(NetworkInputs * NetworkHidden);
    std::array<float, NetworkHidden> m_hiddenBias{};
    std::array<float, NetworkHidden * 2> m_out{};
    std::array<float, 2> m_outBias{};
};

} // namespace engine
