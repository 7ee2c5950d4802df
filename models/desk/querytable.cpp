// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "querytable.h"

#include <algorithm>
#include <array>

namespace desk {

namespace {

constexpr std::array Signs{
    ValueInfo{"oil gas", "both words, whole, anywhere in the text"},
    ValueInfo{"oil OR gas", "either"},
    ValueInfo{"-oil", "without it; also NOT oil"},
    ValueInfo{"(oil OR gas) price", "a group"},
    ValueInfo{"\"crude oil\"", "these words in this order"},
    ValueInfo{"sanct*", "words that begin so"},
    ValueInfo{"oil NEAR/5 price", "at most five words between them"},
};

constexpr std::array Fields{
    FieldInfo{"title", FieldKind::Text, "title:(oil OR gas)", "in the headline only"},
    FieldInfo{"body", FieldKind::Text, "body:\"crude oil\"", "in the text only"},
    FieldInfo{"source", FieldKind::Words, "source:Reut*", "from a source of this name"},
    FieldInfo{"author", FieldKind::Words, "author:Doe", "by an author of this name"},
    FieldInfo{"topic", FieldKind::Words, "topic:\"Oil & Gas\"", "about this topic"},
    FieldInfo{"ticker", FieldKind::Exact, "ticker:XOM", "names the instrument"},
    FieldInfo{
        "entity", FieldKind::Words, "entity:\"United States\"", "names this company, country, commodity"},
    FieldInfo{"event", FieldKind::Words, "event:trade.deal", "reports such an event"},
    FieldInfo{"lang", FieldKind::Exact, "lang:en", "in this language"},
    FieldInfo{"mode", FieldKind::Exact, "mode:opinion", "news, explainer, opinion, wrap, recap"},
    FieldInfo{"story", FieldKind::Exact, "story:s12", "of this story"},
    FieldInfo{"label", FieldKind::Words, "label:\"to do\"", "carries your label"},
    FieldInfo{"is", FieldKind::State, "is:unread", "also read, starred, hidden"},
    FieldInfo{"has", FieldKind::State, "has:decision", "also note, alert, label"},
    FieldInfo{"impact", FieldKind::Number, "impact>=0.6", "0 to 1; < <= = >= >", 0, 1},
    FieldInfo{"sentiment", FieldKind::Number, "sentiment<-0.3", "\u22121 to +1", -1, 1},
    FieldInfo{"novelty", FieldKind::Number, "novelty>=75", "0 to 100: new within its story", 0, 100},
    FieldInfo{"relevance", FieldKind::Number, "relevance>=75", "0 to 100: of its leading entity", 0, 100},
    FieldInfo{
        "published", FieldKind::Time, "published:7d", "also today, 24h, 2026-03, 2026-03-01..2026-03-15"},
    FieldInfo{"received", FieldKind::Time, "received:today", "when it came in; the same forms"},
    FieldInfo{"search", FieldKind::Search, "search:\"My search\"", "what a saved search finds"},
    FieldInfo{"watchlist", FieldKind::Watchlist, "watchlist:Metals", "names a member of your watchlist"},
    FieldInfo{"sort", FieldKind::Order, "sort:impact", "also published, received, relevance, read"},
};

constexpr std::array Is{ValueInfo{"unread", "not read yet"}, ValueInfo{"read", "read"},
    ValueInfo{"starred", "with a star"}, ValueInfo{"hidden", "taken out of the lists"},
    ValueInfo{"analysed", "with scores"}};
constexpr std::array Has{ValueInfo{"decision", "with key decisions"}, ValueInfo{"note", "with your note"},
    ValueInfo{"alert", "an alert rule fired"}, ValueInfo{"label", "with a label"}};
constexpr std::array Orders{ValueInfo{"impact", "highest first"}, ValueInfo{"published", "newest first"},
    ValueInfo{"received", "last come first"}, ValueInfo{"relevance", "best match first"},
    ValueInfo{"read", "last read first"}, ValueInfo{"read", "last read first; only what was read"}};
constexpr std::array Times{ValueInfo{"today", "since midnight, UTC"},
    ValueInfo{"yesterday", "the day before"}, ValueInfo{"24h", "the last 24 hours"},
    ValueInfo{"7d", "the last seven days"}, ValueInfo{"4w", "the last four weeks"}};

// Changes, insertions, removals and swaps of neighbours between two short words.
int distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<int>(i + j);
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

} // namespace

std::span<const FieldInfo> queryFields() { return Fields; }

const FieldInfo* queryField(std::string_view name)
{
    const auto found = std::find_if(
        Fields.begin(), Fields.end(), [name](const FieldInfo& field) { return field.name == name; });
    return found == Fields.end() ? nullptr : &*found;
}

std::string_view nearestField(std::string_view name)
{
    if (name.size() > 20)
        return {};
    std::string_view nearest;
    int least = name.size() < 4 ? 2 : 3; // farther ones are no slips
    for (const FieldInfo& field : Fields) {
        const bool begins
            = name.size() >= 3 && (field.name.starts_with(name) || name.starts_with(field.name));
        const int far = begins ? 1 : distance(name, field.name);
        if (far < least) {
            least = far;
            nearest = field.name;
        }
    }
    return nearest;
}

std::span<const ValueInfo> fieldValues(std::string_view field)
{
    if (field == "is")
        return Is;
    if (field == "has")
        return Has;
    if (field == "sort")
        return Orders;
    if (field == "published" || field == "received")
        return Times;
    return {};
}

std::span<const ValueInfo> querySigns() { return Signs; }

const std::vector<OperatorHelp>& operators()
{
    static const std::vector<OperatorHelp> list = [] {
        std::vector<OperatorHelp> all;
        for (const ValueInfo& sign : Signs)
            all.push_back({std::string(sign.name), std::string(sign.help)});
        for (const FieldInfo& field : Fields)
            all.push_back({std::string(field.form), std::string(field.help)});
        return all;
    }();
    return list;
}

} // namespace desk
