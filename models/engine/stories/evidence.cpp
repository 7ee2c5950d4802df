// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "evidence.h"

#include "belonging.h"

#include <engine/tables.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace engine {

namespace {

constexpr std::array<std::string_view, PairEvidence::Parts> Names = {"title", "text", "told", "told_both",
    "entities", "names", "mass", "events", "figures", "keys", "same_release", "apart", "other_actors",
    "other_places", "other_goods", "other_heads", "other_names", "other_figures", "other_deal",
    "other_results", "other_subject", "other_period", "other_day", "other_way", "market_beside",
    "market_after", "several_stories", "bare", "long_text", "heads_shared", "same_actor", "actor_soon",
    "same_country", "goods_soon", "topics", "other_topics", "fields", "other_fields", "country_field", "late",
    "head_rarity", "head_soon", "head_apart", "deeds", "other_deeds", "few_words", "other_figures_later",
    "principals", "other_principals", "lead_rarity", "acts", "other_events", "other_acts", "other_kind",
    "days_back", "same_days", "other_days", "commented", "comment_head", "text_mass", "country_topics",
    "goods_field", "both_texts", "text_of_both", "fields_of_both", "field_soon", "small_country",
    "small_soon", "bare_title", "names_mass", "parties_told", "parties_both", "sole", "sole_field",
    "head_field", "own_parties", "party_mass", "sole_other", "sole_deeds"};

constexpr std::array<std::string_view, StoryEvidence::Parts> StoryNames = {"story_nearest", "story_second",
    "story_agreed", "story_chance", "story_vetoed", "story_members", "story_since", "story_told",
    "story_head_rarity", "story_heads_told", "story_core_told", "story_no_heads", "story_texts",
    "story_fields", "story_names", "story_title_told", "story_text_told", "story_names_told", "story_centre",
    "story_mean", "story_sole", "story_parties", "story_names_mass", "story_lead", "story_rivals"};

bool readNumber(std::string_view cell, double& value)
{
    const char* const end = cell.data() + cell.size();
    const auto read = std::from_chars(cell.data(), end, value);
    return read.ec == std::errc() && read.ptr == end;
}

template <class List> std::optional<std::size_t> placeOf(const List& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

base::Outcome readTables(const base::ResourceFiles& files, StoryWeights& weights)
{
    constexpr std::size_t Questions = EvidenceTable::Questions;
    constexpr std::size_t Answers = std::size_t{1} << Questions;
    const auto rows = readTable(files, "stories/tables.tsv", 2 * Questions + Answers);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        EvidenceTable table;
        bool whole = true;
        const bool ofStory = placeOf(StoryNames, row.cells[0]).has_value();
        for (std::size_t at = 0; at < Questions; ++at) {
            const std::string_view name = row.cells[2 * at];
            const auto part = ofStory ? placeOf(StoryNames, name) : placeOf(Names, name);
            whole = whole && part && readNumber(row.cells[2 * at + 1], table.bound[at]);
            table.part[at] = part.value_or(0);
        }
        for (std::size_t at = 0; at < Answers; ++at)
            whole = whole && readNumber(row.cells[2 * Questions + at], table.additions[at]);
        if (!whole)
            return dataError(row.place(), "three questions and eight additions were expected");
        (ofStory ? weights.story : weights.pair).tables.push_back(table);
    }
    return base::Done{};
}

} // namespace

std::string_view partName(std::size_t part) { return Names[part]; }
std::string_view storyPartName(std::size_t part) { return StoryNames[part]; }
std::size_t storyParts() { return StoryNames.size(); }

base::Result<StoryWeights> StoryWeights::load(const base::ResourceFiles& files)
{
    const auto table = readTable(files, "stories/weights.tsv", 2);
    if (!table)
        return table.error();
    StoryWeights weights;
    weights.pair.weights.resize(Names.size());
    weights.story.weights.resize(StoryNames.size());
    std::size_t found = 0;
    for (const TableRow& row : *table) {
        const std::string_view name = row.cells[0];
        const auto part = placeOf(Names, name);
        const auto storyPart = placeOf(StoryNames, name);
        double* const place = part ? &weights.pair.weights[*part]
            : storyPart            ? &weights.story.weights[*storyPart]
            : name == "base"       ? &weights.pair.base
            : name == "story_base" ? &weights.story.base
            : name == "join"       ? &weights.join
            : name == "merge"      ? &weights.merge
                                   : nullptr;
        if (place == nullptr || !readNumber(row.cells[1], *place))
            return dataError(row.place(), "the name of a weight and a number were expected");
        ++found;
    }
    if (found != Names.size() + StoryNames.size() + 4)
        return dataError("stories/weights.tsv", "each weight is expected once");
    if (base::Outcome read = readTables(files, weights); !read)
        return read.error();
    return weights;
}

double EvidenceModel::sum(std::span<const double> parts) const
{
    double sum = base;
    for (std::size_t part = 0; part < parts.size(); ++part)
        sum += weights[part] * parts[part];
    if (sum < Far)
        return sum;
    for (const EvidenceTable& table : tables) {
        std::size_t answer = 0;
        for (std::size_t question = 0; question < EvidenceTable::Questions; ++question)
            answer |= parts[table.part[question]] > table.bound[question] ? std::size_t{1} << question : 0;
        sum += table.additions[answer];
    }
    return sum;
}

double sameStory(const PairEvidence& evidence, const StoryWeights& weights)
{
    if (evidence.copy)
        return 1;
    if (evidence.veto)
        return 0;
    return 1 / (1 + std::exp(-weights.pair.sum(evidence.parts)));
}

} // namespace engine
