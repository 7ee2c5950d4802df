// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "querysql.h"

#include "ranking.h"

#include <desk/words.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

namespace store {

namespace {

using desk::NodeKind;
using desk::QueryNode;

constexpr int DeepestExpression = 8; // inside each other: FTS5's parser keeps a small stack

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

int depthOf(const QueryNode& node)
{
    int deepest = 0;
    for (const QueryNode& child : node.children)
        deepest = std::max(deepest, depthOf(child));
    return deepest + 1;
}

// Whether the index alone can say it: words joined by AND and OR.
bool isWords(const QueryNode& node)
{
    switch (node.kind) {
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix:
    case NodeKind::Near:
        return true;
    case NodeKind::And:
    case NodeKind::Or:
        return std::all_of(node.children.begin(), node.children.end(), isWords)
            && depthOf(node) <= DeepestExpression;
    default:
        return false;
    }
}

std::string ftsExpression(const QueryNode& node)
{
    const std::string column = node.field.empty() ? std::string() : node.field + " : ";
    switch (node.kind) {
    case NodeKind::And:
    case NodeKind::Or: {
        std::string text;
        for (const QueryNode& child : node.children)
            text += (text.empty()                        ? "("
                            : node.kind == NodeKind::And ? " AND "
                                                         : " OR ")
                + ftsExpression(child);
        return text + ')';
    }
    case NodeKind::Near:
        return column + "NEAR(" + ftsTerm(node.children[0]) + ' ' + ftsTerm(node.children[1]) + ", "
            + std::to_string(static_cast<int>(node.number)) + ')';
    default:
        return column + ftsTerm(node);
    }
}

const char* signOf(desk::Comparison comparison)
{
    switch (comparison) {
    case desk::Comparison::Less:
        return " < ";
    case desk::Comparison::LessOrEqual:
        return " <= ";
    case desk::Comparison::Equal:
        break;
    case desk::Comparison::GreaterOrEqual:
        return " >= ";
    case desk::Comparison::Greater:
        return " > ";
    }
    return " = ";
}

std::string state(const std::string& name)
{
    if (name == "read")
        return "NOT EXISTS (SELECT 1 FROM unread u WHERE u.article_id = a.id)";
    if (name == "unread")
        return "EXISTS (SELECT 1 FROM unread u WHERE u.article_id = a.id)";
    if (name == "starred")
        return "a.starred = 1";
    if (name == "hidden")
        return "a.hidden = 1";
    if (name == "decision")
        return "a.decisions > 0";
    if (name == "note")
        return "a.note <> ''";
    if (name == "analysed")
        return "a.impact >= 0";
    if (name == "label")
        return "EXISTS (SELECT 1 FROM article_label x WHERE x.article_id = a.id)";
    return "EXISTS (SELECT 1 FROM firing_article f WHERE f.article_id = a.id)"; // alert
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

    std::string condition(const QueryNode& node)
    {
        if (isWords(node))
            return "a.id IN (SELECT rowid FROM search WHERE search MATCH " + value(ftsExpression(node)) + ")";
        switch (node.kind) {
        case NodeKind::And:
            return list(node, " AND ");
        case NodeKind::Or:
            return list(node, " OR ");
        case NodeKind::Not:
            return "NOT " + condition(node.children.front());
        case NodeKind::Field:
            return '(' + field(node) + ')';
        case NodeKind::State:
            return '(' + state(node.field) + ')';
        case NodeKind::Number:
            return '(' + number(node) + ')';
        case NodeKind::Time:
            return '(' + time(node) + ')';
        default:
            return "1";
        }
    }

    std::string list(const QueryNode& node, const char* joint)
    {
        std::string text;
        for (const QueryNode& child : node.children)
            text += (text.empty() ? "(" : joint) + condition(child);
        return text + ")";
    }

    std::string holds(const std::string& column, const QueryNode& node)
    {
        return "holds_words(" + column + ", " + value(node.text) + (node.prefix ? ", 1)" : ", 0)");
    }

    // `column` is this value, or begins so; capital letters of ASCII are no other letters.
    std::string is(const std::string& column, const QueryNode& node)
    {
        if (node.prefix) {
            const std::string first = "substr(" + column + ", 1, length(" + value(node.text) + ")) = ";
            return first + value(node.text) + " COLLATE NOCASE";
        }
        return column + " = " + value(node.text) + " COLLATE NOCASE";
    }

    // Members of one kind as a list of values; the columns compare without case.
    std::string watchlist(const QueryNode& node)
    {
        QueryNode words;
        words.kind = NodeKind::Or;
        std::vector<std::string> of[3]; // entity, ticker, topic
        for (const QueryNode& member : node.children) {
            if (member.kind == NodeKind::Phrase)
                words.children.push_back(member);
            else
                of[member.field == "entity" ? 0 : member.field == "ticker" ? 1 : 2].push_back(member.text);
        }
        const auto among = [this](const std::string& column, const std::vector<std::string>& values) {
            std::string text;
            for (const std::string& one : values)
                text += (text.empty() ? " IN (" : ", ") + value(one);
            return column + text + ')';
        };
        std::string any;
        const auto add = [&any](const std::string& one) { any += (any.empty() ? "" : " OR ") + one; };
        const std::string named = "EXISTS (SELECT 1 FROM article_entity x WHERE x.article_id = a.id AND ";
        if (!of[0].empty()) {
            const std::string id = among("x.entity", of[0]);
            add(named + '(' + id + " OR " + among("x.name", of[0]) + "))");
        }
        if (!of[1].empty())
            add(named + among("x.ticker", of[1]) + ')');
        if (!of[2].empty())
            add("EXISTS (SELECT 1 FROM article_topic x WHERE x.article_id = a.id AND "
                + among("x.topic", of[2]) + ')');
        if (!words.children.empty())
            add(condition(words));
        // Nothing, and no constant: a walk along an index that has a condition of its own is refused with one.
        return any.empty() ? "a.id < 0" : any;
    }

    std::string field(const QueryNode& node)
    {
        const std::string& name = node.field;
        if (name == "watchlist")
            return watchlist(node);
        const auto sub = [](const char* table, const std::string& where) {
            return "EXISTS (SELECT 1 FROM " + std::string(table) + " x WHERE x.article_id = a.id AND ("
                + where + "))";
        };
        if (name == "source") {
            const std::string title
                = "a.source_id IN (SELECT id FROM source WHERE " + holds("title", node) + ")";
            return title + " OR " + holds("a.source_name", node);
        }
        if (name == "author")
            return holds("a.author", node);
        if (name == "topic")
            return sub("article_topic", holds("x.topic", node));
        if (name == "event")
            return sub("article_event", holds("x.event", node));
        if (name == "entity") {
            const std::string id = holds("x.entity", node);
            return sub("article_entity", id + " OR " + holds("x.name", node));
        }
        if (name == "ticker")
            return sub("article_entity", "x.ticker <> '' AND " + is("x.ticker", node));
        if (name == "label")
            return "a.id IN (SELECT x.article_id FROM label l JOIN article_label x ON x.label_id = l.id "
                   "WHERE "
                + holds("l.name", node) + ")";
        if (name == "lang")
            return is("a.language", node);
        if (name == "mode")
            return is("a.mode", node);
        // The id of a story that became part of another finds that other.
        const std::string digits = node.text.substr(1);
        const std::string now = "CAST(" + value(digits) + " AS INTEGER)";
        return "a.story_id IS NOT NULL AND a.story_id IS coalesce((SELECT t.merged_into FROM story t WHERE "
               "t.id = "
            + now + "), CAST(" + value(digits) + " AS INTEGER))";
    }

    std::string number(const QueryNode& node)
    {
        const std::string compared = signOf(node.comparison) + value(node.number);
        if (node.field == "impact")
            return "a.impact >= 0 AND a.impact" + compared;
        if (node.field == "relevance")
            return "coalesce((SELECT max(x.relevance) FROM article_entity x WHERE x.article_id = a.id)"
                + compared + ", 0)";
        return "a." + node.field + " IS NOT NULL AND a." + node.field + compared;
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
        return text.empty() ? "1" : text;
    }

    QuerySql m_sql;
};

// The words of a call's second value, kept from row to row.
void holdsWordsFunction(sqlite3_context* context, int, sqlite3_value** values)
{
    using Words = std::vector<desk::Word>;
    const auto textOf = [](sqlite3_value* value) {
        const unsigned char* text = sqlite3_value_text(value);
        return text == nullptr ? std::string_view()
                               : std::string_view(static_cast<const char*>(static_cast<const void*>(text)),
                                   static_cast<std::size_t>(sqlite3_value_bytes(value)));
    };
    const auto* words = static_cast<const Words*>(sqlite3_get_auxdata(context, 1));
    std::unique_ptr<Words> made;
    if (words == nullptr) {
        made = std::make_unique<Words>(desk::wordsIn(textOf(values[1])));
        words = made.get();
    }
    sqlite3_result_int(
        context, desk::holdsWords(textOf(values[0]), *words, sqlite3_value_int(values[2]) != 0) ? 1 : 0);
    if (made)
        sqlite3_set_auxdata(context, 1, made.release(), [](void* kept) { delete static_cast<Words*>(kept); });
}

} // namespace

QuerySql compileQuery(const QueryNode& root) { return Compiler().run(root); }

SplitQuery splitQuery(const desk::Query& query)
{
    const std::vector<QueryNode> alone{query.root};
    const std::vector<QueryNode>& parts = query.root.kind == NodeKind::And ? query.root.children : alone;
    const bool any = std::any_of(parts.begin(), parts.end(), isWords);
    SplitQuery split;
    std::string without;
    QueryNode rest;
    rest.kind = NodeKind::And;
    for (const QueryNode& part : parts) {
        if (isWords(part))
            split.words += (split.words.empty() ? "" : " AND ") + ftsExpression(part);
        else if (any && part.kind == NodeKind::Not && isWords(part.children.front()))
            without += " NOT " + ftsExpression(part.children.front());
        else if (part.kind != NodeKind::All)
            rest.children.push_back(part);
    }
    if (!without.empty())
        split.words = '(' + split.words + ')' + without;
    if (rest.children.empty())
        rest.kind = NodeKind::All;
    split.rest = compileQuery(rest);
    return split;
}

int bindValues(SQLite::Statement& statement, const QuerySql& sql, int index)
{
    for (const SqlValue& value : sql.values) {
        std::visit([&](const auto& plain) { statement.bind(index, plain); }, value);
        ++index;
    }
    return index;
}

void addQueryFunctions(SQLite::Database& handle)
{
    const int code = sqlite3_create_function(handle.getHandle(), "holds_words", 3,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, &holdsWordsFunction, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(handle.getHandle(), code);
    addRanking(handle);
}

} // namespace store
