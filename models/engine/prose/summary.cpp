// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "summary.h"

#include <base/strings.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::size_t MaxSentences = 60; // of the article that are weighed against each other
constexpr std::size_t MaxChosen = 2;
constexpr double Diversity = 0.7; // λ of the choice: more is less diverse

using Terms = std::map<std::string_view, double>;

bool stopWord(std::string_view word)
{
    static const std::set<std::string_view> words{"the", "and", "for", "that", "with", "has", "have", "had",
        "was", "were", "are", "its", "their", "from", "this", "which", "will", "would", "been", "but", "not",
        "they", "said", "than", "more", "who", "into", "over", "after", "also", "about", "there", "when",
        "one", "some", "could"};
    return word.size() < 3 || words.contains(word);
}

Terms termsOf(const Document& document, const TextSentence& sentence)
{
    Terms terms;
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
        if (document.tokens[at].is(Punctuation) || document.tokens[at].is(Number))
            continue;
        const std::string_view word = document.lower(sentence, document.tokens[at]);
        if (!stopWord(word))
            terms[word] += 1;
    }
    return terms;
}

double cosine(const Terms& a, const Terms& b, const std::map<std::string_view, double>& idf)
{
    double dot = 0;
    double normA = 0;
    double normB = 0;
    for (const auto& [word, count] : a) {
        const double weight = idf.at(word);
        normA += count * count * weight * weight;
        if (const auto it = b.find(word); it != b.end())
            dot += count * it->second * weight * weight;
    }
    for (const auto& [word, count] : b) {
        const double weight = idf.at(word);
        normB += count * count * weight * weight;
    }
    return normA > 0 && normB > 0 ? dot / std::sqrt(normA * normB) : 0;
}

struct Candidate {
    std::uint32_t sentence = 0;
    Terms terms;
    double score = 0;
};

std::vector<double> lexRank(const std::vector<std::vector<double>>& similarity)
{
    const std::size_t count = similarity.size();
    std::vector<double> rank(count, 1.0 / static_cast<double>(count));
    std::vector<double> out(count, 0);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b)
            out[a] += a == b ? 0 : similarity[a][b];
    }
    for (int round = 0; round < 15; ++round) {
        std::vector<double> next(count, 0.15 / static_cast<double>(count));
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = 0; b < count; ++b) {
                if (a != b && out[b] > 0)
                    next[a] += 0.85 * rank[b] * similarity[b][a] / out[b];
            }
        }
        rank = std::move(next);
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
    std::map<std::string_view, double> frequency;
    for (std::uint32_t index = 0; index < document.sentences.size(); ++index) {
        const TextSentence& sentence = document.sentences[index];
        if (sentence.zone == Zone::Title) {
            title = termsOf(document, sentence);
            continue;
        }
        if (sentence.boilerplate || candidates.size() >= MaxSentences)
            continue;
        Terms terms = termsOf(document, sentence);
        for (const auto& [word, count] : terms)
            frequency[word] += 1;
        candidates.push_back({index, std::move(terms), 0});
    }
    if (!candidates.empty()) {
        for (const auto& [word, count] : title)
            frequency[word] += 0;
        std::map<std::string_view, double> idf;
        for (const auto& [word, count] : frequency)
            idf[word] = std::log(1 + static_cast<double>(candidates.size()) / (1 + count));
        std::vector<std::vector<double>> similarity(
            candidates.size(), std::vector<double>(candidates.size(), 0));
        for (std::size_t a = 0; a < candidates.size(); ++a) {
            for (std::size_t b = a + 1; b < candidates.size(); ++b)
                similarity[a][b] = similarity[b][a] = cosine(candidates[a].terms, candidates[b].terms, idf);
        }
        const std::vector<double> central = lexRank(similarity);
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
                + 0.20 * facts + 0.20 * cosine(candidate.terms, title, idf);
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
                    overlap = std::max(overlap, similarity[at][other]);
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
