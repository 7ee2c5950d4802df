// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "movedfigures.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace engine {

namespace {

constexpr std::uint32_t Reach
    = 12; // tokens from one figure to the other: further apart they tell of two things

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
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70},
    {"eighty", 80}, {"ninety", 90}};
constexpr NamedValue Scales[] = {{"thousand", 1e3}, {"million", 1e6}, {"mn", 1e6}, {"mln", 1e6},
    {"billion", 1e9}, {"bn", 1e9}, {"bln", 1e9}, {"trillion", 1e12}, {"tn", 1e12}};
constexpr NamedValue ScaleLetters[] = {{"k", 1e3}, {"m", 1e6}, {"b", 1e9}}; // "900M"
constexpr NamedValue Views[] = {{"sell", 1}, {"underweight", 1}, {"underperform", 1}, {"reduce", 1},
    {"hold", 2}, {"neutral", 2}, {"equalweight", 2}, {"equal-weight", 2}, {"buy", 3}, {"overweight", 3},
    {"outperform", 3}, {"accumulate", 3}};
// Set the second figure against the first, as what was, what was expected or what is not so.
constexpr std::string_view Joints[]
    = {"from", "after", "against", "versus", "vs", "compared", "not", "instead", "rather", "than", "above",
        "below", "over", "under", "expected", "forecast", "estimate", "estimates", "consensus", "target",
        "before", "earlier", "previous", "where", "having", "(", "short", "ahead", "beyond", "past"};
constexpr std::string_view Currencies[] = {"$", "\u20AC", "\u00A3", "\u00A5", "euro", "euros", "eur", "usd",
    "dollars", "pounds", "cents", "pence", "crowns", "sek", "nok", "dkk", "gbp", "yen", "francs", "rupees"};

template <std::size_t Size>
std::optional<double> valueOf(const NamedValue (&names)[Size], std::string_view word)
{
    for (const NamedValue& name : names) {
        if (name.word == word)
            return name.value;
    }
    return std::nullopt;
}

template <std::size_t Size> bool isOne(const std::string_view (&words)[Size], std::string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Most words are told from those of Numbers by their first two letters.
bool mayBeNumber(char first, char second)
{
    switch (first) {
    case 't':
        return second == 'w' || second == 'h' || second == 'e';
    case 'f':
        return second == 'o' || second == 'i';
    case 's':
        return second == 'i' || second == 'e';
    case 'e':
        return second == 'i' || second == 'l';
    case 'n':
        return second == 'i';
    default:
        return false;
    }
}

// "thirty", "thirty-five"
std::optional<double> numberOf(std::string_view word)
{
    if (word.size() < 3 || word == "the" || !mayBeNumber(word[0], word[1]))
        return std::nullopt;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos)
        return valueOf(Numbers, word);
    const std::optional<double> tens = valueOf(Numbers, word.substr(0, hyphen));
    const std::optional<double> ones = valueOf(Numbers, word.substr(hyphen + 1));
    return tens && ones && *ones < 10 ? std::optional(*tens + *ones) : std::nullopt;
}

class FigureReader final {
public:
    FigureReader(const Document& document, base::Field field, std::uint32_t first, std::uint32_t last)
        : m_document(document)
        , m_text(document.textOf(field))
        , m_lower(field == base::Field::Title ? document.lowerTitle : document.lowerBody)
        , m_first(first)
        , m_last(last)
    {
    }

