// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "query.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace desk {

namespace {

constexpr std::array<std::string_view, 12> TextFields{"title", "body", "source", "author", "topic", "ticker",
    "entity", "event", "lang", "story", "label", "mode"};
constexpr std::array<std::string_view, 7> States{
    "read", "unread", "starred", "decision", "note", "alert", "analysed"};
constexpr std::array<std::string_view, 4> Numbers{"impact", "sentiment", "novelty", "relevance"};
constexpr int MaxDepth = 64;

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Lexeme {
    enum class Kind { Word, Phrase, Open, Close, Minus, End } kind = Kind::End;
    std::string text;
    std::size_t column = 1;
    bool glued = false; // no space before it
};

base::Error errorAt(std::size_t column, const std::string& expected)
{
    return {base::ErrorCode::InvalidInput, "column " + std::to_string(column) + ": " + expected};
}

// A failed parse unwinds by this; it never leaves parseQuery.
struct Failure {
    base::Error error;
};

class Parser final {
public:
    Parser(std::string_view text, base::Instant now)
        : m_text(text)
        , m_now(now)
    {
        next();
    }

    Query run()
    {
        Query query;
        if (m_lexeme.kind != Lexeme::Kind::End)
            query.root = alternatives(0);
        if (m_lexeme.kind == Lexeme::Kind::Close)
            throw Failure{errorAt(m_lexeme.column, "there is no ( for this )")};
        query.sort = m_sort;
        return query;
    }

private:
    // ---- words

    void next()
    {
        const std::size_t before = m_at;
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n'))
            ++m_at;
        m_lexeme = {Lexeme::Kind::End, {}, m_at + 1, before == m_at};
        if (m_at >= m_text.size())
            return;
        const char c = m_text[m_at];
        if (c == '(' || c == ')') {
            m_lexeme.kind = c == '(' ? Lexeme::Kind::Open : Lexeme::Kind::Close;
            ++m_at;
        } else if (c == '"') {
            m_lexeme.kind = Lexeme::Kind::Phrase;
            m_lexeme.text = phrase();
        } else if (c == '-' && m_at + 1 < m_text.size() && m_text[m_at + 1] != ' ') {
            m_lexeme.kind = Lexeme::Kind::Minus;
            ++m_at;
        } else {
            m_lexeme.kind = Lexeme::Kind::Word;
            std::size_t end = m_at;
            while (end < m_text.size() && m_text[end] != ' ' && m_text[end] != '\t' && m_text[end] != '\n'
                && m_text[end] != '(' && m_text[end] != ')' && m_text[end] != '"') {
                const char sign = m_text[end++];
                if ((sign == ':' || sign == '=' || sign == '<' || sign == '>') && end < m_text.size()
                    && m_text[end] == '"')
                    break; // a quoted value follows
            }
            m_lexeme.text = m_text.substr(m_at, end - m_at);
            m_at = end;
        }
    }

    std::string phrase()
    {
        const std::size_t begin = m_at + 1;
        const std::size_t end = m_text.find('"', begin);
        if (end == std::string_view::npos)
            throw Failure{errorAt(m_at + 1, "this quotation mark is not closed")};
        m_at = end + 1;
        return std::string(m_text.substr(begin, end - begin));
    }

    // ---- structure

    QueryNode alternatives(int depth)
    {
        if (depth > MaxDepth)
            throw Failure{errorAt(m_lexeme.column, "too many parentheses inside each other")};
        std::vector<QueryNode> nodes{sequence(depth)};
        while (m_lexeme.kind == Lexeme::Kind::Word && m_lexeme.text == "OR") {
            const std::size_t column = m_lexeme.column;
            next();
            if (m_lexeme.kind == Lexeme::Kind::End || m_lexeme.kind == Lexeme::Kind::Close)
                throw Failure{errorAt(column, "expected a word or condition after OR")};
            nodes.push_back(sequence(depth));
        }
        return joined(NodeKind::Or, std::move(nodes));
    }

