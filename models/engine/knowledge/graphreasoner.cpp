// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "graphreasoner.h"

#include <base/strings.h>
#include <engine/decisions/ideas.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/graph.h>
#include <engine/knowledge/playbooks.h>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t MaxEvents = 2;
constexpr std::size_t EnoughSections = 4;
constexpr std::size_t EnoughIdeas = 3;
constexpr std::size_t MaxOfSection = 2; // sentences
constexpr double WorthSaying = 0.12; // |net| of a node
constexpr double WorthTrading = 0.3;
constexpr double Done = 0.9; // certainty of what has happened
constexpr int Later = 91; // days: from here on an effect is of second order

// One node with all that moves it, over the drivers of one event.
struct Moved {
    const NodeEffect* effect = nullptr; // of the driver that moves it most
    double gain = 0; // 0…1, of all drivers
    double loss = 0;
    std::uint32_t driver = 0;
    int driverSign = 0;

    double net() const { return gain - loss; }
    const std::vector<std::uint32_t>& path() const { return effect->path; }
    bool ambiguous() const { return NodeEffect{0, gain, loss, {}}.ambiguous(); }
};

class GraphReasoner final {
public:
    GraphReasoner(const Pack& pack, const Reading& reading, ArticleSlots& slots, WordingChoice& choice,
        base::Analysis& analysis)
        : m_pack(pack)
        , m_graph(*pack.graph)
        , m_reading(reading)
        , m_given(slots)
        , m_choice(choice)
        , m_analysis(analysis)
    {
    }

    void run()
    {
        if (m_analysis.analysis.size() >= EnoughSections && m_analysis.decisions.size() >= EnoughIdeas)
            return; // the playbooks have said it all
        for (const base::Section& section : m_analysis.analysis) {
            for (const base::Sentence& sentence : section.sentences)
                m_said += base::lowerAscii(sentence.text);
        }
        std::size_t told = 0;
        for (const base::Event& event : m_reading.events) {
            if (told >= MaxEvents)
                break;
            if (event.modality == base::Modality::Historical || event.modality == base::Modality::Denied
                || (told > 0 && prominence(m_reading, event) < 0.75))
                continue;
            m_slots = m_given.of(event);
            if (!isAboutSomebody(m_reading, event, m_slots))
                continue;
            const std::vector<Moved> moved = movedBy(event);
            if (moved.empty())
                continue;
            ++told;
            speak(event, moved);
            propose(event, moved);
        }
    }

private:
    bool holds(const std::string& condition, const base::Event& event) const
    {
        if (condition.empty())
            return true;
        const std::size_t colon = condition.find(':');
        if (colon == std::string::npos)
            return false;
        const std::string part = condition.substr(0, colon);
        const std::string value = condition.substr(colon + 1);
        if (part == "theme" || part == "sector") {
            for (std::size_t at = 0; at < m_reading.entities.size(); ++at) {
                const base::Entity& entity = m_reading.entities[at];
                const EntityFacts& facts = m_reading.facts[at];
                // A sector is that of who acts or suffers, not of whoever is spoken of beside them.
                const bool party = entity.id == event.subject || entity.id == event.object;
                const bool leading
                    = party || entity.id == event.theme || (part == "theme" && entity.relevance >= 45);
                const bool fits = part == "sector"
                    ? facts.sector == value
                    : entity.id == value
                        || std::find(facts.tags.begin(), facts.tags.end(), value) != facts.tags.end();
                if (leading && fits)
                    return true;
            }
            return false;
        }
        const base::Entity* entity
            = findEntity(m_reading, part == "subject" ? event.subject : event.object);
        return entity != nullptr && (entity->kind == value || entity->id == value);
    }

    // Who is moved by the event's drivers, most first; each node by the driver that moves it most.
    std::vector<Moved> movedBy(const base::Event& event) const
    {
        std::vector<Moved> all;
        std::vector<std::uint32_t> places(m_graph.nodes().size(), 0); // by node: 1 + index in all, 0 for none
        std::vector<std::uint32_t> taken; // a driver is moved once, by whichever row fits first
        for (const EventDriver& driver : m_graph.drivers(event.type)) {
            const int sign = driver.relative ? driver.sign * event.polarity : driver.sign;
            const bool before = std::find(taken.begin(), taken.end(), driver.driver) != taken.end();
            if (sign == 0 || before || !holds(driver.condition, event))
                continue;
            taken.push_back(driver.driver);
            for (const NodeEffect& effect : m_graph.moved(driver.driver, sign)) {
                std::uint32_t& place = places[effect.node];
                if (place == 0) {
                    all.push_back({&effect, effect.gain, effect.loss, driver.driver, sign});
                    place = static_cast<std::uint32_t>(all.size());
                    continue;
                }
                Moved& known = all[place - 1];
                if (std::abs(effect.net()) > std::abs(known.net())) {
                    known.effect = &effect;
                    known.driver = driver.driver;
                    known.driverSign = sign;
                }
                known.gain = 1 - (1 - known.gain) * (1 - effect.gain);
                known.loss = 1 - (1 - known.loss) * (1 - effect.loss);
            }
        }
        std::stable_sort(all.begin(), all.end(), [](const Moved& a, const Moved& b) {
            return std::abs(a.net()) > std::abs(b.net());
        });
        return all;
    }

