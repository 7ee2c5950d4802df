// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "playbookreasoner.h"

#include <base/strings.h>
#include <engine/decisions/ideas.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/facts.h>
#include <engine/knowledge/graph.h>
#include <engine/knowledge/slots.h>
#include <engine/prose/choice.h>
#include <engine/prose/wording.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t MaxEvidence = 5;
constexpr int MaxAssumed = 3; // claims that neither the article nor the graph supports
constexpr std::size_t LongSentence = 32; // words; a reason that would pass it becomes a sentence of its own
constexpr double Settled = 0.65; // certainty below which nothing is bought or sold yet
constexpr double Opposed = -0.05; // net effect that forbids a leg

void addSpan(std::vector<base::Span>& spans, const base::Span& span)
{
    if (spans.size() < MaxEvidence && std::find(spans.begin(), spans.end(), span) == spans.end())
        spans.push_back(span);
}

// Works one playbook out on one article.
class PlaybookReasoner final {
public:
    PlaybookReasoner(const Pack& pack, const Reading& reading, ArticleSlots& slots, const ChosenPlaybook& chosen,
        WordingChoice& choice, base::Analysis& analysis)
        : m_pack(pack)
        , m_reading(reading)
        , m_playbook(*chosen.playbook)
        , m_event(*chosen.event)
        , m_analysis(analysis)
        , m_facts(findFacts(m_playbook, reading.document))
        , m_slots(slots.of(m_event))
        , m_choice(choice)
        , m_certainty(std::min(reading.certainty, m_event.certainty))
    {
        // A playbook for materials speaks of the one with the bottleneck.
        if (!m_playbook.tags.empty() && m_slots.contains("theme_adj"))
            m_slots["theme"] = slots.common().at("theme");
        m_eventInFull = m_slots["event"];
        for (const auto& [id, fact] : m_facts) {
            if (!fact.figure.empty())
                m_slots[id] = fact.figure;
            m_slots[id + ".quote"] = fact.quote;
        }
        for (const auto& [id, role] : m_playbook.roles) {
            const RoleRule whole = resolved(role);
            m_slots['@' + id] = whole.name;
            m_slots['#' + id] = whole.brief;
        }
    }

