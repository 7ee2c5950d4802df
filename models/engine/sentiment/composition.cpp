// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composition.h"

#include "betweenphrases.h"
#include "figures.h"
#include "sentimentphrase.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace engine {

namespace {

constexpr std::uint32_t LeftReach = 16; // tokens from a measure to the direction after it
constexpr std::uint32_t RightReach = 6; // and from a direction to the measure after it
constexpr std::uint32_t EventReach = 6;
constexpr std::uint32_t NegatorReach = 4;
constexpr std::uint32_t WideReach = 14; // of those that deny a whole clause
constexpr double Alone = 0.45; // of a direction without a measure
constexpr double Granted = 0.25; // of what a concession says
constexpr double Cause = 0.6; // of what is told as a cause
constexpr double AfterVerb = 20; // tokens by which a transitive's object is nearer

std::string signText(double value) { return value > 0 ? "+" : value < 0 ? "\u2212" : "0"; }

using Part = SentimentPhrase;

class Composer final {
public:
    Composer(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
        Formula formula)
        : m_lexicon(lexicon)
        , m_document(document)
        , m_sentence(sentence)
        , m_between(document, sentence)
        , m_written(formula == Formula::Written)
    {
    }

    Composition run(std::uint32_t first, std::uint32_t last)
    {
        readParts(first, last);
        std::size_t begin = 0;
        std::uint32_t clauseBegin = first;
        for (std::size_t at = 0; at <= m_parts.size(); ++at) {
            const bool end = at == m_parts.size();
            if (!end && m_parts[at].word->role != SentimentRole::Split)
                continue;
            const int kind = begin > 0 ? m_parts[begin - 1].word->value : 0;
            m_factor = kind == 1 ? Granted : kind == 2 ? Cause : 1;
            clause(begin, at);
            compareFigures(clauseBegin, end ? last : m_parts[at].first, begin, at);
            begin = at + 1;
            clauseBegin = end ? last : m_parts[at].last;
        }
        return std::move(m_result);
    }

private:
    // The longest phrase at each place; a measure may stand inside no other phrase.
    void readParts(std::uint32_t first, std::uint32_t last)
    {
        std::vector<PhraseSet::Hit> hits;
        bool granting = false;
        m_parts.reserve(16);
        m_close.reserve(last - first);
        m_places.reserve(last - first);
        closeUp(first, last);
        for (std::uint32_t at = first; at < last;) {
            hits.clear();
            matchPairs(at, hits);
            m_lexicon.phrases().matchAt(m_document.tokens, at, last, hits);
            const std::string_view text = m_document.lower(m_sentence, m_document.tokens[at]);
            if (hits.empty()) {
                if (text == ";")
                    putSplit(m_semicolon, at);
                else if (text == "as" && tellsCause(at, last))
                    putSplit(m_as, at);
                else if (text == "," && granting)
                    putSplit(m_comma, at);
                granting = granting && text != ",";
                ++at;
                continue;
            }
            if (afterMeasure(at)) {
                std::erase_if(hits, [&](const PhraseSet::Hit& hit) {
                    const SentimentWord& word = m_lexicon.words()[hit.phrase];
                    return word.role == SentimentRole::Idiom && word.value == 1;
                });
                if (hits.empty()) {
                    ++at;
                    continue;
                }
            }
            Part part;
            part.first = at;
            part.last = hits.front().last;
            for (const PhraseSet::Hit& hit : hits)
                part.last = std::max(part.last, hit.last);
            for (const PhraseSet::Hit& hit : hits) {
                if (hit.last == part.last)
                    takeRole(m_lexicon.words()[hit.phrase], text, part);
            }
            at = part.last;
            granting = granting || (part.word->role == SentimentRole::Split && part.word->value == 1);
            m_parts.push_back(part);
            m_result.mark({part.first, part.last, part.word->role, part.word->value});
        }
    }

    // "took its rate up to 3 %", "bad loans were up to 3 %"
    bool afterMeasure(std::uint32_t at) const
    {
        if (m_parts.empty() || m_parts.back().measure == nullptr)
            return false;
        return m_parts.back().last == at || (m_parts.back().last + 1 == at && m_between.passive(at));
    }

