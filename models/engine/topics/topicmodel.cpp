// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topicmodel.h"

#include <engine/bytes.h>
#include <engine/tables.h>
#include <engine/text/hashing.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace engine {

namespace {

constexpr std::string_view File = "models/topics.bin";
constexpr std::string_view Magic = "LLTOPI01";

constexpr std::uint32_t MostTokens = 110; // read of one text: news says what it is of at its start
constexpr std::size_t PostTokens = 90;
// A post is labelled with one topic: what would be sure in news may be one more.
constexpr double NewsShare = 0.5;

enum Kind : std::uint64_t {
    One = 0x1000000000000001ULL,
    Two = 0x2000000000000003ULL,
    Three = 0x3000000000000005ULL,
    Letters = 0x4000000000000007ULL
};

enum Code : std::uint64_t { None, AnyNumber, Ticker, Account };

std::uint32_t bucketOf(std::uint64_t key) { return static_cast<std::uint32_t>(mixedKey(key)) % TopicBuckets; }

constexpr double MostWeight = 2 * 127 * 127;

// A few n-grams weigh much and most little: the root keeps both in a byte.
std::int8_t rootOf(double weight)
{
    const double root = std::round(std::sqrt(std::abs(weight) / 2));
    return static_cast<std::int8_t>(std::min(127.0, root) * (weight < 0 ? -1 : 1));
}

bool touchesNext(const Document& document, std::uint32_t at, std::uint32_t last)
{
    return at + 1 < last && document.tokens[at + 1].begin == document.tokens[at].end;
}

struct Word {
    std::uint64_t code = None;
    std::uint32_t token = 0;
};

// The words of one sentence; links are left out.
void readWords(const Document& document, const TextSentence& sentence, std::vector<Word>& words, bool& marked)
{
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
        const Token& token = document.tokens[at];
        const std::string_view word = document.lower(sentence, token);
        if (word == "https" || word == "http") {
            marked = true;
            while (touchesNext(document, at, sentence.lastToken))
                ++at;
        } else if (token.is(Number)) {
            words.push_back({AnyNumber, at});
        } else if (!token.is(Punctuation)) {
            words.push_back({wordHash(stemOf(word)), at});
        } else if (touchesNext(document, at, sentence.lastToken) && (word == "$" || word == "@")
            && !document.tokens[at + 1].is(Number)) {
            marked = true;
            words.push_back({word == "$" ? Ticker : Account, at});
            if (word == "@")
                ++at;
        } else if (word == "#") {
            marked = true;
        } else if (word == "%" || word == "?" || word == ":") {
            words.push_back({wordHash(word), at});
        }
    }
}

void addLetters(const Document& document, const TextSentence& sentence, std::uint32_t at,
    std::uint32_t number, std::vector<TopicFeature>& list)
{
    const std::string_view word = document.lower(sentence, document.tokens[at]);
    if (word.size() < 6 || word.size() > 24)
        return;
    std::uint64_t window = 0;
    for (std::size_t place = 0; place < word.size(); ++place) {
        window = ((window << 8) | static_cast<unsigned char>(word[place])) & 0xFFFFFFFFFFULL;
        if (place >= 4)
            list.push_back({bucketOf(window * 7 + Letters), at, at + 1, number});
    }
}

// Takes values from the front of a file; what is not there sets `short`.
class Reader final {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    template <class Value> void take(Value* to, std::size_t count)
    {
        const std::size_t size = count * sizeof(Value);
        m_short = m_short || m_bytes.size() < size;
        if (m_short)
            return;
        std::memcpy(to, m_bytes.data(), size);
        m_bytes.remove_prefix(size);
    }
    bool complete() const { return !m_short && m_bytes.empty(); }
    bool tooShort() const { return m_short; }

private:
    std::string_view m_bytes;
    bool m_short = false;
};

} // namespace

