// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/files.h>
#include <base/result.h>
#include <engine/text/phrases.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

// Something an article may say that a playbook can use: any of these phrases, with a quantity of this unit in
// the same sentence when one is asked for. What matched becomes evidence, its figure the slot "{id}".
struct FactRule {
    std::string id;
    bool also = false; // one of its phrases in Playbook::also must stand in the same sentence
    std::optional<base::Unit> quantity;
    std::string place;
};

// A group that gains or loses; what prose and decisions call it.
struct RoleRule {
    std::string group; // id of a node that names it; or empty
    std::string name; // "separation and processing capacity outside {dom}"
    std::string brief; // "process-equipment and tolling suppliers": in decision legs
    std::string instrument; // ticker of a listed proxy, or a slot; may be empty
};

// One thing to say; a clause with {slots}. It can be said when all its facts were found and all its slots are
// bound; of several, those with most facts, then most slots of the article, then a hash of the article decides.
struct Wording { // see prose/wording.h for how it is realised
    std::vector<std::string> facts;
    std::string text;
};

struct ClaimRule {
    std::string id;
    std::string section;
    std::string predicate;
    std::string subject; // role
    std::string object;
    int sign = 0;
    double strength = 0.5;
    int lagMin = 0;
    int lagMax = 0;
    std::vector<std::string> events; // event types that must be present; empty: the playbook's own
    std::vector<std::string> facts; // facts that are evidence when found
    std::vector<std::string> needs; // facts without which the claim is not made
    std::vector<std::string> unless; // facts with which it is not made
    std::vector<Wording> say;
    std::vector<Wording> because; // added as a reason
    std::vector<Wording> then; // follows as a sentence of its own
    std::string edge; // knowledge it rests on: "policy_premium>midstream", ">-users" when it is negative
    std::string place;
};

struct LegRule {
    std::string side;
    std::string role;
};

struct DecisionRule {
    std::string id;
    std::string kind;
    std::string title;
    std::vector<LegRule> legs;
    int minDays = 0;
    int maxDays = 0;
    std::string thesis;
    std::string entry;
    std::string target;
    std::string stop;
    std::string invalidation;
    std::string entryWhen; // a query that later articles are asked, with slots; or empty
    std::string invalidationWhen;
    std::string risk;
    std::vector<std::string> claims; // ids it rests on; it is not made without the first
    std::vector<std::string> needs;
    double minCertainty = 0; // C below which it is not offered
    double maxCertainty = 1.01;
    double weight = 0.5; // part of the conviction
    std::string place;
};

// An example a playbook carries: a text (its first line is the title) and what is made of it.
struct PlaybookTest {
    std::string text;
    bool applies = true;
    std::vector<std::string> claims; // must be made
    std::vector<std::string> without; // must not
    std::string place;
};

struct Playbook {
    std::string id;
    std::vector<std::string> events;
    std::vector<std::string> tags; // of the theme or a leading entity; empty: any
    int priority = 0;
    int sign = 0; // polarity the event must have; 0: any
    std::vector<std::string> needs; // slots that must be bound
    std::vector<std::string> sectors; // of the company it befalls, where that is known; empty: any
    std::string confirm; // what must happen before a trade, while the thing is only proposed or reported
    std::vector<FactRule> facts;
    FewPhrases any; // what tells a fact: Hit::phrase is an index in facts
    FewPhrases also;
    std::map<std::string, RoleRule> roles;
    std::vector<ClaimRule> claims;
    std::vector<DecisionRule> decisions;
    std::vector<PlaybookTest> tests;
    std::string place;
};

// One row of bottlenecks.tsv: who dominates a material, from public statistics.
struct Bottleneck {
    std::string material; // entity id
    std::string stage;
    std::string dominant; // country id
    int share = 0; // per cent of the stage's world output
    int yearsMin = 0; // to bring and qualify other supply
    int yearsMax = 0;
    std::string uses;
    std::string source; // with its year
    std::string place;
};

// What usually follows from an event of one type, where no playbook knows more. effects.toml.
struct Effect {
    std::string event;
    std::string subject; // who gains or loses: "{object}", "{subject}", "{theme} buyers"
    std::string predicate;
    int sign = 0; // times the event's polarity when `relative`
    bool relative = false;
    double strength = 0.4;
    int lagMin = 0;
    int lagMax = 0;
    std::vector<Wording> say; // clauses
    std::vector<Wording> risk;
    std::string watch; // what to watch next
    std::string trade; // "long" or "short" of the leg; empty: never more than watched
    std::string leg; // name of the leg
    std::string instrument; // ticker; empty: the entity's own
    std::string invalidation;
    std::string place;
};

class Playbooks final {
public:
    // Reads playbooks/*.toml, bottlenecks.tsv and effects.toml.
    static base::Result<std::shared_ptr<const Playbooks>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<Playbook>& playbooks() const { return m_playbooks; } // by priority, highest first
    // Indices of those that speak of events of this type, rising.
    const std::vector<std::uint32_t>& of(const std::string& event) const;
    const Bottleneck* bottleneck(const std::string& material) const; // null when none
    std::vector<const Effect*> effects(const std::string& event) const;

private:
    std::vector<Playbook> m_playbooks;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_byEvent;
    std::vector<Bottleneck> m_bottlenecks;
    std::vector<Effect> m_effects;
};

} // namespace engine
