// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/storyfeatures.h>

#include <cstdint>
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
    std::uint32_t stories(Term term) const; // that tell of it now
    double rarity(Term term) const; // about 2 for "stocks", 8.5 for a word never seen
    double fieldRarity(Term field) const { return m_lexicon.fieldRarity(field); }
    bool isGreatPlace(Term place) const { return m_lexicon.isGreatPlace(place); }
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

// A name that headline or lead tell: who or where an article is about.
struct Party {
    Term term = 0;
    float rarity = 0;
    std::uint32_t stories = 0; // that told of it when the article came
};

// An article as it is compared: its features with its words weighed.
struct WeighedArticle {
    std::uint32_t number = 0; // by which the clusterer knows it
    StoryFeatures features;
    TermVector title;
    TermVector text;
    TermVector names;
    TermVector deeds; // of the text, without names and figures
    TermVector fields;
    std::vector<WeightedTerm> heads; // names of the headline, by term; weight: rarity
    std::vector<WeightedTerm> leads; // the same of the lead
    std::vector<Party> parties; // the two together, by term
    std::vector<Term> smallPlaces; // countries that are not in the news each day
    Term key = 0; // the rarest word of the headline that is not the trade's
};

WeighedArticle weigh(const TermStatistics& statistics, StoryFeatures features);

// Whether its headline or text has the term.
bool tellsOf(const WeighedArticle& article, Term term);

// 0 for a name that much news has, 1 for one that hardly any has.
double shareOfRarest(double rarity);

PairEvidence compare(const WeighedArticle& a, const WeighedArticle& b);

// How much of one article's text another has: 1 for a reprint. 0…1. For the novelty of the later one.
double likeness(const WeighedArticle& a, const WeighedArticle& b);

} // namespace engine
