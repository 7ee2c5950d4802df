// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "gazetteer.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/text/hashing.h>
#include <engine/text/tokeniser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace engine {

namespace {

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }

// Text that differs from the alias in case alone: "NVIDIA" for "Nvidia", "Mastercard" for "MasterCard"; but
// never "us" for "US", and a capital that the alias has at the head of a word must stand.
bool caseFits(std::string_view text, std::string_view alias)
{
    if (text == alias)
        return true;
    if (text.size() != alias.size() || alias.size() < 4)
        return false;
    if (alias.size() <= 5 && std::none_of(alias.begin(), alias.end(), isLower))
        return false;
    const bool shouted = std::none_of(text.begin(), text.end(), isLower);
    for (std::size_t at = 0; at < alias.size() && !shouted; ++at) {
        const bool head = at == 0 || alias[at - 1] == ' ';
        if (head && isUpper(alias[at]) && !isUpper(text[at]))
            return false;
    }
    return true;
}

// "2006-02..2014-02", either end may be missing.
std::optional<Months> monthsOf(std::string_view text)
{
    const auto dots = text.find("..");
    if (dots == std::string_view::npos)
        return std::nullopt;
    const auto month = [](std::string_view part, std::int32_t otherwise) -> std::optional<std::int32_t> {
        if (part.empty())
            return otherwise;
        std::int32_t year = 0;
        std::int32_t number = 0;
        if (part.size() != 7 || part[4] != '-'
            || std::from_chars(part.data(), part.data() + 4, year).ec != std::errc()
            || std::from_chars(part.data() + 5, part.data() + 7, number).ec != std::errc())
            return std::nullopt;
        return year * 100 + number;
    };
    const auto from = month(text.substr(0, dots), 0);
    const auto to = month(text.substr(dots + 2), 999999);
    if (!from || !to)
        return std::nullopt;
    return Months{*from, *to};
}

// Takes a closing "[from..to]" off.
bool takeMonths(std::string_view& written, Months& months)
{
    if (!written.ends_with(']'))
        return true;
    const auto open = written.rfind('[');
    if (open == std::string_view::npos)
        return false;
    const auto range = monthsOf(written.substr(open + 1, written.size() - open - 2));
    if (!range)
        return false;
    months = *range;
    written = base::trimmed(written.substr(0, open));
    return true;
}

} // namespace

const std::string& KnownEntity::ticker(std::int32_t month) const
{
    static const std::string None;
    if (tickers.empty())
        return None;
    if (month != 0) {
        for (const Ticker& one : tickers) {
            if (one.months.dated() && one.months.contains(month))
                return one.symbol;
        }
    }
    return tickers.front().symbol;
}

std::size_t NameEdges::slotOf(std::uint64_t key) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = mixedKey(key) & mask;
    while (m_slots[at].key != 0 && m_slots[at].key != key)
        at = (at + 1) & mask;
    return at;
}

std::uint32_t NameEdges::find(std::uint32_t node, std::int32_t word) const
{
    return m_slots[slotOf(keyOf(node, word))].next;
}

std::uint32_t& NameEdges::at(std::uint32_t node, std::int32_t word)
{
    const std::uint64_t key = keyOf(node, word);
    std::size_t at = slotOf(key);
    if (m_slots[at].key == 0 && ++m_used * 2 > m_slots.size()) {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.key != 0)
                m_slots[slotOf(slot.key)] = slot;
        }
        at = slotOf(key);
    }
    m_slots[at].key = key;
    return m_slots[at].next;
}

base::Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    auto gazetteer = std::make_shared<Gazetteer>();
    gazetteer->m_nodes.push_back(-1);
    gazetteer->m_aliases.reserve(1U << 16);
    // Names of the world at large first: when two bearers share a name, the first one listed has it.
    for (const char* name : {"gazetteer/countries.tsv", "gazetteer/institutions.tsv",
             "gazetteer/officials.tsv", "gazetteer/commodities.tsv", "gazetteer/companies_world.tsv",
             "gazetteer/companies.tsv", "gazetteer/companies_former.tsv", "gazetteer/funds.tsv"}) {
        if (base::Outcome added = gazetteer->addRows(files, name, vocabulary); !added)
            return added.error();
    }
    if (base::Outcome added = gazetteer->addCues(files, vocabulary); !added)
        return added.error();
    return std::shared_ptr<const Gazetteer>(std::move(gazetteer));
}

