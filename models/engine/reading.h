// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/instant.h>
#include <engine/text/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// One occurrence of an entity in the text.
struct Mention {
    std::uint32_t entity = 0; // index in Reading::entities
    std::uint32_t sentence = 0; // index in Document::sentences
    std::uint32_t firstToken = 0; // half-open range in Document::tokens
    std::uint32_t lastToken = 0;
    bool government = false; // a capital or country that stands for its government ("Beijing tightened …")
};

// What an entity is, beyond what the analysis shows; same index as Reading::entities.
struct EntityFacts {
    std::string country; // id of its home country, or empty
    std::string sector; // of a company or commodity, or empty
    std::vector<std::string> tags; // "critical_material", "energy", "g10", "fx_major", …
    bool smallCompany = false;
};

// All that the reading half found; the thinking half and the writer work from this and nothing else.
struct Reading {
    Document document;
    std::vector<base::Entity> entities; // by relevance, best first
    std::vector<EntityFacts> facts; // one for each entity
    std::vector<Mention> mentions; // in order of text
    std::vector<base::Event> events; // in order of certainty × prior, strongest first
    base::Mode mode = base::Mode::News;
    base::Provenance modeEvidence;
    std::vector<base::SentimentPart> sentenceSentiment; // one for each sentence of the document
    base::Sentiment sentiment;
    base::Impact impact;
    double breadth = 0.55; // B of the impact sum
    double certainty = 0.92; // C of the impact sum
    std::vector<base::TopicScore> topics;
    std::vector<base::Sentence> summary;
    std::string source;
    std::optional<base::Instant> published;
    double sourceWeight = 0.8; // W
    double novelty = 0.6; // N, 0…1; 0.6 when nothing earlier is known
};

struct Pack;
struct ArticleText;

// The reading half alone, of a text in English; without sentences when there is no text.
Reading readText(const Pack& pack, const ArticleText& article);

// How much an event is what the article is of: 1 when its title or lead tells it, less in the body.
double prominence(const Reading& reading, const base::Event& event);

// What is learned of events, not read by a pattern, is named so.
inline constexpr std::string_view LearnedRule = "/learned";
// Grade of what follows from an event: B, or C, an assumption, when its type is learned alone.
base::Grade gradeBehind(const base::Event& event);

} // namespace engine
