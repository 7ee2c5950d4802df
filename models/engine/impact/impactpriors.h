// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/events/eventrules.h>
#include <engine/reading.h>
#include <engine/text/phrases.h>

#include <memory>
#include <string>
#include <vector>

namespace engine {

// Factors of the terms of the impact's sum.
struct ImpactWeights {
    double breadth = 1.2; // of B − 0.5
    double novelty = 2.0; // of N − 0.6
    double certainty = 1.6; // of ln C
    double source = 0.6; // of W − 0.8
    double surprise = 0.5; // of min(|z|, 3)
};

// Words that tell what kind of text an article is, and the impact labels; resources/engine/impact.toml.
class ImpactPriors final {
public:
    enum class Cue : std::uint32_t { Explainer, Opinion, Wrap, Recap, Dated, FirstPerson };

    static base::Result<std::shared_ptr<const ImpactPriors>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const PhraseSet& cues() const { return m_cues; } // Hit::phrase is a Cue
    const ImpactWeights& weights() const { return m_weights; }
    double noEvent() const { return m_noEvent; } // M where no event was found
    std::string label(double impact) const; // "negligible" … "very high"
    std::string scope(double breadth) const; // "single company" … "global"

private:
    struct Step {
        double below = 1;
        std::string text;
    };

    PhraseSet m_cues;
    ImpactWeights m_weights;
    double m_noEvent = 0.12;
    std::vector<Step> m_labels;
    std::vector<Step> m_scopes;
};

// Fills mode and modeEvidence: news, explainer, opinion, wrap or recap, and turns the events of an explainer
// or opinion into what they are there. Needs entities and events before.
void decideMode(const ImpactPriors& priors, Reading& reading);

// Fills impact, breadth and certainty: the logistic function of
// logit(M) + b(B−.5) + n(N−.6) + c ln C + s(W−.8) + z min(|z|,3) + other events, each term rounded to four
// decimals before the sum. The shipped weights and priors M are an expert's estimate, not fitted ones.
void scoreImpact(const ImpactPriors& priors, const EventRules& events, Reading& reading);

} // namespace engine
