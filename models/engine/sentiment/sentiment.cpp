// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sentiment.h"

#include "classifier.h"
#include "contest.h"
#include "features.h"
#include "leaning.h"
#include "target.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace engine {

namespace {

constexpr double Shrink = 1.5; // λ: what an empty article would weigh
constexpr double Contended = 0.9; // what a target gains from another or loses to it
constexpr double EventShrink = 0.8;
constexpr double TextShare = 0.65;
constexpr double EventShare = 0.35;

double rounded(double value) { return std::round(value * 10000) / 10000; }

double placeWeight(const TextSentence& sentence, std::size_t index)
{
    if (sentence.boilerplate)
        return 0;
    switch (sentence.zone) {
    case Zone::Title:
        return 3;
    case Zone::Lead:
        return index <= 1 ? 2 : 1.5;
    case Zone::Body:
        return std::max(0.4, std::exp(-static_cast<double>(index) / 20));
    }
    return 1;
}

std::string classOf(const TextSentiment& text)
{
    if (text.negative > text.neutral && text.negative >= text.positive)
        return "negative";
    return text.positive > text.neutral ? "positive" : "neutral";
}

// What rules and words say together. Where the rules are certain the words may doubt, not deny.
TextSentiment fused(const ClassProbabilities& found, const Composition& composition)
{
    constexpr double Certain = 1.6; // of a composition without anything against it
    TextSentiment text;
    text.negative = found.negative;
    text.positive = found.positive;
    const bool clear = std::abs(composition.value) >= Certain && !composition.hedged && !composition.negated
        && (composition.positive == 0 || composition.negative == 0);
    const double opposite = composition.value > 0 ? text.negative : text.positive;
    if (clear && opposite > text.neutral && opposite < 0.75) {
        const TextSentiment rules = scoreComposition(composition.value, composition.parts());
        text.negative = 0.5 * (text.negative + rules.negative);
        text.positive = 0.5 * (text.positive + rules.positive);
    }
    text.negative = rounded(text.negative);
    text.positive = rounded(text.positive);
    text.neutral = rounded(1 - text.negative - text.positive);
    text.score = rounded(text.positive - text.negative);
    text.label = classOf(text);
    return text;
}

void composeAround(
    const SentimentLexicon& lexicon, const Document& document, const Target& target, Compositions& said)
{
    const TextSentence& sentence = document.sentences[target.sentence];
    const auto part = [&](std::uint32_t first, std::uint32_t last) {
        return composeLeaning(lexicon, document, sentence, first, last);
    };
    said.clause = part(target.clauseFirst, target.clauseLast);
    said.left = part(target.clauseFirst, target.last);
    said.right = part(target.first, target.clauseLast);
    if (const int sign = contestOf(lexicon, document, target); sign != 0) {
        Composition contest;
        contest.value = contest.bound = contest.strongest = sign * Contended;
        contest.first = contest.last = sign;
        (sign > 0 ? contest.positive : contest.negative) = 1;
        contest.hedged = said.clause.hedged;
        contest.expected = said.clause.expected;
        said.clause = contest;
    } else if (said.clause.parts() == 0 && (said.whole.positive == 0 || said.whole.negative == 0)) {
        said.clause = said.whole; // "Anant to leave hotels; stock up 6%"
    }
}

} // namespace

void Composition::add(const Composition& further)
{
    value += further.value;
    bound += further.bound;
    figures += further.figures;
    polar += further.polar;
    alone += further.alone;
    lean += further.lean;
    if (std::abs(further.strongest) > std::abs(strongest))
        strongest = further.strongest;
    if (first == 0)
        first = further.first;
    if (further.last != 0)
        last = further.last;
    positive += further.positive;
    negative += further.negative;
    for (std::uint32_t at = 0; at < further.saidCount; ++at)
        say(further.said[at].token, double{further.said[at].value});
    for (std::uint32_t at = 0; at < further.markCount; ++at)
        mark(further.marks[at]);
    figuresSay(further.compared);
    negated = negated || further.negated;
    hedged = hedged || further.hedged;
    expected = expected || further.expected;
    opinion = opinion || further.opinion;
    if (!formula.empty() && !further.formula.empty())
        formula += "; ";
    formula += further.formula;
}