base::Outcome Gazetteer::addRows(
    const base::ResourceFiles& files, std::string_view name, Vocabulary& vocabulary)
{
    const base::Result<Table> rows = readTable(files, name, 8);
    if (!rows)
        return rows.error();
    m_entities.reserve(m_entities.size() + rows->size());
    for (const TableRow& row : *rows) {
        KnownEntity entity;
        entity.id = row.cells[0];
        entity.name = row.cells[1];
        entity.kind = row.cells[2];
        entity.country = row.cells[4];
        if (!entity.country.empty() && entity.country.find(':') == std::string::npos)
            entity.country = "country:" + entity.country;
        entity.sector = row.cells[5];
        entity.tags = parts(row.cells[6], ',');
        const auto tagged = [&](std::string_view tag) {
            return std::find(entity.tags.begin(), entity.tags.end(), tag) != entity.tags.end();
        };
        entity.large = tagged("large");
        entity.middling = tagged("mid");
        entity.former = tagged("former");
        entity.press = tagged("press");
        if (entity.id.empty() || entity.name.empty() || entity.kind.empty())
            return dataError(row.place(), "id, name and kind must not be empty");
        const auto index = static_cast<std::uint32_t>(m_entities.size());
        if (!m_byId.emplace(entity.id, index).second)
            continue; // a listing of a company that the hand-kept file has already
        for (const std::string& written : parts(row.cells[3], '|')) {
            Ticker ticker;
            std::string_view symbol = written;
            if (!takeMonths(symbol, ticker.months))
                return dataError(row.place(), "months belong as [2006-02..2014-02]: " + written);
            ticker.symbol = symbol;
            m_byTicker[ticker.symbol].push_back(index);
            entity.tickers.push_back(std::move(ticker));
        }
        // An "ambiguous" name is an ordinary one; "unspoken" ones are no name of their own.
        const std::string own = (tagged("word") ? "~" : tagged("ambiguous") ? "?" : "!") + entity.name;
        const bool unspoken = tagged("unspoken");
        m_entities.push_back(std::move(entity));
        if (!unspoken) {
            if (base::Outcome added = addWritten(index, own, vocabulary, row); !added)
                return added;
        }
        for (const std::string_view alias : base::split(row.cells[7], '|')) {
            if (base::trimmed(alias).empty())
                continue;
            if (base::Outcome added = addWritten(index, base::trimmed(alias), vocabulary, row); !added)
                return added;
        }
    }
    return base::Done{};
}

base::Outcome Gazetteer::addCues(const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    constexpr std::array<std::pair<std::string_view, Cue>, 16> Names{{{"first_name", FirstName},
        {"person_title", PersonTitle}, {"legal_form", LegalForm}, {"company_noun", CompanyNoun},
        {"company_verb", CompanyVerb}, {"company_before", CompanyBefore}, {"place_before", PlaceBefore},
        {"place_after", PlaceAfter}, {"government_verb", GovernmentVerb}, {"not_of_name", NotOfName},
        {"longer_name", LongerName}, {"acronym", Acronym}, {"trade_word", TradeWord},
        {"weak_trade_word", WeakTradeWord}, {"company_as", CompanyAs}, {"role", Role}}};
    const base::Result<Table> rows = readTable(files, "gazetteer/cues.tsv", 3);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        const auto name = std::find_if(
            Names.begin(), Names.end(), [&](const auto& one) { return one.first == row.cells[0]; });
        if (name == Names.end())
            return dataError(row.place(), "no class of words is called " + std::string(row.cells[0]));
        for (const std::string& written : parts(row.cells[2], ' ')) {
            const std::int32_t word = vocabulary.addWord(written);
            if (static_cast<std::size_t>(word) >= m_cues.size())
                m_cues.resize(static_cast<std::size_t>(word) + 1024);
            std::uint16_t& cues = m_cues[static_cast<std::size_t>(word)];
            cues = static_cast<std::uint16_t>(cues | name->second);
            if (!row.cells[1].empty())
                m_sectors[word] = parts(row.cells[1], ',');
        }
    }
    return base::Done{};
}

const std::vector<std::string>& Gazetteer::sectorsOf(std::int32_t word) const
{
    static const std::vector<std::string> None;
    const auto it = m_sectors.find(word);
    return it == m_sectors.end() ? None : it->second;
}