    QueryNode sequence(int depth)
    {
        std::vector<QueryNode> nodes;
        while (m_lexeme.kind != Lexeme::Kind::End && m_lexeme.kind != Lexeme::Kind::Close
            && !(m_lexeme.kind == Lexeme::Kind::Word && m_lexeme.text == "OR")) {
            if (m_lexeme.kind == Lexeme::Kind::Word && m_lexeme.text == "AND") {
                next();
                continue;
            }
            if (m_lexeme.kind == Lexeme::Kind::Word && m_lexeme.text.starts_with("NEAR") && !nodes.empty()) {
                near(nodes, depth);
                continue;
            }
            std::optional<QueryNode> node = single(depth);
            if (node)
                nodes.push_back(std::move(*node));
        }
        if (nodes.empty() && m_lexeme.kind == Lexeme::Kind::Word)
            throw Failure{errorAt(m_lexeme.column, "expected a word or condition before OR")};
        return joined(NodeKind::And, std::move(nodes));
    }

    static QueryNode joined(NodeKind kind, std::vector<QueryNode> nodes)
    {
        if (nodes.size() == 1)
            return std::move(nodes.front());
        QueryNode node;
        if (nodes.empty())
            return node; // All
        node.kind = kind;
        node.children = std::move(nodes);
        return node;
    }

    static QueryNode negated(QueryNode inner)
    {
        QueryNode node;
        node.kind = NodeKind::Not;
        node.children.push_back(std::move(inner));
        return node;
    }

    void near(std::vector<QueryNode>& nodes, int depth)
    {
        const Lexeme own = m_lexeme;
        QueryNode node;
        node.kind = NodeKind::Near;
        node.number = 10;
        if (own.text.size() > 4) {
            const std::optional<double> distance
                = own.text[4] == '/' ? number(std::string_view(own.text).substr(5)) : std::nullopt;
            if (!distance || *distance < 1 || *distance > 1000)
                throw Failure{errorAt(own.column, "expected NEAR or NEAR/5")};
            node.number = *distance;
        }
        next();
        const std::size_t column = m_lexeme.column;
        std::optional<QueryNode> right;
        if (m_lexeme.kind == Lexeme::Kind::Word || m_lexeme.kind == Lexeme::Kind::Phrase)
            right = single(depth);
        const auto plain = [](const QueryNode& one) {
            return (one.kind == NodeKind::Words || one.kind == NodeKind::Phrase
                       || one.kind == NodeKind::Prefix)
                && one.field.empty();
        };
        if (!right || !plain(*right) || !plain(nodes.back()))
            throw Failure{errorAt(column, "expected a word or phrase on both sides of NEAR")};
        node.children.push_back(std::move(nodes.back()));
        node.children.push_back(std::move(*right));
        nodes.back() = std::move(node);
    }

    std::optional<QueryNode> single(int depth)
    {
        if (depth > MaxDepth)
            throw Failure{errorAt(m_lexeme.column, "too many conditions inside each other")};
        const Lexeme own = m_lexeme;
        next();
        switch (own.kind) {
        case Lexeme::Kind::Open: {
            QueryNode inner = alternatives(depth + 1);
            if (m_lexeme.kind != Lexeme::Kind::Close)
                throw Failure{errorAt(own.column, "this ( is not closed")};
            next();
            return inner;
        }
        case Lexeme::Kind::Minus: {
            std::optional<QueryNode> inner = single(depth + 1);
            if (!inner)
                throw Failure{errorAt(own.column, "expected a word or condition after -")};
            return negated(std::move(*inner));
        }
        case Lexeme::Kind::Phrase:
            return words(NodeKind::Phrase, {}, own.text);
        default:
            break;
        }
        if (own.text == "NOT") {
            if (m_lexeme.kind == Lexeme::Kind::End || m_lexeme.kind == Lexeme::Kind::Close)
                throw Failure{errorAt(own.column, "expected a word or condition after NOT")};
            std::optional<QueryNode> inner = single(depth + 1);
            if (!inner)
                throw Failure{errorAt(own.column, "expected a word or condition after NOT")};
            return negated(std::move(*inner));
        }
        return term(own);
    }

    static QueryNode words(NodeKind kind, std::string field, std::string text)
    {
        QueryNode node;
        node.kind = kind;
        node.field = std::move(field);
        node.text = std::move(text);
        return node;
    }

    // The value of "field:" that may be quoted and so be the next word.
    std::string value(const Lexeme& own, std::size_t from, bool& phrase)
    {
        std::string text = own.text.substr(from);
        phrase = false;
        if (text.empty() && m_lexeme.kind == Lexeme::Kind::Phrase && m_lexeme.glued) {
            text = m_lexeme.text;
            phrase = true;
            next();
        }
        return text;
    }

