// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "labelledstories.h"

#include <engine/analyser.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace evaluate {

std::vector<LabelledStory> readStories(const std::vector<std::string>& files)
{
    std::vector<LabelledStory> list;
    for (std::size_t file = 0; file < files.size(); ++file) {
        std::ifstream stream(files[file]);
        std::string line;
        while (std::getline(stream, line)) {
            const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
            if (!json.is_object())
                continue;
            LabelledStory one;
            one.article.id = static_cast<std::int64_t>(list.size()) + 1;
            one.article.title = json.value("title", std::string());
            one.article.body = json.value("body", std::string());
            one.article.source = json.value("source", std::string());
            one.article.published = base::fromIso(json.value("published", std::string()));
            one.chain = json.value("chain", "single-" + std::to_string(one.article.id));
            one.file = file;
            one.held = json.value("held", false);
            list.push_back(std::move(one));
        }
    }
    return list;
}

std::vector<engine::StoryFeatures> featuresOf(
    const engine::Pack& pack, const std::vector<LabelledStory>& stories)
{
    std::vector<engine::StoryFeatures> features;
    for (const LabelledStory& one : stories) {
        engine::ArticleText text;
        text.title = one.article.title;
        text.body = one.article.body;
        text.source = one.article.source;
        text.published = one.article.published;
        features.push_back(engine::storyFeatures(*pack.stories, one.article, engine::analyse(pack, text)));
    }
    std::stable_sort(features.begin(), features.end(),
        [](const auto& a, const auto& b) { return a.time != b.time ? a.time < b.time : a.order < b.order; });
    return features;
}

std::vector<std::int64_t> grouped(const std::shared_ptr<const engine::StoryLexicon>& lexicon,
    const std::vector<engine::StoryFeatures>& features, std::size_t count)
{
    engine::StoryClusterer clusterer(lexicon, 1);
    std::vector<std::int64_t> groups(count);
    for (const engine::StoryFeatures& one : features) {
        const auto at = static_cast<std::size_t>(one.article - 1);
        const engine::Placement placement = clusterer.add(one);
        for (const auto& [from, into] : placement.merged)
            std::replace(groups.begin(), groups.end(), from, into);
        for (const engine::Placement::Move& move : placement.moved)
            groups[static_cast<std::size_t>(move.article - 1)] = move.into;
        groups[at] = placement.story;
    }
    return groups;
}

} // namespace evaluate
