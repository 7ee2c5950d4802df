// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "networktrainer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <random>
#include <span>
#include <unordered_map>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t Depth = 64; // numbers of a word
constexpr std::uint32_t NoSlot = std::numeric_limits<std::uint32_t>::max();

// Bits of the generator alone: what the standard's distributions make of them is not the same everywhere.
class Chance final {
public:
    explicit Chance(std::uint64_t seed)
        : m_bits(seed)
    {
    }

    double share() { return static_cast<double>(m_bits() >> 11) * 0x1.0p-53; }
    bool is(double probability) { return share() < probability; }
    float between(double most) { return static_cast<float>((share() * 2 - 1) * most); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_bits() % count); }

private:
    std::mt19937_64 m_bits;
};

// Weights with what Adam keeps of each.
struct Weights {
    std::vector<float> values;
    std::vector<float> gradient;
    std::vector<float> first;
    std::vector<float> second;

    explicit Weights(std::size_t size)
        : values(size)
        , gradient(size)
        , first(size)
        , second(size)
    {
    }

    void start(Chance& chance, double most)
    {
        for (float& value : values)
            value = chance.between(most);
    }
};

struct Step {
    float rate = 0;
    float decay = 0;
    float firstShare = 1; // 1 − β₁ᵗ
    float secondShare = 1;

    // And clears the gradient.
    void take(Weights& weights, std::size_t from, std::size_t count) const
    {
        constexpr float First = 0.9F;
        constexpr float Second = 0.999F;
        constexpr float Least = 1e-8F;
        for (std::size_t at = from; at < from + count; ++at) {
            const float gradient = weights.gradient[at];
            weights.gradient[at] = 0;
            weights.first[at] = First * weights.first[at] + (1 - First) * gradient;
            weights.second[at] = Second * weights.second[at] + (1 - Second) * gradient * gradient;
            weights.values[at] -= rate
                * (decay * weights.values[at]
                    + weights.first[at] / firstShare / (std::sqrt(weights.second[at] / secondShare) + Least));
        }
    }
    void take(Weights& weights) const { take(weights, 0, weights.values.size()); }
};

void addTimes(float* to, const float* values, float times, std::size_t count)
{
    for (std::size_t at = 0; at < count; ++at)
        to[at] += times * values[at];
}

// Those that enough texts have, the most frequent first.
std::vector<std::uint64_t> wordsOf(const std::vector<const NetworkExample*>& examples, std::size_t fewest)
{
    std::unordered_map<std::uint64_t, std::pair<std::size_t, std::size_t>> counts; // and the last text
    for (std::size_t at = 0; at < examples.size(); ++at) {
        for (const NetworkWord& word : examples[at]->words) {
            auto& [count, last] = counts[word.key];
            if (last == at + 1)
                continue;
            last = at + 1;
            ++count;
        }
    }
    std::vector<std::pair<std::size_t, std::uint64_t>> frequent;
    for (const auto& [key, count] : counts) {
        if (count.first >= fewest && key != 0)
            frequent.emplace_back(count.first, key);
    }
    std::sort(frequent.begin(), frequent.end(), std::greater());
    std::vector<std::uint64_t> words;
    for (const auto& [count, key] : frequent)
        words.push_back(key);
    return words;
}

class VoiceTrainer final {
public:
    VoiceTrainer(const std::vector<const NetworkExample*>& examples, const std::vector<std::uint64_t>& words,
        const NetworkSettings& settings, std::uint64_t seed)
        : m_examples(examples)
        , m_settings(settings)
        , m_chance(seed)
        , m_words(words)
        , m_depths((NetworkRows::Words + m_words.size()) * Depth)
        , m_turn(Depth * VoiceRow)
        , m_bias(VoiceWidth)
        , m_hidden(VoiceInputs * VoiceHidden)
        , m_hiddenBias(VoiceHidden)
        , m_out(VoiceHidden * 2)
        , m_outBias(2)
        , m_slotOf(NetworkRows::Words + m_words.size(), NoSlot)
    {
        for (std::size_t at = 0; at < m_words.size(); ++at)
            m_wordOf.emplace(m_words[at], static_cast<std::uint32_t>(NetworkRows::Words + at));
        for (const NetworkExample* example : examples)
            m_usualWeight += double{example->weight};
        m_usualWeight *= static_cast<double>(std::min(settings.batch, examples.size()))
            / static_cast<double>(examples.size());
        m_depths.start(m_chance, 0.17);
        for (std::size_t at = NetworkRows::Parts * Depth; at < (NetworkRows::Parts + NetworkParts) * Depth;
             ++at)
            m_depths.values[at] *= 0.5F;
        m_turn.start(m_chance, 1 / std::sqrt(static_cast<double>(Depth * NetworkReach)));
        m_hidden.start(m_chance, 1 / std::sqrt(static_cast<double>(VoiceInputs)));
        m_out.start(m_chance, 1 / std::sqrt(static_cast<double>(VoiceHidden)));
    }

