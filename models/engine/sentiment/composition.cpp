// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composition.h"

#include "betweenphrases.h"
#include "binding.h"
#include "figurecues.h"
#include "figures.h"
#include "pairfinder.h"
#include "sentimentphrase.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace engine {

namespace {

constexpr std::uint32_t EventReach = 6;
constexpr std::uint32_t PartedReach = 4; // tokens inside a verb: "call the strike off"
constexpr std::uint32_t HeadReach = 6; // from "hopes of" to what became of them
constexpr double Dropped = -0.9; // of what was only planned and is no more
constexpr std::uint32_t HeldReach = 3; // from a pair to what it is said of
constexpr std::uint32_t NegatorReach = 4;
constexpr std::uint32_t WideReach = 14; // of those that deny a whole clause
constexpr double Alone = 0.5; // of a direction without a measure
constexpr double Granted = 0.25; // of what a concession says
constexpr double Cause = 0.5; // of what is told as a cause, or as before, beside what it led to

std::string signText(double value) { return value > 0 ? "+" : value < 0 ? "\u2212" : "0"; }

using Part = SentimentPhrase;

enum class Against { Forecast, Any };

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
        m_figures = comparedFigures(m_document, m_sentence, first, last);
        if (m_figures)
            m_result.figuresSay(
                {true, m_figures->order, m_figures->forecast, m_figures->now, m_figures->then});
        std::size_t begin = 0;
        std::uint32_t clauseBegin = first;
        for (std::size_t at = 0; at <= m_parts.size(); ++at) {
            const bool end = at == m_parts.size();
            if (!end && m_parts[at].word->role != SentimentRole::Split)
                continue;
            const int kind = begin > 0 ? m_parts[begin - 1].word->value : 0;
            m_factor = kind == 1 ? Granted : kind == 2 && m_result.parts() > 0 ? Cause : 1;
            const std::uint32_t clauseEnd = end ? last : m_parts[at].first;
            const bool forecast = compareFigures(clauseBegin, clauseEnd, begin, at, Against::Forecast);
            clause(begin, at);
            if (!forecast)
                compareFigures(clauseBegin, clauseEnd, begin, at, Against::Any);
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
        PairFinder pairs(m_lexicon, m_document, first, last);
        for (std::uint32_t at = first; at < last;) {
            if (at >= m_restFirst && at < m_restLast) {
                ++at;
                continue;
            }
            const Token& token = m_document.tokens[at];
            const std::string_view text = m_document.lower(m_sentence, token);
            const unsigned begins = m_lexicon.begins(token);
            hits.clear();
            if ((begins & SentimentLexicon::APair) != 0)
                pairs.matchAt(at, hits);
            if ((begins & SentimentLexicon::APhrase) != 0)
                m_lexicon.phrases().matchAt(m_document.tokens, at, last, hits);
            const bool beside = afterMeasure(at);
            std::erase_if(hits, [&](const PhraseSet::Hit& hit) {
                const SentimentWord& word = m_lexicon.words()[hit.phrase];
                return word.role == SentimentRole::Contest // that is about two who are named
                    || (hit.size() > 1 && m_between.leadsToAmount(hit.last, last))
                    || (beside && word.role == SentimentRole::Idiom && word.value == 1);
            });
            std::uint32_t longest = at + 1;
            for (const PhraseSet::Hit& hit : hits)
                longest = std::max(longest, hit.last);
            if ((begins & SentimentLexicon::APartedVerb) != 0 && readParted(at, longest, last)) {
                ++at;
                continue;
            }
            if (hits.empty()) {
                if (text == ";")
                    putSplit(m_semicolon, at);
                else if ((text == "as" && m_between.tellsCause(at, last))
                    || (text == "after" && m_between.tellsBefore(at, last)))
                    putSplit(m_as, at);
                else if (text == "," && granting)
                    putSplit(m_comma, at);
                granting = granting && text != ",";
                ++at;
                continue;
            }
            Part part;
            part.first = at;
            part.last = longest;
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

    // "14 million euros"
    bool inAmount(const Part& part) const
    {
        const std::uint32_t begin = m_document.tokens[part.first].begin;
        const std::uint32_t end = m_document.tokens[part.last - 1].end;
        for (std::uint32_t at = m_sentence.firstQuantity; at < m_sentence.lastQuantity; ++at) {
            const base::Span& span = m_document.quantities[at].span;
            if (span.begin <= begin && end <= span.end)
                return true;
        }
        return false;
    }

    // "called the strike off", "put the dividend on ice": the object stands inside the verb.
    bool readParted(std::uint32_t at, std::uint32_t longest, std::uint32_t last)
    {
        const std::vector<PartedVerb>* verbs = m_lexicon.partedVerbs(m_document.tokens[at]);
        if (verbs == nullptr)
            return false;
        Part part;
        bool counted = false; // "freed 40 million of its reserves"
        for (std::uint32_t rest = at + 2; rest < std::min(last, at + 2 + PartedReach); ++rest) {
            if (m_document.lower(m_sentence, m_document.tokens[rest - 1]) != "%" && !m_between.direct(rest - 1, rest))
                return false;
            counted = counted || m_document.tokens[rest - 1].is(Number);
            for (const PartedVerb& verb : *verbs) {
                const std::uint32_t size = matchPhrase(verb.rest, m_document.tokens, rest, last);
                if (size == 0 || rest < longest || longerAt(rest, rest + size, last)
                    || (size == 1 && m_between.governs(rest, last, counted)))
                    continue;
                const SentimentWord& word = m_lexicon.words()[verb.word];
                takeRole(word, word.text, part);
                m_restFirst = rest;
                m_restLast = std::max(m_restLast, rest + size);
            }
            if (part.word != nullptr) {
                part.first = at;
                part.last = at + 1;
                m_parts.push_back(part);
                return true;
            }
        }
        return false;
    }

    // "off review for a downgrade"
    bool longerAt(std::uint32_t at, std::uint32_t than, std::uint32_t last) const
    {
        std::vector<PhraseSet::Hit> hits;
        m_lexicon.phrases().matchAt(m_document.tokens, at, last, hits);
        return !hits.empty() && hits.front().last > than;
    }

    // "took its rate up to 3 %", "bad loans were up to 3 %"
    bool afterMeasure(std::uint32_t at) const
    {
        if (m_parts.empty() || m_parts.back().measure == nullptr)
            return false;
        return m_parts.back().last == at || (m_parts.back().last + 1 == at && m_between.passive(at));
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
        addRole(part, word, text);
        m_result.hedged = m_result.hedged || word.role == SentimentRole::Hedge;
        m_result.expected = m_result.expected || word.role == SentimentRole::Expected;
        m_result.opinion = m_result.opinion || word.role == SentimentRole::Opinion;
    }

    void clause(std::size_t begin, std::size_t end)
    {
        for (std::size_t at = begin; at < end; ++at) {
            if (m_parts[at].word->role == SentimentRole::Unchanged)
                return;
        }
        swing(begin, end);
        dropPlans(begin, end);
        for (std::size_t at = begin; at < end; ++at)
            startOrEnd(at, begin, end);
        for (std::size_t at = begin; at < end; ++at)
            holdOpposite(at, begin, end);
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.used || !moves(at, begin))
                continue;
            Part* measure = m_binding.nearestMeasure(at, begin, end);
            if (measure == nullptr) {
                moveFeeling(at, begin, end);
                continue;
            }
            if (m_binding.headed(*measure, part, begin)) {
                moveFeeling(at, begin, end);
                measure->used = true;
                continue;
            }
            m_binding.useCompound(*measure, begin, end);
            part.used = true;
            const int carried = m_binding.carried(*measure, part, begin, end);
            const int valence
                = (part.direction->absolute ? 1 : measure->measure->value) * (carried < 0 ? -1 : 1);
            const Part* turn = m_binding.turnOf(part, *measure, begin, end);
            const double share = turn == nullptr && m_binding.causes(part, *measure, end) ? 0.3 : 0.8;
            add(m_result.bound, part.direction->value * valence * share, at, begin, measure->measure, turn);
            // "climbed to a five-year high", "shrank a record 2.3 percent", "fell more than forecast" say
            // it once
            if (at + 1 < end && m_parts[at + 1].direction != nullptr) {
                Part& next = m_parts[at + 1];
                const bool again = next.word->role == SentimentRole::Direction;
                const bool counted
                    = next.last < m_sentence.lastToken && m_document.tokens[next.last].is(Number);
                const bool beside = next.first == part.last && (counted || next.direction->comparing);
                next.used = next.used || beside || (again && m_between.reaches(part.last, next.first));
            }
        }
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.used)
                continue;
            const SentimentWord& word = *part.word;
            if (word.role == SentimentRole::Polar || word.role == SentimentRole::Pair) {
                const double share = word.role == SentimentRole::Pair ? 1.0 : 0.7;
                const SentimentWord* bad = m_binding.badEstimate(at, end);
                add(m_result.polar, word.value * (bad != nullptr ? -share : share), at, begin, bad);
            } else if (word.role == SentimentRole::Direction && part.polar != nullptr)
                add(m_result.polar, part.polar->value * 0.7, at, begin, nullptr);
            else if (word.role == SentimentRole::Direction && (word.alone || m_between.measured(part.last)))
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

