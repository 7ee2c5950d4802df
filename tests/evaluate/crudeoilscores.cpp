// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventscores.h"
#include "shippedpack.h"

#include <base/strings.h>
#include <engine/analyser.h>
#include <engine/events/eventrules.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

// Which of our events tell one of theirs; a sign asks for that direction, '*' ends a group.
struct Mapping {
    const char* theirs; // lower case
    std::vector<std::string> ours;
};

const std::vector<Mapping>& mappings()
{
    static const std::vector<Mapping> Table = {
        {"movement-up-gain",
            {"com.price_move+", "com.inventory", "com.output_raise", "com.demand+", "macro.*", "mkt.rally",
                "mkt.vol_spike", "mkt.flows", "com.surplus"}},
        {"movement-down-loss",
            {"com.price_move-", "com.inventory", "com.output_cut", "com.demand-", "macro.*", "mkt.selloff",
                "mkt.flows", "com.supply_outage"}},
        {"movement-flat", {"com.price_move0", "cb.hold"}},
        {"cause-movement-up-gain",
            {"com.output_raise", "com.price_move+", "com.demand+", "fiscal.stimulus", "indpol.stockpile",
                "cb.hike_expected", "cb.hike_surprise", "trade.tariff_impose", "macro.forecast_revision"}},
        {"cause-movement-down-loss",
            {"com.output_cut", "com.supply_outage", "com.price_move-", "com.demand-", "cb.cut_expected",
                "cb.cut_surprise", "ctrl.export_impose", "com.export_ban", "macro.forecast_revision",
                "labour.layoffs"}},
        {"position-high",
            {"com.price_move+", "com.inventory", "com.output_raise", "mkt.rally", "com.demand+", "macro.*"}},
        {"position-low",
            {"com.price_move-", "com.inventory", "com.output_cut", "mkt.selloff", "com.demand-", "macro.*"}},
        {"grow-strong", {"macro.*", "com.demand+", "com.price_move+", "mkt.rally"}},
        {"slow-weak", {"macro.*", "com.demand-", "com.price_move-", "mkt.selloff"}},
        {"oversupply", {"com.surplus"}},
        {"shortage", {"com.shortage", "corp.supply_disruption"}},
        {"embargo", {"sanc.impose", "sanc.lift", "com.export_ban", "ctrl.export_impose"}},
        {"prohibiting", {"com.export_ban", "ctrl.*", "reg.new_rule", "sanc.impose"}},
        {"civil-unrest", {"geo.unrest", "geo.escalation", "geo.war_outbreak", "geo.attack"}},
        {"geopolitical-tension",
            {"geo.escalation", "geo.war_outbreak", "geo.attack", "geo.unrest", "geo.blockade",
                "pol.government_crisis"}},
        {"trade-financial-tension", {"trade.*"}},
        {"crisis", {"fiscal.*", "mkt.liquidity_stress", "bank.failure", "cred.default", "health.outbreak"}},
        {"negative-sentiment", {"mkt.selloff", "mkt.vol_spike"}},
    };
    return Table;
}

struct Row {
    int sentences = 0;
    int told = 0;
    int triggered = 0;
    std::map<std::string, int> ours;
};

bool tells(const std::string& pattern, const base::Event& event)
{
    const char last = pattern.back();
    const std::string name = pattern.substr(0, pattern.size() - 1);
    if (last == '*')
        return event.type.starts_with(name);
    if (last == '+' || last == '-' || last == '0')
        return event.type == name
            && (last == '+'       ? event.polarity > 0
                    : last == '-' ? event.polarity < 0
                                  : event.polarity == 0);
    return event.type == pattern;
}

bool tells(const Mapping& mapping, const base::Event& event)
{
    return std::any_of(mapping.ours.begin(), mapping.ours.end(),
        [&](const std::string& pattern) { return tells(pattern, event); });
}

