// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "combination.h"

#include <engine/events/eventrules.h>

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t MostFurther = 3;
constexpr double Sure = 0.4; // certainty below which an event is not told beside another

// An event whose noun phrase says more than its kind.
bool tellsMore(const Slots& slots)
{
    const auto event = slots.find("event");
    const auto plain = slots.find("event_short");
    return event != slots.end() && plain != slots.end() && event->second != plain->second;
}

// "cb.hike" of "cb.hike_surprise": two readings of one act are one event.
std::string_view actOf(std::string_view type) { return type.substr(0, type.find('_')); }

// What markets made of it is no cause beside it.
bool isAnswer(std::string_view type) { return type == "com.price_move" || type.starts_with("mkt."); }

} // namespace

void combineEvents(const Pack& pack, const Reading& reading, ArticleSlots& given, const base::Event& main,
    WordingChoice& choice, base::Analysis& analysis)
{
    Slots slots = given.of(main);
    base::Claim claim;
    std::vector<std::string> types{main.type};
    constexpr const char* Names[MostFurther] = {"beside", "beside2", "beside3"};
    std::size_t told = 0;
    bool allAgree = true;
    bool allOppose = true;
    for (const base::Event& event : reading.events) {
        if (told >= MostFurther)
            break;
        const bool known = std::any_of(types.begin(), types.end(),
            [&](const std::string& type) { return actOf(type) == actOf(event.type); });
        if (known || isAnswer(event.type) || event.certainty < Sure || event.modality == base::Modality::Denied
            || event.modality == base::Modality::Historical)
            continue;
        const Slots& own = given.of(event);
        if (!tellsMore(own))
            continue;
        types.push_back(event.type);
        slots[Names[told++]] = own.at("event");
        allAgree = allAgree && event.polarity * main.polarity > 0;
        allOppose = allOppose && event.polarity * main.polarity < 0;
        claim.provenance.evidence.push_back(event.provenance.evidence.front());
        claim.provenance.rules.push_back("events#" + event.type);
    }
    if (told == 0)
        return;
    const std::string kind = allAgree ? "beside_same" : allOppose ? "beside_other" : "beside_open";
    const std::optional<std::string> text
        = choice.choose(pack.wording->constructions(kind), slots, kind, true);
    if (!text)
        return;
    claim.id = "c" + std::to_string(analysis.claims.size() + 1);
    claim.predicate = allAgree ? "agrees" : allOppose ? "opposes" : "stands beside";
    claim.subject = "event:" + types[1];
    claim.object = "event:" + main.type;
    claim.strength = 0.45;
    claim.grade = base::Grade::B;
    claim.provenance.evidence.push_back(main.provenance.evidence.front());
    std::vector<base::Span>& evidence = claim.provenance.evidence;
    std::sort(evidence.begin(), evidence.end());
    evidence.erase(std::unique(evidence.begin(), evidence.end()), evidence.end());
    auto section = std::find_if(analysis.analysis.begin(), analysis.analysis.end(),
        [](const base::Section& known) { return known.section == "Second order"; });
    if (section == analysis.analysis.end()) {
        analysis.analysis.push_back({"Second order", {}});
        section = std::prev(analysis.analysis.end());
    }
    section->sentences.insert(
        section->sentences.begin(), {*text, claim.grade, claim.provenance, {claim.id}});
    choice.said(*text);
    analysis.claims.push_back(std::move(claim));
}

} // namespace engine
