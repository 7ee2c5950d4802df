// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyfeatures.h"

#include "storywords.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr std::size_t TitleWords = 40;
constexpr std::size_t BodyWords = 560;
constexpr std::size_t LeadWords = 45;
constexpr std::size_t DayWords = 120;
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

// A name of several words must not count several times: each of k words counts 1/√k. Names are what the
// gazetteer found, and runs of words written with a capital.
std::vector<float> nameParts(const std::vector<StoryWord>& words, const base::Analysis& analysis,
    base::Field field, std::size_t offset)
{
    std::vector<float> part(words.size(), 1.0F);
    const auto mark = [&](std::size_t first, std::size_t last) {
        std::size_t telling = 0;
        for (std::size_t at = first; at < last; ++at)
            telling += words[at].term != 0 ? 1U : 0U;
        for (std::size_t at = first; at < last && telling > 1; ++at)
            part[at] = std::min(part[at], 1 / std::sqrt(static_cast<float>(telling)));
    };
    for (std::size_t at = 0; at < words.size();) {
        std::size_t end = at;
        while (end < words.size() && words[end].capital && (words[end].name || end == at)
            && (end == at || !words[end].sentenceStart) && end - at < 4)
            ++end;
        if (end > at + 1 && words[at + 1].name)
            mark(at, end);
        at = std::max(end, at + 1);
    }
    for (const base::Entity& entity : analysis.entities) {
        for (const base::Span& span : entity.mentions) {
            if (span.field != field || span.begin < offset)
                continue;
            const auto before = [](const StoryWord& word, std::size_t byte) { return word.begin < byte; };
            const auto first = std::lower_bound(words.begin(), words.end(), span.begin - offset, before);
            const auto last = std::lower_bound(words.begin(), words.end(), span.end - offset, before);
            if (first != words.end() && last - first > 1)
                mark(static_cast<std::size_t>(first - words.begin()),
                    static_cast<std::size_t>(last - words.begin()));
        }
    }
    return part;
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

// That two articles name one country or statesman says less than that they name one company.
float telling(std::string_view kind)
{
    if (kind == "country" || kind == "person")
        return 0.35F;
    return kind == "commodity" || kind == "currency" || kind == "index" ? 0.6F : 1.0F;
}

void readEntities(const StoryLexicon& lexicon, const base::Analysis& analysis, StoryFeatures& features)
{
    std::map<Term, float> weights;
    for (const bool titleOnly : {true, false}) {
        for (const base::Entity& entity : analysis.entities) {
            const Term id = termOf(entity.id);
            if (!titleOnly)
                weights[id] = static_cast<float>(entity.relevance) / 100 * telling(entity.kind);
            if (titleOnly ? !inTitle(entity) : !inLead(entity))
                continue;
            std::vector<Term>* list = entity.kind == "company" || entity.kind == "central_bank"
                ? &features.actors
                : entity.kind == "country" ? &features.places
                : entity.kind == "commodity" || entity.kind == "currency" || entity.kind == "index"
                ? &features.goods
                : nullptr;
            // An index in the lead of a company's news is where it is listed.
            if (entity.kind == "index" && !titleOnly)
                continue;
            if (list != nullptr && (titleOnly || list->empty()))
                list->push_back(id);
            const Term country = lexicon.countryOf(id);
            if (country != 0 && (titleOnly || features.places.empty()))
                features.places.push_back(country);
            const Term bank = lexicon.bankOf(id);
            if (bank != 0 && (titleOnly || features.actors.empty()))
                features.actors.push_back(bank);
        }
    }
    features.entities = listed(weights);
}

// What headline and lead are about, and countries told of without their name.
void readFields(const StoryLexicon& lexicon, const base::Analysis& analysis, std::string_view headline,
    const std::vector<StoryWord>& title, std::string_view text, const std::vector<StoryWord>& body,
    StoryFeatures& features)
{
    std::map<Term, float> weights;
    std::vector<Term> lead; // countries
    for (const base::Entity& entity : analysis.entities) {
        if (entity.kind == "central_bank" && inLead(entity))
            weights[lexicon.ratesField()] += inTitle(entity) ? 2.0F : 1.0F;
    }
    const auto read = [&](std::string_view whole, const std::vector<StoryWord>& words, bool headlined) {
        std::string before;
        for (std::size_t at = 0; at < words.size() && (headlined || at < LeadWords); ++at) {
            std::string word
                = base::lowerAscii(whole.substr(words[at].begin, words[at].end - words[at].begin));
            std::erase(word, '.');
            for (const Term field : lexicon.fields(before, word))
                weights[field] += headlined ? 2.0F : 1.0F;
            if (const Term country = lexicon.country(before, word); country != 0)
                (headlined ? features.places : lead).push_back(country);
            before = std::move(word);
        }
    };
    read(headline, title, true);
    read(text, body, false);
    if (features.places.empty())
        features.places = lead;
    for (auto& [field, weight] : weights)
        weight = std::sqrt(weight);
    features.fields = listed(weights);
}

bool isCountry(const base::Analysis& analysis, std::size_t byte)
{
    return std::any_of(analysis.entities.begin(), analysis.entities.end(), [&](const base::Entity& entity) {
        return entity.kind == "country"
            && std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const base::Span& span) {
                   return span.field == base::Field::Title && span.begin <= byte && byte < span.end;
               });
    });
}