TextSentiment scoreComposition(double value, int parts)
{
    // Logits by hand, not fitted: neutral loses as the composed value grows; nothing found is neutral.
    TextSentiment text;
    const double size = std::min(std::abs(value), 3.0);
    const double own = 1.9 * size;
    const double neutral = parts == 0 ? 1.6 : 0.9;
    const double positive = value > 0 ? own : -0.6 * own;
    const double negative = value < 0 ? own : -0.6 * own;
    const double sum = std::exp(positive) + std::exp(negative) + std::exp(neutral);
    text.positive = std::exp(positive) / sum;
    text.negative = std::exp(negative) / sum;
    text.neutral = 1 - text.positive - text.negative;
    text.score = text.positive - text.negative;
    text.label = classOf(text);
    return text;
}

Composition readTextFeatures(
    const Pack& pack, std::string_view text, std::string_view name, SentimentFeatures& features)
{
    const Document document = readDocument(pack.vocabulary, {}, text);
    Target target;
    if (!name.empty())
        target = findTarget(document, name);
    Compositions said;
    for (std::uint32_t index = 0; index < document.sentences.size(); ++index) {
        const TextSentence& sentence = document.sentences[index];
        if (!target.found || target.sentence == index) // what is asked about a name is in its own sentence
            said.whole.add(composeLeaning(
                *pack.sentiment, document, sentence, sentence.firstToken, sentence.lastToken));
    }
    if (target.found)
        composeAround(*pack.sentiment, document, target, said);
    // A headline is read whole; of a longer text what is said far from the name must not drown what is said
    // of it.
    constexpr std::size_t OfHeadline = 3; // sentences
    std::uint32_t first = 0;
    auto last = static_cast<std::uint32_t>(document.tokens.size());
    if (target.found && document.sentences.size() > OfHeadline) {
        first = document.sentences[target.sentence].firstToken;
        last = document.sentences[target.sentence].lastToken;
    }
    readFeatures(document, base::Field::Body, first, last, target, said, features);
    return target.found ? said.clause : said.whole;
}

TextSentiment scoreText(const Pack& pack, std::string_view text, std::string_view target)
{
    SentimentFeatures features;
    pack.sentimentModel->expect(features);
    const Composition composition = readTextFeatures(pack, text, target, features);
    return fused(pack.sentimentModel->score(features), composition);
}

