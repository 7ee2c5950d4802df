// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/text/vocabulary.h>

#include <memory>
#include <string>

namespace engine {

class Gazetteer; // entities/gazetteer.h
class SentimentLexicon; // sentiment/lexicon.h
class SentimentClassifier; // sentiment/classifier.h
class EventRules; // events/eventrules.h
class TopicRules; // topics/topicrules.h
class TopicModel; // topics/topicmodel.h
class ImpactPriors; // impact/impactpriors.h
class Playbooks; // knowledge/playbooks.h
class KnowledgeGraph; // knowledge/graph.h
class Phrasing; // prose/wording.h
class StoryLexicon; // stories/storylexicon.h

// All the engine's data, compiled once and then only read: safe to share between threads. Each finder loads
// its own part with `static base::Result<std::shared_ptr<const X>> X::load(const base::ResourceFiles&,
// Vocabulary&)`; files are named relative to resources/engine ("topics.toml", "gazetteer/countries.tsv").
struct Pack {
    std::string hash; // 16 hex digits over names and texts of all files
    Vocabulary vocabulary;
    std::shared_ptr<const Gazetteer> gazetteer;
    std::shared_ptr<const SentimentLexicon> sentiment;
    std::shared_ptr<const SentimentClassifier> sentimentModel;
    std::shared_ptr<const EventRules> events;
    std::shared_ptr<const TopicRules> topics;
    std::shared_ptr<const TopicModel> topicModel;
    std::shared_ptr<const ImpactPriors> impact;
    std::shared_ptr<const Playbooks> playbooks;
    std::shared_ptr<const KnowledgeGraph> graph;
    std::shared_ptr<const Phrasing> wording;
    std::shared_ptr<const StoryLexicon> stories;
};

// InvalidInput with "file:line: reason" as context when a file does not fit its schema.
base::Result<std::shared_ptr<const Pack>> loadPack(const base::ResourceFiles& files);

} // namespace engine