    MovedFigures read()
    {
        MovedFigures found;
        std::optional<Value> before;
        for (std::uint32_t at = m_first; at < m_last;) {
            const std::optional<Value> value = plainWord(at) ? std::nullopt : valueAt(at);
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
    const Token& token(std::uint32_t at) const { return m_document.tokens[at]; }
    std::string_view lower(std::uint32_t at) const
    {
        return m_lower.substr(token(at).begin, token(at).end - token(at).begin);
    }
    // Whether nothing stands between a token and the next.
    bool touches(std::uint32_t at) const { return at + 1 < m_last && token(at).end == token(at + 1).begin; }

    // Most words are neither a figure nor a rating; the last "to" or "from" is kept of them.
    bool plainWord(std::uint32_t at)
    {
        if (token(at).is(Number))
            return false;
        const std::string_view word = lower(at);
        if (word == "to" || word == "from") {
            m_ratedFrom = at + 1;
            return true;
        }
        return token(at).is(Punctuation)
            || (!mayBeRating(at) && (word.size() < 3 || !mayBeNumber(word[0], word[1])));
    }

    bool mayBeRating(std::uint32_t at) const { return m_ratedFrom > 0 && at < m_ratedFrom + 2; }

    // The place of a word at most two tokens before this one.
    std::optional<std::uint32_t> behind(std::uint32_t at, std::string_view word) const
    {
        for (std::uint32_t back = 1; back <= 2 && at >= m_first + back; ++back) {
            if (lower(at - back) == word)
                return at - back;
        }
        return std::nullopt;
    }

    std::optional<Value> valueAt(std::uint32_t at) const
    {
        Value value;
        value.first = at;
        value.last = at + 1;
        if (token(at).is(Number))
            return numberAt(value);
        if (const std::optional<double> number = numberOf(lower(at))) {
            value.plain = *number;
            return withUnits(hundreds(value));
        }
        if (!mayBeRating(at))
            return std::nullopt;
        if (const std::optional<double> view = valueOf(Views, lower(at))) {
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
        for (const char c : digits) {
            if (c == '.' && place == 0) {
                place = 0.1;
            } else if (c >= '0' && c <= '9') {
                value.plain = place > 0 ? value.plain + (c - '0') * place : value.plain * 10 + (c - '0');
                place *= 0.1;
            } else if (c != ',') {
                return std::nullopt;
            }
        }
        const bool minus = value.first > m_first
            && (lower(value.first - 1) == "minus"
                || ((lower(value.first - 1) == "-" || lower(value.first - 1) == "\u2212")
                    && touches(value.first - 1)));
        if (minus && value.first > m_first + 1 && touches(value.first - 2))
            return std::nullopt; // "737-800", "5-8 %"
        if (minus)
            value.plain = -value.plain;
        const bool year
            = digits.size() == 4 && place == 0 && (digits.starts_with("19") || digits.starts_with("20"));
        value = withUnits(value);
        if (value.kind != Kind::Bare || value.scale > 0)
            return value;
        const bool inWord
            = touches(value.first) && (!token(value.last).is(Punctuation) || lower(value.last) == "-");
        if (year || inWord) // "3rd"
            return std::nullopt;
        return value;
    }

    // "two hundred and fifty"
    Value hundreds(Value value) const
    {
        if (value.last == m_last || lower(value.last) != "hundred")
            return value;
        value.plain *= 100;
        ++value.last;
        if (value.last + 1 < m_last && lower(value.last) == "and") {
            if (const std::optional<double> rest = numberOf(lower(value.last + 1))) {
                value.plain += *rest;
                value.last += 2;
            }
        }
        return value;
    }

    Value withUnits(Value value) const
    {
        if (value.last < m_last) {
            std::optional<double> scale = valueOf(Scales, lower(value.last));
            if (!scale && touches(value.last - 1))
                scale = valueOf(ScaleLetters, lower(value.last));
            if (scale) {
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
            } else if (isOne(Currencies, unit)) {
                value.kind = Kind::Money;
                ++value.last;
            }
        }
        if (value.kind == Kind::Bare && value.first > m_first && isOne(Currencies, lower(value.first - 1))) {
            value.kind = Kind::Money;
            --value.first;
        }
        return value;
    }

    // "BBB", "Aa2", "A-". Their order is by the first letter, then by how many, then by the step: 12 apart, 3
    // and 1, so that no step outweighs a letter.
    std::optional<Value> creditAt(Value value) const
    {
        const std::string_view word
            = m_text.substr(token(value.first).begin, token(value.first).end - token(value.first).begin);
        if (word.size() > 4 || word.front() < 'A' || word.front() > 'D')
            return std::nullopt;
        std::size_t letters = 0;
        while (letters < word.size() && (word[letters] == word[0] || (word[letters] == 'a' && letters < 3)))
            ++letters;
        if (letters > 3)
            return std::nullopt;
        std::string_view rest = word.substr(letters);
        if (rest.empty() && value.last < m_last && (lower(value.last) == "+" || lower(value.last) == "-"))
            rest = lower(value.last++);
        double step = 0;
        if (rest == "+" || rest == "1")
            step = 1;
        else if (rest == "-" || rest == "3")
            step = -1;
        else if (!rest.empty() && rest != "2")
            return std::nullopt;
        value.plain = -12.0 * (word[0] - 'A') + 3 * static_cast<double>(letters) + step;
        value.kind = Kind::Credit;
        return value;
    }

    // Whether what follows a bare figure lets it have the other's unit: "3.8 expected", not "2 plants".
    bool unitLeftOut(const Value& value) const
    {
        constexpr std::string_view Followers[] = {"to", "a", "the", "in", "last", "seen", "that"};
        return value.last == m_last || token(value.last).is(Punctuation) || isOne(Joints, lower(value.last))
            || isOne(Followers, lower(value.last));
    }

    bool moved(const Value& left, const Value& right, MovedFigures& found) const
    {
        if (found.size == found.list.size() || right.first - left.last > Reach)
            return false;
        MovedFigure move;
        move.last = right.last;
        move.joint = right.first;
        bool earlier = false; // the left one is that of before: "30 a year earlier, 50 now"
        bool comma = false;
        for (std::uint32_t at = left.last; at < right.first; ++at) {
            const std::string_view word = lower(at);
            if (word == ";" || word == ":" || (word == "." && lower(at - 1) != "vs"))
                return false;
            comma = comma || word == ",";
            earlier = earlier || (!comma && (word == "earlier" || word == "before" || word == "ago"));
            if (isOne(Joints, word))
                move.joint = at;
        }
        const std::optional<std::uint32_t> from = behind(left.first, "from");
        const bool forward = from && behind(right.first, "to");
        if (forward)
            move.joint = *from;
        else if (move.joint == right.first && !earlier)
            return false;
        if (left.kind != right.kind) {
            const Value& bare = left.kind == Kind::Bare ? left : right;
            if (bare.kind != Kind::Bare || left.kind >= Kind::View || right.kind >= Kind::View
                || (!forward && !unitLeftOut(bare)))
                return false;
        }
        const bool rated = left.kind >= Kind::View;
        if (rated && !forward && !(behind(left.first, "to") && behind(right.first, "from")))
            return false;
        const double first = left.plain * scaleOf(left, right);
        const double second = right.plain * scaleOf(right, left);
        if (std::abs(first - second) <= 1e-9 * std::max(std::abs(first), std::abs(second)))
            return false;
        move.more = forward || earlier ? second > first : first > second;
        found.list[found.size++] = move;
        return true;
    }

    // "from 900 to 950 million", but "from 900,000 to 1.2 million"
    static double scaleOf(const Value& own, const Value& other)
    {
        constexpr double Full = 1000; // from here on it is written out
        return own.scale > 0 ? own.scale : other.scale > 0 && std::abs(own.plain) < Full ? other.scale : 1;
    }

    const Document& m_document;
    std::string_view m_text;
    std::string_view m_lower;
    std::uint32_t m_first;
    std::uint32_t m_last;
    std::uint32_t m_ratedFrom = 0; // behind the last "to" or "from": a rating is one of the next two tokens
};

} // namespace

MovedFigures findMovedFigures(
    const Document& document, base::Field field, std::uint32_t first, std::uint32_t last)
{
    return FigureReader(document, field, first, last).read();
}

} // namespace engine
