// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "suggestions.h"

#include "sqlerror.h"

#include <base/strings.h>
#include <desk/words.h>

#include <algorithm>
#include <map>

namespace store {

namespace {

constexpr std::int64_t MostCounted = 1000; // of one value
constexpr int MostValues = 400; // looked at for one answer
constexpr int Newest = 2000; // articles looked at where there is no index

// Values of a column that begin an index, and how to count the articles of one.
struct Listed {
    const char* field;
    const char* table;
    const char* column;
    const char* counting; // a statement with one value and a LIMIT
};

constexpr Listed Lists[] = {
    {"topic", "article_topic", "topic", "SELECT 1 FROM article_topic WHERE topic = ? LIMIT ?"},
    {"entity", "article_entity", "name", "SELECT 1 FROM article_entity WHERE name = ? LIMIT ?"},
    {"ticker", "article_entity", "ticker", "SELECT 1 FROM article_entity WHERE ticker = ? LIMIT ?"},
    {"event", "article_event", "event", "SELECT 1 FROM article_event WHERE event = ? LIMIT ?"},
};

struct Values {
    std::map<std::string, std::pair<std::int64_t, bool>> found; // count, and whether there are more

    void add(const std::string& value, std::int64_t count, bool more)
    {
        found.emplace(value, std::pair{count, more});
    }
};

// The value begins so, or one of its words does.
bool fits(const std::string& value, const std::string& begun)
{
    return begun.empty() || base::lowerAscii(value).starts_with(base::lowerAscii(begun))
        || desk::holdsWords(value, desk::wordsIn(begun), true);
}

std::pair<std::int64_t, bool> countOf(SQLite::Statement& counting, const std::string& value)
{
    counting.reset();
    counting.bind(1, value);
    counting.bind(2, MostCounted + 1);
    std::int64_t count = 0;
    while (counting.executeStep())
        ++count;
    return {std::min(count, MostCounted), count > MostCounted};
}

// Jumps from value to value, from the first that could begin so.
void addListed(SQLite::Database& handle, const Listed& list, const std::string& begun, Values& values)
{
    const std::string column = list.column;
    const std::string from = "SELECT min(" + column + ") FROM " + list.table + " WHERE " + column;
    SQLite::Statement counting(handle, list.counting);
    const auto jump = [&](const std::string& first, const auto& goOn) {
        std::string at = first;
        for (int seen = 0; seen < MostValues; ++seen) {
            SQLite::Statement next(handle, from + (seen == 0 ? " >= ?" : " > ?"));
            next.bind(1, at);
            if (!next.executeStep() || next.getColumn(0).isNull())
                return;
            at = next.getColumn(0).getString();
            if (!goOn(at))
                return;
            if (at.empty() || !fits(at, begun))
                continue;
            const auto [count, more] = countOf(counting, at);
            values.add(at, count, more);
        }
    };
    // Those that begin so stand together in the index; where few values exist their other words are looked at
    // too.
    const std::string lower = base::lowerAscii(begun);
    jump(begun, [&](const std::string& value) { return base::lowerAscii(value).starts_with(lower); });
    if (values.found.size() < static_cast<std::size_t>(MostValues) && !begun.empty())
        jump({}, [](const std::string&) { return true; });
}

void addCounted(SQLite::Database& handle, const std::string& sql, const std::string& counting,
    const std::string& begun, Values& values)
{
    SQLite::Statement all(handle, sql);
    SQLite::Statement count(handle, counting);
    int counted = 0;
    while (counted < MostValues && all.executeStep()) {
        const std::string name = all.getColumn(0).getString();
        if (name.empty() || !fits(name, begun))
            continue;
        const auto [articles, more] = countOf(count, all.getColumn(1).getString());
        values.add(name, articles, more);
        ++counted;
    }
}

// What the newest articles say, each counted among them.
void addRecent(SQLite::Database& handle, const std::string& column, const std::string& begun, Values& values)
{
    SQLite::Statement recent(handle,
        "SELECT " + column + ", count(*) FROM (SELECT " + column
            + " FROM article ORDER BY received DESC, id DESC LIMIT ?) WHERE " + column + " <> '' GROUP BY 1");
    recent.bind(1, Newest);
    while (recent.executeStep()) {
        const std::string value = recent.getColumn(0).getString();
        if (fits(value, begun))
            values.add(value, recent.getColumn(1).getInt64(), recent.getColumn(1).getInt64() > 0);
    }
}

Values valuesOf(SQLite::Database& handle, const std::string& field, const std::string& begun)
{
    Values values;
    for (const Listed& list : Lists) {
        if (field == list.field)
            addListed(handle, list, begun, values);
    }
    if (field == "source") {
        addCounted(handle, "SELECT title, id FROM source ORDER BY title",
            "SELECT 1 FROM article WHERE source_id = CAST(? AS INTEGER) LIMIT ?", begun, values);
        addRecent(handle, "source_name", begun, values);
    } else if (field == "author") {
        addRecent(handle, "author", begun, values);
    } else if (field == "lang") {
        addRecent(handle, "language", begun, values);
    } else if (field == "mode") {
        addRecent(handle, "mode", begun, values);
    } else if (field == "label") {
        addCounted(handle, "SELECT name, id FROM label ORDER BY name",
            "SELECT 1 FROM article_label WHERE label_id = CAST(? AS INTEGER) LIMIT ?", begun, values);
    } else if (field == "search" || field == "watchlist") {
        SQLite::Statement saved(handle,
            field == "search" ? "SELECT name FROM saved_search ORDER BY position, id"
                              : "SELECT name FROM watchlist ORDER BY position, id");
        while (saved.executeStep()) {
            if (fits(saved.getColumn(0).getString(), begun))
                values.add(saved.getColumn(0).getString(), -1, false);
        }
    }
    return values;
}

} // namespace

base::Result<std::vector<desk::Suggestion>> readSuggestions(
    Database& database, const desk::Completion& completion, int limit)
{
    return guarded<std::vector<desk::Suggestion>>([&] {
        std::vector<desk::Suggestion> all = desk::grammarSuggestions(completion);
        std::vector<desk::Suggestion> values;
        const auto add = [&](const std::string& field, const std::string& before) {
            for (const auto& [value, count] : valuesOf(database.handle(), field, completion.text).found) {
                values.push_back(desk::valueSuggestion(value, count.first, count.second));
                values.back().inserted.insert(0, before);
                values.back().shown.insert(0, before);
            }
        };
        if (!completion.field.empty()) {
            add(completion.field, {});
        } else if (completion.text.size() >= 2) {
            for (const char* field : {"topic", "source", "entity", "ticker", "label", "search", "watchlist"})
                add(field, std::string(field) + ':');
        }
        std::stable_sort(
            values.begin(), values.end(), [](const desk::Suggestion& one, const desk::Suggestion& other) {
                return std::pair(one.more, one.count) > std::pair(other.more, other.count);
            });
        all.insert(all.end(), values.begin(), values.end());
        if (static_cast<int>(all.size()) > limit)
            all.resize(static_cast<std::size_t>(limit));
        return all;
    });
}

} // namespace store
