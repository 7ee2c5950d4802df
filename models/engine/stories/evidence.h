// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace engine {

// What speaks for and against two articles telling one story. Symmetric.
struct PairEvidence {
    enum Part : std::size_t {
        Title, // cosine of the headlines, 0…1
        Text, // cosine of the texts, 0…1
        Told, // how much of the one's headline the other's text tells, the better way
        ToldBoth, // and the worse way
        Entities, // what both name of what either names, 0…1
        Names, // cosine of the names
        Mass, // rarity of all words both headlines share, in tens; more is less likely chance
        Events, // share of event types
        Figures, // figures both tell
        Keys, // whose headline's rarest word the other tells: 0, 0.5 or 1
        SameRelease, // one repeating kind of news, of one subject and of one day
        Apart, // log of 1 + hours/6 between them
        OtherActors, // companies or central banks, none in common, nor a rare name, or of repeating news
        OtherPlaces,
        OtherGoods,
        OtherHeads, // both headlines name somebody rare, and neither text has any of the other's
        OtherNames, // both name somebody, nobody in common
        OtherFigures, // figures, none in common
        OtherDeal, // OtherActors and OtherFigures
        OtherResults, // OtherFigures, and both of one repeating kind
        OtherSubject, // of one repeating kind, but of another indicator or market
        OtherPeriod, // months or quarters, none in common
        OtherDay, // both of a market's day, more than some hours apart
        OtherWay, // the one says up, the other down
        MarketBeside, // one tells a market's day, the other something else
        MarketAfter, // one tells a market's day, the other what moved it: of one country and field, or good
        SeveralStories, // one may tell several stories
        Bare, // neither has a text
        LongText, // both have a text of some length: how far the texts' cosine is from that of news of one
                  // field
        HeadsShared, // share of the headlines' names that the other's text tells
        SameActor, // a company or central bank in common
        ActorSoon, // the same, fading within days
        SameCountry,
        GoodsSoon, // a commodity, currency or index in common, fading within hours
        Topics, // share of topics
        OtherTopics, // none in common
        Fields, // cosine of the fields of headline and lead
        OtherFields, // none in common
        CountryField, // one country's news of one field, fading within a day
        Late, // days beyond the fourth between them, in tens
        HeadRarity, // of the rarest name both headlines have, 0…1
        HeadSoon, // the same, fading within days
        HeadApart, // HeadRarity × Apart: a rare name holds a story together for longer
        Deeds, // cosine of the texts without names and figures
        OtherDeeds, // of one company or rare name, days apart, with other deeds, 0…1
        FewWords, // both are short and one tells hardly any of the other's headline, 0…1
        OtherFiguresLater, // OtherFigures, a day or more apart: what follows has other figures
        Principals, // share of who either is about (names of the headline, else of the lead) that the other
                    // tells
        OtherPrincipals, // both are about somebody, and neither tells of the other's
        LeadRarity, // of the rarest name that both texts have, 0…1
        Acts, // events both tell, with who does them or whom they befall, 0…3
        OtherEvents, // events, not one of a family in common
        OtherActs, // the same, of one company or rare name
        OtherKind, // of one company or rare name, and only one tells its figures for a period
        DaysBack, // the later tells of the earlier's day as a day gone by
        SameDays, // they tell of one day that is not their own
        OtherDays, // they tell of days, none in common
        Commented, // one explains or judges
        CommentHead, // the same, times HeadRarity
        TextMass, // rarity of all words both texts share, in forties
        CountryTopics, // SameCountry times Topics, fading within a day
        GoodsField, // GoodsSoon times Fields
        BothTexts, // both have a text
        TextOfBoth, // Text times BothTexts: words of a text are seldom all told again
        FieldsOfBoth, // Fields times BothTexts
        FieldSoon, // Fields, fading within a day
        SmallCountry, // a country in common that is not in the news each day
        SmallSoon, // the same, fading within days
        BareTitle, // Title × Bare: headlines count for more where there is nothing else
        NamesMass, // rarity of all names both texts have, in twenties
        PartiesTold, // share of the parties (names of headline and lead), by rarity, that the other tells,
                     // the better way
        PartiesBoth, // and the worse way
        Sole, // of the party both tell that fewest stories tell: 1 by their number, times its rarity, 0…1
        SoleField, // Sole × Fields
        HeadField, // HeadRarity × Fields: one affair of one name, however late
        OwnParties, // each headline has a rare name that the other does not tell: the lesser rarity, 0…1
        PartyMass, // rarity of the parties both have, in tens
        SoleOther, // Sole, where both have fields and hardly one in common: another affair of one name
        SoleDeeds, // Sole × Deeds
        Parts
    };
    std::array<double, Parts> parts{};
    bool copy = false; // reprint or near-duplicate
    bool veto = false;
};

// The name of a part in the table of weights: "title", "same_release".
std::string_view partName(std::size_t part);
// The same of the parts of StoryEvidence (belonging.h): "story_nearest".
std::string_view storyPartName(std::size_t part);
std::size_t storyParts();

// A table of corrections: each question is whether a part is above a bound, and each of the eight answers to
// the three has its own addition in logits.
struct EvidenceTable {
    static constexpr std::size_t Questions = 3;
    std::array<std::size_t, Questions> part{};
    std::array<double, Questions> bound{};
    std::array<double, 1U << Questions> additions{};
};

// How much each part of some evidence counts: a logistic regression, and corrections where parts meet.
struct EvidenceModel {
    static constexpr double Far = -6; // logits below which no table is asked

    double base = 0; // in logits, where nothing is known
    std::vector<double> weights; // by part
    std::vector<EvidenceTable> tables;

    double sum(std::span<const double> parts) const; // in logits
};

// What counts how much, and how sure a decision must be (stories/weights.tsv, stories/tables.tsv).
struct StoryWeights {
    EvidenceModel pair; // of two articles telling one story
    EvidenceModel story; // of an article belonging to a story
    double join = 0.5; // chance from which an article is added to a story
    double merge = 0.5; // chance, by the mean logits between their articles, from which two stories are one

    static base::Result<StoryWeights> load(const base::ResourceFiles& files);
};

// The chance that two articles with this evidence tell one story, 0…1.
double sameStory(const PairEvidence& evidence, const StoryWeights& weights);

} // namespace engine