    VoiceWeights train()
    {
        std::vector<std::size_t> order(m_examples.size());
        for (std::size_t at = 0; at < order.size(); ++at)
            order[at] = at;
        const std::size_t batches = (order.size() + m_settings.batch - 1) / m_settings.batch;
        const std::size_t steps = batches * static_cast<std::size_t>(m_settings.rounds);
        std::size_t step = 0;
        for (int round = 0; round < m_settings.rounds; ++round) {
            for (std::size_t at = order.size(); at > 1; --at)
                std::swap(order[at - 1], order[m_chance.below(at)]);
            for (std::size_t from = 0; from < order.size(); from += m_settings.batch) {
                const std::size_t to = std::min(order.size(), from + m_settings.batch);
                learn({order.data() + from, to - from}, stepAt(step++, steps));
            }
        }
        return finished();
    }

private:
    // Something that gives to the channels of the places around it: a word with its parts, or a mark.
    struct Slot {
        std::array<std::uint32_t, 5> rows{};
        std::size_t rowCount = 0;
        std::array<float, Depth> depth{};
        std::array<float, VoiceRow> given{};
        std::array<float, VoiceRow> gradient{};
    };

    Step stepAt(std::size_t step, std::size_t steps) const
    {
        constexpr double Rising = 0.1;
        const double done = (static_cast<double>(step) + 1) / static_cast<double>(steps);
        const double share = done < Rising
            ? 0.04 + 0.96 * done / Rising
            : 0.5 + 0.5 * std::cos(3.14159265358979 * (done - Rising) / (1 - Rising));
        Step found;
        found.rate = static_cast<float>(m_settings.rate * share);
        found.decay = static_cast<float>(m_settings.decay);
        found.firstShare = static_cast<float>(1 - std::pow(0.9, static_cast<double>(step) + 1));
        found.secondShare = static_cast<float>(1 - std::pow(0.999, static_cast<double>(step) + 1));
        return found;
    }

    std::uint32_t newSlot()
    {
        if (m_slotCount == m_slots.size())
            m_slots.emplace_back();
        Slot& slot = m_slots[m_slotCount];
        slot.rowCount = 0;
        slot.gradient.fill(0);
        return static_cast<std::uint32_t>(m_slotCount++);
    }

    // The slot of a mark, or of a known word.
    std::uint32_t slotOfRow(std::uint32_t row, const NetworkWord* word)
    {
        if (m_slotOf[row] != NoSlot)
            return m_slotOf[row];
        const std::uint32_t found = newSlot();
        m_slotOf[row] = found;
        m_slotRows.push_back(row);
        fill(m_slots[found], row, word);
        return found;
    }

    std::uint32_t slotOfUnknown(const NetworkWord& word)
    {
        const auto [place, isNew] = m_unknownSlots.emplace(word.key, 0);
        if (isNew) {
            place->second = newSlot();
            fill(m_slots[place->second], NetworkRows::Unknown, &word);
        }
        return place->second;
    }

    void fill(Slot& slot, std::uint32_t row, const NetworkWord* word)
    {
        slot.rows[slot.rowCount++] = row;
        if (word != nullptr) {
            const WordParts parts = partsOf(*word);
            for (std::size_t part = 0; part < parts.size; ++part)
                slot.rows[slot.rowCount++] = NetworkRows::Parts + parts.buckets[part];
        }
        slot.depth.fill(0);
        for (std::size_t at = 0; at < slot.rowCount; ++at)
            addTimes(slot.depth.data(), depthOf(slot.rows[at]), 1, Depth);
        slot.given.fill(0);
        for (std::size_t at = 0; at < Depth; ++at)
            addTimes(slot.given.data(), m_turn.values.data() + at * VoiceRow, slot.depth[at], VoiceRow);
    }

