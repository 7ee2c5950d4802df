// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "query.h"

#include "querylexer.h"
#include "querytable.h"
#include "querytimes.h"
#include "words.h"

#include <base/strings.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace desk {

namespace {

constexpr int MostGroups = 20; // inside each other: SQLite's own parsers have a bound
constexpr int MostConditions = 500;
constexpr std::size_t MostBytes = 20000;
constexpr int MostDistance = 1000; // of NEAR

// A failed parse unwinds by this; it never leaves parseQuery.
struct Failure {
    base::Error error;
};

// What the searches inside each other share.
struct Nesting {
    const SavedQueries& saved;
    const WatchlistMembers& watchlists;
    std::vector<std::string> names = {}; // the saved searches being read, lower case
    int conditions = 0;
};

QueryNode node(NodeKind kind, std::string field, std::string text)
{
    QueryNode made;
    made.kind = kind;
    made.field = std::move(field);
    made.text = std::move(text);
    return made;
}

QueryNode joined(NodeKind kind, std::vector<QueryNode> nodes)
{
    if (nodes.size() == 1)
        return std::move(nodes.front());
    QueryNode made;
    if (nodes.empty())
        return made; // All
    made.kind = kind;
    for (QueryNode& one : nodes) {
        if (one.kind == kind)
            std::move(one.children.begin(), one.children.end(), std::back_inserter(made.children));
        else
            made.children.push_back(std::move(one));
    }
    return made;
}

std::optional<double> number(std::string_view text)
{
    double value = 0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = code == std::errc() && !text.empty() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string plainNumber(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

// Where the sign stands that makes a word a condition, and how long it is.
struct Sign {
    std::size_t at = std::string::npos;
    std::size_t size = 0;
    bool comparison = false;
    Comparison means = Comparison::Equal;
};

Sign signIn(std::string_view text)
{
    Sign sign;
    for (std::size_t at = 0; at < text.size() && sign.at == std::string::npos; ++at) {
        const std::string_view rest = text.substr(at);
        const bool least = rest.starts_with(">=") || rest.starts_with("\u2265");
        const bool most = rest.starts_with("<=") || rest.starts_with("\u2264");
        if (least || most)
            sign = {at, rest.front() == '>' || rest.front() == '<' ? std::size_t{2} : std::size_t{3}, true,
                least ? Comparison::GreaterOrEqual : Comparison::LessOrEqual};
        else if (rest.front() == '<' || rest.front() == '>' || rest.front() == '=')
            sign = {at, 1, true,
                rest.front() == '<'       ? Comparison::Less
                    : rest.front() == '>' ? Comparison::Greater
                                          : Comparison::Equal};
        else if (rest.front() == ':')
            sign = {at, 1, false, Comparison::Equal};
    }
    return sign;
}

bool isName(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

class Parser final {
public:
    Parser(std::string_view text, base::Instant now, Nesting& nesting, int depth)
        : m_text(text)
        , m_lexer(text)
        , m_now(now)
        , m_nesting(nesting)
        , m_depth(depth)
    {
        if (text.size() > MostBytes)
            fail(MostBytes, "a query has at most " + std::to_string(MostBytes) + " bytes");
        advance();
    }

    Query run()
    {
        m_query.root = alternatives(false);
        if (m_lexeme.kind == Lexeme::Kind::Close)
            fail(m_lexeme.begin, "there is no ( for this )");
        return std::move(m_query);
    }

private:
    [[noreturn]] void fail(std::size_t at, const std::string& expected) const
    {
        throw Failure{{base::ErrorCode::InvalidInput,
            "column " + std::to_string(columnAt(m_text, at)) + ": " + expected}};
    }

    void advance() { m_lexeme = m_lexer.next(); }

    QueryNode counted(QueryNode made, std::size_t at)
    {
        if (++m_nesting.conditions > MostConditions)
            fail(at, "a query has at most " + std::to_string(MostConditions) + " conditions");
        return made;
    }

    // ---- structure

    // `wanted`: nothing at all is an error here, as it would match everything.
    QueryNode alternatives(bool wanted)
    {
        if (m_depth > MostGroups)
            fail(m_lexeme.begin,
                "at most " + std::to_string(MostGroups) + " groups can stand inside each other");
        std::vector<QueryNode> nodes;
        bool again = false;
        std::size_t before = 0; // where the OR stands
        do {
            std::optional<QueryNode> one = sequence();
            const bool alternative = m_lexeme.kind == Lexeme::Kind::Or;
            if (!one && (wanted || again || alternative))
                fail(again ? before : m_lexeme.begin,
                    std::string("expected a word or condition ")
                        + (again              ? "after OR"
                                : alternative ? "before OR"
                                              : "inside ( )"));
            if (one)
                nodes.push_back(std::move(*one));
            again = alternative;
            before = m_lexeme.begin;
            if (again)
                advance();
        } while (again);
        return joined(NodeKind::Or, std::move(nodes));
    }

    std::optional<QueryNode> sequence()
    {
        std::vector<QueryNode> nodes;
        std::optional<Lexeme> wordless;
        while (m_lexeme.kind != Lexeme::Kind::End && m_lexeme.kind != Lexeme::Kind::Close
            && m_lexeme.kind != Lexeme::Kind::Or) {
            const Lexeme own = m_lexeme;
            if (own.kind == Lexeme::Kind::And) {
                advance();
                if (nodes.empty() || m_lexeme.kind == Lexeme::Kind::End
                    || m_lexeme.kind == Lexeme::Kind::Close || m_lexeme.kind == Lexeme::Kind::Or)
                    fail(own.begin, "expected a word or condition on both sides of AND");
            } else if (own.kind == Lexeme::Kind::Near) {
                near(nodes);
            } else if (own.kind == Lexeme::Kind::Word && !hasWord(own.text)
                && signIn(own.text).at == std::string::npos) {
                wordless = own; // a dash or an ampersand between words says nothing
                advance();
            } else if (std::optional<QueryNode> one = single()) {
                nodes.push_back(std::move(*one));
            }
        }
        if (nodes.empty() && wordless)
            fail(wordless->begin, "expected a word: \"" + wordless->text + "\" holds no letter or digit");
        if (nodes.empty())
            return std::nullopt;
        return joined(NodeKind::And, std::move(nodes));
    }

    void near(std::vector<QueryNode>& nodes)
    {
        const Lexeme own = m_lexeme;
        QueryNode made = node(NodeKind::Near, {}, {});
        made.number = 10;
        if (own.text.size() > 4) {
            const std::optional<double> distance = number(std::string_view(own.text).substr(5));
            if (!distance || *distance < 1 || *distance > MostDistance || *distance != std::floor(*distance))
                fail(own.begin, "expected NEAR or NEAR/5");
            made.number = *distance;
        }
        advance();
        const std::size_t right = m_lexeme.begin;
        const auto plain = [](const QueryNode& one) {
            return one.kind == NodeKind::Words || one.kind == NodeKind::Phrase
                || one.kind == NodeKind::Prefix;
        };
        std::optional<QueryNode> second;
        if (m_lexeme.kind == Lexeme::Kind::Word || m_lexeme.kind == Lexeme::Kind::Phrase)
            second = single();
        if (nodes.empty() || !plain(nodes.back()))
            fail(own.begin, "expected a word or phrase before NEAR");
        if (!second || !plain(*second))
            fail(right, "expected a word or phrase after NEAR");
        if (nodes.back().field != second->field)
            fail(own.begin, "both sides of NEAR stand in one field: title:(a NEAR/5 b)");
        made.field = second->field;
        made.children.push_back(std::move(nodes.back()));
        made.children.push_back(std::move(*second));
        nodes.back() = std::move(made);
    }

    QueryNode group(std::size_t begin)
    {
        ++m_depth;
        QueryNode inner = alternatives(true);
        --m_depth;
        if (m_lexeme.kind != Lexeme::Kind::Close)
            fail(begin, "this ( is not closed");
        advance();
        return inner;
    }

    QueryNode negated(const Lexeme& own)
    {
        std::optional<QueryNode> inner;
        if (m_lexeme.kind == Lexeme::Kind::Word || m_lexeme.kind == Lexeme::Kind::Phrase
            || m_lexeme.kind == Lexeme::Kind::Open || m_lexeme.kind == Lexeme::Kind::Minus
            || m_lexeme.kind == Lexeme::Kind::Not) {
            if (++m_depth > MostGroups)
                fail(own.begin,
                    "at most " + std::to_string(MostGroups) + " negations can stand inside each other");
            inner = single();
            --m_depth;
        }
        if (!inner)
            fail(own.begin, "expected a word or condition after " + (own.text.empty() ? "-" : own.text));
        QueryNode made = node(NodeKind::Not, {}, {});
        made.children.push_back(std::move(*inner));
        return made;
    }

    // Nothing for sort:, which is no condition.
    std::optional<QueryNode> single()
    {
        const Lexeme own = m_lexeme;
        advance();
        switch (own.kind) {
        case Lexeme::Kind::Open:
            return group(own.begin);
        case Lexeme::Kind::Minus:
        case Lexeme::Kind::Not:
            return negated(own);
        case Lexeme::Kind::Phrase:
            return value(own, own.text, own.begin, true);
        default:
            return condition(own);
        }
    }

    // ---- conditions

    // A word or phrase where it stands: by itself, or as the value of the field whose group it stands in.
    QueryNode value(const Lexeme& own, std::string text, std::size_t at, bool phrase)
    {
        if (own.kind == Lexeme::Kind::Phrase && own.open)
            fail(own.begin, "this quotation mark is not closed");
        bool prefix = own.kind == Lexeme::Kind::Phrase && own.star;
        if (!phrase && text.size() > 1 && text.ends_with('*')) {
            text.pop_back();
            prefix = true;
        }
        const FieldKind kind = m_field == nullptr ? FieldKind::Text : m_field->kind;
        if (kind == FieldKind::State)
            return state(text, at);
        if (base::trimmed(text).empty())
            fail(at,
                m_field == nullptr ? "expected words inside \" \""
                                   : "expected a value after " + std::string(m_field->name) + ":");
        if (kind != FieldKind::Exact && !hasWord(text))
            fail(at, "expected a word: \"" + text + "\" holds no letter or digit");
        if (kind == FieldKind::Text)
            return counted(
                node(prefix      ? NodeKind::Prefix
                        : phrase ? NodeKind::Phrase
                                 : NodeKind::Words,
                    m_field == nullptr ? std::string() : std::string(m_field->name), std::move(text)),
                at);
        QueryNode made = node(NodeKind::Field, std::string(m_field->name), std::move(text));
        made.prefix = prefix;
        if (kind == FieldKind::Exact)
            made.text = base::lowerAscii(base::trimmed(made.text));
        if (made.field == "story")
            story(made, at);
        return counted(std::move(made), at);
    }

    void story(QueryNode& made, std::size_t at) const
    {
        std::string_view digits = made.text;
        if (digits.starts_with('s'))
            digits.remove_prefix(1);
        std::int64_t id = 0;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
        if (made.prefix || code != std::errc() || end != digits.data() + digits.size() || id < 1)
            fail(at, "expected the number of a story, like s12");
        made.text = "s" + std::to_string(id);
    }

    QueryNode state(const std::string& text, std::size_t at)
    {
        std::string names;
        const std::span<const ValueInfo> values = fieldValues(m_field->name);
        for (const ValueInfo& one : values) {
            if (text == one.name) {
                m_query.hidden = m_query.hidden || text == "hidden";
                return counted(node(NodeKind::State, text, {}), at);
            }
            names += (names.empty() ? "" : &one == &values.back() ? " or " : ", ") + std::string(one.name);
        }
        fail(at, "expected " + names + " after " + std::string(m_field->name) + ":");
    }

    std::optional<QueryNode> condition(const Lexeme& own)
    {
        Lexeme whole = own;
        if (const FieldInfo* field = queryField(base::lowerAscii(own.text));
            field != nullptr && (field->kind == FieldKind::Number || field->kind == FieldKind::Time)) {
            // "impact >= 0.6": spaces around the sign
            if (m_lexeme.kind == Lexeme::Kind::Word && signIn(m_lexeme.text).at == 0
                && signIn(m_lexeme.text).comparison) {
                const Sign sign = signIn(m_lexeme.text);
                const bool apart = sign.size == m_lexeme.text.size();
                whole.text += m_lexeme.text;
                std::size_t at = m_lexeme.begin + sign.size;
                advance();
                if (apart && (m_lexeme.kind == Lexeme::Kind::Word || m_lexeme.kind == Lexeme::Kind::Minus)) {
                    at = m_lexeme.begin;
                    if (m_lexeme.kind == Lexeme::Kind::Minus) {
                        whole.text += '-';
                        advance();
                    }
                    if (m_lexeme.kind == Lexeme::Kind::Word) {
                        whole.text += m_lexeme.text;
                        advance();
                    }
                }
                return compared(*field, whole.text, signIn(whole.text), at);
            }
        }
        const Sign sign = signIn(whole.text);
        const std::string_view before = std::string_view(whole.text).substr(0, sign.at);
        if (sign.at == std::string::npos || !isName(before)
            || whole.text.find("//") != std::string::npos) // an address
            return value(own, own.text, own.begin, false);
        const std::string name = base::lowerAscii(before);
        const FieldInfo* field = queryField(name);
        if (field == nullptr)
            unknown(name, own.begin);
        if (m_field != nullptr)
            fail(own.begin,
                "expected a value of " + std::string(m_field->name) + ": a field cannot stand in it");
        const std::size_t at = own.begin + sign.at + sign.size;
        const std::string rest = whole.text.substr(sign.at + sign.size);
        if (sign.comparison)
            return compared(*field, whole.text, sign, at);
        return named(*field, own, rest, at);
    }

    [[noreturn]] void unknown(const std::string& name, std::size_t at) const
    {
        std::string names;
        for (const FieldInfo& field : queryFields())
            names += (names.empty() ? "" : ", ") + std::string(field.name);
        const std::string_view nearest = nearestField(name);
        fail(at,
            "there is no field \"" + name + "\"; expected "
                + (nearest.empty() ? "one of " + names + "; text with a sign in it stands in \" \""
                                   : "\"" + std::string(nearest) + "\"?"));
    }

    QueryNode compared(const FieldInfo& field, const std::string& text, const Sign& sign, std::size_t at)
    {
        const std::string form = text.substr(sign.at, sign.size);
        const std::string rest = text.substr(sign.at + sign.size);
        const std::string shown = std::string(field.name) + form;
        if (field.kind == FieldKind::Time)
            return counted(comparedTime(field, rest, sign, at), at);
        if (field.kind != FieldKind::Number)
            fail(at - sign.size,
                "expected : after " + std::string(field.name)
                    + "; only impact, sentiment, novelty, relevance, published and received can be compared");
        const std::optional<double> read = number(rest);
        if (!read)
            fail(at, "expected a number after " + shown);
        if (*read < field.least || *read > field.most)
            fail(at,
                "expected a number from " + plainNumber(field.least) + " to " + plainNumber(field.most)
                    + " after " + shown);
        QueryNode made = node(NodeKind::Number, std::string(field.name), {});
        made.comparison = sign.means;
        made.number = *read + 0.0; // no -0
        return counted(std::move(made), at);
    }

    QueryNode comparedTime(
        const FieldInfo& field, const std::string& text, const Sign& sign, std::size_t at) const
    {
        const std::optional<TimeSpan> span = readTime(text, m_now);
        if (!span)
            fail(at, "expected " + std::string(TimeForms));
        const base::Instant begin = span->from.value_or(m_now);
        const base::Instant end = span->to.value_or(begin);
        QueryNode made = node(NodeKind::Time, std::string(field.name), {});
        switch (sign.means) {
        case Comparison::Less:
        case Comparison::LessOrEqual:
            made.to = sign.means == Comparison::Less ? begin : end;
            made.text = ".." + base::toIso(*made.to - std::chrono::seconds(1));
            break;
        case Comparison::Greater:
        case Comparison::GreaterOrEqual:
            made.from = sign.means == Comparison::Greater ? end : begin;
            made.text = base::toIso(*made.from) + "..";
            break;
        case Comparison::Equal:
            made.from = span->from;
            made.to = span->to;
            made.text = text;
            break;
        }
        return made;
    }

    std::optional<QueryNode> named(
        const FieldInfo& field, const Lexeme& own, std::string text, std::size_t at)
    {
        const std::string name(field.name);
        Lexeme word = own;
        bool phrase = false;
        if (text.empty() && m_lexeme.glued && m_lexeme.kind == Lexeme::Kind::Phrase) {
            word = m_lexeme;
            text = word.text;
            phrase = true;
            if (word.open)
                fail(word.begin, "this quotation mark is not closed");
            advance();
        } else if (text.empty() && m_lexeme.glued && m_lexeme.kind == Lexeme::Kind::Open) {
            return valueGroup(field);
        }
        switch (field.kind) {
        case FieldKind::Number:
            fail(at - 1, "expected <, <=, =, >= or > after " + name);
        case FieldKind::Order:
            order(text, at);
            return std::nullopt;
        case FieldKind::Search:
            return counted(savedSearch(text, at), at);
        case FieldKind::Watchlist:
            return counted(watchlist(text, at), at);
        case FieldKind::Time: {
            const std::optional<TimeSpan> span = readTimeRange(text, m_now);
            if (!span)
                fail(at, "expected " + std::string(TimeForms));
            QueryNode made = node(NodeKind::Time, name, text);
            made.from = span->from;
            made.to = span->to;
            return counted(std::move(made), at);
        }
        default:
            break;
        }
        m_field = &field;
        QueryNode made = value(word, std::move(text), at, phrase);
        m_field = nullptr;
        return made;
    }

    QueryNode valueGroup(const FieldInfo& field)
    {
        const std::size_t begin = m_lexeme.begin;
        if (field.kind != FieldKind::Text && field.kind != FieldKind::Words && field.kind != FieldKind::Exact
            && field.kind != FieldKind::State)
            fail(begin, "expected one value after " + std::string(field.name));
        advance();
        m_field = &field;
        QueryNode made = group(begin);
        m_field = nullptr;
        return made;
    }

    void order(const std::string& text, std::size_t at)
    {
        static constexpr std::pair<std::string_view, Sort> Orders[]
            = {{"impact", Sort::Impact}, {"published", Sort::Published}, {"received", Sort::Received},
                {"relevance", Sort::Relevance}, {"read", Sort::ReadAt}};
        for (const auto& [name, sort] : Orders) {
            if (text == name) {
                m_query.sort = sort;
                return;
            }
        }
        fail(at, "expected impact, published, received, relevance or read after sort:");
    }

    QueryNode watchlist(const std::string& name, std::size_t at) const
    {
        if (base::trimmed(name).empty())
            fail(at, "expected the name of a watchlist after watchlist:");
        const auto members = m_nesting.watchlists ? m_nesting.watchlists(name) : std::nullopt;
        if (!members)
            fail(at, "there is no watchlist \"" + name + '"');
        return watchlistNode(name, *members);
    }

    QueryNode savedSearch(const std::string& name, std::size_t at)
    {
        if (base::trimmed(name).empty())
            fail(at, "expected the name of a saved search after search:");
        const std::string key = base::lowerAscii(name);
        if (std::find(m_nesting.names.begin(), m_nesting.names.end(), key) != m_nesting.names.end())
            fail(at, "the saved search \"" + name + "\" asks for itself");
        const std::optional<std::string> text = m_nesting.saved ? m_nesting.saved(name) : std::nullopt;
        if (!text)
            fail(at, "there is no saved search \"" + name + '"');
        m_nesting.names.push_back(key);
        Query inner;
        try {
            inner = Parser(*text, m_now, m_nesting, m_depth + 1).run();
        } catch (const Failure& failure) {
            fail(at, "in the saved search \"" + name + "\", " + failure.error.message);
        }
        m_nesting.names.pop_back();
        m_query.hidden = m_query.hidden || inner.hidden;
        return std::move(inner.root);
    }

    std::string_view m_text;
    QueryLexer m_lexer;
    base::Instant m_now;
    Nesting& m_nesting;
    int m_depth;
    Lexeme m_lexeme;
    const FieldInfo* m_field = nullptr; // whose value is being read
    Query m_query;
};

} // namespace

base::Result<Query> parseQuery(std::string_view text, base::Instant now, const SavedQueries& saved,
    const WatchlistMembers& watchlists)
{
    Nesting nesting{saved, watchlists};
    try {
        return Parser(text, now, nesting, 0).run();
    } catch (const Failure& failure) {
        return failure.error;
    }
}

} // namespace desk
