// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "figures.h"

#include "figurecues.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

using namespace sureness;

constexpr std::size_t MostFigures = 12; // of one sentence
constexpr std::uint32_t CueReach = 8; // tokens
constexpr double MostRatio = 60; // of two figures that count the same thing

struct Figure {
    std::uint32_t token = 0; // the number
    std::uint32_t first = 0; // with sign, currency and unit; half-open
    std::uint32_t last = 0;
    double low = 0;
    double high = 0;
    double scale = 1; // of "million"
    base::Unit unit = base::Unit::None;
    std::string_view currency;
    bool compound = false; // "a 500-megawatt plant": no figure of its own
    bool bare = false; // nothing says what it counts
    bool falls = false; // "fell 3 percent"
    bool rises = false;
    bool sequel = false; // told of as what came before: "after rising 9 percent"
    bool past = false; // told of in the past tense,
    bool present = false; // or the present
    int reference = 0; // how surely it is the figure of before
    bool forecast = false;
    int year = 0; // it is of; 0: not said
    int month = 0;
};

class FigureReader final {
public:
    FigureReader(
        const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last)
        : m_document(document)
        , m_sentence(sentence)
        , m_first(first)
        , m_last(last)
    {
    }

    std::optional<ComparedFigures> run()
    {
        readFigures();
        if (m_count >= 2) {
            for (std::size_t at = 0; at < m_count; ++at)
                readCues(at);
            if (const auto found = clearest())
                return found;
        }
        return multiple();
    }

private:
    std::string_view lower(std::uint32_t at) const
    {
        return at < m_last ? m_document.lower(m_sentence, m_document.tokens[at]) : std::string_view();
    }
    bool number(std::uint32_t at) const { return at < m_last && m_document.tokens[at].is(Number); }

    // "twice what had been budgeted", "half as much as last year": no second figure is told.
    std::optional<ComparedFigures> multiple() const
    {
        for (std::uint32_t at = m_first; at + 2 < m_last; ++at) {
            const int order = multipleOf(lower(at));
            if (order == 0)
                continue;
            const std::string_view next = lower(at + 1);
            const bool as = next == "as" && (lower(at + 2) == "much" || lower(at + 2) == "many");
            const bool what = next == "what" || (next == "of" && lower(at + 2) == "what")
                || ((next == "that" || next == "those") && lower(at + 2) == "of");
            bool forecast = false;
            bool then = false;
            for (std::uint32_t behind = at + 2; behind < std::min(m_last, at + 2 + CueReach); ++behind) {
                const FigureCue* cue = figureCue(lower(behind));
                forecast = forecast || (cue != nullptr && cue->forecast);
                then = then || (cue != nullptr && cue->after > Weak);
            }
            const bool the = (next == "the" || next == "its" || next == "their") && (forecast || then);
            if (!as && !what && !the)
                continue;
            bool falls = false; // "shrank half as much": what is left is more
            for (std::uint32_t before = at; !the && before-- > m_first && at - before <= CueReach;)
                falls = falls || makesFall(lower(before));
            ComparedFigures found;
            found.order = static_cast<std::int8_t>(falls ? -order : order);
            found.forecast = forecast;
            found.sure = true;
            found.now = found.then = at;
            found.nowText = m_document.text(m_document.span(m_sentence, at, at + 1));
            found.thenText = m_document.text(m_document.span(m_sentence, at + 1, at + 2));
            return found;
        }
        return std::nullopt;
    }

    void readFigures()
    {
        std::uint32_t next = m_sentence.firstQuantity;
        for (std::uint32_t at = m_first; at < m_last && m_count < m_figures.size();) {
            const Token& token = m_document.tokens[at];
            while (next < m_sentence.lastQuantity && m_document.quantities[next].span.end <= token.begin)
                ++next;
            Figure figure;
            figure.first = at;
            if (next < m_sentence.lastQuantity && m_document.quantities[next].span.begin <= token.begin) {
                takeQuantity(m_document.quantities[next], figure);
                at = figure.last;
                if (figure.compound)
                    continue;
            } else if (token.is(Number) && takePlain(at, figure)) {
                at = figure.last;
            } else {
                ++at;
                continue;
            }
            takeSign(figure);
            put(figure);
        }
    }