    std::pair<int, int> lagOf(const Moved& moved) const
    {
        std::pair<int, int> lag{0, 0};
        for (const std::uint32_t at : moved.path()) {
            lag.first += m_graph.edges()[at].lagMin;
            lag.second += m_graph.edges()[at].lagMax;
        }
        return lag;
    }

    // "higher oil prices": how the driver moves, and after it the last driver on the path.
    std::string movementOf(const Moved& moved) const
    {
        const KnowledgeNode& driver = m_graph.nodes()[moved.driver];
        return moved.driverSign > 0 ? driver.up : driver.down;
    }

    std::string betweenOf(const Moved& moved) const
    {
        if (moved.path().size() < 2)
            return {};
        int sign = moved.driverSign;
        for (std::size_t at = 0; at + 1 < moved.path().size(); ++at)
            sign *= m_graph.edges()[moved.path()[at]].sign;
        const KnowledgeEdge& last = m_graph.edges()[moved.path().back()];
        const KnowledgeNode& node = m_graph.nodes()[last.from];
        return node.isDriver() ? (sign > 0 ? node.up : node.down) : std::string();
    }

    bool mentioned(const std::string& words) const
    {
        return m_said.find(base::lowerAscii(words)) != std::string::npos;
    }

    std::size_t sentencesOf(std::string_view name) const
    {
        const auto it = std::find_if(m_analysis.analysis.begin(), m_analysis.analysis.end(),
            [&](const base::Section& section) { return section.section == name; });
        return it == m_analysis.analysis.end() ? 0 : it->sentences.size();
    }

    void speak(const base::Event& event, const std::vector<Moved>& moved)
    {
        const bool alone = m_analysis.analysis.empty();
        for (const Moved& one : moved) {
            const double net = one.net();
            const bool open = one.ambiguous();
            if (std::abs(net) < WorthSaying && !open)
                continue;
            const bool direct = one.path().size() == 1 && lagOf(one).first < Later;
            const std::string_view section = open ? "Key risk"
                : direct && alone && sentencesOf("Implication") < MaxOfSection
                ? "Implication"
                : !direct ? "Second order" : net > 0 ? "Winners" : "Losers";
            const bool missing = sentencesOf(section) == 0;
            if (!missing && (!alone || sentencesOf(section) >= MaxOfSection))
                continue;
            if (!alone && !missing && m_analysis.analysis.size() >= EnoughSections)
                continue;
            if (mentioned(m_graph.nodes()[one.effect->node].name))
                continue;
            say(event, one, std::string(section), open);
        }
    }

    void say(const base::Event& event, const Moved& one, const std::string& section, bool open)
    {
        const KnowledgeNode& node = m_graph.nodes()[one.effect->node];
        const std::string between = betweenOf(one);
        m_slots["node"] = node.name;
        m_slots["moved"] = movementOf(one);
        m_slots["between"] = between;
        m_slots["mechanism"] = m_graph.edges()[one.path().back()].mechanism;
        const double net = one.net();
        const std::string kind = open ? "open"
            : between.empty()         ? (net > 0 ? "gain" : "loss")
                                      : (net > 0 ? "later_gain" : "later_loss");
        const std::optional<std::string> text
            = m_choice.choose(m_pack.wording->constructions(kind), m_slots, node.id, true);
        if (!text || m_pack.wording->isFiller(*text))
            return;
        base::Claim claim;
        claim.id = "c" + std::to_string(m_analysis.claims.size() + 1);
        claim.predicate = open ? "depends" : net > 0 ? "gains" : "loses";
        claim.subject = "node:" + node.id;
        claim.sign = open ? 0 : net > 0 ? 1 : -1;
        claim.strength = std::round(std::abs(net) * event.certainty * 1000) / 1000;
        std::tie(claim.lagMinDays, claim.lagMaxDays) = lagOf(one);
        claim.grade = gradeBehind(event);
        claim.provenance.evidence = {event.provenance.evidence.front()};
        for (const std::uint32_t at : one.path()) {
            const KnowledgeEdge& edge = m_graph.edges()[at];
            claim.provenance.rules.push_back("edge:" + m_graph.nodes()[edge.from].id
                + (edge.sign < 0 ? ">-" : ">") + m_graph.nodes()[edge.to].id);
        }
        auto it = std::find_if(m_analysis.analysis.begin(), m_analysis.analysis.end(),
            [&](const base::Section& known) { return known.section == section; });
        if (it == m_analysis.analysis.end()) {
            m_analysis.analysis.push_back({section, {}});
            it = std::prev(m_analysis.analysis.end());
        }
        it->sentences.push_back({*text, claim.grade, claim.provenance, {claim.id}});
        m_choice.said(*text);
        m_said += base::lowerAscii(*text);
        m_spoken.emplace_back(one.effect->node, m_analysis.claims.size());
        m_analysis.claims.push_back(std::move(claim));
    }

