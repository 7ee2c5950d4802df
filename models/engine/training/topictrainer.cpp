// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topictrainer.h"

#include "descent.h"

#include <base/strings.h>
#include <engine/entities/entityfinder.h>
#include <engine/events/eventfinder.h>
#include <engine/topics/topicmodel.h>
#include <engine/topics/topicrules.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

enum class Says : std::int8_t { No, Yes, Nothing };

constexpr float FormWeight = 0.25F; // of texts whose label tells their form: what they are not of

struct Prepared {
    std::vector<std::pair<std::uint32_t, float>> values; // column, value; the bias last
    std::vector<TopicEvidence> evidence;
    TopicFeatures features;
    std::vector<Says> says; // of each topic
    TopicMargins margins; // by weights that never saw the text
    double weight = 1;
    double wordWeight = 1;
    std::size_t fold = 0;
    bool complete = false;
};

struct Row {
    const std::pair<std::uint32_t, float>* values = nullptr;
    std::size_t size = 0;
    float weight = 1;
    bool yes = false;
};

double dotOf(const Row& row, const std::vector<double>& weights)
{
    double sum = 0;
    for (std::size_t at = 0; at < row.size; ++at)
        sum += weights[row.values[at].first] * double{row.values[at].second};
    return sum;
}

// Logistic regression; `l2` of each column.
std::vector<double> fit(const std::vector<Row>& rows, const std::vector<double>& l2, int iterations)
{
    return minimise(
        [&](const std::vector<double>& weights, std::vector<double>& gradient) {
            double loss = 0;
            for (std::size_t at = 0; at < weights.size(); ++at) {
                gradient[at] = l2[at] * weights[at];
                loss += 0.5 * l2[at] * weights[at] * weights[at];
            }
            for (const Row& row : rows) {
                const double margin = dotOf(row, weights);
                const double signedMargin = row.yes ? margin : -margin;
                loss += double{row.weight}
                    * (signedMargin > 0 ? std::log1p(std::exp(-signedMargin))
                                        : std::log1p(std::exp(signedMargin)) - signedMargin);
                const double error = double{row.weight} * (1 / (1 + std::exp(-margin)) - (row.yes ? 1 : 0));
                for (std::size_t at = 0; at < row.size; ++at)
                    gradient[row.values[at].first] += error * double{row.values[at].second};
            }
            return loss;
        },
        l2.size(), iterations);
}

double massOf(const TopicEvidence& evidence)
{
    return evidence.strong + 0.3 * evidence.weak + evidence.events;
}

std::vector<Says> labelsOf(
    const TopicText& text, const std::vector<TopicEvidence>& evidence, const std::vector<bool>& spokenOf)
{
    std::vector<Says> says(evidence.size(), Says::No);
    if (text.complete) {
        for (const std::uint32_t topic : text.topics)
            says[topic] = Says::Yes;
        return says;
    }
    for (std::size_t topic = 0; topic < says.size(); ++topic) {
        if (!spokenOf[topic])
            says[topic] = Says::Nothing;
    }
    double most = 0;
    for (const std::uint32_t topic : text.topics)
        most = std::max(most, massOf(evidence[topic]));
    for (const std::uint32_t topic : text.topics) {
        const bool meant = most > 0 ? massOf(evidence[topic]) >= 0.7 * most : topic == text.topics.front();
        says[topic] = meant ? Says::Yes : Says::Nothing;
    }
    // A label that tells the form alone does not speak against what the rules see.
    for (std::size_t topic = 0; text.topics.empty() && topic < says.size(); ++topic) {
        if (massOf(evidence[topic]) > 0)
            says[topic] = Says::Nothing;
    }
    for (const std::uint32_t topic : text.unknown)
        says[topic] = Says::Nothing;
    return says;
}

Prepared prepare(const Pack& pack, const TopicText& text, std::size_t folds)
{
    Reading reading;
    reading.document = readDocument(pack.vocabulary, text.title, text.body);
    findEntities(*pack.gazetteer, reading);
    findEvents(*pack.events, reading);
    Prepared row;
    row.evidence = topicEvidence(*pack.topics, reading);
    row.features = topicFeatures(reading.document);
    row.fold = base::hash64(text.title) / 7 % folds;
    row.weight = text.topics.empty() ? FormWeight : 1;
    row.wordWeight = row.weight * text.weight;
    row.complete = text.complete;
    return row;
}

