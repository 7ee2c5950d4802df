// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "wordnetwork.h"

#include <engine/bytes.h>
#include <engine/text/hashing.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace engine {

namespace {

constexpr std::uint32_t MostWords = 1U << 20;
constexpr float MostByte = 127;
constexpr float MostValue = 1e6F; // of any weight in a file: no sum of them leaves the numbers

std::size_t slotsFor(std::size_t words) { return std::bit_ceil(words + words / 4 + 1); }

// Which slot a key is looked for in first, by its low bits, and what tells it from others there.
struct Place {
    std::size_t slot = 0;
    std::uint32_t check = 0;
};
Place placeOf(std::uint64_t key, std::size_t slots)
{
    const std::uint64_t mixed = mixedKey(key);
    return {mixed & (slots - 1), static_cast<std::uint32_t>(mixed >> 32)};
}

// What there is to take is known to be there.
template <class Value> void takeValues(std::string_view& bytes, Value* to, std::size_t count)
{
    if (count == 0)
        return;
    std::memcpy(to, bytes.data(), count * sizeof(Value));
    bytes.remove_prefix(count * sizeof(Value));
}

// To each hidden unit what the inputs named give it.
void addSpeaking(float* __restrict hidden, const float* __restrict weights, const float* __restrict input,
    std::span<const std::uint16_t> speaking)
{
    constexpr std::size_t Block = 16; // units whose sums stay in registers
    static_assert(NetworkHidden % Block == 0);
    for (std::size_t from = 0; from < NetworkHidden; from += Block) {
        std::array<float, Block> sums;
        std::copy_n(hidden + from, Block, sums.begin());
        for (const std::uint16_t at : speaking) {
            const float* given = weights + std::size_t{at} * NetworkHidden + from;
            for (std::size_t unit = 0; unit < Block; ++unit)
                sums[unit] += input[at] * given[unit];
        }
        std::copy_n(sums.begin(), Block, hidden + from);
    }
}

} // namespace

WordParts partsOf(const NetworkWord& word)
{
    WordParts parts;
    if (word.begin == 0)
        return parts;
    constexpr std::uint64_t Three = 0xFFFFFF;
    const auto put = [&](std::uint64_t letters, std::uint64_t kind) {
        parts.buckets[parts.size++]
            = static_cast<std::uint32_t>(mixedKey(letters | (kind << 56)) % NetworkParts);
    };
    put(word.begin & Three, 1);
    put(word.begin, 2);
    put(std::uint64_t{word.end} >> 8, 3);
    put(word.end, 4);
    return parts;
}

NetworkDenseInput networkDense(const SentimentFeatures& features)
{
    NetworkDenseInput input;
    float* next = std::copy(features.dense.begin(), features.dense.end(), input.data());
    for (const Register kind : {Register::Prose, Register::Headline, Register::Post})
        *next++ = features.kind == kind ? 1.0F : 0.0F;
    *next = features.aimed ? 1.0F : 0.0F;
    return input;
}

NetworkWeights::NetworkWeights()
    : unknownRow(NetworkRow)
    , partRows(NetworkRow * NetworkParts)
    , tagRows(NetworkRow * NetworkTags)
    , nameRow(NetworkRow)
    , bias(NetworkRow)
    , turn(NetworkWays * TurnUnits * TurnRow)
    , pastBias(NetworkUnits)
    , hidden(NetworkInputs * NetworkHidden)
    , hiddenBias(NetworkHidden)
    , out(NetworkHidden * 2)
{
}

