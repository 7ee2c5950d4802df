// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/alertstore.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

// The statements of one transaction on firings; private to the store. They throw SQLite::Exception.
namespace store {

// readStoryContext for many articles. Throws SQLite::Exception.
class StoryReader final {
public:
    explicit StoryReader(SQLite::Database& handle);
    StoryContext read(std::int64_t article);

private:
    SQLite::Statement m_query;
};

class FiringWriter final {
public:
    FiringWriter(SQLite::Database& handle, base::Instant at);

    // Marks the article as seen; false when it is another text by now or was seen.
    bool see(const EvaluatedArticle& article);
    // The firing, when the rule may fire; else the article is one that was held back.
    std::optional<desk::Firing> fire(std::int64_t article, const RuleHit& hit);
    void change(std::int64_t article, const DecisionHit& hit);

private:
    struct Last {
        std::int64_t firing = 0;
        desk::LastFiring was;
    };
    std::optional<Last> last(std::int64_t rule, std::int64_t story);
    void keep(std::int64_t firing, std::int64_t article, bool fired, const desk::FiringArticle& receipt);
    bool risesAbove(std::int64_t rule, bool crosses); // of a stream: from within to beyond

    SQLite::Database& m_handle;
    base::Instant m_at;
    SQLite::Statement m_see;
    SQLite::Statement m_story;
    SQLite::Statement m_last;
    SQLite::Statement m_lastOfStream;
    SQLite::Statement m_firing;
    SQLite::Statement m_article;
};

} // namespace store
