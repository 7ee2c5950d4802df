// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "classifier.h"

#include "lettergrams.h"

#include <engine/bytes.h>
#include <engine/tables.h>
#include <engine/text/vocabulary.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace engine {

namespace {

constexpr std::string_view File = "models/sentiment.bin";
constexpr std::string_view Magic = "LLSENT10";
constexpr std::size_t StackSize = StackBlocks * StackInputs * 2;
constexpr std::size_t AllSize = std::size_t{SentimentBuckets} * 2;
constexpr std::size_t TargetSize = std::size_t{TargetBuckets} * 2;

// Scale and int8 roots: a weight is scale × q × |q|, so that the few large ones need not be cut for the many small
// ones to be told apart.
void appendWeights(std::string& bytes, const std::vector<double>& weights)
{
    constexpr double Most = 127;
    double most = 0;
    for (const double weight : weights)
        most = std::max(most, std::abs(weight));
    const auto scale = static_cast<float>((most > 0 ? most : 1) / (Most * Most));
    append(bytes, scale);
    for (const double weight : weights) {
        const double root = std::min(Most, std::round(std::sqrt(std::abs(weight) / double{scale})));
        append(bytes, static_cast<std::int8_t>(weight < 0 ? -root : root));
    }
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

BlockList stackBlocks(Register kind, bool aimed, bool mixed)
{
    const auto own = static_cast<std::size_t>(kind);
    BlockList list;
    list.blocks
        = aimed ? std::array<std::size_t, 3>{4, 5 + own, 8} : std::array<std::size_t, 3>{0, 1 + own, 0};
    list.size = aimed && mixed ? 3 : 2;
    return list;
}

std::array<float, StackInputs> stackInputs(
    const NgramMargins& found, const Margins& network, const SentimentFeatures& features)
{
    std::array<float, StackInputs> inputs;
    auto next = std::copy(features.dense.begin(), features.dense.end(), inputs.begin());
    for (const Margins& margins : {found.all, found.target, network}) {
        for (const double margin : margins)
            *next++ = static_cast<float>(std::clamp(margin, -6.0, 6.0));
        for (const double margin : margins)
            *next++ = static_cast<float>(std::tanh(margin));
    }
    for (const Margins& margins : found.kinds) {
        for (const double margin : margins)
            *next++ = static_cast<float>(std::clamp(margin, -6.0, 6.0));
    }
    return inputs;
}

base::Result<std::shared_ptr<const SentimentClassifier>> SentimentClassifier::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const auto file = files.find(std::string(File));
    if (file == files.end())
        return dataError(std::string(File), "the file is missing");
    std::string_view bytes = file->second;
    const auto refused = [] { return dataError(std::string(File), "is no sentiment model of this version"); };
    if (bytes.size() < Magic.size() + sizeof(float) * (2 + StackSize) + AllSize + TargetSize
        || !bytes.starts_with(Magic))
        return refused();
    auto model = std::make_shared<SentimentClassifier>();
    bytes.remove_prefix(Magic.size());
    const auto take = [&](void* to, std::size_t size) {
        std::memcpy(to, bytes.data(), size);
        bytes.remove_prefix(size);
    };
    const auto takeWeights = [&](Weights& weights, std::size_t size) {
        take(&weights.scale, sizeof(float));
        weights.values.resize(size);
        take(weights.values.data(), size);
    };
    model->m_stack.resize(StackSize);
    take(model->m_stack.data(), StackSize * sizeof(float));
    takeWeights(model->m_all, AllSize);
    takeWeights(model->m_target, TargetSize);
    model->m_network = WordNetwork::take(bytes);
    constexpr float Most = 1e6F; // no sum of such leaves the numbers
    const auto inBounds = [](float value) { return std::abs(value) <= Most; };
    const bool bounded = inBounds(model->m_all.scale) && inBounds(model->m_target.scale)
        && std::all_of(model->m_stack.begin(), model->m_stack.end(), inBounds);
    if (!model->m_network || !bytes.empty() || !bounded)
        return refused();
    model->m_letters.resize(vocabulary.size());
    for (std::size_t id = 0; id < vocabulary.size(); ++id) {
        const std::string_view word = vocabulary.text(static_cast<std::int32_t>(id));
        if (word.size() >= FewestLetters && word.size() <= MostLetters)
            eachLetterBucket(
                word, [&](std::uint32_t bucket) { model->m_all.add(bucket, model->m_letters[id]); });
    }
    return std::shared_ptr<const SentimentClassifier>(std::move(model));
}

std::string SentimentClassifier::bytesOf(const std::vector<double>& all, const std::vector<double>& target,
    const NetworkWeights& network, const std::vector<double>& stack)
{
    std::string bytes(Magic);
    for (const double value : stack)
        append(bytes, static_cast<float>(value));
    appendWeights(bytes, all);
    appendWeights(bytes, target);
    WordNetwork::append(bytes, network);
    return bytes;
}

std::string SentimentClassifier::blank()
{
    return bytesOf(std::vector<double>(AllSize, 0.0), std::vector<double>(TargetSize, 0.0), {},
        std::vector<double>(StackSize, 0.0));
}

void SentimentClassifier::Weights::add(std::uint32_t bucket, KnownWeights& sum) const
{
    const std::size_t index = (std::size_t{bucket} * 2) & (values.size() - 1);
    sum.negative += values[index] * std::abs(values[index]);
    sum.positive += values[index + 1] * std::abs(values[index + 1]);
    ++sum.size;
}

void SentimentClassifier::Weights::addTo(Margins& margins, const BucketList& list) const
{
    KnownWeights sum = list.known;
    if (list.size + sum.size == 0)
        return;
    for (std::uint32_t at = 0; at < list.size; ++at)
        add(list.buckets[at], sum);
    const double share = scale / std::sqrt(static_cast<double>(sum.size));
    margins[0] += sum.negative * share;
    margins[1] += sum.positive * share;
}

void SentimentClassifier::expect(SentimentFeatures& features) const
{
    for (BucketList* list : features.all())
        list->weights = m_all.values.data();
    features.knownLetters = m_letters;
}

ClassProbabilities SentimentClassifier::score(const SentimentFeatures& features) const
{
    NgramMargins found;
    const auto lists = features.all();
    for (std::size_t kind = 0; kind < lists.size(); ++kind) {
        Margins margins{};
        m_all.addTo(margins, *lists[kind]);
        found.add(kind, margins);
    }
    for (const BucketList* list : features.ofTarget())
        m_target.addTo(found.target, *list);
    const NetworkText& text = features.network;
    const Margins network
        = m_network->margins({text.words.data(), text.count}, text.aim, networkDense(features));
    const std::array<float, StackInputs> inputs = stackInputs(found, network, features);
    Margins margins{};
    const auto addBlock = [&](std::size_t block) {
        const float* weights = m_stack.data() + block * StackInputs * 2;
        for (std::size_t at = 0; at < StackInputs; ++at) {
            margins[0] += inputs[at] * weights[at * 2];
            margins[1] += inputs[at] * weights[at * 2 + 1];
        }
    };
    for (const std::size_t block : stackBlocks(features.kind, features.aimed, features.mixed))
        addBlock(block);
    return probabilitiesOf(margins);
}

} // namespace engine
