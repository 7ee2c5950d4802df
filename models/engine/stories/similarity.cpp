// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "similarity.h"

#include "fingerprints.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace engine {

namespace {

constexpr double PriorStories = 3000;
constexpr double Common = 1.5; // taken off every rarity, so that words of the trade weigh little beside names
constexpr double Telling = 3.0; // rarity from which a name of the headline is a subject
constexpr int ReprintBits = 3; // of 64
constexpr double NearDuplicate = 0.60; // Jaccard of five-word shingles
constexpr double SameHeadline = 0.70; // Jaccard of four-letter pieces
constexpr std::size_t ShortHeadline = 6; // words below which equal headlines recur by chance
constexpr std::uint16_t LongBody = 80; // words
constexpr std::uint16_t ShortBody = 10;
constexpr double FieldCosine
    = 0.28; // of long texts of one field and time: below it they seldom tell one event
constexpr double MarketDay = 15; // hours after which a market's news is of another session
constexpr double ReleaseDay = 30; // hours in which one release is told
constexpr double ReleaseHours = 84; // after which an indicator's news is of another release
constexpr double CopyHours = 72;
constexpr double ActorHours = 24;
constexpr double GoodsHours = 12;
constexpr double CountryHours = 24;
constexpr double HeadHours = 48;
constexpr double DeedHours = 72;
constexpr double FigureHours = 24;
constexpr double LikeDeeds = 0.25; // cosine from which two texts tell like deeds
constexpr double LikeFields = 0.15; // cosine of fields below which two texts are of different things
constexpr double MovedField = 0.3; // cosine of fields from which a market moved because of the other news
constexpr double RarestName = 6.0; // rarity that counts in full

TermVector unit(std::vector<WeightedTerm> terms)
{
    TermVector vector;
    double square = 0;
    for (const WeightedTerm& one : terms)
        square += static_cast<double>(one.weight) * static_cast<double>(one.weight);
    vector.length = std::sqrt(square);
    if (vector.length > 0) {
        for (WeightedTerm& one : terms)
            one.weight = static_cast<float>(static_cast<double>(one.weight) / vector.length);
    }
    vector.terms = std::move(terms);
    return vector;
}

// Calls with the pairs that have a term in common.
template <class Call>
void meet(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b, const Call& call)
{
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->term == right->term) {
            call(*left, *right);
            ++left;
            ++right;
        } else if (left->term < right->term) {
            ++left;
        } else {
            ++right;
        }
    }
}

double cosine(const TermVector& a, const TermVector& b)
{
    double sum = 0;
    meet(a.terms, b.terms, [&](const WeightedTerm& left, const WeightedTerm& right) {
        sum += static_cast<double>(left.weight) * static_cast<double>(right.weight);
    });
    return sum;
}

// Share of a's weight that stands in b.
double told(const TermVector& a, const TermVector& b)
{
    double sum = 0;
    meet(a.terms, b.terms, [&](const WeightedTerm& left, const WeightedTerm&) {
        sum += static_cast<double>(left.weight) * static_cast<double>(left.weight);
    });
    return sum;
}

double massOf(const TermVector& a, const TermVector& b)
{
    double sum = 0;
    meet(a.terms, b.terms, [&](const WeightedTerm& left, const WeightedTerm& right) {
        sum += std::min(
            static_cast<double>(left.weight) * a.length, static_cast<double>(right.weight) * b.length);
    });
    return sum;
}

// Σ of the lesser weights of what both have, by 0.6 + Σ of the greater weights of all: one name in common is
// not yet the same story.
double sharedEntities(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b)
{
    double both = 0;
    double all = 0.6;
    for (const WeightedTerm& one : a)
        all += static_cast<double>(one.weight);
    for (const WeightedTerm& one : b)
        all += static_cast<double>(one.weight);
    meet(a, b, [&](const WeightedTerm& left, const WeightedTerm& right) {
        const double lesser = static_cast<double>(std::min(left.weight, right.weight));
        both += lesser;
        all -= lesser;
    });
    return both / all;
}