    float* depthOf(std::uint32_t row) { return m_depths.values.data() + std::size_t{row} * Depth; }

    // The slots of an example's words, of each the word's and its marks'.
    void slotsOf(const NetworkExample& example)
    {
        m_placed.clear();
        for (std::size_t at = 0; at < example.words.size(); ++at) {
            const NetworkWord& word = example.words[at];
            const auto place = static_cast<std::uint32_t>(at);
            const auto known = m_wordOf.find(word.key);
            m_placed.emplace_back(place,
                known == m_wordOf.end() || m_chance.is(m_settings.leftOut) ? slotOfUnknown(word)
                                                                           : slotOfRow(known->second, &word));
            if (word.tag != 0 && !m_chance.is(m_settings.leftTags))
                m_placed.emplace_back(place, slotOfRow(NetworkRows::Tags + word.tag, nullptr));
            if (word.name)
                m_placed.emplace_back(place, slotOfRow(NetworkRows::Name, nullptr));
        }
    }

    void learn(std::span<const std::size_t> batch, const Step& step)
    {
        double weights = m_usualWeight; // the last batch of a round may be small
        double own = 0;
        for (const std::size_t at : batch)
            own += double{m_examples[at]->weight};
        weights = std::max(weights, own);
        if (weights <= 0)
            return;
        m_slotCount = 0;
        m_unknownSlots.clear();
        for (const std::size_t at : batch)
            learnFrom(*m_examples[at], static_cast<float>(double{m_examples[at]->weight} / weights));
        // From what the slots gave back to their rows.
        for (std::size_t row = 0; row < VoiceRow; ++row) {
            for (std::size_t at = 0; at < Depth; ++at)
                m_turned[row * Depth + at] = m_turn.values[at * VoiceRow + row];
        }
        for (std::size_t at = 0; at < m_slotCount; ++at) {
            const Slot& slot = m_slots[at];
            std::array<float, Depth> depth{};
            for (std::size_t row = 0; row < VoiceRow; ++row) {
                if (slot.gradient[row] == 0)
                    continue;
                addTimes(depth.data(), m_turned.data() + row * Depth, slot.gradient[row], Depth);
                addTimes(m_turnedGradient.data() + row * Depth, slot.depth.data(), slot.gradient[row], Depth);
            }
            for (std::size_t row = 0; row < slot.rowCount; ++row) {
                addTimes(
                    m_depths.gradient.data() + std::size_t{slot.rows[row]} * Depth, depth.data(), 1, Depth);
                m_touched.push_back(slot.rows[row]);
            }
        }
        for (std::size_t row = 0; row < VoiceRow; ++row) {
            for (std::size_t at = 0; at < Depth; ++at) {
                m_turn.gradient[at * VoiceRow + row] = m_turnedGradient[row * Depth + at];
                m_turnedGradient[row * Depth + at] = 0;
            }
        }
        std::sort(m_touched.begin(), m_touched.end());
        m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
        for (const std::uint32_t row : m_touched)
            step.take(m_depths, std::size_t{row} * Depth, Depth);
        for (Weights* all : {&m_turn, &m_bias, &m_hidden, &m_hiddenBias, &m_out, &m_outBias})
            step.take(*all);
        m_touched.clear();
        for (const std::uint32_t row : m_slotRows)
            m_slotOf[row] = NoSlot;
        m_slotRows.clear();
    }

