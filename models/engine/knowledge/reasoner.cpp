// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "reasoner.h"

#include <base/strings.h>
#include <engine/decisions/ideas.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/facts.h>
#include <engine/knowledge/genericreasoner.h>
#include <engine/knowledge/playbooks.h>
#include <engine/knowledge/slots.h>
#include <engine/prose/wording.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t MaxEvidence = 5;
constexpr int MaxAssumed = 3; // claims the article itself does not support
constexpr std::size_t LongSentence = 32; // words; a reason that would pass it becomes a sentence of its own

void addSpan(std::vector<base::Span>& spans, const base::Span& span)
{
    if (spans.size() < MaxEvidence && std::find(spans.begin(), spans.end(), span) == spans.end())
        spans.push_back(span);
}

bool carries(const EntityFacts& facts, const std::vector<std::string>& tags)
{
    return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
        return std::find(facts.tags.begin(), facts.tags.end(), tag) != facts.tags.end();
    });
}

// Works one playbook out on one article.
class PlaybookReasoner final {
public:
    PlaybookReasoner(
        const Pack& pack, const Reading& reading, const Playbook& playbook, base::Analysis& analysis)
        : m_reading(reading)
        , m_playbook(playbook)
        , m_analysis(analysis)
        , m_phrasing(*pack.wording)
        , m_facts(findFacts(playbook, reading.document))
        , m_slots(commonSlots(pack, reading))
    {
        for (const auto& [id, fact] : m_facts) {
            if (!fact.figure.empty())
                m_slots[id] = fact.figure;
        }
        for (const auto& [id, role] : playbook.roles) {
            m_slots['@' + id] = role.name;
            m_slots['#' + id] = role.brief;
        }
    }

    void run()
    {
        for (const ClaimRule& rule : m_playbook.claims)
            makeClaim(rule);
        for (const DecisionRule& rule : m_playbook.decisions)
            makeIdea(rule);
    }

private:
    bool found(const std::vector<std::string>& facts) const
    {
        return std::all_of(
            facts.begin(), facts.end(), [this](const std::string& fact) { return m_facts.contains(fact); });
    }

    const base::Event* eventOf(const std::vector<std::string>& types) const
    {
        for (const base::Event& event : m_reading.events) {
            if (std::find(types.begin(), types.end(), event.type) != types.end())
                return &event;
        }
        return nullptr;
    }

    // The first wording whose facts are there and whose slots are bound.
    std::optional<std::string> choose(
        const std::vector<Wording>& wordings, bool sentence, std::vector<std::string>& used) const
    {
        for (const Wording& wording : wordings) {
            if (!found(wording.facts))
                continue;
            if (std::optional<std::string> text = realise(wording.text, m_slots, sentence)) {
                used.insert(used.end(), wording.facts.begin(), wording.facts.end());
                return text;
            }
        }
        return std::nullopt;
    }

