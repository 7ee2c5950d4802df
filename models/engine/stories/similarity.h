// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/storyfeatures.h>

#include <array>
#include <unordered_map>

namespace engine {

// How telling a word is: from how common it is in news at large (the lexicon) and among the stories that are
// told now. The prior stands for PriorStories stories, so the first articles weigh words as later ones do.
class TermStatistics final {
public:
    explicit TermStatistics(const StoryLexicon& lexicon)
        : m_lexicon(lexicon)
    {
    }

    void add(Term term) { ++m_stories[term]; }
    void remove(Term term);
    void setStories(std::size_t stories) { m_count = static_cast<double>(stories); }
    double rarity(Term term) const; // about 2 for "stocks", 8.5 for a word never seen
    bool isTrade(Term term) const { return m_lexicon.wordKinds(term) != 0 || m_lexicon.direction(term) != 0; }
    std::size_t size() const { return m_stories.size(); }

private:
    const StoryLexicon& m_lexicon;
    std::unordered_map<Term, std::uint32_t> m_stories; // that use the term
    double m_count = 0;
};

// A unit vector, and its length before: weight × length is the term's own rarity times its frequency.
struct TermVector {
    std::vector<WeightedTerm> terms; // by term
    double length = 0;
};

// An article as it is compared: its features with its words weighed.
struct WeighedArticle {
    StoryFeatures features;
    TermVector title;
    TermVector text;
    TermVector names;
    std::vector<Term> heads; // names of the headline
    Term key = 0; // the rarest word of the headline that is not the trade's
};

WeighedArticle weigh(const TermStatistics& statistics, StoryFeatures features);

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
        OtherSubject, // of one repeating kind, but of another indicator or market
        OtherPeriod, // months or quarters, none in common
        OtherDay, // both of a market's day, more than some hours apart
        OtherWay, // the one says up, the other down
        MarketBeside, // one tells a market's day, the other does not
        RoundUp, // one may tell several stories
        Bare, // neither has a text
        LongText, // both have a text of some length: how far the texts' cosine is from that of news of one
                  // field
        HeadsShared, // share of the headlines' names that the other's text tells
        Parts
    };
    std::array<double, Parts> parts{};
    bool copy = false; // reprint or near-duplicate
    bool veto = false;
};

PairEvidence compare(const WeighedArticle& a, const WeighedArticle& b);

// The chance that two articles with this evidence tell one story, 0…1.
double sameStory(const PairEvidence& evidence);

// How much of one article's text another has: 1 for a reprint. 0…1. For the novelty of the later one.
double likeness(const WeighedArticle& a, const WeighedArticle& b);

} // namespace engine
