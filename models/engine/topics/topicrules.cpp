// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topicrules.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr double Bias = -2.6; // a: what must be overcome
constexpr double ShortRelief = 1.4; // a headline alone has no room to say a thing twice
constexpr double ShortTokens = 60; // what is short
constexpr double Strong = 1.55;
constexpr double Weak = 0.5;
constexpr double PerEvent = 1.7;
constexpr double PerEntity = 0.9;
constexpr double EnoughScore = 0.5;
constexpr std::size_t MaxTopics = 6;
constexpr std::size_t MaxEvidence = 6;

double zoneWeight(Zone zone) { return zone == Zone::Title ? 2.2 : zone == Zone::Lead ? 1.4 : 1; }

struct Tally {
    std::map<std::uint32_t, double> hits; // rule → zone-weighted count
    double other = 0; // events and entities
    base::Provenance provenance;
};

void note(base::Provenance& provenance, const base::Span& span, const std::string& rule)
{
    if (provenance.evidence.size() < MaxEvidence
        && std::find(provenance.evidence.begin(), provenance.evidence.end(), span)
            == provenance.evidence.end())
        provenance.evidence.push_back(span);
    if (provenance.rules.size() < MaxEvidence
        && std::find(provenance.rules.begin(), provenance.rules.end(), rule) == provenance.rules.end())
        provenance.rules.push_back(rule);
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

void tallyPhrases(const TopicRules& rules, const Reading& reading, std::vector<Tally>& tallies)
{
    const Document& document = reading.document;
    std::vector<PhraseSet::Hit> hits;
    for (const TextSentence& sentence : document.sentences) {
        if (sentence.boilerplate)
            continue;
        std::uint32_t cancelledUntil = 0;
        std::uint32_t cancelledTopic = 0;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            hits.clear();
            rules.phrases().matchAt(document.tokens, at, sentence.lastToken, hits);
            for (const PhraseSet::Hit& hit : hits) {
                const TopicRules::Rule& rule = rules.rules()[hit.phrase];
                if (rule.weight < 0) {
                    cancelledUntil = hit.last;
                    cancelledTopic = rule.topic;
                    continue;
                }
                if (at < cancelledUntil && rule.topic == cancelledTopic)
                    continue;
                Tally& tally = tallies[rule.topic];
                tally.hits[hit.phrase] += zoneWeight(sentence.zone);
                note(tally.provenance, document.span(sentence, hit.first, hit.last), "topics#" + rule.phrase);
            }
        }
    }
}

} // namespace

base::Result<std::shared_ptr<const TopicRules>> TopicRules::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const std::string file = "topics.toml";
    const base::Result<toml::table> table = readToml(files, file);
    if (!table)
        return table.error();
    const toml::array* topics = (*table)["topic"].as_array();
    if (topics == nullptr)
        return dataError(file, "no [[topic]]");
    auto rules = std::make_shared<TopicRules>();
    for (const toml::node& node : *topics) {
        const toml::table* row = node.as_table();
        if (row == nullptr)
            return dataError(placeOf(file, node), "a topic must be a table");
        Topic topic{
            textOr(*row, "name"), strings(*row, "events"), strings(*row, "entities"), placeOf(file, node)};
        if (topic.name.empty())
            return dataError(topic.place, "a topic needs a name");
        const auto index = static_cast<std::uint32_t>(rules->m_topics.size());
        const auto add = [&](std::string_view member, double weight) {
            for (const std::string& phrase : strings(*row, member)) {
                rules->m_phrases.add(phrase, static_cast<std::uint32_t>(rules->m_rules.size()), vocabulary);
                rules->m_rules.push_back({index, weight, phrase});
            }
        };
        add("not", -1);
        add("strong", Strong);
        add("weak", Weak);
        rules->m_topics.push_back(std::move(topic));
    }
    return std::shared_ptr<const TopicRules>(std::move(rules));
}

void scoreTopics(const TopicRules& rules, Reading& reading)
{
    std::vector<Tally> tallies(rules.topics().size());
    tallyPhrases(rules, reading, tallies);
    const double bias
        = Bias + ShortRelief * std::exp(-static_cast<double>(reading.document.tokens.size()) / ShortTokens);
    for (std::size_t index = 0; index < tallies.size(); ++index) {
        const TopicRules::Topic& topic = rules.topics()[index];
        Tally& tally = tallies[index];
        for (const std::string& pattern : topic.events) {
            for (const base::Event& event : reading.events) {
                if (!eventFits(pattern, event.type))
                    continue;
                tally.other += PerEvent * event.certainty;
                note(tally.provenance, event.provenance.evidence.front(), "topics#" + event.type);
            }
        }
        double entities = 0;
        for (const std::string& pattern : topic.entities) {
            for (std::size_t at = 0; at < reading.entities.size(); ++at) {
                const base::Entity& entity = reading.entities[at];
                if (!entityFits(pattern, entity, reading.facts[at]))
                    continue;
                entities = std::max(entities, entity.relevance / 100.0);
                if (entity.relevance >= 40)
                    note(tally.provenance, entity.mentions.front(), "topics#" + pattern);
            }
        }
        tally.other += PerEntity * entities;
        double logit = bias + std::min(tally.other, 3.0);
        for (const auto& [rule, count] : tally.hits)
            logit += rules.rules()[rule].weight * std::log2(1 + count) * 0.75;
        const double score = std::round(10000 / (1 + std::exp(-logit))) / 10000;
        if (score >= EnoughScore && !tally.provenance.evidence.empty()) {
            std::sort(tally.provenance.evidence.begin(), tally.provenance.evidence.end());
            reading.topics.push_back({topic.name, score, std::move(tally.provenance)});
        }
    }
    std::stable_sort(reading.topics.begin(), reading.topics.end(),
        [](const base::TopicScore& a, const base::TopicScore& b) { return a.score > b.score; });
    if (reading.topics.size() > MaxTopics)
        reading.topics.resize(MaxTopics);
}

} // namespace engine
