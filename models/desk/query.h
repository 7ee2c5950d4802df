// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/instant.h>
#include <base/result.h>
#include <desk/feedview.h>
#include <desk/watchlist.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The query language of search box, views, rules and command line, read into one tree. Two readers of the
// tree mean the same by it: the store's SQL (store/querysql.h) and the predicate over one article
// (querymatch.h).
namespace desk {

enum class NodeKind { All, And, Or, Not, Words, Phrase, Prefix, Near, Field, State, Number, Time };
enum class Comparison { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };

struct QueryNode {
    NodeKind kind = NodeKind::All;
    std::vector<QueryNode> children; // of And, Or, Not, Near (two); of a Field watchlist: its members
    std::string field; // source, topic, …; for State: read, unread, …; for Number: impact, …; for Time:
                       // published or received; for Words, Phrase, Prefix, Near: empty, title or body
    std::string text; // the words, phrase, beginning or value; of Time: as it was written
    bool prefix = false; // of Field: the value is a beginning
    Comparison comparison = Comparison::Equal; // of Number
    double number = 0; // of Number; of Near: the distance
    std::optional<base::Instant> from; // of Time: half-open
    std::optional<base::Instant> to;
};

struct Query {
    QueryNode root;
    std::optional<Sort> sort; // from sort:
    bool hidden = false; // is:hidden stands in it: otherwise hidden articles are not among the matches
};

// The query kept under a name; nothing when there is none.
using SavedQueries = std::function<std::optional<std::string>(std::string_view name)>;

// Reads a query; relative times (today, 24h, 7d) count back from `now`, days are those of UTC. InvalidInput
// says the column (from 1, in characters as they are seen) and what was expected: "column 9: expected a
// number after impact>=". What can match nothing by its form (a word without letters or digits, impact>=60)
// is such an error too. At most 20,000 bytes, 500 conditions and 20 groups inside each other.
base::Result<Query> parseQuery(std::string_view text, base::Instant now, const SavedQueries& saved = {},
    const WatchlistMembers& watchlists = {});

// The column an error of parseQuery names; nothing for other errors.
std::optional<int> errorColumn(const base::Error& error);

// Blanks as wide as a terminal shows what stands before the column: two for an East Asian character.
std::string columnSpaces(std::string_view query, int column);

// A query that reads back as the same tree; of a saved search its conditions stand there.
std::string queryText(const Query& query);

// watchlist:"name" as a condition: any of the members, compared whole.
QueryNode watchlistNode(const std::string& name, const std::vector<WatchlistMember>& members);

// A value as it must be written in a query: quoted when it holds a space or a sign of the language.
std::string quoted(std::string_view value);

// Whether the tree asks for words of the text, outside of any negation: only then is there a relevance.
bool asksForWords(const QueryNode& node);

} // namespace desk