    void run(std::size_t mostClaims)
    {
        const std::size_t before = m_analysis.claims.size();
        for (const ClaimRule& rule : m_playbook.claims) {
            if (m_analysis.claims.size() < before + mostClaims)
                makeClaim(rule);
        }
        m_slots["event"] = m_eventInFull; // each idea stands alone
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

    // The role with what its node in the graph says.
    RoleRule resolved(const RoleRule& role) const
    {
        RoleRule whole = role;
        const int node = role.group.empty() ? -1 : m_pack.graph->find(role.group);
        if (node < 0)
            return whole;
        const KnowledgeNode& known = m_pack.graph->nodes()[static_cast<std::size_t>(node)];
        for (auto [part, value] : {std::pair{&whole.name, &known.name}, {&whole.brief, &known.name},
                 {&whole.instrument, &known.instrument}}) {
            if (part->empty())
                *part = *value;
        }
        return whole;
    }

    // The wording that says most of the article, of those whose facts are there and whose slots are bound.
    std::optional<std::string> choose(const std::string& rule, const std::vector<Wording>& wordings,
        bool sentence, std::vector<std::string>& used)
    {
        std::vector<const Wording*> fitting;
        for (const Wording& wording : wordings) {
            if (found(wording.facts))
                fitting.push_back(&wording);
        }
        const std::optional<SaidWording> said = m_choice.choose(fitting, m_slots, rule, sentence);
        if (!said)
            return std::nullopt;
        used.insert(used.end(), said->wording->facts.begin(), said->wording->facts.end());
        return said->text;
    }

    void makeClaim(const ClaimRule& rule)
    {
        const base::Event* event = rule.events.empty() ? &m_event : eventOf(rule.events);
        const auto there = [this](const std::string& fact) { return m_facts.contains(fact); };
        if (event == nullptr || !found(rule.needs)
            || std::any_of(rule.unless.begin(), rule.unless.end(), there))
            return;
        std::vector<std::string> used = rule.needs;
        std::optional<std::string> core = choose(rule.id, rule.say, false, used);
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
        const std::optional<std::string> reason = choose(rule.id + "/because", rule.because, false, used);
        for (const std::string& fact : rule.facts) {
            if (m_facts.contains(fact))
                used.push_back(fact);
        }
        std::vector<base::Span> evidence;
        for (const std::string& fact : used)
            addSpan(evidence, m_facts.at(fact).clause);
        const KnowledgeEdge* edge = rule.edge.empty() ? nullptr : m_pack.graph->findEdge(rule.edge);
        const bool supported = !evidence.empty() || edge != nullptr;
        if (!supported && ++m_assumed > MaxAssumed)
            return; // a text that supports little gets little
        if (evidence.empty())
            addSpan(evidence, event->provenance.evidence.front());
        claim.grade = supported ? gradeBehind(*event) : base::Grade::C;
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
        if (const std::optional<std::string> then = choose(rule.id + "/then", rule.then, true, thenFacts)) {
            base::Claim further = claim;
            further.provenance.evidence.clear();
            for (const std::string& fact : thenFacts)
                addSpan(further.provenance.evidence, m_facts.at(fact).clause);
            if (further.provenance.evidence.empty() && edge != nullptr)
                further.provenance.evidence = claim.provenance.evidence;
            else if (further.provenance.evidence.empty())
                further.grade = base::Grade::C;
            write(rule.section, *then, further);
        }
        m_made.emplace(rule.id, m_analysis.claims.size());
        m_analysis.claims.push_back(std::move(claim));
    }

    void write(const std::string& section, const std::string& text, const base::Claim& claim)
    {
        std::optional<std::string> sentence = realise(text, m_slots, true);
        if (!sentence || m_pack.wording->isFiller(*sentence))
            return;
        if (const auto company = m_slots.find("company"); company != m_slots.end())
            nameOnce(*sentence, company->second, "the company");
        m_choice.said(*sentence);
        // What was named in full is called by its kind from then on.
        if (!m_eventInFull.empty() && sentence->find(m_eventInFull.substr(1)) != std::string::npos)
            m_slots["event"] = m_slots["event_short"];
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
        if (m_certainty < rule.minCertainty || m_certainty >= rule.maxCertainty || !found(rule.needs)
            || opposed(rule))
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
        if (idea.title.front() >= 'a' && idea.title.front() <= 'z')
            idea.title.front() = static_cast<char>(idea.title.front() - 'a' + 'A');
        idea.entry = contingent(rule) ? "only once " + confirmation() + "; then " + *entry : *entry;
        idea.entryWhen = realise(rule.entryWhen, m_slots, false).value_or(std::string());
        idea.invalidationWhen = realise(rule.invalidationWhen, m_slots, false).value_or(std::string());
        idea.invalidation = *invalidation;
        idea.risk = *risk;
        idea.target = realise(rule.target, m_slots, false).value_or(std::string());
        idea.stop = realise(rule.stop, m_slots, false).value_or(std::string());
        bool listed = false;
        for (const LegRule& leg : rule.legs) {
            const RoleRule role = resolved(m_playbook.roles.at(leg.role));
            const std::optional<std::string> name = realise(role.brief, m_slots, false);
            if (!name)
                return;
            idea.legs.push_back(
                {leg.side, *name, realise(role.instrument, m_slots, false).value_or(std::string())});
            listed = listed || !idea.legs.back().instrument.empty();
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
        parts.certainty = m_certainty;
        parts.strength = std::min(1.0, strength + rule.weight * 0.5);
        parts.specificity = m_playbook.facts.empty()
            ? 0.5
            : static_cast<double>(m_facts.size()) / static_cast<double>(m_playbook.facts.size());
        parts.purity = listed ? 0.8 : 0.5;
        parts.catalyst = rule.weight;
        parts.soft = m_reading.mode == base::Mode::Explainer || m_reading.mode == base::Mode::Opinion;
        idea.conviction = conviction(parts);
        idea.text = ideaText(idea, realise(rule.thesis, m_slots, true).value_or(std::string()),
            occasionOf(m_reading, m_slots), tellingNames(m_reading, m_slots));
        m_analysis.decisions.push_back(std::move(idea));
    }

    // Whether a leg goes against what the claims say of its role, taken together.
    bool opposed(const DecisionRule& rule) const
    {
        for (const LegRule& leg : rule.legs) {
            const double side = leg.side == "long" || leg.side == "buy" ? 1
                : leg.side == "short" || leg.side == "sell"             ? -1
                                                                        : 0;
            double net = 0;
            for (const auto& [id, at] : m_made) {
                const base::Claim& claim = m_analysis.claims[at];
                net += claim.subject == "role:" + leg.role ? claim.sign * claim.strength : 0;
            }
            if (side * net < Opposed)
                return true;
        }
        return false;
    }

    bool contingent(const DecisionRule& rule) const
    {
        return m_certainty < Settled && m_reading.mode != base::Mode::Explainer && rule.kind != "watch"
            && rule.kind != "hedge" && rule.kind != "exit";
    }

    std::string confirmation() const
    {
        return realise(m_playbook.confirm, m_slots, false).value_or("it is confirmed");
    }

    const Pack& m_pack;
    const Reading& m_reading;
    const Playbook& m_playbook;
    const base::Event& m_event;
    base::Analysis& m_analysis;
    std::map<std::string, FoundFact> m_facts;
    Slots m_slots;
    std::string m_eventInFull;
    WordingChoice& m_choice;
    double m_certainty;
    int m_assumed = 0;
    std::map<std::string, std::size_t> m_made; // claim rule → index in m_analysis.claims
};

bool carries(const EntityFacts& facts, const std::vector<std::string>& tags)
{
    return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
        return std::find(facts.tags.begin(), facts.tags.end(), tag) != facts.tags.end();
    });
}

