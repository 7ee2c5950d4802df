// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <desk/watchlist.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Which watchlists an article is of, for many articles and all lists at once: it means what watchlist:"name"
// means in a search (tests/desk/watchlistmarks_test.cpp), and asks each name and word of an article once,
// however many members the lists have.
namespace desk {

struct NamedInArticle {
    std::string id; // "company:NVDA"
    std::string name;
    std::string ticker; // may be empty
};

class WatchlistMarks final {
public:
    explicit WatchlistMarks(std::span<const Watchlist> lists);
    ~WatchlistMarks();
    WatchlistMarks(const WatchlistMarks&) = delete;
    WatchlistMarks& operator=(const WatchlistMarks&) = delete;

    bool empty() const; // no list has a member
    bool needsTexts() const; // a member is a word
    // The names of the lists, in their order; title and body may be empty where texts are not needed.
    std::vector<std::string> of(std::span<const NamedInArticle> entities, std::span<const std::string> topics,
        std::string_view title, std::string_view body) const;

private:
    struct Members;
    std::unique_ptr<const Members> m_members;
    std::vector<std::string> m_names;
};

} // namespace desk
