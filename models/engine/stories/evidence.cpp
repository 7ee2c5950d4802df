// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "evidence.h"

#include <engine/tables.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engine {

namespace {

constexpr std::array<std::string_view, PairEvidence::Parts> Names = {"title", "text", "told", "told_both",
    "entities", "names", "mass", "events", "figures", "keys", "same_release", "apart", "other_actors",
    "other_places", "other_goods", "other_names", "other_figures", "other_results", "other_subject", "other_period",
    "other_day", "other_way", "market_beside", "market_after", "many_names", "bare", "long_text", "heads_shared",
    "same_actor", "actor_soon", "same_country", "goods_soon", "topics", "other_topics", "fields",
    "other_fields", "country_field", "late", "keys_apart", "head_rarity", "head_soon", "few_words", "bare_title"};

} // namespace

std::string_view partName(std::size_t part) { return Names[part]; }

base::Result<StoryWeights> StoryWeights::load(const base::ResourceFiles& files)
{
    const auto table = readTable(files, "stories/weights.tsv", 2);
    if (!table)
        return table.error();
    StoryWeights weights;
    std::size_t found = 0;
    for (const TableRow& row : *table) {
        const std::string& name = row.cells[0];
        const auto part = std::find(Names.begin(), Names.end(), name);
        double* place = part != Names.end() ? &weights.parts[static_cast<std::size_t>(part - Names.begin())]
            : name == "base"                ? &weights.base
            : name == "join"                ? &weights.join
            : name == "merge"               ? &weights.merge
            : name == "best"                ? &weights.best
                                            : nullptr;
        const std::string& cell = row.cells[1];
        if (place == nullptr
            || std::from_chars(cell.data(), cell.data() + cell.size(), *place).ptr
                != cell.data() + cell.size())
            return dataError(row.place, "the name of a weight and a number were expected");
        ++found;
    }
    if (found != PairEvidence::Parts + 4)
        return dataError("stories/weights.tsv", "each weight is expected once");
    return weights;
}

double sameStory(const PairEvidence& evidence, const StoryWeights& weights)
{
    if (evidence.copy)
        return 1;
    if (evidence.veto)
        return 0;
    double sum = weights.base;
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
        sum += weights.parts[part] * evidence.parts[part];
    return 1 / (1 + std::exp(-sum));
}

} // namespace engine
