// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/text/document.h>
#include <engine/text/textmap.h>
#include <engine/text/vocabulary.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

struct TableRow; // tables.h

// From the first month to the last, both included; as 201307. Text of unknown date fits every range.
struct Months {
    std::int32_t from = 0;
    std::int32_t to = 999999;
    bool dated() const { return from > 0 || to < 999999; }
    bool contains(std::int32_t month) const { return month == 0 || (from <= month && month <= to); }
};

struct Ticker {
    std::string symbol;
    Months months;
};

// A known name bearer; one row of resources/engine/gazetteer/*.tsv.
struct KnownEntity {
    std::string id; // "country:us"
    std::string name;
    std::string kind;
    std::vector<Ticker> tickers; // the one in use today first, then home listings, share classes, former ones
    std::string country; // id, or empty
    std::string sector;
    std::vector<std::string> tags;
    bool press = false; // quoted all day: only where its own business is told
    bool former = false; // not listed today under this name
    bool large = false; // among the largest seven hundred or kept by hand
    bool middling = false; // among the largest two thousand

    // The symbol of that month: a former one when the text is from its time, else today's; or empty.
    const std::string& ticker(std::int32_t month) const;
};

enum class AliasUse : std::uint8_t {
    AnyCase,
    ExactCase, // "Turkey", not "turkey"
    NeedsContext, // counts only when a surer alias of the same bearer, or cues beside it, stand in the text
    Later, // an ordinary word: only beside a legal form, or once the whole name has been said
    Government, // "Beijing": the country's government, where it is not plainly the city
    City, // "Paris": the city, where it is not plainly the government
    Seat // "the Kremlin": always the government
};

struct AliasMatch {
    std::uint32_t entity = 0; // index in Gazetteer::entities()
    AliasUse use = AliasUse::ExactCase;
    std::uint32_t endToken = 0; // one past the last
    bool former = false; // a name its bearer has no more today
};

// What a word beside a name says about it; a word may belong to several classes (gazetteer/cues.tsv).
enum Cue : std::uint16_t {
    FirstName = 1, // "Michael"
    PersonTitle = 2, // "Mr", "Senator"
    LegalForm = 4, // "Inc", "plc"
    CompanyNoun = 8, // "shares", "profit": stands after a company's name
    CompanyVerb = 16, // "acquires", "said"
    CompanyBefore = 32, // "rival", "at", "like": stands before one
    PlaceBefore = 64, // "in", "near"
    PlaceAfter = 128, // "-based", "stocks", "airport": the city, not the government
    GovernmentVerb = 256, // "said", "imposed", "tightened"
    NotOfName = 512, // capitalised words that are no part of a company's name
    LongerName = 1024, // "Foundation", "Stadium": what it ends is something else
    Acronym = 2048, // "CEO", "GDP": in capitals, and no ticker
    TradeWord = 4096, // "Airlines", "Therapeutics": ends the name of a company
    CompanyAs = 8192, // "the company", "the carmaker"
    WeakTradeWord = 32768, // "Bank", "Resources": ends the name of a company, and other names too
    Role = 16384 // "chief executive", "governor": a person's office
};

// From node and word to the next node, by open addressing.
class NameEdges final {
public:
    std::uint32_t find(std::uint32_t node, std::int32_t word) const; // 0: there is none
    std::uint32_t& at(std::uint32_t node, std::int32_t word); // 0 when new; holds until the next call

private:
    struct Slot {
        std::uint64_t key = 0; // 0: free; no edge leads out of node 0
        std::uint32_t next = 0;
    };

    static std::uint64_t keyOf(std::uint32_t node, std::int32_t word)
    {
        return (static_cast<std::uint64_t>(node) << 32) | static_cast<std::uint32_t>(word);
    }
    std::size_t slotOf(std::uint64_t key) const;

    std::vector<Slot> m_slots = std::vector<Slot>(1U << 16); // at most half full
    std::size_t m_used = 0;
};

// All names, compiled into one trie of word ids. Immutable after load; thread-safe.
class Gazetteer final {
public:
    static base::Result<std::shared_ptr<const Gazetteer>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<KnownEntity>& entities() const { return m_entities; }
    // Index in entities(), or -1.
    int find(const std::string& id) const;
    // The index of the company or fund with this symbol in that month, or -1.
    int findTicker(std::string_view symbol, std::int32_t month) const;
    // The longest aliases that start at this token and whose case and months fit: all bearers of the longest.
    void matchAt(const Document& document, const TextSentence& sentence, std::uint32_t token,
        std::int32_t month, std::vector<AliasMatch>& matches) const;
    // The classes of a word (sum of Cue), by its id.
    std::uint16_t cues(std::int32_t word) const
    {
        return word < 0 || static_cast<std::size_t>(word) >= m_cues.size()
            ? std::uint16_t{0}
            : m_cues[static_cast<std::size_t>(word)];
    }
    // The sectors that "the carmaker" may stand for; empty for words that fit any company.
    const std::vector<std::string>& sectorsOf(std::int32_t word) const;

private:
    struct Alias {
        std::uint32_t entity = 0;
        AliasUse use = AliasUse::ExactCase;
        Months months;
        std::string text; // as written in the data, for the case
        std::int32_t next = -1; // the next alias that ends at the same node
    };

    base::Outcome addRows(const base::ResourceFiles& files, std::string_view name, Vocabulary& vocabulary);
    base::Outcome addCues(const base::ResourceFiles& files, Vocabulary& vocabulary);
    base::Outcome addWritten(
        std::uint32_t entity, std::string_view written, Vocabulary& vocabulary, const TableRow& row);
    void addAlias(const Alias& alias, Vocabulary& vocabulary);

    std::vector<KnownEntity> m_entities;
    TextMap<std::uint32_t> m_byId;
    TextMap<std::vector<std::uint32_t>> m_byTicker;
    std::vector<Alias> m_aliases;
    std::vector<std::int32_t> m_nodes; // the first alias that ends at this node, or -1
    std::vector<std::uint32_t> m_roots; // by word id: the node after a first word, or 0
    NameEdges m_edges; // of the further words
    std::vector<std::uint16_t> m_cues; // by word id
    std::unordered_map<std::int32_t, std::vector<std::string>> m_sectors;
};

} // namespace engine
