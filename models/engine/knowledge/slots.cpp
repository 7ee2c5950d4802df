// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "slots.h"

#include <engine/entities/gazetteer.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/facts.h>
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

Slots eventSlots(const Pack& pack, const Reading& reading, const base::Event& event)
{
    Slots slots;
    slots["will"] = pack.wording->willOf(std::min(reading.certainty, event.certainty));
    if (const base::Entity* subject = findEntity(reading, event.subject)) {
        slots["subject"] = pack.wording->nameOf(*subject);
        if (subject->kind == "company")
            slots["company"] = subject->name;
    }
    if (const base::Entity* object = findEntity(reading, event.object)) {
        slots["object"] = pack.wording->nameOf(*object);
        if (object->kind == "company" && !slots.contains("company"))
            slots["company"] = object->name;
    }
    if (!slots.contains("company")) {
        for (const base::Entity& entity : reading.entities) {
            if (entity.kind == "company" && entity.relevance >= 50) {
                slots["company"] = entity.name;
                break;
            }
        }
    }
    if (const base::Entity* theme = findEntity(reading, event.theme))
        slots["theme"] = theme->name;
    for (const base::Entity& entity : reading.entities) {
        if (entity.kind == "country" && entity.relevance >= 30 && !slots.contains("country"))
            slots["country"] = pack.wording->nameOf(entity);
        if (entity.kind == "currency" && entity.relevance >= 25 && !slots.contains("currency"))
            slots["currency"] = entity.name.starts_with("the ") ? entity.name : "the " + entity.name;
    }
    for (const base::Quantity& quantity : event.quantities) {
        if (quantity.unit == base::Unit::Duration || quantity.basis == "expected" || quantity.basis == "from")
            continue;
        slots["figure"] = figureText(quantity);
        break;
    }
    const int type = pack.events->find(event.type);
    if (type >= 0)
        slots["what"] = pack.events->types()[static_cast<std::size_t>(type)].label;
    return slots;
}

} // namespace engine