    void makeClaim(const ClaimRule& rule)
    {
        const base::Event* event = eventOf(rule.events.empty() ? m_playbook.events : rule.events);
        if (event == nullptr || !found(rule.needs))
            return;
        std::vector<std::string> used = rule.needs;
        std::optional<std::string> core = choose(rule.say, false, used);
        if (!core)
            return;
        base::Claim claim;
        claim.id = "c" + std::to_string(m_analysis.claims.size() + 1);
        claim.predicate = rule.predicate;
        claim.subject = "role:" + rule.subject;
        claim.object = rule.object;
        claim.sign = rule.sign;
        claim.strength = rule.strength * event->certainty;
        claim.strength = std::round(claim.strength * 1000) / 1000;
        claim.lagMinDays = rule.lagMin;
        claim.lagMaxDays = rule.lagMax;
        // A duration the article states goes before the one of the playbook.
        for (const std::string& fact : rule.facts) {
            const auto it = m_facts.find(fact);
            if (it != m_facts.end() && it->second.days > 0) {
                claim.lagMaxDays = it->second.days;
            }
        }
        const std::optional<std::string> reason = choose(rule.because, false, used);
        for (const std::string& fact : rule.facts) {
            if (m_facts.contains(fact))
                used.push_back(fact);
        }
        std::vector<base::Span> evidence;
        for (const std::string& fact : used)
            addSpan(evidence, m_facts.at(fact).clause);
        const bool supported = !evidence.empty();
        if (!supported && ++m_assumed > MaxAssumed)
            return; // a text that supports little gets little
        if (!supported)
            addSpan(evidence, event->provenance.evidence.front());
        claim.grade = supported ? base::Grade::B : base::Grade::C;
        claim.provenance.evidence = evidence;
        std::sort(claim.provenance.evidence.begin(), claim.provenance.evidence.end());
        claim.provenance.rules = {"playbook/" + m_playbook.id + '#' + rule.id};
        if (!rule.edge.empty())
            claim.provenance.rules.push_back("edge:" + rule.edge);
        std::string text = *core;
        std::optional<std::string> own;
        if (reason) {
            if (wordCount(text) + wordCount(*reason) <= LongSentence)
                text += ", " + *reason;
            else
                own = *reason;
        }
        write(rule.section, text, claim);
        if (own) {
            // "because …" cannot stand alone; "The reason: …" can.
            std::string rest = *own;
            for (const std::string_view joint : {"because ", "since ", "as "}) {
                if (rest.starts_with(joint)) {
                    rest = rest.substr(joint.size());
                    break;
                }
            }
            write(rule.section, "the reason: " + rest, claim);
        }
        std::vector<std::string> thenFacts;
        if (const std::optional<std::string> then = choose(rule.then, true, thenFacts)) {
            base::Claim further = claim;
            further.provenance.evidence.clear();
            for (const std::string& fact : thenFacts)
                addSpan(further.provenance.evidence, m_facts.at(fact).clause);
            if (further.provenance.evidence.empty())
                further.grade = base::Grade::C;
            write(rule.section, *then, further);
        }
        m_made.emplace(rule.id, m_analysis.claims.size());
        m_analysis.claims.push_back(std::move(claim));
    }

    void write(const std::string& section, const std::string& text, const base::Claim& claim)
    {
        const std::optional<std::string> sentence = realise(text, m_slots, true);
        if (!sentence || m_phrasing.isFiller(*sentence))
            return;
        auto it = std::find_if(m_analysis.analysis.begin(), m_analysis.analysis.end(),
            [&](const base::Section& known) { return known.section == section; });
        if (it == m_analysis.analysis.end()) {
            m_analysis.analysis.push_back({section, {}});
            it = std::prev(m_analysis.analysis.end());
        }
        base::Provenance provenance = claim.provenance;
        if (claim.grade == base::Grade::C)
            provenance.evidence.clear();
        it->sentences.push_back({*sentence, claim.grade, std::move(provenance), {claim.id}});
    }