    // "from 60 to 95 billion" are two; "200 million to 220 million" is one.
    void put(const Figure& figure)
    {
        const bool after = figure.first > m_first && lower(figure.first - 1) == "from";
        if (figure.high > figure.low && after && m_count + 1 < m_figures.size()) {
            std::uint32_t second = figure.token + 1;
            while (second < figure.last && !number(second))
                ++second;
            if (second < figure.last) {
                Figure then = figure;
                then.high = then.low;
                then.last = figure.token + 1;
                Figure now = figure;
                now.low = now.high;
                now.first = now.token = second;
                m_figures[m_count++] = then;
                m_figures[m_count++] = now;
                return;
            }
        }
        if (m_count > 0 && shares(m_figures[m_count - 1].last, figure.first))
            return; // "2,310 of its 2,400 beds"
        if (figure.first > m_first && lower(figure.first - 1) == "including")
            return; // "20 years there, including nine abroad"
        if (m_count > 0) {
            Figure& before = m_figures[m_count - 1];
            const std::string_view joint = lower(before.last);
            const bool from = before.first > m_first && lower(before.first - 1) == "from";
            if (before.last + 1 == figure.first && !from
                && (joint == "to" || joint == "-" || joint == "\u2013") && figure.low > before.high
                && before.high == before.low
                && (figure.unit == before.unit || before.unit == base::Unit::Count)) {
                before.high = figure.high;
                before.unit = figure.unit;
                before.currency = figure.currency;
                before.last = figure.last;
                return;
            }
        }
        m_figures[m_count++] = figure;
    }

    // "of its", "seats in", "out of every"
    bool shares(std::uint32_t from, std::uint32_t to) const
    {
        if (from < to && counts(from))
            ++from;
        if (to == from || to - from > 3)
            return false;
        bool of = false;
        for (std::uint32_t at = from; at < to; ++at) {
            if (!isShareWord(lower(at)))
                return false;
            of = of || lower(at) == "of" || lower(at) == "in";
        }
        return of;
    }

    void takeQuantity(const base::Quantity& quantity, Figure& figure) const
    {
        figure.last = figure.first + 1;
        while (figure.last < m_last && m_document.tokens[figure.last].begin < quantity.span.end)
            ++figure.last;
        figure.token = figure.first;
        while (figure.token + 1 < figure.last && !number(figure.token))
            ++figure.token;
        if (!number(figure.token))
            figure.token = figure.first; // "two million"
        figure.compound = (quantity.unit != base::Unit::Money && quantity.unit != base::Unit::Percent
                              && !quantity.upper && quantity.text.find('-') != std::string::npos)
            || (quantity.unit == base::Unit::Duration && figure.first > m_first
                && tellsPeriod(lower(figure.first - 1)));
        figure.low = quantity.value;
        figure.high = quantity.upper.value_or(quantity.value);
        figure.unit = quantity.unit;
        figure.currency = quantity.currency;
        if (figure.first > m_first && lower(figure.first) == "$"
            && m_document.tokens[figure.first - 1].end == m_document.tokens[figure.first].begin
            && m_document.tokens[figure.first - 1].is(Capitalised))
            figure.currency = lower(figure.first - 1); // "A$12 billion"
        figure.bare = figure.unit == base::Unit::Count && !counts(figure.last);
        double written = 0;
        if (parse(lower(figure.token), written) == 0 && written > 0)
            figure.scale = figure.low / written;
    }

    // Digits with a point and commas; gives how many bytes are left over.
    static std::size_t parse(std::string_view text, double& value)
    {
        value = 0;
        double place = 0;
        std::size_t at = 0;
        for (; at < text.size(); ++at) {
            const char c = text[at];
            if (c == '.') {
                if (place > 0)
                    break;
                place = 0.1;
            } else if (c >= '0' && c <= '9') {
                value = place > 0 ? value + (c - '0') * place : value * 10 + (c - '0');
                place *= 0.1;
            } else if (c != ',') {
                break;
            }
        }
        return text.size() - at;
    }

