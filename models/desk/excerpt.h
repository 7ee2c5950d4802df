// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/span.h>
#include <desk/feedview.h>
#include <desk/query.h>
#include <desk/words.h>

#include <string_view>
#include <vector>

// Where the words a query asks for stand in a text: what lists mark, and which part of an article they show.
namespace desk {

class HitMarker final {
public:
    // Takes the words, phrases and beginnings the query asks for, not those it excludes.
    explicit HitMarker(const Query& query);

    bool empty() const { return m_terms.empty(); }

    // The places in a title or body, ascending and apart from each other. Linear in the text.
    std::vector<base::Span> hits(std::string_view text, base::Field field) const;

    // The part of a body where most of the words stand together, some 150 bytes in one line, "…" where it is
    // cut. Empty when none of them stands in the body's first 64 KiB.
    Excerpt excerpt(std::string_view body) const;

private:
    struct Term {
        std::vector<Word> words; // one after the other
        bool prefix = false; // the last one may be the beginning of a word
        bool title = true; // where it is looked for
        bool body = true;
    };
    struct Place {
        std::size_t begin = 0; // bytes
        std::size_t end = 0;
        std::size_t term = 0;
    };

    void take(const QueryNode& node);
    std::vector<Place> places(const std::vector<Word>& words, base::Field field) const;

    std::vector<Term> m_terms;
};

} // namespace desk
