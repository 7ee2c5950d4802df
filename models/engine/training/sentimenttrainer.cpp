// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sentimenttrainer.h"

#include "logistic.h"

#include <base/strings.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/sentiment.h>

#include <cmath>
#include <deque>
#include <memory>

namespace engine {

namespace {

struct Prepared {
    TrainingRow words;
    TrainingRow stack; // without the margins
    std::size_t fold = 0;
};

void addList(const BucketList& list, TrainingRow& row)
{
    const float value = 1 / std::sqrt(static_cast<float>(std::max(1U, list.size)));
    for (std::uint32_t at = 0; at < list.size; ++at)
        row.values.emplace_back(list.buckets[at], value);
}

// Buckets that only one text has teach nothing: they get no column.
std::size_t compact(std::vector<Prepared>& texts, std::vector<std::uint32_t>& bucketOfColumn)
{
    std::vector<std::uint32_t> counts(SentimentBuckets, 0);
    std::vector<std::size_t> lastSeen(SentimentBuckets, 0);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        for (const auto& [bucket, value] : texts[at].words.values) {
            if (lastSeen[bucket] != at + 1) {
                lastSeen[bucket] = at + 1;
                ++counts[bucket];
            }
        }
    }
    std::vector<std::uint32_t> columns(SentimentBuckets, 0);
    for (std::uint32_t bucket = 0; bucket < SentimentBuckets; ++bucket) {
        if (counts[bucket] >= 2) {
            columns[bucket] = static_cast<std::uint32_t>(bucketOfColumn.size());
            bucketOfColumn.push_back(bucket);
        }
    }
    for (Prepared& text : texts) {
        std::erase_if(text.words.values, [&](const auto& value) { return counts[value.first] < 2; });
        for (auto& [bucket, value] : text.words.values)
            bucket = columns[bucket];
    }
    return bucketOfColumn.size();
}

Margins marginsOf(const TrainingRow& row, const std::vector<double>& weights)
{
    Margins margins{};
    for (const auto& [column, value] : row.values) {
        margins[0] += weights[column * 2] * double{value};
        margins[1] += weights[column * 2 + 1] * double{value};
    }
    return margins;
}

} // namespace

std::string trainSentiment(
    const Pack& pack, const std::vector<LabelledText>& texts, const TrainingSettings& settings)
{
    const auto features = std::make_unique<SentimentFeatures>();
    std::vector<Prepared> prepared(texts.size());
    std::vector<std::array<float, DenseCount>> dense(texts.size());
    std::vector<std::pair<Register, bool>> kinds(texts.size());
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const LabelledText& text = texts[at];
        Prepared& row = prepared[at];
        readTextFeatures(pack, text.text, text.target, *features);
        addList(features->words, row.words);
        addList(features->letters, row.words);
        addList(features->around, row.words);
        row.words.label = row.stack.label = text.label;
        row.words.weight = static_cast<float>(text.weight);
        row.stack.weight = static_cast<float>(text.stackWeight);
        row.fold = (text.group != 0 ? text.group : base::hash64(text.text)) / 7
            % static_cast<std::size_t>(settings.folds);
        dense[at] = features->dense;
        kinds[at] = {features->kind, features->aimed};
    }
    std::vector<std::uint32_t> bucketOfColumn;
    const std::size_t columns = compact(prepared, bucketOfColumn);
    std::vector<Margins> outside(texts.size());
    for (std::size_t fold = 0; fold < static_cast<std::size_t>(settings.folds); ++fold) {
        std::vector<const TrainingRow*> rows;
        for (const Prepared& row : prepared) {
            if (row.fold != fold && row.words.weight > 0)
                rows.push_back(&row.words);
        }
        const std::vector<double> weights = fitLogistic(rows, columns, settings.wordL2, settings.iterations);
        for (std::size_t at = 0; at < prepared.size(); ++at) {
            if (prepared[at].fold == fold)
                outside[at] = marginsOf(prepared[at].words, weights);
        }
    }
    std::vector<const TrainingRow*> wordRows;
    std::vector<const TrainingRow*> stackRows;
    std::deque<TrainingRow> doubted; // rows of the labels a text might have had
    SentimentFeatures& read = *features;
    for (std::size_t at = 0; at < prepared.size(); ++at) {
        read.dense = dense[at];
        const std::array<float, StackInputs> inputs = stackInputs(outside[at], read);
        const auto addBlock = [&](std::size_t block) {
            for (std::size_t input = 0; input < StackInputs; ++input) {
                if (inputs[input] != 0)
                    prepared[at].stack.values.emplace_back(
                        static_cast<std::uint32_t>(block * StackInputs + input), inputs[input]);
            }
        };
        for (const std::size_t block : stackBlocks(kinds[at].first, kinds[at].second))
            addBlock(block);
        if (prepared[at].words.weight > 0)
            wordRows.push_back(&prepared[at].words);
        if (prepared[at].stack.weight <= 0)
            continue;
        stackRows.push_back(&prepared[at].stack);
        if (texts[at].doubt <= 0)
            continue;
        const auto doubt = static_cast<float>(texts[at].doubt);
        for (int label = 0; label < 3; ++label) {
            if (label == texts[at].label)
                continue;
            TrainingRow& other = doubted.emplace_back(prepared[at].stack);
            other.label = label;
            other.weight *= doubt / 2;
            stackRows.push_back(&other);
        }
        prepared[at].stack.weight *= 1 - doubt;
    }
    const std::vector<double> found = fitLogistic(wordRows, columns, settings.wordL2, settings.iterations);
    std::vector<double> weights(std::size_t{SentimentBuckets} * 2, 0.0);
    for (std::size_t column = 0; column < columns; ++column) {
        weights[std::size_t{bucketOfColumn[column]} * 2] = found[column * 2];
        weights[std::size_t{bucketOfColumn[column]} * 2 + 1] = found[column * 2 + 1];
    }
    const std::vector<double> stack
        = fitLogistic(stackRows, StackBlocks * StackInputs, settings.stackL2, settings.iterations * 3);
    return SentimentClassifier::bytesOf(weights, stack);
}

} // namespace engine
