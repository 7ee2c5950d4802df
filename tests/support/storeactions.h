// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <store/ledgerstore.h>
#include <store/states.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <support/teststore.h>

#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Random work on a store, and a memory of what of it was acknowledged.
namespace support {

// What an action makes true: "read id-5" is "1".
using Effects = std::vector<std::pair<std::string, std::string>>;

inline std::string textMark(const std::string& title, const std::string& body)
{
    return std::to_string(std::hash<std::string>()(title + '\n' + body));
}

// What stands in a store, in the words of effects.
inline std::map<std::string, std::string> standing(store::Database& database)
{
    std::map<std::string, std::string> found;
    SQLite::Statement articles(database.handle(),
        "SELECT identity, title, body, id NOT IN (SELECT article_id FROM unread), starred, note FROM "
        "article");
    while (articles.executeStep()) {
        const std::string identity = articles.getColumn(0).getString();
        found["text " + identity]
            = textMark(articles.getColumn(1).getString(), articles.getColumn(2).getString());
        found["read " + identity] = articles.getColumn(3).getString();
        found["star " + identity] = articles.getColumn(4).getString();
        found["note " + identity] = articles.getColumn(5).getString();
    }
    SQLite::Statement ledger(database.handle(),
        "SELECT a.identity, l.decision, l.frozen FROM ledger l JOIN article a ON a.id = l.article_id");
    while (ledger.executeStep())
        found["ledger " + ledger.getColumn(0).getString() + ' ' + ledger.getColumn(1).getString()]
            = ledger.getColumn(2).getString();
    return found;
}

class Acknowledged final {
public:
    // From now on both are possible: what was, and what the action makes.
    void begun(const Effects& effects)
    {
        for (const auto& [key, value] : effects)
            possible(key).insert(value);
    }
    void done(const Effects& effects)
    {
        for (const auto& [key, value] : effects)
            m_possible[key] = {value};
    }
    // Lines of what is not as it was acknowledged; takes what stands there as known after that.
    std::vector<std::string> compare(const std::map<std::string, std::string>& found)
    {
        std::vector<std::string> lost;
        for (const auto& [key, values] : m_possible) {
            const auto there = found.find(key);
            const std::string value = there == found.end() ? std::string() : there->second;
            if (!values.contains(value))
                lost.push_back(key + " is '" + value + "', should be '" + *values.rbegin() + '\'');
        }
        m_possible.clear();
        for (const auto& [key, value] : found)
            m_possible[key] = {value};
        return lost;
    }

private:
    std::set<std::string>& possible(const std::string& key)
    {
        std::set<std::string>& values = m_possible[key];
        if (values.empty())
            values.insert(std::string());
        return values;
    }

    std::map<std::string, std::set<std::string>> m_possible;
};

class StoreActions final {
public:
    StoreActions(store::Database& database, unsigned seed)
        : m_database(database)
        , m_random(seed)
    {
        SQLite::Statement query(database.handle(), "SELECT id, identity FROM article");
        while (query.executeStep())
            m_articles.emplace_back(query.getColumn(0).getInt64(), query.getColumn(1).getString());
        m_next = static_cast<int>(below(1000000000));
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    // Announces one random action, does it, and gives whether the store acknowledged it.
    bool act(
        const std::function<void(const Effects&)>& begun, const std::function<void(const Effects&)>& done)
    {
        Effects effects;
        const std::function<bool()> work
            = m_articles.size() < 5 || below(3) == 0 ? storing(effects) : marking(effects);
        begun(effects);
        const bool acknowledged = work();
        if (acknowledged)
            done(effects);
        return acknowledged;
    }

private:
    std::function<bool()> storing(Effects& effects)
    {
        std::vector<base::Article> batch;
        for (int left = 1 + below(8); left > 0; --left) {
            const int number = ++m_next;
            // Some longer than a page.
            const std::size_t length = below(6) == 0 ? 20000 + below(30000) : 200 + below(3000);
            base::Article one = article({}, number, "Title " + std::to_string(number),
                std::string(length, static_cast<char>('a' + below(26))) + " end")
                                    .article;
            effects.emplace_back("text " + one.identity, textMark(one.title, one.body));
            for (const char* key : {"read ", "star "})
                effects.emplace_back(key + one.identity, "0");
            effects.emplace_back("note " + one.identity, "");
            batch.push_back(std::move(one));
        }
        return [this, batch]() mutable {
            base::Source source;
            source.url = "file:/news/actions";
            source.kind = base::SourceKind::File;
            const base::Result<base::Source> known = store::ensureSource(m_database, source);
            if (!known)
                return false;
            for (base::Article& one : batch)
                one.sourceId = known->id;
            const base::Result<store::StoredBatch> stored = store::storeArticles(m_database, batch);
            for (std::size_t at = 0; stored && at < batch.size(); ++at)
                m_articles.emplace_back(stored->ids[at], batch[at].identity);
            return static_cast<bool>(stored);
        };
    }

    std::function<bool()> marking(Effects& effects)
    {
        const int kind = below(4);
        const std::string value = std::to_string(below(2));
        store::Ids ids;
        std::string identity;
        for (int left = kind < 2 ? 1 + below(10) : 1; left > 0; --left) {
            const auto& chosen
                = m_articles[static_cast<std::size_t>(below(static_cast<int>(m_articles.size())))];
            ids.push_back(chosen.first);
            identity = chosen.second;
            if (kind < 2)
                effects.emplace_back((kind == 0 ? "read " : "star ") + identity, value);
        }
        if (kind == 0)
            return [this, ids, value] {
                return bool(store::setRead(m_database, ids, value == "1", base::fromUnix(1795000000)));
            };
        if (kind == 1)
            return [this, ids, value] { return bool(store::setStarred(m_database, ids, value == "1")); };
        if (kind == 2) {
            const std::string note = "note " + std::to_string(below(1000000));
            effects.emplace_back("note " + identity, note);
            return [this, ids, note] { return bool(store::setNote(m_database, ids.front(), note)); };
        }
        // Each decision is accepted once: a second time keeps what was frozen first.
        const int decision = below(1000000000);
        const std::string frozen = "{\"conviction\":" + std::to_string(below(100)) + '}';
        effects.emplace_back("ledger " + identity + ' ' + std::to_string(decision), frozen);
        return [this, ids, decision, frozen] {
            return bool(
                store::acceptDecision(m_database, {ids.front(), decision, frozen, base::fromUnix(1795000000), {}}));
        };
    }

    store::Database& m_database;
    std::mt19937 m_random;
    std::vector<std::pair<std::int64_t, std::string>> m_articles;
    int m_next = 0;
};

} // namespace support
