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

constexpr std::size_t Padding = NetworkReach - 1; // places before and after the text, half on each side
constexpr float MostBias = 9999; // so that no sum of rows leaves 16 bits

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
    static_assert(VoiceHidden % Block == 0);
    for (std::size_t from = 0; from < VoiceHidden; from += Block) {
        std::array<float, Block> sums;
        std::copy_n(hidden + from, Block, sums.begin());
        for (const std::uint16_t at : speaking) {
            const float* given = weights + std::size_t{at} * VoiceHidden + from;
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

VoiceWeights::VoiceWeights()
    : unknownRow(VoiceRow)
    , partRows(VoiceRow * NetworkParts)
    , tagRows(VoiceRow * NetworkTags)
    , nameRow(VoiceRow)
    , bias(VoiceWidth)
    , hidden(VoiceInputs * VoiceHidden)
    , hiddenBias(VoiceHidden)
    , out(VoiceHidden * 2)
{
}

void WordNetwork::append(std::string& bytes, const NetworkWeights& weights)
{
    constexpr float Most = 127;
    constexpr std::array Kinds{&VoiceWeights::unknownRow, &VoiceWeights::nameRow, &VoiceWeights::tagRows,
        &VoiceWeights::partRows, &VoiceWeights::wordRows};
    std::array<float, Width> scales{};
    for (std::size_t voice = 0; voice < NetworkVoices; ++voice) {
        for (const auto kind : Kinds) {
            const std::vector<float>& rows = weights.voices[voice].*kind;
            for (std::size_t at = 0; at < rows.size(); ++at) {
                float& scale = scales[voice * VoiceWidth + at % VoiceWidth];
                scale = std::max(scale, std::abs(rows[at]));
            }
        }
    }
    for (float& scale : scales)
        scale = (scale > 0 ? scale : 1) / Most;
    engine::append(bytes, static_cast<std::uint32_t>(weights.words.size()));
    for (const std::uint64_t key : weights.words)
        engine::append(bytes, key);
    for (const float scale : scales)
        engine::append(bytes, scale);
    for (std::size_t at = 0; at < Width; ++at) {
        const float bias = weights.voices[at / VoiceWidth].bias[at % VoiceWidth] / scales[at];
        engine::append(bytes, static_cast<std::int16_t>(std::lround(std::clamp(bias, -MostBias, MostBias))));
    }
    for (const VoiceWeights& voice : weights.voices) {
        for (const std::vector<float>* values : {&voice.hidden, &voice.hiddenBias, &voice.out}) {
            for (const float value : *values)
                engine::append(bytes, value);
        }
        for (const double value : voice.outBias)
            engine::append(bytes, static_cast<float>(value));
    }
    // A row lies together: of each place what all voices hear.
    for (const auto kind : Kinds) {
        const std::size_t rows = (weights.voices.front().*kind).size() / VoiceRow;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t at = 0; at < RowSize; ++at) {
                const std::size_t place = at / Width;
                const std::size_t voice = at % Width / VoiceWidth;
                const std::size_t own = row * VoiceRow + place * VoiceWidth + at % VoiceWidth;
                engine::append(bytes,
                    static_cast<std::int8_t>(
                        std::lround((weights.voices[voice].*kind)[own] / scales[at % Width])));
            }
        }
    }
}

