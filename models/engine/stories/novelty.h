// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/storyfeatures.h>

#include <vector>

namespace engine {

struct Pack;
struct Telling;

// The figures, events and names a story has told so far.
class KnownFacts final {
public:
    void add(const StoryFeatures& features);
    void add(const KnownFacts& other);
    // How much of what the article tells was told before, 0…1; of one that tells no figure or event, of its
    // headline's words.
    double share(const StoryFeatures& features) const;

private:
    std::vector<Term> m_facts; // sorted, like the words
    std::vector<Term> m_words;
};

struct NoveltyTerms {
    double nearest = 0; // likeness to the nearest earlier article of the story, 0…1
    double known = 0; // share of its facts the story had told before, 0…1
    int lately = 0; // earlier articles of the story in the 24 hours before
    int earlier = 0; // earlier articles of the story in all
};

// 0…100: 50·(1 − nearest) + 30·(1 − known) + 20·0.75^lately (engine.md, section 11); 100 for the first of a
// story.
int noveltyOf(const NoveltyTerms& terms);

// How the impact's novelty term of an analysis follows from its place in a story. The sum of the terms stays
// the score's logit. Nothing changes for the first of a story, but what an earlier place in one had changed.
void rescoreImpact(const Pack& pack, const Telling& telling, base::Analysis& analysis);

// N of the impact sum, 0…1. The sum takes 0.6 where nothing earlier is known, so a first telling weighs the
// same there, and what was told before weighs less.
double impactNovelty(int novelty);

} // namespace engine
