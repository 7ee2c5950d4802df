// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topics.h"

#include <engine/topics/topicmodel.h>
#include <engine/topics/topicrules.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t MaxTopics = 6;
constexpr std::size_t MaxWords = 3; // shown where no rule found anything

// The weights were made from texts of up to five sentences. A longer one tells its further topics in passing: they
// are shown with the low score they have where several of their phrases stand. An estimate, not fitted.
constexpr double LongText = 0.05; // brevity: some 180 words
constexpr double LongPhrases = 3;
constexpr double LongEvidence = 0.9; // strong phrases and events

bool toldInPassing(const TopicFeatures& features, const TopicEvidence& evidence)
{
    return features.brevity < LongText && evidence.phrases >= LongPhrases
        && evidence.strong + std::min(evidence.events, 2.0) >= LongEvidence;
}

// Where the n-grams that speak most for a topic stand.
base::Provenance learnedEvidence(
    const TopicModel& model, std::size_t topic, const Document& document, const TopicFeatures& features)
{
    std::vector<std::pair<double, const TopicFeature*>> best;
    for (const TopicFeature& feature : features.list) {
        const double lean = model.lean(topic, feature.bucket);
        if (lean > 0)
            best.emplace_back(lean, &feature);
    }
    std::stable_sort(
        best.begin(), best.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    base::Provenance provenance;
    for (const auto& [lean, feature] : best) {
        const base::Span span
            = document.span(document.sentences[feature->sentence], feature->firstToken, feature->lastToken);
        const bool overlaps = std::any_of(
            provenance.evidence.begin(), provenance.evidence.end(), [&](const base::Span& other) {
                return other.field == span.field && other.begin < span.end && span.begin < other.end;
            });
        if (!overlaps)
            provenance.evidence.push_back(span);
        if (provenance.evidence.size() == MaxWords)
            break;
    }
    std::sort(provenance.evidence.begin(), provenance.evidence.end());
    provenance.rules.emplace_back("models/topics.bin#words");
    return provenance;
}

} // namespace

void scoreTopics(const Pack& pack, Reading& reading)
{
    const TopicModel& model = *pack.topicModel;
    std::vector<TopicEvidence> evidence = topicEvidence(*pack.topics, reading);
    const TopicFeatures features = topicFeatures(reading.document);
    const std::vector<TopicStack> inputs = topicInputs(features, evidence, model.margins(features));
    for (std::size_t topic = 0; topic < evidence.size(); ++topic) {
        const double score = std::round(10000 * model.score(topic, features.post, inputs[topic])) / 10000;
        if (score < model.enough(topic, features.post) && !toldInPassing(features, evidence[topic]))
            continue;
        base::Provenance provenance = std::move(evidence[topic].provenance);
        if (provenance.evidence.empty())
            provenance = learnedEvidence(model, topic, reading.document, features);
        if (!provenance.evidence.empty())
            reading.topics.push_back({pack.topics->topics()[topic].name, score, std::move(provenance)});
    }
    std::stable_sort(reading.topics.begin(), reading.topics.end(),
        [](const base::TopicScore& a, const base::TopicScore& b) { return a.score > b.score; });
    if (reading.topics.size() > MaxTopics)
        reading.topics.resize(MaxTopics);
}

} // namespace engine