void WordNetwork::append(std::string& bytes, const NetworkWeights& weights)
{
    const std::array kinds{
        &weights.unknownRow, &weights.nameRow, &weights.tagRows, &weights.partRows, &weights.wordRows};
    std::array<float, NetworkRow> scales{};
    for (const std::vector<float>* rows : kinds) {
        for (std::size_t at = 0; at < rows->size(); ++at)
            scales[at % NetworkRow] = std::max(scales[at % NetworkRow], std::abs((*rows)[at]));
    }
    std::array<float, NetworkRow> turnScales{};
    const auto turnScale = [&](std::size_t at) -> float& {
        return turnScales[at / (TurnUnits * TurnRow) * TurnRow + at % TurnRow];
    };
    for (std::size_t at = 0; at < weights.turn.size(); ++at)
        turnScale(at) = std::max(turnScale(at), std::abs(weights.turn[at]));
    for (std::array<float, NetworkRow>* all : {&scales, &turnScales}) {
        for (float& scale : *all)
            scale = (scale > 0 ? scale : 1) / MostByte;
    }
    engine::append(bytes, static_cast<std::uint32_t>(weights.words.size()));
    for (const std::uint64_t key : weights.words)
        engine::append(bytes, key);
    const auto appendFloats = [&](const auto& values) {
        for (const auto value : values)
            engine::append(bytes, static_cast<float>(value));
    };
    const auto appendByte
        = [&](float value) { engine::append(bytes, static_cast<std::int8_t>(std::lround(value))); };
    appendFloats(scales);
    appendFloats(weights.bias);
    appendFloats(turnScales);
    for (std::size_t at = 0; at < weights.turn.size(); ++at)
        appendByte(weights.turn[at] / turnScale(at));
    for (const std::vector<float>* values :
        {&weights.pastBias, &weights.hidden, &weights.hiddenBias, &weights.out})
        appendFloats(*values);
    appendFloats(weights.outBias);
    for (const std::vector<float>* rows : kinds) {
        for (std::size_t at = 0; at < rows->size(); ++at)
            appendByte((*rows)[at] / scales[at % NetworkRow]);
    }
}

std::optional<WordNetwork> WordNetwork::take(std::string_view& bytes)
{
    static_assert(sizeof(Row) == NetworkRow, "rows lie in memory as they do in the file");
    constexpr std::size_t TurnSize = NetworkWays * TurnUnits * TurnRow;
    constexpr std::size_t Floats
        = NetworkRow * 3 + NetworkUnits + (NetworkInputs + 3) * NetworkHidden + 2; // and bytes of TurnSize
    std::uint32_t count = 0;
    if (bytes.size() < sizeof count)
        return std::nullopt;
    takeValues(bytes, &count, 1);
    WordNetwork network;
    const std::size_t rows = std::size_t{NetworkRows::Words} + count;
    if (count > MostWords
        || bytes.size()
            < count * sizeof(std::uint64_t) + Floats * sizeof(float) + TurnSize + rows * NetworkRow)
        return std::nullopt;
    std::vector<std::uint64_t> words(count);
    takeValues(bytes, words.data(), words.size());
    bool right = true;
    const auto takeFloats = [&](auto& values) {
        takeValues(bytes, values.data(), values.size());
        right = right && std::all_of(values.begin(), values.end(), [](float value) {
            return std::abs(value) <= MostValue;
        });
    };
    std::array<float, NetworkRow> givenScale{};
    std::array<float, NetworkRow> givenBias{};
    std::array<float, NetworkRow> turnScale{};
    std::vector<std::int8_t> turn(TurnSize);
    std::array<float, NetworkUnits> pastBias{};
    takeFloats(givenScale);
    takeFloats(givenBias);
    takeFloats(turnScale);
    takeValues(bytes, turn.data(), turn.size());
    takeFloats(pastBias);
    takeFloats(network.m_hidden);
    takeFloats(network.m_hiddenBias);
    takeFloats(network.m_out);
    takeFloats(network.m_outBias);
    for (const std::int8_t weight : turn)
        right = right && weight >= -MostByte;
    if (!right)
        return std::nullopt;
    for (std::size_t way = 0; way < NetworkWays; ++way) {
        const auto row
            = [way](const auto& values) { return std::span(values).subspan(way * TurnRow, TurnRow); };
        network.m_turns[way]
            = UnitTurn({.turn = std::span(turn).subspan(way * TurnUnits * TurnRow, TurnUnits * TurnRow),
                .turnScale = row(turnScale),
                .pastBias = std::span(pastBias).subspan(way * TurnUnits, TurnUnits),
                .givenScale = row(givenScale),
                .givenBias = row(givenBias)});
    }
    network.m_rows.resize(rows);
    takeValues(bytes, network.m_rows.data(), network.m_rows.size());
    std::vector<Slot>& slots = network.m_slots;
    slots.assign(slotsFor(count), {});
    for (std::uint32_t at = 0; at < count; ++at) {
        auto [slot, check] = placeOf(words[at], slots.size());
        while (slots[slot].row != 0)
            slot = (slot + 1) & (slots.size() - 1);
        slots[slot] = {check, NetworkRows::Words + at};
    }
    return network;
}

