// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "gazetteer.h"

#include <base/strings.h>
#include <engine/tables.h>
#include <engine/text/tokeniser.h>

#include <algorithm>

namespace engine {

base::Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(
    const base::ResourceFiles& files, Vocabulary& vocabulary)
{
    auto gazetteer = std::make_shared<Gazetteer>();
    gazetteer->m_nodes.emplace_back();
    // Names of the world at large first: when two bearers share a name, the first one listed has it.
    for (const std::string name : {"gazetteer/countries.tsv", "gazetteer/institutions.tsv",
             "gazetteer/commodities.tsv", "gazetteer/companies_world.tsv", "gazetteer/companies.tsv"}) {
        if (base::Outcome added = gazetteer->addRows(files, name, vocabulary); !added)
            return added.error();
    }
    return std::shared_ptr<const Gazetteer>(std::move(gazetteer));
}

base::Outcome Gazetteer::addRows(
    const base::ResourceFiles& files, const std::string& name, Vocabulary& vocabulary)
{
    base::Result<std::vector<TableRow>> rows = readTable(files, name, 8);
    if (!rows)
        return rows.error();
    for (const TableRow& row : *rows) {
        KnownEntity entity;
        entity.id = row.cells[0];
        entity.name = row.cells[1];
        entity.kind = row.cells[2];
        entity.ticker = row.cells[3];
        entity.country = row.cells[4];
        if (!entity.country.empty() && entity.country.find(':') == std::string::npos)
            entity.country = "country:" + entity.country;
        entity.sector = row.cells[5];
        entity.tags = parts(row.cells[6], ',');
        entity.place = row.place;
        if (entity.id.empty() || entity.name.empty() || entity.kind.empty())
            return dataError(row.place, "id, name and kind must not be empty");
        const auto index = static_cast<std::uint32_t>(m_entities.size());
        if (!m_byId.emplace(entity.id, index).second)
            continue; // a listing of a company that the hand-kept file has already
        const bool ambiguous
            = std::find(entity.tags.begin(), entity.tags.end(), "ambiguous") != entity.tags.end();
        const std::string own = (ambiguous ? "?" : "!") + entity.name;
        m_entities.push_back(std::move(entity));
        addAlias(index, own, vocabulary);
        for (const std::string& alias : parts(row.cells[7], '|'))
            addAlias(index, alias, vocabulary);
    }
    return base::Done{};
}

void Gazetteer::addAlias(std::uint32_t entity, std::string_view written, Vocabulary& vocabulary)
{
    Alias alias;
    alias.entity = entity;
    alias.use = AliasUse::AnyCase;
    switch (written.front()) {
    case '!':
        alias.use = AliasUse::ExactCase;
        break;
    case '?':
        alias.use = AliasUse::NeedsContext;
        break;
    case '@':
        alias.use = AliasUse::Government;
        break;
    default:
        break;
    }
    if (alias.use != AliasUse::AnyCase)
        written.remove_prefix(1);
    alias.text = written;
    const std::string lower = base::lowerAscii(written);
    std::vector<Token> tokens;
    tokenise(vocabulary, written, lower, tokens);
    if (tokens.empty())
        return;
    std::uint32_t node = 0;
    for (const Token& token : tokens) {
        const std::int32_t word
            = vocabulary.addWord(std::string_view(lower).substr(token.begin, token.end - token.begin));
        const auto [it, added]
            = m_edges.try_emplace(edge(node, word), static_cast<std::uint32_t>(m_nodes.size()));
        if (added)
            m_nodes.emplace_back();
        node = it->second;
    }
    for (const std::uint32_t other : m_nodes[node].aliases) {
        if (m_aliases[other].text == alias.text)
            return; // taken by a bearer listed earlier
    }
    m_nodes[node].aliases.push_back(static_cast<std::uint32_t>(m_aliases.size()));
    m_aliases.push_back(std::move(alias));
}

int Gazetteer::find(const std::string& id) const
{
    const auto it = m_byId.find(id);
    return it == m_byId.end() ? -1 : static_cast<int>(it->second);
}

void Gazetteer::matchAt(const Document& document, const TextSentence& sentence, std::uint32_t token,
    std::vector<AliasMatch>& matches) const
{
    matches.clear();
    std::uint32_t node = 0;
    for (std::uint32_t at = token; at < sentence.lastToken; ++at) {
        const std::int32_t word = document.tokens[at].word;
        if (word < 0)
            return;
        const auto it = m_edges.find(edge(node, word));
        if (it == m_edges.end())
            return;
        node = it->second;
        bool first = true;
        for (const std::uint32_t index : m_nodes[node].aliases) {
            const Alias& alias = m_aliases[index];
            if (alias.use != AliasUse::AnyCase) {
                // Case counts; other space between the words does not.
                const std::string_view text = document.text(document.span(sentence, token, at + 1));
                if (text != alias.text && base::collapsed(text) != alias.text)
                    continue;
            }
            if (first)
                matches.clear(); // a longer name goes before a shorter one
            first = false;
            matches.push_back({alias.entity, alias.use, at + 1});
        }
    }
}

} // namespace engine
