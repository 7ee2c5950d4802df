// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "eventscores.h"

#include "counts.h"
#include "shippedpack.h"

#include <base/strings.h>
#include <engine/analyser.h>
#include <engine/events/eventrules.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

namespace evaluate {

namespace {

struct Expected {
    std::vector<std::string> types;
    std::vector<std::string> modalities;
    std::vector<std::string> subjects;
    std::vector<std::string> objects;
    std::vector<std::string> participants; // in any role
    std::vector<std::string> quantities;
    std::vector<std::string> when;
    bool optional = false;
};

struct Labelled {
    std::string text;
    std::vector<Expected> events;
};

struct Table {
    std::map<std::string, Counts> types; // "" is all
    std::map<std::string, Counts> arguments; // by role, "" is all
    Counts triggers;
    int modalities = 0;
    int modalitiesRight = 0;
    int sentences = 0;
    int quiet = 0; // sentences in which nothing happens …
    int quietRight = 0; // … and nothing was found
};

std::vector<std::string> list(const nlohmann::json& json, const char* member)
{
    return json.value(member, std::vector<std::string>());
}

std::vector<Labelled> readLabelled(const std::string& file)
{
    std::vector<Labelled> labelled;
    std::ifstream stream(file);
    std::string line;
    while (std::getline(stream, line)) {
        const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object())
            continue;
        Labelled one;
        one.text = json.value("text", std::string());
        for (const nlohmann::json& event : json.value("events", nlohmann::json::array())) {
            Expected expected{list(event, "types"), list(event, "modality"), list(event, "subject"),
                list(event, "object"), list(event, "participants"), list(event, "quantities"), {},
                event.value("optional", false)};
            if (event.contains("when"))
                expected.when.push_back(event.value("when", std::string()));
            one.events.push_back(std::move(expected));
        }
        labelled.push_back(std::move(one));
    }
    return labelled;
}

template <class Item> bool has(const std::vector<Item>& items, const Item& item)
{
    return std::find(items.begin(), items.end(), item) != items.end();
}

bool overlap(const std::string& one, const std::string& other)
{
    const std::string a = base::lowerAscii(one);
    const std::string b = base::lowerAscii(other);
    return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

std::string modalityOf(const base::Event& event)
{
    if (event.modality == base::Modality::Completed || event.modality == base::Modality::Announced)
        return "asserted";
    return std::string(base::modalityName(event.modality));
}

// The names an entity is written by in the text.
std::vector<std::string> writings(
    const base::Analysis& analysis, const std::string& text, const std::string& id)
{
    std::vector<std::string> found;
    for (const base::Entity& entity : analysis.entities) {
        if (entity.id != id)
            continue;
        for (const base::Span& span : entity.mentions)
            found.emplace_back(base::slice(text, span));
    }
    return found;
}

class Marking final {
public:
    Marking(Table& table, const base::Analysis& analysis, const std::string& text, bool verbose)
        : m_table(table)
        , m_analysis(analysis)
        , m_text(text)
        , m_verbose(verbose)
    {
    }

    void arguments(const base::Event& event, const Expected& expected)
    {
        std::vector<std::string> subjects = expected.subjects;
        std::vector<std::string> objects = expected.objects;
        std::vector<std::string> anyRole = expected.participants;
        const auto claim = [&](const std::string& id, std::vector<std::string>& own, const char* role) {
            if (id.empty())
                return;
            const std::vector<std::string> names = writings(m_analysis, m_text, id);
            for (std::vector<std::string>* pool : {&own, &anyRole}) {
                const auto it = std::find_if(pool->begin(), pool->end(), [&](const std::string& gold) {
                    return std::any_of(names.begin(), names.end(),
                        [&](const std::string& name) { return overlap(name, gold); });
                });
                if (it == pool->end())
                    continue;
                pool->erase(it);
                count(role, &Counts::right);
                return;
            }
            count(role, &Counts::wrong);
            tell("wrong", role, id, event.type);
        };
        claim(event.subject, subjects, "subject");
        claim(event.object, objects, "object");
        if (event.theme != event.object && event.theme != event.subject)
            claim(event.theme, objects, "object");
        std::vector<std::string> quantities;
        for (const base::Quantity& quantity : event.quantities)
            quantities.push_back(quantity.text);
        texts(quantities, expected.quantities, "quantity", event.type);
        std::vector<std::string> when;
        if (!event.when.empty())
            when.push_back(event.when);
        texts(when, expected.when, "when", event.type);
        missed(subjects, "subject", event.type);
        missed(objects, "object", event.type);
        missed(anyRole, "subject", event.type);
    }

private:
    void count(const char* role, int Counts::*member)
    {
        ++(m_table.arguments[role].*member);
        ++(m_table.arguments[""].*member);
    }
    void tell(const char* what, const char* role, const std::string& value, const std::string& type) const
    {
        if (m_verbose)
            std::printf(
                "%-6s %-8s %-24s %-22s %s\n", what, role, value.c_str(), type.c_str(), m_text.c_str());
    }
    void missed(const std::vector<std::string>& values, const char* role, const std::string& type)
    {
        for (const std::string& value : values) {
            count(role, &Counts::missed);
            tell("missed", role, value, type);
        }
    }
    void texts(const std::vector<std::string>& found, std::vector<std::string> expected, const char* role,
        const std::string& type)
    {
        for (const std::string& text : found) {
            const auto it = std::find_if(expected.begin(), expected.end(),
                [&](const std::string& gold) { return overlap(text, gold); });
            if (it == expected.end()) {
                count(role, &Counts::wrong);
                tell("wrong", role, text, type);
                continue;
            }
            expected.erase(it);
            count(role, &Counts::right);
        }
        missed(expected, role, type);
    }

    Table& m_table;
    const base::Analysis& m_analysis;
    const std::string& m_text;
    bool m_verbose;
};

void markModality(
    Table& table, const base::Event& event, const Expected& expected, const std::string& text, bool verbose)
{
    ++table.modalities;
    const std::string found = modalityOf(event);
    if (has(expected.modalities, found)) {
        ++table.modalitiesRight;
        return;
    }
    if (verbose)
        std::printf("modal  %-10s for %-10s %-22s %s\n", found.c_str(),
            expected.modalities.empty() ? "?" : expected.modalities.front().c_str(), event.type.c_str(),
            text.c_str());
}

void mark(Table& table, const Labelled& labelled, const base::Analysis& analysis, bool verbose)
{
    ++table.sentences;
    const bool quiet = labelled.events.empty();
    table.quiet += quiet ? 1 : 0;
    table.quietRight += quiet && analysis.events.empty() ? 1 : 0;
    std::vector<bool> taken(labelled.events.size(), false);
    const auto count = [&](const std::string& type, int Counts::*member) {
        ++(table.types[type].*member);
        ++(table.types[""].*member);
    };
    for (const base::Event& event : analysis.events) {
        std::size_t at = 0;
        while (at < labelled.events.size() && (taken[at] || !has(labelled.events[at].types, event.type)))
            ++at;
        if (at == labelled.events.size()) {
            const bool again = std::any_of(labelled.events.begin(), labelled.events.end(),
                [&](const Expected& expected) { return has(expected.types, event.type); });
            if (again)
                continue; // a second reading of the same event that is right as well
            count(event.type, &Counts::wrong);
            if (verbose)
                std::printf("wrong  %-22s %s\n         %s\n", event.type.c_str(), labelled.text.c_str(),
                    event.provenance.rules.front().c_str());
            continue;
        }
        taken[at] = true;
        if (labelled.events[at].optional)
            continue;
        count(labelled.events[at].types.front(), &Counts::right);
        markModality(table, event, labelled.events[at], labelled.text, verbose);
        Marking(table, analysis, labelled.text, verbose).arguments(event, labelled.events[at]);
    }
    for (std::size_t at = 0; at < labelled.events.size(); ++at) {
        if (taken[at] || labelled.events[at].optional)
            continue;
        count(labelled.events[at].types.front(), &Counts::missed);
        if (verbose)
            std::printf(
                "missed %-22s %s\n", labelled.events[at].types.front().c_str(), labelled.text.c_str());
    }
}

// What the trigger words alone find.
void markTriggers(Counts& counts, const engine::Pack& pack, const Labelled& labelled)
{
    const engine::Document document = engine::readDocument(pack.vocabulary, {}, labelled.text);
    std::set<std::string> found;
    for (const std::uint32_t type : pack.events->triggered(document))
        found.insert(pack.events->types()[type].id);
    std::set<std::string> right;
    for (const Expected& expected : labelled.events) {
        const bool hit = std::any_of(expected.types.begin(), expected.types.end(),
            [&](const std::string& type) { return found.contains(type); });
        right.insert(expected.types.begin(), expected.types.end());
        if (!expected.optional)
            ++(hit ? counts.right : counts.missed);
    }
    for (const std::string& type : found)
        counts.wrong += right.contains(type) ? 0 : 1;
}

void print(const std::string& file, const Table& table)
{
    std::printf("%s: %d sentences, %d of them without an event (%d left alone)\n", file.c_str(),
        table.sentences, table.quiet, table.quietRight);
    std::printf("  %-26s %5s  %5s %5s %5s\n", "type", "n", "P", "R", "F1");
    const auto row = [](const std::string& name, const Counts& counts) {
        std::printf("  %-26s %5d  %.3f %.3f %.3f\n", name.c_str(), counts.right + counts.missed,
            counts.precision(), counts.recall(), counts.f1());
    };
    std::map<std::string, Counts> groups;
    for (const auto& [type, counts] : table.types) {
        if (type.empty())
            continue;
        Counts& group = groups[type.substr(0, type.find('.'))];
        group.right += counts.right;
        group.wrong += counts.wrong;
        group.missed += counts.missed;
        row(type, counts);
    }
    for (const auto& [group, counts] : groups)
        row(group + ".*", counts);
    const auto all = table.types.find("");
    row("all types", all == table.types.end() ? Counts() : all->second);
    row("trigger words alone", table.triggers);
    for (const auto& [role, counts] : table.arguments)
        row(role.empty() ? "all arguments" : "argument: " + role, counts);
    std::printf("  modality right %.3f of %d\n\n",
        table.modalities > 0 ? table.modalitiesRight / double(table.modalities) : 1, table.modalities);
}

} // namespace

int events(const std::vector<std::string>& files, bool verbose)
{
    const std::shared_ptr<const engine::Pack> pack = shippedPack();
    if (!pack)
        return 1;
    for (const std::string& file : files) {
        const bool tell = verbose && file.find("measure") == std::string::npos;
        Table table;
        for (const Labelled& labelled : readLabelled(file)) {
            engine::ArticleText article;
            article.body = labelled.text;
            mark(table, labelled, engine::analyse(*pack, article), tell);
            markTriggers(table.triggers, *pack, labelled);
        }
        if (table.sentences == 0) {
            std::cerr << "no labelled sentences in " << file << '\n';
            return 1;
        }
        print(file, table);
    }
    return 0;
}

} // namespace evaluate