TopicFeatures topicFeatures(const Document& document)
{
    TopicFeatures features;
    features.brevity = std::exp(-static_cast<double>(document.tokens.size()) / 60);
    std::vector<Word> words;
    bool marked = false;
    std::uint32_t read = 0;
    for (std::uint32_t number = 0; number < document.sentences.size() && read < MostTokens; ++number) {
        const TextSentence& sentence = document.sentences[number];
        if (sentence.boilerplate)
            continue;
        words.clear();
        readWords(document, sentence, words, marked);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const Word& word = words[at];
            const auto add = [&](std::uint64_t key, std::size_t from) {
                features.list.push_back({bucketOf(key), words[from].token, word.token + 1, number});
            };
            add(word.code * 3 + One, at);
            if (at >= 1)
                add(pairKey(words[at - 1].code, word.code) + Two, at - 1);
            if (at >= 2)
                add(pairKey(words[at - 2].code, words[at - 1].code) * 31 + word.code + Three, at - 2);
            if (word.code > Account)
                addLetters(document, sentence, word.token, number, features.list);
        }
        read += sentence.lastToken - sentence.firstToken;
    }
    features.post = marked && document.tokens.size() <= PostTokens;
    return features;
}

std::vector<TopicStack> topicInputs(
    const TopicFeatures& features, const std::vector<TopicEvidence>& evidence, const TopicMargins& margins)
{
    std::vector<double> weights(evidence.size());
    double most = 0;
    for (std::size_t topic = 0; topic < evidence.size(); ++topic) {
        const TopicEvidence& own = evidence[topic];
        weights[topic] = 2 * std::log2(1 + own.strong) + 0.6 * std::log2(1 + own.weak)
            + 1.5 * std::min(own.events, 2.0) + 0.8 * own.entities;
        most = std::max(most, weights[topic]);
    }
    std::vector<TopicStack> inputs(evidence.size());
    for (std::size_t topic = 0; topic < evidence.size(); ++topic) {
        const TopicEvidence& own = evidence[topic];
        const double behind = most > 0 ? 1 - weights[topic] / most : 1;
        inputs[topic] = {1, static_cast<float>(std::log2(1 + own.strong)),
            static_cast<float>(std::log2(1 + own.weak)), static_cast<float>(std::min(own.strong, 5.0)),
            static_cast<float>(std::min(own.events, 2.0)), static_cast<float>(own.entities),
            static_cast<float>(std::min(own.title, 2.0)), static_cast<float>(std::log2(1 + own.phrases)),
            static_cast<float>(behind), static_cast<float>(features.brevity),
            static_cast<float>(std::clamp(margins[topic].value_or(0), -6.0, 6.0)),
            margins[topic] ? 1.0F : 0.0F, own.phrases == 0 ? 1.0F : 0.0F};
    }
    return inputs;
}

base::Result<std::shared_ptr<const TopicModel>> TopicModel::load(
    const base::ResourceFiles& files, Vocabulary&)
{
    const auto file = files.find(std::string(File));
    if (file == files.end())
        return dataError(std::string(File), "the file is missing");
    std::string_view bytes = file->second;
    if (!bytes.starts_with(Magic))
        return dataError(std::string(File), "is no topic model of this version");
    bytes.remove_prefix(Magic.size());
    Reader reader(bytes);
    std::array<std::uint32_t, 2> sizes{};
    reader.take(sizes.data(), sizes.size());
    if (reader.tooShort() || sizes[0] > 1000 || sizes[1] > MaxTaughtTopics)
        return dataError(std::string(File), "is damaged");
    auto model = std::make_shared<TopicModel>();
    model->m_topics = sizes[0];
    const std::size_t taught = sizes[1];
    model->m_taught.resize(taught);
    model->m_scales.resize(taught);
    model->m_biases.resize(taught);
    model->m_weights.resize(taught * TopicBuckets);
    reader.take(model->m_taught.data(), taught);
    reader.take(model->m_scales.data(), taught);
    reader.take(model->m_biases.data(), taught);
    reader.take(model->m_enough.data(), model->m_enough.size());
    for (std::vector<float>& stack : model->m_stack) {
        stack.resize(TopicInputs + model->m_topics);
        reader.take(stack.data(), stack.size());
    }
    std::vector<std::int8_t> roots(model->m_weights.size());
    reader.take(roots.data(), roots.size());
    std::transform(roots.begin(), roots.end(), model->m_weights.begin(),
        [](std::int8_t root) { return static_cast<std::int16_t>(2 * root * std::abs(root)); });
    const bool known = std::all_of(model->m_taught.begin(), model->m_taught.end(),
        [&](std::uint32_t topic) { return topic < model->m_topics; });
    if (!reader.complete() || !known)
        return dataError(std::string(File), "is damaged");
    model->m_places.resize(model->m_topics, -1);
    for (std::size_t at = 0; at < taught; ++at)
        model->m_places[model->m_taught[at]] = static_cast<int>(at);
    return std::shared_ptr<const TopicModel>(std::move(model));
}

