// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sentimenttrainer.h"

#include "logistic.h"
#include "networktrainer.h"

#include <base/parallel.h>
#include <base/strings.h>
#include <engine/sentiment/classifier.h>
#include <engine/sentiment/sentiment.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <memory>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t FewestMet = 200; // texts of a register that tell how sure one may be

// Of a text in the network's training: it is one fit of texts of all kinds, in which none may drown the
// others.
constexpr double LeastWeight = 1;
constexpr double MostWeight = 8;

// Hashed n-grams of all texts; the weights of one table are made from them.
class Ngrams final {
public:
    explicit Ngrams(std::uint32_t buckets)
        : m_buckets(buckets)
    {
    }

    template <class Lists> void add(const Lists& lists, int label, double weight)
    {
        TrainingRow& row = m_rows.emplace_back();
        std::vector<std::uint8_t>& kinds = m_kinds.emplace_back();
        std::uint8_t kind = 0;
        for (const BucketList* list : lists) {
            const float value = 1 / std::sqrt(static_cast<float>(std::max(1U, list->size)));
            for (std::uint32_t at = 0; at < list->size; ++at) {
                row.values.emplace_back(list->buckets[at] % m_buckets, value);
                kinds.push_back(kind);
            }
            ++kind;
        }
        row.label = label;
        row.weight = static_cast<float>(weight);
    }

    // Buckets that only one text has teach nothing: they get no column. Those that many have come first, so
    // that they stay at hand in a fit.
    void compact()
    {
        std::vector<std::uint32_t> counts(m_buckets, 0);
        std::vector<std::size_t> lastSeen(m_buckets, 0);
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            for (const auto& [bucket, value] : m_rows[at].values) {
                if (lastSeen[bucket] != at + 1) {
                    lastSeen[bucket] = at + 1;
                    ++counts[bucket];
                }
            }
        }
        for (std::uint32_t bucket = 0; bucket < m_buckets; ++bucket) {
            if (counts[bucket] >= 2)
                m_bucketOf.push_back(bucket);
        }
        std::stable_sort(m_bucketOf.begin(), m_bucketOf.end(),
            [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
        std::vector<std::uint32_t> columns(m_buckets, 0);
        for (std::uint32_t column = 0; column < m_bucketOf.size(); ++column)
            columns[m_bucketOf[column]] = column;
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            auto& values = m_rows[at].values;
            std::size_t kept = 0;
            for (std::size_t value = 0; value < values.size(); ++value) {
                if (counts[values[value].first] < 2)
                    continue;
                m_kinds[at][kept] = m_kinds[at][value];
                values[kept++] = {columns[values[value].first], values[value].second};
            }
            values.resize(kept);
            m_kinds[at].resize(kept);
        }
    }

    // By columns. Without the rows of that fold.
    std::vector<double> fit(
        const TrainingSettings& settings, const std::vector<std::size_t>& folds, std::size_t leftOut) const
    {
        std::vector<const TrainingRow*> rows;
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            if (folds[at] != leftOut && m_rows[at].weight > 0 && !m_rows[at].values.empty())
                rows.push_back(&m_rows[at]);
        }
        return fitLogistic(rows, m_bucketOf.size(), settings.wordL2, settings.iterations);
    }

    // What weights by columns say of a text: all, and by the lists' places.
    NgramMargins margins(std::size_t text, const std::vector<double>& weights) const
    {
        NgramMargins margins;
        const auto& values = m_rows[text].values;
        for (std::size_t at = 0; at < values.size(); ++at) {
            const auto& [column, value] = values[at];
            margins.add(m_kinds[text][at],
                {weights[column * 2] * double{value}, weights[column * 2 + 1] * double{value}});
        }
        return margins;
    }

    std::vector<double> byBucket(const std::vector<double>& weights) const
    {
        std::vector<double> spread(std::size_t{m_buckets} * 2, 0.0);
        for (std::size_t column = 0; column < m_bucketOf.size(); ++column) {
            spread[std::size_t{m_bucketOf[column]} * 2] = weights[column * 2];
            spread[std::size_t{m_bucketOf[column]} * 2 + 1] = weights[column * 2 + 1];
        }
        return spread;
    }

