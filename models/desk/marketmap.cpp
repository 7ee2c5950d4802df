// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "marketmap.h"

#include "query.h"

#include <algorithm>

namespace desk {

namespace {

std::string dayOf(Day day) { return base::toIso(day).substr(0, 10); }

struct Part {
    std::string text; // without an order
    bool joined = false; // by OR: beside others it is a group. Nothing else of the language needs that.
};

Part partOf(std::string_view query)
{
    Part part;
    bool inQuotes = false;
    int depth = 0; // of groups
    for (std::size_t at = 0; at < query.size(); ++at) {
        inQuotes = inQuotes != (query[at] == '"');
        const bool begins = !inQuotes && (at == 0 || query[at - 1] == ' ');
        if (begins && query.substr(at).starts_with("sort:")) {
            at = std::min(query.find(' ', at), query.size());
            continue;
        }
        if (!inQuotes)
            depth += query[at] == '(' ? 1 : query[at] == ')' ? -1 : 0;
        part.joined = part.joined || (begins && depth == 0 && query.substr(at).starts_with("OR "));
        part.text += query[at];
    }
    while (part.text.ends_with(' '))
        part.text.pop_back();
    return part;
}

} // namespace

std::optional<double> TopicDays::againstUsual() const
{
    return usual && *usual > 0 ? std::optional(recent.volume / *usual) : std::nullopt;
}

std::string topicQuery(std::string_view topic) { return "topic:" + quoted(topic); }

std::string bothQueries(std::string_view one, std::string_view other)
{
    const Part first = partOf(one);
    const Part second = partOf(other);
    if (first.text.empty() || second.text.empty())
        return first.text + second.text;
    const auto grouped = [](const Part& part) { return part.joined ? '(' + part.text + ')' : part.text; };
    return grouped(first) + ' ' + grouped(second);
}

std::string daysQuery(std::string_view query, Day first, Day last)
{
    return bothQueries(query, "published:" + dayOf(first) + ".." + dayOf(last));
}

std::string momentsQuery(std::string_view query, base::Instant from, base::Instant to)
{
    const std::string last = base::toIso(to - std::chrono::seconds(1));
    return bothQueries(query, "published:" + base::toIso(from) + ".." + last);
}

} // namespace desk
