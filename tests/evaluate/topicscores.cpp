// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "topicscores.h"

#include "shippedpack.h"

#include <base/files.h>
#include <engine/analyser.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <vector>

namespace evaluate {

namespace {

// What the labels mean in the engine's topics.
const std::map<std::string, std::vector<std::string>>& meanings()
{
    static const std::map<std::string, std::vector<std::string>> Meanings{
        {"0", {"Analyst Ratings & Research"}}, {"1", {"Monetary Policy & Central Banks"}},
        {"3", {"Credit & Corporate Debt", "Sovereign Bonds & Rates"}}, {"4", {"Dividends & Buybacks"}},
        {"5", {"Earnings & Guidance"}}, {"6", {"Oil & Gas", "Power & Utilities"}},
        {"7", {"Earnings & Guidance", "Banking & Financial Stability"}}, {"8", {"Currencies & FX"}},
        {"10", {"Precious Metals", "Commodities & Raw Materials"}}, {"11", {"IPOs & Equity Offerings"}},
        {"12", {"Litigation & Legal", "Regulation & Antitrust"}}, {"13", {"Mergers & Acquisitions"}},
        {"14",
            {"Inflation & Prices", "Growth & Economic Data", "Labor Market & Wages",
                "Housing & Real Estate"}},
        {"15", {"Market Structure & Flows", "Volatility & Investor Positioning"}},
        {"16", {"Elections & Domestic Politics", "Geopolitics & War"}}, {"17", {"Management & Governance"}}};
    return Meanings;
}

// The rows of a comma-separated table with quoted cells.
std::vector<std::vector<std::string>> rowsOf(const std::string& text)
{
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"') {
            rows.back().back() += c;
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.emplace_back(1, std::string());
        } else if (c != '\r') {
            rows.back().back() += c;
        }
    }
    return rows;
}

struct Counts {
    int all = 0;
    int any = 0;
    int first = 0;
    int none = 0;
};

void print(const std::string& name, const Counts& counts)
{
    const double all = counts.all;
    std::printf("  %-34s %6d  any %.3f  first %.3f  none %.3f\n", name.c_str(), counts.all, counts.any / all,
        counts.first / all, counts.none / all);
}

} // namespace

int topics(const std::string& file)
{
    const std::shared_ptr<const engine::Pack> pack = shippedPack();
    const auto text = base::readFile(file);
    if (!text)
        std::cerr << text.error().text() << '\n';
    if (!pack || !text)
        return 1;
    std::map<std::string, Counts> byLabel;
    Counts total;
    for (const std::vector<std::string>& row : rowsOf(*text)) {
        const auto meaning = row.size() == 2 ? meanings().find(row[1]) : meanings().end();
        if (meaning == meanings().end())
            continue;
        engine::ArticleText article;
        article.title = row[0];
        const std::vector<base::TopicScore> found = engine::analyse(*pack, article).topics;
        const auto means = [&](const base::TopicScore& topic) {
            return std::find(meaning->second.begin(), meaning->second.end(), topic.name)
                != meaning->second.end();
        };
        for (Counts* counts : {&byLabel[row[1]], &total}) {
            ++counts->all;
            counts->any += std::any_of(found.begin(), found.end(), means) ? 1 : 0;
            counts->first += !found.empty() && means(found.front()) ? 1 : 0;
            counts->none += found.empty() ? 1 : 0;
        }
    }
    if (total.all == 0) {
        std::cerr << "no labelled rows\n";
        return 1;
    }
    for (const auto& [label, counts] : byLabel)
        print(label + ' ' + meanings().at(label).front(), counts);
    print("all", total);
    return 0;
}

} // namespace evaluate
