// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/quantity.h>
#include <base/span.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the engine says of one article: plain data, every part with the spans and rules it rests on.
namespace base {

// A: stated in the article. B: derived by knowledge from an A. C: an assumption of a playbook whose
// conditions matched but which the article does not itself support.
enum class Grade : char { A = 'A', B = 'B', C = 'C' };

enum class Mode { News, Explainer, Opinion, Wrap, Recap, NotAnalysed };

struct Provenance {
    std::vector<Span> evidence; // sorted, without repeats
    std::vector<std::string> rules; // "playbook/critical-materials#scarce_midstream", "topics#…", "edge:a>b"
};

// One summand of the impact's logit.
struct ImpactTerm {
    std::string name; // "event", "breadth", "novelty", "certainty", "source", "surprise", "other events"
    double value = 0; // in logits
    std::string detail; // "supply security, prior 0.46"
    Provenance provenance;
};

struct Impact {
    double score = 0; // 0…1: the logistic function of the sum of the terms' values
    std::string label; // "negligible", "low", "moderate", "high", "very high"
    std::string scope; // "sector-wide": how far it reaches, from breadth
    std::vector<ImpactTerm> terms;
};

// What one sentence gives to the article's sentiment.
struct SentimentPart {
    Span span;
    double score = 0; // −1…+1, of the sentence
    double weight = 0; // share in the article's score; score × weight sum to the text part
    std::string formula; // "loss(−) × narrowed(−) = +"
};

struct Sentiment {
    double score = 0; // −1…+1
    std::string label; // "neutral", "mildly negative", "moderately positive", "strongly negative", "mixed"
    double negative = 0; // probabilities, summing to 1
    double neutral = 1;
    double positive = 0;
    std::vector<SentimentPart> parts;
};

struct TopicScore {
    std::string name;
    double score = 0; // 0…1
    Provenance provenance;
};

struct Entity {
    std::string id; // "country:us", "company:NVDA", "commodity:rare_earths"
    std::string name;
    std::string kind; // company, country, central_bank, agency, body, commodity, currency, index
    std::string ticker; // empty when it has none
    int relevance = 0; // 0…100
    double sentiment = 0; // −1…+1, of its own sentences
    std::vector<Span> mentions;
};

// How certain what is told is, from the weakest of verb group, attribution and clause.
enum class Modality {
    Completed,
    Announced,
    Proposed,
    Expected,
    Explanatory,
    Threatened,
    Rumoured,
    Conditional,
    Delayed,
    Denied,
    Historical
};

struct Event {
    std::string type; // "trade.tariff_impose"
    int polarity = 0; // −1, 0, +1: sign for risk assets of its object
    Modality modality = Modality::Announced;
    double certainty = 0; // 0…1
    std::string subject; // entity id, or empty
    std::string object; // entity id, or empty
    std::string theme; // entity id of what it is about (commodity, sector), or empty
    std::vector<Quantity> quantities;
    std::string when; // as written ("from March" gives "March"), or empty
    Provenance provenance; // evidence[0] is the sentence
};

// What follows from the events: the only thing prose and decisions may be made from.
struct Claim {
    std::string id; // "c1", in order of making
    std::string predicate; // "gains", "loses", "delays", "reverses", …
    std::string subject; // node id: "role:midstream"
    std::string object; // node or entity id, or empty
    int sign = 0;
    double strength = 0; // 0…1
    int lagMinDays = 0;
    int lagMaxDays = 0;
    Grade grade = Grade::C;
    Provenance provenance;
};

struct Sentence {
    std::string text;
    Grade grade = Grade::A;
    Provenance provenance;
    std::vector<std::string> claims; // ids
};

struct Section {
    std::string section; // "Implication", "Second order", "Losers", "Key risk", "Contrarian", …
    std::vector<Sentence> sentences;
};

struct Leg {
    std::string side; // "long", "short", "buy", "sell", "hedge", "watch"
    std::string name;
    std::string instrument; // ticker of a listed proxy; empty when only the role is named
};

struct Horizon {
    int minDays = 0;
    int maxDays = 0;
    std::string text; // "6–18 months"
};

struct Decision {
    std::string kind; // long_short, long, short, pair, options, curve, fx, hedge, fade, exit, watch
    std::string title; // at most about ten words
    std::string text; // the whole idea in 35–60 words
    std::vector<Leg> legs;
    Horizon horizon;
    std::string entry;
    std::string target;
    std::string stop;
    std::string invalidation;
    std::string entryWhen; // queries of the query language that a later article meets when the entry or the
    std::string invalidationWhen; // invalidation has come; or empty
    std::string risk;
    double conviction = 0; // 0…1
    Grade grade = Grade::C;
    Provenance provenance;
    std::vector<std::string> claims;
};

struct Engine {
    std::string version; // of the scoring and writing code
    std::string pack; // hash of the data it used
};

struct Analysis {
    std::string language; // BCP 47 primary tag
    Mode mode = Mode::News;
    std::string reason; // why it was not analysed, when mode is NotAnalysed
    Impact impact;
    Sentiment sentiment;
    std::vector<TopicScore> topics; // best first, at most six
    std::vector<Entity> entities; // by relevance
    std::vector<Event> events;
    std::vector<Claim> claims;
    std::vector<Sentence> summary;
    std::vector<Section> analysis;
    std::vector<Decision> decisions; // by conviction
    Engine engine;
};

std::string_view modeName(Mode mode); // "news", "explainer", …, "not analysed"
std::string_view modalityName(Modality modality);

} // namespace base
