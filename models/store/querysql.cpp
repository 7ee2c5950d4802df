// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "querysql.h"

#include <base/strings.h>
#include <desk/storyview.h>

#include <SQLiteCpp/SQLiteCpp.h>

namespace store {

namespace {

using desk::NodeKind;
using desk::QueryNode;

// One FTS5 string: quotes doubled, so that nothing in it is syntax.
std::string ftsString(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + '"';
}

std::string ftsTerm(const QueryNode& node)
{
    return ftsString(node.text) + (node.kind == NodeKind::Prefix ? " *" : "");
}

bool hasWord(std::string_view text)
{
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80)
            return true;
    }
    return false;
}

class Compiler final {
public:
    QuerySql run(const QueryNode& root)
    {
        m_sql.condition = condition(root);
        return std::move(m_sql);
    }

private:
    std::string value(SqlValue value)
    {
        m_sql.values.push_back(std::move(value));
        return "?";
    }

    std::string match(const std::string& fts)
    {
        return "a.id IN (SELECT rowid FROM search WHERE search MATCH " + value(fts) + ")";
    }

    std::string condition(const QueryNode& node)
    {
        switch (node.kind) {
        case NodeKind::All:
            return "1";
        case NodeKind::And:
            return list(node, " AND ");
        case NodeKind::Or:
            return list(node, " OR ");
        case NodeKind::Not:
            return "NOT (" + condition(node.children.front()) + ")";
        case NodeKind::Words:
        case NodeKind::Phrase:
        case NodeKind::Prefix: {
            if (!hasWord(node.text))
                return "0"; // nothing to find: matches nothing, not everything
            const std::string column = node.field.empty() ? std::string() : "{" + node.field + "} : ";
            return match(column + ftsTerm(node));
        }
        case NodeKind::Near:
            return match("NEAR(" + ftsTerm(node.children[0]) + ' ' + ftsTerm(node.children[1]) + ", "
                + std::to_string(static_cast<int>(node.number)) + ")");
        case NodeKind::Field:
            return field(node);
        case NodeKind::State:
            return state(node.field);
        case NodeKind::Number:
            return number(node);
        case NodeKind::Time:
            return time(node);
        }
        return "0";
    }

    std::string list(const QueryNode& node, const char* joint)
    {
        std::string text;
        for (const QueryNode& child : node.children)
            text += (text.empty() ? "(" : joint) + condition(child);
        return text + ")";
    }

    std::string field(const QueryNode& node)
    {
        const std::string& name = node.field;
        const auto sub = [&](const char* table, const std::string& where) {
            return "EXISTS (SELECT 1 FROM " + std::string(table) + " x WHERE x.article_id = a.id AND " + where
                + ")";
        };
        if (name == "source")
            return "(instr(lower(s.title), lower(" + value(node.text)
                + ")) > 0 OR instr(lower(a.source_name), lower(" + value(node.text) + ")) > 0)";
        if (name == "author")
            return "instr(lower(a.author), lower(" + value(node.text) + ")) > 0";
        if (name == "topic")
            return sub("article_topic",
                "(x.topic = " + value(node.text) + " OR instr(lower(x.topic), lower(" + value(node.text)
                    + ")) > 0)");
        if (name == "entity")
            return sub("article_entity",
                "(x.entity = " + value(node.text) + " OR x.name = " + value(node.text) + ")");
        if (name == "ticker")
            return sub("article_entity", "x.ticker = " + value(node.text));
        if (name == "event") {
            std::string prefix = node.text;
            if (prefix.ends_with('*'))
                prefix.pop_back();
            return sub(
                "article_event", "substr(x.event, 1, length(" + value(prefix) + ")) = " + value(prefix));
        }
        if (name == "lang")
            return "a.language = lower(" + value(node.text) + ")";
        if (name == "mode")
            return "a.mode = lower(" + value(node.text) + ")";
        if (name == "story") {
            const std::string id = value(desk::storyNumber(node.text));
            return "a.story_id = (SELECT coalesce(t.merged_into, t.id) FROM story t WHERE t.id = " + id + ")";
        }
        return "0"; // label: nothing carries one yet
    }

    static std::string state(const std::string& name)
    {
        if (name == "read")
            return "a.read = 1";
        if (name == "unread")
            return "a.read = 0";
        if (name == "starred")
            return "a.starred = 1";
        if (name == "decision")
            return "a.decisions > 0";
        if (name == "note")
            return "a.note <> ''";
        if (name == "analysed")
            return "a.impact >= 0";
        return "0";
    }

    std::string number(const QueryNode& node)
    {
        const char* sign = "=";
        switch (node.comparison) {
        case desk::Comparison::Less:
            sign = "<";
            break;
        case desk::Comparison::LessOrEqual:
            sign = "<=";
            break;
        case desk::Comparison::Equal:
            break;
        case desk::Comparison::GreaterOrEqual:
            sign = ">=";
            break;
        case desk::Comparison::Greater:
            sign = ">";
            break;
        }
        if (node.field == "impact")
            return "(a.impact >= 0 AND a.impact " + std::string(sign) + ' ' + value(node.number) + ")";
        if (node.field == "sentiment")
            return "a.sentiment " + std::string(sign) + ' ' + value(node.number);
        if (node.field == "relevance")
            return "EXISTS (SELECT 1 FROM article_entity x WHERE x.article_id = a.id AND x.relevance "
                + std::string(sign) + ' ' + value(node.number) + ")";
        return "(a.novelty IS NOT NULL AND a.novelty " + std::string(sign) + ' ' + value(node.number) + ")";
    }

    std::string time(const QueryNode& node)
    {
        const std::string column = node.field == "received" ? "a.received" : "a.sort_published";
        std::string text;
        if (node.from)
            text = column + " >= " + value(static_cast<std::int64_t>(base::toUnix(*node.from)));
        if (node.to)
            text += (text.empty() ? "" : " AND ") + column + " < "
                + value(static_cast<std::int64_t>(base::toUnix(*node.to)));
        return text.empty() ? "1" : "(" + text + ")";
    }

    QuerySql m_sql;
};

} // namespace

QuerySql compileQuery(const QueryNode& root) { return Compiler().run(root); }

int bindValues(SQLite::Statement& statement, const QuerySql& sql, int index)
{
    for (const SqlValue& value : sql.values) {
        std::visit([&](const auto& plain) { statement.bind(index, plain); }, value);
        ++index;
    }
    return index;
}

} // namespace store
