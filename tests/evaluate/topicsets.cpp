// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topicsets.h"

#include <base/strings.h>
#include <engine/topics/topicrules.h>

#include <map>

namespace evaluate {

namespace {

constexpr double LeadWeight = 4; // leads are few
const std::string StockCommentary = "18"; // speaks of positions or of a company, one cannot tell which

} // namespace

const std::vector<std::string>& topicsOfLabel(const std::string& label)
{
    static const std::vector<std::string> None;
    static const std::map<std::string, std::vector<std::string>> Meanings{
        {"0", {"Analyst Ratings & Research"}}, {"1", {"Monetary Policy & Central Banks"}},
        {"3", {"Sovereign Bonds & Rates", "Credit & Corporate Debt"}}, {"4", {"Dividends & Buybacks"}},
        {"5", {"Earnings & Guidance"}}, {"6", {"Oil & Gas", "Power & Utilities"}},
        {"7", {"Earnings & Guidance", "Banking & Financial Stability"}}, {"8", {"Currencies & FX"}},
        {"10", {"Precious Metals", "Commodities & Raw Materials"}}, {"11", {"IPOs & Equity Offerings"}},
        {"12", {"Litigation & Legal", "Regulation & Antitrust"}}, {"13", {"Mergers & Acquisitions"}},
        {"14",
            {"Growth & Economic Data", "Inflation & Prices", "Labor Market & Wages",
                "Housing & Real Estate"}},
        {"15", {"Volatility & Investor Positioning", "Market Structure & Flows"}},
        {"16", {"Elections & Domestic Politics", "Geopolitics & War"}}, {"17", {"Management & Governance"}},
        {"19", {"Volatility & Investor Positioning"}}};
    const auto found = Meanings.find(label);
    return found == Meanings.end() ? None : found->second;
}

std::vector<TopicLine> readTopicPosts(const std::string& file)
{
    std::vector<TopicLine> list;
    for (const std::vector<std::string>& row : readCsv(file)) {
        if (row.size() == 2 && row[1] != "label")
            list.push_back({row[0], {}, topicsOfLabel(row[1]), row[1], partOf(row[0])});
    }
    return list;
}

std::vector<TopicLine> readTopicLeads(const std::string& folder)
{
    std::vector<TopicLine> list;
    for (const auto& [name, cells] : readTables(folder)) {
        if (cells.size() < 3)
            continue;
        TopicLine line{cells[1], cells[2], {}, {}, Part::Build};
        for (const std::string_view topic : base::split(cells[0], ';'))
            line.topics.emplace_back(base::trimmed(topic));
        if (name.ends_with("-measure.tsv"))
            line.part = Part::Measure;
        list.push_back(std::move(line));
    }
    return list;
}

std::vector<engine::TopicText> topicTrainingTexts(
    const engine::Pack& pack, const std::string& shared, const std::string& leads, bool measured)
{
    const std::vector<engine::TopicRules::Topic>& topics = pack.topics->topics();
    const auto indexOf = [&](const std::string& name) {
        std::uint32_t at = 0;
        while (at < topics.size() && topics[at].name != name)
            ++at;
        return at;
    };
    std::vector<engine::TopicText> texts;
    const auto take = [&](const TopicLine& line, bool complete, double weight) {
        engine::TopicText text{line.title, line.body, {}, complete, {}, weight};
        for (const std::string& topic : line.topics)
            text.topics.push_back(indexOf(topic));
        if (line.label == StockCommentary)
            text.unknown.push_back(indexOf("Volatility & Investor Positioning"));
        texts.push_back(std::move(text));
    };
    for (const TopicLine& line : readTopicPosts(shared + "/data/twitter_fin_topic/topic_train_clean.csv")) {
        if (line.part == Part::Build || measured)
            take(line, false, 1);
    }
    for (const TopicLine& line : readTopicLeads(leads)) {
        if (line.part == Part::Build)
            take(line, true, LeadWeight);
    }
    return texts;
}

} // namespace evaluate
