// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "contradictions.h"

#include "storywords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace engine {

namespace {

constexpr std::size_t Texts = 40;
constexpr std::size_t Words = 250;
constexpr std::size_t ClaimsOfOne = 24;
constexpr std::size_t Near = 5; // words between a measure and its figure
constexpr double Rounding = 0.02; // share by which two figures may differ and be one, rounded
constexpr double Estimate = 0.12; // of "nearly" and "about"
constexpr double Shared = 0.5; // of the shorter sentence's words from which two speak of one thing
constexpr std::int64_t Later = 4 * 3600; // seconds
constexpr std::int64_t OneDay = 20 * 3600; // directions of different days do not contradict

struct Claim {
    ClaimKind kind = ClaimKind::Figure;
    ClaimStance stance = ClaimStance::Fact;
    std::int64_t time = 0;
    Term measure = 0; // what is counted, measured, or moves
    StoryWord::Unit unit = StoryWord::Unit::None;
    int bound = 0; // of a figure: 1 at least, -1 at most, 2 about
    double value = 0; // of a date: month × 100 + day; of a direction: ±1
    std::vector<Term> context; // the sentence's words, sorted
    StoryClaim said;
};

struct Teller {
    std::vector<Claim> claims;
    std::set<double> values; // all figures it gives
};

ClaimStance stanceOf(std::string_view sentence)
{
    std::string lower(sentence);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto any = [&](const auto& words) {
        return std::any_of(words.begin(), words.end(),
            [&](std::string_view word) { return lower.find(word) != std::string::npos; });
    };
    constexpr std::array<std::string_view, 14> Forecasts = {"expect", "forecast", "could ", "may ", "might ",
        "likely", "estimate", "predict", "project", "outlook", "would ", "set to", "poised", "seen "};
    constexpr std::array<std::string_view, 8> Opinions
        = {"believe", "in our view", "opinion", "argue", "think", "fear", "hope", "suspect"};
    if (any(Forecasts))
        return ClaimStance::Forecast;
    return any(Opinions) ? ClaimStance::Opinion : ClaimStance::Fact;
}

// One sentence's claims.
class SentenceReader final {
public:
    SentenceReader(const StoryText& text, base::Field field, std::span<const StoryWord> words)
        : m_text(text)
        , m_whole(field == base::Field::Title ? text.title : text.body)
        , m_words(words)
    {
        m_span = {field, words.front().begin, withPercent(words.back().end)};
        m_stance = stanceOf(base::slice(m_whole, m_span));
        for (const StoryWord& word : words) {
            if (word.term != 0 && !word.figure && word.direction == 0)
                m_context.push_back(word.term);
        }
        std::sort(m_context.begin(), m_context.end());
        m_context.erase(std::unique(m_context.begin(), m_context.end()), m_context.end());
    }

    void read(Teller& teller) const
    {
        std::set<std::pair<int, Term>> seen; // one figure of a unit and measure: the first is what is told
        for (std::size_t at = 0; at < m_words.size(); ++at) {
            const StoryWord& word = m_words[at];
            const bool ofDate = (at > 0 && m_words[at - 1].month > 0)
                || (at + 1 < m_words.size() && m_words[at + 1].month > 0);
            if (word.value != 0 && !ofDate) {
                teller.values.insert(word.value);
                Term measure = word.unit == StoryWord::Unit::None ? counted(at) : measured(at);
                if (measure == 0)
                    measure = measured(at);
                if (measure != 0 && seen.emplace(static_cast<int>(word.unit), measure).second)
                    add(teller, ClaimKind::Figure, measure, word.unit, word.value, at, figureEnd(at));
            } else if (word.month > 0 && at + 1 < m_words.size()) {
                const int day = dayBeside(at);
                if (day > 0)
                    add(teller, ClaimKind::Date, 0, StoryWord::Unit::None, word.month * 100 + day, at, at);
            } else if (word.direction != 0) {
                const Term mover = measured(at);
                if (mover != 0)
                    add(teller, ClaimKind::Direction, mover, StoryWord::Unit::None, word.direction, at, at);
            }
        }
    }

private:
    std::uint32_t withPercent(std::uint32_t end) const
    {
        return end < m_whole.size() && m_whole[end] == '%' ? end + 1 : end;
    }

    // "more than", "at least", "up to", "nearly" before a figure.
    int boundAt(std::size_t at) const
    {
        for (std::size_t back = 1; back <= std::min<std::size_t>(at, 2); ++back) {
            const Term word = m_words[at - back].plain;
            const auto is = [word](std::string_view text) { return word == termOf(text); };
            if (is("fewer") || is("less") || is("under") || is("below") || (is("up") && back == 2))
                return -1;
            if (is("more") || is("least") || is("over") || is("above") || is("exceed"))
                return 1;
            if (is("nearly") || is("almost") || is("about") || is("around") || is("roughly") || is("some")
                || is("approximately"))
                return 2;
        }
        return 0;
    }

    // "112 people", "3,000 jobs": what stands after the number.
    Term counted(std::size_t at) const
    {
        const std::size_t next = figureEnd(at) + 1;
        if (next >= m_words.size() || m_words[next].value != 0)
            return 0;
        return m_words[next].term != 0 ? m_words[next].term : m_words[next].plain;
    }

    // "profit rose 34 percent", "deal worth $7.8 billion": the nearest telling word before.
    Term measured(std::size_t at) const
    {
        for (std::size_t back = 1; back <= std::min(at, Near); ++back) {
            const StoryWord& word = m_words[at - back];
            if (word.value != 0)
                break;
            if (word.term != 0 && word.direction == 0)
                return word.term;
        }
        return 0;
    }