// Whether what the article is about carries one of the playbook's tags.
bool themeFits(const Playbook& playbook, const Reading& reading)
{
    if (playbook.tags.empty())
        return true;
    for (std::size_t at = 0; at < reading.entities.size(); ++at) {
        if (reading.entities[at].relevance >= 45 && carries(reading.facts[at], playbook.tags))
            return true;
    }
    return false;
}

// Whether title or lead names a party of the event, or the text tells it more than once.
bool headNames(const Reading& reading, const base::Event& event)
{
    if (event.provenance.evidence.size() > 1)
        return true;
    for (const Mention& mention : reading.mentions) {
        const std::string& id = reading.entities[mention.entity].id;
        const bool party = id == event.subject || id == event.object || id == event.theme;
        if (party && !id.empty() && reading.document.sentences[mention.sentence].zone != Zone::Body)
            return true;
    }
    return false;
}

// Whether the company it befalls is of the trade the playbook speaks of, as far as that is known.
bool sectorFits(const Playbook& playbook, const Reading& reading, const base::Event& event)
{
    if (playbook.sectors.empty())
        return true;
    for (const std::string& id : {event.object, event.subject}) {
        for (std::size_t at = 0; at < reading.entities.size(); ++at) {
            if (reading.entities[at].id == id && reading.entities[at].kind == "company"
                && !reading.facts[at].sector.empty())
                return std::find(playbook.sectors.begin(), playbook.sectors.end(), reading.facts[at].sector)
                    != playbook.sectors.end();
        }
    }
    return true;
}

