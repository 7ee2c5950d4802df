// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "impactpriors.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace engine {

namespace {

double rounded(double value) { return std::round(value * 10000) / 10000; }
double logit(double probability)
{
    const double p = std::clamp(probability, 0.01, 0.99);
    return std::log(p / (1 - p));
}
double logistic(double value) { return 1 / (1 + std::exp(-value)); }

// How far it reaches, from who is named: countries, one company or many; else what the event usually does.
double breadthOf(const Reading& reading, const EventType* type)
{
    int companies = 0;
    bool large = false;
    std::set<std::string> countries;
    bool major = false;
    for (std::size_t index = 0; index < reading.entities.size(); ++index) {
        const base::Entity& entity = reading.entities[index];
        if (entity.relevance < 45)
            continue;
        const std::vector<std::string>& tags = reading.facts[index].tags;
        const auto tagged
            = [&](std::string_view tag) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); };
        if (entity.kind == "company") {
            ++companies;
            large = large || tagged("large");
        } else if (entity.kind == "country") {
            countries.insert(entity.id);
            major = major || tagged("g7") || tagged("g20");
        }
    }
    double breadth = type == nullptr ? 0.45 : type->breadth;
    const bool corporate = type != nullptr && type->breadth < 0.45;
    if (corporate)
        return std::clamp(breadth + (large ? 0.08 : companies > 0 ? -0.08 : 0), 0.2, 0.5);
    if (type == nullptr && companies > 0 && countries.empty())
        return large ? 0.35 : 0.25;
    if (countries.size() >= 2 && major)
        breadth = std::max(breadth, 0.8);
    else if (!countries.empty() && !major)
        breadth -= 0.08;
    return std::clamp(breadth, 0.2, 1.0);
}

constexpr std::uint32_t MaxDistance = 110; // bytes between a figure and what was expected of it

struct Surprise {
    double z = 0;
    std::string detail;
    base::Span span;
};

// Actual against expected where both stand in the text; else the size against what is usual for the type.
Surprise surpriseOf(
    const EventRules& rules, const EventType& type, const base::Event& event, const Document& document)
{
    Surprise surprise;
    if (type.reference <= 0)
        return surprise;
    const base::Quantity* actual = nullptr;
    const base::Quantity* expected = nullptr;
    for (const base::Quantity& quantity : event.quantities) {
        const bool rate = quantity.unit == base::Unit::BasisPoint || quantity.unit == base::Unit::Percent
            || quantity.unit == base::Unit::PercentagePoint;
        if (!rate || quantity.value > 400)
            continue;
        if (quantity.basis == "expected" && expected == nullptr)
            expected = &quantity;
        else if (actual == nullptr && quantity.basis != "from" && quantity.basis != "to"
            && quantity.basis != "expected")
            actual = &quantity;
    }
    const auto inReference = [&](const base::Quantity& quantity) {
        const bool points = type.reference >= 20 && quantity.unit != base::Unit::BasisPoint;
        return (points ? quantity.value * 100 : quantity.value) / type.reference;
    };
    // The two must stand together: "0.1%, below the 0.3% expected", not paragraphs apart.
    const auto together = [&] {
        const std::uint32_t low = std::min(actual->span.begin, expected->span.begin);
        const std::uint32_t high = std::max(actual->span.end, expected->span.end);
        return actual->span.field == expected->span.field && high - low <= MaxDistance;
    };
    if (actual != nullptr && expected != nullptr && actual->unit == expected->unit && together()) {
        surprise.z = std::min(3.0, std::abs(inReference(*actual) - inReference(*expected)));
        surprise.detail = actual->text + " against " + expected->text + " expected";
        surprise.span = actual->span;
        return surprise;
    }
    std::vector<PhraseSet::Hit> hits;
    for (const TextSentence& sentence : document.sentences) {
        if (std::find(event.provenance.evidence.begin(), event.provenance.evidence.end(), sentence.span)
            == event.provenance.evidence.end())
            continue;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at)
            rules.surpriseWords().matchAt(document.tokens, at, sentence.lastToken, hits);
        for (const PhraseSet::Hit& hit : hits) {
            if (hit.phrase == 0) {
                surprise.z = 1;
                surprise.span = document.span(sentence, hit.first, hit.last);
                surprise.detail
                    = "called a surprise: \u201C" + std::string(document.text(surprise.span)) + "\u201D";
                return surprise;
            }
        }
        hits.clear();
    }
    return surprise;
}

} // namespace