    bool takePlain(std::uint32_t at, Figure& figure) const
    {
        const std::string_view text = lower(at);
        const std::size_t left = parse(text, figure.low);
        figure.last = at + 1;
        std::string_view suffix = text.substr(text.size() - left); // "14m"
        if (left == 0 && runsOn(at))
            suffix = lower(figure.last++); // the tokeniser cut it
        if (!suffix.empty()) {
            constexpr std::pair<std::string_view, double> Suffixes[] = {{"m", 1e6}, {"mn", 1e6}, {"mln", 1e6},
                {"bn", 1e9}, {"b", 1e9}, {"tn", 1e12}, {"k", 1e3}, {"p", 1}, {"c", 1}, {"x", 1}};
            const auto* known = std::find_if(std::begin(Suffixes), std::end(Suffixes),
                [&](const auto& one) { return one.first == suffix; });
            if (known == std::end(Suffixes) || (left > 0 && text[text.size() - left - 1] == '.'))
                return false; // "10-year", "3q", "9th", "7203.t"
            figure.low *= known->second;
            figure.scale = known->second;
            figure.unit = base::Unit::Count;
        }
        const std::string_view next = lower(figure.last);
        const std::string_view previous = at > m_first ? lower(at - 1) : std::string_view();
        if (namesNumber(previous) || (suffix.empty() && isYear(text)) || next == "analysts"
            || next == "economists" || next == "gmt" || previous == "'s"
            || (previous == "." && at > m_first + 1 && lower(at - 2) == "no"))
            return false; // "phase 3", "a poll of 17 analysts", "1035 GMT", "Poor's 500", "No. 5"
        if (suffix.empty() && figure.low <= 31 && (monthOf(next) > 0 || monthOf(previous) > 0))
            return false;
        if (suffix.empty()
            && (joined(at, at + 1, ":") || (at > m_first && joined(at - 1, at, ":")) || ofName(at)
                || (joined(at, at + 1, "-") && !number(at + 2)) || joined(at, at + 1, "/")
                || (at > m_first && joined(at - 1, at, "/"))
                || (joined(at, at + 1, ".") && at + 2 < m_last
                    && m_document.tokens[at + 1].end == m_document.tokens[at + 2].begin)))
            return false; // "5:15", "S&P 500", "14- and 50-day", "2008/09", "( 6753.T )"
        figure.high = figure.low;
        figure.token = at;
        // "to 75" of "70 to 75" without a unit
        if ((next == "to" || next == "-" || next == "\u2013") && suffix.empty() && number(at + 2)
            && previous != "from") {
            double other = 0;
            if (parse(lower(at + 2), other) == 0 && other > figure.low && !isYear(lower(at + 2))) {
                figure.high = other;
                figure.last = at + 3;
            }
        }
        figure.bare = suffix.empty() && !counts(figure.last);
        return true;
    }

    // Whether one of two neighbours is that mark, with no space between them.
    bool joined(std::uint32_t left, std::uint32_t right, std::string_view mark) const
    {
        return right < m_last && m_document.tokens[left].end == m_document.tokens[right].begin
            && (lower(left) == mark || lower(right) == mark)
            && (lower(left) != mark || number(left - (left > m_first)));
    }

    // "18.5p", "9th"
    bool runsOn(std::uint32_t at) const
    {
        return at + 1 < m_last && !m_document.tokens[at + 1].is(Punctuation)
            && m_document.tokens[at].end == m_document.tokens[at + 1].begin;
    }