// The event that calls for the playbook, and how much.
ChosenPlaybook fitOf(const Pack& pack, const Reading& reading, ArticleSlots& slots, const Playbook& playbook)
{
    constexpr double PriorityStep = 0.06;
    constexpr double Further = 0.1; // of a further event of the playbook
    ChosenPlaybook fit{&playbook, nullptr, 0};
    if (!themeFits(playbook, reading))
        return fit;
    double best = 0;
    for (const base::Event& event : reading.events) {
        if (std::find(playbook.events.begin(), playbook.events.end(), event.type) == playbook.events.end()
            || event.modality == base::Modality::Denied || event.modality == base::Modality::Historical
            || (playbook.sign != 0 && event.polarity != playbook.sign)
            || !sectorFits(playbook, reading, event))
            continue;
        const double seen = prominence(reading, event);
        // News is of what its head tells; an explainer may bring its point later, and so does a text whose head
        // tells nothing: then what its impact was measured by is what it is of, if the head names who it befalls.
        if (reading.mode != base::Mode::Explainer && seen <= 0.5
            && (&event != &reading.events.front() || !headNames(reading, event)))
            continue;
        const auto type = static_cast<std::size_t>(pack.events->find(event.type));
        const double weight
            = pack.events->types()[type].prior * std::max(event.certainty, 0.3) * seen * seen;
        fit.weight += Further * weight;
        if (weight > best) {
            best = weight;
            fit.event = &event;
        }
    }
    if (fit.event == nullptr)
        return fit;
    if (!playbook.needs.empty()) {
        const Slots& given = slots.of(*fit.event);
        for (const std::string& slot : playbook.needs) {
            const auto bound = given.find(slot);
            if (bound == given.end() || bound->second.empty())
                return {&playbook, nullptr, 0};
        }
    }
    fit.weight += best + PriorityStep * playbook.priority;
    return fit;
}

// Whether one of the two events undoes the other.
bool oppose(const Pack& pack, const base::Event& a, const base::Event& b)
{
    const std::vector<EventType>& types = pack.events->types();
    const auto reverse = [&](const base::Event& event) {
        return types[static_cast<std::size_t>(pack.events->find(event.type))].reverse;
    };
    return reverse(a) == b.type || reverse(b) == a.type;
}

// Two playbooks of one theme are two readings of it, and one text gets one.
bool sameTheme(const Playbook& a, const Playbook& b)
{
    return std::any_of(a.tags.begin(), a.tags.end(), [&](const std::string& tag) {
        return std::find(b.tags.begin(), b.tags.end(), tag) != b.tags.end();
    });
}

} // namespace

std::vector<ChosenPlaybook> choosePlaybooks(const Pack& pack, const Reading& reading, ArticleSlots& slots)
{
    constexpr double WorthAdding = 0.6; // of the best one's weight
    std::vector<ChosenPlaybook> fits;
    const std::vector<Playbook>& playbooks = pack.playbooks->playbooks();
    std::vector<bool> called(playbooks.size(), false);
    for (const base::Event& event : reading.events) {
        for (const std::uint32_t at : pack.playbooks->of(event.type))
            called[at] = true;
    }
    for (std::size_t at = 0; at < playbooks.size(); ++at) {
        if (!called[at])
            continue;
        if (ChosenPlaybook fit = fitOf(pack, reading, slots, playbooks[at]); fit.event != nullptr)
            fits.push_back(fit);
    }
    std::stable_sort(fits.begin(), fits.end(),
        [](const ChosenPlaybook& a, const ChosenPlaybook& b) { return a.weight > b.weight; });
    std::vector<ChosenPlaybook> chosen;
    for (const ChosenPlaybook& fit : fits) {
        if (chosen.empty()) {
            chosen.push_back(fit);
            continue;
        }
        const base::Event& first = *chosen.front().event;
        if (fit.weight >= WorthAdding * chosen.front().weight && fit.event->type != first.type
            && fit.event->provenance.evidence.front() != first.provenance.evidence.front()
            && !oppose(pack, *fit.event, first) && !sameTheme(*fit.playbook, *chosen.front().playbook)) {
            chosen.push_back(fit);
            break;
        }
    }
    return chosen;
}

void followPlaybook(const Pack& pack, const Reading& reading, ArticleSlots& slots, const ChosenPlaybook& chosen,
    std::size_t mostClaims, WordingChoice& choice, base::Analysis& analysis)
{
    PlaybookReasoner(pack, reading, slots, chosen, choice, analysis).run(mostClaims);
}

} // namespace engine
