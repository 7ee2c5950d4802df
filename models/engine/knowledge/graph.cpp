// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "graph.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

namespace engine {

namespace {

constexpr std::size_t MaxPath = 3; // edges
constexpr double Fading = 0.6; // for each edge after the first
constexpr double UnknownRegime = 0.5; // what is left of an edge that holds in a regime nobody stated
constexpr double Negligible = 0.02;

std::optional<double> numberOf(std::string_view text)
{
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

using Read = std::function<base::Outcome(const std::string&)>;

// All files knowledge/STEM*.tsv, in order of name.
base::Outcome eachFile(const base::ResourceFiles& files, std::string_view stem, const Read& read)
{
    const std::string begin = "knowledge/" + std::string(stem);
    for (const auto& [name, text] : files) {
        if (!name.starts_with(begin) || !name.ends_with(".tsv"))
            continue;
        if (base::Outcome done = read(name); !done)
            return done;
    }
    return base::Done{};
}

// How much of an edge holds in this regime: 1, 0 or half when the regime is unknown.
double held(const std::string& condition, const Regime& regime)
{
    if (condition.empty())
        return 1;
    const std::size_t colon = std::min(condition.find(':'), condition.size());
    const std::string_view part = std::string_view(condition).substr(0, colon);
    const std::string& now = part == "growth" ? regime.growth
        : part == "inflation"                 ? regime.inflation
                                              : regime.rates;
    if (now.empty())
        return UnknownRegime;
    return condition.compare(std::min(colon + 1, condition.size()), std::string::npos, now) == 0 ? 1 : 0;
}

} // namespace

base::Result<std::shared_ptr<const KnowledgeGraph>> KnowledgeGraph::load(
    const base::ResourceFiles& files, Vocabulary&)
{
    auto graph = std::make_shared<KnowledgeGraph>();
    using Reader = base::Outcome (KnowledgeGraph::*)(const base::ResourceFiles&, const std::string&);
    constexpr std::array<std::pair<std::string_view, Reader>, 6> Readers{
        {{"nodes", &KnowledgeGraph::readNodes}, {"edges", &KnowledgeGraph::readEdges},
            {"eventdrivers", &KnowledgeGraph::readEventDrivers},
            {"instruments", &KnowledgeGraph::readInstruments}, {"sectors", &KnowledgeGraph::readSectors},
            {"nominals", &KnowledgeGraph::readNominals}}};
    for (const auto& [stem, reader] : Readers) {
        const base::Outcome done = eachFile(files, stem,
            [&, reader = reader](const std::string& name) { return ((*graph).*reader)(files, name); });
        if (!done)
            return done.error();
    }
    if (files.contains("regime.toml")) {
        const base::Result<TomlDocument> document = readToml(files, "regime.toml");
        if (!document)
            return document.error();
        const auto part = [&](std::string_view name, std::string_view one, std::string_view other) {
            const std::string value = textOr(document->root, name);
            return value == one || value == other ? value : std::string();
        };
        graph->m_regime
            = {part("growth", "expanding", "slowing"), part("inflation", "high", "low"), part("rates", "high", "low")};
    }
    graph->m_from.resize(graph->m_nodes.size());
    for (std::uint32_t at = 0; at < graph->m_edges.size(); ++at)
        graph->m_from[graph->m_edges[at].from].push_back(at);
    graph->m_kept = std::make_unique<Kept[]>(2 * graph->m_nodes.size());
    return std::shared_ptr<const KnowledgeGraph>(std::move(graph));
}

base::Outcome KnowledgeGraph::readNodes(const base::ResourceFiles& files, const std::string& name)
{
    const base::Result<Table> rows = readTable(files, name, 8);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        KnowledgeNode node;
        node.id = row.cells[0];
        node.kind = row.cells[1];
        node.name = row.cells[2];
        node.plural = row.cells[3] == "p";
        node.up = row.cells[4];
        node.down = row.cells[5];
        node.instrument = row.cells[6];
        node.entities = parts(row.cells[7], ',');
        node.place = row.place();
        if (node.id.empty() || node.name.empty())
            return dataError(row.place(), "a node needs id and name");
        if (node.isDriver() && (node.up.empty() || node.down.empty()))
            return dataError(row.place(), "a driver needs what its rise and its fall are called");
        const auto index = static_cast<std::uint32_t>(m_nodes.size());
        if (!m_ids.emplace(node.id, index).second)
            return dataError(row.place(), "node " + node.id + " stands twice");
        for (const std::string& entity : node.entities)
            m_entities.emplace(entity, index);
        m_nodes.push_back(std::move(node));
    }
    return base::Done{};
}

base::Outcome KnowledgeGraph::readEdges(const base::ResourceFiles& files, const std::string& name)
{
    const base::Result<Table> rows = readTable(files, name, 10);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        const int from = find(row.cells[0]);
        const int to = find(row.cells[1]);
        if (from < 0 || to < 0)
            return dataError(row.place(), "no node " + std::string(row.cells[from < 0 ? 0 : 1]));
        const std::optional<double> strength = numberOf(row.cells[3]);
        const std::optional<double> lagMin = numberOf(row.cells[4]);
        const std::optional<double> lagMax = numberOf(row.cells[5]);
        if ((row.cells[2] != "+" && row.cells[2] != "-") || !strength || *strength <= 0 || *strength > 1
            || !lagMin || !lagMax || *lagMin > *lagMax)
            return dataError(row.place(), "an edge needs a sign, a strength up to 1 and a lag");
        KnowledgeEdge edge;
        edge.from = static_cast<std::uint32_t>(from);
        edge.to = static_cast<std::uint32_t>(to);
        edge.sign = row.cells[2] == "+" ? 1 : -1;
        edge.strength = *strength;
        edge.lagMin = static_cast<int>(*lagMin);
        edge.lagMax = static_cast<int>(*lagMax);
        edge.mechanism = row.cells[6];
        edge.condition = row.cells[7];
        edge.source = row.cells[8];
        edge.asOf = row.cells[9];
        edge.place = row.place();
        m_edges.push_back(std::move(edge));
    }
    return base::Done{};
}