// Σ of the lesser weights of what both have by Σ of the greater of all, 0…1.
double shareOf(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b)
{
    double both = 0;
    double all = 0;
    for (const std::vector<WeightedTerm>* list : {&a, &b}) {
        for (const WeightedTerm& one : *list)
            all += static_cast<double>(one.weight);
    }
    meet(a, b, [&](const WeightedTerm& left, const WeightedTerm& right) {
        both += static_cast<double>(std::min(left.weight, right.weight));
    });
    return all > both ? both / (all - both) : 0;
}

int common(const std::vector<Term>& a, const std::vector<Term>& b)
{
    return static_cast<int>(commonCount(a, b));
}

bool apart(const std::vector<Term>& a, const std::vector<Term>& b)
{
    return !a.empty() && !b.empty() && common(a, b) == 0;
}

bool names(const StoryFeatures& features, Term term)
{
    return std::binary_search(features.names.begin(), features.names.end(), term);
}

// Names of a's headline, as a's or b's writing tells: in a headline of capitals a name may not show.
std::vector<WeightedTerm> headsOf(const WeighedArticle& a, const WeighedArticle& b)
{
    std::vector<WeightedTerm> heads;
    auto own = a.heads.begin();
    for (const WeightedTerm& one : a.title.terms) {
        while (own != a.heads.end() && own->term < one.term)
            ++own;
        if (own != a.heads.end() && own->term == one.term) {
            heads.push_back(*own);
            continue;
        }
        const double rarity = static_cast<double>(one.weight) * a.title.length;
        if (rarity > Telling && names(b.features, one.term))
            heads.push_back({one.term, static_cast<float>(rarity)});
    }
    return heads;
}

// Names among the terms that the article tells.
std::size_t toldOf(const std::vector<WeightedTerm>& terms, const WeighedArticle& article)
{
    return static_cast<std::size_t>(std::count_if(
        terms.begin(), terms.end(), [&](const WeightedTerm& one) { return tellsOf(article, one.term); }));
}

// Rarity of the rarest name that both have: 0 for none, 1 for one that hardly any news has.
double sharedRarity(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b)
{
    double rarest = 0;
    meet(a, b, [&](const WeightedTerm& left, const WeightedTerm& right) {
        rarest = std::max(rarest, static_cast<double>(std::min(left.weight, right.weight)));
    });
    return shareOfRarest(rarest);
}

// Share of a's parties, by rarity, that b tells.
double partiesTold(const WeighedArticle& a, const WeighedArticle& b)
{
    double all = 0;
    double told = 0;
    for (const Party& party : a.parties) {
        all += static_cast<double>(party.rarity);
        told += tellsOf(b, party.term) ? static_cast<double>(party.rarity) : 0;
    }
    return all > 0 ? told / all : 0;
}

// Of the parties of a that b tells, the most telling: rare, and in few stories.
double soleOf(const WeighedArticle& a, const WeighedArticle& b)
{
    double best = 0;
    for (const Party& party : a.parties) {
        if (!tellsOf(b, party.term))
            continue;
        std::uint32_t stories = party.stories;
        const auto other = std::lower_bound(b.parties.begin(), b.parties.end(), party.term,
            [](const Party& one, Term term) { return one.term < term; });
        if (other != b.parties.end() && other->term == party.term)
            stories = std::max(stories, other->stories);
        best = std::max(best,
            shareOfRarest(static_cast<double>(party.rarity)) / static_cast<double>(std::max(1U, stories)));
    }
    return best;
}

// Rarity of the parties in both lists.
double sharedParties(const std::vector<Party>& a, const std::vector<Party>& b)
{
    double sum = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->term == right->term) {
            sum += static_cast<double>(std::min(left->rarity, right->rarity));
            ++left;
            ++right;
        } else if (left->term < right->term) {
            ++left;
        } else {
            ++right;
        }
    }
    return sum;
}

