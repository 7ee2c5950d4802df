// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_map>

namespace engine {

namespace {

constexpr std::size_t MaxSentences = 60; // of the article that are weighed against each other
constexpr std::size_t MaxChosen = 2;
constexpr double Diversity = 0.7; // λ of the choice: more is less diverse

// The words of one sentence, by number; a unit vector once they are weighed.
struct Term {
    std::uint32_t word = 0;
    double weight = 1; // how often, then how telling
};
using Terms = std::vector<Term>;

bool stopWord(std::string_view word)
{
    static const std::set<std::string_view> words{"the", "and", "for", "that", "with", "has", "have", "had",
        "was", "were", "are", "its", "their", "from", "this", "which", "will", "would", "been", "but", "not",
        "they", "said", "than", "more", "who", "into", "over", "after", "also", "about", "there", "when",
        "one", "some", "could"};
    return word.size() < 3 || words.contains(word);
}

// The words of one article as numbers, in the order they come.
class Numbering final {
public:
    explicit Numbering(const Document& document)
        : m_document(document)
    {
    }

    Terms termsOf(const TextSentence& sentence)
    {
        std::vector<std::uint32_t> words;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            const Token& token = m_document.tokens[at];
            if (token.is(Punctuation) || token.is(Number))
                continue;
            const auto [known, fresh] = m_numbers.try_emplace(m_document.lower(sentence, token), Stop);
            if (fresh && !stopWord(known->first))
                known->second = m_count++;
            if (known->second != Stop)
                words.push_back(known->second);
        }
        std::sort(words.begin(), words.end());
        Terms terms;
        for (const std::uint32_t word : words) {
            if (terms.empty() || terms.back().word != word)
                terms.push_back({word, 1});
            else
                terms.back().weight += 1;
        }
        return terms;
    }

    std::size_t count() const { return m_count; }

private:
    static constexpr std::uint32_t Stop = std::numeric_limits<std::uint32_t>::max();

    const Document& m_document;
    std::unordered_map<std::string_view, std::uint32_t> m_numbers;
    std::uint32_t m_count = 0;
};

void weigh(Terms& terms, const std::vector<double>& rarity)
{
    double square = 0;
    for (Term& term : terms) {
        term.weight *= rarity[term.word];
        square += term.weight * term.weight;
    }
    for (Term& term : terms)
        term.weight = square > 0 ? term.weight / std::sqrt(square) : 0;
}

double cosine(const Terms& a, const Terms& b)
{
    double dot = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->word == right->word)
            dot += (left++)->weight * (right++)->weight;
        else
            ++(left->word < right->word ? left : right);
    }
    return dot;
}

struct Candidate {
    std::uint32_t sentence = 0;
    Terms terms;
    double score = 0;
};

// How alike any two of the candidates are; 0 of one with itself.
class Likeness final {
public:
    Likeness(const std::vector<Candidate>& candidates, std::size_t words)
        : m_count(candidates.size())
        , m_values(m_count * m_count, 0)
    {
        std::vector<double> weights(words, 0); // of one candidate's words
        for (std::size_t a = 0; a < m_count; ++a) {
            for (const Term& term : candidates[a].terms)
                weights[term.word] = term.weight;
            for (std::size_t b = a + 1; b < m_count; ++b) {
                double dot = 0;
                for (const Term& term : candidates[b].terms)
                    dot += weights[term.word] * term.weight;
                m_values[a * m_count + b] = m_values[b * m_count + a] = dot;
            }
            for (const Term& term : candidates[a].terms)
                weights[term.word] = 0;
        }
    }

    std::size_t count() const { return m_count; }
    const double* of(std::size_t candidate) const { return m_values.data() + candidate * m_count; }

private:
    std::size_t m_count;
    std::vector<double> m_values;
};

std::vector<double> lexRank(const Likeness& likeness)
{
    const std::size_t count = likeness.count();
    std::vector<double> rank(count, 1.0 / static_cast<double>(count));
    std::vector<double> out(count, 0);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b)
            out[a] += likeness.of(a)[b];
    }
    std::vector<double> next(count);
    for (int round = 0; round < 15; ++round) {
        std::fill(next.begin(), next.end(), 0.15 / static_cast<double>(count));
        for (std::size_t from = 0; from < count; ++from) {
            if (out[from] <= 0)
                continue;
            const double given = 0.85 * rank[from];
            const double* likenessOf = likeness.of(from);
            for (std::size_t to = 0; to < count; ++to)
                next[to] += given * likenessOf[to] / out[from];
        }
        rank.swap(next);
    }
    const double top = *std::max_element(rank.begin(), rank.end());
    for (double& value : rank)
        value = top > 0 ? value / top : 0;
    return rank;
}

