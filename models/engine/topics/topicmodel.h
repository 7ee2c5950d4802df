// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/largepages.h>
#include <base/result.h>
#include <engine/topics/topicrules.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

inline constexpr std::uint32_t TopicBuckets = 1U << 16; // of the hashed n-grams
inline constexpr std::size_t MaxTaughtTopics = 32; // topics that may have n-gram weights

// One n-gram of a text: words, or the letters of a word.
struct TopicFeature {
    std::uint32_t bucket = 0;
    std::uint32_t firstToken = 0; // half-open range
    std::uint32_t lastToken = 0;
    std::uint32_t sentence = 0;
};

// A text as the learned half reads it: the n-grams of its title and its first sentences.
struct TopicFeatures {
    std::vector<TopicFeature> list;
    bool post = false; // a short text with a link, a cashtag or a hashtag
    double brevity = 1; // exp(−tokens/60)
};

TopicFeatures topicFeatures(const Document& document);

// What the second step weighs of one topic in one text.
inline constexpr std::size_t TopicInputs = 13;
using TopicStack = std::array<float, TopicInputs>;
using TopicMargins = std::vector<std::optional<double>>; // of all topics; none where no n-grams were learned
std::vector<TopicStack> topicInputs(
    const TopicFeatures& features, const std::vector<TopicEvidence>& evidence, const TopicMargins& margins);

// The learned half of the topics: hashed n-grams, one logistic for each topic they were found to help (a byte
// with the sign and the root of each weight, and a scale), and a logistic over their margin and the rules'
// evidence with an offset for each topic: one for the topics of posts that have n-grams and one for all else.
// Made by leadline-train; resources/engine/models/topics.bin. Immutable after load; thread-safe.
class TopicModel final {
public:
    struct Parts {
        std::size_t topics = 0;
        std::vector<std::uint32_t> taught; // topics that have n-gram weights
        std::vector<std::vector<double>> weights; // of each taught topic: TopicBuckets + 1, the last a bias
        std::array<std::vector<double>, 2> stack; // all else, posts: TopicInputs + topics
        std::array<double, 2> enough{0.5, 0.5}; // scores from which a topic is shown
    };

    static base::Result<std::shared_ptr<const TopicModel>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);
    static std::string bytesOf(const Parts& parts);
    // Rules alone, to read texts with before there is a model.
    static std::string blank(std::size_t topics);

    std::size_t topics() const { return m_topics; }
    TopicMargins margins(const TopicFeatures& features) const;
    double score(std::size_t topic, bool post, const TopicStack& inputs) const; // 0…1
    double enough(std::size_t topic, bool post) const { return m_enough[block(topic, post)]; }
    // What one n-gram adds to the margin of a topic, before scaling by the text's length.
    double lean(std::size_t topic, std::uint32_t bucket) const;

private:
    std::size_t block(std::size_t topic, bool post) const { return post && m_places[topic] >= 0 ? 1 : 0; }

    std::size_t m_topics = 0;
    std::vector<std::uint32_t> m_taught;
    std::vector<int> m_places; // in m_taught, of all topics; -1: none
    std::vector<float> m_scales; // of each taught topic
    std::vector<float> m_biases;
    std::vector<std::int16_t, base::LargePages<std::int16_t>> m_weights; // buckets × taught topics
    std::array<std::vector<float>, 2> m_stack;
    std::array<float, 2> m_enough{};
};

} // namespace engine