// Rarity of the rarest name among the heads that the other does not tell, 0…1.
double ownParty(const std::vector<WeightedTerm>& heads, const WeighedArticle& other)
{
    double rarest = 0;
    for (const WeightedTerm& one : heads) {
        if (!tellsOf(other, one.term))
            rarest = std::max(rarest, shareOfRarest(static_cast<double>(one.weight)));
    }
    return rarest;
}

// How the days that two articles tell of meet.
void compareDays(const StoryFeatures& a, const StoryFeatures& b, PairEvidence& evidence)
{
    const auto day = [](const StoryFeatures& one) { return static_cast<std::uint32_t>(one.time / 86400); };
    const StoryFeatures& earlier = a.time <= b.time ? a : b;
    const StoryFeatures& later = a.time <= b.time ? b : a;
    if (day(earlier) != day(later) && std::binary_search(later.days.begin(), later.days.end(), day(earlier)))
        evidence.parts[PairEvidence::DaysBack] = 1;
    if (a.days.empty() || b.days.empty())
        return;
    std::vector<std::uint32_t> both;
    std::set_intersection(
        a.days.begin(), a.days.end(), b.days.begin(), b.days.end(), std::back_inserter(both));
    evidence.parts[PairEvidence::OtherDays] = both.empty() ? 1 : 0;
    evidence.parts[PairEvidence::SameDays]
        = std::any_of(
              both.begin(), both.end(), [&](std::uint32_t one) { return one != day(a) || one != day(b); })
        ? 1
        : 0;
}

// Of one repeating kind, subject and day.
bool sameRelease(const StoryFeatures& a, const StoryFeatures& b, double hours)
{
    const std::uint16_t kinds = a.kinds & b.kinds;
    if ((kinds & (Results | RateDecision)) != 0 && hours < ReleaseDay && common(a.actors, b.actors) > 0)
        return true;
    if ((kinds & Indicator) != 0 && hours < ReleaseDay && common(a.subjects, b.subjects) > 0
        && !apart(a.places, b.places)
        && (common(a.places, b.places) > 0 || common(a.figures, b.figures) > 0 || (a.months & b.months) != 0))
        return true;
    return (kinds & PriceMove) != 0 && hours < MarketDay && common(a.subjects, b.subjects) > 0
        && a.direction * b.direction >= 0;
}

bool isCopy(const StoryFeatures& a, const StoryFeatures& b, double hours)
{
    if (hours > CopyHours)
        return false;
    if (a.simhash != 0 && b.simhash != 0) {
        const double ratio = static_cast<double>(std::min(a.bodyWords, b.bodyWords))
            / static_cast<double>(std::max(a.bodyWords, b.bodyWords));
        // One word in a short text may be the name or the month that makes it another story.
        const bool sameFigures = a.figures == b.figures;
        if (std::popcount(a.simhash ^ b.simhash) <= ReprintBits && ratio > 0.8 && sameFigures)
            return true;
        return jaccard(a.shingles, b.shingles) >= NearDuplicate && (sameFigures || ratio < 0.8);
    }
    return a.title.size() >= ShortHeadline && b.title.size() >= ShortHeadline && a.figures == b.figures
        && jaccard(a.grams, b.grams) >= SameHeadline;
}

} // namespace

void TermStatistics::remove(Term term)
{
    const auto found = m_stories.find(term);
    if (found != m_stories.end() && --found->second == 0)
        m_stories.erase(found);
}

std::uint32_t TermStatistics::stories(Term term) const
{
    const auto found = m_stories.find(term);
    return found == m_stories.end() ? 0 : found->second;
}

double TermStatistics::rarity(Term term) const
{
    const auto found = m_stories.find(term);
    const double seen = found == m_stories.end() ? 0 : found->second;
    const double stories = m_lexicon.frequency(term) / 10000 * PriorStories + seen;
    return std::log(1 + (PriorStories + m_count) / (stories + 0.5)) - Common;
}

