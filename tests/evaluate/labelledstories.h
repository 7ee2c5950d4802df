// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/pack.h>
#include <engine/stories/clusterer.h>

#include <string>
#include <vector>

// News labelled with the chain each article belongs to.
namespace evaluate {

struct LabelledStory {
    base::Article article; // its id is its place in the list, from 1
    std::string chain;
    std::size_t file = 0;
    bool held = false; // left out when rules and weights are made
};

// Lines: {"id","title","body","source","published","chain"}, perhaps "held". A line without a chain is alone.
std::vector<LabelledStory> readStories(const std::vector<std::string>& files);

// By time, as the clusterer takes them.
std::vector<engine::StoryFeatures> featuresOf(
    const engine::Pack& pack, const std::vector<LabelledStory>& stories);

// The story of each of `count` articles, by id − 1; articles not among the features have 0.
std::vector<std::int64_t> grouped(const std::shared_ptr<const engine::StoryLexicon>& lexicon,
    const std::vector<engine::StoryFeatures>& features, std::size_t count);

} // namespace evaluate