// Where the sentence begins after its dateline ("NEW YORK (Wire) - "); its begin when it has none.
std::uint32_t afterDateline(const Document& document, const TextSentence& sentence)
{
    const std::uint32_t limit = std::min(sentence.lastToken, sentence.firstToken + 12);
    const bool bracket
        = document.lower(sentence, document.tokens[sentence.firstToken]) == "("; // "(Wire) - …"
    if ((!bracket && !document.tokens[sentence.firstToken].is(AllCaps)) || sentence.zone != Zone::Lead)
        return sentence.span.begin;
    for (std::uint32_t at = sentence.firstToken + 1; at + 1 < limit; ++at) {
        const std::string_view text = document.lower(sentence, document.tokens[at]);
        if (text == "-" || text == "\u2013" || text == "\u2014")
            return document.tokens[at + 1].begin;
    }
    return sentence.span.begin;
}

// A sentence that begins with an unresolved "It" or "They" cannot stand alone.
bool standsAlone(const Document& document, const TextSentence& sentence)
{
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
        if (document.tokens[at].is(Punctuation))
            continue;
        const std::string_view word = document.lower(sentence, document.tokens[at]);
        static const std::set<std::string_view> pronouns{"it", "they", "he", "she", "this", "these", "that",
            "those", "but", "and", "however", "its", "their", "his", "her", "such", "still", "so"};
        return !pronouns.contains(word);
    }
    return false;
}

} // namespace

void summarise(Reading& reading)
{
    const Document& document = reading.document;
    std::vector<Candidate> candidates;
    Terms title;
    Numbering numbering(document);
    for (std::uint32_t index = 0; index < document.sentences.size(); ++index) {
        const TextSentence& sentence = document.sentences[index];
        if (sentence.zone == Zone::Title) {
            title = numbering.termsOf(sentence);
            continue;
        }
        if (sentence.boilerplate || candidates.size() >= MaxSentences)
            continue;
        candidates.push_back({index, numbering.termsOf(sentence), 0});
    }
    if (!candidates.empty()) {
        std::vector<double> rarity(numbering.count(), 0); // first in how many sentences a word stands
        for (const Candidate& candidate : candidates) {
            for (const Term& term : candidate.terms)
                rarity[term.word] += 1;
        }
        for (double& one : rarity)
            one = std::log(1 + static_cast<double>(candidates.size()) / (1 + one));
        weigh(title, rarity);
        for (Candidate& candidate : candidates)
            weigh(candidate.terms, rarity);
        const Likeness likeness(candidates, rarity.size());
        const std::vector<double> central = lexRank(likeness);
        std::set<std::uint32_t> eventful;
        for (const base::Event& event : reading.events) {
            for (const base::Span& span : event.provenance.evidence) {
                for (const Candidate& candidate : candidates) {
                    if (document.sentences[candidate.sentence].span == span)
                        eventful.insert(candidate.sentence);
                }
            }
        }
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            Candidate& candidate = candidates[at];
            const TextSentence& sentence = document.sentences[candidate.sentence];
            const double facts = std::min(1.0,
                0.3 * (sentence.lastQuantity - sentence.firstQuantity)
                    + (eventful.contains(candidate.sentence) ? 0.6 : 0));
            const std::uint32_t words = sentence.lastToken - sentence.firstToken;
            candidate.score = 0.35 * std::exp(-0.35 * static_cast<double>(at)) + 0.25 * central[at]
                + 0.20 * facts + 0.20 * cosine(candidate.terms, title);
            if (words < 7 || words > 60)
                candidate.score -= 0.3;
            if (document.text(sentence.span).find('?') != std::string_view::npos)
                candidate.score -= 0.2;
            if (sentence.background)
                candidate.score -= 0.1;
            if (!standsAlone(document, sentence))
                candidate.score -= at == 0 ? 0.05 : 0.3;
        }
        std::vector<std::size_t> chosen;
        while (chosen.size() < std::min(MaxChosen, candidates.size())) {
            double best = -1e9;
            std::size_t pick = 0;
            for (std::size_t at = 0; at < candidates.size(); ++at) {
                if (std::find(chosen.begin(), chosen.end(), at) != chosen.end())
                    continue;
                double overlap = 0;
                for (const std::size_t other : chosen)
                    overlap = std::max(overlap, likeness.of(at)[other]);
                const double value = Diversity * candidates[at].score - (1 - Diversity) * overlap;
                if (value > best) {
                    best = value;
                    pick = at;
                }
            }
            chosen.push_back(pick);
        }
        std::sort(chosen.begin(), chosen.end());
        for (const std::size_t at : chosen) {
            const TextSentence& sentence = document.sentences[candidates[at].sentence];
            base::Span span = sentence.span;
            span.begin = afterDateline(document, sentence);
            reading.summary.push_back(
                {base::collapsed(document.text(span)), base::Grade::A, {{span}, {"summary#extract"}}, {}});
        }
    }
    if (reading.mode == base::Mode::Explainer || reading.mode == base::Mode::Opinion) {
        const bool opinion = reading.mode == base::Mode::Opinion;
        const std::string text = opinion
            ? "This is an opinion: its judgements are the writer's, not reported facts."
            : "The piece is largely explanatory: it sets out a situation rather than announcing one.";
        const bool known = !reading.modeEvidence.evidence.empty();
        reading.summary.push_back({text, known ? base::Grade::B : base::Grade::C, reading.modeEvidence, {}});
    }
}

} // namespace engine
