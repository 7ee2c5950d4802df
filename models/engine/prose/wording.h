// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/files.h>
#include <base/result.h>
#include <engine/text/substrings.h>
#include <engine/text/vocabulary.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

// How things are called and said; resources/engine/wording.toml. Immutable after load; thread-safe.
class Phrasing final {
public:
    static base::Result<std::shared_ptr<const Phrasing>> load(
        const base::ResourceFiles& files, Vocabulary& vocabulary);

    // The name as it stands inside a sentence: "the United States", "the Federal Reserve", "OPEC".
    std::string nameOf(const base::Entity& entity) const;
    // "will", "should" or "could": how sure a consequence may sound at this certainty.
    std::string willOf(double certainty) const;
    // Whether the text holds a phrase that says nothing ("it remains to be seen"); such sentences are
    // dropped.
    bool isFiller(std::string_view text) const;

    // The ways to say one kind of thing ("gain", "watch_title"); empty when the kind is unknown.
    const std::vector<std::string>& constructions(const std::string& kind) const;

private:
    std::map<std::string, std::vector<std::string>> m_constructions;
    std::vector<std::string> m_withArticle; // endings and names that take "the"
    std::vector<std::string> m_without;
    Substrings m_fillers;
};

// Values for the {slots} of a text.
using Slots = std::map<std::string, std::string, std::less<>>;

// The text with its slots filled; nothing when one has no value. A slot's value may hold further slots, to a
// depth of four. The first letter becomes a capital when `sentence`, and a full stop ends it.
std::optional<std::string> realise(std::string_view text, const Slots& slots, bool sentence);
// Whether realise gives a text.
bool isRealisable(std::string_view text, const Slots& slots);

// "12–24 months", "about 3 quarters", "6–18 months", "within days": a horizon in the unit a reader would use.
std::string horizonText(int minDays, int maxDays);

// Leaves the name where it first stands in the sentence and puts `later` in its further places.
void nameOnce(std::string& sentence, std::string_view name, std::string_view later);

std::size_t wordCount(std::string_view text);

} // namespace engine
