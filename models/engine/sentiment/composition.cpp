// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "composition.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace engine {

namespace {

struct Part {
    const SentimentWord* word = nullptr;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool used = false;
};

constexpr std::uint32_t BindReach = 6; // tokens between a direction and its measure
constexpr std::uint32_t NegatorReach = 4;
constexpr double Alone = 0.45; // of a direction without a measure

std::string signText(double value) { return value > 0 ? "+" : value < 0 ? "\u2212" : "0"; }

class Composer final {
public:
    Composer(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
        Formula formula)
        : m_lexicon(lexicon)
        , m_document(document)
        , m_sentence(sentence)
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
        for (std::uint32_t at = first; at < last;) {
            hits.clear();
            m_lexicon.phrases().matchAt(m_document.tokens, at, last, hits);
            const std::string_view text = m_document.lower(m_sentence, m_document.tokens[at]);
            if (hits.empty()) {
                if (text == ";")
                    m_parts.push_back({&m_semicolon, at, at + 1, false});
                ++at;
                continue;
            }
            // Among phrases of one length a pair or direction goes before a mere measure or polar word.
            const std::uint32_t longest = hits.front().last;
            const SentimentWord* best = nullptr;
            for (const PhraseSet::Hit& hit : hits) {
                const SentimentWord& word = m_lexicon.words()[hit.phrase];
                if (hit.last == longest && (best == nullptr || rank(word.role) < rank(best->role)))
                    best = &word;
            }
            m_parts.push_back({best, at, longest, false});
            if (best->role == SentimentRole::Hedge)
                m_result.hedged = true;
            if (best->role == SentimentRole::Expected)
                m_result.expected = true;
            if (best->role == SentimentRole::Opinion)
                m_result.opinion = true;
            at = longest;
        }
    }

    static int rank(SentimentRole role)
    {
        switch (role) {
        case SentimentRole::Pair:
            return 0;
        case SentimentRole::Negator:
            return 1;
        case SentimentRole::Direction:
            return 2;
        case SentimentRole::Polar:
            return 3;
        case SentimentRole::Measure:
            return 4;
        default:
            return 5;
        }
    }