std::string TopicModel::bytesOf(const Parts& parts)
{
    std::vector<float> scales;
    for (const std::vector<double>& weights : parts.weights) {
        double most = 0;
        for (std::size_t bucket = 0; bucket < TopicBuckets; ++bucket)
            most = std::max(most, std::abs(weights[bucket]));
        scales.push_back(static_cast<float>(most > 0 ? most / MostWeight : 1));
    }
    std::string bytes(Magic);
    append(bytes, static_cast<std::uint32_t>(parts.topics));
    append(bytes, static_cast<std::uint32_t>(parts.taught.size()));
    for (const std::uint32_t topic : parts.taught)
        append(bytes, topic);
    for (const float scale : scales)
        append(bytes, scale);
    for (const std::vector<double>& weights : parts.weights)
        append(bytes, static_cast<float>(weights[TopicBuckets]));
    for (const double enough : parts.enough)
        append(bytes, static_cast<float>(enough));
    for (const std::vector<double>& stack : parts.stack) {
        for (const double weight : stack)
            append(bytes, static_cast<float>(weight));
    }
    for (std::size_t bucket = 0; bucket < TopicBuckets; ++bucket) {
        for (std::size_t at = 0; at < parts.weights.size(); ++at)
            append(bytes, rootOf(parts.weights[at][bucket] / double{scales[at]}));
    }
    return bytes;
}

std::string TopicModel::blank(std::size_t topics)
{
    Parts parts;
    parts.topics = topics;
    for (std::vector<double>& stack : parts.stack)
        stack.resize(TopicInputs + topics, 0.0);
    return bytesOf(parts);
}

TopicMargins TopicModel::margins(const TopicFeatures& features) const
{
    TopicMargins margins(m_topics);
    const std::size_t taught = m_taught.size();
    std::array<std::int32_t, MaxTaughtTopics> sums{};
    for (const TopicFeature& feature : features.list) {
        const std::int16_t* weights = m_weights.data() + std::size_t{feature.bucket} * taught;
        for (std::size_t at = 0; at < taught; ++at)
            sums[at] += weights[at];
    }
    const double share = features.list.empty() ? 0 : 1 / std::sqrt(static_cast<double>(features.list.size()));
    for (std::size_t at = 0; at < taught; ++at)
        margins[m_taught[at]] = sums[at] * double{m_scales[at]} * share + double{m_biases[at]};
    return margins;
}

double TopicModel::score(std::size_t topic, bool post, const TopicStack& inputs) const
{
    const auto scoreBy = [&](const std::vector<float>& stack) {
        double logit = stack[TopicInputs + topic];
        for (std::size_t at = 0; at < TopicInputs; ++at)
            logit += double{inputs[at]} * double{stack[at]};
        return 1 / (1 + std::exp(-logit));
    };
    const double news = scoreBy(m_stack[0]);
    return block(topic, post) == 0 ? news : std::max(scoreBy(m_stack[1]), NewsShare * news);
}

double TopicModel::lean(std::size_t topic, std::uint32_t bucket) const
{
    const int place = m_places[topic];
    if (place < 0)
        return 0;
    const auto at = static_cast<std::size_t>(place);
    return m_weights[std::size_t{bucket} * m_taught.size() + at] * double{m_scales[at]};
}

} // namespace engine
