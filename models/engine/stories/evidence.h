// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>

#include <array>
#include <cstddef>
#include <string_view>

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
        OtherActors, // companies or central banks, none in common
        OtherPlaces,
        OtherGoods,
        OtherNames, // both name somebody, nobody in common
        OtherFigures, // figures, none in common
        OtherResults, // the same, and both of one repeating kind
        OtherSubject, // of one repeating kind, but of another indicator or market
        OtherPeriod, // months or quarters, none in common
        OtherDay, // both of a market's day, more than some hours apart
        OtherWay, // the one says up, the other down
        MarketBeside, // one tells a market's day, the other something else
        MarketAfter, // one tells a market's day, the other what moved it: of one country and field, or good
        ManyNames, // one may tell several stories
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
        KeysApart, // Keys × Apart: a rare word holds a story together for longer
        HeadRarity, // of the rarest name both headlines have, 0…1
        HeadSoon, // the same, fading within days
        FewWords, // both are short and one tells hardly any of the other's headline, 0…1
        BareTitle, // Title × Bare: headlines count for more where there is nothing else
        Parts
    };
    std::array<double, Parts> parts{};
    bool copy = false; // reprint or near-duplicate
    bool veto = false;
};

// The name of a part in the table of weights: "title", "same_release".
std::string_view partName(std::size_t part);

// How much each part counts, and how sure a decision must be (stories/weights.tsv).
struct StoryWeights {
    std::array<double, PairEvidence::Parts> parts{};
    double base = 0; // in logits, of a pair of which nothing is known
    double join = 0.5; // chance from which an article is added to a story
    double merge = 0.5; // mean chance between two stories' articles from which they are one
    double best = 0.5; // of the nearest member in an article's fit; the rest is what others say

    static base::Result<StoryWeights> load(const base::ResourceFiles& files);
};

// The chance that two articles with this evidence tell one story, 0…1.
double sameStory(const PairEvidence& evidence, const StoryWeights& weights);

} // namespace engine