// "Norway's central bank keeps its rate": the bank is told of by its country alone.
void readRateDecision(const StoryLexicon& lexicon, std::string_view headline, const base::Analysis& analysis,
    StoryFeatures& features)
{
    const std::string lower = base::lowerAscii(headline);
    const bool bank = lower.find("central bank") != std::string::npos;
    bool named = bank;
    for (const base::Entity& entity : analysis.entities)
        named = named || (entity.kind == "central_bank" && inTitle(entity));
    if (bank && features.actors.empty() && !features.places.empty()) {
        if (const Term own = lexicon.bankIn(features.places.front()); own != 0)
            features.actors.push_back(own);
    }
    if (named && lexicon.isRateDecision(lower))
        features.kinds = static_cast<std::uint16_t>(features.kinds | RateDecision);
}

// Kinds told by the headline's words alone, where no event was found.
void readKinds(const StoryLexicon& lexicon, const std::vector<StoryWord>& title, std::string_view headline,
    std::size_t offset, const base::Analysis& analysis, StoryFeatures& features)
{
    int words = 0;
    bool figure = features.quarters != 0 || features.months != 0;
    for (const StoryWord& word : title) {
        const int kinds = lexicon.wordKinds(word.term);
        words |= kinds;
        if ((kinds & (StoryLexicon::Market | StoryLexicon::Indicator)) != 0)
            features.subjects.push_back(word.term);
        figure = figure || word.figure;
    }
    bool company = std::any_of(analysis.entities.begin(), analysis.entities.end(),
        [](const base::Entity& entity) { return entity.kind == "company" && inTitle(entity); });
    // "Agronova shares": a company, though no list knows it.
    for (std::size_t at = 1; at < title.size(); ++at)
        company = company
            || (title[at].term == lexicon.stock() && title[at - 1].name
                && lexicon.wordKinds(title[at - 1].term) == 0
                && !isCountry(analysis, title[at - 1].begin + offset));
    const bool index
        = std::any_of(analysis.entities.begin(), analysis.entities.end(),
              [](const base::Entity& entity) { return entity.kind == "index" && inTitle(entity); })
        || base::lowerAscii(headline).find("wall st") != std::string::npos;
    const auto add = [&](int kind) { features.kinds = static_cast<std::uint16_t>(features.kinds | kind); };
    if ((!company || index) && (words & StoryLexicon::Market) != 0
        && (features.direction != 0 || (words & StoryLexicon::Move) != 0))
        add(PriceMove);
    if ((words & StoryLexicon::Results) != 0 && figure)
        add(Results);
    if ((words & StoryLexicon::Indicator) != 0 && (figure || features.direction != 0) && !company)
        add(Indicator);
    unite(features.subjects, 16);
    if (lexicon.isRoundUp(base::lowerAscii(headline)))
        add(RoundUp);
    if (lexicon.isComment(base::lowerAscii(headline)))
        add(Comment);
    if (analysis.mode == base::Mode::Wrap)
        add(ManyNames);
}

// What types of one affair have in common: "ma" of "ma.bid". A company's own news is of many affairs.
std::string_view familyOf(std::string_view type)
{
    if (!type.starts_with("corp."))
        return type.substr(0, type.find('.'));
    for (const std::string_view results :
        {"corp.earnings", "corp.results", "corp.guidance", "corp.sales", "corp.profit"}) {
        if (type.starts_with(results))
            return "corp.results";
    }
    return type.substr(0, type.find('_'));
}

void readEvents(const base::Analysis& analysis, StoryFeatures& features)
{
    for (const base::Event& event : analysis.events) {
        if (event.modality == base::Modality::Historical)
            continue;
        const bool leading = std::any_of(event.provenance.evidence.begin(), event.provenance.evidence.end(),
            [](const base::Span& span) { return span.field == base::Field::Title || span.begin < 300; });
        if (leading) {
            // Two earthquakes are two stories when they shake two countries.
            const bool placed = event.type.starts_with("env.") || event.type.starts_with("health.");
            features.events.push_back(termOf(placed ? event.type + '|' + event.subject : event.type));
            features.kinds = static_cast<std::uint16_t>(features.kinds | kindOf(event.type));
            features.families.push_back(termOf(familyOf(event.type)));
            for (const std::string& party : {event.subject, event.object, event.theme}) {
                if (!party.empty())
                    features.acts.push_back(termOf(event.type + '|' + party));
            }
        }
        features.facts.push_back(termOf(event.type + '|' + event.subject + '|' + event.object));
    }
    unite(features.events, 16);
    unite(features.families, 16);
    unite(features.acts, 16);
}

