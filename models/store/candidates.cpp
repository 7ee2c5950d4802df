// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "candidates.h"

#include "querysql.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace store {

namespace {

using desk::NodeKind;
using desk::QueryNode;

// The distinct values of a column that an index begins with, found by jumps along it.
std::string jumping(const std::string& table, const std::string& column, const std::string& held = "1")
{
    return "WITH RECURSIVE v(x) AS (SELECT min(" + column + ") FROM " + table + " WHERE " + held
        + " UNION ALL SELECT (SELECT min(" + column + ") FROM " + table + " WHERE " + held + " AND " + column
        + " > v.x) FROM v WHERE v.x IS NOT NULL)";
}

// A statement that gives ids by an index; empty when the condition has none.
QuerySql byIndex(const QueryNode& node)
{
    const std::string prefix = node.prefix ? "1" : "0";
    if (node.kind == NodeKind::Time && (node.from || node.to)) {
        const bool received = node.field == "received";
        QuerySql sql{"SELECT id FROM article INDEXED BY "
                + std::string(received ? "article_received" : "article_published") + " WHERE 1",
            {}};
        const std::string column = received ? "received" : "sort_published";
        if (node.from) {
            sql.condition += " AND " + column + " >= ?";
            sql.values.emplace_back(static_cast<std::int64_t>(base::toUnix(*node.from)));
        }
        if (node.to) {
            sql.condition += " AND " + column + " < ?";
            sql.values.emplace_back(static_cast<std::int64_t>(base::toUnix(*node.to)));
        }
        return sql;
    }
    if (node.kind == NodeKind::State) {
        if (node.field == "unread")
            return {"SELECT article_id FROM unread", {}};
        if (node.field == "decision")
            return {"SELECT id FROM article INDEXED BY article_decided WHERE decisions > 0", {}};
        if (node.field == "starred")
            return {"SELECT id FROM article INDEXED BY article_starred WHERE starred = 1", {}};
        if (node.field == "hidden")
            return {"SELECT id FROM article INDEXED BY article_hidden WHERE hidden = 1", {}};
        if (node.field == "label")
            return {"SELECT article_id FROM article_label", {}};
    }
    if (node.kind != NodeKind::Field)
        return {};
    if (node.field == "label")
        return {"SELECT x.article_id FROM label l JOIN article_label x ON x.label_id = l.id WHERE "
                "holds_words(l.name, ?, "
                + prefix + ")",
            {node.text}};
    if (node.field == "story")
        return {"SELECT id FROM article WHERE story_id = coalesce((SELECT merged_into FROM story WHERE id = "
                "CAST(? AS "
                "INTEGER)), CAST(? AS INTEGER))",
            {node.text.substr(1), node.text.substr(1)}};
    if (node.field == "entity")
        return {"SELECT x.article_id FROM entity_name v CROSS JOIN article_entity x ON x.name = v.name AND "
                "x.entity = v.entity WHERE holds_words(v.entity, ?, "
                + prefix + ") OR holds_words(v.name, ?, " + prefix + ")",
            {node.text, node.text}};
    if (node.field == "source")
        return {jumping("article", "source_name", "source_name <> ''")
                + " SELECT id FROM article WHERE source_id IN (SELECT id FROM source WHERE holds_words(title, ?, "
                + prefix
                + ")) UNION ALL SELECT a.id FROM v CROSS JOIN article a INDEXED BY article_source_name ON "
                  "a.source_name = v.x WHERE a.source_name <> '' AND holds_words(v.x, ?, "
                + prefix + ")",
            {node.text, node.text}};
    if (node.field == "ticker" && !node.prefix)
        return {"SELECT article_id FROM article_entity WHERE ticker = ?", {node.text}};
    if (node.field == "event")
        return {jumping("article_event", "event")
                + " SELECT t.article_id FROM v CROSS JOIN article_event t ON t.event = v.x WHERE "
                  "holds_words(v.x, ?, "
                + prefix + ")",
            {node.text}};
    if (node.field == "topic")
        return {jumping("article_topic", "topic")
                + " SELECT t.article_id FROM v CROSS JOIN article_topic t ON t.topic = v.x WHERE "
                  "holds_words(v.x, ?, "
                + prefix + ")",
            {node.text}};
    return {};
}

// Whether no article can meet it: names of authors are known, their articles are not.
bool isImpossible(SQLite::Database& handle, const QueryNode& node)
{
    if (node.kind != NodeKind::Field || node.field != "author")
        return false;
    SQLite::Statement any(handle,
        std::string("SELECT EXISTS (SELECT 1 FROM author_name WHERE holds_words(name, ?, ")
            + (node.prefix ? "1))" : "0))"));
    any.bind(1, node.text);
    any.executeStep();
    return any.getColumn(0).getInt() == 0;
}

} // namespace

std::optional<Ids> smallestCandidates(SQLite::Database& handle, const desk::Query& query, std::size_t most)
{
    const std::vector<QueryNode> alone{query.root};
    const std::vector<QueryNode>& parts = query.root.kind == NodeKind::And ? query.root.children : alone;
    std::optional<Ids> smallest;
    for (const QueryNode& part : parts) {
        if (isImpossible(handle, part))
            return Ids();
        const QuerySql sql = byIndex(part);
        if (sql.condition.empty())
            continue;
        const std::size_t bound = smallest ? smallest->size() : most;
        SQLite::Statement select(handle, sql.condition + " LIMIT ?");
        select.bind(bindValues(select, sql, 1), static_cast<std::int64_t>(bound + 1));
        Ids ids;
        while (select.executeStep())
            ids.push_back(select.getColumn(0).getInt64());
        if (ids.size() <= bound)
            smallest = std::move(ids);
    }
    if (smallest) {
        std::sort(smallest->begin(), smallest->end(), std::greater<>());
        smallest->erase(std::unique(smallest->begin(), smallest->end()), smallest->end());
    }
    return smallest;
}

Ids intersection(const Ids& one, const Ids& other)
{
    Ids both;
    std::set_intersection(
        one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both), std::greater<>());
    return both;
}

} // namespace store
