// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "analysisjson.h"

#include <nlohmann/json.hpp>

#include <array>

namespace base {

namespace {

using Json = nlohmann::ordered_json;

// ---- writing

Json spanJson(const Span& span)
{
    if (span.field == Field::Title)
        return {{"field", "title"}, {"begin", span.begin}, {"end", span.end}};
    return Json::array({span.begin, span.end});
}

Json spansJson(const std::vector<Span>& spans)
{
    Json list = Json::array();
    for (const Span& span : spans)
        list.push_back(spanJson(span));
    return list;
}

std::string gradeText(Grade grade) { return std::string(1, static_cast<char>(grade)); }

Json sentenceJson(const Sentence& sentence, bool full)
{
    Json json{{"text", sentence.text}, {"grade", gradeText(sentence.grade)},
        {"evidence", spansJson(sentence.provenance.evidence)}, {"rules", sentence.provenance.rules}};
    if (full)
        json["claims"] = sentence.claims;
    return json;
}

Json sentencesJson(const std::vector<Sentence>& sentences, bool full)
{
    Json list = Json::array();
    for (const Sentence& sentence : sentences)
        list.push_back(sentenceJson(sentence, full));
    return list;
}

Json quantityJson(const Quantity& quantity)
{
    Json json{{"value", quantity.value}};
    if (quantity.upper)
        json["upper"] = *quantity.upper;
    json["unit"] = unitName(quantity.unit);
    if (!quantity.currency.empty())
        json["currency"] = quantity.currency;
    json["basis"] = quantity.basis;
    json["text"] = quantity.text;
    json["span"] = spanJson(quantity.span);
    return json;
}

Json impactJson(const Impact& impact, bool analysed, bool full)
{
    Json terms = Json::array();
    for (const ImpactTerm& term : impact.terms) {
        Json json{{"name", term.name}, {"value", term.value}, {"detail", term.detail}};
        if (full) {
            json["evidence"] = spansJson(term.provenance.evidence);
            json["rules"] = term.provenance.rules;
        }
        terms.push_back(std::move(json));
    }
    Json json{{"score", analysed ? Json(impact.score) : Json(nullptr)},
        {"label", analysed ? Json(impact.label) : Json(nullptr)}, {"terms", std::move(terms)}};
    if (full)
        json["scope"] = impact.scope;
    return json;
}

Json sentimentJson(const Sentiment& sentiment, bool analysed, bool full)
{
    Json json{{"score", analysed ? Json(sentiment.score) : Json(nullptr)},
        {"label", analysed ? Json(sentiment.label) : Json(nullptr)}};
    if (analysed) {
        json["probabilities"] = {{"negative", sentiment.negative}, {"neutral", sentiment.neutral},
            {"positive", sentiment.positive}};
    } else {
        json["probabilities"] = nullptr;
    }
    if (full) {
        Json parts = Json::array();
        for (const SentimentPart& part : sentiment.parts) {
            parts.push_back({{"span", spanJson(part.span)}, {"score", part.score}, {"weight", part.weight},
                {"formula", part.formula}});
        }
        json["parts"] = std::move(parts);
    }
    return json;
}

Json topicsJson(const std::vector<TopicScore>& topics, bool full)
{
    Json list = Json::array();
    for (const TopicScore& topic : topics) {
        Json json{{"name", topic.name}, {"score", topic.score}};
        if (full) {
            json["evidence"] = spansJson(topic.provenance.evidence);
            json["rules"] = topic.provenance.rules;
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json entitiesJson(const std::vector<Entity>& entities)
{
    Json list = Json::array();
    for (const Entity& entity : entities) {
        Json json{{"id", entity.id}, {"name", entity.name}, {"kind", entity.kind}};
        if (!entity.ticker.empty())
            json["ticker"] = entity.ticker;
        json["relevance"] = entity.relevance;
        json["sentiment"] = entity.sentiment;
        json["mentions"] = spansJson(entity.mentions);
        list.push_back(std::move(json));
    }
    return list;
}

Json eventsJson(const std::vector<Event>& events, bool full)
{
    Json list = Json::array();
    for (const Event& event : events) {
        Json json{
            {"type", event.type}, {"polarity", event.polarity}, {"modality", modalityName(event.modality)}};
        if (!event.subject.empty())
            json["subject"] = event.subject;
        if (!event.object.empty())
            json["object"] = event.object;
        if (!event.when.empty())
            json["when"] = event.when;
        Json quantities = Json::array();
        for (const Quantity& quantity : event.quantities)
            quantities.push_back(quantityJson(quantity));
        json["quantities"] = std::move(quantities);
        json["evidence"] = spansJson(event.provenance.evidence);
        if (full) {
            json["certainty"] = event.certainty;
            json["theme"] = event.theme;
            json["rules"] = event.provenance.rules;
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json decisionsJson(const std::vector<Decision>& decisions, bool full)
{
    Json list = Json::array();
    for (const Decision& decision : decisions) {
        Json legs = Json::array();
        for (const Leg& leg : decision.legs) {
            Json json{{"side", leg.side}, {"name", leg.name}};
            if (!leg.instrument.empty())
                json["instrument"] = leg.instrument;
            legs.push_back(std::move(json));
        }
        Json json{{"kind", decision.kind}, {"title", decision.title}, {"text", decision.text},
            {"legs", std::move(legs)},
            {"horizon",
                {{"min_days", decision.horizon.minDays}, {"max_days", decision.horizon.maxDays},
                    {"text", decision.horizon.text}}},
            {"entry", decision.entry}, {"target", decision.target}, {"stop", decision.stop},
            {"invalidation", decision.invalidation}, {"risk", decision.risk},
            {"conviction", decision.conviction}, {"grade", gradeText(decision.grade)},
            {"evidence", spansJson(decision.provenance.evidence)}, {"rules", decision.provenance.rules}};
        if (!decision.entryWhen.empty())
            json["entry_when"] = decision.entryWhen;
        if (!decision.invalidationWhen.empty())
            json["invalidation_when"] = decision.invalidationWhen;
        if (full)
            json["claims"] = decision.claims;
        list.push_back(std::move(json));
    }
    return list;
}

Json claimsJson(const std::vector<Claim>& claims)
{
    Json list = Json::array();
    for (const Claim& claim : claims) {
        list.push_back({{"id", claim.id}, {"predicate", claim.predicate}, {"subject", claim.subject},
            {"object", claim.object}, {"sign", claim.sign}, {"strength", claim.strength},
            {"lag", {claim.lagMinDays, claim.lagMaxDays}}, {"grade", gradeText(claim.grade)},
            {"evidence", spansJson(claim.provenance.evidence)}, {"rules", claim.provenance.rules}});
    }
    return list;
}

// ---- reading: any member of the wrong shape throws and is reported by analysisFromJson, this file's edge

Span spanFrom(const Json& json)
{
    if (json.is_array())
        return {Field::Body, json.at(0).get<std::uint32_t>(), json.at(1).get<std::uint32_t>()};
    return {json.at("field") == "title" ? Field::Title : Field::Body, json.at("begin").get<std::uint32_t>(),
        json.at("end").get<std::uint32_t>()};
}

std::vector<Span> spansFrom(const Json& json)
{
    std::vector<Span> spans;
    for (const Json& span : json)
        spans.push_back(spanFrom(span));
    return spans;
}

Provenance provenanceFrom(const Json& json)
{
    return {spansFrom(json.at("evidence")), json.at("rules").get<std::vector<std::string>>()};
}

Grade gradeFrom(const Json& json)
{
    const std::string text = json.at("grade").get<std::string>();
    return text == "A" ? Grade::A : text == "B" ? Grade::B : Grade::C;
}

template <class Enum, std::size_t N>
Enum named(const std::string& text, const std::array<Enum, N>& values, std::string_view (*name)(Enum),
    Enum otherwise)
{
    for (const Enum value : values) {
        if (name(value) == text)
            return value;
    }
    return otherwise;
}

Mode modeFrom(const std::string& text)
{
    return named(text,
        std::array{Mode::News, Mode::Explainer, Mode::Opinion, Mode::Wrap, Mode::Recap, Mode::NotAnalysed},
        modeName, Mode::News);
}

Modality modalityFrom(const std::string& text)
{
    return named(text,
        std::array{Modality::Completed, Modality::Announced, Modality::Proposed, Modality::Expected,
            Modality::Explanatory, Modality::Threatened, Modality::Rumoured, Modality::Conditional,
            Modality::Delayed, Modality::Denied, Modality::Historical},
        modalityName, Modality::Announced);
}

Unit unitFrom(const std::string& text)
{
    return named(text,
        std::array{Unit::None, Unit::Percent, Unit::PercentagePoint, Unit::BasisPoint, Unit::Money,
            Unit::Count, Unit::Mass, Unit::Volume, Unit::Power, Unit::Duration, Unit::Ratio},
        unitName, Unit::None);
}

Quantity quantityFrom(const Json& json)
{
    Quantity quantity;
    quantity.value = json.at("value").get<double>();
    if (json.contains("upper"))
        quantity.upper = json.at("upper").get<double>();
    quantity.unit = unitFrom(json.at("unit").get<std::string>());
    quantity.currency = json.value("currency", std::string());
    quantity.basis = json.at("basis").get<std::string>();
    quantity.text = json.at("text").get<std::string>();
    quantity.span = spanFrom(json.at("span"));
    return quantity;
}

Sentence sentenceFrom(const Json& json)
{
    return {json.at("text").get<std::string>(), gradeFrom(json), provenanceFrom(json),
        json.at("claims").get<std::vector<std::string>>()};
}

std::vector<Sentence> sentencesFrom(const Json& json)
{
    std::vector<Sentence> sentences;
    for (const Json& sentence : json)
        sentences.push_back(sentenceFrom(sentence));
    return sentences;
}

Impact impactFrom(const Json& json)
{
    Impact impact;
    if (json.at("score").is_null())
        return impact;
    impact.score = json.at("score").get<double>();
    impact.label = json.at("label").get<std::string>();
    impact.scope = json.at("scope").get<std::string>();
    for (const Json& term : json.at("terms")) {
        impact.terms.push_back({term.at("name").get<std::string>(), term.at("value").get<double>(),
            term.at("detail").get<std::string>(), provenanceFrom(term)});
    }
    return impact;
}

Sentiment sentimentFrom(const Json& json)
{
    Sentiment sentiment;
    if (json.at("score").is_null())
        return sentiment;
    sentiment.score = json.at("score").get<double>();
    sentiment.label = json.at("label").get<std::string>();
    const Json& probabilities = json.at("probabilities");
    sentiment.negative = probabilities.at("negative").get<double>();
    sentiment.neutral = probabilities.at("neutral").get<double>();
    sentiment.positive = probabilities.at("positive").get<double>();
    for (const Json& part : json.at("parts")) {
        sentiment.parts.push_back({spanFrom(part.at("span")), part.at("score").get<double>(),
            part.at("weight").get<double>(), part.at("formula").get<std::string>()});
    }
    return sentiment;
}

Entity entityFrom(const Json& json)
{
    Entity entity;
    entity.id = json.at("id").get<std::string>();
    entity.name = json.at("name").get<std::string>();
    entity.kind = json.at("kind").get<std::string>();
    entity.ticker = json.value("ticker", std::string());
    entity.relevance = json.at("relevance").get<int>();
    entity.sentiment = json.at("sentiment").get<double>();
    entity.mentions = spansFrom(json.at("mentions"));
    return entity;
}

Event eventFrom(const Json& json)
{
    Event event;
    event.type = json.at("type").get<std::string>();
    event.polarity = json.at("polarity").get<int>();
    event.modality = modalityFrom(json.at("modality").get<std::string>());
    event.certainty = json.at("certainty").get<double>();
    event.subject = json.value("subject", std::string());
    event.object = json.value("object", std::string());
    event.theme = json.at("theme").get<std::string>();
    event.when = json.value("when", std::string());
    for (const Json& quantity : json.at("quantities"))
        event.quantities.push_back(quantityFrom(quantity));
    event.provenance = provenanceFrom(json);
    return event;
}

Claim claimFrom(const Json& json)
{
    Claim claim;
    claim.id = json.at("id").get<std::string>();
    claim.predicate = json.at("predicate").get<std::string>();
    claim.subject = json.at("subject").get<std::string>();
    claim.object = json.at("object").get<std::string>();
    claim.sign = json.at("sign").get<int>();
    claim.strength = json.at("strength").get<double>();
    claim.lagMinDays = json.at("lag").at(0).get<int>();
    claim.lagMaxDays = json.at("lag").at(1).get<int>();
    claim.grade = gradeFrom(json);
    claim.provenance = provenanceFrom(json);
    return claim;
}

Decision decisionFrom(const Json& json)
{
    Decision decision;
    decision.kind = json.at("kind").get<std::string>();
    decision.title = json.at("title").get<std::string>();
    decision.text = json.at("text").get<std::string>();
    for (const Json& leg : json.at("legs")) {
        decision.legs.push_back({leg.at("side").get<std::string>(), leg.at("name").get<std::string>(),
            leg.value("instrument", std::string())});
    }
    const Json& horizon = json.at("horizon");
    decision.horizon = {horizon.at("min_days").get<int>(), horizon.at("max_days").get<int>(),
        horizon.at("text").get<std::string>()};
    decision.entry = json.at("entry").get<std::string>();
    decision.target = json.at("target").get<std::string>();
    decision.stop = json.at("stop").get<std::string>();
    decision.invalidation = json.at("invalidation").get<std::string>();
    decision.entryWhen = json.value("entry_when", std::string());
    decision.invalidationWhen = json.value("invalidation_when", std::string());
    decision.risk = json.at("risk").get<std::string>();
    decision.conviction = json.at("conviction").get<double>();
    decision.grade = gradeFrom(json);
    decision.provenance = provenanceFrom(json);
    decision.claims = json.at("claims").get<std::vector<std::string>>();
    return decision;
}

Analysis analysisFrom(const Json& json)
{
    Analysis analysis;
    analysis.language = json.at("language").get<std::string>();
    analysis.mode = modeFrom(json.at("mode").get<std::string>());
    analysis.reason = json.at("reason").get<std::string>();
    analysis.impact = impactFrom(json.at("impact"));
    analysis.sentiment = sentimentFrom(json.at("sentiment"));
    for (const Json& topic : json.at("topics"))
        analysis.topics.push_back(
            {topic.at("name").get<std::string>(), topic.at("score").get<double>(), provenanceFrom(topic)});
    for (const Json& entity : json.at("entities"))
        analysis.entities.push_back(entityFrom(entity));
    for (const Json& event : json.at("events"))
        analysis.events.push_back(eventFrom(event));
    for (const Json& claim : json.at("claims"))
        analysis.claims.push_back(claimFrom(claim));
    analysis.summary = sentencesFrom(json.at("summary"));
    for (const Json& section : json.at("analysis"))
        analysis.analysis.push_back(
            {section.at("section").get<std::string>(), sentencesFrom(section.at("sentences"))});
    for (const Json& decision : json.at("decisions"))
        analysis.decisions.push_back(decisionFrom(decision));
    analysis.engine = {
        json.at("engine").at("version").get<std::string>(), json.at("engine").at("pack").get<std::string>()};
    return analysis;
}

} // namespace

std::string toJson(const Analysis& analysis, JsonDetail detail, std::string_view key, std::string_view id)
{
    const bool full = detail == JsonDetail::Full;
    const bool analysed = analysis.mode != Mode::NotAnalysed;
    Json json = Json::object();
    if (!key.empty())
        json[std::string(key)] = id;
    json["language"] = analysis.language;
    json["mode"] = modeName(analysis.mode);
    if (full || !analysis.reason.empty())
        json["reason"] = analysis.reason;
    json["impact"] = impactJson(analysis.impact, analysed, full);
    json["sentiment"] = sentimentJson(analysis.sentiment, analysed, full);
    json["topics"] = topicsJson(analysis.topics, full);
    json["entities"] = entitiesJson(analysis.entities);
    json["events"] = eventsJson(analysis.events, full);
    if (full)
        json["claims"] = claimsJson(analysis.claims);
    json["summary"] = sentencesJson(analysis.summary, full);
    Json sections = Json::array();
    for (const Section& section : analysis.analysis) {
        sections.push_back(
            {{"section", section.section}, {"sentences", sentencesJson(section.sentences, full)}});
    }
    json["analysis"] = std::move(sections);
    json["decisions"] = decisionsJson(analysis.decisions, full);
    json["engine"] = {{"version", analysis.engine.version}, {"pack", analysis.engine.pack}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Analysis> analysisFromJson(std::string_view json)
{
    try {
        return analysisFrom(Json::parse(json));
    } catch (const Json::exception& error) {
        return Error{ErrorCode::InvalidInput, std::string("not a stored analysis: ") + error.what()};
    }
}

} // namespace base
