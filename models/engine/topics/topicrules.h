// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/reading.h>
#include <engine/text/phrases.h>

#include <memory>
#include <string>
#include <vector>

namespace engine {

// The 55 topics of resources/engine/topics.toml. Immutable after load; thread-safe.
class TopicRules final {
public:
    struct Topic {
        std::string name;
        std::vector<std::string> events; // types, or "prefix.*"
        std::vector<std::string>
            entities; // "kind:central_bank", "tag:critical_material", "sector:banks", ids
        std::string place;
    };
    struct Rule {
        std::uint32_t topic = 0;
        double weight = 0; // logits for one hit in the body; negative: cancels hits it covers
        std::string phrase;
    };

    static base::Result<std::shared_ptr<const TopicRules>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<Topic>& topics() const { return m_topics; }
    const std::vector<Rule>& rules() const { return m_rules; }
    const PhraseSet& phrases() const { return m_phrases; } // Hit::phrase is an index in rules()

private:
    std::vector<Topic> m_topics;
    std::vector<Rule> m_rules;
    PhraseSet m_phrases;
};

// Fills Reading::topics: at most six, best first, none below 0.5. Score = logistic(a + Σ
// weight·log(1+tf)·zone + events + entities). Needs entities and events before.
void scoreTopics(const TopicRules& rules, Reading& reading);

} // namespace engine
