// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clusterer.h"
#include "novelty.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace engine {

constexpr double SurestPair = 6; // logits of two articles telling one story, and −6 of two that do not

// How often each of a few values was added; small, as most stories have one article.
template <class Value> class Counts final {
public:
    bool add(Value value) // whether it is the first of its kind
    {
        const auto place = find(value);
        if (place != m_list.end() && place->first == value) {
            ++place->second;
            return false;
        }
        m_list.insert(place, {value, 1});
        return true;
    }
    bool remove(Value value) // whether it was the last of its kind
    {
        const auto place = find(value);
        if (place == m_list.end() || place->first != value || --place->second > 0)
            return false;
        m_list.erase(place);
        return true;
    }
    auto begin() const { return m_list.begin(); }
    auto end() const { return m_list.end(); }

private:
    auto find(Value value)
    {
        return std::lower_bound(m_list.begin(), m_list.end(), value,
            [](const auto& one, Value wanted) { return one.first < wanted; });
    }

    std::vector<std::pair<Value, std::uint16_t>> m_list;
};

// What an article brings after these of its story and some more, which told what is known.
Telling tellingOf(const std::vector<const WeighedArticle*>& earlier, int more, const KnownFacts& facts,
    const WeighedArticle& article);

struct StoryClusterer::Story {
    StoryId id = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    int articles = 0;
    std::deque<WeighedArticle> members; // the first and the newest, by time
    Counts<Term> terms; // how many of its kept articles use them
    Counts<std::uint64_t> keys; // under which it stands in the postings
    KnownFacts known;

    // Those that may move.
    Articles movable() const
    {
        Articles list;
        for (std::size_t at = 0; at < members.size(); ++at) {
            if (at < FirstSettled || at + (Settled - FirstSettled) >= members.size())
                list.push_back(&members[at]);
        }
        return list;
    }
    struct Told {
        std::uint32_t number = 0;
        std::int64_t article = 0;
        Telling telling;
        bool operator==(const Told&) const = default;
    };
    // What each of its kept articles brings, as far as these tell.
    std::vector<Told> tellings() const;
    void look(); // at its kept articles anew: when it was told, and what it knows

    Articles list() const
    {
        Articles list;
        for (const WeighedArticle& member : members)
            list.push_back(&member);
        return list;
    }
};

} // namespace engine
