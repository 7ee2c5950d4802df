// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "movedfigures.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace engine {

namespace {

constexpr std::uint32_t Reach = 12; // tokens from one figure to the other

enum class Kind : std::uint8_t { Bare, Percent, Money, View, Credit };

struct Value {
    std::uint32_t first = 0; // half-open token range
    std::uint32_t last = 0;
    double plain = 0;
    double scale = 0; // 0: none is written
    Kind kind = Kind::Bare;
};

struct NamedValue {
    std::string_view word;
    double value = 0;
};

constexpr NamedValue Numbers[] = {{"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},
    {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"eighteen", 18}, {"twenty", 20}, {"thirty", 30},
    {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
constexpr NamedValue Scales[] = {{"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"mn", 1e6},
    {"mln", 1e6}, {"m", 1e6}, {"billion", 1e9}, {"bn", 1e9}, {"bln", 1e9}, {"trillion", 1e12}};
constexpr NamedValue Views[] = {{"sell", 1}, {"underweight", 1}, {"underperform", 1}, {"reduce", 1},
    {"hold", 2}, {"neutral", 2}, {"equalweight", 2}, {"equal-weight", 2}, {"buy", 3}, {"overweight", 3},
    {"outperform", 3}, {"accumulate", 3}};

template <std::size_t Size>
std::optional<double> valueOf(const NamedValue (&names)[Size], std::string_view word)
{
    for (const NamedValue& name : names) {
        if (name.word == word)
            return name.value;
    }
    return std::nullopt;
}

class FigureReader final {
public:
    FigureReader(const Document& document, base::Field field, std::uint32_t first, std::uint32_t last)
        : m_document(document)
        , m_field(field)
        , m_first(first)
        , m_last(last)
    {
    }

    MovedFigures read()
    {
        MovedFigures found;
        std::optional<Value> before;
        for (std::uint32_t at = m_first; at < m_last;) {
            const std::optional<Value> value = valueAt(at);
            if (!value) {
                ++at;
                continue;
            }
            at = value->last;
            if (before && moved(*before, *value, found))
                before.reset();
            else
                before = value;
        }
        return found;
    }

private:
    std::string_view text(std::uint32_t at) const
    {
        const Token& token = m_document.tokens[at];
        return std::string_view(m_document.textOf(m_field)).substr(token.begin, token.end - token.begin);
    }

    std::string_view lower(std::uint32_t at) const
    {
        const Token& token = m_document.tokens[at];
        return std::string_view(m_field == base::Field::Title ? m_document.lowerTitle : m_document.lowerBody)
            .substr(token.begin, token.end - token.begin);
    }

    std::optional<Value> valueAt(std::uint32_t at) const
    {
        const Token& token = m_document.tokens[at];
        Value value;
        value.first = at;
        value.last = at + 1;
        if (token.is(Number))
            return numberAt(value);
        if (token.is(Punctuation))
            return std::nullopt;
        const std::string_view word = lower(at);
        if (word.size() == 1)
            return creditAt(value);
        if (const auto number = valueOf(Numbers, word)) {
            value.plain = *number;
            return withUnits(value);
        }
        if (const auto view = valueOf(Views, word); view && beside(at, "to", "from")) {
            value.plain = *view;
            value.kind = Kind::View;
            return value;
        }
        return creditAt(value);
    }

    std::optional<Value> numberAt(Value value) const
    {
        const std::string_view digits = lower(value.first);
        double place = 0;
        for (std::size_t at = 0; at < digits.size(); ++at) {
            const char c = digits[at];
            if (c >= '0' && c <= '9') {
                value.plain = place > 0 ? value.plain + (c - '0') * place : value.plain * 10 + (c - '0');
                place *= 0.1;
            } else if (c == '.' && place == 0) {
                place = 0.1;
            } else if (c != ',') {
                const auto scale = valueOf(Scales, digits.substr(at)); // "42m"
                if (!scale)
                    return std::nullopt; // "3rd", "737-800"
                value.scale = *scale;
                break;
            }
        }
        const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        value = withUnits(value);
        if (year && value.kind == Kind::Bare && value.scale == 0)
            return std::nullopt;
        return value;
    }

    Value withUnits(Value value) const
    {
        if (value.last < m_last) {
            if (const auto scale = valueOf(Scales, lower(value.last))) {
                value.scale = *scale;
                ++value.last;
            }
        }
        if (value.last < m_last) {
            const std::string_view unit = lower(value.last);
            if (unit == "%" || unit == "percent" || unit == "pct") {
                value.kind = Kind::Percent;
                ++value.last;
            } else if (unit == "per" && value.last + 1 < m_last && lower(value.last + 1) == "cent") {
                value.kind = Kind::Percent;
                value.last += 2;
            } else if (isCurrency(value.last)) {
                value.kind = Kind::Money;
                ++value.last;
            }
        }
        if (value.kind == Kind::Bare && value.first > m_first && isCurrency(value.first - 1)) {
            value.kind = Kind::Money;
            --value.first;
        }
        return value;
    }

    bool isCurrency(std::uint32_t at) const
    {
        constexpr std::string_view Words[]
            = {"$", "\u20AC", "\u00A3", "\u00A5", "euro", "euros", "eur", "usd", "dollars", "pounds", "cents",
                "pence", "crowns", "sek", "nok", "dkk", "gbp", "yen", "francs", "rupees"};
        return std::find(std::begin(Words), std::end(Words), lower(at)) != std::end(Words);
    }

    // "BBB", "Aa2", "A-": a letter of credit between "to" and "from".
    std::optional<Value> creditAt(Value value) const
    {
        const std::string_view word = text(value.first);
        if (word.size() > 4 || word.front() < 'A' || word.front() > 'D' || !beside(value.first, "to", "from"))
            return std::nullopt;
        std::size_t letters = 0;
        while (letters < word.size() && (word[letters] == word[0] || (word[letters] == 'a' && letters < 3)))
            ++letters;
        if (letters > 3)
            return std::nullopt;
        const std::string_view rest = word.substr(letters);
        double step = 0;
        if (rest == "+" || rest == "1")
            step = 1;
        else if (rest == "-" || rest == "3")
            step = -1;
        else if (!rest.empty() && rest != "2")
            return std::nullopt;
        if (rest.empty() && value.last < m_last && (lower(value.last) == "+" || lower(value.last) == "-")) {
            step = lower(value.last) == "+" ? 1 : -1;
            ++value.last;
        }
        value.plain = 40 - 12 * (word[0] - 'A') + 3 * static_cast<double>(letters) + step;
        value.kind = Kind::Credit;
        return value;
    }

    bool beside(std::uint32_t at, std::string_view one, std::string_view other) const
    {
        for (std::uint32_t back = 1; back <= 2 && at >= m_first + back; ++back) {
            const std::string_view word = lower(at - back);
            if (word == one || word == other)
                return true;
        }
        return false;
    }

    bool moved(const Value& left, const Value& right, MovedFigures& found) const
    {
        if (found.size == found.list.size() || right.first - left.last > Reach)
            return false;
        const bool bare = left.kind == Kind::Bare || right.kind == Kind::Bare;
        const bool ratings = left.kind >= Kind::View || right.kind >= Kind::View;
        if (left.kind != right.kind && (!bare || ratings))
            return false;
        MovedFigure move;
        move.last = right.last;
        bool to = false;
        move.joint = right.first;
        for (std::uint32_t at = left.last; at < right.first; ++at) {
            const std::string_view word = lower(at);
            if (word == ";" || word == ":" || word == ".")
                return false;
            to = to || word == "to";
            if (joins(word))
                move.joint = at;
        }
        const bool from = to && beside(left.first, "from", "from");
        if (from)
            move.joint = left.first - 1;
        else if (move.joint == right.first)
            return false;
        const double scale = left.scale > 0 && right.scale > 0 ? left.scale / right.scale : 1;
        const double first = left.plain * scale;
        if (first == right.plain)
            return false;
        move.more = from ? right.plain > first : first > right.plain;
        found.list[found.size++] = move;
        return true;
    }

    static bool joins(std::string_view word)
    {
        constexpr std::string_view Words[] = {"from", "after", "against", "versus", "vs", "compared", "not",
            "instead", "rather", "than", "above", "below", "over", "under", "expected", "forecast",
            "estimate", "estimates", "consensus", "target", "had", "was", "were", "before", "earlier",
            "previous", "where", "having", "(", "and", "for", "short", "ahead", "beyond", "past"};
        return std::find(std::begin(Words), std::end(Words), word) != std::end(Words);
    }

    const Document& m_document;
    base::Field m_field;
    std::uint32_t m_first;
    std::uint32_t m_last;
};

} // namespace

MovedFigures findMovedFigures(
    const Document& document, base::Field field, std::uint32_t first, std::uint32_t last)
{
    return FigureReader(document, field, first, last).read();
}

} // namespace engine
