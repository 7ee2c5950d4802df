// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/articlestore.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <map>
#include <set>
#include <string>

// The statements of one transaction, prepared once; private to the store. They throw SQLite::Exception.
namespace store {

class ArticleWriter final {
public:
    explicit ArticleWriter(SQLite::Database& handle);
    // Counts what it did in `stored`; gives the row's id, 0 for one that a rule of retention removed before.
    std::int64_t write(const base::Article& article, StoredBatch& stored);
    // Before the transaction ends: the sources know what they brought.
    void finish();

private:
    std::int64_t insert(const base::Article& article);
    void index(std::int64_t id, const std::string& title, const std::string& body);
    void nameAuthor(const std::string& author);
    bool wasRemoved(const base::Article& article);
    bool revise(std::int64_t id, const base::Article& article);

    SQLite::Database& m_handle;
    SQLite::Statement m_find;
    SQLite::Statement m_removed;
    SQLite::Statement m_insert;
    SQLite::Statement m_unread;
    SQLite::Statement m_author;
    SQLite::Statement m_index;
    std::set<std::string> m_authors; // named in this transaction
    struct Arrived {
        std::int64_t articles = 0;
        std::int64_t first = 0; // when received
    };
    std::map<std::int64_t, Arrived> m_arrived; // by source
    bool m_removes = false; // rules have removed something
};

class AnalysisWriter final {
public:
    explicit AnalysisWriter(SQLite::Database& handle);
    // False when the article is another text by now or gone.
    bool write(const FinishedAnalysis& finished, base::Instant at);
    // The article's analysis is one of the past from then on.
    static void putAside(SQLite::Database& handle, std::int64_t article, std::int64_t superseded);

private:
    SQLite::Database& m_handle;
    SQLite::Statement m_scores;
    SQLite::Statement m_former;
    SQLite::Statement m_analysis;
    std::array<SQLite::Statement, 3> m_forget;
    SQLite::Statement m_topic;
    SQLite::Statement m_entity;
    SQLite::Statement m_name;
    SQLite::Statement m_event;
};

// Names what the articles and their entities name, for rows that no writer here wrote.
void nameAll(SQLite::Database& handle);

} // namespace store