void readSentiment(const Pack& pack, Reading& reading)
{
    const SentimentLexicon& lexicon = *pack.sentiment;
    const EventRules& events = *pack.events;
    const auto features = std::make_unique<SentimentFeatures>();
    pack.sentimentModel->expect(*features);
    const Document& document = reading.document;
    std::vector<double> weights;
    std::vector<std::vector<std::uint32_t>> entitiesOf(document.sentences.size());
    for (const Mention& mention : reading.mentions)
        entitiesOf[mention.sentence].push_back(mention.entity);
    double weightSum = 0;
    double absolute = 0;
    for (std::size_t index = 0; index < document.sentences.size(); ++index) {
        const TextSentence& sentence = document.sentences[index];
        const Composition composition
            = compose(lexicon, document, sentence, sentence.firstToken, sentence.lastToken);
        const std::vector<std::uint32_t>& named = entitiesOf[index];
        const bool principal
            = std::any_of(named.begin(), named.end(), [](std::uint32_t entity) { return entity < 2; });
        const double focus = principal ? 1.5 : named.empty() ? 0.6 : 1;
        const double role = sentence.background ? 0.3 : composition.opinion ? 0.8 : 1;
        const double modality = composition.hedged ? 0.5 : composition.expected ? 0.8 : 1;
        const double weight = placeWeight(sentence, index) * focus * role * modality;
        base::SentimentPart part;
        part.span = sentence.span;
        part.formula = composition.formula;
        // A sentence in which the rules find nothing counts as neutral, whatever its words are usually said
        // of.
        if (composition.parts() > 0) {
            readFeatures(document, sentence.span.field, sentence.firstToken, sentence.lastToken, {},
                {composition, {}, {}, {}}, *features);
            part.score = fused(pack.sentimentModel->score(*features), composition).score;
        }
        weights.push_back(weight);
        weightSum += weight;
        absolute += std::abs(weight * part.score);
        reading.sentenceSentiment.push_back(std::move(part));
    }
    double textScore = 0;
    for (std::size_t index = 0; index < weights.size(); ++index) {
        base::SentimentPart& part = reading.sentenceSentiment[index];
        part.weight = weights[index] / (weightSum + Shrink);
        textScore += part.score * part.weight;
    }
    // Events: what happened says something even where the words are neutral.
    double eventSum = 0;
    double eventWeight = 0;
    for (const base::Event& event : reading.events) {
        const int type = events.find(event.type);
        const double prior = type < 0 ? 0.3 : events.types()[static_cast<std::size_t>(type)].prior;
        // What nobody is named for weighs half; what is not sure weighs by its certainty squared.
        const double named = event.subject.empty() && event.object.empty() ? 0.5 : 1;
        const double weight = prior * event.certainty * event.certainty * named * prominence(reading, event);
        eventSum += event.polarity * weight;
        eventWeight += weight;
    }
    const double eventScore = eventWeight > 0 ? eventSum / (eventWeight + EventShrink) : 0;
    base::Sentiment& sentiment = reading.sentiment;
    sentiment.score = std::clamp(rounded(TextShare * textScore + EventShare * eventScore), -1.0, 1.0);
    const double spread = weightSum > 0 ? absolute / weightSum : 0;
    sentiment.label = lexicon.label(sentiment.score, spread);
    // Neutral keeps what the score does not claim; both signs share what cancels.
    const double claim = std::min(1.0, std::abs(sentiment.score) * 1.6 + 0.5 * spread);
    const double lean = std::clamp(0.5 + sentiment.score * 1.6, 0.0, 1.0);
    sentiment.positive = rounded(claim * lean);
    sentiment.negative = rounded(claim * (1 - lean));
    sentiment.neutral = rounded(1 - sentiment.positive - sentiment.negative);
    for (const base::SentimentPart& part : reading.sentenceSentiment) {
        if (part.score != 0 && part.weight > 0) {
            sentiment.parts.push_back(part);
            sentiment.parts.back().weight = rounded(part.weight * TextShare);
        }
    }
    if (eventScore != 0) {
        // One further part for what the events say, at the strongest event's sentence.
        base::SentimentPart part;
        part.span = reading.events.front().provenance.evidence.front();
        part.score = rounded(eventScore);
        part.weight = EventShare;
        part.formula = "events:";
        for (std::size_t at = 0; at < std::min<std::size_t>(3, reading.events.size()); ++at) {
            const base::Event& event = reading.events[at];
            part.formula += ' ' + event.type
                + (event.polarity > 0        ? "(+)"
                        : event.polarity < 0 ? "(\u2212)"
                                             : "(0)");
        }
        sentiment.parts.push_back(std::move(part));
    }
    for (std::uint32_t index = 0; index < reading.entities.size(); ++index) {
        double sum = 0;
        double own = 0;
        for (std::size_t sentence = 0; sentence < weights.size(); ++sentence) {
            const std::vector<std::uint32_t>& named = entitiesOf[sentence];
            if (std::find(named.begin(), named.end(), index) == named.end())
                continue;
            sum += reading.sentenceSentiment[sentence].score * weights[sentence];
            own += weights[sentence];
        }
        reading.entities[index].sentiment = own > 0 ? rounded(sum / (own + Shrink)) : 0;
    }
}

} // namespace engine