    // "plans to lay off staff were dropped", "a bid to save the yard failed": what was planned counts the
    // other way.
    void dropPlans(std::size_t begin, std::size_t end)
    {
        m_plannedFirst = m_plannedLast = 0;
        m_dropped = nullptr;
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.used || part.ender == nullptr || part.word->role == SentimentRole::Pair)
                continue;
            const std::uint32_t from = m_between.planBefore(part.first, m_parts[begin].first);
            const bool said = std::any_of(m_parts.begin() + static_cast<std::ptrdiff_t>(begin),
                m_parts.begin() + static_cast<std::ptrdiff_t>(at), [&](const Part& inside) {
                    const SentimentRole role = inside.word->role;
                    return inside.first > from
                        && (role == SentimentRole::Direction || role == SentimentRole::Polar
                            || role == SentimentRole::Pair
                            || (role == SentimentRole::Event && inside.word->value == -1));
                });
            if (from == part.first || !said)
                continue;
            part.used = true;
            m_plannedFirst = from;
            m_plannedLast = part.first;
            m_dropped = part.ender;
            return;
        }
    }

    // "won the order", "the tariff was lifted", "the merger was called off", "fears were allayed".
    void startOrEnd(std::size_t at, std::size_t begin, std::size_t end)
    {
        Part& part = m_parts[at];
        if (part.used || (part.starter == nullptr && part.ender == nullptr && part.closer == nullptr)
            || part.word->role == SentimentRole::Pair)
            return;
        Part* object = nullptr;
        bool objectEnds = false;
        double nearest = EventReach + 1;
        const bool undergone = m_between.passive(part.first) || m_between.finished(part.first);
        for (std::size_t other = begin; other < end; ++other) {
            Part& candidate = m_parts[other];
            bool ends = false;
            if (candidate.used || other == at || (candidate.word->role == SentimentRole::Pair && candidate.event == nullptr)
                || !takes(part, candidate, ends))
                continue;
            const bool left = candidate.last <= part.first;
            if (left && part.measure != nullptr)
                continue; // "taxes on fuel": no verb
            double distance = left ? part.first - candidate.last + 0.5 : candidate.first - part.last;
            if (left ? m_between.apart(candidate.last, part.first)
                     : m_between.apart(part.last, candidate.first) || m_between.because(part.last, candidate.first))
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
        if (object->last <= part.first)
            m_binding.carried(*object, part, begin, end);
        part.used = true;
        m_binding.useCompound(*object, begin, end);
        add(m_result.polar, (worthOf(*object) > 0) != objectEnds ? 0.8 : -0.8, at, begin,
            object->event != nullptr ? object->event : object->word);
    }

    // A direction, or "less than feared" where nothing stands before it that it would turn.
    bool moves(std::size_t at, std::size_t begin) const
    {
        const Part& part = m_parts[at];
        if (part.word->role == SentimentRole::Direction)
            return true;
        return part.word->role == SentimentRole::Negator && part.word->value == 1 && part.direction != nullptr
            && (at == begin || m_parts[at - 1].direction == nullptr
                || part.first - m_parts[at - 1].last > HeldReach);
    }

    // "was cleared of fraud", "was removed from the list of top picks": the pair has said it.
    void holdOpposite(std::size_t at, std::size_t begin, std::size_t end)
    {
        const Part& pair = m_parts[at];
        if (pair.used || pair.word->role != SentimentRole::Pair)
            return;
        for (std::size_t other = begin; other < end; ++other) {
            Part& part = m_parts[other];
            const bool tells = part.word->role == SentimentRole::Polar || part.word->role == SentimentRole::Event;
            if (part.used || !tells || worthOf(part) * pair.word->value >= 0)
                continue;
            if (part.first >= pair.last ? part.first - pair.last <= HeldReach && m_between.joined(pair.last, part.first)
                                        : part.last <= pair.first && pair.first - part.last <= HeldReach
                                            && m_between.joined(part.last, pair.first)
                                            && (m_between.passive(pair.first) || m_between.finished(pair.first)))
                part.used = true;
        }
    }

    // "fears eased", "fewer accidents": what is good or bad by itself moves.
    void moveFeeling(std::size_t at, std::size_t begin, std::size_t end)
    {
        constexpr std::uint32_t Reach = 3;
        Part& from = m_parts[at];
        for (std::size_t other = begin; other < end; ++other) {
            Part& part = m_parts[other];
            const bool event = part.word->role == SentimentRole::Event && part.word->value < 0;
            const bool left = part.last <= from.first;
            const bool heads = left && part.word->text.ends_with(" of"); // "hopes of a deal faded"
            if (part.used || (part.word->role != SentimentRole::Polar && !event && !heads))
                continue;
            if ((left ? from.first - part.last : part.first - from.last) > (heads ? HeadReach : Reach)
                || (!left && from.direction->intransitive && !m_between.linked(from.last, part.first))
                || (left ? m_between.commaBetween(part.last, from.first)
                         : m_between.commaBetween(from.last, part.first)))
                continue;
            if (heads)
                m_binding.carried(part, from, begin, end);
            part.used = from.used = true;
            const double sign = part.word->value > 0 || from.direction->absolute ? 1 : -1;
            add(m_result.bound, from.direction->value * sign * 0.7, at, begin, part.word);
            return;
        }
    }

    void add(double& kind, double value, std::size_t at, std::size_t begin, const SentimentWord* measure,
        const Part* turn = nullptr)
    {
        const bool turns = turn != nullptr && (turn->direction == nullptr || turn->direction->value < 0);
        value *= turns ? -0.8 : 1;
        const Part& part = m_parts[at];
        std::string formula;
        if (m_written) {
            if (measure != nullptr)
                formula = measure->text + '(' + signText(measure->value) + ") \u00D7 ";
            formula += part.word->text + '(' + signText(part.word->value) + ')';
            if (turns)
                formula += " \u00D7 " + turn->word->text + "(\u2212)";
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
        const bool dropped = token >= m_plannedFirst && token < m_plannedLast;
        value *= dropped ? Dropped : m_factor;
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
        m_result.formula
            += formula + (dropped ? " \u00D7 " + m_dropped->text + "(\u2212)" : "") + " = " + signText(value);
    }

    // "sales totalled 21.1 million, compared with 18.6 million", "EPS was 0.41 (0.29)": no word says it, the
    // figures do.
    // Against a forecast the figures say it whatever the words do: "rose 1.1 percent against the 2.0 expected".
    bool compareFigures(
        std::uint32_t first, std::uint32_t last, std::size_t begin, std::size_t end, Against against)
    {
        if (!m_figures || !m_figures->sure || m_figures->order == 0 || m_figures->now < first
            || m_figures->now >= last || (against == Against::Forecast && !m_figures->forecast))
            return false;
        for (std::size_t at = begin; at < end; ++at) {
            const Part& part = m_parts[at];
            if ((against == Against::Any
                    && (part.word->role == SentimentRole::Direction
                        || part.word->role == SentimentRole::Unchanged))
                || (part.swing != nullptr && part.used))
                return false; // said in words already
        }
        // What is counted stands before the figure, else after it.
        const Part* measure = nullptr;
        for (std::size_t at = 0; at < end && (measure == nullptr || m_parts[at].first < m_figures->now);
             ++at) {
            const Part& part = m_parts[at];
            if (part.measure != nullptr && !part.measure->benchmark && !inAmount(part)
                && figureCue(part.measure->text) == nullptr
                && (part.first < m_figures->now || (measure == nullptr && at >= begin)))
                measure = &part;
        }
        if (measure == nullptr)
            return false;
        const Part* head = measure; // "operating loss"
        for (std::size_t at = 0; at < end; ++at) {
            if (m_parts[at].measure != nullptr && m_parts[at].first == head->last)
                head = &m_parts[at];
        }
        compared(*head->measure, head->first, *m_figures);
        if (against == Against::Forecast) {
            for (std::size_t at = begin; at < end; ++at)
                m_parts[at].used = m_parts[at].used || m_parts[at].word->role == SentimentRole::Direction;
        }
        return true;
    }

    void compared(const SentimentWord& measure, std::uint32_t token, const ComparedFigures& found)
    {
        std::string formula;
        if (m_written) {
            formula = measure.text + '(' + signText(measure.value) + ") \u00D7 ";
            formula.append(found.nowText);
            if (found.now == found.then)
                formula.append(found.order > 0 ? "(+)" : "(\u2212)"); // "twice"
            else
                formula.append(found.order > 0 ? " > " : " < ").append(found.thenText);
        }
        count(m_result.figures, 0.8 * found.order * measure.value, token, formula);
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
    Binding m_binding{m_parts, m_between};
    std::uint32_t m_plannedFirst = 0; // tokens of what was planned and dropped
    std::uint32_t m_plannedLast = 0;
    const SentimentWord* m_dropped = nullptr; // what ended it
    std::uint32_t m_restFirst = 0; // what a parted verb has after its object
    std::uint32_t m_restLast = 0;
    std::optional<ComparedFigures> m_figures;
    Composition m_result;
};

} // namespace

Composition compose(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last, Formula formula)
{
    return Composer(lexicon, document, sentence, formula).run(first, last);
}

} // namespace engine