private:
    std::uint32_t m_buckets;
    std::vector<TrainingRow> m_rows;
    std::vector<std::vector<std::uint8_t>> m_kinds; // of each row's values: which list they are of
    std::vector<std::uint32_t> m_bucketOf; // by column
};

// What the fused margins say of a text whose label is known.
struct KnownText {
    Margins margins{};
    int label = 1;
};

// How many times surer than the margins one may be, from half to twice. By golden section: the loss has one
// minimum.
double surer(const std::vector<KnownText>& texts)
{
    const auto loss = [&](double times) {
        double sum = 0;
        for (const KnownText& text : texts) {
            const ClassProbabilities found
                = probabilitiesOf({text.margins[0] * times, text.margins[1] * times});
            sum -= std::log(std::max(1e-9,
                text.label == 0       ? found.negative
                    : text.label == 1 ? found.neutral
                                      : found.positive));
        }
        return sum;
    };
    constexpr double Golden = 0.6180339887498949;
    double low = 0.5;
    double high = 2;
    for (int step = 0; step < 40; ++step) {
        const double left = high - Golden * (high - low);
        const double right = low + Golden * (high - low);
        if (loss(left) < loss(right))
            high = right;
        else
            low = left;
    }
    return (low + high) / 2;
}

// How sure one may be of a text without a target is told by texts as they are met; most of those that are
// fitted were written to be hard. Their share is put into the block of their register alone.
void calibrate(std::vector<double>& stack, const std::vector<KnownText>& texts, Register kind)
{
    constexpr std::size_t Size = StackInputs * 2;
    const BlockList list = stackBlocks(kind, false, false);
    const double times = surer(texts);
    double* shared = stack.data() + list.blocks[0] * Size;
    double* own = stack.data() + list.blocks[1] * Size;
    for (std::size_t at = 0; at < Size; ++at)
        own[at] = times * (shared[at] + own[at]) - shared[at];
}

// Without the examples of that fold.
NetworkWeights networkOf(
    const std::vector<NetworkExample>& examples, const std::vector<std::size_t>& folds, std::size_t leftOut)
{
    std::vector<const NetworkExample*> kept;
    for (std::size_t at = 0; at < examples.size(); ++at) {
        if (folds[at] != leftOut && examples[at].weight > 0)
            kept.push_back(&examples[at]);
    }
    return trainNetwork(kept);
}

// As it is after a file was written and read.
WordNetwork loaded(const NetworkWeights& weights)
{
    std::string bytes;
    WordNetwork::append(bytes, weights);
    std::string_view left = bytes;
    return WordNetwork::take(left).value();
}

} // namespace

