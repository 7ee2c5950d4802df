// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/similarity.h>

#include <vector>

namespace engine {

// What speaks for an article belonging to a story: what its pairs with the story's articles say together, and
// what other stories it might belong to instead.
struct StoryEvidence {
    enum Part : std::size_t {
        Nearest, // logits of the nearest article, in fours, −2…2, like all logits here
        Second, // of the next; the nearest where there is no other
        Agreed, // mean of the nearer half, at most five
        Chance, // mean chance of all its articles, 0…1
        Vetoed, // share of its articles that cannot be of one story with it
        Members, // log of 1 + its articles that are compared
        Since, // log of 1 + hours/6 since its nearest in time
        Told, // the best Told of the pairs
        HeadRarity, // the rarest name of its headline that the story's headlines have, 0…1
        HeadsTold, // share of its headline's names that the story's texts tell, 0…1
        CoreTold, // share of the names in most of the story's headlines that its text tells, 0…1
        NoHeads, // its headline names nobody
        Texts, // mean cosine of the texts
        Fields, // mean cosine of the fields
        Names, // best cosine of the names
        TitleTold, // share of its headline that the story's texts tell together, 0…1
        TextTold, // the same of its text
        NamesTold, // the same of its names
        Centre, // cosine of its text with the story's texts together
        Mean, // of the logits of all its articles
        Sole, // of a party of the article that few other stories tell: share of its articles that tell it
        Parties, // share of the article's parties, by rarity, that the story's texts tell, 0…1
        NamesMass, // the best of the pairs
        Lead, // logits ahead of the best other story
        Rivals, // log of 1 + other stories that are fairly near
        Parts
    };
    std::array<double, Parts> parts{};
    std::vector<double> links; // logits of its pairs with the story's articles, in their order, −8…8
    bool copy = false; // of one of its articles
    bool veto = false; // of all its articles
};

// The rivals are left as though there were none.
StoryEvidence belonging(const WeighedArticle& article, const std::vector<const WeighedArticle*>& members,
    const StoryWeights& weights);

// What stories one article is compared with, all of them, know of each other.
void addRivals(std::vector<StoryEvidence>& stories);

// The chance that an article belongs to a story, 0…1.
double belongs(const StoryEvidence& evidence, const StoryWeights& weights);

} // namespace engine
