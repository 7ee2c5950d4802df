// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/knowledge/playbooks.h>
#include <engine/prose/wording.h>
#include <engine/reading.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace engine {

struct SaidWording {
    const Wording* wording = nullptr;
    std::string text;
};

// Which of several wordings an article gets. Not chance: those with most facts, then with most slots that only
// this article fills; what is left open is decided by a hash of article and rule, and no two sentences of one
// text begin alike where another wording will do. The same article always gets the same words.
class WordingChoice final {
public:
    explicit WordingChoice(const Reading& reading);

    // Nothing when no wording has all its slots. `sentence` as in realise.
    std::optional<SaidWording> choose(const std::vector<const Wording*>& wordings, const Slots& slots,
        const std::string& rule, bool sentence) const;
    // The same of plain texts.
    std::optional<std::string> choose(const std::vector<std::string>& texts, const Slots& slots,
        const std::string& rule, bool sentence) const;
    // Remembers how a sentence began.
    void said(const std::string& sentence);

private:
    template <class Texts, class TextOf, class FactsOf>
    std::optional<std::pair<std::size_t, std::string>> chosen(const Texts& texts, TextOf textOf, FactsOf factsOf,
        const Slots& slots, const std::string& rule, bool sentence) const;

    std::uint64_t m_seed = 0;
    std::set<std::string> m_openings; // first two words, lower case
};

// Slots in the text that are filled by the article alone: not {will}, roles or their names.
std::size_t articleSlotCount(std::string_view text);

} // namespace engine
