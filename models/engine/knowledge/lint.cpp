// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "lint.h"

#include <base/strings.h>
#include <engine/analyser.h>
#include <engine/entities/gazetteer.h>
#include <engine/events/eventrules.h>
#include <engine/knowledge/graph.h>
#include <engine/knowledge/playbooks.h>
#include <engine/prose/wording.h>
#include <engine/toml.h>

#include <algorithm>
#include <map>
#include <set>

namespace engine {

namespace {

using Names = std::vector<std::string_view>;

const Names Sections{"Implication", "Second order", "Winners", "Losers", "Timing", "Key risk", "Contrarian",
    "What to prefer"};
const Names Kinds{"long", "short", "long_short", "pair", "options", "put_options", "curve", "fx", "hedge",
    "fade", "exit", "watch"};
const Names Sides{"long", "short", "buy", "sell", "hedge", "watch"};
// What slots.cpp can fill.
const Names CommonSlots{"will", "event", "what", "subject", "object", "theme", "theme_adj", "company",
    "ticker", "subject_ticker", "object_ticker", "country", "currency", "central_bank", "home", "figure",
    "from", "to", "expected", "when", "sector", "sector_adj", "sector_fund", "suppliers", "customers",
    "sector_cost", "sector_demand", "gov", "dom", "share", "years", "uses", "stat_source", "move",
    "expected_move"};

bool contains(const Names& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Linter final {
public:
    explicit Linter(const base::ResourceFiles& files)
        : m_files(files)
    {
    }

    std::vector<LintFinding> run()
    {
        checkMembers();
        base::Result<std::shared_ptr<const Pack>> pack = loadPack(m_files);
        if (!pack) {
            find(pack.error().context.empty() ? "pack" : pack.error().context, pack.error().message);
            return std::move(m_findings);
        }
        m_pack = std::move(pack).value();
        checkGraph();
        for (const Playbook& playbook : m_pack->playbooks->playbooks())
            check(playbook);
        checkCover();
        for (const Playbook& playbook : m_pack->playbooks->playbooks())
            runTests(playbook);
        std::stable_sort(m_findings.begin(), m_findings.end(),
            [](const LintFinding& a, const LintFinding& b) { return a.error > b.error; });
        return std::move(m_findings);
    }

private:
    void find(const std::string& place, const std::string& text) { m_findings.push_back({place, text, true}); }
    void warn(const std::string& place, const std::string& text)
    {
        m_findings.push_back({place, text, false});
    }

    void membersOf(const TomlValue& table, const std::string& file, const Names& known)
    {
        for (const TomlValue& member : table.items) {
            if (!contains(known, member.key))
                find(placeOf(file, member), "nothing reads the member " + std::string(member.key));
        }
    }

    void membersOfEach(const TomlValue& table, const std::string& file, std::string_view name,
        const Names& known)
    {
        for (const TomlValue* row : tables(table, name))
            membersOf(*row, file, known);
    }

    // Members that no reader knows: most often a misspelt one.
    void checkMembers()
    {
        for (const auto& [name, text] : m_files) {
            if (!name.starts_with("playbooks/") || !name.ends_with(".toml"))
                continue;
            const base::Result<TomlDocument> document = readToml(m_files, name);
            if (!document)
                continue; // loading says so
            const TomlValue& table = document->root;
            membersOf(table, name,
                {"id", "events", "tags", "priority", "sign", "needs", "sectors", "confirm", "role", "fact", "claim",
                    "decision", "test"});
            membersOfEach(table, name, "fact", {"id", "any", "also", "quantity"});
            membersOfEach(table, name, "claim",
                {"id", "section", "predicate", "subject", "object", "sign", "strength", "lag", "events",
                    "facts", "needs", "unless", "edge", "say", "because", "then"});
            membersOfEach(table, name, "decision",
                {"id", "kind", "title", "legs", "horizon", "thesis", "entry", "entry_when", "target", "stop",
                    "invalidation", "invalidation_when", "risk", "claims", "needs", "min_certainty",
                    "max_certainty", "weight"});
            membersOfEach(table, name, "test", {"text", "applies", "claims", "not"});
            if (const TomlValue* roles = table.table("role")) {
                for (const TomlValue& role : roles->items)
                    membersOf(role, name, {"group", "name", "brief", "instrument"});
            }
        }
    }

    bool eventKnown(const std::string& event) const { return m_pack->events->find(event) >= 0; }

    bool instrumentKnown(const std::string& ticker) const
    {
        return m_pack->graph->instrument(ticker) != nullptr
            || m_pack->gazetteer->findTicker(ticker, 0) >= 0;
    }

    void checkGraph()
    {
        const KnowledgeGraph& graph = *m_pack->graph;
        std::map<std::pair<std::uint32_t, std::uint32_t>, const KnowledgeEdge*> pairs;
        std::map<std::string, const KnowledgeEdge*> mechanisms;
        std::set<std::uint32_t> sources;
        for (const KnowledgeEdge& edge : graph.edges()) {
            sources.insert(edge.from);
            const auto [known, fresh] = pairs.emplace(std::pair{edge.from, edge.to}, &edge);
            if (!fresh)
                find(edge.place,
                    known->second->sign == edge.sign ? "stands already at " + known->second->place
                                                     : "contradicts " + known->second->place);
            if (edge.mechanism.empty() || edge.source.empty())
                find(edge.place, "an edge needs a mechanism and a source");
            if (edge.mechanism.ends_with('.'))
                find(edge.place, "a mechanism is a clause without a stop");
            if (!mechanisms.emplace(edge.mechanism, &edge).second)
                warn(edge.place, "repeats the mechanism of " + mechanisms[edge.mechanism]->place);
        }
        for (const KnowledgeNode& node : graph.nodes()) {
            if (!node.instrument.empty() && !instrumentKnown(node.instrument))
                find(node.place, "no instrument " + node.instrument);
            for (const std::string& entity : node.entities) {
                if (m_pack->gazetteer->find(entity) < 0)
                    find(node.place, "no entity " + entity);
            }
        }
        for (const Instrument& instrument : graph.instruments()) {
            if (!instrument.node.empty() && graph.find(instrument.node) < 0)
                find(instrument.place, "no node " + instrument.node);
        }
        for (const auto& [event, drivers] : graph.allDrivers()) {
            if (!eventKnown(event))
                find("knowledge/eventdrivers.tsv", "no event " + event);
            for (const EventDriver& driver : drivers) {
                if (!sources.contains(driver.driver))
                    warn("knowledge/eventdrivers.tsv",
                        graph.nodes()[driver.driver].id + ", moved by " + event + ", moves nothing");
            }
        }
        for (const auto& [event, patterns] : graph.allNominals()) {
            if (!eventKnown(event))
                find("knowledge/nominals.tsv", "no event " + event);
            for (const std::string& pattern : patterns)
                checkSlots("knowledge/nominals.tsv", pattern, {});
        }
    }

    void checkSlots(const std::string& place, std::string_view text, const std::set<std::string>& own)
    {
        constexpr std::string_view Possessive = "\u2019s";
        for (std::size_t open = text.find('{'); open != std::string_view::npos;
             open = text.find('{', open + 1)) {
            const std::size_t close = text.find('}', open);
            if (close == std::string_view::npos) {
                find(place, "a slot is not closed: " + std::string(text));
                return;
            }
            std::string name(text.substr(open + 1, close - open - 1));
            if (base::endsWith(name, Possessive))
                name.resize(name.size() - Possessive.size());
            if (!contains(CommonSlots, name) && !own.contains(name))
                find(place, "nothing fills {" + name + "}");
        }
        if (m_pack->wording->isFiller(text))
            find(place, "says nothing: " + std::string(text));
    }

    void check(const Playbook& playbook)
    {
        std::set<std::string> own;
        std::set<std::string> ids;
        for (const FactRule& fact : playbook.facts) {
            if (!ids.insert("fact " + fact.id).second)
                find(fact.place, "a second fact " + fact.id);
            if (fact.quantity)
                own.insert(fact.id);
            own.insert(fact.id + ".quote");
        }
        for (const auto& [id, role] : playbook.roles) {
            own.insert('@' + id);
            own.insert('#' + id);
            if (!role.group.empty() && m_pack->graph->find(role.group) < 0)
                find(playbook.place, "role " + id + ": no node " + role.group);
            if (role.group.empty() && role.name.empty())
                find(playbook.place, "role " + id + " needs a group or a name");
            if (!role.instrument.empty() && role.instrument.front() != '{'
                && !instrumentKnown(role.instrument))
                find(playbook.place, "role " + id + ": no instrument " + role.instrument);
        }
        for (const auto& [id, role] : playbook.roles) {
            for (const std::string* text : {&role.name, &role.brief, &role.instrument})
                checkSlots(playbook.place, *text, own);
        }
        for (const std::string& event : playbook.events) {
            if (!eventKnown(event))
                find(playbook.place, "no event " + event);
        }
        for (const std::string& slot : playbook.needs) {
            if (!contains(CommonSlots, slot))
                find(playbook.place, "nothing fills {" + slot + "}");
        }
        for (const std::string& sector : playbook.sectors) {
            if (m_pack->graph->sector(sector) == nullptr)
                find(playbook.place, "no sector " + sector);
        }
        checkSlots(playbook.place, playbook.confirm, own);
        for (const ClaimRule& claim : playbook.claims) {
            if (!ids.insert("claim " + claim.id).second)
                find(claim.place, "a second claim " + claim.id);
            check(claim, own);
        }
        for (const DecisionRule& decision : playbook.decisions) {
            if (!ids.insert("decision " + decision.id).second)
                find(decision.place, "a second decision " + decision.id);
            check(playbook, decision, own);
        }
    }

    void check(const ClaimRule& claim, const std::set<std::string>& own)
    {
        if (!contains(Sections, claim.section))
            find(claim.place, "no section " + claim.section);
        if (!claim.edge.empty() && m_pack->graph->findEdge(claim.edge) == nullptr)
            find(claim.place, "no edge " + claim.edge);
        if (claim.edge.empty() && claim.facts.empty() && claim.needs.empty())
            warn(claim.place, "rests on neither a fact nor an edge: an assumption");
        if (claim.lagMin > claim.lagMax)
            find(claim.place, "the lag ends before it begins");
        for (const std::string& event : claim.events) {
            if (!eventKnown(event))
                find(claim.place, "no event " + event);
        }
        std::size_t plain = 0;
        for (const std::vector<Wording>* wordings : {&claim.say, &claim.because, &claim.then}) {
            for (const Wording& wording : *wordings) {
                checkSlots(claim.place, wording.text, own);
                for (const std::string& fact : wording.facts) {
                    if (!own.contains(fact + ".quote"))
                        find(claim.place, "no fact " + fact);
                }
                const auto [known, fresh] = m_texts.emplace(wording.text, claim.place);
                if (!fresh)
                    find(claim.place, "repeats a sentence of " + known->second);
                plain += wordings == &claim.say && wording.facts.empty() ? 1 : 0;
            }
        }
        if (plain < 2 && claim.needs.empty())
            warn(claim.place, "fewer than two wordings without facts: it will read the same everywhere");
    }

    void check(const Playbook& playbook, const DecisionRule& decision, const std::set<std::string>& own)
    {
        if (!contains(Kinds, decision.kind))
            find(decision.place, "no kind " + decision.kind);
        const auto claimOf = [&](const std::string& id) -> const ClaimRule& {
            return *std::find_if(playbook.claims.begin(), playbook.claims.end(),
                [&](const ClaimRule& claim) { return claim.id == id; });
        };
        for (const LegRule& leg : decision.legs) {
            if (!contains(Sides, leg.side))
                find(decision.place, "no side " + leg.side);
            const int side = leg.side == "long" || leg.side == "buy" ? 1
                : leg.side == "short" || leg.side == "sell"          ? -1
                                                                     : 0;
            for (const std::string& id : decision.claims) {
                const ClaimRule& claim = claimOf(id);
                if (claim.subject == leg.role && claim.sign * side < 0)
                    find(decision.place, leg.side + ' ' + leg.role + " against its claim " + id);
            }
        }
        if (decision.minDays > decision.maxDays || decision.maxDays <= 0)
            find(decision.place, "the horizon ends before it begins");
        if (claimOf(decision.claims.front()).lagMin > decision.maxDays)
            find(decision.place, "the horizon ends before the effect of its first claim begins");
        if ((decision.kind == "pair" || decision.kind == "long_short") && decision.legs.size() < 2)
            find(decision.place, "a pair needs two legs");
        for (const std::string* text : {&decision.title, &decision.thesis, &decision.entry, &decision.target,
                 &decision.stop, &decision.invalidation, &decision.risk, &decision.entryWhen,
                 &decision.invalidationWhen})
            checkSlots(decision.place, *text, own);
        if (wordCount(decision.title) > 12)
            warn(decision.place, "the title is longer than twelve words");
        if (decision.thesis.empty())
            find(decision.place, "a decision needs a thesis");
    }

    // Event types for which the engine has nothing to say.
    void checkCover()
    {
        for (const EventType& type : m_pack->events->types()) {
            const bool book = std::any_of(m_pack->playbooks->playbooks().begin(),
                m_pack->playbooks->playbooks().end(), [&](const Playbook& playbook) {
                    return std::find(playbook.events.begin(), playbook.events.end(), type.id)
                        != playbook.events.end();
                });
            if (!book)
                warn("playbooks", "no playbook for " + type.id);
            if (m_pack->graph->drivers(type.id).empty())
                warn("knowledge/eventdrivers.tsv", "no driver is moved by " + type.id);
            if (m_pack->graph->nominals(type.id).empty())
                warn("knowledge/nominals.tsv", "no noun phrase for " + type.id);
        }
    }

    void runTests(const Playbook& playbook)
    {
        const auto applied = std::count_if(playbook.tests.begin(), playbook.tests.end(),
            [](const PlaybookTest& test) { return test.applies; });
        if (applied == 0 || applied == static_cast<std::ptrdiff_t>(playbook.tests.size()))
            warn(playbook.place, "has no test that applies, or none that does not");
        for (const PlaybookTest& test : playbook.tests)
            run(playbook, test);
    }

    void run(const Playbook& playbook, const PlaybookTest& test)
    {
        const std::string_view text = base::trimmed(test.text);
        const std::size_t line = std::min(text.find('\n'), text.size());
        ArticleText article;
        article.title = text.substr(0, line);
        article.body = text.substr(std::min(line + 1, text.size()));
        const base::Analysis analysis = analyse(*m_pack, article);
        const std::string own = "playbook/" + playbook.id + '#';
        std::set<std::string> made;
        for (const base::Claim& claim : analysis.claims) {
            for (const std::string& rule : claim.provenance.rules) {
                if (rule.starts_with(own))
                    made.insert(rule.substr(own.size()));
            }
        }
        if (made.empty() == test.applies) {
            std::vector<std::string> types;
            for (const base::Event& event : analysis.events)
                types.push_back(event.type);
            find(test.place, (test.applies ? "does not apply; events read: " : "applies; events read: ")
                    + base::join(types, ", "));
            return;
        }
        for (const std::string& claim : test.claims) {
            if (!made.contains(claim))
                find(test.place, "claim " + claim + " is not made");
        }
        for (const std::string& claim : test.without) {
            if (made.contains(claim))
                find(test.place, "claim " + claim + " is made");
        }
    }

    const base::ResourceFiles& m_files;
    std::shared_ptr<const Pack> m_pack;
    std::map<std::string, std::string> m_texts; // sentence → place
    std::vector<LintFinding> m_findings;
};

} // namespace

std::vector<LintFinding> lintPack(const base::ResourceFiles& files)
{
    return Linter(files).run();
}

} // namespace engine
