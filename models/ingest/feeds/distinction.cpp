// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "distinction.h"

#include <base/strings.h>

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace ingest {

namespace {

using Group = std::vector<base::FeedEntry*>;

std::string textKey(const base::FeedEntry& entry)
{
    return base::hex64(base::hash64(entry.summary, base::hash64(entry.content)));
}

// How many different values the entries of a group have.
template <typename Value> std::size_t kinds(const Group& group, const Value& value)
{
    std::set<std::string> found;
    for (const base::FeedEntry* entry : group)
        found.insert(value(*entry));
    return found.size();
}

void distinguishGroup(const Group& group)
{
    const auto link = [](const base::FeedEntry& entry) { return entry.link; };
    const auto title = [](const base::FeedEntry& entry) { return entry.title; };
    const auto both = [](const base::FeedEntry& entry) { return entry.link + '\n' + entry.title; };
    const std::size_t different = kinds(group, both);
    if (different > 1) {
        const bool byLink = kinds(group, link) == different;
        const bool byTitle = kinds(group, title) == different;
        for (base::FeedEntry* entry : group)
            entry->distinction = byLink ? entry->link : byTitle ? entry->title : both(*entry);
        return;
    }
    // One address and one title: the same entry sent twice, unless the texts differ where there is no title.
    if (group.front()->title.empty() && kinds(group, textKey) > 1) {
        for (base::FeedEntry* entry : group)
            entry->distinction = textKey(*entry);
    }
}

} // namespace

void distinguish(std::vector<base::FeedEntry>& entries)
{
    std::unordered_map<std::string, Group> groups;
    for (base::FeedEntry& entry : entries) {
        if (const std::string key = entry.id.empty() ? entry.link : '#' + entry.id; !key.empty())
            groups[key].push_back(&entry);
    }
    for (const auto& [key, group] : groups) {
        if (group.size() > 1)
            distinguishGroup(group);
    }
}

} // namespace ingest