    // "S&P 500", "Boeing 737 jets"
    bool ofName(std::uint32_t at) const
    {
        if (at <= m_first || at + 1 >= m_last || lower(at).find_first_of(".,") != std::string_view::npos)
            return false;
        const Token& previous = m_document.tokens[at - 1];
        const Token& next = m_document.tokens[at + 1];
        const bool name = previous.is(AllCaps) || (previous.is(Capitalised) && !previous.is(SentenceStart));
        const FigureCue* cue = figureCue(lower(at + 1));
        return name && !next.is(Punctuation) && (cue == nullptr || cue->before < Strong);
    }

    // Whether a noun follows that the number counts.
    bool counts(std::uint32_t at) const
    {
        const std::string_view word = lower(at);
        if (word.empty() || m_document.tokens[at].is(Punctuation))
            return false;
        return !isFunctionWord(word);
    }

    void takeSign(Figure& figure) const
    {
        if (figure.first == m_first)
            return;
        const std::uint32_t sign = figure.first - 1;
        const std::string_view text = lower(sign);
        const bool joined = m_document.tokens[sign].end == m_document.tokens[figure.first].begin;
        const bool apart = sign == m_first || m_document.tokens[sign - 1].end < m_document.tokens[sign].begin
            || lower(sign - 1) == "(";
        if (text == "minus" || ((text == "-" || text == "\u2212") && joined && apart)) {
            figure.first = sign;
            figure.low = -figure.low;
            figure.high = -figure.high;
            std::swap(figure.low, figure.high);
        } else if (text == "+" && joined) {
            figure.first = sign;
        } else if (figure.unit == base::Unit::Percent) {
            for (std::uint32_t at = figure.first;
                 at-- > m_first && figure.first - at <= 4 && !figure.falls;) {
                if (lower(at) == "to" || lower(at) == "at" || lower(at) == "from" || closes(lower(at)))
                    break;
                figure.falls = makesFall(lower(at));
                figure.rises = figure.rises || makesRise(lower(at));
            }
            figure.rises = figure.rises || makesRise(lower(figure.last));
            if (figure.falls || makesFall(lower(figure.last))) {
                figure.falls = true;
                figure.low = -figure.low;
                figure.high = -figure.high;
                std::swap(figure.low, figure.high);
            }
        }
    }

    // "EUR 38.1 mn (EUR 30.4 mn)", "0.41 (0.29)", but not "240 km (150 miles)", "6 billion francs ($5.2
    // billion)"
    bool inBrackets(const Figure& before, const Figure& figure) const
    {
        if (figure.unit == before.unit && figure.currency == before.currency)
            return figure.unit != base::Unit::None || lower(figure.last) == ")" || figure.bare;
        return figure.unit == base::Unit::None && lower(figure.last) == ")";
    }

    static bool closes(std::string_view word)
    {
        return word == ";" || word == "," || word == ":" || word == "(" || word == ")" || word == "-"
            || word == "\u2013" || word == "\u2014" || word == "and" || word == "but" || word == "while";
    }

    // Where what is said before a figure ends and what is said of the next one begins.
    std::uint32_t borderBetween(const Figure& left, const Figure& right) const
    {
        for (std::uint32_t at = right.first; at-- > left.last;) {
            if (closes(lower(at)) && !(at + 1 == right.first && lower(at) == ":")) // "; analysts: 49 million"
                return at;
        }
        // "412 million expected" stands close; all else is said of what comes.
        const std::string_view word = lower(left.last);
        const FigureCue* cue = figureCue(word);
        return cue != nullptr && cue->after != 0 && cue->forecast && left.last < right.first ? left.last + 1
                                                                                             : left.last;
    }

