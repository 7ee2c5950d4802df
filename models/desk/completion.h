// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/query.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What may be written where the cursor stands in a query: the pure half. The store knows the values
// (store/suggestions.h).
namespace desk {

// The piece of the text that is being written.
struct Completion {
    std::string field; // whose value it is; empty: a word, or the name of a field
    std::string text; // what is written of it up to the cursor, without quotes
    std::size_t begin = 0; // bytes of the query that a choice replaces, half-open
    std::size_t end = 0;
};

// Also inside the group of a field, "topic:(oil OR |". Linear in the text.
Completion completionAt(std::string_view query, std::size_t cursor);

struct Suggestion {
    std::string shown; // "Oil & Gas", "topic:"
    std::string inserted; // what takes the piece's place: topic:"Oil & Gas"
    std::string help; // "about this topic"; empty for values
    std::int64_t count = -1; // articles; -1: it has none
    bool more = false; // at least so many
};

// Names of fields that begin so, and of values that are closed lists (is, has, sort, published, received).
std::vector<Suggestion> grammarSuggestions(const Completion& completion);

// A value as the choice for this piece.
Suggestion valueSuggestion(const std::string& value, std::int64_t count, bool more);

// The query with the choice in it, and the cursor after it; a space follows unless more of the value does.
struct CompletedQuery {
    std::string text;
    std::size_t cursor = 0;
};
CompletedQuery completed(std::string_view query, const Completion& completion, const Suggestion& suggestion);

} // namespace desk
