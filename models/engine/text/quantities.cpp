// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "quantities.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace engine {

namespace {

struct UnitWord {
    std::string_view word;
    base::Unit unit;
    double factor;
    std::string_view currency;
};

constexpr UnitWord UnitWords[] = {
    {"%", base::Unit::Percent, 1, {}},
    {"percent", base::Unit::Percent, 1, {}},
    {"pct", base::Unit::Percent, 1, {}},
    {"bp", base::Unit::BasisPoint, 1, {}},
    {"bps", base::Unit::BasisPoint, 1, {}},
    {"pp", base::Unit::PercentagePoint, 1, {}},
    {"tonne", base::Unit::Mass, 1, {}},
    {"tonnes", base::Unit::Mass, 1, {}},
    {"ton", base::Unit::Mass, 1, {}},
    {"tons", base::Unit::Mass, 1, {}},
    {"kg", base::Unit::Mass, 0.001, {}},
    {"kilograms", base::Unit::Mass, 0.001, {}},
    {"kilogram", base::Unit::Mass, 0.001, {}},
    {"kilogrammes", base::Unit::Mass, 0.001, {}},
    {"ounces", base::Unit::Mass, 0.0000311035, {}},
    {"ounce", base::Unit::Mass, 0.0000311035, {}},
    {"barrels", base::Unit::Volume, 1, {}},
    {"barrel", base::Unit::Volume, 1, {}},
    {"bpd", base::Unit::Volume, 1, {}},
    {"bushels", base::Unit::Volume, 1, {}},
    {"mw", base::Unit::Power, 1e6, {}},
    {"gw", base::Unit::Power, 1e9, {}},
    {"kw", base::Unit::Power, 1e3, {}},
    {"megawatts", base::Unit::Power, 1e6, {}},
    {"megawatt", base::Unit::Power, 1e6, {}},
    {"gigawatts", base::Unit::Power, 1e9, {}},
    {"gigawatt", base::Unit::Power, 1e9, {}},
    {"day", base::Unit::Duration, 1, {}},
    {"days", base::Unit::Duration, 1, {}},
    {"week", base::Unit::Duration, 7, {}},
    {"weeks", base::Unit::Duration, 7, {}},
    {"month", base::Unit::Duration, 30, {}},
    {"months", base::Unit::Duration, 30, {}},
    {"quarters", base::Unit::Duration, 91, {}},
    {"year", base::Unit::Duration, 365, {}},
    {"years", base::Unit::Duration, 365, {}},
    {"decades", base::Unit::Duration, 3650, {}},
    {"dollars", base::Unit::Money, 1, "USD"},
    {"dollar", base::Unit::Money, 1, "USD"},
    {"euros", base::Unit::Money, 1, "EUR"},
    {"euro", base::Unit::Money, 1, "EUR"},
    {"pounds", base::Unit::Money, 1, "GBP"},
    {"yen", base::Unit::Money, 1, "JPY"},
    {"yuan", base::Unit::Money, 1, "CNY"},
    {"rupees", base::Unit::Money, 1, "INR"},
    {"kronor", base::Unit::Money, 1, "SEK"},
    {"crowns", base::Unit::Money, 1, "SEK"},
    {"francs", base::Unit::Money, 1, "CHF"},
    {"cents", base::Unit::Money, 0.01, "USD"},
    {"reais", base::Unit::Money, 1, "BRL"},
    {"lira", base::Unit::Money, 1, "TRY"},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> CurrencyBefore{
    {{"$", "USD"}, {"us$", "USD"}, {"\u20AC", "EUR"}, {"\u00A3", "GBP"}, {"\u00A5", "JPY"}, {"\u20B9", "INR"},
        {"usd", "USD"}, {"eur", "EUR"}, {"gbp", "GBP"}, {"jpy", "JPY"}, {"cny", "CNY"}, {"sek", "SEK"},
        {"nok", "NOK"}, {"dkk", "DKK"}, {"chf", "CHF"}, {"cad", "CAD"}, {"aud", "AUD"}, {"inr", "INR"},
        {"brl", "BRL"}, {"krw", "KRW"}, {"rs", "INR"}, {"skr", "SEK"}, {"hk", "HKD"}, {"rmb", "CNY"}}};

constexpr std::array<std::pair<std::string_view, double>, 20> NumberWords{{{"one", 1}, {"two", 2}, {"three", 3},
    {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11},
    {"twelve", 12}, {"fifteen", 15}, {"eighteen", 18}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50},
    {"ninety", 90}, {"hundred", 100}}};

// A few words begin a quantity, and most can be told from them by size and first letters.
constexpr std::size_t lookOf(std::string_view word)
{
    const auto letter = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
    return (letter(0) * 37 + letter(word.size() / 2) * 11 + word.size()) % 1024;
}

constexpr std::array<bool, 1024> looksOfBegins()
{
    std::array<bool, 1024> looks{};
    for (const auto& [word, currency] : CurrencyBefore)
        looks[lookOf(word)] = true;
    for (const auto& [word, value] : NumberWords)
        looks[lookOf(word)] = true;
    return looks;
}

std::optional<double> scaleOf(std::string_view word)
{
    if (word == "thousand" || word == "k")
        return 1e3;
    if (word == "million" || word == "mn" || word == "m" || word == "mln" || word == "mio")
        return 1e6;
    if (word == "billion" || word == "bn" || word == "b" || word == "bln")
        return 1e9;
    if (word == "trillion" || word == "tn" || word == "trn")
        return 1e12;
    return std::nullopt;
}

std::optional<double> wordNumber(std::string_view word)
{
    const auto it = std::find_if(
        NumberWords.begin(), NumberWords.end(), [&](const auto& pair) { return pair.first == word; });
    return it == NumberWords.end() ? std::nullopt : std::optional<double>(it->second);
}

class QuantityFinder final {
public:
    QuantityFinder(Document& document, TextSentence& sentence)
        : m_document(document)
        , m_sentence(sentence)
    {
    }

