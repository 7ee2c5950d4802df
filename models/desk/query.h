// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/feedview.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The query language of search box, views, rules and command line. Here it is read; the store turns the tree
// into SQL.
namespace desk {

enum class NodeKind { All, And, Or, Not, Words, Phrase, Prefix, Near, Field, State, Number, Time };
enum class Comparison { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };

struct QueryNode {
    NodeKind kind = NodeKind::All;
    std::vector<QueryNode> children; // of And, Or, Not, Near (two)
    std::string field; // title, body, source, topic, …; for State: read, unread, …; for Number: impact, …;
                       // for Time: published or received; for Words/Phrase/Prefix: empty, title or body
    std::string text; // the words, phrase, prefix or value
    Comparison comparison = Comparison::Equal; // of Number
    double number = 0; // of Number; of Near: the distance
    std::optional<base::Instant> from; // of Time: half-open
    std::optional<base::Instant> to;
};

struct Query {
    QueryNode root;
    std::optional<Sort> sort; // from sort:
};

// Reads a query; relative times (today, 24h, 7d) count back from `now`. InvalidInput says the column (from
// 1) and what was expected: "column 9: expected a number after impact>=".
base::Result<Query> parseQuery(std::string_view text, base::Instant now);

// A value as it must be written in a query: quoted when it holds a space or a sign of the language.
std::string quoted(std::string_view value);

struct OperatorHelp {
    std::string form; // "topic:NAME"
    std::string text; // "about this topic"
};

// Every operator there is, in the order to show them.
const std::vector<OperatorHelp>& operators();

} // namespace desk
