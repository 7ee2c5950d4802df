// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/feedview.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Everything the query language knows by name, in one table: the parser, the help and the suggestions read
// it.
namespace desk {

enum class FieldKind {
    Text, // words of title or body
    Words, // a value that holds these words: source, topic, …
    Exact, // a value that is this one: lang, ticker, …
    State, // one word of a closed list
    Number,
    Time,
    Search, // a saved search by name
    Watchlist, // a watchlist by name
    Order
};

struct FieldInfo {
    std::string_view name;
    FieldKind kind = FieldKind::Words;
    std::string_view form; // as help shows it; it is a query that can be read
    std::string_view help;
    double least = 0; // of Number
    double most = 0;
};

std::span<const FieldInfo> queryFields();
const FieldInfo* queryField(std::string_view name); // lower case; none: nullptr
std::string_view nearestField(std::string_view name); // empty when none is near

// What may stand after is:, has: or sort:, with a word of help each.
struct ValueInfo {
    std::string_view name;
    std::string_view help;
};
std::span<const ValueInfo> fieldValues(std::string_view field); // is, has, sort, published, received

// The signs and words between conditions.
std::span<const ValueInfo> querySigns();

struct OperatorHelp {
    std::string form; // `topic:"Oil & Gas"`: a query in itself, of one or more operators
    std::string text; // "about this topic"
};

// Every operator there is, in the order to show them; made from the table.
const std::vector<OperatorHelp>& operators();

} // namespace desk
