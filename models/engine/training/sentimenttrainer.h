// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace engine {

struct LabelledText {
    std::string text;
    std::string target; // empty: of the whole
    int label = 1; // 0 negative, 1 neutral, 2 positive
    double weight = 1; // in the n-grams' fit; in the network's between 1 and 8
    double stackWeight = 1; // in the fit that joins them with the rules
    std::uint64_t group = 0; // texts of one group are left out together; 0: the text is its own
    double doubt = 0; // share by which that fit holds the label for wrong: rules were written with it in view
    bool usual = false; // written as such texts are met, not to be hard: tells how sure one may be
};

struct TrainingSettings {
    double wordL2 = 0.2; // smaller the more texts there are; picked among .2 to .5 by what is measured
    double stackL2 = 8.0;
    int folds = 5;
    int iterations = 120;
};

// The bytes of resources/engine/models/sentiment.bin. Four steps: hashed n-grams are fitted on all texts,
// and once more those about targets on texts with one; a network over the words is trained on all; the
// logistic that joins their margins with the rules' numbers is fitted on margins of texts that were left out
// (folds by group or by hash of the text, so that what is written of one headline stays in one fold); and of
// each register with enough usual texts without a target those tell how sure it may be (temperature scaling,
// Guo et al. 2017). Needs a pack for its words and rules only. The same texts in the same order give the same
// bytes.
std::string trainSentiment(
    const Pack& pack, const std::vector<LabelledText>& texts, const TrainingSettings& settings = {});

} // namespace engine