std::uint32_t WordNetwork::wordRow(std::uint64_t key) const
{
    auto [slot, check] = placeOf(key, m_slots.size());
    while (m_slots[slot].row != 0 && m_slots[slot].check != check)
        slot = (slot + 1) & (m_slots.size() - 1);
    return m_slots[slot].row; // 0 is the unknown's
}

[[gnu::noinline]] void WordNetwork::addRow(std::int16_t* __restrict to, const Row& row)
{
    const std::int8_t* __restrict values = row.values.data();
    for (std::size_t at = 0; at < NetworkRow; ++at)
        to[at] = static_cast<std::int16_t>(to[at] + values[at]);
}

Margins WordNetwork::marginsOf(const NetworkInput& input) const
{
    // Many inputs are zero, in no order: which are not is found without a branch.
    std::array<std::uint16_t, NetworkInputs> speaking;
    std::size_t speakers = 0;
    for (std::size_t at = 0; at < NetworkInputs; ++at) {
        speaking[speakers] = static_cast<std::uint16_t>(at);
        speakers += input[at] != 0 ? 1 : 0;
    }
    std::array<float, NetworkHidden> units = m_hiddenBias;
    addSpeaking(units.data(), m_hidden.data(), input.data(), {speaking.data(), speakers});
    std::array<float, 2> margins = m_outBias;
    for (std::size_t unit = 0; unit < NetworkHidden; ++unit) {
        const float value = std::max(units[unit], 0.0F);
        margins[0] += value * m_out[unit * 2];
        margins[1] += value * m_out[unit * 2 + 1];
    }
    return {double{margins[0]}, double{margins[1]}};
}

Margins WordNetwork::margins(
    std::span<const NetworkWord> words, std::uint32_t aim, const NetworkDenseInput& dense) const
{
    const std::size_t count = std::min<std::size_t>(words.size(), NetworkWords);
    std::array<std::uint32_t, NetworkWords> rows;
    for (std::size_t at = 0; at < count; ++at) {
        rows[at] = wordRow(words[at].key);
        for (std::size_t byte = 0; byte < NetworkRow; byte += 64)
            __builtin_prefetch(m_rows[rows[at]].values.data() + byte);
    }
    alignas(32) std::array<std::int16_t, NetworkWords * NetworkRow> given;
    for (std::size_t at = 0; at < count; ++at) {
        const NetworkWord& word = words[at];
        std::int16_t* to = given.data() + at * NetworkRow;
        std::copy(m_rows[rows[at]].values.begin(), m_rows[rows[at]].values.end(), to);
        const auto add = [&](std::uint32_t row) { addRow(to, m_rows[row]); };
        if (rows[at] == NetworkRows::Unknown) {
            const WordParts parts = partsOf(word);
            for (std::size_t part = 0; part < parts.size; ++part)
                add(NetworkRows::Parts + parts.buckets[part]);
        }
        if (word.tag != 0)
            add(NetworkRows::Tags + word.tag);
        if (word.name)
            add(NetworkRows::Name);
    }
    NetworkInput input{};
    if (count > 0) {
        const auto heard = UnitTurn::through(m_turns, given.data(), NetworkRow, count, aim);
        for (std::size_t way = 0; way < NetworkWays; ++way) {
            std::copy(heard[way].most.begin(), heard[way].most.end(), input.data() + way * TurnUnits);
            std::copy(
                heard[way].own.begin(), heard[way].own.end(), input.data() + NetworkUnits + way * TurnUnits);
        }
    }
    std::copy(dense.begin(), dense.end(), input.begin() + NetworkUnits * 2);
    return marginsOf(input);
}

} // namespace engine
