// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/result.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Names the analyst follows. An article is of a watchlist when it names an entity or ticker, is about a topic
// or holds the words of one of its members; what the members say is compared whole, but for capital letters.
namespace desk {

enum class MemberKind { Entity, Ticker, Topic, Word };

struct WatchlistMember {
    MemberKind kind = MemberKind::Word;
    std::string value; // of Entity: its id ("company:NVDA") or its name

    bool operator==(const WatchlistMember&) const = default;
};

struct Watchlist {
    std::int64_t id = 0;
    std::string name;
    std::vector<WatchlistMember> members;
};

// The members of the watchlist of this name; nothing when there is none.
using WatchlistMembers = std::function<std::optional<std::vector<WatchlistMember>>(std::string_view name)>;

std::string_view memberKindName(MemberKind kind); // "entity", "ticker", "topic", "word"
std::optional<MemberKind> memberKind(std::string_view name);

// Reads a list as spreadsheets write it: cells split by commas, semicolons or tabs, quoted or not. A first
// row that names columns (kind and value; or ticker, symbol, entity, name, company, topic, word, keyword)
// says what each carries; of a row of several the first that is not empty counts, in this order. Without one
// the first cell of each row counts: a ticker when it is at most six capital letters, digits and points, an
// entity when it has the form kind:id, else words. Lines that say nothing are left out with their number.
struct ReadWatchlist {
    std::vector<WatchlistMember> members; // each once
    std::vector<std::string> leftOut; // "line 7: expected entity, ticker, topic or word, not isin"
};
ReadWatchlist readWatchlistCsv(std::string_view text);

} // namespace desk
