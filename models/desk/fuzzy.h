// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/span.h>

#include <optional>
#include <string_view>
#include <vector>

namespace desk {

struct FuzzyMatch {
    double score = 0; // 0.5…1.1; more is better
    std::vector<base::Span> hits; // bytes of the text; ascending, apart
};

// What was typed, to be found in names: the letters of each typed word stand in the name in their order, not
// necessarily side by side; the words in any order. Letters at the beginning of a word and letters that
// follow each other count more, gaps less; what only a scatter of letters would give is no match. Upper case
// and diacritics make no difference.
class FuzzyPattern final {
public:
    explicit FuzzyPattern(std::string_view typed);

    bool empty() const { return m_words.empty(); } // matches nothing
    // The best way the letters stand in the text. Linear in typed letters times letters of the text, of which
    // the first 400 are looked at.
    std::optional<FuzzyMatch> match(std::string_view text) const;

private:
    std::vector<std::u32string> m_words; // folded
};

} // namespace desk
