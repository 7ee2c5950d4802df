// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "slots.h"

#include <base/strings.h>
#include <engine/entities/gazetteer.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/facts.h>
#include <engine/knowledge/graph.h>
#include <engine/knowledge/playbooks.h>

#include <algorithm>

namespace engine {

namespace {

std::string yearsText(int low, int high)
{
    std::string text = std::to_string(low);
    if (high > low)
        text.append("\u2013").append(std::to_string(high));
    return text.append(high == 1 ? " year" : " years");
}

// As it stands before a noun: "rare earths" → "rare-earth".
std::string adjectiveOf(std::string name)
{
    if (name.size() > 3 && name.back() == 's' && name[name.size() - 2] != 's')
        name.pop_back();
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string knownName(const Pack& pack, const std::string& id)
{
    const int index = pack.gazetteer->find(id);
    if (index < 0)
        return {};
    const KnownEntity& known = pack.gazetteer->entities()[static_cast<std::size_t>(index)];
    base::Entity entity;
    entity.name = known.name;
    entity.kind = known.kind;
    return pack.wording->nameOf(entity);
}

} // namespace

const base::Entity* findEntity(const Reading& reading, const std::string& id)
{
    const auto it = std::find_if(reading.entities.begin(), reading.entities.end(),
        [&](const base::Entity& entity) { return entity.id == id; });
    return it == reading.entities.end() ? nullptr : &*it;
}

namespace {

Slots commonSlots(const Pack& pack, const Reading& reading)
{
    Slots slots;
    slots["will"] = pack.wording->willOf(reading.certainty);
    for (const base::Event& event : reading.events) {
        const base::Entity* subject = findEntity(reading, event.subject);
        if (!slots.contains("gov") && subject != nullptr && subject->kind == "country")
            slots["gov"] = pack.wording->nameOf(*subject);
        if (!slots.contains("central_bank") && subject != nullptr && subject->kind == "central_bank")
            slots["central_bank"] = pack.wording->nameOf(*subject);
        if (const base::Entity* theme = findEntity(reading, event.theme);
            !slots.contains("theme") && theme != nullptr)
            slots["theme"] = theme->name;
        for (const base::Quantity& quantity : event.quantities) {
            if (event.type.starts_with("cb.") && quantity.unit == base::Unit::BasisPoint) {
                const char* slot = quantity.basis == "expected" ? "expected_move" : "move";
                slots.try_emplace(slot, figureText(quantity));
            }
        }
    }
    // The material with a bottleneck that is most spoken of.
    for (const base::Entity& entity : reading.entities) {
        const Bottleneck* row = pack.playbooks->bottleneck(entity.id);
        if (row == nullptr || entity.relevance < 30)
            continue;
        slots["theme"] = entity.name;
        slots["theme_adj"] = adjectiveOf(entity.name);
        slots["dom"] = knownName(pack, row->dominant);
        slots["share"] = std::to_string(row->share) + "%";
        slots["years"] = yearsText(row->yearsMin, row->yearsMax);
        slots["uses"] = row->uses;
        slots["stat_source"] = row->source;
        break;
    }
    for (const base::Entity& entity : reading.entities) {
        if (entity.kind != "currency" || entity.relevance < 20)
            continue;
        slots["currency"] = entity.name.starts_with("the ") ? entity.name : "the " + entity.name;
        break;
    }
    if (const auto bank = slots.find("central_bank"); bank != slots.end()) {
        for (std::size_t at = 0; at < reading.entities.size(); ++at) {
            if (reading.entities[at].kind == "central_bank" && !reading.facts[at].country.empty()) {
                slots["home"] = knownName(pack, reading.facts[at].country);
                break;
            }
        }
    }
    return slots;
}

const base::Entity* companyOf(const Pack& pack, const Reading& reading, const base::Event& event)
{
    const base::Entity* subject = findEntity(reading, event.subject);
    const base::Entity* object = findEntity(reading, event.object);
    const int type = pack.events->find(event.type);
    const bool befalls = type >= 0 && pack.events->types()[static_cast<std::size_t>(type)].suffers;
    for (const base::Entity* entity : {befalls ? nullptr : subject, object}) {
        if (entity != nullptr && entity->kind == "company")
            return entity;
    }
    // Who rates, sues or probes is not whom it befalls.
    for (const base::Entity& entity : reading.entities) {
        if (entity.kind == "company" && entity.relevance >= 50 && !(befalls && &entity == subject))
            return &entity;
    }
    return nullptr;
}

void addSector(const Pack& pack, const Reading& reading, const base::Entity& company, Slots& slots)
{
    const auto at = static_cast<std::size_t>(&company - reading.entities.data());
    const SectorFacts* sector = pack.graph->sector(reading.facts[at].sector);
    if (sector == nullptr)
        return;
    slots["sector"] = sector->name;
    slots["sector_adj"] = sector->adjective;
    slots["sector_fund"] = sector->instrument;
    slots["suppliers"] = sector->suppliers;
    slots["customers"] = sector->customers;
    for (const auto& [slot, id] : {std::pair{"sector_cost", sector->cost}, {"sector_demand", sector->demand}}) {
        if (const int node = pack.graph->find(id); node >= 0)
            slots[slot] = pack.graph->nodes()[static_cast<std::size_t>(node)].name;
    }
}

void addFigures(const base::Event& event, Slots& slots)
{
    for (const base::Quantity& quantity : event.quantities) {
        if (quantity.unit == base::Unit::Duration || quantity.unit == base::Unit::None)
            continue;
        const std::string text = figureText(quantity);
        if (std::all_of(text.begin(), text.end(),
                [](char letter) { return (letter >= '0' && letter <= '9') || letter == '.' || letter == ','; }))
            continue; // a bare number tells nobody what it counts
        if (quantity.basis == "expected" || quantity.basis == "from" || quantity.basis == "to")
            slots.try_emplace(quantity.basis, text);
        if (quantity.basis != "expected" && quantity.basis != "from")
            slots.try_emplace("figure", text);
    }
}

// What stands before the thing while it has not happened.
std::string_view adjectiveOf(base::Modality modality)
{
    using base::Modality;
    switch (modality) {
    case Modality::Proposed:
        return "proposed ";
    case Modality::Expected:
        return "expected ";
    case Modality::Threatened:
        return "threatened ";
    case Modality::Rumoured:
        return "reported ";
    case Modality::Conditional:
        return "possible ";
    case Modality::Delayed:
        return "delayed ";
    default:
        return "";
    }
}

std::string nominal(const Pack& pack, const base::Event& event, const Slots& slots)
{
    std::vector<std::string> patterns = pack.graph->nominals(event.type);
    if (const auto what = slots.find("what"); what != slots.end())
        patterns.push_back("the ~" + what->second);
    for (std::string pattern : patterns) {
        const std::string_view adjective = adjectiveOf(event.modality);
        if (adjective == "expected ")
            base::replaceAll(pattern, "unexpected ", "");
        base::replaceAll(pattern, "~", adjective);
        if (const std::optional<std::string> text = realise(pattern, slots, false))
            return *text;
    }
    return {};
}

Slots eventSlots(const Pack& pack, const Reading& reading, const base::Event& event)
{
    Slots slots;
    slots["will"] = pack.wording->willOf(std::min(reading.certainty, event.certainty));
    if (const base::Entity* subject = findEntity(reading, event.subject)) {
        slots["subject"] = pack.wording->nameOf(*subject);
        slots["subject_ticker"] = subject->ticker;
    }
    // Nobody does a thing to himself; the text names one of the two by another name.
    if (const base::Entity* object = findEntity(reading, event.object);
        object != nullptr
        && (!slots.contains("subject") || pack.wording->nameOf(*object) != slots.at("subject"))) {
        slots["object"] = pack.wording->nameOf(*object);
        slots["object_ticker"] = object->ticker;
    }
    if (const base::Entity* company = companyOf(pack, reading, event)) {
        slots["company"] = company->name;
        slots["ticker"] = company->ticker;
        addSector(pack, reading, *company, slots);
    }
    if (const base::Entity* theme = findEntity(reading, event.theme))
        slots["theme"] = theme->name;
    for (const std::string& party : {event.subject, event.object}) {
        if (const base::Entity* entity = findEntity(reading, party);
            entity != nullptr && entity->kind == "country")
            slots.try_emplace("country", pack.wording->nameOf(*entity));
    }
    for (const base::Entity& entity : reading.entities) {
        if (entity.kind == "country" && entity.relevance >= 30 && !slots.contains("country"))
            slots["country"] = pack.wording->nameOf(entity);
        if (entity.kind == "currency" && entity.relevance >= 25 && !slots.contains("currency"))
            slots["currency"] = entity.name.starts_with("the ") ? entity.name : "the " + entity.name;
    }
    addFigures(event, slots);
    if (!event.when.empty())
        slots["when"] = event.when;
    const int type = pack.events->find(event.type);
    if (type >= 0)
        slots["what"] = pack.events->types()[static_cast<std::size_t>(type)].label;
    slots["event"] = nominal(pack, event, slots);
    slots["event_short"] = nominal(pack, event, {{"what", slots["what"]}});
    return slots;
}

} // namespace

ArticleSlots::ArticleSlots(const Pack& pack, const Reading& reading)
    : m_pack(pack)
    , m_reading(reading)
    , m_own(reading.events.size())
    , m_both(reading.events.size())
{
}

std::size_t ArticleSlots::indexOf(const base::Event& event) const
{
    return static_cast<std::size_t>(&event - m_reading.events.data());
}

const Slots& ArticleSlots::common()
{
    if (!m_common)
        m_common = commonSlots(m_pack, m_reading);
    return *m_common;
}

const Slots& ArticleSlots::own(const base::Event& event)
{
    std::optional<Slots>& slots = m_own[indexOf(event)];
    if (!slots)
        slots = eventSlots(m_pack, m_reading, event);
    return *slots;
}

const Slots& ArticleSlots::of(const base::Event& event)
{
    std::optional<Slots>& slots = m_both[indexOf(event)];
    if (!slots) {
        slots = own(event);
        slots->insert(common().begin(), common().end());
    }
    return *slots;
}

bool isAboutSomebody(const Reading& reading, const base::Event& event, const Slots& slots)
{
    constexpr std::string_view OfCompanies[] = {"corp.", "cap.", "ma.", "mgmt.", "labour.", "cred.", "legal.",
        "acct.", "analyst.", "activist.", "insider.", "bio.", "tech."};
    const bool company = std::any_of(std::begin(OfCompanies), std::end(OfCompanies),
        [&](std::string_view kind) { return event.type.starts_with(kind); });
    constexpr double Told = 0.9; // certainty of what has happened
    return !company || slots.contains("company") || (prominence(reading, event) > 0.5 && event.certainty >= Told);
}

std::vector<std::string> tellingNames(const Reading& reading, const Slots& slots)
{
    constexpr std::size_t Foremost = 4;
    std::vector<std::string> names;
    for (const char* slot : {"company", "subject", "object", "theme", "figure"}) {
        if (const auto bound = slots.find(slot); bound != slots.end())
            names.push_back(bound->second);
    }
    for (std::size_t at = 0; at < std::min(Foremost, reading.entities.size()); ++at)
        names.push_back(reading.entities[at].name);
    return names;
}

std::string occasionOf(const Reading& reading, const Slots& slots)
{
    const auto event = slots.find("event");
    if (event == slots.end() || event->second.empty())
        return {};
    // What an explainer or an opinion is of did not happen just now.
    const bool fresh = reading.mode != base::Mode::Explainer && reading.mode != base::Mode::Opinion;
    const std::string occasion = (fresh ? "after " : "in view of ") + event->second;
    for (const std::string& name : tellingNames(reading, slots)) {
        if (event->second.find(name) != std::string::npos)
            return occasion;
    }
    return reading.entities.empty() ? occasion : occasion + " (" + reading.entities.front().name + ")";
}

} // namespace engine
