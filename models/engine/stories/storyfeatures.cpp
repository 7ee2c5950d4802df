// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyfeatures.h"

#include "storywords.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr std::size_t TitleWords = 40;
constexpr std::size_t BodyWords = 560;
constexpr std::size_t LeadWords = 45;
constexpr std::size_t KeptTerms = 72;
constexpr std::size_t KeptFacts = 40;
constexpr std::size_t ShortText = 18; // words below which copies cannot be told by fingerprints
constexpr std::int64_t Day = 86400;

void unite(std::vector<Term>& terms, std::size_t most = 1000)
{
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    if (terms.size() > most)
        terms.resize(most);
}

std::vector<WeightedTerm> listed(const std::map<Term, float>& weights)
{
    std::vector<WeightedTerm> list;
    for (const auto& [term, weight] : weights)
        list.push_back({term, weight});
    return list;
}

// The terms that tell most: by weight and rarity.
void keepBest(const StoryLexicon& lexicon, std::vector<WeightedTerm>& terms)
{
    if (terms.size() <= KeptTerms)
        return;
    const auto worth = [&](const WeightedTerm& one) {
        return static_cast<double>(one.weight) * std::log(10000 / lexicon.frequency(one.term));
    };
    std::stable_sort(terms.begin(), terms.end(), [&](const WeightedTerm& a, const WeightedTerm& b) {
        const double left = worth(a);
        const double right = worth(b);
        return left != right ? left > right : a.term < b.term;
    });
    terms.resize(KeptTerms);
    std::sort(terms.begin(), terms.end(),
        [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
}

bool inTitle(const base::Entity& entity)
{
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
        [](const base::Span& span) { return span.field == base::Field::Title; });
}

bool inLead(const base::Entity& entity)
{
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
        [](const base::Span& span) { return span.field == base::Field::Title || span.begin < 220; });
}

std::uint16_t kindOf(std::string_view event)
{
    if (event == "com.price_move")
        return PriceMove;
    if (event.starts_with("corp.earnings") || event == "corp.profit_warning")
        return Results;
    if (event.starts_with("macro.") && event != "macro.forecast_revision")
        return Indicator;
    if (event.starts_with("cb.hike") || event.starts_with("cb.cut") || event == "cb.hold")
        return RateDecision;
    return 0;
}

void readEntities(const base::Analysis& analysis, StoryFeatures& features)
{
    std::map<Term, float> weights;
    for (const bool titleOnly : {true, false}) {
        for (const base::Entity& entity : analysis.entities) {
            const Term id = termOf(entity.id);
            if (!titleOnly)
                weights[id] = static_cast<float>(entity.relevance) / 100;
            if (titleOnly ? !inTitle(entity) : !inLead(entity))
                continue;
            std::vector<Term>* list = entity.kind == "company" || entity.kind == "central_bank"
                ? &features.actors
                : entity.kind == "country" ? &features.places
                : entity.kind == "commodity" || entity.kind == "currency" || entity.kind == "index"
                ? &features.goods
                : nullptr;
            if (list != nullptr && (titleOnly || list->empty()))
                list->push_back(id);
        }
    }
    features.entities = listed(weights);
    unite(features.actors, 8);
    unite(features.places, 8);
    unite(features.goods, 8);
}

void readEvents(const base::Analysis& analysis, StoryFeatures& features)
{
    for (const base::Event& event : analysis.events) {
        if (event.modality == base::Modality::Historical)
            continue;
        const bool leading = std::any_of(event.provenance.evidence.begin(), event.provenance.evidence.end(),
            [](const base::Span& span) { return span.field == base::Field::Title || span.begin < 300; });
        if (leading) {
            features.events.push_back(termOf(event.type));
            features.kinds = static_cast<std::uint16_t>(features.kinds | kindOf(event.type));
        }
        features.facts.push_back(termOf(event.type + '|' + event.subject + '|' + event.object));
    }
    unite(features.events, 16);
    if (analysis.mode == base::Mode::Wrap)
        features.kinds |= RoundUp;
}

} // namespace

StoryFeatures storyFeatures(
    const StoryLexicon& lexicon, const base::Article& article, const base::Analysis& analysis)
{
    StoryFeatures features;
    features.article = article.id;
    const std::int64_t received = base::toUnix(article.received);
    features.time = article.published ? base::toUnix(*article.published) : received;
    if (received > 0)
        features.time = std::min(features.time, received + Day);
    features.order = base::hash64(article.title, base::hash64(article.body, base::hash64(article.source)));
    features.source = base::hash64(base::lowerAscii(article.source));
    const std::string_view headline = bareHeadline(article.title, article.source);
    const std::vector<StoryWord> title = storyWords(lexicon, headline, TitleWords);
    const std::vector<StoryWord> body = storyWords(lexicon, article.body, BodyWords);
    features.words = static_cast<std::uint16_t>(title.size() + body.size());
    features.bodyWords = static_cast<std::uint16_t>(body.size());
    features.grams = letterGrams(headline);

    std::map<Term, float> titleWeights;
    std::map<Term, float> textWeights;
    std::vector<std::uint32_t> plain;
    int direction = 0;
    const auto read = [&](const StoryWord& word, bool headlined, bool leading) {
        if (leading) {
            if (word.month > 0)
                features.months = static_cast<std::uint16_t>(features.months | (1U << (word.month - 1)));
            if (word.quarter > 0)
                features.quarters = static_cast<std::uint8_t>(features.quarters | (1U << (word.quarter - 1)));
        }
        if (word.term == 0)
            return;
        if (word.name)
            features.names.push_back(word.term);
        if (word.figure) {
            features.facts.push_back(word.term);
            if (leading)
                features.figures.push_back(word.term);
        }
        if (headlined) {
            titleWeights[word.term] += 1;
            direction += word.direction;
        }
    };
    for (const StoryWord& word : title) {
        read(word, true, true);
        if (word.term != 0)
            textWeights[word.term] += 2.0F;
    }
    for (std::size_t at = 0; at < body.size(); ++at) {
        const StoryWord& word = body[at];
        read(word, false, at < LeadWords);
        plain.push_back(word.plain);
        if (word.term != 0)
            textWeights[word.term] += at < LeadWords ? 1.5F : at < 160 ? 1.0F : 0.5F;
    }
    for (auto& [term, weight] : textWeights)
        weight = 1 + std::log(weight);
    for (auto& [term, weight] : titleWeights)
        weight = 1 + std::log(weight);
    features.title = listed(titleWeights);
    features.text = listed(textWeights);
    keepBest(lexicon, features.text);
    features.direction = static_cast<std::int8_t>(std::clamp(direction, -1, 1));
    readEntities(analysis, features);
    readEvents(analysis, features);
    unite(features.names, 32);
    unite(features.figures, 24);
    unite(features.facts, KeptFacts);
    if (plain.size() >= ShortText) {
        features.simhash = simHash(plain);
        features.shingles = minHash(plain);
    }
    return features;
}

} // namespace engine