    void makeIdea(const DecisionRule& rule)
    {
        if (m_reading.certainty < rule.minCertainty || m_reading.certainty >= rule.maxCertainty
            || !found(rule.needs))
            return;
        if (!m_made.contains(rule.claims.front()))
            return;
        base::Decision idea;
        idea.kind = rule.kind;
        const std::optional<std::string> title = realise(rule.title, m_slots, false);
        const std::optional<std::string> entry = realise(rule.entry, m_slots, false);
        const std::optional<std::string> invalidation = realise(rule.invalidation, m_slots, false);
        const std::optional<std::string> risk = realise(rule.risk, m_slots, false);
        if (!title || !entry || !invalidation || !risk)
            return;
        idea.title = *title;
        idea.title.front() = static_cast<char>(idea.title.front() >= 'a' && idea.title.front() <= 'z'
                ? idea.title.front() - 'a' + 'A'
                : idea.title.front());
        idea.entry = *entry;
        idea.invalidation = *invalidation;
        idea.risk = *risk;
        idea.target = realise(rule.target, m_slots, false).value_or(std::string());
        idea.stop = realise(rule.stop, m_slots, false).value_or(std::string());
        bool listed = false;
        for (const LegRule& leg : rule.legs) {
            const RoleRule& role = m_playbook.roles.at(leg.role);
            const std::optional<std::string> name = realise(role.brief, m_slots, false);
            if (!name)
                return;
            idea.legs.push_back({leg.side, *name, role.instrument});
            listed = listed || !role.instrument.empty();
        }
        double strength = 0;
        int lag = 0;
        bool supported = false;
        for (const std::string& id : rule.claims) {
            const auto made = m_made.find(id);
            if (made == m_made.end())
                continue;
            const base::Claim& claim = m_analysis.claims[made->second];
            strength = std::max(strength, claim.strength);
            if (idea.claims.empty())
                lag = claim.lagMinDays;
            supported = supported || claim.grade != base::Grade::C;
            idea.claims.push_back(claim.id);
            for (const base::Span& span : claim.provenance.evidence)
                addSpan(idea.provenance.evidence, span);
        }
        std::sort(idea.provenance.evidence.begin(), idea.provenance.evidence.end());
        idea.provenance.rules = {"playbook/" + m_playbook.id + '#' + rule.id};
        idea.grade = supported ? base::Grade::B : base::Grade::C;
        if (rule.maxDays < lag)
            return; // ends before its effect begins
        idea.horizon = {rule.minDays, rule.maxDays, horizonText(rule.minDays, rule.maxDays)};
        ConvictionParts parts;
        parts.certainty = m_reading.certainty;
        parts.strength = std::min(1.0, strength + rule.weight * 0.5);
        parts.specificity = m_playbook.facts.empty()
            ? 0.5
            : static_cast<double>(m_facts.size()) / static_cast<double>(m_playbook.facts.size());
        parts.purity = listed ? 0.8 : 0.5;
        parts.catalyst = rule.weight;
        parts.soft = m_reading.mode == base::Mode::Explainer || m_reading.mode == base::Mode::Opinion;
        idea.conviction = conviction(parts);
        idea.text = ideaText(idea, realise(rule.thesis, m_slots, true).value_or(std::string()));
        m_analysis.decisions.push_back(std::move(idea));
    }

    const Reading& m_reading;
    const Playbook& m_playbook;
    base::Analysis& m_analysis;
    const Phrasing& m_phrasing;
    std::map<std::string, FoundFact> m_facts;
    Slots m_slots;
    int m_assumed = 0;
    std::map<std::string, std::size_t> m_made; // claim rule → index in m_analysis.claims
};

// The playbook that fits best: its events weigh by certainty; its theme must be what the article is about.
const Playbook* choosePlaybook(const Pack& pack, const Reading& reading)
{
    const Playbook* best = nullptr;
    double bestWeight = 0;
    for (const Playbook& playbook : pack.playbooks->playbooks()) {
        if (!playbook.tags.empty()) {
            bool fits = false;
            for (std::size_t at = 0; at < reading.entities.size() && !fits; ++at)
                fits = reading.entities[at].relevance >= 45 && carries(reading.facts[at], playbook.tags);
            if (!fits)
                continue;
        }
        double weight = 0;
        for (const base::Event& event : reading.events) {
            const bool its = std::find(playbook.events.begin(), playbook.events.end(), event.type)
                != playbook.events.end();
            // News is of what its head tells; an explainer may bring its point later.
            const bool of = reading.mode == base::Mode::Explainer || prominence(reading, event) > 0.5;
            if (its && of && event.modality != base::Modality::Denied)
                weight += std::max(event.certainty, 0.3);
        }
        if (weight > 0 && weight + playbook.priority > bestWeight) {
            best = &playbook;
            bestWeight = weight + playbook.priority;
        }
    }
    return best;
}

} // namespace

void reason(const Pack& pack, const Reading& reading, base::Analysis& analysis)
{
    if (const Playbook* playbook = choosePlaybook(pack, reading))
        PlaybookReasoner(pack, reading, *playbook, analysis).run();
    reasonGenerically(pack, reading, analysis);
    analysis.decisions = selectIdeas(std::move(analysis.decisions));
}

} // namespace engine