// Buckets that only one text has teach nothing: they get no column. The last column is the bias.
std::vector<std::uint32_t> compact(std::vector<Prepared>& texts)
{
    std::vector<std::uint32_t> counts(TopicBuckets, 0);
    std::vector<std::size_t> lastSeen(TopicBuckets, 0);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        for (const TopicFeature& feature : texts[at].features.list) {
            if (lastSeen[feature.bucket] != at + 1) {
                lastSeen[feature.bucket] = at + 1;
                ++counts[feature.bucket];
            }
        }
    }
    std::vector<std::uint32_t> bucketOfColumn;
    std::vector<std::uint32_t> columns(TopicBuckets, 0);
    for (std::uint32_t bucket = 0; bucket < TopicBuckets; ++bucket) {
        if (counts[bucket] >= 2) {
            columns[bucket] = static_cast<std::uint32_t>(bucketOfColumn.size());
            bucketOfColumn.push_back(bucket);
        }
    }
    for (Prepared& text : texts) {
        const std::vector<TopicFeature>& list = text.features.list;
        const float value = 1 / std::sqrt(static_cast<float>(std::max<std::size_t>(1, list.size())));
        for (const TopicFeature& feature : list) {
            if (counts[feature.bucket] >= 2)
                text.values.emplace_back(columns[feature.bucket], value);
        }
        text.values.emplace_back(static_cast<std::uint32_t>(bucketOfColumn.size()), 1.0F);
    }
    return bucketOfColumn;
}

// The rows that say something of the topic, but those of one fold.
std::vector<Row> wordRows(const std::vector<Prepared>& texts, std::size_t topic, std::size_t fold)
{
    std::vector<Row> rows;
    for (const Prepared& text : texts) {
        if (text.says[topic] != Says::Nothing && text.fold != fold)
            rows.push_back({text.values.data(), text.values.size(), static_cast<float>(text.wordWeight),
                text.says[topic] == Says::Yes});
    }
    return rows;
}

struct StackRow {
    const Prepared* text = nullptr;
    std::size_t topic = 0;
    std::vector<std::pair<std::uint32_t, float>> values;
    double score = 0;
    bool yes = false;
};

