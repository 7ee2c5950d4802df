// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "unitturn.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace engine {

namespace {

constexpr std::size_t Fours = TurnUnits / 4;
// A state of −1 … 1 is rounded to 0 … twice this: bytes, and so few that two products with weights fit into
// 16 bits.
constexpr float Still = 63;

// So many at once; where a machine has no registers for them, the compiler takes smaller ones.
template <std::size_t Count> struct Several {
    using Floats [[gnu::vector_size(Count * sizeof(float))]] = float;
    using Ints [[gnu::vector_size(Count * sizeof(std::int32_t))]] = std::int32_t;
    using Shorts [[gnu::vector_size(Count * sizeof(std::int16_t))]] = std::int16_t;
    using Bytes [[gnu::vector_size(Count)]] = std::uint8_t;
};

template <class Values, class Value> [[gnu::always_inline]] inline void take(Values& to, const Value* from)
{
    std::memcpy(&to, from, sizeof to);
}

template <class Values, class Value> [[gnu::always_inline]] inline void put(Value* to, const Values& from)
{
    std::memcpy(to, &from, sizeof from);
}

// At least `low` and at most `high`.
template <class Floats>
[[gnu::always_inline]] inline void bound(Floats& values, const Floats& low, const Floats& high)
{
    values = values > low ? values : low;
    values = values < high ? values : high;
}

} // namespace

struct UnitTurn::State {
    alignas(32) Values value{};
    alignas(32) std::array<std::uint8_t, TurnUnits> rounded{};

    std::int32_t four(std::size_t at) const
    {
        std::int32_t all = 0;
        std::memcpy(&all, rounded.data() + at * 4, sizeof all);
        return all;
    }
};

struct alignas(64) UnitTurn::Sums {
    std::array<std::int32_t, TurnRow> values;
};

// A text, and where in it either way stands.
struct UnitTurn::Path {
    const Ways& ways;
    const std::int16_t* given;
    std::size_t stride;
    std::size_t count;
    std::size_t aim;
    std::array<State, 2> states{};
    std::array<Sums, 2> sums{}; // of nothing before the first word
    std::array<Heard, 2> heard{};

    Path(const Ways& both, const std::int16_t* words, std::size_t apart, std::size_t size, std::size_t target)
        : ways(both)
        , given(words)
        , stride(apart)
        , count(size)
        , aim(target)
    {
        for (Heard& way : heard)
            way.most.fill(-1); // no state is less
    }
};

// To the next state by what the word gives and what the last one was turned into.
template <std::size_t Count>
[[gnu::always_inline]] inline void UnitTurn::advance(
    const std::int16_t* given, const Sums& sums, State& state, Heard& heard) const
{
    static_assert(TurnUnits % Count == 0);
    using Floats = typename Several<Count>::Floats;
    using Ints = typename Several<Count>::Ints;
    const Floats nothing = Floats{} + m_bounds.nothing;
    const Floats whole = Floats{} + m_bounds.whole;
    const Floats against = -whole;
    for (std::size_t unit = 0; unit < TurnUnits; unit += Count) {
        Floats word;
        Floats past;
        Floats bias;
        const auto read = [&](std::size_t at) __attribute__((always_inline))
        {
            typename Several<Count>::Shorts words;
            Ints turned;
            Floats scale;
            take(words, given + at);
            take(scale, m_givenScale.data() + at);
            take(bias, m_givenBias.data() + at);
            // In two steps, for each of which there is an instruction.
            word = __builtin_convertvector(__builtin_convertvector(words, Ints), Floats) * scale + bias;
            take(turned, sums.values.data() + at);
            take(scale, m_turnScale.data() + at);
            past = __builtin_convertvector(turned, Floats) * scale;
        };
        read(unit);
        Floats let = word + past;
        bound(let, nothing, whole);
        read(TurnUnits + unit);
        Floats kept = word + past;
        bound(kept, nothing, whole);
        read(TurnUnits * 2 + unit);
        take(bias, m_pastBias.data() + unit);
        Floats added = word + let * (past + bias);
        bound(added, against, whole);
        Floats value;
        take(value, state.value.data() + unit);
        value = added + kept * (value - added);
        put(state.value.data() + unit, value);
        Floats most;
        take(most, heard.most.data() + unit);
        most = value > most ? value : most;
        put(heard.most.data() + unit, most);
        value = value * Still + (Still + 0.5F);
        put(state.rounded.data() + unit,
            __builtin_convertvector(__builtin_convertvector(value, Ints), typename Several<Count>::Bytes));
    }
}

// One word of either way: neither waits for the other.
template <std::size_t Count> [[gnu::always_inline]] inline void UnitTurn::hear(Path& path, std::size_t step)
{
    for (std::size_t way = 0; way < 2; ++way) {
        const std::size_t place = way == 0 ? step : path.count - 1 - step;
        path.ways[way].advance<Count>(path.given + place * path.stride + way * TurnRow, path.sums[way],
            path.states[way], path.heard[way]);
        if (place == path.aim)
            path.heard[way].own = path.states[way].value;
    }
}

void UnitTurn::byOnes(Path& path)
{
    for (std::size_t step = 0; step < path.count; ++step) {
        for (std::size_t way = 0; way < 2 && step > 0; ++way) {
            std::array<std::int32_t, TurnRow>& sums = path.sums[way].values;
            sums = path.ways[way].m_still;
            for (std::size_t unit = 0; unit < TurnUnits; ++unit) {
                const std::int32_t state = path.states[way].rounded[unit];
                const std::int8_t* row = path.ways[way].m_turn.data() + unit / 4 * TurnRow * 4 + unit % 4;
                for (std::size_t at = 0; at < TurnRow; ++at)
                    sums[at] += row[at * 4] * state;
            }
        }
        hear<8>(path, step);
    }
}

