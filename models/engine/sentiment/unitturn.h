// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

inline constexpr std::size_t TurnUnits = 48; // of one way through a text
// What a word gives to the units of a way: to how much of the past is let through, to how much of it is kept,
// to what is new.
inline constexpr std::size_t TurnRow = TurnUnits * 3;

// Piecewise linear, so that every machine finds the same.
inline constexpr float GateMiddle = 0.5F;
inline constexpr float GateSlope = 0.25F;
inline float gateOf(float sum) { return std::min(std::max(GateMiddle + GateSlope * sum, 0.0F), 1.0F); }
inline float squashed(float sum) { return std::min(std::max(sum, -1.0F), 1.0F); }

// Gated units that go through the words of a text one way, and what of the past they turn into what comes
// (Cho et al. 2014, "Learning phrase representations using RNN encoder–decoder"; here the past is let through
// after it is turned, and gates are piecewise linear):
//     let = gate(given + turned), kept = gate(given + turned), added = squashed(given + let × (turned +
//     bias)), value = kept × value before + (1 − kept) × added.
// Both ways: Schuster and Paliwal 1997, "Bidirectional recurrent neural networks". Their matrix is int8 and
// their state is rounded for it, so the sums are integers, and what is no integer is done in one order: the
// same on every machine. Immutable; thread-safe.
class UnitTurn final {
public:
    using Values = std::array<float, TurnUnits>;
    using Row = std::array<float, TurnRow>;

    struct Weights {
        std::span<const std::int8_t> turn; // units × TurnRow, −127 … 127: what a state gives to the row
        std::span<const float> turnScale; // a row: of those
        std::span<const float> pastBias; // of the units
        std::span<const float> givenScale; // a row: what the words give times this,
        std::span<const float> givenBias; // and this, come together
    };

    UnitTurn(); // turns nothing
    explicit UnitTurn(const Weights& weights);

    struct Heard {
        Values most{}; // the largest value of each unit over all words, −1 … 1
        Values own{}; // each unit's at the word `aim`; 0 where that is none of them
    };
    // How many sums this machine makes at once. What is heard is the same.
    enum class Lanes : std::uint8_t { One, Eight, Sixteen };
    static Lanes mostLanes();

    // Through a text from its first word on, and from its last back.
    using Ways = std::array<UnitTurn, 2>;
    // `given` is what the words give: every `stride` numbers, at least two rows, one for either way. At least
    // one word; no more lanes than the machine has.
    static std::array<Heard, 2> through(const Ways& ways, const std::int16_t* given, std::size_t stride,
        std::size_t count, std::size_t aim, Lanes lanes = mostLanes());

private:
    struct State;
    struct Sums;
    struct Path;

    template <std::size_t Count>
    void advance(const std::int16_t* given, const Sums& sums, State& state, Heard& heard) const;
    template <std::size_t Count> static void hear(Path& path, std::size_t step);
    static void byOnes(Path& path);
    static void byEights(Path& path);
    static void bySixteens(Path& path);

    // Read as it runs, not known as it is built: what is bounded by such numbers takes one instruction.
    struct {
        float nothing = 0;
        float whole = 1;
    } m_bounds;
    // Of each four units what they give to each place of the row, one beside the other.
    std::vector<std::int8_t> m_turn;
    std::array<std::int32_t, TurnRow> m_still{}; // less what units give whose state is 0
    Row m_turnScale{};
    Values m_pastBias{};
    Row m_givenScale{};
    Row m_givenBias{};
};

} // namespace engine
