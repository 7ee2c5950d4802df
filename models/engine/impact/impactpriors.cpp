// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "impactpriors.h"

#include <engine/tables.h>
#include <engine/toml.h>

namespace engine {

base::Result<std::shared_ptr<const ImpactPriors>> ImpactPriors::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    const std::string file = "impact.toml";
    const base::Result<TomlDocument> document = readToml(files, file);
    if (!document)
        return document.error();
    const TomlValue& table = document->root;
    auto priors = std::make_shared<ImpactPriors>();
    priors->m_noEvent = numberOr(table, "no_event", priors->m_noEvent);
    if (const TomlValue* weights = table.table("weights")) {
        ImpactWeights& own = priors->m_weights;
        own.breadth = numberOr(*weights, "breadth", own.breadth);
        own.novelty = numberOr(*weights, "novelty", own.novelty);
        own.certainty = numberOr(*weights, "certainty", own.certainty);
        own.source = numberOr(*weights, "source", own.source);
        own.surprise = numberOr(*weights, "surprise", own.surprise);
    }
    const TomlValue* cues = table.table("cues");
    if (cues == nullptr)
        return dataError(file, "no [cues]");
    constexpr std::pair<std::string_view, Cue> Names[]
        = {{"explainer", Cue::Explainer}, {"opinion", Cue::Opinion}, {"wrap", Cue::Wrap},
            {"recap", Cue::Recap}, {"dated", Cue::Dated}, {"first_person", Cue::FirstPerson}};
    for (const auto& [name, cue] : Names) {
        for (const std::string_view phrase : texts(*cues, name))
            priors->m_cues.add(phrase, static_cast<std::uint32_t>(cue), vocabulary);
    }
    priors->m_cues.close();
    const auto readSteps = [&](std::string_view name, std::vector<Step>& steps) {
        for (const TomlValue* step : tables(table, name))
            steps.push_back({numberOr(*step, "below", 1), textOr(*step, "text")});
    };
    readSteps("labels", priors->m_labels);
    readSteps("scopes", priors->m_scopes);
    if (priors->m_labels.empty() || priors->m_scopes.empty())
        return dataError(file, "labels and scopes must not be empty");
    return std::shared_ptr<const ImpactPriors>(std::move(priors));
}

std::string ImpactPriors::label(double impact) const
{
    for (const Step& step : m_labels) {
        if (impact < step.below)
            return step.text;
    }
    return m_labels.back().text;
}

std::string ImpactPriors::scope(double breadth) const
{
    for (const Step& step : m_scopes) {
        if (breadth < step.below)
            return step.text;
    }
    return m_scopes.back().text;
}

} // namespace engine
