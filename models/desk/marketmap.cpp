// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "marketmap.h"

#include "query.h"

#include <algorithm>

namespace desk {

namespace {

std::string dayOf(Day day) { return base::toIso(day).substr(0, 10); }

// As a part of a longer query: what OR joins stays together. Outside of quotes nothing else needs it.
std::string part(std::string_view query)
{
    std::string kept;
    bool inQuotes = false;
    bool joined = false;
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
        joined = joined || (begins && depth == 0 && query.substr(at).starts_with("OR "));
        kept += query[at];
    }
    while (kept.ends_with(' '))
        kept.pop_back();
    return joined ? '(' + kept + ')' : kept;
}

} // namespace

std::optional<double> TopicDays::againstUsual() const
{
    return usual && *usual > 0 ? std::optional(recent.volume / *usual) : std::nullopt;
}

std::string topicQuery(std::string_view topic) { return "topic:" + quoted(topic); }

std::string bothQueries(std::string_view one, std::string_view other)
{
    const std::string first = part(one);
    const std::string second = part(other);
    return first + (first.empty() || second.empty() ? "" : " ") + second;
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