    void clause(std::size_t begin, std::size_t end)
    {
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.word->role != SentimentRole::Direction)
                continue;
            Part* measure = nearestMeasure(at, begin, end);
            if (measure == nullptr)
                continue;
            measure->used = true;
            part.used = true;
            add(m_result.bound, part.word->value * measure->word->value * 0.8, at, begin, measure);
        }
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.used)
                continue;
            if (part.word->role == SentimentRole::Polar || part.word->role == SentimentRole::Pair)
                add(m_result.polar, part.word->value * (part.word->role == SentimentRole::Pair ? 1.0 : 0.7),
                    at, begin, nullptr);
            else if (part.word->role == SentimentRole::Direction && part.word->alone)
                add(m_result.alone, part.word->value > 0 ? Alone : -Alone, at, begin, nullptr);
            else if (part.word->role == SentimentRole::Direction && std::abs(part.word->value) == 2)
                add(m_result.alone, part.word->value * 0.25, at, begin, nullptr);
        }
    }

    Part* nearestMeasure(std::size_t direction, std::size_t begin, std::size_t end)
    {
        const Part& from = m_parts[direction];
        Part* best = nullptr;
        double bestDistance = BindReach + 1;
        for (std::size_t at = begin; at < end; ++at) {
            Part& part = m_parts[at];
            if (part.word->role != SentimentRole::Measure || part.used)
                continue;
            const bool left = part.last <= from.first;
            double distance = left ? from.first - part.last : part.first - from.last;
            if (distance > BindReach)
                continue;
            if (left)
                distance -= 0.5; // "sales fell": what moves stands before
            if (distance < bestDistance) {
                best = &part;
                bestDistance = distance;
            }
        }
        // "operating loss": a bad measure right after a good one is the head.
        if (best != nullptr) {
            for (std::size_t at = begin; at < end; ++at) {
                Part& part = m_parts[at];
                if (part.word->role == SentimentRole::Measure && part.word->value < 0
                    && part.first == best->last)
                    best = &part;
            }
        }
        return best;
    }

    void add(double& kind, double value, std::size_t at, std::size_t begin, const Part* measure)
    {
        const Part& part = m_parts[at];
        std::string formula;
        if (m_written) {
            if (measure != nullptr)
                formula = measure->word->text + '(' + signText(measure->word->value) + ") \u00D7 ";
            formula += part.word->text + '(' + signText(part.word->value) + ')';
        }
        for (std::size_t other = begin; other < m_parts.size(); ++other) {
            const Part& modifier = m_parts[other];
            const bool before = modifier.last <= part.first && part.first - modifier.last <= NegatorReach;
            const bool after = modifier.first >= part.last && modifier.first - part.last <= 2;
            const char* sign = "";
            if (modifier.word->role == SentimentRole::Negator && before && &modifier != &part) {
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
        count(kind, value, formula);
    }

    void count(double& kind, double value, const std::string& formula)
    {
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

    // "sales totalled 21.1 million, compared with 18.6 million": no word says it, the figures do.
    void compareFigures(std::uint32_t first, std::uint32_t last, std::size_t begin, std::size_t end)
    {
        const Part* compare = nullptr;
        const Part* measure = nullptr;
        for (std::size_t at = begin; at < end; ++at) {
            if (m_parts[at].word->role == SentimentRole::Direction)
                return; // said in words already
            if (m_parts[at].word->role == SentimentRole::Compare)
                compare = &m_parts[at];
            if (m_parts[at].word->role == SentimentRole::Measure && measure == nullptr)
                measure = &m_parts[at];
        }
        if (compare == nullptr || measure == nullptr || compare->first < first || compare->last > last)
            return;
        const base::Quantity* now = nullptr;
        const base::Quantity* then = nullptr;
        const std::uint32_t border = m_document.tokens[compare->first].begin;
        for (std::uint32_t at = m_sentence.firstQuantity; at < m_sentence.lastQuantity; ++at) {
            const base::Quantity& quantity = m_document.quantities[at];
            if (quantity.span.end <= border)
                now = &quantity;
            else if (then == nullptr)
                then = &quantity;
        }
        if (now == nullptr || then == nullptr || now->unit != then->unit || now->value == then->value)
            return;
        const double sign = now->value > then->value ? 1 : -1;
        const double value = sign * measure->word->value * 0.8;
        count(m_result.figures, value,
            m_written ? measure->word->text + '(' + signText(measure->word->value) + ") \u00D7 " + now->text
                    + (sign > 0 ? " > " : " < ") + then->text
                      : std::string());
    }

    const SentimentLexicon& m_lexicon;
    const Document& m_document;
    const TextSentence& m_sentence;
    const bool m_written;
    const SentimentWord m_semicolon{SentimentRole::Split, 0, ";", false};
    std::vector<Part> m_parts;
    Composition m_result;
};

} // namespace

void Composition::add(const Composition& further)
{
    value += further.value;
    bound += further.bound;
    figures += further.figures;
    polar += further.polar;
    alone += further.alone;
    if (std::abs(further.strongest) > std::abs(strongest))
        strongest = further.strongest;
    if (first == 0)
        first = further.first;
    if (further.last != 0)
        last = further.last;
    positive += further.positive;
    negative += further.negative;
    negated = negated || further.negated;
    hedged = hedged || further.hedged;
    expected = expected || further.expected;
    opinion = opinion || further.opinion;
    if (!formula.empty() && !further.formula.empty())
        formula += "; ";
    formula += further.formula;
}

Composition compose(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last, Formula formula)
{
    return Composer(lexicon, document, sentence, formula).run(first, last);
}

} // namespace engine