void scoreImpact(const ImpactPriors& priors, const EventRules& rules, Reading& reading)
{
    const ImpactWeights& weights = priors.weights();
    const base::Event* strongest = nullptr;
    const EventType* type = nullptr;
    constexpr double Head = 10; // logits per unit of prominence: what the head tells outweighs any background
    double best = -1;
    for (const base::Event& event : reading.events) {
        const EventType& candidate = rules.types()[static_cast<std::size_t>(rules.find(event.type))];
        // What headline and lead tell is what the article is of.
        const double weight = logit(candidate.prior) + weights.certainty * std::log(event.certainty)
            + Head * (prominence(reading, event) - 0.5)
            + 0.15 * static_cast<double>(event.provenance.evidence.size() - 1);
        if (strongest == nullptr || weight > best) {
            strongest = &event;
            type = &candidate;
            best = weight;
        }
    }
    double prior = type == nullptr ? priors.noEvent() : type->prior;
    // What only the body tells is background to the news: half of it counts.
    const bool background = strongest != nullptr && reading.mode == base::Mode::News
        && prominence(reading, *strongest) <= 0.5;
    if (background)
        prior = (prior + priors.noEvent()) / 2;
    reading.breadth = rounded(breadthOf(reading, type));
    const double ceiling = reading.mode == base::Mode::Explainer ? certaintyOf(base::Modality::Explanatory)
        : reading.mode == base::Mode::Opinion                    ? certaintyOf(base::Modality::Conditional)
        : reading.mode == base::Mode::Recap                      ? certaintyOf(base::Modality::Historical)
                                                                 : 1.0;
    reading.certainty = strongest == nullptr ? std::min(ceiling, certaintyOf(base::Modality::Announced))
                                             : std::min(ceiling, strongest->certainty);
    base::Impact& impact = reading.impact;
    double sum = 0;
    const auto add = [&](std::string name, double value, std::string detail, base::Provenance provenance) {
        value = rounded(value);
        if (value == 0)
            value = 0; // never minus zero
        sum += value;
        impact.terms.push_back({std::move(name), value, std::move(detail), std::move(provenance)});
    };
    base::Provenance eventProvenance;
    if (strongest != nullptr)
        eventProvenance = strongest->provenance;
    add("event", logit(prior),
        (type == nullptr ? std::string("no known event") : type->label) + ", prior " + base::fixed(prior, 2)
            + (background ? ", told in the body alone" : ""),
        eventProvenance);
    add("breadth", weights.breadth * (reading.breadth - 0.5),
        priors.scope(reading.breadth) + ", B " + base::fixed(reading.breadth, 2), {});
    add("novelty", weights.novelty * (reading.novelty - 0.6),
        "N " + base::fixed(reading.novelty, 2) + (reading.novelty == 0.6 ? ", nothing earlier known" : ""),
        {});
    const std::string how = strongest != nullptr && certaintyOf(strongest->modality) <= ceiling
        ? std::string(base::modalityName(strongest->modality))
        : std::string(base::modeName(reading.mode));
    base::Provenance certaintyProvenance
        = strongest != nullptr ? base::Provenance{strongest->provenance.evidence, {}} : reading.modeEvidence;
    if (certaintyProvenance.evidence.size() > 1)
        certaintyProvenance.evidence.resize(1);
    add("certainty", weights.certainty * std::log(reading.certainty), how + ", C " + base::fixed(reading.certainty, 2),
        certaintyProvenance);
    add("source", weights.source * (reading.sourceWeight - 0.8), "W " + base::fixed(reading.sourceWeight, 2), {});
    if (strongest != nullptr) {
        const Surprise surprise = surpriseOf(rules, *type, *strongest, reading.document);
        if (surprise.z > 0)
            add("surprise", weights.surprise * surprise.z, surprise.detail, {{surprise.span}, {}});
    }
    // Others add a little, so that a recap of many does not pile up.
    const double alone = logistic(sum);
    double none = 1;
    int others = 0;
    base::Provenance otherProvenance;
    for (const base::Event& event : reading.events) {
        if (&event == strongest || event.modality == base::Modality::Historical)
            continue;
        const EventType& other = rules.types()[static_cast<std::size_t>(rules.find(event.type))];
        const double own = logistic(logit(other.prior) + weights.certainty * std::log(event.certainty));
        none *= 1 - 0.5 * own;
        ++others;
        if (otherProvenance.evidence.size() < 4)
            otherProvenance.evidence.push_back(event.provenance.evidence.front());
    }
    if (others > 0) {
        const double together = std::min(0.99, alone + 0.10 * (1 - none) * (1 - alone));
        std::sort(otherProvenance.evidence.begin(), otherProvenance.evidence.end());
        otherProvenance.evidence.erase(
            std::unique(otherProvenance.evidence.begin(), otherProvenance.evidence.end()),
            otherProvenance.evidence.end());
        add("other events", logit(together) - logit(alone),
            std::to_string(others) + (others == 1 ? " further event" : " further events"), otherProvenance);
    }
    impact.score = logistic(sum);
    impact.label = priors.label(impact.score);
    impact.scope = priors.scope(reading.breadth);
}

} // namespace engine
