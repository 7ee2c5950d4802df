// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/instant.h>
#include <desk/storyview.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <vector>

// The statements of one transaction on stories; private to the store. They throw SQLite::Exception. Each
// keeps the counts of articles and sources in the stories' rows.
namespace store {

class StoryWriter final {
public:
    explicit StoryWriter(SQLite::Database& handle);

    void place(std::int64_t article, std::int64_t story, int novelty);
    void rescore(std::int64_t article, const base::Analysis& analysis);
    // The story of this id or former id; 0 when there is none.
    std::int64_t present(std::int64_t story);
    // Gives the id of the change in the log.
    std::int64_t merge(std::int64_t from, std::int64_t into, base::Instant at, bool byHand);
    // Of these articles those that are still in the one story go to the other, which is begun where it is not
    // known. Gives the id of the change in the log; 0 when there are none.
    std::int64_t transfer(const std::vector<std::int64_t>& articles, std::int64_t from, std::int64_t into,
        base::Instant at, bool byHand);
    void retell(std::int64_t article, int novelty);
    std::int64_t split(std::int64_t story, const std::vector<std::int64_t>& articles, base::Instant at);
    // Whether all of these, and others, are in the story.
    bool holdsMore(std::int64_t story, const std::vector<std::int64_t>& articles);
    void undo(const desk::StoryChange& change);
    void count(std::int64_t story); // its articles and sources anew

private:
    void restore(const desk::StoryChange& change, std::int64_t from, std::int64_t to);
    void move(const std::vector<std::int64_t>& articles, std::int64_t from, std::int64_t to);
    std::int64_t log(const char* kind, bool byHand, std::int64_t story, std::int64_t other,
        const std::vector<std::int64_t>& articles, base::Instant at);

    SQLite::Database& m_handle;
    SQLite::Statement m_begin;
    SQLite::Statement m_place;
    SQLite::Statement m_told; // whether the story was told by the article's source before
    SQLite::Statement m_grow;
};

} // namespace store