bool tellsOf(const WeighedArticle& article, Term term)
{
    const auto has = [&](const std::vector<WeightedTerm>& terms) {
        const auto found = std::lower_bound(terms.begin(), terms.end(), term,
            [](const WeightedTerm& one, Term wanted) { return one.term < wanted; });
        return found != terms.end() && found->term == term;
    };
    return term != 0 && (has(article.text.terms) || has(article.title.terms));
}

double shareOfRarest(double rarity)
{
    return std::clamp((rarity - Telling) / (RarestName - Telling), 0.0, 1.0);
}

WeighedArticle weigh(const TermStatistics& statistics, StoryFeatures features)
{
    WeighedArticle article;
    const auto weighed = [&](std::vector<WeightedTerm> terms) {
        for (WeightedTerm& one : terms)
            one.weight = static_cast<float>(static_cast<double>(one.weight) * statistics.rarity(one.term));
        return unit(std::move(terms));
    };
    article.title = weighed(features.title);
    article.text = weighed(features.text);
    std::vector<WeightedTerm> fields = features.fields;
    for (WeightedTerm& one : fields)
        one.weight = static_cast<float>(static_cast<double>(one.weight) * statistics.fieldRarity(one.term));
    article.fields = unit(std::move(fields));
    std::vector<WeightedTerm> deeds;
    for (const WeightedTerm& one : features.text) {
        if (!std::binary_search(features.names.begin(), features.names.end(), one.term)
            && !std::binary_search(features.figures.begin(), features.figures.end(), one.term))
            deeds.push_back(one);
    }
    article.deeds = weighed(std::move(deeds));
    std::vector<WeightedTerm> names;
    for (const Term name : features.names)
        names.push_back({name, 1});
    article.names = weighed(std::move(names));
    const auto isName
        = [&](Term term) { return std::binary_search(features.names.begin(), features.names.end(), term); };
    for (const WeightedTerm& one : article.title.terms) {
        if (isName(one.term) && static_cast<double>(one.weight) * article.title.length > Telling)
            article.heads.push_back({one.term, static_cast<float>(statistics.rarity(one.term))});
    }
    for (const Term place : features.places) {
        if (!statistics.isGreatPlace(place))
            article.smallPlaces.push_back(place);
    }
    for (const Term lead : features.leads) {
        if (const double rarity = statistics.rarity(lead); rarity > Telling)
            article.leads.push_back({lead, static_cast<float>(rarity)});
    }
    std::vector<WeightedTerm> both;
    std::set_union(article.heads.begin(), article.heads.end(), article.leads.begin(), article.leads.end(),
        std::back_inserter(both),
        [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
    for (const WeightedTerm& one : both)
        article.parties.push_back({one.term, one.weight, statistics.stories(one.term)});
    double rarest = 0;
    for (const WeightedTerm& one : article.title.terms) {
        const bool usual = std::binary_search(features.figures.begin(), features.figures.end(), one.term)
            || statistics.isTrade(one.term);
        if (!usual && static_cast<double>(one.weight) > rarest) {
            rarest = static_cast<double>(one.weight);
            article.key = one.term;
        }
    }
    article.features = std::move(features);
    return article;
}

PairEvidence compare(const WeighedArticle& a, const WeighedArticle& b)
{
    const StoryFeatures& left = a.features;
    const StoryFeatures& right = b.features;
    PairEvidence evidence;
    auto& parts = evidence.parts;
    const double hours = static_cast<double>(std::abs(left.time - right.time)) / 3600;
    evidence.copy = isCopy(left, right, hours);
    parts[PairEvidence::Title] = cosine(a.title, b.title);
    parts[PairEvidence::Text] = cosine(a.text, b.text);
    const double ab = told(a.title, b.text);
    const double ba = told(b.title, a.text);
    parts[PairEvidence::Told] = std::max(ab, ba);
    parts[PairEvidence::ToldBoth] = std::min(ab, ba);
    parts[PairEvidence::Entities] = sharedEntities(left.entities, right.entities);
    parts[PairEvidence::Names] = cosine(a.names, b.names);
    parts[PairEvidence::Mass] = massOf(a.title, b.title) / 10;
    const std::size_t events = std::min(left.events.size(), right.events.size());
    if (events > 0)
        parts[PairEvidence::Events] = common(left.events, right.events) / static_cast<double>(events);
    parts[PairEvidence::Figures] = std::min(3, common(left.figures, right.figures));
    parts[PairEvidence::Keys] = (tellsOf(a, b.key) ? 0.5 : 0) + (tellsOf(b, a.key) ? 0.5 : 0);
    parts[PairEvidence::Apart] = std::log(1 + hours / 6);
    const std::vector<WeightedTerm> leftHeads = headsOf(a, b);
    const std::vector<WeightedTerm> rightHeads = headsOf(b, a);
    const std::size_t headsTold = toldOf(leftHeads, b) + toldOf(rightHeads, a);
    const std::size_t heads = leftHeads.size() + rightHeads.size();
    if (heads > 0)
        parts[PairEvidence::HeadsShared] = static_cast<double>(headsTold) / static_cast<double>(heads);
    const auto flag = [&](PairEvidence::Part part, bool set) { parts[part] = set ? 1 : 0; };
    const std::uint16_t kinds = left.kinds & right.kinds;
    const bool actors = apart(left.actors, right.actors);
    const bool places = apart(left.places, right.places);
    const bool figures = apart(left.figures, right.figures);
    const bool months = left.months != 0 && right.months != 0 && (left.months & right.months) == 0;
    const bool quarters = left.quarters != 0 && right.quarters != 0 && (left.quarters & right.quarters) == 0;
    const bool subjects = (kinds & (Indicator | PriceMove)) != 0 && apart(left.subjects, right.subjects);
    const bool repeating = (kinds & (Results | Indicator | RateDecision)) != 0;
    flag(PairEvidence::OtherActors, actors && (headsTold == 0 || repeating));
    flag(PairEvidence::OtherPlaces, places);
    flag(PairEvidence::OtherGoods, apart(left.goods, right.goods));
    flag(PairEvidence::OtherNames, apart(left.names, right.names));
    flag(PairEvidence::OtherFigures, figures);
    flag(PairEvidence::SameRelease, sameRelease(left, right, hours));
    flag(PairEvidence::OtherSubject, subjects);
    flag(PairEvidence::OtherPeriod, quarters || (months && repeating));
    const bool market = (kinds & PriceMove) != 0;
    flag(PairEvidence::OtherDay, market && hours > MarketDay);
    flag(PairEvidence::OtherWay, left.direction * right.direction < 0);
    flag(PairEvidence::SeveralStories, ((left.kinds | right.kinds) & ManyNames) != 0);
    if (left.bodyWords >= LongBody && right.bodyWords >= LongBody)
        parts[PairEvidence::LongText] = std::clamp(parts[PairEvidence::Text] - FieldCosine, -0.2, 0.14);
    const bool bare = left.bodyWords == 0 && right.bodyWords == 0;
    flag(PairEvidence::Bare, bare);
    const auto fading = [&](double scale) { return std::exp(-hours / scale); };
    flag(PairEvidence::SameActor, common(left.actors, right.actors) > 0);
    parts[PairEvidence::ActorSoon] = parts[PairEvidence::SameActor] * fading(ActorHours);
    flag(PairEvidence::SameCountry, common(left.places, right.places) > 0);
    if (common(left.goods, right.goods) > 0)
        parts[PairEvidence::GoodsSoon] = fading(GoodsHours);
    parts[PairEvidence::Topics] = shareOf(left.topics, right.topics);
    flag(PairEvidence::OtherTopics,
        !left.topics.empty() && !right.topics.empty() && parts[PairEvidence::Topics] == 0);
    parts[PairEvidence::Fields] = cosine(a.fields, b.fields);
    flag(PairEvidence::OtherFields,
        !left.fields.empty() && !right.fields.empty() && parts[PairEvidence::Fields] == 0);
    parts[PairEvidence::CountryField]
        = parts[PairEvidence::SameCountry] * parts[PairEvidence::Fields] * fading(CountryHours);
    const bool beside = ((left.kinds ^ right.kinds) & PriceMove) != 0;
    const bool moved = hours < ReleaseDay
        && (common(left.goods, right.goods) > 0
            || (parts[PairEvidence::SameCountry] > 0 && parts[PairEvidence::Fields] > MovedField));
    flag(PairEvidence::MarketBeside, beside && !moved);
    flag(PairEvidence::MarketAfter, beside && moved);
    flag(PairEvidence::OtherResults,
        figures && (kinds & (Results | Indicator | RateDecision | PriceMove)) != 0);
    parts[PairEvidence::HeadRarity] = sharedRarity(leftHeads, rightHeads);
    parts[PairEvidence::HeadSoon] = parts[PairEvidence::HeadRarity] * fading(HeadHours);
    parts[PairEvidence::HeadApart] = parts[PairEvidence::HeadRarity] * parts[PairEvidence::Apart];
    parts[PairEvidence::Deeds] = cosine(a.deeds, b.deeds);
    if (parts[PairEvidence::SameActor] > 0 || parts[PairEvidence::HeadRarity] > 0)
        parts[PairEvidence::OtherDeeds]
            = std::max(0.0, 1 - parts[PairEvidence::Deeds] / LikeDeeds) * std::min(1.0, hours / DeedHours);
    const double words = static_cast<double>(std::max(left.words, right.words));
    parts[PairEvidence::FewWords] = (1 - parts[PairEvidence::Told]) * std::clamp(1.5 - words / 60, 0.0, 1.0);
    parts[PairEvidence::Late] = std::max(0.0, hours / 24 - 4) / 10;
    parts[PairEvidence::BareTitle] = bare ? parts[PairEvidence::Title] : 0;
    parts[PairEvidence::OtherFiguresLater] = figures ? 1 - fading(FigureHours) : 0;
    const std::vector<WeightedTerm>& leftWho = leftHeads.empty() ? a.leads : leftHeads;
    const std::vector<WeightedTerm>& rightWho = rightHeads.empty() ? b.leads : rightHeads;
    const std::size_t whoTold = toldOf(leftWho, b) + toldOf(rightWho, a);
    if (!leftWho.empty() && !rightWho.empty())
        parts[PairEvidence::Principals]
            = static_cast<double>(whoTold) / static_cast<double>(leftWho.size() + rightWho.size());
    flag(PairEvidence::OtherPrincipals, !leftWho.empty() && !rightWho.empty() && whoTold == 0);
    double rarest = 0;
    meet(a.names.terms, b.names.terms, [&](const WeightedTerm& one, const WeightedTerm&) {
        rarest = std::max(rarest, static_cast<double>(one.weight) * a.names.length);
    });
    parts[PairEvidence::LeadRarity] = shareOfRarest(rarest);
    parts[PairEvidence::NamesMass] = massOf(a.names, b.names) / 20;
    const double leftTold = partiesTold(a, b);
    const double rightTold = partiesTold(b, a);
    parts[PairEvidence::PartiesTold] = std::max(leftTold, rightTold);
    parts[PairEvidence::PartiesBoth] = std::min(leftTold, rightTold);
    parts[PairEvidence::Sole] = std::max(soleOf(a, b), soleOf(b, a));
    const bool fields = !left.fields.empty() && !right.fields.empty();
    parts[PairEvidence::SoleOther]
        = fields && parts[PairEvidence::Fields] < LikeFields ? parts[PairEvidence::Sole] : 0;
    parts[PairEvidence::SoleDeeds] = parts[PairEvidence::Sole] * parts[PairEvidence::Deeds];
    parts[PairEvidence::SoleField] = parts[PairEvidence::Sole] * parts[PairEvidence::Fields];
    parts[PairEvidence::HeadField] = parts[PairEvidence::HeadRarity] * parts[PairEvidence::Fields];
    parts[PairEvidence::OwnParties] = std::min(ownParty(leftHeads, b), ownParty(rightHeads, a));
    parts[PairEvidence::PartyMass] = sharedParties(a.parties, b.parties) / 10;
    parts[PairEvidence::Acts] = std::min(3, common(left.acts, right.acts));
    const bool one = parts[PairEvidence::SameActor] > 0 || parts[PairEvidence::HeadRarity] > 0;
    flag(PairEvidence::OtherEvents, apart(left.families, right.families));
    flag(PairEvidence::OtherActs, one && apart(left.families, right.families));
    flag(PairEvidence::OtherKind, one && ((left.kinds ^ right.kinds) & Results) != 0);
    compareDays(left, right, evidence);
    flag(PairEvidence::Commented, ((left.kinds | right.kinds) & Comment) != 0);
    parts[PairEvidence::CommentHead] = parts[PairEvidence::Commented] * parts[PairEvidence::HeadRarity];
    parts[PairEvidence::TextMass] = massOf(a.text, b.text) / 40;
    parts[PairEvidence::CountryTopics]
        = parts[PairEvidence::SameCountry] * parts[PairEvidence::Topics] * fading(CountryHours);
    parts[PairEvidence::GoodsField] = parts[PairEvidence::GoodsSoon] * parts[PairEvidence::Fields];
    const bool texts = left.bodyWords >= ShortBody && right.bodyWords >= ShortBody;
    flag(PairEvidence::BothTexts, texts);
    parts[PairEvidence::TextOfBoth] = texts ? parts[PairEvidence::Text] : 0;
    parts[PairEvidence::FieldsOfBoth] = texts ? parts[PairEvidence::Fields] : 0;
    parts[PairEvidence::FieldSoon] = parts[PairEvidence::Fields] * fading(CountryHours);
    flag(PairEvidence::SmallCountry, common(a.smallPlaces, b.smallPlaces) > 0);
    parts[PairEvidence::SmallSoon] = parts[PairEvidence::SmallCountry] * fading(HeadHours);
    flag(PairEvidence::OtherHeads, !a.heads.empty() && !b.heads.empty() && headsTold == 0);
    flag(PairEvidence::OtherDeal, actors && figures);
    const bool sameActor = parts[PairEvidence::SameActor] > 0;
    const bool later = hours > ReleaseDay;
    const bool otherFirm = (kinds & Results) != 0 && (kinds & Indicator) == 0 && !sameActor && headsTold == 0
        && parts[PairEvidence::Keys] == 0 && !a.heads.empty() && !b.heads.empty();
    evidence.veto = !evidence.copy
        && ((repeating
                && (actors || (places && !sameActor && headsTold == 0)
                    || (later && (quarters || (months && figures)))))
            || ((left.kinds ^ right.kinds) & RoundUp) != 0 || otherFirm
            || ((kinds & Indicator) != 0 && subjects && figures && parts[PairEvidence::Keys] == 0)
            || ((kinds & Indicator) != 0 && hours > ReleaseHours) || (market && hours > MarketDay));
    return evidence;
}

double likeness(const WeighedArticle& a, const WeighedArticle& b)
{
    const double hours = 0;
    if (isCopy(a.features, b.features, hours))
        return 1;
    return std::max(jaccard(a.features.shingles, b.features.shingles), cosine(a.text, b.text));
}

} // namespace engine
