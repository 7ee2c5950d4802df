// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "playbooks.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <charconv>

namespace engine {

namespace {

// "text" or { text = "…", facts = ["…"] }.
std::vector<Wording> wordings(const TomlValue& table, std::string_view member)
{
    const std::vector<TomlValue>& values = table.array(member);
    std::vector<Wording> list;
    list.reserve(values.size());
    for (const TomlValue& value : values) {
        if (value.kind == TomlValue::Kind::Text)
            list.push_back({{}, std::string(value.text)});
        else if (value.isTable())
            list.push_back({strings(value, "facts"), textOr(value, "text")});
    }
    return list;
}

std::pair<int, int> days(const TomlValue& table, std::string_view member)
{
    const std::vector<TomlValue>& pair = table.array(member);
    if (pair.size() != 2)
        return {0, 0};
    return {static_cast<int>(pair[0].number), static_cast<int>(pair[1].number)};
}

std::optional<base::Unit> unitOf(const std::string& name)
{
    if (name == "duration")
        return base::Unit::Duration;
    if (name == "percent")
        return base::Unit::Percent;
    if (name == "bp")
        return base::Unit::BasisPoint;
    if (name == "money")
        return base::Unit::Money;
    if (name == "pp")
        return base::Unit::PercentagePoint;
    if (name == "count")
        return base::Unit::Count;
    if (name == "mass")
        return base::Unit::Mass;
    if (name == "volume")
        return base::Unit::Volume;
    if (name == "power")
        return base::Unit::Power;
    if (name == "ratio")
        return base::Unit::Ratio;
    return std::nullopt;
}

void addFact(Playbook& playbook, const TomlValue& row, const std::string& file, Vocabulary& vocabulary)
{
    FactRule fact;
    fact.id = textOr(row, "id");
    fact.place = placeOf(file, row);
    const auto number = static_cast<std::uint32_t>(playbook.facts.size());
    for (const std::string_view phrase : texts(row, "any"))
        playbook.any.add(phrase, number, vocabulary);
    for (const std::string_view phrase : texts(row, "also")) {
        playbook.also.add(phrase, number, vocabulary);
        fact.also = true;
    }
    fact.quantity = unitOf(textOr(row, "quantity"));
    playbook.facts.push_back(std::move(fact));
}

ClaimRule claimOf(const TomlValue& row, const std::string& file)
{
    ClaimRule claim;
    claim.id = textOr(row, "id");
    claim.section = textOr(row, "section");
    claim.predicate = textOr(row, "predicate");
    claim.subject = textOr(row, "subject");
    claim.object = textOr(row, "object");
    claim.sign = static_cast<int>(numberOr(row, "sign", 0));
    claim.strength = numberOr(row, "strength", 0.5);
    std::tie(claim.lagMin, claim.lagMax) = days(row, "lag");
    claim.events = strings(row, "events");
    claim.facts = strings(row, "facts");
    claim.needs = strings(row, "needs");
    claim.unless = strings(row, "unless");
    claim.say = wordings(row, "say");
    claim.because = wordings(row, "because");
    claim.then = wordings(row, "then");
    claim.edge = textOr(row, "edge");
    claim.place = placeOf(file, row);
    return claim;
}

DecisionRule decisionOf(const TomlValue& row, const std::string& file)
{
    DecisionRule decision;
    decision.id = textOr(row, "id");
    decision.kind = textOr(row, "kind");
    decision.title = textOr(row, "title");
    for (const std::string& leg : strings(row, "legs")) {
        const std::size_t space = std::min(leg.find(' '), leg.size());
        decision.legs.push_back({leg.substr(0, space), leg.substr(std::min(space + 1, leg.size()))});
    }
    std::tie(decision.minDays, decision.maxDays) = days(row, "horizon");
    decision.thesis = textOr(row, "thesis");
    decision.entry = textOr(row, "entry");
    decision.target = textOr(row, "target");
    decision.stop = textOr(row, "stop");
    decision.invalidation = textOr(row, "invalidation");
    decision.entryWhen = textOr(row, "entry_when");
    decision.invalidationWhen = textOr(row, "invalidation_when");
    decision.risk = textOr(row, "risk");
    decision.claims = strings(row, "claims");
    decision.needs = strings(row, "needs");
    decision.minCertainty = numberOr(row, "min_certainty", 0);
    decision.maxCertainty = numberOr(row, "max_certainty", 1.01);
    decision.weight = numberOr(row, "weight", 0.5);
    decision.place = placeOf(file, row);
    return decision;
}

// What does not fit in a playbook; empty when all is well.
base::Outcome check(const Playbook& playbook)
{
    if (playbook.id.empty() || playbook.events.empty() || playbook.claims.empty())
        return dataError(playbook.place, "a playbook needs id, events and claims");
    const auto factKnown = [&](const std::string& id) {
        return std::any_of(playbook.facts.begin(), playbook.facts.end(),
            [&](const FactRule& fact) { return fact.id == id; });
    };
    for (const ClaimRule& claim : playbook.claims) {
        if (claim.id.empty() || claim.section.empty() || claim.say.empty())
            return dataError(claim.place, "a claim needs id, section and say");
        if (!playbook.roles.contains(claim.subject))
            return dataError(claim.place, "no role " + claim.subject);
        for (const std::vector<std::string>* list : {&claim.facts, &claim.needs, &claim.unless}) {
            for (const std::string& fact : *list) {
                if (!factKnown(fact))
                    return dataError(claim.place, "no fact " + fact);
            }
        }
    }
    for (const DecisionRule& decision : playbook.decisions) {
        if (decision.claims.empty() || decision.legs.empty() || decision.invalidation.empty()
            || decision.risk.empty() || decision.entry.empty())
            return dataError(decision.place, "a decision needs claims, legs, entry, invalidation and risk");
        for (const LegRule& leg : decision.legs) {
            if (!playbook.roles.contains(leg.role))
                return dataError(decision.place, "no role " + leg.role);
        }
        for (const std::string& id : decision.claims) {
            if (std::none_of(playbook.claims.begin(), playbook.claims.end(),
                    [&](const ClaimRule& claim) { return claim.id == id; }))
                return dataError(decision.place, "no claim " + id);
        }
    }
    return base::Done{};
}

base::Result<Playbook> playbookOf(const TomlValue& table, const std::string& file, Vocabulary& vocabulary)
{
    Playbook playbook;
    playbook.id = textOr(table, "id");
    playbook.place = file;
    playbook.events = strings(table, "events");
    playbook.tags = strings(table, "tags");
    playbook.priority = static_cast<int>(numberOr(table, "priority", 0));
    playbook.sign = static_cast<int>(numberOr(table, "sign", 0));
    playbook.needs = strings(table, "needs");
    playbook.sectors = strings(table, "sectors");
    playbook.confirm = textOr(table, "confirm");
    for (const TomlValue* row : tables(table, "fact"))
        addFact(playbook, *row, file, vocabulary);
    if (const TomlValue* roles = table.table("role")) {
        for (const TomlValue& row : roles->items) {
            if (row.isTable())
                playbook.roles.emplace(std::string(row.key),
                    RoleRule{textOr(row, "group"), textOr(row, "name"), textOr(row, "brief", textOr(row, "name")),
                        textOr(row, "instrument")});
        }
    }
    for (const TomlValue* row : tables(table, "claim"))
        playbook.claims.push_back(claimOf(*row, file));
    for (const TomlValue* row : tables(table, "decision"))
        playbook.decisions.push_back(decisionOf(*row, file));
    for (const TomlValue* row : tables(table, "test")) {
        playbook.tests.push_back({textOr(*row, "text"), flagOr(*row, "applies", true),
            strings(*row, "claims"), strings(*row, "not"), placeOf(file, *row)});
    }
    if (base::Outcome checked = check(playbook); !checked)
        return checked.error();
    return playbook;
}

int intOf(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

base::Result<std::shared_ptr<const Playbooks>> Playbooks::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    auto books = std::make_shared<Playbooks>();
    for (const auto& [name, text] : files) {
        if (!name.starts_with("playbooks/") || !name.ends_with(".toml"))
            continue;
        const base::Result<TomlDocument> document = readToml(files, name);
        if (!document)
            return document.error();
        base::Result<Playbook> playbook = playbookOf(document->root, name, vocabulary);
        if (!playbook)
            return playbook.error();
        books->m_playbooks.push_back(std::move(playbook).value());
    }
    std::stable_sort(books->m_playbooks.begin(), books->m_playbooks.end(),
        [](const Playbook& a, const Playbook& b) { return a.priority > b.priority; });
    for (std::uint32_t at = 0; at < books->m_playbooks.size(); ++at) {
        for (const std::string& event : books->m_playbooks[at].events)
            books->m_byEvent[event].push_back(at);
    }
    const base::Result<Table> rows = readTable(files, "bottlenecks.tsv", 8);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        Bottleneck bottleneck;
        bottleneck.material = row.cells[0];
        bottleneck.stage = row.cells[1];
        bottleneck.dominant = row.cells[2];
        bottleneck.share = intOf(row.cells[3]);
        bottleneck.yearsMin = intOf(row.cells[4]);
        bottleneck.yearsMax = intOf(row.cells[5]);
        bottleneck.uses = row.cells[6];
        bottleneck.source = row.cells[7];
        bottleneck.place = row.place();
        books->m_bottlenecks.push_back(std::move(bottleneck));
    }
    const base::Result<TomlDocument> effects = readToml(files, "effects.toml");
    if (!effects)
        return effects.error();
    for (const TomlValue* row : tables(effects->root, "effect")) {
        Effect effect;
        effect.place = placeOf("effects.toml", *row);
        effect.event = textOr(*row, "event");
        effect.subject = textOr(*row, "subject");
        effect.predicate = textOr(*row, "predicate");
        effect.sign = static_cast<int>(numberOr(*row, "sign", 0));
        effect.relative = flagOr(*row, "relative", false);
        effect.strength = numberOr(*row, "strength", 0.4);
        std::tie(effect.lagMin, effect.lagMax) = days(*row, "lag");
        effect.say = wordings(*row, "say");
        effect.risk = wordings(*row, "risk");
        effect.watch = textOr(*row, "watch");
        effect.trade = textOr(*row, "trade");
        effect.leg = textOr(*row, "leg");
        effect.instrument = textOr(*row, "instrument");
        effect.invalidation = textOr(*row, "invalidation");
        if (effect.event.empty() || effect.say.empty())
            return dataError(effect.place, "an effect needs event and say");
        books->m_effects.push_back(std::move(effect));
    }
    return std::shared_ptr<const Playbooks>(std::move(books));
}

const std::vector<std::uint32_t>& Playbooks::of(const std::string& event) const
{
    static const std::vector<std::uint32_t> none;
    const auto it = m_byEvent.find(event);
    return it == m_byEvent.end() ? none : it->second;
}

const Bottleneck* Playbooks::bottleneck(const std::string& material) const
{
    const auto it = std::find_if(m_bottlenecks.begin(), m_bottlenecks.end(),
        [&](const Bottleneck& row) { return row.material == material; });
    return it == m_bottlenecks.end() ? nullptr : &*it;
}

std::vector<const Effect*> Playbooks::effects(const std::string& event) const
{
    std::vector<const Effect*> list;
    for (const Effect& effect : m_effects) {
        if (effect.event == event)
            list.push_back(&effect);
    }
    return list;
}

} // namespace engine