    void learnFrom(const NetworkExample& example, float weight)
    {
        slotsOf(example);
        const std::size_t count = example.words.size();
        m_sums.resize((count + NetworkReach - 1) * VoiceWidth);
        for (std::size_t place = 0; place < count + NetworkReach - 1; ++place)
            std::copy(m_bias.values.begin(), m_bias.values.end(),
                m_sums.begin() + static_cast<std::ptrdiff_t>(place * VoiceWidth));
        for (const auto& [place, slot] : m_placed)
            addTimes(m_sums.data() + place * VoiceWidth, m_slots[slot].given.data(), 1, VoiceRow);
        VoiceInput input;
        std::copy(example.dense.begin(), example.dense.end(), input.begin() + VoiceWidth * 2);
        std::array<std::size_t, VoiceWidth> where{};
        for (std::size_t channel = 0; channel < VoiceWidth; ++channel) {
            input[channel] = 0;
            for (std::size_t place = 0; place < count; ++place) {
                const float value = m_sums[(place + NetworkOwn) * VoiceWidth + channel];
                if (value > input[channel]) {
                    input[channel] = value;
                    where[channel] = place;
                }
            }
            input[VoiceWidth + channel] = example.aim < count
                ? std::max(0.0F, m_sums[(example.aim + NetworkOwn) * VoiceWidth + channel])
                : 0.0F;
        }
        const double dropout = m_settings.dropout;
        const auto kept = static_cast<float>(1 / (1 - dropout));
        std::array<float, VoiceInputs> keptInput;
        for (std::size_t at = 0; at < VoiceInputs; ++at) {
            keptInput[at] = m_chance.is(dropout) ? 0.0F : kept;
            input[at] *= keptInput[at];
        }
        std::array<float, VoiceHidden> hidden;
        std::copy(m_hiddenBias.values.begin(), m_hiddenBias.values.end(), hidden.begin());
        for (std::size_t at = 0; at < VoiceInputs; ++at) {
            if (input[at] != 0)
                addTimes(hidden.data(), m_hidden.values.data() + at * VoiceHidden, input[at], VoiceHidden);
        }
        std::array<float, VoiceHidden> keptHidden;
        std::array<float, 2> margins{m_outBias.values[0], m_outBias.values[1]};
        for (std::size_t unit = 0; unit < VoiceHidden; ++unit) {
            keptHidden[unit] = hidden[unit] <= 0 || m_chance.is(dropout) ? 0.0F : kept;
            hidden[unit] *= keptHidden[unit];
            addTimes(margins.data(), m_out.values.data() + unit * 2, hidden[unit], 2);
        }
        // And back.
        const double most = std::max({0.0, double{margins[0]}, double{margins[1]}});
        const double negative = std::exp(double{margins[0]} - most);
        const double positive = std::exp(double{margins[1]} - most);
        const double sum = negative + positive + std::exp(-most);
        const auto wanted = [&](int label) {
            return (example.label == label ? 1 - m_settings.smoothing : 0) + m_settings.smoothing / 3;
        };
        const std::array<float, 2> error{weight * static_cast<float>(negative / sum - wanted(0)),
            weight * static_cast<float>(positive / sum - wanted(2))};
        addTimes(m_outBias.gradient.data(), error.data(), 1, 2);
        std::array<float, VoiceHidden> back;
        for (std::size_t unit = 0; unit < VoiceHidden; ++unit) {
            addTimes(m_out.gradient.data() + unit * 2, error.data(), hidden[unit], 2);
            back[unit] = keptHidden[unit]
                * (error[0] * m_out.values[unit * 2] + error[1] * m_out.values[unit * 2 + 1]);
        }
        addTimes(m_hiddenBias.gradient.data(), back.data(), 1, VoiceHidden);
        for (std::size_t at = 0; at < VoiceInputs; ++at) {
            if (input[at] == 0)
                continue;
            const float* values = m_hidden.values.data() + at * VoiceHidden;
            addTimes(m_hidden.gradient.data() + at * VoiceHidden, back.data(), input[at], VoiceHidden);
            if (at >= VoiceWidth * 2)
                continue;
            float toChannel = 0;
            for (std::size_t unit = 0; unit < VoiceHidden; ++unit)
                toChannel += values[unit] * back[unit];
            giveBack(at % VoiceWidth, at < VoiceWidth ? where[at] : example.aim, toChannel * keptInput[at]);
        }
    }

    // To all that gave to that channel of that place.
    void giveBack(std::size_t channel, std::size_t at, float gradient)
    {
        m_bias.gradient[channel] += gradient;
        for (const auto& [place, slot] : m_placed) {
            if (place > at + NetworkOwn)
                break;
            if (place + NetworkOwn >= at)
                m_slots[slot].gradient[(at + NetworkOwn - place) * VoiceWidth + channel] += gradient;
        }
    }

