// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/stories/settling.h>
#include <engine/stories/similarity.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace engine {

using StoryId = std::int64_t;

// What an article brings to its story.
struct Telling {
    int earlier = 0; // articles the story had before
    int novelty = 100; // 0…100
    std::optional<double> known; // share of its figures and events that the story had told before, 0…1

    bool operator==(const Telling&) const = default;
};

// Where an article belongs, what it brings, and what it shows of others.
struct Placement : Telling {
    struct Move {
        std::int64_t article = 0;
        StoryId from = 0;
        StoryId into = 0; // one there was, or a new one
    };
    StoryId story = 0;
    bool begins = false; // the first of its story
    std::vector<std::pair<StoryId, StoryId>> merged; // the former story, and the older one it became part of
    std::vector<Move> moved; // after that: earlier articles that belong elsewhere
    std::vector<std::pair<std::int64_t, Telling>> retold; // articles that bring something else after that
};

// Groups articles into stories as they arrive, one at a time: near-duplicates, rewrites and later
// developments of one event. An article is compared only with stories of the last Window days that share rare
// words, names or text with it, and of those with a bounded number, so the work for one does not grow with
// the number of articles. An article may show that earlier ones of its story, or of those linked to it,
// straight or through others, belong together otherwise: these are moved then, and stories put together or
// parted. Stories nothing was added to for Window days are forgotten here (the store keeps them).
// Deterministic; a pure function of the articles in their order. Hand them in by time, then by
// StoryFeatures::order. Not thread-safe.
class StoryClusterer final {
public:
    static constexpr std::int64_t Window = 14 * 86400; // seconds
    static constexpr std::size_t Compared = 24; // articles of a story that are compared: its first …
    static constexpr std::size_t FirstCompared = 6; // … and its newest
    static constexpr std::size_t InView = 60; // articles that are grouped anew when one comes
    static constexpr std::size_t Settled = 12; // articles of a story that may move: its first …
    static constexpr std::size_t FirstSettled = 3; // … and its newest

    // New stories are numbered from `next`.
    StoryClusterer(std::shared_ptr<const StoryLexicon> lexicon, StoryId next);
    ~StoryClusterer();
    StoryClusterer(const StoryClusterer&) = delete;
    StoryClusterer& operator=(const StoryClusterer&) = delete;

    Placement add(StoryFeatures features);
    // Takes an article whose story is known, by time.
    void restore(StoryFeatures features, StoryId story);

    // The analyst said that these two are not one: no article merges them again.
    void keepApart(StoryId one, StoryId other);

    // The analyst made this story what it is: no article of it is moved, nor one moved into it.
    void keepAsItIs(StoryId story);

    StoryId next() const { return m_next; }
    std::int64_t time() const { return m_time; } // of the newest article seen
    std::size_t stories() const { return m_stories.size(); } // active
    std::size_t terms() const
    {
        return m_statistics.size() + m_postings.size() + m_copies.size();
    } // a measure of memory

private:
    struct Story;
    using Articles = std::vector<const WeighedArticle*>;
    struct Home {
        StoryId story = 0;
        bool compared = false; // with what is near it, since it was read back
    };

    void advance(std::int64_t time);
    void insert(Story& story, WeighedArticle article);
    void drop(Story& story, const WeighedArticle& article);
    void unlist(std::uint64_t key, StoryId id);
    void forget(StoryId id);
    void merge(Story& into, Story& from);
    std::vector<StoryId> candidates(const WeighedArticle& article) const;
    double link(const WeighedArticle& a, const WeighedArticle& b); // logits
    double linkage(const Articles& a, const Articles& b); // 0…1
    bool keptApart(StoryId one, StoryId other) const;
    void judge(const Story& story, const WeighedArticle& article, Placement& placement) const;
    std::vector<Story*> inView(StoryId own);
    void compareAgain(const WeighedArticle& article);
    StoryId settle(StoryId own, std::uint32_t article, Placement& placement);
    void putTogether(std::vector<Story*>& stories, const std::vector<std::size_t>& into, StoryId& own,
        Placement& placement);
    std::int64_t move(Story& from, Story& into, std::uint32_t article);

    std::shared_ptr<const StoryLexicon> m_lexicon;
    TermStatistics m_statistics;
    std::unordered_map<StoryId, std::unique_ptr<Story>> m_stories;
    std::unordered_map<std::uint64_t, std::vector<StoryId>> m_postings; // by key of a word
    std::unordered_map<std::uint64_t, StoryId> m_copies; // the newest story by key of a text's signature
    std::set<std::pair<StoryId, StoryId>> m_apart;
    std::set<StoryId> m_kept; // as they are
    std::unordered_map<std::uint32_t, Home> m_homes; // of kept articles, by number
    LinkMemory m_links;
    std::uint32_t m_number = 0; // of the newest article
    std::deque<std::pair<std::int64_t, StoryId>> m_ageing; // by time: when to look whether a story is over
    StoryId m_next;
    std::int64_t m_time = 0;
};

} // namespace engine