    std::size_t figureEnd(std::size_t at) const // "million", "percent" belong to the figure
    {
        while (at + 1 < m_words.size() && m_words[at + 1].unitOfFigure)
            ++at;
        return at;
    }

    int dayBeside(std::size_t at) const
    {
        for (const std::size_t beside : {at + 1, at - 1}) {
            if (beside >= m_words.size())
                continue;
            const std::string_view word
                = m_whole.substr(m_words[beside].begin, m_words[beside].end - m_words[beside].begin);
            int day = 0;
            for (const char c : word)
                day = c >= '0' && c <= '9' && day < 100 ? day * 10 + (c - '0') : 1000;
            if (!word.empty() && day >= 1 && day <= 31)
                return day;
        }
        return 0;
    }

    void add(Teller& teller, ClaimKind kind, Term measure, StoryWord::Unit unit, double value,
        std::size_t first, std::size_t last) const
    {
        if (teller.claims.size() >= ClaimsOfOne)
            return;
        Claim claim;
        claim.kind = kind;
        claim.stance = m_stance;
        claim.time = m_text.time;
        claim.measure = measure;
        claim.unit = unit;
        claim.value = value;
        claim.bound = kind == ClaimKind::Figure ? boundAt(first) : 0;
        claim.context = m_context;
        claim.said.article = m_text.article;
        claim.said.span = m_span;
        if (kind == ClaimKind::Date) {
            first = first > 0 && m_words[first - 1].end + 1 == m_words[first].begin && dayBeside(first) > 0
                    && !isDay(first + 1)
                ? first - 1
                : first;
            last = std::min(first + 1, m_words.size() - 1);
        }
        const std::uint32_t begin = m_words[first].begin;
        claim.said.said = std::string(m_whole.substr(begin, withPercent(m_words[last].end) - begin));
        teller.claims.push_back(std::move(claim));
    }

    bool isDay(std::size_t at) const
    {
        return at < m_words.size() && m_words[at].begin < m_whole.size() && m_whole[m_words[at].begin] >= '0'
            && m_whole[m_words[at].begin] <= '9';
    }

    const StoryText& m_text;
    std::string_view m_whole;
    std::span<const StoryWord> m_words;
    base::Span m_span;
    ClaimStance m_stance = ClaimStance::Fact;
    std::vector<Term> m_context;
};

Teller read(const StoryLexicon& lexicon, const StoryText& text)
{
    Teller teller;
    for (const base::Field field : {base::Field::Title, base::Field::Body}) {
        const std::vector<StoryWord> words
            = storyWords(lexicon, field == base::Field::Title ? text.title : text.body, Words);
        for (std::size_t first = 0; first < words.size();) {
            std::size_t last = first + 1;
            while (last < words.size() && !words[last].sentenceStart)
                ++last;
            SentenceReader(text, field, std::span(words).subspan(first, last - first)).read(teller);
            first = last;
        }
    }
    return teller;
}

bool ofOneThing(const Claim& a, const Claim& b)
{
    std::vector<Term> both;
    std::set_intersection(
        a.context.begin(), a.context.end(), b.context.begin(), b.context.end(), std::back_inserter(both));
    const std::size_t least = std::min(a.context.size(), b.context.size());
    const std::size_t asked = a.kind == ClaimKind::Date ? 3 : 2;
    return both.size() >= asked && static_cast<double>(both.size()) >= Shared * static_cast<double>(least);
}

bool differ(const Claim& a, const Claim& b)
{
    if (a.kind == ClaimKind::Figure) {
        const auto within = [](const Claim& bound, double value) {
            return (bound.bound == 1 && value >= bound.value) || (bound.bound == -1 && value <= bound.value);
        };
        if (within(a, b.value) || within(b, a.value))
            return false;
        const double slack = a.bound == 2 || b.bound == 2 ? Estimate : Rounding;
        return std::abs(a.value - b.value) > slack * std::max(std::abs(a.value), std::abs(b.value));
    }
    if (a.kind == ClaimKind::Direction)
        return a.value * b.value < 0 && std::abs(a.time - b.time) < OneDay;
    return a.value != b.value;
}

} // namespace

std::vector<Contradiction> findContradictions(
    const StoryLexicon& lexicon, std::span<const StoryText> texts, std::size_t most)
{
    std::vector<Teller> tellers;
    for (const StoryText& text : texts.first(std::min(Texts, texts.size())))
        tellers.push_back(read(lexicon, text));
    std::vector<Contradiction> found;
    for (std::size_t right = 1; right < tellers.size(); ++right) {
        for (std::size_t left = 0; left < right; ++left) {
            for (const Claim& b : tellers[right].claims) {
                for (const Claim& a : tellers[left].claims) {
                    if (found.size() >= most)
                        return found;
                    if (a.kind != b.kind || a.stance != b.stance || a.unit != b.unit || a.measure != b.measure
                        || !differ(a, b) || !ofOneThing(a, b))
                        continue;
                    const bool knowsBoth = a.kind == ClaimKind::Figure
                        && (tellers[left].values.contains(b.value)
                            || tellers[right].values.contains(a.value));
                    if (knowsBoth)
                        continue;
                    found.push_back({a.kind, a.stance, std::abs(b.time - a.time) > Later, a.said, b.said});
                }
            }
        }
    }
    return found;
}

std::string_view claimKindName(ClaimKind kind)
{
    return kind == ClaimKind::Figure ? "figure" : kind == ClaimKind::Date ? "date" : "direction";
}

std::string_view claimStanceName(ClaimStance stance)
{
    return stance == ClaimStance::Fact ? "fact" : stance == ClaimStance::Forecast ? "forecast" : "opinion";
}

} // namespace engine
