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
    enum class Strength : std::uint8_t { Strong, Weak, Cancels };
    struct Rule {
        std::uint32_t topic = 0;
        Strength strength = Strength::Weak;
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

// What speaks for one topic. Masses are Σ log2(1 + count) over the phrases found, a hit in the title counting
// 2.2, in the lead 1.4, in the body 1; the hits of a long body count less, so that all of it weighs no more
// than a short one.
struct TopicEvidence {
    double strong = 0;
    double weak = 0;
    double events = 0; // Σ certainty × prominence
    double entities = 0; // relevance of the most relevant one, 0…1
    double title = 0; // strong hits in the title
    int phrases = 0; // different ones
    base::Provenance provenance; // where it was read, in order of text, and by which rules
};

// One for each topic. Needs entities and events before.
std::vector<TopicEvidence> topicEvidence(const TopicRules& rules, const Reading& reading);

} // namespace engine