    std::vector<float> turned(std::uint32_t first, std::size_t count)
    {
        std::vector<float> rows(count * VoiceRow);
        for (std::size_t row = 0; row < count; ++row) {
            const float* depth = depthOf(first + static_cast<std::uint32_t>(row));
            for (std::size_t at = 0; at < Depth; ++at)
                addTimes(
                    rows.data() + row * VoiceRow, m_turn.values.data() + at * VoiceRow, depth[at], VoiceRow);
        }
        return rows;
    }

    VoiceWeights finished()
    {
        VoiceWeights weights;
        weights.unknownRow = turned(NetworkRows::Unknown, 1);
        weights.nameRow = turned(NetworkRows::Name, 1);
        weights.tagRows = turned(NetworkRows::Tags, NetworkTags);
        weights.partRows = turned(NetworkRows::Parts, NetworkParts);
        weights.wordRows = turned(NetworkRows::Words, m_words.size());
        // A known word's row holds what its parts give.
        std::vector<bool> met(m_words.size(), false);
        for (const NetworkExample* example : m_examples) {
            for (const NetworkWord& word : example->words) {
                const auto known = m_wordOf.find(word.key);
                if (known == m_wordOf.end() || met[known->second - NetworkRows::Words])
                    continue;
                const std::size_t at = known->second - NetworkRows::Words;
                met[at] = true;
                const WordParts parts = partsOf(word);
                for (std::size_t part = 0; part < parts.size; ++part)
                    addTimes(weights.wordRows.data() + at * VoiceRow,
                        weights.partRows.data() + parts.buckets[part] * VoiceRow, 1, VoiceRow);
            }
        }
        weights.bias = m_bias.values;
        weights.hidden = m_hidden.values;
        weights.hiddenBias = m_hiddenBias.values;
        weights.out = m_out.values;
        weights.outBias = {double{m_outBias.values[0]}, double{m_outBias.values[1]}};
        return weights;
    }

    const std::vector<const NetworkExample*>& m_examples;
    NetworkSettings m_settings;
    Chance m_chance;
    double m_usualWeight = 0; // of a batch
    const std::vector<std::uint64_t>& m_words; // keys, the most frequent first
    std::unordered_map<std::uint64_t, std::uint32_t> m_wordOf; // their rows
    Weights m_depths; // rows × Depth
    Weights m_turn; // from a word's numbers to its row: Depth × VoiceRow
    Weights m_bias;
    Weights m_hidden;
    Weights m_hiddenBias;
    Weights m_out;
    Weights m_outBias;
    // Of a batch:
    std::vector<Slot> m_slots; // only the first `m_slotCount` are in use
    std::size_t m_slotCount = 0;
    std::vector<std::uint32_t> m_slotOf; // by row
    std::vector<std::uint32_t> m_slotRows; // those that have one
    std::unordered_map<std::uint64_t, std::uint32_t> m_unknownSlots; // by key
    std::vector<std::uint32_t> m_touched; // rows
    std::vector<float> m_turned = std::vector<float>(VoiceRow * Depth); // VoiceRow × Depth
    std::vector<float> m_turnedGradient = std::vector<float>(VoiceRow * Depth);
    // Of an example:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_placed; // place and slot
    std::vector<float> m_sums; // place × channel
};

} // namespace

NetworkExample networkExample(const SentimentFeatures& features, int label, double weight)
{
    NetworkExample example;
    example.words.assign(
        features.network.words.begin(), features.network.words.begin() + features.network.count);
    example.aim = features.network.aim;
    example.dense = networkDense(features);
    example.label = label;
    example.weight = static_cast<float>(weight);
    return example;
}

NetworkWeights trainNetwork(
    const std::vector<const NetworkExample*>& examples, const NetworkSettings& settings)
{
    constexpr std::uint64_t Seed = 20260101;
    NetworkWeights weights;
    if (examples.empty())
        return weights;
    weights.words = wordsOf(examples, settings.fewest);
    for (std::size_t voice = 0; voice < NetworkVoices; ++voice)
        weights.voices[voice] = VoiceTrainer(examples, weights.words, settings, Seed + voice).train();
    return weights;
}

} // namespace engine
