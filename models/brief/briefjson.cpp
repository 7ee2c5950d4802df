// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "brieftext.h"

#include <nlohmann/json.hpp>

namespace brief {

namespace {

using Json = nlohmann::ordered_json;

std::string_view lookName(Look look)
{
    static constexpr std::string_view names[] = {"plain", "strong", "lead", "muted", "negative", "positive",
        "assumption", "mark", "added", "removed"};
    return names[static_cast<std::size_t>(look)];
}

Json runs(const Line& line)
{
    Json all = Json::array();
    for (const Run& run : line) {
        Json one{{"text", run.text}};
        if (run.look != Look::Plain)
            one["look"] = lookName(run.look);
        if (!run.target.empty())
            one["target"] = run.target;
        all.push_back(std::move(one));
    }
    return all;
}

Json json(const Title& title) { return {{"title", title.text}, {"meta", runs(title.meta)}}; }
Json json(const Heading& heading)
{
    return {{"heading", plainText(heading.text)}, {"level", heading.level}, {"anchor", heading.anchor}};
}
Json json(const Paragraph& paragraph) { return {{"paragraph", runs(paragraph.text)}}; }
Json json(const Chips& chips) { return {{"topics", chips.words}}; }
Json json(const Gauges& gauges)
{
    return {{"impact", {{"score", gauges.impact}, {"label", gauges.impactLabel}}},
        {"sentiment", {{"score", gauges.sentiment}, {"label", gauges.sentimentLabel}}},
        {"trend", {{"title", gauges.trend.title}, {"values", gauges.trend.values}}}};
}
Json json(const Table& table)
{
    Json columns = Json::array();
    for (const Column& column : table.columns)
        columns.push_back(column.head);
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json cells = Json::array();
        for (const Line& cell : row)
            cells.push_back(runs(cell));
        rows.push_back(std::move(cells));
    }
    return {{"table", table.name}, {"columns", columns}, {"rows", rows}};
}
Json json(const HeatMap& map)
{
    Json rows = Json::array();
    for (const HeatMap::Row& row : map.rows) {
        Json cells = Json::array();
        for (const HeatMap::Cell& cell : row.cells)
            cells.push_back(cell.sentiment ? Json{{"sentiment", *cell.sentiment}, {"impact", cell.impact},
                                                 {"articles", cell.articles}}
                                           : Json(nullptr));
        rows.push_back({{"topic", row.label}, {"cells", cells}});
    }
    return {{"map", map.title}, {"columns", map.columns}, {"rows", rows}};
}
Json json(const Charts& charts)
{
    Json all = Json::array();
    for (const Chart& chart : charts.charts) {
        Json points = Json::array();
        for (const Chart::Point& point : chart.points)
            points.push_back({{"label", point.label}, {"value", point.value}});
        all.push_back({{"title", chart.title}, {"points", points}});
    }
    return {{"charts", all}};
}
Json json(const Evidence& evidence)
{
    Json entries = Json::array();
    for (std::size_t i = 0; i < evidence.entries.size(); ++i)
        entries.push_back({{"number", evidence.first + static_cast<int>(i)}, {"text", evidence.entries[i].text},
            {"place", evidence.entries[i].place}});
    return {{"evidence", entries}};
}
Json json(const Contents&) { return {{"contents", true}}; }
Json json(const PageBreak&) { return {{"page_break", true}}; }

} // namespace

std::string writeJson(const BriefDocument& document)
{
    Json out{{"head", document.head}, {"desk", document.desk}, {"made", document.madeIso},
        {"title", document.title}, {"subject", document.subject}, {"notice", document.notice},
        {"engine", document.engine}, {"blocks", Json::array()}};
    for (const Block& block : document.blocks)
        out["blocks"].push_back(std::visit([](const auto& one) { return json(one); }, block));
    return out.dump(1) + "\n";
}

} // namespace brief