    std::optional<QueryNode> term(const Lexeme& own)
    {
        const std::size_t sign = own.text.find_first_of(":<>=");
        if (sign == std::string::npos || sign == 0)
            return wordOrPrefix({}, own.text);
        const std::string field = base::lowerAscii(own.text.substr(0, sign));
        if (isOneOf(field, Numbers) && own.text[sign] != ':')
            return numeric(own, field, sign);
        if (own.text[sign] != ':')
            throw Failure{
                errorAt(own.column, "only impact, sentiment, novelty and relevance can be compared")};
        bool phrase = false;
        const std::size_t valueColumn = own.column + sign + 1;
        const std::string text = value(own, sign + 1, phrase);
        if (field == "is" || field == "has") {
            if (!isOneOf(text, States))
                throw Failure{errorAt(valueColumn,
                    "expected read, unread, starred, decision, note, alert or analysed after " + field
                        + ":")};
            return words(NodeKind::State, text, {});
        }
        if (field == "sort") {
            m_sort = sortNamed(text, valueColumn);
            return std::nullopt;
        }
        if (field == "published" || field == "received")
            return time(field, text, valueColumn);
        if (field == "impact" || field == "sentiment" || field == "novelty" || field == "relevance")
            throw Failure{errorAt(own.column + sign, "expected <, <=, =, >= or > after " + field)};
        if (!isOneOf(field, TextFields)) {
            if (own.text.find("//") != std::string::npos)
                return wordOrPrefix({}, own.text); // an address
            throw Failure{errorAt(own.column, "there is no field " + field + ":")};
        }
        if (text.empty())
            throw Failure{errorAt(valueColumn, "expected a value after " + field + ":")};
        if (field == "title" || field == "body")
            return phrase ? words(NodeKind::Phrase, field, text) : *wordOrPrefix(field, text);
        return words(NodeKind::Field, field, text);
    }

    static std::optional<QueryNode> wordOrPrefix(std::string field, std::string text)
    {
        if (text.size() > 1 && text.ends_with('*')) {
            text.pop_back();
            return words(NodeKind::Prefix, std::move(field), std::move(text));
        }
        return words(NodeKind::Words, std::move(field), std::move(text));
    }

