// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "entityscores.h"

#include "counts.h"
#include "shippedpack.h"

#include <base/files.h>
#include <engine/analyser.h>
#include <engine/entities/gazetteer.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

struct Found {
    std::set<std::string> ids;
    std::set<std::string> tickers;
};

struct Table {
    std::map<std::string, Counts> kinds; // "" is all
    int names = 0;
    int linked = 0;
};

Found byEngine(const engine::Pack& pack, const std::string& title, const std::string& text)
{
    engine::ArticleText article;
    article.title = title;
    article.body = text;
    Found found;
    for (const base::Entity& entity : engine::analyse(pack, article).entities) {
        found.ids.insert(entity.id);
        found.tickers.insert(entity.ticker);
    }
    return found;
}

// A plain dictionary: the names as the lists have them, whatever stands around them.
Found byDictionary(const engine::Pack& pack, const std::string& title, const std::string& text)
{
    const engine::Document document = engine::readDocument(pack.vocabulary, title, text);
    Found found;
    std::vector<engine::AliasMatch> matches;
    for (const engine::TextSentence& sentence : document.sentences) {
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken;) {
            pack.gazetteer->matchAt(document, sentence, at, 0, matches);
            if (matches.empty()) {
                ++at;
                continue;
            }
            const engine::KnownEntity& known = pack.gazetteer->entities()[matches.front().entity];
            const auto span = document.span(sentence, at, matches.front().endToken);
            if (document.text(span) == std::string_view(known.name)) {
                found.ids.insert(known.id);
                found.tickers.insert(known.ticker(0));
            }
            at = matches.front().endToken;
        }
    }
    return found;
}

std::string kindOf(const std::string& id) { return id.substr(0, id.find(':')); }

void count(Table& table, const std::set<std::string>& expected, const std::set<std::string>& found)
{
    for (const std::string& id : found) {
        for (const std::string& kind : {std::string(), kindOf(id)})
            ++(expected.contains(id) ? table.kinds[kind].right : table.kinds[kind].wrong);
    }
    for (const std::string& id : expected) {
        for (const std::string& kind : {std::string(), kindOf(id)})
            table.kinds[kind].missed += found.contains(id) ? 0 : 1;
    }
}

void print(const char* name, const Table& engine, const Table& dictionary)
{
    std::printf("%s\n  %-12s %5s  %5s %5s %5s   dictionary %5s %5s %5s\n", name, "kind", "n", "P", "R", "F1",
        "P", "R", "F1");
    for (const auto& [kind, counts] : engine.kinds) {
        const auto other = dictionary.kinds.find(kind);
        const Counts plain = other == dictionary.kinds.end() ? Counts() : other->second;
        std::printf("  %-12s %5d  %.3f %.3f %.3f              %.3f %.3f %.3f\n",
            kind.empty() ? "all" : kind.c_str(), counts.right + counts.missed, counts.precision(),
            counts.recall(), counts.f1(), plain.precision(), plain.recall(), plain.f1());
    }
    if (engine.names > 0) {
        std::printf("  name to ticker: %d headlines, right %.3f, dictionary %.3f\n", engine.names,
            engine.linked / double(engine.names), dictionary.linked / double(dictionary.names));
    }
}

void listFaults(
    const std::string& text, const std::set<std::string>& expected, const std::set<std::string>& found)
{
    for (const std::string& id : found) {
        if (!expected.contains(id))
            std::printf("wrong   %-28s %s\n", id.c_str(), text.c_str());
    }
    for (const std::string& id : expected) {
        if (!found.contains(id))
            std::printf("missed  %-28s %s\n", id.c_str(), text.c_str());
    }
}

} // namespace

int entities(const std::vector<std::string>& files, bool verbose)
{
    const std::shared_ptr<const engine::Pack> pack = shippedPack();
    if (!pack)
        return 1;
    Table engine[2]; // made with, held back
    Table dictionary[2];
    int lines = 0;
    for (const std::string& file : files) {
        std::ifstream stream(file);
        std::string line;
        while (std::getline(stream, line)) {
            const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
            if (!json.is_object())
                continue;
            ++lines;
            const std::string title = json.value("title", std::string());
            const std::string text = json.value("text", std::string());
            const std::string ticker = json.value("ticker", std::string());
            const int set = json.value("held", false) ? 1 : 0;
            const Found found = byEngine(*pack, title, text);
            const Found plain = byDictionary(*pack, title, text);
            if (!ticker.empty()) {
                ++engine[set].names;
                ++dictionary[set].names;
                engine[set].linked += found.tickers.contains(ticker) ? 1 : 0;
                dictionary[set].linked += plain.tickers.contains(ticker) ? 1 : 0;
                if (verbose && set == 0)
                    listFaults(title, {ticker},
                        found.tickers.contains(ticker) ? std::set{ticker} : std::set<std::string>());
                continue;
            }
            const auto expected = json.value("entities", std::set<std::string>());
            count(engine[set], expected, found.ids);
            count(dictionary[set], expected, plain.ids);
            if (verbose && set == 0)
                listFaults(text, expected, found.ids);
        }
    }
    if (lines == 0) {
        std::cerr << "no labelled lines\n";
        return 1;
    }
    print("made with", engine[0], dictionary[0]);
    print("held back", engine[1], dictionary[1]);
    return 0;
}

} // namespace evaluate