    void propose(const base::Event& event, const std::vector<Moved>& moved)
    {
        for (const Moved& one : moved) {
            if (m_analysis.decisions.size() >= EnoughIdeas)
                return;
            const auto spoken = std::find_if(m_spoken.begin(), m_spoken.end(),
                [&](const auto& of) { return of.first == one.effect->node; });
            if (spoken == m_spoken.end() || one.ambiguous())
                continue;
            idea(event, one, m_analysis.claims[spoken->second]);
        }
    }

    void idea(const base::Event& event, const Moved& one, const base::Claim& claim)
    {
        const KnowledgeNode& node = m_graph.nodes()[one.effect->node];
        const Instrument* instrument = m_graph.instrument(node.instrument);
        const double certainty = std::min(m_reading.certainty, event.certainty);
        const double net = one.net();
        const bool trade = instrument != nullptr && certainty >= Done && std::abs(net) >= WorthTrading
            && m_reading.mode == base::Mode::News;
        base::Decision decision;
        decision.kind = !trade ? "watch" : net > 0 ? "long" : "short";
        decision.legs = {{decision.kind, node.name, node.instrument}};
        m_slots["node"] = node.name;
        m_slots["moved"] = movementOf(one);
        m_slots["mechanism"] = m_graph.edges()[one.path().back()].mechanism;
        m_slots["instrument"] = node.instrument;
        if (instrument != nullptr)
            m_slots["sigma"] = base::fixed(instrument->sigma, 1);
        const auto text = [&](const std::string& kind) {
            return m_choice.choose(m_pack.wording->constructions(kind), m_slots, node.id + kind, false)
                .value_or(std::string());
        };
        decision.title = text(trade ? (net > 0 ? "long_title" : "short_title") : "watch_title");
        decision.entry = text(trade ? "trade_entry" : "watch_entry");
        decision.target = trade ? "1.5\u20132R" : std::string();
        decision.stop = trade ? text("trade_stop") : std::string();
        decision.risk = text(trade ? "trade_risk" : "watch_risk");
        std::tie(decision.invalidation, decision.invalidationWhen) = invalidationOf(event, text("unmoved"));
        if (decision.title.empty() || decision.entry.empty() || decision.invalidation.empty()
            || decision.risk.empty())
            return;
        decision.title.front() = static_cast<char>(
            decision.title.front() >= 'a' && decision.title.front() <= 'z' ? decision.title.front() - 'a' + 'A'
                                                                           : decision.title.front());
        const auto [low, high] = lagOf(one);
        const int from = std::max(1, low);
        const int to = std::max({from, high, 14});
        decision.horizon = {from, to, horizonText(from, to)};
        decision.grade = claim.grade;
        decision.provenance = claim.provenance;
        decision.claims = {claim.id};
        ConvictionParts parts;
        parts.certainty = certainty;
        parts.strength = std::abs(net);
        parts.specificity = m_slots.contains("figure") ? 0.6 : 0.4;
        parts.purity = instrument == nullptr ? 0.4 : instrument->purity;
        parts.catalyst = trade ? 0.5 : 0.2;
        parts.soft = m_reading.mode == base::Mode::Explainer || m_reading.mode == base::Mode::Opinion;
        decision.conviction = trade ? conviction(parts) : std::min(conviction(parts), 0.4);
        decision.text = ideaText(
            decision, thesis(net), occasionOf(m_reading, m_slots), tellingNames(m_reading, m_slots));
        m_analysis.decisions.push_back(std::move(decision));
    }

    std::string thesis(double net) const
    {
        return realise(net > 0 ? "{moved} {will} help, since {mechanism}" : "{moved} {will} hurt, since {mechanism}",
            m_slots, true)
            .value_or(std::string());
    }

    // What would undo the event, in words and as a query; where nothing does, the move that does not come.
    std::pair<std::string, std::string> invalidationOf(
        const base::Event& event, const std::string& unmoved) const
    {
        const std::vector<EventType>& types = m_pack.events->types();
        const EventType& type = types[static_cast<std::size_t>(m_pack.events->find(event.type))];
        const int reverse = type.reverse.empty() ? -1 : m_pack.events->find(type.reverse);
        if (reverse < 0)
            return {unmoved, {}};
        std::string query = "event:" + type.reverse;
        if (const auto subject = m_slots.find("subject"); subject != m_slots.end())
            query += " entity:\"" + subject->second + '"';
        return {types[static_cast<std::size_t>(reverse)].label + " is reported", query};
    }

    const Pack& m_pack;
    const KnowledgeGraph& m_graph;
    const Reading& m_reading;
    ArticleSlots& m_given;
    WordingChoice& m_choice;
    base::Analysis& m_analysis;
    Slots m_slots;
    std::vector<std::pair<std::uint32_t, std::size_t>> m_spoken; // nodes, and the indices of their claims
    std::string m_said; // all that is written, in lower case
};

} // namespace

void reasonOverGraph(const Pack& pack, const Reading& reading, ArticleSlots& slots, WordingChoice& choice,
    base::Analysis& analysis)
{
    GraphReasoner(pack, reading, slots, choice, analysis).run();
}

} // namespace engine