// Everything that is labelled of one register: posts have incomplete topics, all else complete ones.
std::vector<StackRow> stackRows(const std::vector<Prepared>& texts, bool post, std::size_t withoutInput)
{
    std::vector<StackRow> rows;
    for (const Prepared& text : texts) {
        if (text.complete == post || text.features.post != post)
            continue;
        const std::vector<TopicStack> inputs = topicInputs(text.features, text.evidence, text.margins);
        for (std::size_t topic = 0; topic < inputs.size(); ++topic) {
            if (text.says[topic] == Says::Nothing || (post && !text.margins[topic]))
                continue;
            StackRow row{&text, topic, {}, 0, text.says[topic] == Says::Yes};
            for (std::size_t input = 0; input < TopicInputs; ++input) {
                if (inputs[topic][input] != 0 && input != withoutInput)
                    row.values.emplace_back(static_cast<std::uint32_t>(input), inputs[topic][input]);
            }
            row.values.emplace_back(static_cast<std::uint32_t>(TopicInputs + topic), 1.0F);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<double> fitStack(std::vector<StackRow>& rows, std::size_t topics, const TopicTraining& settings)
{
    std::vector<Row> plain;
    for (const StackRow& row : rows)
        plain.push_back(
            {row.values.data(), row.values.size(), static_cast<float>(row.text->weight), row.yes});
    std::vector<double> l2(TopicInputs + topics, settings.offsetL2);
    std::fill_n(l2.begin(), TopicInputs, settings.stackL2);
    const std::vector<double> weights = fit(plain, l2, settings.iterations * 4);
    for (std::size_t at = 0; at < rows.size(); ++at)
        rows[at].score = 1 / (1 + std::exp(-dotOf(plain[at], weights)));
    return weights;
}

// F1 of each topic where scores from `enough` on count as found; all of them together at the end.
std::vector<double> f1Of(const std::vector<StackRow>& rows, std::size_t topics, double enough)
{
    std::vector<double> right(topics + 1, 0.0);
    std::vector<double> all(topics + 1, 0.0);
    for (const StackRow& row : rows) {
        const bool found = row.score >= enough;
        for (const std::size_t at : {row.topic, topics}) {
            right[at] += (found && row.yes ? 2 : 0) * row.text->weight;
            all[at] += ((found ? 1 : 0) + (row.yes ? 1 : 0)) * row.text->weight;
        }
    }
    for (std::size_t at = 0; at <= topics; ++at)
        right[at] = all[at] > 0 ? right[at] / all[at] : 0;
    return right;
}

double bestThreshold(const std::vector<StackRow>& rows, std::size_t topics)
{
    double best = 0.5;
    double bestF1 = 0;
    for (int step = 30; step <= 60; ++step) {
        const double f1 = f1Of(rows, topics, step / 100.0).back();
        if (f1 > bestF1) {
            bestF1 = f1;
            best = step / 100.0;
        }
    }
    return best;
}

} // namespace

std::string trainTopics(const Pack& pack, const std::vector<TopicText>& texts, const TopicTraining& settings)
{
    constexpr double Help = 0.02;
    constexpr std::size_t MarginInput = 10;
    const auto folds = static_cast<std::size_t>(settings.folds);
    TopicModel::Parts parts;
    parts.topics = pack.topics->topics().size();
    std::vector<bool> spokenOf(parts.topics, false);
    for (const TopicText& text : texts) {
        for (const std::uint32_t topic : text.topics)
            spokenOf[topic] = spokenOf[topic] || !text.complete;
    }
    std::vector<Prepared> prepared;
    for (const TopicText& text : texts) {
        prepared.push_back(prepare(pack, text, folds));
        prepared.back().says = labelsOf(text, prepared.back().evidence, spokenOf);
        prepared.back().margins.resize(parts.topics);
    }
    const std::vector<std::uint32_t> bucketOfColumn = compact(prepared);
    std::vector<double> l2(bucketOfColumn.size() + 1, settings.wordL2);
    l2.back() = 1e-3;
    for (std::size_t topic = 0; topic < parts.topics; ++topic) {
        for (std::size_t fold = 0; fold < folds && spokenOf[topic]; ++fold) {
            const std::vector<double> weights = fit(wordRows(prepared, topic, fold), l2, settings.iterations);
            for (Prepared& text : prepared) {
                if (text.fold == fold)
                    text.margins[topic] = dotOf({text.values.data(), text.values.size(), 1, false}, weights);
            }
        }
    }
    // Where the words do not help, the rules stand alone.
    std::vector<StackRow> with = stackRows(prepared, true, TopicInputs);
    std::vector<StackRow> without = stackRows(prepared, true, MarginInput);
    fitStack(with, parts.topics, settings);
    fitStack(without, parts.topics, settings);
    const std::vector<double> withF1 = f1Of(with, parts.topics, 0.5);
    const std::vector<double> withoutF1 = f1Of(without, parts.topics, 0.5);
    for (std::size_t topic = 0; topic < parts.topics; ++topic) {
        if (spokenOf[topic] && withF1[topic] >= withoutF1[topic] + Help
            && parts.taught.size() < MaxTaughtTopics) {
            parts.taught.push_back(static_cast<std::uint32_t>(topic));
        } else {
            for (Prepared& text : prepared)
                text.margins[topic].reset();
        }
    }
    for (const std::uint32_t topic : parts.taught) {
        const std::vector<double> found = fit(wordRows(prepared, topic, folds), l2, settings.iterations);
        std::vector<double> weights(TopicBuckets + 1, 0.0);
        for (std::size_t column = 0; column < bucketOfColumn.size(); ++column)
            weights[bucketOfColumn[column]] = found[column];
        weights[TopicBuckets] = found.back();
        parts.weights.push_back(std::move(weights));
    }
    for (const bool post : {false, true}) {
        const std::size_t block = post ? 1 : 0;
        std::vector<StackRow> rows = stackRows(prepared, post, TopicInputs);
        parts.stack[block] = fitStack(rows, parts.topics, settings);
        parts.enough[block] = bestThreshold(rows, parts.topics);
    }
    return TopicModel::bytesOf(parts);
}

} // namespace engine
