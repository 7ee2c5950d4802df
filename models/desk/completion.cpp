// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

#include "querylexer.h"
#include "querytable.h"

#include <base/strings.h>

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t MostBytes = 20000; // as of a query

// The field a word ends with a colon after: "topic:" and "-topic:" are.
const FieldInfo* fieldBefore(std::string_view word, std::size_t& colon)
{
    colon = word.find(':');
    return colon == std::string_view::npos ? nullptr : queryField(base::lowerAscii(word.substr(0, colon)));
}

} // namespace

Completion completionAt(std::string_view query, std::size_t cursor)
{
    Completion completion;
    completion.begin = completion.end = std::min(cursor, query.size());
    if (query.size() > MostBytes)
        return completion;
    QueryLexer lexer(query);
    std::vector<std::string> groups; // the field of each open parenthesis
    std::string pending; // the field whose value comes next
    for (Lexeme one = lexer.next(); one.kind != Lexeme::Kind::End && one.begin < cursor; one = lexer.next()) {
        const std::string before = one.glued ? std::exchange(pending, {}) : std::string();
        pending.clear();
        const bool inside = cursor <= one.end;
        const std::string around = groups.empty() ? std::string() : groups.back();
        switch (one.kind) {
        case Lexeme::Kind::Open:
            groups.push_back(before.empty() ? around : before);
            break;
        case Lexeme::Kind::Close:
            if (!groups.empty())
                groups.pop_back();
            break;
        case Lexeme::Kind::Phrase:
            if (inside && (cursor < one.end || one.open)) {
                const std::size_t quote = quoteAt(query, one.begin);
                completion.field = before.empty() ? around : before;
                completion.text
                    = query.substr(one.begin + quote, cursor - std::min(cursor, one.begin + quote));
                completion.begin = one.begin;
                completion.end = one.end;
                return completion;
            }
            break;
        case Lexeme::Kind::Minus:
            break;
        default: {
            std::size_t colon = 0;
            const FieldInfo* field = fieldBefore(one.text, colon);
            if (field != nullptr && colon + 1 == one.text.size() && cursor >= one.end) {
                pending = field->name;
                if (cursor == one.end) {
                    completion.field = pending; // nothing of the value is written yet
                    completion.begin = completion.end = one.end;
                    const Lexeme next = lexer.next();
                    if (next.glued && next.kind == Lexeme::Kind::Phrase)
                        completion.end = next.end;
                    return completion;
                }
            } else if (inside) {
                const bool named = field != nullptr && cursor > one.begin + colon;
                const std::size_t begin = one.begin + (named ? colon + 1 : 0);
                completion.field = named ? std::string(field->name) : around;
                completion.begin = begin;
                completion.end = one.end;
                completion.text = query.substr(begin, cursor - begin);
                return completion;
            }
        }
        }
    }
    if (!groups.empty() && completion.begin > 0)
        completion.field = groups.back();
    return completion;
}

std::vector<Suggestion> grammarSuggestions(const Completion& completion)
{
    std::vector<Suggestion> all;
    const std::string begun = base::lowerAscii(completion.text);
    if (completion.field.empty()) {
        for (const FieldInfo& field : queryFields()) {
            const std::string name(field.name);
            const std::string sign = field.kind == FieldKind::Number ? ">=" : ":";
            if (!begun.empty() && name.starts_with(begun))
                all.push_back({name + sign, name + sign, std::string(field.help), -1, false});
        }
        return all;
    }
    for (const ValueInfo& value : fieldValues(completion.field)) {
        if (value.name.starts_with(begun))
            all.push_back(
                {std::string(value.name), std::string(value.name), std::string(value.help), -1, false});
    }
    return all;
}

Suggestion valueSuggestion(const std::string& value, std::int64_t count, bool more)
{
    return {value, quoted(value), {}, count, more};
}

CompletedQuery completed(std::string_view query, const Completion& completion, const Suggestion& suggestion)
{
    CompletedQuery result;
    const std::size_t end = std::min(completion.end, query.size());
    result.text = std::string(query.substr(0, std::min(completion.begin, end))) + suggestion.inserted;
    const bool whole = !suggestion.inserted.ends_with(':') && !suggestion.inserted.ends_with('=');
    const std::string_view rest = query.substr(end);
    if (whole && !rest.starts_with(' ') && !rest.starts_with(')'))
        result.text += ' ';
    result.cursor = result.text.size() + (whole && rest.starts_with(' ') ? 1 : 0);
    result.text += rest;
    return result;
}

} // namespace desk