    // The tokens but for the fillers, to find pairs in.
    void closeUp(std::uint32_t first, std::uint32_t last)
    {
        for (std::uint32_t at = first; at < last; ++at) {
            if (m_lexicon.isFiller(m_document.tokens[at]) || m_document.tokens[at].is(Number))
                continue;
            m_close.push_back(m_document.tokens[at]);
            m_places.push_back(at);
        }
    }

    // The longest pair that starts here.
    void matchPairs(std::uint32_t at, std::vector<PhraseSet::Hit>& hits)
    {
        while (m_closeAt < m_places.size() && m_places[m_closeAt] < at)
            ++m_closeAt;
        if (m_closeAt == m_places.size() || m_places[m_closeAt] != at)
            return;
        m_lexicon.pairs().matchAt(
            m_close, static_cast<std::uint32_t>(m_closeAt), static_cast<std::uint32_t>(m_close.size()), hits);
        if (hits.empty())
            return;
        hits.resize(1);
        hits.front().first = at;
        hits.front().last = m_places[hits.front().last - 1] + 1;
    }

    // "fell as demand weakened", but not "as of May", "as well as", "as a result".
    bool tellsCause(std::uint32_t at, std::uint32_t last) const
    {
        if (at + 2 >= last)
            return false;
        const std::string_view next = m_document.lower(m_sentence, m_document.tokens[at + 1]);
        for (const std::string_view other : {"a", "an", "of", "well", "against", "compared", "expected",
                 "planned", "part", "much", "many", "to", "for", "in", "at", "his", "her", "chief", "per"}) {
            if (next == other)
                return false;
        }
        return true;
    }

    void putSplit(const SentimentWord& word, std::uint32_t at)
    {
        Part part;
        part.word = &word;
        part.first = at;
        part.last = at + 1;
        m_parts.push_back(part);
    }

    void takeRole(const SentimentWord& word, std::string_view text, Part& part)
    {
        // "rating" is itself before it is a form of "rate".
        const auto put = [&](const SentimentWord*& role) {
            if (role == nullptr || role->text != text)
                role = &word;
        };
        // Of several roles the more telling goes first.
        if (part.word == nullptr || rank(word.role) < rank(part.word->role))
            part.word = &word;
        switch (word.role) {
        case SentimentRole::Direction:
            put(part.direction);
            break;
        case SentimentRole::Measure:
            put(part.measure);
            break;
        case SentimentRole::Polar:
            put(part.polar);
            break;
        case SentimentRole::Event:
            put(part.event);
            break;
        case SentimentRole::Starter:
            put(part.starter);
            part.starts += word.value == 0 ? 1 : 0;
            part.restarts = part.restarts || word.value == 1;
            break;
        case SentimentRole::Ender:
            put(part.ender);
            break;
        case SentimentRole::Swing:
            put(part.swing);
            break;
        case SentimentRole::Hedge:
            m_result.hedged = true;
            break;
        case SentimentRole::Expected:
            m_result.expected = true;
            break;
        case SentimentRole::Opinion:
            m_result.opinion = true;
            break;
        default:
            break;
        }
    }

