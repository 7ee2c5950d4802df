// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "classifier.h"

#include <engine/tables.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace engine {

namespace {

constexpr std::string_view File = "models/sentiment.bin";
constexpr std::string_view Magic = "LLSENT02";
constexpr std::size_t StackSize = StackBlocks * StackInputs * 2;
constexpr std::size_t WeightsSize = std::size_t{SentimentBuckets} * 2;
static_assert(std::endian::native == std::endian::little, "the model file is little endian");

template <class Value> void append(std::string& bytes, const Value& value)
{
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof value);
}

} // namespace

ClassProbabilities probabilitiesOf(const Margins& margins)
{
    const double most = std::max({0.0, margins[0], margins[1]});
    const double negative = std::exp(margins[0] - most);
    const double positive = std::exp(margins[1] - most);
    const double neutral = std::exp(-most);
    const double sum = negative + positive + neutral;
    return {negative / sum, 1 - negative / sum - positive / sum, positive / sum};
}

std::array<std::size_t, 2> stackBlocks(Register kind, bool aimed)
{
    const auto own = static_cast<std::size_t>(kind);
    return aimed ? std::array<std::size_t, 2>{4, 5 + own} : std::array<std::size_t, 2>{0, 1 + own};
}

std::array<float, StackInputs> stackInputs(const Margins& words, const SentimentFeatures& features)
{
    std::array<float, StackInputs> inputs;
    std::copy(features.dense.begin(), features.dense.end(), inputs.begin());
    for (std::size_t side = 0; side < 2; ++side) {
        inputs[DenseCount + side] = static_cast<float>(std::clamp(words[side], -6.0, 6.0));
        inputs[DenseCount + 2 + side] = static_cast<float>(std::tanh(words[side]));
    }
    return inputs;
}

base::Result<std::shared_ptr<const SentimentClassifier>> SentimentClassifier::load(
    const base::ResourceFiles& files, Vocabulary&)
{
    const auto file = files.find(std::string(File));
    if (file == files.end())
        return dataError(std::string(File), "the file is missing");
    std::string_view bytes = file->second;
    if (bytes.size() != Magic.size() + sizeof(float) * (1 + StackSize) + WeightsSize
        || !bytes.starts_with(Magic))
        return dataError(std::string(File), "is no sentiment model of this version");
    auto model = std::make_shared<SentimentClassifier>();
    bytes.remove_prefix(Magic.size());
    const auto take = [&](void* to, std::size_t size) {
        std::memcpy(to, bytes.data(), size);
        bytes.remove_prefix(size);
    };
    take(&model->m_scale, sizeof(float));
    model->m_stack.resize(StackSize);
    take(model->m_stack.data(), StackSize * sizeof(float));
    model->m_weights.resize(WeightsSize);
    take(model->m_weights.data(), WeightsSize);
    return std::shared_ptr<const SentimentClassifier>(std::move(model));
}

std::string SentimentClassifier::bytesOf(const std::vector<double>& weights, const std::vector<double>& stack)
{
    // The scale leaves out the few largest: they are cut rather than all others made coarse.
    std::vector<double> sizes;
    for (const double weight : weights) {
        if (weight != 0)
            sizes.push_back(std::abs(weight));
    }
    std::sort(sizes.begin(), sizes.end());
    const double most = sizes.empty() ? 1 : sizes[sizes.size() - 1 - sizes.size() / 2000];
    const auto scale = static_cast<float>(most / 127);
    std::string bytes(Magic);
    append(bytes, scale);
    for (const double value : stack)
        append(bytes, static_cast<float>(value));
    for (const double weight : weights)
        append(bytes, static_cast<std::int8_t>(std::clamp(std::round(weight / scale), -127.0, 127.0)));
    return bytes;
}

std::string SentimentClassifier::blank()
{
    return bytesOf(std::vector<double>(WeightsSize, 0.0), std::vector<double>(StackSize, 0.0));
}

Margins SentimentClassifier::sumOf(const BucketList& list) const
{
    std::int32_t negative = 0;
    std::int32_t positive = 0;
    for (std::uint32_t at = 0; at < list.size; ++at) {
        const std::size_t index = std::size_t{list.buckets[at]} * 2;
        negative += m_weights[index];
        positive += m_weights[index + 1];
    }
    const double share = list.size > 0 ? m_scale / std::sqrt(static_cast<double>(list.size)) : 0;
    return {negative * share, positive * share};
}

Margins SentimentClassifier::wordMargins(const SentimentFeatures& features) const
{
    const Margins words = sumOf(features.words);
    const Margins letters = sumOf(features.letters);
    const Margins around = sumOf(features.around);
    return {words[0] + letters[0] + around[0], words[1] + letters[1] + around[1]};
}

ClassProbabilities SentimentClassifier::score(const SentimentFeatures& features) const
{
    const std::array<float, StackInputs> inputs = stackInputs(wordMargins(features), features);
    Margins margins{};
    const auto addBlock = [&](std::size_t block) {
        const float* weights = m_stack.data() + block * StackInputs * 2;
        for (std::size_t at = 0; at < StackInputs; ++at) {
            margins[0] += inputs[at] * weights[at * 2];
            margins[1] += inputs[at] * weights[at * 2 + 1];
        }
    };
    for (const std::size_t block : stackBlocks(features.kind, features.aimed))
        addBlock(block);
    return probabilitiesOf(margins);
}

double SentimentClassifier::lean(std::uint32_t bucket) const
{
    const std::size_t index = std::size_t{bucket} * 2;
    return (m_weights[index + 1] - m_weights[index]) * double{m_scale};
}

} // namespace engine
