// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "networktrainer.h"

#include "adam.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <unordered_map>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t Depth = 64; // numbers of a word
constexpr std::uint32_t NoSlot = std::numeric_limits<std::uint32_t>::max();

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

class NetworkTrainer final {
public:
    NetworkTrainer(const std::vector<const NetworkExample*>& examples, const NetworkSettings& settings,
        std::uint64_t seed)
        : m_examples(examples)
        , m_settings(settings)
        , m_chance(seed)
        , m_words(wordsOf(examples, settings.fewest))
        , m_depths((NetworkRows::Words + m_words.size()) * Depth)
        , m_turn(Depth * NetworkRow)
        , m_bias(NetworkRow)
        , m_past(NetworkWays * TurnUnits * TurnRow)
        , m_pastBias(NetworkUnits)
        , m_hidden(NetworkInputs * NetworkHidden)
        , m_hiddenBias(NetworkHidden)
        , m_out(NetworkHidden * 2)
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
        m_turn.start(m_chance, 1 / std::sqrt(static_cast<double>(Depth)));
        m_past.start(m_chance, 1 / std::sqrt(static_cast<double>(TurnUnits)));
        m_hidden.start(m_chance, 1 / std::sqrt(static_cast<double>(NetworkInputs)));
        m_out.start(m_chance, 1 / std::sqrt(static_cast<double>(NetworkHidden)));
    }

    NetworkWeights train()
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
    // Something that gives to the units: a word with its parts, or a mark.
    struct Slot {
        std::array<std::uint32_t, 5> rows{};
        std::size_t rowCount = 0;
        std::array<float, Depth> depth{};
        std::array<float, NetworkRow> given{};
        std::array<float, NetworkRow> gradient{};
    };

    AdamStep stepAt(std::size_t step, std::size_t steps) const
    {
        constexpr double Rising = 0.1;
        const double done = (static_cast<double>(step) + 1) / static_cast<double>(steps);
        const double share = done < Rising
            ? 0.04 + 0.96 * done / Rising
            : 0.5 + 0.5 * std::cos(3.14159265358979 * (done - Rising) / (1 - Rising));
        AdamStep found;
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
            addTimes(slot.given.data(), m_turn.values.data() + at * NetworkRow, slot.depth[at], NetworkRow);
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

    void learn(std::span<const std::size_t> batch, const AdamStep& step)
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
        for (std::size_t way = 0; way < NetworkWays; ++way)
            turnPast(way);
        for (const std::size_t at : batch)
            learnFrom(*m_examples[at], static_cast<float>(double{m_examples[at]->weight} / weights));
        // From what the slots gave back to their rows.
        for (std::size_t row = 0; row < NetworkRow; ++row) {
            for (std::size_t at = 0; at < Depth; ++at)
                m_turned[row * Depth + at] = m_turn.values[at * NetworkRow + row];
        }
        for (std::size_t at = 0; at < m_slotCount; ++at) {
            const Slot& slot = m_slots[at];
            std::array<float, Depth> depth{};
            for (std::size_t row = 0; row < NetworkRow; ++row) {
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
        for (std::size_t row = 0; row < NetworkRow; ++row) {
            for (std::size_t at = 0; at < Depth; ++at) {
                m_turn.gradient[at * NetworkRow + row] = m_turnedGradient[row * Depth + at];
                m_turnedGradient[row * Depth + at] = 0;
            }
        }
        std::sort(m_touched.begin(), m_touched.end());
        m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
        for (const std::uint32_t row : m_touched)
            step.take(m_depths, std::size_t{row} * Depth, Depth);
        for (AdamWeights* all :
            {&m_turn, &m_bias, &m_past, &m_pastBias, &m_hidden, &m_hiddenBias, &m_out, &m_outBias})
            step.take(*all);
        m_touched.clear();
        for (const std::uint32_t row : m_slotRows)
            m_slotOf[row] = NoSlot;
        m_slotRows.clear();
    }

    // What the past gives, by places of the row.
    void turnPast(std::size_t way)
    {
        const float* values = m_past.values.data() + way * TurnUnits * TurnRow;
        float* turned = m_pastTurned.data() + way * TurnUnits * TurnRow;
        for (std::size_t unit = 0; unit < TurnUnits; ++unit) {
            for (std::size_t at = 0; at < TurnRow; ++at)
                turned[at * TurnUnits + unit] = values[unit * TurnRow + at];
        }
    }

    // A word's state of the units of one way.
    struct State {
        std::array<float, TurnUnits> let{};
        std::array<float, TurnUnits> kept{};
        std::array<float, TurnUnits> turned{};
        std::array<float, TurnUnits> added{};
        std::array<float, TurnUnits> value{};
    };

    static std::size_t placeOf(std::size_t way, std::size_t step, std::size_t count)
    {
        return way == 0 ? step : count - 1 - step;
    }

    // As UnitTurn::through().
    void goThrough(std::size_t way, std::size_t count)
    {
        const float* weights = m_past.values.data() + way * TurnUnits * TurnRow;
        const float* pastBias = m_pastBias.values.data() + way * TurnUnits;
        State before;
        for (std::size_t step = 0; step < count; ++step) {
            const std::size_t place = placeOf(way, step, count);
            const float* given = m_sums.data() + place * NetworkRow + way * TurnRow;
            std::array<float, TurnRow> past{};
            for (std::size_t unit = 0; unit < TurnUnits && step > 0; ++unit)
                addTimes(past.data(), weights + unit * TurnRow, before.value[unit], TurnRow);
            State& state = m_states[way][place];
            for (std::size_t unit = 0; unit < TurnUnits; ++unit) {
                state.let[unit] = gateOf(given[unit] + past[unit]);
                state.kept[unit] = gateOf(given[TurnUnits + unit] + past[TurnUnits + unit]);
                state.turned[unit] = past[TurnUnits * 2 + unit] + pastBias[unit];
                state.added[unit]
                    = squashed(given[TurnUnits * 2 + unit] + state.let[unit] * state.turned[unit]);
                state.value[unit]
                    = state.kept[unit] * before.value[unit] + (1 - state.kept[unit]) * state.added[unit];
            }
            before = state;
        }
    }

    // From what the states are to be changed by to what was given, and to the weights (backpropagation
    // through time).
    void goBack(std::size_t way, std::size_t count)
    {
        const float* turnedWeights = m_pastTurned.data() + way * TurnUnits * TurnRow;
        float* gradient = m_past.gradient.data() + way * TurnUnits * TurnRow;
        float* biasGradient = m_pastBias.gradient.data() + way * TurnUnits;
        static const State Nothing;
        std::array<float, TurnUnits> later{};
        for (std::size_t step = count; step-- > 0;) {
            const std::size_t place = placeOf(way, step, count);
            const State& state = m_states[way][place];
            const State& before = step > 0 ? m_states[way][placeOf(way, step - 1, count)] : Nothing;
            const float* wanted = m_stateGradient.data() + (place * NetworkWays + way) * TurnUnits;
            float* given = m_givenGradient.data() + place * NetworkRow + way * TurnRow;
            std::array<float, TurnRow> past;
            for (std::size_t unit = 0; unit < TurnUnits; ++unit) {
                const float value = wanted[unit] + later[unit];
                const float added = std::abs(state.added[unit]) < 1 ? value * (1 - state.kept[unit]) : 0;
                const float kept = state.kept[unit] > 0 && state.kept[unit] < 1
                    ? GateSlope * value * (before.value[unit] - state.added[unit])
                    : 0;
                const float let
                    = state.let[unit] > 0 && state.let[unit] < 1 ? GateSlope * added * state.turned[unit] : 0;
                given[unit] = past[unit] = let;
                given[TurnUnits + unit] = past[TurnUnits + unit] = kept;
                given[TurnUnits * 2 + unit] = added;
                past[TurnUnits * 2 + unit] = added * state.let[unit];
                biasGradient[unit] += past[TurnUnits * 2 + unit];
                later[unit] = value * state.kept[unit];
            }
            if (step == 0)
                break;
            for (std::size_t unit = 0; unit < TurnUnits; ++unit)
                addTimes(gradient + unit * TurnRow, past.data(), before.value[unit], TurnRow);
            for (std::size_t at = 0; at < TurnRow; ++at)
                addTimes(later.data(), turnedWeights + at * TurnUnits, past[at], TurnUnits);
        }
    }

    void learnFrom(const NetworkExample& example, float weight)
    {
        const std::size_t count = example.words.size();
        if (count == 0)
            return;
        slotsOf(example);
        m_sums.resize(count * NetworkRow);
        for (std::size_t place = 0; place < count; ++place)
            std::copy(m_bias.values.begin(), m_bias.values.end(),
                m_sums.begin() + static_cast<std::ptrdiff_t>(place * NetworkRow));
        for (const auto& [place, slot] : m_placed)
            addTimes(m_sums.data() + place * NetworkRow, m_slots[slot].given.data(), 1, NetworkRow);
        NetworkInput input{};
        std::copy(example.dense.begin(), example.dense.end(), input.begin() + NetworkUnits * 2);
        std::array<std::size_t, NetworkUnits> where{};
        for (std::size_t way = 0; way < NetworkWays; ++way) {
            m_states[way].resize(std::max(m_states[way].size(), count));
            goThrough(way, count);
            for (std::size_t unit = 0; unit < TurnUnits; ++unit) {
                const std::size_t at = way * TurnUnits + unit;
                for (std::size_t place = 1; place < count; ++place) {
                    if (m_states[way][place].value[unit] > m_states[way][where[at]].value[unit])
                        where[at] = place;
                }
                input[at] = m_states[way][where[at]].value[unit];
                if (example.aim < count)
                    input[NetworkUnits + at] = m_states[way][example.aim].value[unit];
            }
        }
        const double dropout = m_settings.dropout;
        const auto kept = static_cast<float>(1 / (1 - dropout));
        std::array<float, NetworkInputs> keptInput;
        for (std::size_t at = 0; at < NetworkInputs; ++at) {
            keptInput[at] = m_chance.is(dropout) ? 0.0F : kept;
            input[at] *= keptInput[at];
        }
        std::array<float, NetworkHidden> hidden;
        std::copy(m_hiddenBias.values.begin(), m_hiddenBias.values.end(), hidden.begin());
        for (std::size_t at = 0; at < NetworkInputs; ++at) {
            if (input[at] != 0)
                addTimes(
                    hidden.data(), m_hidden.values.data() + at * NetworkHidden, input[at], NetworkHidden);
        }
        std::array<float, NetworkHidden> keptHidden;
        std::array<float, 2> margins{m_outBias.values[0], m_outBias.values[1]};
        for (std::size_t unit = 0; unit < NetworkHidden; ++unit) {
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
        std::array<float, NetworkHidden> back;
        for (std::size_t unit = 0; unit < NetworkHidden; ++unit) {
            addTimes(m_out.gradient.data() + unit * 2, error.data(), hidden[unit], 2);
            back[unit] = keptHidden[unit]
                * (error[0] * m_out.values[unit * 2] + error[1] * m_out.values[unit * 2 + 1]);
        }
        addTimes(m_hiddenBias.gradient.data(), back.data(), 1, NetworkHidden);
        m_stateGradient.assign(count * NetworkUnits, 0);
        for (std::size_t at = 0; at < NetworkInputs; ++at) {
            if (input[at] == 0)
                continue;
            const float* values = m_hidden.values.data() + at * NetworkHidden;
            addTimes(m_hidden.gradient.data() + at * NetworkHidden, back.data(), input[at], NetworkHidden);
            if (at >= NetworkUnits * 2)
                continue;
            float toUnit = 0;
            for (std::size_t unit = 0; unit < NetworkHidden; ++unit)
                toUnit += values[unit] * back[unit];
            const std::size_t place = at < NetworkUnits ? where[at] : example.aim;
            m_stateGradient[place * NetworkUnits + at % NetworkUnits] += toUnit * keptInput[at];
        }
        m_givenGradient.resize(count * NetworkRow);
        for (std::size_t way = 0; way < NetworkWays; ++way)
            goBack(way, count);
        for (std::size_t place = 0; place < count; ++place)
            addTimes(m_bias.gradient.data(), m_givenGradient.data() + place * NetworkRow, 1, NetworkRow);
        for (const auto& [place, slot] : m_placed)
            addTimes(
                m_slots[slot].gradient.data(), m_givenGradient.data() + place * NetworkRow, 1, NetworkRow);
    }

    std::vector<float> turned(std::uint32_t first, std::size_t count)
    {
        std::vector<float> rows(count * NetworkRow);
        for (std::size_t row = 0; row < count; ++row) {
            const float* depth = depthOf(first + static_cast<std::uint32_t>(row));
            for (std::size_t at = 0; at < Depth; ++at)
                addTimes(rows.data() + row * NetworkRow, m_turn.values.data() + at * NetworkRow, depth[at],
                    NetworkRow);
        }
        return rows;
    }

    NetworkWeights finished()
    {
        NetworkWeights weights;
        weights.words = m_words;
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
                    addTimes(weights.wordRows.data() + at * NetworkRow,
                        weights.partRows.data() + parts.buckets[part] * NetworkRow, 1, NetworkRow);
            }
        }
        weights.bias = m_bias.values;
        weights.turn = m_past.values;
        weights.pastBias = m_pastBias.values;
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
    std::vector<std::uint64_t> m_words; // keys, the most frequent first
    std::unordered_map<std::uint64_t, std::uint32_t> m_wordOf; // their rows
    AdamWeights m_depths; // rows × Depth
    AdamWeights m_turn; // from a word's numbers to its row: Depth × NetworkRow
    AdamWeights m_bias;
    AdamWeights m_past; // ways × units × TurnRow
    AdamWeights m_pastBias;
    AdamWeights m_hidden;
    AdamWeights m_hiddenBias;
    AdamWeights m_out;
    AdamWeights m_outBias;
    // Of a batch:
    std::vector<Slot> m_slots; // only the first `m_slotCount` are in use
    std::size_t m_slotCount = 0;
    std::vector<std::uint32_t> m_slotOf; // by row
    std::vector<std::uint32_t> m_slotRows; // those that have one
    std::unordered_map<std::uint64_t, std::uint32_t> m_unknownSlots; // by key
    std::vector<std::uint32_t> m_touched; // rows
    std::vector<float> m_turned = std::vector<float>(NetworkRow * Depth); // NetworkRow × Depth
    std::vector<float> m_turnedGradient = std::vector<float>(NetworkRow * Depth);
    std::vector<float> m_pastTurned
        = std::vector<float>(NetworkWays * TurnRow * TurnUnits); // ways × TurnRow × units
    // Of an example:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_placed; // place and slot
    std::vector<float> m_sums; // place × NetworkRow: what the words give
    std::array<std::vector<State>, NetworkWays> m_states; // by place
    std::vector<float> m_stateGradient; // place × NetworkUnits
    std::vector<float> m_givenGradient; // place × NetworkRow
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
    if (examples.empty())
        return {};
    return NetworkTrainer(examples, settings, Seed).train();
}

} // namespace engine