    void readCues(std::size_t index)
    {
        Figure& figure = m_figures[index];
        const std::uint32_t from = index > 0 ? borderBetween(m_figures[index - 1], figure) : m_first;
        const std::uint32_t to = index + 1 < m_count ? borderBetween(figure, m_figures[index + 1]) : m_last;
        int before = 0;
        for (std::uint32_t at = figure.first; at-- > from && figure.first - at <= CueReach + 4;) {
            const std::string_view word = lower(at);
            if (word == ";")
                break;
            figure.past = figure.past || word == "was" || word == "were" || word == "stood";
            figure.present
                = figure.present || word == "is" || word == "are" || word == "has" || word == "stands";
            const bool beside = figure.first - at <= 2;
            if (word == "(" && index > 0)
                before += inBrackets(m_figures[index - 1], figure) ? Clear : 0;
            else if (word == "not" && beside)
                before += Clear;
            else if (beside && (passes(word) || (standsBeside(word) && lower(at + 1) == "the")))
                before += Clear;
            else if ((word == "was" || word == "were") && beside && index > 0 && at == from + 1)
                before += Weak;
            else if (word == "to" && at + 1 == figure.first && index > 0 && m_figures[index - 1].reference > 0
                && at == m_figures[index - 1].last)
                before += 2 * Now;
            else
                before += take(word, true, at, index, figure);
        }
        int after = 0;
        for (std::uint32_t at = figure.last; at < to && at < figure.last + CueReach; ++at) {
            const std::string_view word = lower(at);
            if (word == ";" || (word == "," && index + 1 < m_count))
                break;
            after += take(word, false, at, index, figure);
        }
        figure.reference = std::clamp(before, -6, 12) + std::clamp(after, -6, 8);
        // "had expected 53 cents in the first quarter and 64 cents in the second"
        if (index > 0 && figure.reference == 0 && figure.year == 0 && figure.month == 0
            && lower(from) == "and" && figure.first - from <= 2) {
            figure.reference = m_figures[index - 1].reference;
            figure.forecast = m_figures[index - 1].forecast;
        }
    }