std::string theirName(const nlohmann::json& event)
{
    std::string name = base::lowerAscii(event.value("event_type", std::string()));
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

struct Sentence {
    std::string text;
    std::set<std::string> theirs;
};

std::vector<Sentence> readFolder(const std::string& folder)
{
    std::vector<std::string> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    std::vector<Sentence> sentences;
    std::set<std::string> seen;
    for (const std::string& file : files) {
        std::ifstream stream(file);
        const nlohmann::json json = nlohmann::json::parse(stream, nullptr, false);
        if (!json.is_array())
            continue;
        const bool annotated = std::any_of(json.begin(), json.end(), [](const nlohmann::json& one) {
            return !one.value("golden-event-mentions", nlohmann::json::array()).empty();
        });
        if (!annotated)
            continue; // a text nobody has marked yet
        for (const nlohmann::json& one : json) {
            Sentence sentence;
            sentence.text = one.value("sentence", std::string());
            for (const nlohmann::json& event : one.value("golden-event-mentions", nlohmann::json::array()))
                sentence.theirs.insert(theirName(event));
            if (seen.insert(sentence.text).second)
                sentences.push_back(std::move(sentence));
        }
    }
    return sentences;
}

} // namespace

int crudeOil(const std::string& folder, bool verbose)
{
    const std::shared_ptr<const engine::Pack> pack = shippedPack();
    if (!pack)
        return 1;
    const std::vector<Sentence> sentences = readFolder(folder);
    if (sentences.empty()) {
        std::cerr << "no annotations in " << folder << '\n';
        return 1;
    }
    std::map<std::string, Row> rows;
    std::map<std::string, std::pair<int, int>> precision; // ours: right, all
    int right = 0;
    int found = 0;
    for (const Sentence& sentence : sentences) {
        engine::ArticleText article;
        article.body = sentence.text;
        const base::Analysis analysis = engine::analyse(*pack, article);
        for (const base::Event& event : analysis.events) {
            bool mapped = false;
            bool fits = false;
            for (const Mapping& mapping : mappings()) {
                mapped = mapped || tells(mapping, event);
                fits = fits || (sentence.theirs.contains(mapping.theirs) && tells(mapping, event));
            }
            if (mapped) {
                ++found;
                right += fits ? 1 : 0;
                ++precision[event.type].second;
                precision[event.type].first += fits ? 1 : 0;
                if (verbose && !fits)
                    std::printf(
                        "wrong  %-22s %+d %s\n", event.type.c_str(), event.polarity, sentence.text.c_str());
            }
        }
        const engine::Document document = engine::readDocument(pack->vocabulary, {}, sentence.text);
        std::vector<base::Event> triggered;
        for (const std::uint32_t type : pack->events->triggered(document)) {
            for (const int sign : {-1, 0, 1}) {
                triggered.emplace_back();
                triggered.back().type = pack->events->types()[type].id;
                triggered.back().polarity = sign;
            }
        }
        for (const Mapping& mapping : mappings()) {
            if (!sentence.theirs.contains(mapping.theirs))
                continue;
            Row& row = rows[mapping.theirs];
            ++row.sentences;
            const auto told = [&](const base::Event& event) { return tells(mapping, event); };
            const bool hit = std::any_of(analysis.events.begin(), analysis.events.end(), told);
            row.told += hit ? 1 : 0;
            row.triggered += std::any_of(triggered.begin(), triggered.end(), told) ? 1 : 0;
            for (const base::Event& event : analysis.events)
                ++row.ours[event.type];
            if (analysis.events.empty())
                ++row.ours["nothing"];
            if (verbose && !hit)
                std::printf("missed %-24s %s\n", mapping.theirs, sentence.text.c_str());
        }
    }
    std::printf("%zu different sentences\n  %-26s %5s  %5s %8s  what stands there\n", sentences.size(),
        "type", "n", "told", "triggers");
    for (const auto& [theirs, row] : rows) {
        std::vector<std::pair<int, std::string>> order;
        for (const auto& [ours, times] : row.ours)
            order.emplace_back(-times, ours);
        std::sort(order.begin(), order.end());
        std::printf("  %-26s %5d  %.3f    %.3f ", theirs.c_str(), row.sentences,
            row.told / double(row.sentences), row.triggered / double(row.sentences));
        for (std::size_t at = 0; at < std::min<std::size_t>(6, order.size()); ++at)
            std::printf(" %s %d", order[at].second.c_str(), -order[at].first);
        std::printf("\n");
    }
    for (const auto& [ours, counts] : precision) {
        if (counts.second >= 20)
            std::printf("  %-26s %5d  right %.3f\n", ours.c_str(), counts.second,
                counts.first / double(counts.second));
    }
    std::printf("  of %d events of mapped types %.3f stand in a sentence that has the type\n", found,
        found > 0 ? right / double(found) : 1);
    return 0;
}

} // namespace evaluate
