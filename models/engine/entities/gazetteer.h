// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/files.h>
#include <base/result.h>
#include <engine/text/document.h>
#include <engine/text/vocabulary.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

// A known name bearer; one row of resources/engine/gazetteer/*.tsv.
struct KnownEntity {
    std::string id; // "country:us"
    std::string name;
    std::string kind;
    std::string ticker;
    std::string country; // id, or empty
    std::string sector;
    std::vector<std::string> tags;
    std::string place; // file and line
};

enum class AliasUse : std::uint8_t {
    AnyCase,
    ExactCase, // "Turkey", not "turkey"
    NeedsContext, // counts only when a surer alias of the same bearer, or a cue beside it, stands in the text
    Government // "Beijing": the country's government
};

struct AliasMatch {
    std::uint32_t entity = 0; // index in Gazetteer::entities()
    AliasUse use = AliasUse::ExactCase;
    std::uint32_t endToken = 0; // one past the last
};

// All names, compiled into one trie of word ids. Immutable after load; thread-safe.
class Gazetteer final {
public:
    static base::Result<std::shared_ptr<const Gazetteer>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    const std::vector<KnownEntity>& entities() const { return m_entities; }
    // Index in entities(), or -1.
    int find(const std::string& id) const;
    // The longest aliases that start at this token: all readings of the longest length whose case fits.
    void matchAt(const Document& document, const TextSentence& sentence, std::uint32_t token,
        std::vector<AliasMatch>& matches) const;

private:
    struct Alias {
        std::uint32_t entity = 0;
        AliasUse use = AliasUse::ExactCase;
        std::string text; // as written in the data, for the case
    };
    struct Node {
        std::vector<std::uint32_t> aliases; // indices in m_aliases that end here
    };

    base::Outcome addRows(const base::ResourceFiles& files, const std::string& name, Vocabulary& vocabulary);
    void addAlias(std::uint32_t entity, std::string_view written, Vocabulary& vocabulary);
    static std::uint64_t edge(std::uint32_t node, std::int32_t word)
    {
        return (static_cast<std::uint64_t>(node) << 32) | static_cast<std::uint32_t>(word);
    }

    std::vector<KnownEntity> m_entities;
    std::map<std::string, std::uint32_t> m_byId;
    std::vector<Alias> m_aliases;
    std::vector<Node> m_nodes;
    std::unordered_map<std::uint64_t, std::uint32_t> m_edges;
};

} // namespace engine