    void run()
    {
        m_sentence.firstQuantity = static_cast<std::uint32_t>(m_document.quantities.size());
        for (std::uint32_t at = m_sentence.firstToken; at < m_sentence.lastToken;)
            at = std::max(at + 1, tryAt(at));
        m_sentence.lastQuantity = static_cast<std::uint32_t>(m_document.quantities.size());
    }

private:
    bool in(std::uint32_t at) const { return at < m_sentence.lastToken; }
    std::string_view lower(std::uint32_t at) const
    {
        return in(at) ? m_document.lower(m_sentence, m_document.tokens[at]) : std::string_view();
    }
    std::string_view before(std::uint32_t at, std::uint32_t back) const
    {
        return at >= m_sentence.firstToken + back ? lower(at - back) : std::string_view();
    }

    std::optional<double> numberAt(std::uint32_t at) const
    {
        if (!in(at))
            return std::nullopt;
        if (!m_document.tokens[at].is(Number))
            return wordNumber(lower(at));
        std::string digits(lower(at));
        std::erase(digits, ',');
        double value = 0;
        const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return code == std::errc() && end == digits.data() + digits.size() ? std::optional(value)
                                                                           : std::nullopt;
    }

    static const UnitWord* unitWord(std::string_view word)
    {
        const auto it = std::find_if(std::begin(UnitWords), std::end(UnitWords),
            [&](const UnitWord& unit) { return unit.word == word; });
        return it == std::end(UnitWords) ? nullptr : &*it;
    }

    // Reads a unit at `at`; gives the token after it.
    std::uint32_t readUnit(std::uint32_t at, base::Quantity& quantity, double& factor) const
    {
        const std::string_view word = lower(at);
        if (const auto scale = scaleOf(word)) {
            factor *= *scale;
            if (quantity.unit == base::Unit::Money)
                return at + 1;
            if (const UnitWord* after = unitWord(lower(at + 1));
                after != nullptr && after->unit == base::Unit::Duration) {
                quantity.unit = base::Unit::Count; // "22m year ago"
                return at + 1;
            }
            const std::uint32_t next = readUnit(at + 1, quantity, factor);
            if (quantity.unit == base::Unit::None)
                quantity.unit = base::Unit::Count;
            return next;
        }
        if (quantity.unit == base::Unit::Money)
            return at;
        if (word == "per" && (lower(at + 1) == "cent")) {
            quantity.unit = base::Unit::Percent;
            return at + 2;
        }
        if ((word == "percentage" || word == "percent") && lower(at + 1).starts_with("point")) {
            quantity.unit = base::Unit::PercentagePoint;
            return at + 2;
        }
        if ((word == "basis" || word == "-basis") && lower(at + 1).starts_with("point")) {
            quantity.unit = base::Unit::BasisPoint;
            return at + 2;
        }
        if (word == "basis-point") {
            quantity.unit = base::Unit::BasisPoint;
            return at + 1;
        }
        if (word == "metric" && lower(at + 1).starts_with("ton")) {
            quantity.unit = base::Unit::Mass;
            return at + 2;
        }
        if (word == "times" || word == "x") {
            quantity.unit = base::Unit::Ratio;
            return at + 1;
        }
        if ((word == "swedish" || word == "norwegian" || word == "danish" || word == "us" || word == "u.s.")
            && unitWord(lower(at + 1)) != nullptr && unitWord(lower(at + 1))->unit == base::Unit::Money) {
            const std::uint32_t next = readUnit(at + 1, quantity, factor);
            quantity.currency = word == "swedish" ? "SEK"
                : word == "norwegian"             ? "NOK"
                : word == "danish"                ? "DKK"
                                                  : "USD";
            return next;
        }
        if (word == "-" && quantity.unit == base::Unit::None && unitWord(lower(at + 1)) != nullptr)
            return readUnit(at + 1, quantity, factor); // "25-basis", "10-year": hyphen after a number
        if (word == "-" && lower(at + 1) == "basis")
            return readUnit(at + 1, quantity, factor);
        if (const UnitWord* unit = unitWord(word)) {
            quantity.unit = unit->unit;
            factor *= unit->factor;
            quantity.currency = unit->currency;
            return at + 1;
        }
        return at;
    }

