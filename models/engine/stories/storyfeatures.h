// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <engine/stories/fingerprints.h>
#include <engine/stories/storylexicon.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct WeightedTerm {
    Term term = 0;
    float weight = 0;

    bool operator==(const WeightedTerm&) const = default;
};

// What kinds of repeating news an article is of: look-alikes of these are told apart more strictly.
enum StoryKind : std::uint16_t {
    PriceMove = 1, // a market's or commodity's day
    Results = 2, // a company's figures for a period
    Indicator = 4, // a country's figures for a period
    RateDecision = 8, // a central bank's
    RoundUp = 16, // several stories in one, as its headline says
    ManyNames = 32, // names so many companies that it may be one
    Comment = 64 // says what to think of news, as its headline says
};

// What is kept of an article to compare it with others: about a kilobyte, without its text.
struct StoryFeatures {
    std::int64_t article = 0;
    std::int64_t time = 0; // Unix seconds: published, else received; never a day after it was received
    std::uint64_t order = 0; // of articles of one second: by text, not by when they were read
    std::uint64_t source = 0; // hash of its name
    std::uint16_t words = 0; // of title and body that were read
    std::uint16_t bodyWords = 0;
    std::uint16_t kinds = 0; // of StoryKind
    std::uint16_t months = 0; // bit n: month n+1 is named in title or lead
    std::uint8_t quarters = 0; // bit n: quarter n+1
    std::int8_t direction = 0; // of the headline
    std::uint64_t simhash = 0;
    MinHash shingles;
    std::vector<std::uint16_t> grams; // of the headline
    std::vector<WeightedTerm> title; // by term; weight: how often
    std::vector<WeightedTerm> text; // by term; title, lead and body, weighted by place
    std::vector<Term> names; // by term; those of title and text that are names
    std::vector<WeightedTerm> entities; // by term; weight: relevance and how telling its kind is, 0…1
    std::vector<Term> actors; // companies and central banks the headline (else the lead) is about
    std::vector<Term> places; // countries the headline, else the lead, tells of: by name, by a region of
                              // theirs, their central bank, currency or index
    std::vector<Term> goods; // commodities, currencies, indices of the headline
    std::vector<Term> subjects; // of a repeating kind: the indicator, the market
    std::vector<Term> figures; // of title and lead
    std::vector<Term> facts; // figures of the whole text, and events with who they are of
    std::vector<Term> events; // types
    std::vector<Term> families; // of the types: "ma" of "ma.bid"
    std::vector<Term> acts; // types with who does it, or whom it befalls
    std::vector<Term> leads; // names of the lead
    std::vector<std::uint32_t> days; // since 1970, that title and lead name by their weekday
    std::vector<WeightedTerm> topics; // by term; weight: the analysis's score, 0…1
    std::vector<WeightedTerm> fields; // by term; weight: how much headline and lead are of that field

    bool operator==(const StoryFeatures&) const = default;
};

// `analysis` may be one of an article that was not analysed: then words alone are compared. Pure, linear in
// the text (of which the first 600 words are read).
StoryFeatures storyFeatures(
    const StoryLexicon& lexicon, const base::Article& article, const base::Analysis& analysis);

// The features as bytes for a store, and back. Nothing when the bytes are not whole or of another layout.
std::string storyFeaturesToBytes(const StoryFeatures& features);
std::optional<StoryFeatures> storyFeaturesFromBytes(std::string_view bytes);

} // namespace engine