base::Outcome KnowledgeGraph::readEventDrivers(const base::ResourceFiles& files, const std::string& name)
{
    const base::Result<Table> rows = readTable(files, name, 4);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        const int driver = find(row.cells[1]);
        if (driver < 0)
            return dataError(row.place(), "no node " + std::string(row.cells[1]));
        const std::string_view sign = row.cells[2];
        if (sign != "+" && sign != "-" && sign != "p" && sign != "-p")
            return dataError(row.place(), "the sign is +, -, p or -p");
        m_drivers[std::string(row.cells[0])].push_back({static_cast<std::uint32_t>(driver),
            sign.front() == '-' ? -1 : 1, sign.back() == 'p', std::string(row.cells[3])});
    }
    return base::Done{};
}

base::Outcome KnowledgeGraph::readInstruments(const base::ResourceFiles& files, const std::string& name)
{
    const base::Result<Table> rows = readTable(files, name, 10);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        const std::optional<double> purity = numberOf(row.cells[5]);
        const std::optional<double> sigma = numberOf(row.cells[6]);
        if (!purity || !sigma)
            return dataError(row.place(), "an instrument needs purity and sigma");
        Instrument instrument;
        instrument.ticker = row.cells[0];
        instrument.name = row.cells[1];
        instrument.kind = row.cells[2];
        instrument.node = row.cells[3];
        instrument.sign = row.cells[4] == "-" ? -1 : 1;
        instrument.purity = *purity;
        instrument.sigma = *sigma;
        instrument.options = row.cells[7] == "yes";
        instrument.asOf = row.cells[8];
        instrument.source = row.cells[9];
        instrument.place = row.place();
        m_instruments.push_back(std::move(instrument));
    }
    return base::Done{};
}

base::Outcome KnowledgeGraph::readSectors(const base::ResourceFiles& files, const std::string& name)
{
    const base::Result<Table> rows = readTable(files, name, 8);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        SectorFacts& sector = m_sectors[std::string(row.cells[0])];
        sector.name = row.cells[1];
        sector.adjective = row.cells[2];
        sector.instrument = row.cells[3];
        sector.suppliers = row.cells[4];
        sector.customers = row.cells[5];
        sector.cost = row.cells[6];
        sector.demand = row.cells[7];
    }
    return base::Done{};
}

base::Outcome KnowledgeGraph::readNominals(const base::ResourceFiles& files, const std::string& name)
{
    const base::Result<Table> rows = readTable(files, name, 2);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows)
        m_nominals[std::string(row.cells[0])] = parts(row.cells[1], '|');
    return base::Done{};
}

int KnowledgeGraph::find(std::string_view id) const
{
    const auto it = m_ids.find(id);
    return it == m_ids.end() ? -1 : static_cast<int>(it->second);
}

int KnowledgeGraph::driverOf(const std::string& entity) const
{
    const auto it = m_entities.find(entity);
    return it == m_entities.end() ? -1 : static_cast<int>(it->second);
}

const KnowledgeEdge* KnowledgeGraph::findEdge(const std::string& text) const
{
    const std::size_t arrow = text.find('>');
    if (arrow == std::string::npos)
        return nullptr;
    const bool negative = text.compare(arrow + 1, 1, "-") == 0;
    const int from = find(text.substr(0, arrow));
    const int to = find(text.substr(arrow + (negative ? 2 : 1)));
    if (from < 0 || to < 0)
        return nullptr;
    for (const std::uint32_t at : m_from[static_cast<std::size_t>(from)]) {
        const KnowledgeEdge& edge = m_edges[at];
        if (edge.to == static_cast<std::uint32_t>(to) && (edge.sign < 0) == negative)
            return &edge;
    }
    return nullptr;
}

