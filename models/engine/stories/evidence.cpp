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
    "other_places", "other_goods", "other_heads", "other_names", "other_figures", "other_deal",
    "other_results", "other_subject", "other_period", "other_day", "other_way", "market_beside",
    "market_after", "several_stories", "bare", "long_text", "heads_shared", "same_actor", "actor_soon",
    "same_country", "goods_soon", "topics", "other_topics", "fields", "other_fields", "country_field", "late",
    "head_rarity", "head_soon", "head_apart", "deeds", "other_deeds", "few_words", "bare_title"};

bool readNumber(const std::string& cell, double& value)
{
    const char* const end = cell.data() + cell.size();
    const auto read = std::from_chars(cell.data(), end, value);
    return read.ec == std::errc() && read.ptr == end;
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
        for (std::size_t at = 0; at < Questions; ++at) {
            const auto part = std::find(Names.begin(), Names.end(), row.cells[2 * at]);
            whole = whole && part != Names.end() && readNumber(row.cells[2 * at + 1], table.bound[at]);
            table.part[at] = static_cast<std::size_t>(part - Names.begin());
        }
        for (std::size_t at = 0; at < Answers; ++at)
            whole = whole && readNumber(row.cells[2 * Questions + at], table.additions[at]);
        if (!whole)
            return dataError(row.place, "three questions and eight additions were expected");
        weights.tables.push_back(table);
    }
    return base::Done{};
}

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
        double* const place = part != Names.end()
            ? &weights.parts[static_cast<std::size_t>(part - Names.begin())]
            : name == "base"  ? &weights.base
            : name == "join"  ? &weights.join
            : name == "merge" ? &weights.merge
            : name == "best"  ? &weights.best
                              : nullptr;
        if (place == nullptr || !readNumber(row.cells[1], *place))
            return dataError(row.place, "the name of a weight and a number were expected");
        ++found;
    }
    if (found != PairEvidence::Parts + 4)
        return dataError("stories/weights.tsv", "each weight is expected once");
    if (base::Outcome read = readTables(files, weights); !read)
        return read.error();
    return weights;
}

double evidenceSum(const std::array<double, PairEvidence::Parts>& parts, const StoryWeights& weights)
{
    double sum = weights.base;
    for (std::size_t part = 0; part < PairEvidence::Parts; ++part)
        sum += weights.parts[part] * parts[part];
    if (sum < StoryWeights::Far)
        return sum;
    for (const EvidenceTable& table : weights.tables) {
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
    return 1 / (1 + std::exp(-evidenceSum(evidence.parts, weights)));
}

} // namespace engine