    void clause(std::size_t begin, std::size_t end)
    {
        for (std::size_t at = begin; at < end; ++at) {
            if (m_parts[at].word->role == SentimentRole::Unchanged)
                return;
        }
        swing(begin, end);
        for (std::size_t at = begin; at < end; ++at)
            startOrEnd(at, begin, end);
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.used || part.word->role != SentimentRole::Direction)
                continue;
            Part* measure = nearestMeasure(at, begin, end);
            if (measure == nullptr) {
                moveFeeling(at, begin, end);
                continue;
            }
            measure->used = true;
            part.used = true;
            const int valence = part.direction->absolute ? 1 : measure->measure->value;
            add(m_result.bound, part.direction->value * valence * 0.8, at, begin, measure->measure);
        }
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.used)
                continue;
            const SentimentWord& word = *part.word;
            if (word.role == SentimentRole::Polar || word.role == SentimentRole::Pair)
                add(m_result.polar, word.value * (word.role == SentimentRole::Pair ? 1.0 : 0.7), at, begin,
                    nullptr);
            else if (word.role == SentimentRole::Direction && word.alone)
                add(m_result.alone, word.value > 0 ? Alone : -Alone, at, begin, nullptr);
            else if (word.role == SentimentRole::Direction && std::abs(word.value) == 2)
                add(m_result.alone, word.value * 0.25, at, begin, nullptr);
            else if (word.role == SentimentRole::Event && word.value == -1)
                add(m_result.polar, -0.6, at, begin, nullptr);
        }
    }

    // "a loss of …, against a profit of …": the one after the comparison is what was.
    void swing(std::size_t begin, std::size_t end)
    {
        Part* sides[2] = {nullptr, nullptr};
        bool before[2] = {false, false}; // whether it is what was
        bool compared = false;
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.word->role == SentimentRole::Compare)
                compared = true;
            if (part.swing == nullptr)
                continue;
            Part*& side = sides[part.swing->value > 0 ? 1 : 0];
            if (side == nullptr) {
                side = &part;
                before[part.swing->value > 0 ? 1 : 0] = compared;
            }
            compared = false;
        }
        if (sides[0] == nullptr || sides[1] == nullptr || before[0] == before[1])
            return;
        const bool profit = before[0];
        sides[0]->used = sides[1]->used = true;
        for (std::size_t at = begin; at < end; ++at) {
            if (m_parts[at].word->role == SentimentRole::Direction)
                m_parts[at].used = true; // "swung", "down": said already
        }
        count(m_result.bound, profit ? 1.2 : -1.2, std::min(sides[0]->first, sides[1]->first),
            m_written
                ? std::string(profit ? "loss(\u2212) \u2192 profit(+)" : "profit(+) \u2192 loss(\u2212)")
                : std::string());
    }

    // "won the order", "the tariff was lifted", "the merger was called off", "fears were allayed".
    void startOrEnd(std::size_t at, std::size_t begin, std::size_t end)
    {
        Part& part = m_parts[at];
        if (part.used || (part.starter == nullptr && part.ender == nullptr)
            || part.word->role == SentimentRole::Pair)
            return;
        Part* object = nullptr;
        bool objectEnds = false;
        double nearest = EventReach + 1;
        const bool undergone = m_between.passive(part.first) || m_between.finished(part.first);
        for (std::size_t other = begin; other < end; ++other) {
            Part& candidate = m_parts[other];
            bool ends = false;
            if (candidate.used || other == at || candidate.word->role == SentimentRole::Pair
                || !takes(part, candidate, ends))
                continue;
            const bool left = candidate.last <= part.first;
            double distance = left ? part.first - candidate.last + 0.5 : candidate.first - part.last;
            if (left ? m_between.apart(candidate.last, part.first)
                     : m_between.apart(part.last, candidate.first))
                continue;
            if (candidate.event == nullptr) {
                // A feeling or burden must be the very object of the verb; what also moves moves it.
                if ((part.direction != nullptr && candidate.measure != nullptr)
                    || (left ? !undergone : !m_between.direct(part.last, candidate.first)))
                    continue;
                distance += 2;
            }
            if (undergone && left)
                distance *= 0.6;
            // "the ban on flights was overturned": the ban is the head.
            if (distance < nearest && !(left && object != nullptr && m_between.ofHead(object->last, candidate.first))) {
                object = &candidate;
                objectEnds = ends;
                nearest = distance;
            }
        }
        if (object == nullptr)
            return;
        part.used = object->used = true;
        add(m_result.polar, (worthOf(*object) > 0) != objectEnds ? 0.8 : -0.8, at, begin,
            object->event != nullptr ? object->event : object->word);
    }

    // "fears eased", "fewer accidents": what is good or bad by itself moves.
    void moveFeeling(std::size_t at, std::size_t begin, std::size_t end)
    {
        constexpr std::uint32_t Reach = 3;
        Part& from = m_parts[at];
        for (std::size_t other = begin; other < end; ++other) {
            Part& part = m_parts[other];
            const bool event = part.word->role == SentimentRole::Event && part.word->value < 0;
            if (part.used || (part.word->role != SentimentRole::Polar && !event))
                continue;
            const bool left = part.last <= from.first;
            if ((left ? from.first - part.last : part.first - from.last) > Reach
                || (!left && from.direction->intransitive && !m_between.linked(from.last, part.first))
                || (left ? m_between.commaBetween(part.last, from.first) : m_between.commaBetween(from.last, part.first)))
                continue;
            part.used = from.used = true;
            const double sign = part.word->value > 0 || from.direction->absolute ? 1 : -1;
            add(m_result.bound, from.direction->value * sign * 0.7, at, begin, part.word);
            return;
        }
    }

    Part* nearestMeasure(std::size_t direction, std::size_t begin, std::size_t end)
    {
        const Part& from = m_parts[direction];
        Part* best = nullptr;
        double bestDistance = LeftReach + 1;
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.measure == nullptr || part.used || at == direction
                || part.word->role == SentimentRole::Pair)
                continue;
            const bool left = part.last <= from.first;
            double distance = left ? from.first - part.last : part.first - from.last;
            if (distance > (left ? LeftReach : RightReach) || (left && m_between.anotherSubject(part.last, from.first))
                || (!left && from.direction->intransitive && !m_between.linked(from.last, part.first)))
                continue;
            if (left)
                distance -= 0.5; // "sales fell": what moves stands before
            else if (from.direction->transitive && !m_between.passive(from.first) && m_between.direct(from.last, part.first))
                distance -= AfterVerb;
            if (distance < bestDistance
                && !(left && best != nullptr && best->last <= part.first && m_between.ofHead(best->last, part.first))) {
                best = &part;
                bestDistance = distance;
            }
        }
        // "cut customers' handling costs": the last of a chain of nouns is the head.
        if (best != nullptr && best->first >= from.last) {
            for (std::size_t at = begin; at < end; ++at) {
                Part& part = m_parts[at];
                if (part.measure != nullptr && !part.used && part.first >= best->last
                    && part.first - best->last <= 3 && m_between.direct(best->last, part.first))
                    best = &part;
            }
        }
        // "operating loss": a bad measure right after a good one is the head.
        if (best != nullptr) {
            for (std::size_t at = begin; at < end; ++at) {
                Part& part = m_parts[at];
                if (part.measure != nullptr && part.measure->value < 0 && part.first == best->last)
                    best = &part;
            }
        }
        return best;
    }

    void add(double& kind, double value, std::size_t at, std::size_t begin, const SentimentWord* measure)
    {
        const Part& part = m_parts[at];
        std::string formula;
        if (m_written) {
            if (measure != nullptr)
                formula = measure->text + '(' + signText(measure->value) + ") \u00D7 ";
            formula += part.word->text + '(' + signText(part.word->value) + ')';
        }
        for (std::size_t other = begin; other < m_parts.size(); ++other) {
            const Part& modifier = m_parts[other];
            const bool before = modifier.last <= part.first && part.first - modifier.last <= NegatorReach;
            const bool after = modifier.first >= part.last && modifier.first - part.last <= 2;
            const char* sign = "";
            if (modifier.word->role == SentimentRole::Negator && &modifier != &part
                && (modifier.word->value == 1       ? after
                        : modifier.word->value == 2 ? spans(modifier, part)
                                                    : before)) {
                value *= -0.8;
                m_result.negated = true;
                sign = "(\u2212)";
            } else if (modifier.word->role == SentimentRole::Intensifier && (before || after)) {
                value *= 1.4;
            } else if (modifier.word->role == SentimentRole::Diminisher && (before || after)) {
                value *= 0.6;
            } else {
                continue;
            }
            if (m_written)
                formula += " \u00D7 " + modifier.word->text + sign;
        }
        count(kind, value, part.first, formula);
    }

    // "nothing suggests that the quality of the loan book is getting worse"
    bool spans(const Part& negator, const Part& part) const
    {
        return negator.last <= part.first && part.first - negator.last <= WideReach
            && !m_between.commaBetween(negator.last, part.first);
    }

    void count(double& kind, double value, std::uint32_t token, const std::string& formula)
    {
        value *= m_factor;
        m_result.say(token, value);
        kind += value;
        m_result.value += value;
        (value > 0 ? m_result.positive : m_result.negative) += 1;
        m_result.last = value > 0 ? 1 : -1;
        if (m_result.first == 0)
            m_result.first = m_result.last;
        if (std::abs(value) > std::abs(m_result.strongest))
            m_result.strongest = value;
        if (!m_written)
            return;
        if (!m_result.formula.empty())
            m_result.formula += "; ";
        m_result.formula += formula + " = " + signText(value);
    }

    // "sales totalled 21.1 million, compared with 18.6 million", "EPS was 0.41 (0.29)": no word says it, the
    // figures do.
    void compareFigures(std::uint32_t first, std::uint32_t last, std::size_t begin, std::size_t end)
    {
        const Part* compare = nullptr;
        const Part* measure = nullptr;
        for (std::size_t at = begin; at < end; ++at) {
            const Part& part = m_parts[at];
            if (part.word->role == SentimentRole::Direction || part.word->role == SentimentRole::Unchanged
                || (part.swing != nullptr && part.used))
                return; // said in words already
            if (part.word->role == SentimentRole::Compare)
                compare = &part;
            if (part.measure != nullptr && measure == nullptr)
                measure = &part;
        }
        if (measure == nullptr)
            return;
        const std::uint32_t border = compare != nullptr && compare->first >= first && compare->last <= last
            ? compare->first
            : borderOfFigures(first, last);
        const Part* head = measure; // "operating loss"
        for (std::size_t at = begin; at < end; ++at) {
            if (m_parts[at].measure != nullptr && m_parts[at].first == head->last)
                head = &m_parts[at];
        }
        const std::optional<ComparedFigures> found
            = border < last && m_document.lower(m_sentence, m_document.tokens[border]) == "from"
            ? figuresFromTo(m_document, m_sentence, border)
            : border < last ? figuresAround(m_document, m_sentence, border)
                            : figuresInBrackets(m_document, m_sentence, first, last);
        if (found)
            compared(*head->measure, head->first, *found);
    }

    // "the index read 52.3 after 49.8", "2.7 percent, over the 2.4 percent that was forecast"; `last` if none.
    std::uint32_t borderOfFigures(std::uint32_t first, std::uint32_t last) const
    {
        const auto word = [&](std::uint32_t at) { return m_document.lower(m_sentence, m_document.tokens[at]); };
        for (std::uint32_t at = first + 1; at + 2 < last; ++at) {
            const bool after = word(at) == "after" || word(at) == "following";
            const bool beside = (word(at) == "over" || word(at) == "under") && word(at + 1) == "the";
            const bool estimate = word(at) == "est" || word(at) == "estimate" || word(at) == "consensus";
            if (((after || estimate) && (m_document.tokens[at + 1].is(Number) || m_document.tokens[at + 2].is(Number)))
                || (beside && m_document.tokens[at + 2].is(Number)))
                return at;
        }
        return last;
    }

    void compared(const SentimentWord& measure, std::uint32_t token, const ComparedFigures& found)
    {
        std::string formula;
        if (m_written) {
            formula = measure.text + '(' + signText(measure.value) + ") \u00D7 ";
            formula.append(found.now).append(found.more ? " > " : " < ").append(found.then);
        }
        count(m_result.figures, (found.more ? 0.8 : -0.8) * measure.value, token, formula);
    }

    const SentimentLexicon& m_lexicon;
    const Document& m_document;
    const TextSentence& m_sentence;
    const BetweenPhrases m_between;
    const bool m_written;
    const SentimentWord m_semicolon{SentimentRole::Split, 0, ";"};
    const SentimentWord m_comma{SentimentRole::Split, 0, ","};
    const SentimentWord m_as{SentimentRole::Split, 2, "as"};
    double m_factor = 1; // of the clause that is read
    std::vector<Part> m_parts;
    std::vector<Token> m_close;
    std::vector<std::uint32_t> m_places; // of the tokens in m_close
    std::size_t m_closeAt = 0;
    Composition m_result;
};

} // namespace

Composition compose(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last, Formula formula)
{
    return Composer(lexicon, document, sentence, formula).run(first, last);
}

} // namespace engine