const std::vector<EventDriver>& KnowledgeGraph::drivers(const std::string& event) const
{
    static const std::vector<EventDriver> none;
    const auto it = m_drivers.find(event);
    return it == m_drivers.end() ? none : it->second;
}

const Instrument* KnowledgeGraph::instrument(const std::string& ticker) const
{
    const auto it = std::find_if(m_instruments.begin(), m_instruments.end(),
        [&](const Instrument& instrument) { return instrument.ticker == ticker; });
    return it == m_instruments.end() ? nullptr : &*it;
}

const SectorFacts* KnowledgeGraph::sector(const std::string& id) const
{
    const auto it = m_sectors.find(id);
    return it == m_sectors.end() ? nullptr : &it->second;
}

const std::vector<std::string>& KnowledgeGraph::nominals(const std::string& event) const
{
    static const std::vector<std::string> none;
    const auto it = m_nominals.find(event);
    return it == m_nominals.end() ? none : it->second;
}

namespace {

// Walks the paths out of one driver and joins what they do to each node.
class Propagation final {
public:
    Propagation(const KnowledgeGraph& graph, std::uint32_t driver, const Regime& regime)
        : m_graph(graph)
        , m_driver(driver)
        , m_regime(regime)
        , m_index(graph.nodes().size(), 0)
    {
    }

    void walk(std::uint32_t node, double strength, int direction)
    {
        for (const std::uint32_t at : m_graph.edgesFrom(node)) {
            const KnowledgeEdge& edge = m_graph.edges()[at];
            const double here = strength * edge.strength * held(edge.condition, m_regime)
                * (m_path.empty() ? 1.0 : Fading);
            const bool circle = edge.to == m_driver
                || std::any_of(m_path.begin(), m_path.end(),
                    [&](std::uint32_t earlier) { return m_graph.edges()[earlier].to == edge.to; });
            if (circle || here < Negligible)
                continue;
            const int now = direction * edge.sign;
            m_path.push_back(at);
            reach(edge.to, here, now > 0);
            if (m_path.size() < MaxPath)
                walk(edge.to, here, now);
            m_path.pop_back();
        }
    }

    std::vector<NodeEffect> effects()
    {
        std::vector<NodeEffect> list;
        for (Reached& entry : m_reached) {
            entry.effect.path = std::move(entry.paths[entry.effect.net() >= 0 ? 0 : 1]);
            list.push_back(std::move(entry.effect));
        }
        std::sort(list.begin(), list.end(), [](const NodeEffect& a, const NodeEffect& b) {
            const double left = std::abs(a.net());
            const double right = std::abs(b.net());
            return left != right ? left > right : a.node < b.node;
        });
        return list;
    }

private:
    struct Reached {
        NodeEffect effect;
        double best[2] = {0, 0}; // strength of the strongest path: that gains, that loses
        std::vector<std::uint32_t> paths[2];
    };

    void reach(std::uint32_t node, double strength, bool gains)
    {
        if (m_index[node] == 0) {
            m_reached.emplace_back();
            m_reached.back().effect.node = node;
            m_index[node] = static_cast<std::uint32_t>(m_reached.size());
        }
        Reached& entry = m_reached[m_index[node] - 1];
        double& joined = gains ? entry.effect.gain : entry.effect.loss;
        joined = 1 - (1 - joined) * (1 - strength);
        const std::size_t side = gains ? 0 : 1;
        if (strength > entry.best[side]) {
            entry.best[side] = strength;
            entry.paths[side] = m_path;
        }
    }

    const KnowledgeGraph& m_graph;
    std::uint32_t m_driver;
    const Regime& m_regime;
    std::vector<std::uint32_t> m_path; // edges
    std::vector<std::uint32_t> m_index; // by node: 1 + index in m_reached, 0 for none
    std::vector<Reached> m_reached;
};

} // namespace

std::vector<NodeEffect> KnowledgeGraph::propagate(
    std::uint32_t driver, int sign, const Regime& regime) const
{
    Propagation propagation(*this, driver, regime);
    propagation.walk(driver, 1, sign);
    return propagation.effects();
}

const std::vector<NodeEffect>& KnowledgeGraph::moved(std::uint32_t driver, int sign) const
{
    Kept& kept = m_kept[2 * std::size_t{driver} + (sign > 0 ? 1 : 0)];
    std::call_once(kept.made, [&] {
        kept.effects = propagate(driver, sign, m_regime);
        std::erase_if(kept.effects, [this](const NodeEffect& effect) { return m_nodes[effect.node].isDriver(); });
        kept.effects.shrink_to_fit();
    });
    return kept.effects;
}

} // namespace engine
