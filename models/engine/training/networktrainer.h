// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/sentiment/wordnetwork.h>

#include <cstdint>
#include <vector>

namespace engine {

// What the network is trained on of a text.
struct NetworkExample {
    std::vector<NetworkWord> words;
    std::uint32_t aim = NetworkWords;
    NetworkDenseInput dense{};
    int label = 1; // 0 negative, 1 neutral, 2 positive
    float weight = 1;
};

struct NetworkSettings {
    int rounds = 4; // through all examples
    std::size_t batch = 256;
    double rate = 0.004; // its peak
    std::size_t fewest = 3; // texts that have a word, for it to have a row
    double leftOut = 0.12; // words read as unknown
    double leftTags = 0.05;
    double dropout = 0.3; // of the hidden layer and its inputs
    double smoothing = 0.05; // of the labels
    double decay = 0.02; // of the weights
};

NetworkExample networkExample(const SentimentFeatures& features, int label, double weight);

// Adam (Kingma and Ba 2015) with a rate that rises and then falls (one cycle), words of 64 numbers each, rows
// that stand in no example of a batch left as they are. Examples without a weight or a word teach nothing.
// The same examples in the same order give the same bits.
NetworkWeights trainNetwork(
    const std::vector<const NetworkExample*>& examples, const NetworkSettings& settings = {});

} // namespace engine
