// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "storyhits.h"

#include "querysql.h"
#include "ranking.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace store {

namespace {

constexpr int MostAtOnce = 2000; // hits
constexpr std::size_t StoriesAtOnce = 500;

struct Place {
    std::int64_t story = 0; // 0: none
    int articles = 1; // of the story
};

bool leftOut(const Folding& folding, std::int64_t article)
{
    return folding.without != nullptr
        && std::binary_search(folding.without->begin(), folding.without->end(), article);
}

std::vector<Place> placesOf(SQLite::Database& handle, const std::vector<Hit>& hits)
{
    SQLite::Statement query(handle,
        "SELECT a.story_id, t.articles FROM article a LEFT JOIN story t ON t.id = a.story_id WHERE a.id = ?");
    std::vector<Place> places;
    for (const Hit& hit : hits) {
        query.reset();
        query.bind(1, hit.id);
        Place place;
        if (query.executeStep() && !query.getColumn(0).isNull())
            place = {query.getColumn(0).getInt64(), query.getColumn(1).getInt()};
        places.push_back(place);
    }
    return places;
}

struct Member {
    std::int64_t story = 0;
    Hit hit;
};

// The articles of these stories that meet all but the words, which are asked for one by one.
std::vector<Member> membersMeeting(SQLite::Database& handle, const desk::Query& query,
    const SplitQuery& split, const OrderKey& order, const std::vector<std::int64_t>& stories)
{
    std::string list;
    for (std::size_t at = 0; at < stories.size(); ++at)
        list += at == 0 ? "?" : ", ?";
    SQLite::Statement select(handle,
        "SELECT a.story_id, a.id, " + std::string(order.key)
            + " FROM article a INDEXED BY article_story WHERE a.story_id IN (" + list + ") AND "
            + split.rest.condition + order.where + (query.hidden ? "" : " AND a.hidden = 0"));
    int at = 1;
    for (const std::int64_t story : stories)
        select.bind(at++, story);
    bindValues(select, split.rest, at);
    std::vector<Member> members;
    while (select.executeStep())
        members.push_back({select.getColumn(0).getInt64(),
            {select.getColumn(1).getInt64(), select.getColumn(2).getDouble()}});
    if (split.words.empty())
        return members;
    SQLite::Statement probe(handle, "SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?");
    std::erase_if(members, [&](const Member& member) {
        probe.reset();
        probe.bind(1, split.words);
        probe.bind(2, member.hit.id);
        return !probe.executeStep();
    });
    return members;
}

// Gives the members the keys of relevance.
void rank(SQLite::Database& handle, const SplitQuery& split, std::vector<Member>& members)
{
    Ids ids;
    for (const Member& member : members)
        ids.push_back(member.hit.id);
    std::sort(ids.begin(), ids.end(), std::greater<>());
    std::unordered_map<std::int64_t, double> keys;
    for (const Hit& hit : bestMatches(handle, {split.words, ids.size(), {}, &ids, {}}))
        keys.emplace(hit.id, hit.key);
    for (Member& member : members)
        member.hit.key = keys[member.hit.id];
}

} // namespace

std::vector<StoryHit> firstOfStories(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
    const std::vector<std::int64_t>& stories, const Folding& folding)
{
    const SplitQuery split = splitQuery(query);
    const bool ranked = sort == desk::Sort::Relevance;
    const OrderKey order = keyOf(ranked ? desk::Sort::Impact : sort);
    std::unordered_map<std::int64_t, Hit> first;
    for (std::size_t from = 0; from < stories.size(); from += StoriesAtOnce) {
        const std::vector<std::int64_t> some(stories.begin() + static_cast<std::ptrdiff_t>(from),
            stories.begin() + static_cast<std::ptrdiff_t>(std::min(stories.size(), from + StoriesAtOnce)));
        std::vector<Member> members = membersMeeting(handle, query, split, order, some);
        if (ranked)
            rank(handle, split, members);
        for (const Member& member : members) {
            if (leftOut(folding, member.hit.id))
                continue;
            const auto [place, isNew] = first.emplace(member.story, member.hit);
            if (!isNew && comesBefore(member.hit, place->second))
                place->second = member.hit;
        }
    }
    std::vector<StoryHit> hits;
    for (const auto& [story, hit] : first)
        hits.push_back({story, hit});
    return hits;
}

std::vector<Hit> findStories(SQLite::Database& handle, const desk::Query& query, desk::Sort sort,
    const std::optional<desk::Cursor>& after, int limit, const Folding& folding)
{
    std::vector<Hit> stories;
    std::unordered_set<std::int64_t> seen;
    std::optional<desk::Cursor> from = after;
    for (int most = limit;; most = std::min(most * 2, MostAtOnce)) {
        const std::vector<Hit> hits = findHits(handle, query, sort, from, most);
        const std::vector<Place> places = placesOf(handle, hits);
        std::unordered_map<std::int64_t, std::int64_t> firsts; // of stories that may stand on an earlier page
        if (after) {
            std::vector<std::int64_t> asked;
            for (const Place& place : places) {
                if (place.articles > 1 && !seen.contains(place.story))
                    asked.push_back(place.story);
            }
            std::sort(asked.begin(), asked.end());
            asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
            for (const StoryHit& one : firstOfStories(handle, query, sort, asked, folding))
                firsts.emplace(one.story, one.hit.id);
        }
        for (std::size_t at = 0; at < hits.size(); ++at) {
            const Place& place = places[at];
            if (leftOut(folding, hits[at].id) || (folding.several && place.articles < 2))
                continue;
            if (place.story != 0 && !seen.insert(place.story).second)
                continue;
            if (const auto first = firsts.find(place.story);
                first != firsts.end() && first->second != hits[at].id)
                continue;
            stories.push_back(hits[at]);
            if (static_cast<int>(stories.size()) == limit)
                return stories;
        }
        if (static_cast<int>(hits.size()) < most)
            return stories;
        from = desk::Cursor{hits.back().key, hits.back().id};
    }
}

std::int64_t countStories(SQLite::Database& handle, bool hidden)
{
    // What stories count of their articles stands in their rows; the rest have none.
    SQLite::Statement all(handle,
        "SELECT (SELECT count(*) FROM article), count(*), coalesce(sum(articles), 0) FROM story WHERE "
        "articles > 0");
    all.executeStep();
    const std::int64_t alone = all.getColumn(0).getInt64() - all.getColumn(2).getInt64();
    std::int64_t count = alone + all.getColumn(1).getInt64();
    if (hidden)
        return count;
    SQLite::Statement gone(handle,
        "SELECT a.story_id, count(*), t.articles FROM article a LEFT JOIN story t ON t.id = a.story_id WHERE "
        "a.hidden = 1 GROUP BY a.story_id");
    while (gone.executeStep()) {
        if (gone.getColumn(0).isNull())
            count -= gone.getColumn(1).getInt64();
        else if (gone.getColumn(1).getInt64() == gone.getColumn(2).getInt64())
            --count;
    }
    return count;
}

} // namespace store
