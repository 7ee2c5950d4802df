// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/text/textmap.h>
#include <engine/text/vocabulary.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace engine {

// A quantity that goes up or down, or who gains or loses; one row of knowledge/nodes*.tsv.
struct KnowledgeNode {
    std::string id; // "oil_price"
    std::string kind; // driver, group, sector, country, factor, asset
    std::string name; // inside a sentence: "the oil price", "airlines"
    bool plural = false;
    std::string up; // of a driver: "higher oil prices"
    std::string down;
    std::string instrument; // ticker of a listed proxy, or empty
    std::vector<std::string> entities; // ids that mean it
    std::string place;

    bool isDriver() const { return kind == "driver"; }
};

// What a rise of one node does to another; one row of knowledge/edges*.tsv.
struct KnowledgeEdge {
    std::uint32_t from = 0; // indices in nodes()
    std::uint32_t to = 0;
    int sign = 0;
    double strength = 0; // 0…1
    int lagMin = 0; // days
    int lagMax = 0;
    std::string mechanism; // a clause that holds whichever way `from` moves
    std::string condition; // "growth:slowing": the regime it holds in, or empty
    std::string source; // publisher and year
    std::string asOf; // "2024-06"
    std::string place;
};

// Which way an event moves a driver; one row of knowledge/eventdrivers*.tsv.
struct EventDriver {
    std::uint32_t driver = 0;
    int sign = 0;
    bool relative = false; // times the event's own polarity
    std::string condition; // "theme:energy", "sector:banks", "subject:country", or empty
};

// One row of knowledge/instruments.tsv.
struct Instrument {
    std::string ticker;
    std::string name;
    std::string kind;
    std::string node;
    int sign = 1;
    double purity = 0; // 0…1: how much of it is the node
    double sigma = 0; // usual move of a day, per cent
    bool options = false;
    std::string asOf;
    std::string source;
    std::string place;
};

// What is known of a sector of companies.tsv; one row of knowledge/sectors.tsv.
struct SectorFacts {
    std::string name; // "banks"
    std::string adjective; // "bank"
    std::string instrument;
    std::string suppliers;
    std::string customers;
    std::string cost; // driver id
    std::string demand; // driver id
};

// How far a node is moved by a driver: paths of at most three edges; strengths multiply along a path, fade by
// 0.6 for each further edge, and join by noisy-or for each sign.
struct NodeEffect {
    std::uint32_t node = 0;
    double gain = 0; // 0…1
    double loss = 0; // 0…1
    std::vector<std::uint32_t> path; // edges of the strongest path of the net's sign

    double net() const { return gain - loss; }
    bool ambiguous() const { return gain > 0.15 && loss > 0.15; } // may be discussed, never traded
};

// What holds in the economy; empty parts are unknown, which halves the edges that depend on them.
struct Regime {
    std::string growth; // "expanding", "slowing"
    std::string inflation; // "high", "low"
    std::string rates; // "high", "low"
};

// The causal graph and what hangs on it. Immutable after load; thread-safe.
class KnowledgeGraph final {
public:
    // InvalidInput for a row that names a node, sign or number that is none.
    static base::Result<std::shared_ptr<const KnowledgeGraph>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    // What the reader takes to hold: "growth", "inflation" and "rates" of regime.toml.
    const Regime& regime() const { return m_regime; }
    const std::vector<KnowledgeNode>& nodes() const { return m_nodes; }
    const std::vector<KnowledgeEdge>& edges() const { return m_edges; }
    const std::vector<std::uint32_t>& edgesFrom(std::uint32_t node) const { return m_from[node]; }
    const std::vector<Instrument>& instruments() const { return m_instruments; }
    // Index in nodes(), or -1.
    int find(std::string_view id) const;
    // The driver that an entity ("commodity:brent") means, or -1.
    int driverOf(const std::string& entity) const;
    // The edge "from>to", "from>-to" when it is negative; null when there is none of that sign.
    const KnowledgeEdge* findEdge(const std::string& text) const;
    const std::vector<EventDriver>& drivers(const std::string& event) const;
    const Instrument* instrument(const std::string& ticker) const; // null when unknown
    const SectorFacts* sector(const std::string& id) const; // null when unknown
    // Noun phrases for an event, richest first.
    const std::vector<std::string>& nominals(const std::string& event) const;
    const std::map<std::string, std::vector<std::string>>& allNominals() const { return m_nominals; }
    const std::map<std::string, std::vector<EventDriver>>& allDrivers() const { return m_drivers; }

    // All nodes that a rise (sign +1) or fall (−1) of the driver moves, the most moved first; ties by index.
    std::vector<NodeEffect> propagate(std::uint32_t driver, int sign, const Regime& regime) const;
    // The same under regime(), but for the drivers among them; made once for each driver and sign.
    const std::vector<NodeEffect>& moved(std::uint32_t driver, int sign) const;

private:
    struct Kept {
        std::once_flag made;
        std::vector<NodeEffect> effects;
    };

    base::Outcome readNodes(const base::ResourceFiles& files, const std::string& name);
    base::Outcome readEdges(const base::ResourceFiles& files, const std::string& name);
    base::Outcome readEventDrivers(const base::ResourceFiles& files, const std::string& name);
    base::Outcome readInstruments(const base::ResourceFiles& files, const std::string& name);
    base::Outcome readSectors(const base::ResourceFiles& files, const std::string& name);
    base::Outcome readNominals(const base::ResourceFiles& files, const std::string& name);

    Regime m_regime;
    std::vector<KnowledgeNode> m_nodes;
    std::vector<KnowledgeEdge> m_edges;
    std::vector<std::vector<std::uint32_t>> m_from; // edges out of each node
    TextMap<std::uint32_t> m_ids;
    TextMap<std::uint32_t> m_entities;
    std::map<std::string, std::vector<EventDriver>> m_drivers;
    std::vector<Instrument> m_instruments;
    std::map<std::string, SectorFacts> m_sectors;
    std::map<std::string, std::vector<std::string>> m_nominals;
    std::unique_ptr<Kept[]> m_kept; // by node, of a fall and of a rise
};

} // namespace engine