    int take(std::string_view word, bool before, std::uint32_t at, std::size_t index, Figure& figure) const
    {
        if (word.empty())
            return 0;
        if (number(at) && isYear(word)) {
            if (figure.year == 0)
                figure.year = (word[2] - '0') * 10 + (word[3] - '0') + (word[0] == '2' ? 100 : 0);
            return 0;
        }
        if (const int month = word != "may" || m_document.tokens[at].is(Capitalised) ? monthOf(word) : 0;
            month > 0) {
            if (figure.month == 0)
                figure.month = month;
            return 0;
        }
        if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4') {
            if (figure.month == 0)
                figure.month = (word[1] - '0') * (word[0] == 'q' ? 3 : 6);
            return 0;
        }
        const FigureCue* cue = figureCue(word);
        if (cue == nullptr)
            return 0;
        int weight = before ? cue->before : cue->after;
        if (word == "this" && (lower(at + 1) == "point" || lower(at + 1) == "time"))
            weight = 0; // "at this point last year"
        if (weight == Later)
            weight = index > 0 ? Weak : 0;
        // These govern what is near, "from" also what follows it right after another figure.
        if (before && (word == "after" || word == "from" || word == "than") && figure.first - at > 4
            && (word != "from" || index == 0 || at != m_figures[index - 1].last))
            return 0;
        if (before && word == "than" && at + 1 == figure.first)
            return 0; // "more than 50 percent"
        if (before && word == "after" && tellsSequence(lower(at + 1))) {
            figure.sequel = true;
            return 0;
        }
        figure.forecast = figure.forecast || (cue->forecast && weight > 0);
        return weight;
    }

    bool comparable(const Figure& one, const Figure& other, double& scale) const
    {
        scale = 1;
        // "30 months, not the 12 previously stated"
        const bool sure = std::abs(one.reference - other.reference) > Clear;
        const bool otherBare = other.bare || (sure && other.unit == base::Unit::None);
        const bool bare = one.bare || otherBare;
        const auto counted
            = [](base::Unit unit) { return unit == base::Unit::None || unit == base::Unit::Count; };
        if (one.unit != other.unit && !bare && !(counted(one.unit) && counted(other.unit))
            && !(one.unit == base::Unit::Money && other.unit == base::Unit::Count)
            && !(other.unit == base::Unit::Money && one.unit == base::Unit::Count))
            return false;
        if (!one.currency.empty() && !other.currency.empty() && one.currency != other.currency)
            return false;
        const auto near = [&](double times) {
            const double left = std::abs(one.high);
            const double right = std::abs(other.high * times);
            return std::max(left, right) <= std::min(left, right) * MostRatio;
        };
        if (one.bare && other.scale != 1 && one.scale == 1 && near(1 / other.scale))
            scale = 1 / other.scale; // "1.2 billion, not the 0.9 expected"
        else if (otherBare && one.scale != 1 && other.scale == 1 && near(one.scale))
            scale = one.scale;
        const double large = std::max(std::abs(one.high), std::abs(other.high * scale));
        const bool share
            = one.unit == base::Unit::Percent || other.unit == base::Unit::Percent || large < 100;
        return share || near(scale);
    }

    std::optional<ComparedFigures> clearest() const
    {
        int most = 0;
        std::optional<ComparedFigures> found;
        for (std::size_t right = 1; right < m_count; ++right) {
            for (std::size_t left = right; left-- > 0;) {
                const Figure& one = m_figures[left];
                const Figure& other = m_figures[right];
                double scale = 1;
                if (one.sequel || other.sequel || !comparable(one, other, scale))
                    continue;
                int difference = other.reference - one.reference;
                if (one.present && other.past)
                    difference += Weak;
                else if (one.past && other.present)
                    difference -= Weak;
                if (one.year > 0 && other.year > 0 && one.year != other.year)
                    difference += one.year > other.year ? Clear : -Clear;
                else if (one.year == other.year && one.month > 0 && other.month > 0
                    && one.month != other.month)
                    difference += later(one.month, other.month) ? Clear : -Clear;
                else if (one.year == 0 && one.month == 0 && (other.year > 0 || other.month > 0))
                    difference += Weak; // "(2023: 9%)", "in March it was 51.3"
                // What counts nothing goes rather with its like.
                const int size = std::abs(difference) - (one.bare != other.bare ? 1 : 0);
                if (size <= most)
                    continue;
                most = size;
                const Figure& now = difference > 0 ? one : other;
                Figure then = difference > 0 ? other : one;
                if (now.falls && !then.falls && !then.rises && then.low > 0 && then.forecast) {
                    then.low = -then.low; // "shrank 5.6 percent, more than the 1.8 percent forecast"
                    then.high = -then.high;
                    std::swap(then.low, then.high);
                }
                const double share = difference > 0 ? scale : 1 / scale;
                ComparedFigures pair;
                pair.order = now.low > then.high * share + 1e-9 * std::abs(now.low) ? 1
                    : now.high < then.low * share - 1e-9 * std::abs(now.high)       ? -1
                                                                                    : 0;
                pair.forecast = then.forecast;
                pair.sure = size > Weak;
                pair.now = now.token;
                pair.then = then.token;
                pair.nowText = textOf(now);
                pair.thenText = textOf(then);
                found = pair;
            }
        }
        return found;
    }

    // Of two months of one year or of two, the nearer way round.
    static bool later(int one, int other) { return (one - other + 12) % 12 < 6; }

    std::string_view textOf(const Figure& figure) const
    {
        return m_document.text(m_document.span(m_sentence, figure.first, figure.last));
    }

    const Document& m_document;
    const TextSentence& m_sentence;
    std::uint32_t m_first;
    std::uint32_t m_last;
    std::array<Figure, MostFigures> m_figures;
    std::size_t m_count = 0;
};

} // namespace

std::optional<ComparedFigures> comparedFigures(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last)
{
    // Most sentences have no two figures, nor a multiple.
    std::uint32_t figures = sentence.lastQuantity - sentence.firstQuantity;
    bool multiple = false;
    for (std::uint32_t at = first; at < last; ++at) {
        const Token& token = document.tokens[at];
        figures += token.is(Number) ? 1 : 0; // twice, of a quantity: only the other side would be wrong
        multiple = multiple || multipleOf(document.lower(sentence, token)) != 0;
    }
    if (figures < 2 && !multiple)
        return {};
    return FigureReader(document, sentence, first, last).run();
}

} // namespace engine