int weekdayOf(std::string_view lower)
{
    constexpr std::array<std::string_view, 7> Names
        = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    const auto found = std::find(Names.begin(), Names.end(), lower);
    return found == Names.end() ? -1 : static_cast<int>(found - Names.begin());
}

// "Tuesday" is the last one, that of the article's own day too.
void readDays(const std::vector<StoryWord>& title, std::string_view headline,
    const std::vector<StoryWord>& body, std::string_view text, StoryFeatures& features)
{
    constexpr std::int64_t FirstDay = 3; // 1970 began on a Thursday
    const std::int64_t own = features.time / Day;
    const auto read = [&](std::string_view whole, const std::vector<StoryWord>& words, std::size_t most) {
        for (std::size_t at = 0; at < std::min(most, words.size()); ++at) {
            if (!words[at].capital)
                continue;
            const int weekday
                = weekdayOf(base::lowerAscii(whole.substr(words[at].begin, words[at].end - words[at].begin)));
            if (weekday >= 0)
                features.days.push_back(
                    static_cast<std::uint32_t>(own - ((own + FirstDay - weekday) % 7 + 7) % 7));
        }
    };
    if (own < 7)
        return;
    read(headline, title, TitleWords);
    read(text, body, DayWords);
    std::sort(features.days.begin(), features.days.end());
    features.days.erase(std::unique(features.days.begin(), features.days.end()), features.days.end());
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
    std::map<Term, float> share; // of a word in the name it is part of
    std::vector<std::uint32_t> plain;
    int direction = 0;
    const std::vector<float> titleParts = nameParts(title, analysis, base::Field::Title,
        static_cast<std::size_t>(headline.data() - article.title.data()));
    const std::vector<float> bodyParts = nameParts(body, analysis, base::Field::Body, 0);
    const auto read = [&](const StoryWord& word, float part, bool headlined, bool leading) {
        if (leading) {
            if (word.month > 0)
                features.months = static_cast<std::uint16_t>(features.months | (1U << (word.month - 1)));
            if (word.quarter > 0)
                features.quarters = static_cast<std::uint8_t>(features.quarters | (1U << (word.quarter - 1)));
        }
        if (word.term == 0)
            return;
        float& whole = share.try_emplace(word.term, part).first->second;
        whole = std::max(whole, part);
        if (word.name)
            features.names.push_back(word.term);
        if (word.name && leading && !headlined)
            features.leads.push_back(word.term);
        if (word.value != 0)
            features.facts.push_back(word.term);
        if (word.figure && leading)
            features.figures.push_back(word.term);
        if (headlined) {
            titleWeights[word.term] += 1;
            direction += word.direction;
        }
    };
    for (std::size_t at = 0; at < title.size(); ++at) {
        const StoryWord& word = title[at];
        read(word, titleParts[at], true, true);
        if (word.term != 0)
            textWeights[word.term] += 2.0F;
    }
    for (std::size_t at = 0; at < body.size(); ++at) {
        const StoryWord& word = body[at];
        read(word, bodyParts[at], false, at < LeadWords);
        plain.push_back(word.plain);
        if (word.term != 0)
            textWeights[word.term] += at < LeadWords ? 1.5F : at < 160 ? 1.0F : 0.5F;
    }
    for (auto& [term, weight] : textWeights)
        weight = (1 + std::log(weight)) * share[term];
    for (auto& [term, weight] : titleWeights)
        weight = (1 + std::log(weight)) * share[term];
    features.title = listed(titleWeights);
    features.text = listed(textWeights);
    keepBest(lexicon, features.text);
    features.direction = static_cast<std::int8_t>(std::clamp(direction, -1, 1));
    readEntities(lexicon, analysis, features);
    readFields(lexicon, analysis, headline, title, article.body, body, features);
    readEvents(analysis, features);
    readKinds(lexicon, title, headline, static_cast<std::size_t>(headline.data() - article.title.data()),
        analysis, features);
    readRateDecision(lexicon, headline, analysis, features);
    std::map<Term, float> topics;
    for (const base::TopicScore& topic : analysis.topics)
        topics[termOf(topic.name)] = static_cast<float>(topic.score);
    features.topics = listed(topics);
    unite(features.actors, 8);
    unite(features.places, 8);
    unite(features.goods, 8);
    unite(features.names, KeptTerms);
    unite(features.leads, 24);
    unite(features.figures, 24);
    unite(features.facts, KeptFacts);
    readDays(title, headline, body, article.body, features);
    if (plain.size() >= ShortText) {
        features.simhash = simHash(plain);
        features.shingles = minHash(plain);
    }
    return features;
}

} // namespace engine