    static std::optional<double> number(std::string_view text)
    {
        double value = 0;
        if (text.starts_with('+'))
            text.remove_prefix(1);
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = code == std::errc() && !text.empty() && end == text.data() + text.size();
        return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

    QueryNode numeric(const Lexeme& own, const std::string& field, std::size_t sign) const
    {
        QueryNode node;
        node.kind = NodeKind::Number;
        node.field = field;
        const bool orEqual = own.text.size() > sign + 1 && own.text[sign + 1] == '=';
        const std::string form = own.text.substr(sign, orEqual ? 2 : 1);
        node.comparison = own.text[sign] == '<' ? (orEqual ? Comparison::LessOrEqual : Comparison::Less)
            : own.text[sign] == '>'             ? (orEqual ? Comparison::GreaterOrEqual : Comparison::Greater)
                                                : Comparison::Equal;
        const std::size_t from = sign + form.size();
        const std::optional<double> value = number(std::string_view(own.text).substr(from));
        if (!value)
            throw Failure{errorAt(own.column + from, "expected a number after " + field + form)};
        node.number = *value;
        return node;
    }

    static Sort sortNamed(const std::string& text, std::size_t column)
    {
        if (text == "impact")
            return Sort::Impact;
        if (text == "published")
            return Sort::Published;
        if (text == "received")
            return Sort::Received;
        if (text == "relevance")
            return Sort::Relevance;
        throw Failure{errorAt(column, "expected impact, published, received or relevance after sort:")};
    }

    // "2026", "2026-03", "2026-03-15": its first moment and the one after it.
    static std::optional<std::pair<base::Instant, base::Instant>> calendar(std::string_view text)
    {
        using namespace std::chrono;
        const std::vector<std::string_view> fields = base::split(text, '-');
        std::array<int, 3> values{0, 1, 1};
        if (fields.empty() || fields.size() > 3 || fields[0].size() != 4)
            return std::nullopt;
        for (std::size_t at = 0; at < fields.size(); ++at) {
            const std::optional<double> value = number(fields[at]);
            if (!value || *value < 0 || *value > 9999 || (at > 0 && fields[at].size() != 2))
                return std::nullopt;
            values[at] = static_cast<int>(*value);
        }
        const year_month_day begin{
            year(values[0]), month(static_cast<unsigned>(values[1])), day(static_cast<unsigned>(values[2]))};
        if (!begin.ok())
            return std::nullopt;
        const year_month_day end = fields.size() == 1 ? begin + years(1)
            : fields.size() == 2                      ? begin + months(1)
                                                      : begin;
        const sys_days last = fields.size() == 3 ? sys_days(begin) + days(1) : sys_days(end);
        return std::pair<base::Instant, base::Instant>{sys_days(begin), last};
    }

    QueryNode time(const std::string& field, const std::string& text, std::size_t column) const
    {
        using namespace std::chrono;
        QueryNode node;
        node.kind = NodeKind::Time;
        node.field = field;
        node.text = text;
        if (text == "today" || text == "yesterday") {
            const auto day = floor<days>(m_now);
            node.from = text == "today" ? day : day - days(1);
            node.to = *node.from + days(1);
            return node;
        }
        if (const std::size_t range = text.find(".."); range != std::string::npos) {
            const auto first = calendar(std::string_view(text).substr(0, range));
            const auto last = calendar(std::string_view(text).substr(range + 2));
            if ((range > 0 && !first) || (range + 2 < text.size() && !last) || text.size() == 2)
                throw Failure{errorAt(column, "expected a range like 2026-03-01..2026-03-15")};
            if (first)
                node.from = first->first;
            if (last)
                node.to = last->second;
            return node;
        }
        if (const auto span = calendar(text)) {
            node.from = span->first;
            node.to = span->second;
            return node;
        }
        if (text.size() >= 2) {
            const std::optional<double> count = number(std::string_view(text).substr(0, text.size() - 1));
            const char unit = text.back();
            if (count && *count > 0 && *count < 1e6
                && (unit == 'h' || unit == 'd' || unit == 'w' || unit == 'm')) {
                const auto amount = static_cast<std::int64_t>(*count
                    * (unit == 'h'        ? 3600
                            : unit == 'd' ? 86400
                            : unit == 'w' ? 604800
                                          : 60));
                node.from = m_now - seconds(amount);
                return node;
            }
        }
        throw Failure{errorAt(column, "expected today, 24h, 7d, 2026-03 or 2026-03-01..2026-03-15")};
    }

    std::string_view m_text;
    base::Instant m_now;
    std::size_t m_at = 0;
    Lexeme m_lexeme;
    std::optional<Sort> m_sort;
};

} // namespace

base::Result<Query> parseQuery(std::string_view text, base::Instant now)
{
    try {
        return Parser(text, now).run();
    } catch (const Failure& failure) {
        return failure.error;
    }
}

std::string quoted(std::string_view value)
{
    const bool plain = !value.empty() && value.find_first_of(" \t()\"<>=:-*") == std::string_view::npos
        && value != "OR" && value != "AND" && value != "NOT";
    if (plain)
        return std::string(value);
    std::string text(value);
    std::erase(text, '"');
    return '"' + text + '"';
}

const std::vector<OperatorHelp>& operators()
{
    static const std::vector<OperatorHelp> list{{"word word", "both words, whole, anywhere in the text"},
        {"\"a phrase\"", "these words in this order"}, {"prefix*", "words that begin so"},
        {"a OR b", "either"}, {"-word, NOT word", "without it"}, {"( )", "together"},
        {"a NEAR/5 b", "at most five words apart"}, {"title: body:", "only there"},
        {"topic:\"Oil & Gas\"", "about this topic"}, {"source: author:", "from there, by them"},
        {"entity: ticker:", "names this company, country, commodity …"},
        {"event:", "reports an event of this type"},
        {"lang: mode: story: label:", "language, kind of text, story, label"},
        {"is:unread is:read is:starred", "state"}, {"has:decision has:note has:alert", "what it carries"},
        {"impact>=0.6 sentiment<-0.3", "scores; also novelty and relevance; < <= = >= >"},
        {"published:today received:24h", "time; also 7d, 2026-03, 2026-03-01..2026-03-15"},
        {"sort:impact", "order: impact, published, received, relevance"}};
    return list;
}

} // namespace desk