    std::uint32_t tryAt(std::uint32_t at)
    {
        static constexpr std::array<bool, 1024> Begins = looksOfBegins();
        const std::string_view first = lower(at);
        if (!m_document.tokens[at].is(Number) && !Begins[lookOf(first)])
            return at + 1;
        std::uint32_t number = at;
        base::Quantity quantity;
        const auto currency = std::find_if(CurrencyBefore.begin(), CurrencyBefore.end(),
            [&](const auto& pair) { return pair.first == first; });
        if (currency != CurrencyBefore.end() && in(at + 1) && m_document.tokens[at + 1].is(Number)) {
            quantity.unit = base::Unit::Money;
            quantity.currency = currency->second;
            number = at + 1;
        } else if (first == "hk" && lower(at + 1) == "$") {
            return at + 1;
        }
        const std::optional<double> value = numberAt(number);
        if (!value)
            return at + 1;
        quantity.value = *value;
        double factor = 1;
        std::uint32_t end = number + 1;
        std::optional<double> upper;
        // A range: "12 to 24 months", "12-24 months", "between 3 and 5 percent".
        const std::string_view joint = lower(end);
        const bool between = joint == "and" && before(at, 1) == "between";
        if (joint == "to" || joint == "-" || joint == "\u2013" || joint == "or" || between) {
            std::uint32_t second = end + 1;
            if (quantity.unit == base::Unit::Money && lower(second) == first)
                ++second;
            if (const auto other = numberAt(second); other && *other > *value) {
                base::Quantity probe = quantity;
                double probeFactor = 1;
                const std::uint32_t after = readUnit(second + 1, probe, probeFactor);
                if (after > second + 1 || quantity.unit == base::Unit::Money) {
                    quantity = probe;
                    factor = probeFactor;
                    upper = *other;
                    end = after;
                }
            }
        }
        if (!upper)
            end = readUnit(end, quantity, factor);
        const bool spelled = !m_document.tokens[number].is(Number);
        const bool year = quantity.unit == base::Unit::None && !spelled && *value >= 1900 && *value <= 2100
            && lower(number).size() == 4;
        if (year || quantity.unit == base::Unit::None || (spelled && quantity.unit == base::Unit::Money))
            return number + 1;
        quantity.value *= factor;
        if (upper)
            quantity.upper = *upper * factor;
        quantity.span = m_document.span(m_sentence, at, end);
        quantity.text = m_document.text(quantity.span);
        quantity.basis = basisOf(at, end, quantity);
        m_document.quantities.push_back(std::move(quantity));
        return end;
    }

    std::string basisOf(std::uint32_t begin, std::uint32_t end, const base::Quantity& quantity) const
    {
        if (quantity.upper)
            return "range";
        const auto near
            = [&](std::uint32_t back, std::string_view word) { return before(begin, back) == word; };
        for (std::uint32_t back = 1; back <= 5; ++back) {
            const std::string_view word = before(begin, back);
            if (word.empty() || word == ";" || word == ".")
                break;
            if (word == "expected" || word == "forecast" || word == "consensus" || word == "expectations"
                || word == "forecasts" || word == "priced")
                return "expected";
        }
        for (std::uint32_t at = end; at < end + 4; ++at) {
            const std::string_view word = lower(at);
            if (word == "expected" || word == "forecast" || word == "estimated" || word == "consensus")
                return "expected";
        }
        const std::string_view next = lower(end);
        if (next == "year-on-year" || next == "year-over-year" || next == "yoy"
            || (next == "from" && lower(end + 1) == "a" && lower(end + 2) == "year"))
            return "yoy";
        if (near(1, "from"))
            return "from";
        if (near(1, "to"))
            return "to";
        if (near(1, "by") || quantity.unit == base::Unit::BasisPoint
            || quantity.unit == base::Unit::PercentagePoint)
            return "delta";
        return "level";
    }

    Document& m_document;
    TextSentence& m_sentence;
};

} // namespace

void findQuantities(Document& document)
{
    for (TextSentence& sentence : document.sentences)
        QuantityFinder(document, sentence).run();
}

} // namespace engine