#if defined(__x86_64__)

// The same sums, eight at once.
[[gnu::target("avx2")]] void UnitTurn::byEights(Path& path)
{
    constexpr std::size_t Eights = TurnRow / 8;
    constexpr std::size_t Held = Eights / 2; // registers of sums at a time
    static_assert(TurnRow % 16 == 0);
    const __m256i ones = _mm256_set1_epi16(1);
    for (std::size_t step = 0; step < path.count; ++step) {
        for (std::size_t way = 0; way < 2 && step > 0; ++way) {
            const UnitTurn& turn = path.ways[way];
            for (std::size_t from = 0; from < Eights; from += Held) {
                const auto* still = reinterpret_cast<const __m256i*>(turn.m_still.data()) + from;
                __m256i held[Held];
#pragma GCC unroll 16
                for (std::size_t at = 0; at < Held; ++at)
                    held[at] = _mm256_loadu_si256(still + at);
#pragma GCC unroll 16
                for (std::size_t four = 0; four < Fours; ++four) {
                    const __m256i states = _mm256_set1_epi32(path.states[way].four(four));
                    const auto* row
                        = reinterpret_cast<const __m256i*>(turn.m_turn.data() + four * TurnRow * 4) + from;
#pragma GCC unroll 16
                    for (std::size_t at = 0; at < Held; ++at) {
                        const __m256i twos = _mm256_maddubs_epi16(states, _mm256_loadu_si256(row + at));
                        held[at] = _mm256_add_epi32(held[at], _mm256_madd_epi16(twos, ones));
                    }
                }
                auto* to = reinterpret_cast<__m256i*>(path.sums[way].values.data()) + from;
#pragma GCC unroll 16
                for (std::size_t at = 0; at < Held; ++at)
                    _mm256_store_si256(to + at, held[at]);
            }
        }
        hear<8>(path, step);
    }
}

// The same sums, sixteen at once.
[[gnu::target("avx512f,avx512bw,avx512vl,avx512vnni")]] void UnitTurn::bySixteens(Path& path)
{
    constexpr std::size_t Held = TurnRow / 16; // registers of sums
    for (std::size_t step = 0; step < path.count; ++step) {
        for (std::size_t way = 0; way < 2 && step > 0; ++way) {
            const UnitTurn& turn = path.ways[way];
            __m512i held[Held];
#pragma GCC unroll 16
            for (std::size_t at = 0; at < Held; ++at)
                held[at] = _mm512_loadu_si512(turn.m_still.data() + at * 16);
#pragma GCC unroll 16
            for (std::size_t four = 0; four < Fours; ++four) {
                const __m512i states = _mm512_set1_epi32(path.states[way].four(four));
                const std::int8_t* row = turn.m_turn.data() + four * TurnRow * 4;
#pragma GCC unroll 16
                for (std::size_t at = 0; at < Held; ++at)
                    held[at] = _mm512_dpbusd_epi32(held[at], states, _mm512_loadu_si512(row + at * 64));
            }
#pragma GCC unroll 16
            for (std::size_t at = 0; at < Held; ++at)
                _mm512_store_si512(path.sums[way].values.data() + at * 16, held[at]);
        }
        hear<16>(path, step);
    }
}

#endif

UnitTurn::UnitTurn()
    : m_turn(TurnUnits * TurnRow)
{
}

UnitTurn::UnitTurn(const Weights& weights)
    : m_turn(TurnUnits * TurnRow)
{
    for (std::size_t unit = 0; unit < TurnUnits; ++unit) {
        for (std::size_t at = 0; at < TurnRow; ++at) {
            const std::int8_t weight = weights.turn[unit * TurnRow + at];
            m_turn[(unit / 4 * TurnRow + at) * 4 + unit % 4] = weight;
            m_still[at] -= weight * static_cast<std::int32_t>(Still);
        }
    }
    std::copy(weights.pastBias.begin(), weights.pastBias.end(), m_pastBias.begin());
    for (std::size_t at = 0; at < TurnRow; ++at) {
        const float slope = at < TurnUnits * 2 ? GateSlope : 1; // of a gate and its middle are taken in here
        m_turnScale[at] = slope * weights.turnScale[at] / Still;
        m_givenScale[at] = slope * weights.givenScale[at];
        m_givenBias[at] = slope * weights.givenBias[at] + (at < TurnUnits * 2 ? GateMiddle : 0);
    }
}

UnitTurn::Lanes UnitTurn::mostLanes()
{
#if defined(__x86_64__)
    static const Lanes most = __builtin_cpu_supports("avx512vnni") != 0
            && __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0
        ? Lanes::Sixteen
        : __builtin_cpu_supports("avx2") != 0 ? Lanes::Eight
                                              : Lanes::One;
    return most;
#else
    return Lanes::One;
#endif
}

std::array<UnitTurn::Heard, 2> UnitTurn::through(const Ways& ways, const std::int16_t* given,
    std::size_t stride, std::size_t count, std::size_t aim, Lanes lanes)
{
    Path path(ways, given, stride, count, aim);
    switch (lanes) {
#if defined(__x86_64__)
    case Lanes::Sixteen:
        bySixteens(path);
        break;
    case Lanes::Eight:
        byEights(path);
        break;
#endif
    default:
        byOnes(path);
    }
    return path.heard;
}

} // namespace engine
