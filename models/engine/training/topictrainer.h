// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

struct TopicText {
    std::string title;
    std::string body;
    std::vector<std::uint32_t> topics; // indices
    // Whether `topics` are all its topics. Otherwise one or more of them are meant: those the rules see, and
    // where they see none, the first. Without any, only the form is known: the text counts a quarter, against
    // topics of which the rules see nothing.
    bool complete = false;
    std::vector<std::uint32_t> unknown; // topics it says nothing of
    double weight = 1; // in the n-grams' fit
};

struct TopicTraining {
    double wordL2 = 0.03;
    double stackL2 = 1.0;
    double offsetL2 = 4.0; // of the offset of each topic
    int folds = 5;
    int iterations = 40;
};

// The bytes of resources/engine/models/topics.bin. Two steps: for each topic that texts with incomplete
// topics speak of, hashed n-grams are fitted on all texts; the logistic that joins them with the rules'
// evidence is fitted on margins of texts that were left out. n-grams are kept for the topics that they help
// by 0.02 F1 or more. Needs a pack for its words and rules only. The same texts in the same order give the
// same bytes.
std::string trainTopics(
    const Pack& pack, const std::vector<TopicText>& texts, const TopicTraining& settings = {});

} // namespace engine
