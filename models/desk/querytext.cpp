// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "query.h"
#include "querylexer.h"
#include "querytable.h"
#include "words.h"

#include <base/strings.h>

#include <algorithm>
#include <charconv>

namespace desk {

namespace {

std::string_view signOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less:
        return "<";
    case Comparison::LessOrEqual:
        return "<=";
    case Comparison::Equal:
        return "=";
    case Comparison::GreaterOrEqual:
        return ">=";
    case Comparison::Greater:
        return ">";
    }
    return "=";
}

std::string_view sortName(Sort sort)
{
    switch (sort) {
    case Sort::Impact:
        return "impact";
    case Sort::Published:
        return "published";
    case Sort::Received:
        return "received";
    case Sort::Relevance:
        return "relevance";
    case Sort::ReadAt:
        return "read";
    }
    return "impact";
}

std::string numberText(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string_view fieldOfState(std::string_view name)
{
    const std::span<const ValueInfo> has = fieldValues("has");
    const bool carried
        = std::any_of(has.begin(), has.end(), [name](const ValueInfo& one) { return one.name == name; });
    return carried ? "has" : "is";
}

std::string inQuotes(std::string_view value)
{
    std::string text = "\"";
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' || quoteAt(value, at) > 0)
            text += '\\';
        text += value[at];
    }
    return text + '"';
}

std::string valueText(const QueryNode& node)
{
    const std::string text = node.kind == NodeKind::Phrase ? inQuotes(node.text) : quoted(node.text);
    return node.prefix || node.kind == NodeKind::Prefix ? text + '*' : text;
}

std::string textOf(const QueryNode& node);

std::string inGroup(const QueryNode& node)
{
    const bool group = node.kind == NodeKind::And || node.kind == NodeKind::Or || node.kind == NodeKind::Near;
    return group && !(node.kind == NodeKind::Near && !node.field.empty()) ? '(' + textOf(node) + ')'
                                                                          : textOf(node);
}

std::string textOf(const QueryNode& node)
{
    const std::string field = node.field.empty() ? std::string() : node.field + ':';
    switch (node.kind) {
    case NodeKind::All:
        return {};
    case NodeKind::And:
    case NodeKind::Or: {
        std::string text;
        for (const QueryNode& child : node.children)
            text += (text.empty() ? "" : node.kind == NodeKind::Or ? " OR " : " ") + inGroup(child);
        return text;
    }
    case NodeKind::Not:
        return '-' + inGroup(node.children.front());
    case NodeKind::Near: {
        const std::string inner = valueText(node.children[0]) + " NEAR/" + numberText(node.number) + ' '
            + valueText(node.children[1]);
        return field.empty() ? inner : field + '(' + inner + ')';
    }
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix:
    case NodeKind::Field:
        return field + valueText(node);
    case NodeKind::State:
        return std::string(fieldOfState(node.field)) + ':' + node.field;
    case NodeKind::Number:
        return node.field + std::string(signOf(node.comparison)) + numberText(node.number);
    case NodeKind::Time:
        return field + node.text;
    }
    return {};
}

} // namespace

std::string queryText(const Query& query)
{
    std::string text = textOf(query.root);
    if (query.sort)
        text += (text.empty() ? "sort:" : " sort:") + std::string(sortName(*query.sort));
    return text;
}

std::string quoted(std::string_view value)
{
    const Lexeme alone = QueryLexer(value).next();
    const bool plain = alone.kind == Lexeme::Kind::Word && alone.text == value && !value.ends_with('*')
        && value.find_first_of(":<>=") == std::string_view::npos
        && value.find("\u2264") == std::string_view::npos && value.find("\u2265") == std::string_view::npos
        && hasWord(value);
    return plain ? std::string(value) : inQuotes(value);
}

std::string columnSpaces(std::string_view query, int column)
{
    std::string spaces;
    int here = 0;
    for (std::size_t at = 0; at < query.size(); ++at) {
        if (!beginsColumn(query, at))
            continue; // a mark stands over its letter
        if (++here >= column)
            break;
        const auto byte = static_cast<unsigned char>(query[at]);
        const bool wide = (byte >= 0xE3 && byte <= 0xED) || byte == 0xF0;
        spaces += wide ? "  " : " ";
    }
    return spaces;
}

bool asksForWords(const QueryNode& node)
{
    switch (node.kind) {
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix:
    case NodeKind::Near:
        return true;
    case NodeKind::And:
    case NodeKind::Or:
        return std::any_of(node.children.begin(), node.children.end(), asksForWords);
    default:
        return false;
    }
}

std::optional<int> errorColumn(const base::Error& error)
{
    constexpr std::string_view Start = "column ";
    if (error.code != base::ErrorCode::InvalidInput || !error.message.starts_with(Start))
        return std::nullopt;
    int column = 0;
    const char* begin = error.message.data() + Start.size();
    const auto [end, code] = std::from_chars(begin, error.message.data() + error.message.size(), column);
    return code == std::errc() && column > 0 ? std::optional(column) : std::nullopt;
}

QueryNode watchlistNode(const std::string& name, const std::vector<WatchlistMember>& members)
{
    QueryNode made;
    made.kind = NodeKind::Field;
    made.field = "watchlist";
    made.text = name;
    for (const WatchlistMember& member : members) {
        QueryNode one;
        one.kind = member.kind == MemberKind::Word ? NodeKind::Phrase : NodeKind::Field;
        if (member.kind != MemberKind::Word)
            one.field = memberKindName(member.kind);
        one.text = member.kind == MemberKind::Word ? member.value : base::lowerAscii(base::trimmed(member.value));
        made.children.push_back(std::move(one));
    }
    return made;
}

} // namespace desk