std::string trainSentiment(
    const Pack& pack, const std::vector<LabelledText>& texts, const TrainingSettings& settings)
{
    const auto features = std::make_unique<SentimentFeatures>();
    SentimentFeatures& read = *features;
    const auto folds = static_cast<std::size_t>(settings.folds);
    Ngrams all(SentimentBuckets);
    Ngrams target(TargetBuckets);
    std::vector<std::size_t> foldOf(texts.size());
    std::vector<std::array<float, DenseCount>> dense(texts.size());
    std::vector<BlockList> blocks(texts.size());
    std::vector<Register> kinds(texts.size());
    std::vector<NetworkExample> examples(texts.size());
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const LabelledText& text = texts[at];
        readTextFeatures(pack, text.text, text.target, read);
        all.add(read.all(), text.label, text.weight);
        target.add(read.ofTarget(), text.label, text.weight);
        foldOf[at] = (text.group != 0 ? text.group : base::hash64(text.text)) / 7 % folds;
        dense[at] = read.dense;
        blocks[at] = stackBlocks(read.kind, read.aimed, read.mixed);
        kinds[at] = read.kind;
        examples[at] = networkExample(
            read, text.label, text.weight > 0 ? std::clamp(text.weight, LeastWeight, MostWeight) : 0);
    }
    all.compact();
    target.compact();
    std::vector<NgramMargins> outside(texts.size());
    std::vector<Margins> networkOutside(texts.size());
    std::vector<double> ofAll;
    std::vector<double> ofTarget;
    NetworkWeights network;
    // Each fold's margins by what is made of the others, and after the last what is made of all.
    base::inParallel(folds + 1, [&](std::size_t fold) {
        std::vector<double> allWeights = all.fit(settings, foldOf, fold);
        std::vector<double> targetWeights = target.fit(settings, foldOf, fold);
        NetworkWeights networkWeights = networkOf(examples, foldOf, fold);
        if (fold == folds) {
            ofAll = std::move(allWeights);
            ofTarget = std::move(targetWeights);
            network = std::move(networkWeights);
            return;
        }
        const WordNetwork made = loaded(networkWeights);
        for (std::size_t at = 0; at < texts.size(); ++at) {
            if (foldOf[at] != fold)
                continue;
            outside[at] = all.margins(at, allWeights);
            outside[at].target = target.margins(at, targetWeights).all;
            networkOutside[at] = made.margins(examples[at].words, examples[at].aim, examples[at].dense);
        }
    });
    std::vector<TrainingRow> stacked(texts.size());
    std::vector<const TrainingRow*> stackRows;
    std::deque<TrainingRow> doubted; // rows of the labels a text might have had
    for (std::size_t at = 0; at < texts.size(); ++at) {
        TrainingRow& row = stacked[at];
        row.label = texts[at].label;
        row.weight = static_cast<float>(texts[at].stackWeight);
        if (row.weight <= 0)
            continue;
        read.dense = dense[at];
        const std::array<float, StackInputs> inputs = stackInputs(outside[at], networkOutside[at], read);
        for (const std::size_t block : blocks[at]) {
            for (std::size_t input = 0; input < StackInputs; ++input) {
                if (inputs[input] != 0)
                    row.values.emplace_back(
                        static_cast<std::uint32_t>(block * StackInputs + input), inputs[input]);
            }
        }
        stackRows.push_back(&row);
        if (texts[at].doubt <= 0)
            continue;
        const auto doubt = static_cast<float>(texts[at].doubt);
        for (int label = 0; label < 3; ++label) {
            if (label == texts[at].label)
                continue;
            TrainingRow& other = doubted.emplace_back(row);
            other.label = label;
            other.weight *= doubt / 2;
            stackRows.push_back(&other);
        }
        row.weight *= 1 - doubt;
    }
    std::vector<double> stack
        = fitLogistic(stackRows, StackBlocks * StackInputs, settings.stackL2, settings.iterations * 3);
    std::array<std::vector<KnownText>, 3> met; // by register, of what has no target
    for (std::size_t at = 0; at < texts.size(); ++at) {
        if (!texts[at].usual || texts[at].stackWeight <= 0 || !texts[at].target.empty())
            continue;
        KnownText& text = met[static_cast<std::size_t>(kinds[at])].emplace_back();
        text.label = texts[at].label;
        for (const auto& [input, value] : stacked[at].values) {
            text.margins[0] += stack[input * 2] * double{value};
            text.margins[1] += stack[input * 2 + 1] * double{value};
        }
    }
    for (const Register kind : {Register::Prose, Register::Headline, Register::Post}) {
        const std::vector<KnownText>& known = met[static_cast<std::size_t>(kind)];
        if (known.size() >= FewestMet)
            calibrate(stack, known, kind);
    }
    return SentimentClassifier::bytesOf(all.byBucket(ofAll), target.byBucket(ofTarget), network, stack);
}

} // namespace engine