std::optional<WordNetwork> WordNetwork::take(std::string_view& bytes)
{
    static_assert(sizeof(Row) == RowSize, "rows lie in memory as they do in the file");
    constexpr std::size_t VoiceFloats = (VoiceInputs + 3) * VoiceHidden + 2;
    std::uint32_t count = 0;
    if (bytes.size() < sizeof count)
        return std::nullopt;
    takeValues(bytes, &count, 1);
    WordNetwork network;
    const std::size_t rows = std::size_t{NetworkRows::Words} + count;
    if (count > MostWords
        || bytes.size() < count * sizeof(std::uint64_t)
                + (Width + NetworkVoices * VoiceFloats) * sizeof(float) + sizeof network.m_bias
                + rows * RowSize)
        return std::nullopt;
    std::vector<std::uint64_t> words(count);
    takeValues(bytes, words.data(), words.size());
    bool right = true;
    const auto takeFloats = [&](auto& values) {
        takeValues(bytes, values.data(), values.size());
        right = right
            && std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
    };
    takeFloats(network.m_scales);
    takeValues(bytes, network.m_bias.data(), network.m_bias.size());
    for (const std::int16_t bias : network.m_bias)
        right = right && std::abs(static_cast<float>(bias)) <= MostBias;
    for (Voice& voice : network.m_voices) {
        takeFloats(voice.hidden);
        takeFloats(voice.hiddenBias);
        takeFloats(voice.out);
        takeFloats(voice.outBias);
    }
    if (!right)
        return std::nullopt;
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

void WordNetwork::addRow(std::int16_t* __restrict to, const Row& row)
{
    const std::int8_t* __restrict values = row.values.data();
    for (std::size_t at = 0; at < RowSize; ++at)
        to[at] = static_cast<std::int16_t>(to[at] + values[at]);
}

Margins WordNetwork::Voice::margins(const VoiceInput& input) const
{
    // About half of the inputs are zero, in no order: which are not is found without a branch.
    std::array<std::uint16_t, VoiceInputs> speaking;
    std::size_t speakers = 0;
    for (std::size_t at = 0; at < VoiceInputs; ++at) {
        speaking[speakers] = static_cast<std::uint16_t>(at);
        speakers += input[at] != 0 ? 1 : 0;
    }
    std::array<float, VoiceHidden> units = hiddenBias;
    addSpeaking(units.data(), hidden.data(), input.data(), {speaking.data(), speakers});
    std::array<float, 2> margins = outBias;
    for (std::size_t unit = 0; unit < VoiceHidden; ++unit) {
        const float value = std::max(units[unit], 0.0F);
        margins[0] += value * out[unit * 2];
        margins[1] += value * out[unit * 2 + 1];
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
        for (std::size_t byte = 0; byte < RowSize; byte += 64)
            __builtin_prefetch(m_rows[rows[at]].values.data() + byte);
    }
    // Of each place around a word, the channels before they are cut at zero.
    std::array<std::int16_t, (NetworkWords + Padding) * Width> sums;
    for (std::size_t place = 0; place < count + Padding; ++place)
        std::copy(m_bias.begin(), m_bias.end(), sums.begin() + place * Width);
    for (std::size_t at = 0; at < count; ++at) {
        const NetworkWord& word = words[at];
        std::int16_t* to = sums.data() + at * Width;
        const auto add = [&](std::uint32_t row) { addRow(to, m_rows[row]); };
        add(rows[at]);
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
    std::array<std::int16_t, Width> most{};
    for (std::size_t place = 0; place < count; ++place) {
        const std::int16_t* values = sums.data() + (place + NetworkOwn) * Width;
        for (std::size_t channel = 0; channel < Width; ++channel)
            most[channel] = most[channel] < values[channel] ? values[channel] : most[channel];
    }
    const std::int16_t* own = aim < count ? sums.data() + (aim + NetworkOwn) * Width : nullptr;
    Margins margins{};
    for (std::size_t voice = 0; voice < NetworkVoices; ++voice) {
        VoiceInput input;
        const std::size_t first = voice * VoiceWidth;
        for (std::size_t at = 0; at < VoiceWidth; ++at) {
            const float scale = m_scales[first + at];
            const std::int16_t aimed = own == nullptr ? std::int16_t{0} : own[first + at];
            input[at] = static_cast<float>(most[first + at]) * scale;
            input[VoiceWidth + at] = static_cast<float>(std::max<std::int16_t>(aimed, 0)) * scale;
        }
        std::copy(dense.begin(), dense.end(), input.begin() + VoiceWidth * 2);
        const Margins said = m_voices[voice].margins(input);
        margins[0] += said[0] / NetworkVoices;
        margins[1] += said[1] / NetworkVoices;
    }
    return margins;
}

} // namespace engine
