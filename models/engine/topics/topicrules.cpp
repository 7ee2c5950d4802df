// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topicrules.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double LongBody = 80; // tokens; the hits of a longer body weigh less
constexpr std::size_t MaxEvidence = 6;

double zoneWeight(Zone zone) { return zone == Zone::Title ? 2.2 : zone == Zone::Lead ? 1.4 : 1; }

void note(base::Provenance& provenance, const base::Span& span, std::string_view what)
{
    if (provenance.evidence.size() < MaxEvidence
        && std::find(provenance.evidence.begin(), provenance.evidence.end(), span)
            == provenance.evidence.end())
        provenance.evidence.push_back(span);
    constexpr std::string_view File = "topics#";
    if (provenance.rules.size() < MaxEvidence
        && std::none_of(provenance.rules.begin(), provenance.rules.end(),
            [&](std::string_view rule) { return rule.substr(File.size()) == what; }))
        provenance.rules.push_back(std::string(File) + std::string(what));
}

bool eventFits(const std::string& pattern, const std::string& type)
{
    if (pattern.ends_with(".*"))
        return base::startsWith(type, std::string_view(pattern).substr(0, pattern.size() - 1));
    return pattern == type;
}

bool entityFits(const std::string& pattern, const base::Entity& entity, const EntityFacts& facts)
{
    const std::size_t colon = pattern.find(':');
    const std::string_view what = std::string_view(pattern).substr(0, colon);
    const std::string_view value = std::string_view(pattern).substr(colon + 1);
    if (what == "kind")
        return entity.kind == value;
    if (what == "tag")
        return std::find(facts.tags.begin(), facts.tags.end(), value) != facts.tags.end();
    if (what == "sector")
        return facts.sector == value;
    return entity.id == pattern;
}

// How much one hit in the body counts.
double bodyShare(const Document& document)
{
    double tokens = 0;
    for (const TextSentence& sentence : document.sentences) {
        if (sentence.zone == Zone::Body && !sentence.boilerplate)
            tokens += sentence.lastToken - sentence.firstToken;
    }
    return tokens > LongBody ? LongBody / tokens : 1;
}

// The longest phrase of a topic counts; what it covers does not, nor what a cancelling phrase covers.
void readPhrases(const TopicRules& rules, const Reading& reading, std::vector<TopicEvidence>& evidence)
{
    const Document& document = reading.document;
    const double share = bodyShare(document);
    std::vector<float> counts(rules.rules().size(), 0.0F);
    std::vector<std::uint32_t> found;
    std::vector<std::uint32_t> coveredUntil(evidence.size(), 0);
    std::vector<PhraseSet::Hit> hits;
    for (const TextSentence& sentence : document.sentences) {
        if (sentence.boilerplate)
            continue;
        const double weight = sentence.zone == Zone::Body ? share : zoneWeight(sentence.zone);
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            hits.clear();
            rules.phrases().matchAt(document.tokens, at, sentence.lastToken, hits);
            for (const PhraseSet::Hit& hit : hits) {
                const TopicRules::Rule& rule = rules.rules()[hit.phrase];
                if (hit.last <= coveredUntil[rule.topic])
                    continue;
                coveredUntil[rule.topic] = hit.last;
                if (rule.strength == TopicRules::Strength::Cancels)
                    continue;
                if (counts[hit.phrase] == 0)
                    found.push_back(hit.phrase);
                counts[hit.phrase] += static_cast<float>(weight);
                TopicEvidence& own = evidence[rule.topic];
                if (sentence.zone == Zone::Title && rule.strength == TopicRules::Strength::Strong)
                    own.title += 1;
                note(own.provenance, document.span(sentence, hit.first, hit.last), rule.phrase);
            }
        }
    }
    std::sort(found.begin(), found.end());
    for (const std::uint32_t phrase : found) {
        const TopicRules::Rule& rule = rules.rules()[phrase];
        TopicEvidence& own = evidence[rule.topic];
        (rule.strength == TopicRules::Strength::Strong ? own.strong : own.weak)
            += std::log2(1 + double{counts[phrase]});
        ++own.phrases;
    }
}

} // namespace

base::Result<std::shared_ptr<const TopicRules>> TopicRules::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const std::string file = "topics.toml";
    const base::Result<TomlDocument> document = readToml(files, file);
    if (!document)
        return document.error();
    const std::vector<TomlValue>& topics = document->root.array("topic");
    if (topics.empty())
        return dataError(file, "no [[topic]]");
    auto rules = std::make_shared<TopicRules>();
    for (const TomlValue& row : topics) {
        if (!row.isTable())
            return dataError(placeOf(file, row), "a topic must be a table");
        Topic topic{
            textOr(row, "name"), strings(row, "events"), strings(row, "entities"), placeOf(file, row)};
        if (topic.name.empty())
            return dataError(topic.place, "a topic needs a name");
        const auto index = static_cast<std::uint32_t>(rules->m_topics.size());
        const auto add = [&](std::string_view member, Strength strength) {
            for (const std::string_view phrase : texts(row, member)) {
                rules->m_phrases.add(phrase, static_cast<std::uint32_t>(rules->m_rules.size()), vocabulary);
                rules->m_rules.push_back({index, strength, std::string(phrase)});
            }
        };
        add("not", Strength::Cancels);
        add("strong", Strength::Strong);
        add("weak", Strength::Weak);
        rules->m_topics.push_back(std::move(topic));
    }
    rules->m_phrases.close();
    return std::shared_ptr<const TopicRules>(std::move(rules));
}

std::vector<TopicEvidence> topicEvidence(const TopicRules& rules, const Reading& reading)
{
    std::vector<TopicEvidence> evidence(rules.topics().size());
    readPhrases(rules, reading, evidence);
    for (std::size_t index = 0; index < evidence.size(); ++index) {
        const TopicRules::Topic& topic = rules.topics()[index];
        TopicEvidence& own = evidence[index];
        for (const std::string& pattern : topic.events) {
            for (const base::Event& event : reading.events) {
                if (!eventFits(pattern, event.type))
                    continue;
                own.events += event.certainty * prominence(reading, event);
                note(own.provenance, event.provenance.evidence.front(), event.type);
            }
        }
        for (const std::string& pattern : topic.entities) {
            for (std::size_t at = 0; at < reading.entities.size(); ++at) {
                const base::Entity& entity = reading.entities[at];
                if (!entityFits(pattern, entity, reading.facts[at]))
                    continue;
                own.entities = std::max(own.entities, entity.relevance / 100.0);
                if (entity.relevance >= 40)
                    note(own.provenance, entity.mentions.front(), pattern);
            }
        }
        std::sort(own.provenance.evidence.begin(), own.provenance.evidence.end());
    }
    return evidence;
}

} // namespace engine