base::Outcome Gazetteer::addWritten(
    std::uint32_t entity, std::string_view written, Vocabulary& vocabulary, const TableRow& row)
{
    Alias alias;
    alias.entity = entity;
    alias.use = written.front() == '!' ? AliasUse::ExactCase
        : written.front() == '?'       ? AliasUse::NeedsContext
        : written.front() == '~'       ? AliasUse::Later
        : written.front() == '@'       ? AliasUse::Government
        : written.front() == '%'       ? AliasUse::City
        : written.front() == '^'       ? AliasUse::Seat
                                       : AliasUse::AnyCase;
    if (alias.use != AliasUse::AnyCase)
        written.remove_prefix(1);
    if (!takeMonths(written, alias.months))
        return dataError(row.place(), "months belong as [2006-02..2014-02]: " + std::string(written));
    alias.text = written;
    addAlias(alias, vocabulary);
    // As newspapers set it: the curved apostrophe beside the straight one, "and" beside "&".
    constexpr std::pair<std::string_view, std::string_view> Settings[] = {{"'", "\u2019"}, {" & ", " and "}};
    for (const auto& [plain, set] : Settings) {
        if (written.find(plain) == std::string_view::npos)
            continue;
        alias.text = written;
        base::replaceAll(alias.text, plain, set);
        addAlias(alias, vocabulary);
    }
    return base::Done{};
}

void Gazetteer::addAlias(const Alias& alias, Vocabulary& vocabulary)
{
    const std::string lower = base::lowerAscii(alias.text);
    std::vector<Token> tokens;
    tokenise(vocabulary, alias.text, lower, tokens);
    if (tokens.empty())
        return;
    std::uint32_t node = 0;
    for (const Token& token : tokens) {
        const std::int32_t word = token.word >= 0
            ? token.word
            : vocabulary.addWord(std::string_view(lower).substr(token.begin, token.end - token.begin));
        std::uint32_t* next = nullptr;
        if (node == 0) {
            if (static_cast<std::size_t>(word) >= m_roots.size())
                m_roots.resize(static_cast<std::size_t>(word) + 4096);
            next = &m_roots[static_cast<std::size_t>(word)];
        } else {
            next = &m_edges.at(node, word);
        }
        if (*next == 0) {
            *next = static_cast<std::uint32_t>(m_nodes.size());
            m_nodes.push_back(-1);
        }
        node = *next;
    }
    std::int32_t* last = &m_nodes[node];
    while (*last >= 0) {
        Alias& other = m_aliases[static_cast<std::size_t>(*last)];
        if (other.entity == alias.entity && other.text == alias.text)
            return;
        last = &other.next;
    }
    *last = static_cast<std::int32_t>(m_aliases.size());
    m_aliases.push_back(alias);
}

int Gazetteer::find(const std::string& id) const
{
    const auto it = m_byId.find(id);
    return it == m_byId.end() ? -1 : static_cast<int>(it->second);
}

int Gazetteer::findTicker(std::string_view symbol, std::int32_t month) const
{
    const auto it = m_byTicker.find(symbol);
    if (it == m_byTicker.end())
        return -1;
    // Who had it in that month; who has it today when no month is known.
    int best = -1;
    for (const std::uint32_t index : it->second) {
        for (const Ticker& ticker : m_entities[index].tickers) {
            if (ticker.symbol != symbol || !ticker.months.contains(month))
                continue;
            if (month != 0 && ticker.months.dated())
                return static_cast<int>(index);
            if (best < 0)
                best = static_cast<int>(index);
        }
    }
    return best;
}

void Gazetteer::matchAt(const Document& document, const TextSentence& sentence, std::uint32_t token,
    std::int32_t month, std::vector<AliasMatch>& matches) const
{
    matches.clear();
    const std::int32_t head = document.tokens[token].word;
    if (head < 0 || static_cast<std::size_t>(head) >= m_roots.size())
        return;
    std::uint32_t node = m_roots[static_cast<std::size_t>(head)];
    for (std::uint32_t at = token; node != 0;) {
        bool first = true;
        for (std::int32_t index = m_nodes[node]; index >= 0;) {
            const Alias& alias = m_aliases[static_cast<std::size_t>(index)];
            index = alias.next;
            if (!alias.months.contains(month))
                continue;
            if (alias.use != AliasUse::AnyCase) {
                // Case counts; other space between the words does not.
                const std::string_view text = document.text(document.span(sentence, token, at + 1));
                if (!caseFits(text, alias.text)
                    && (text.size() == alias.text.size() || !caseFits(base::collapsed(text), alias.text)))
                    continue;
            }
            if (first)
                matches.clear(); // a longer name goes before a shorter one
            first = false;
            matches.push_back({alias.entity, alias.use, at + 1, alias.months.to < 999999});
        }
        if (++at >= sentence.lastToken)
            return;
        const std::int32_t word = document.tokens[at].word;
        if (word < 0)
            return;
        node = m_edges.find(node, word);
    }
}

} // namespace engine
