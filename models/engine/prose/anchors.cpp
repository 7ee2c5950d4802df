// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "anchors.h"

#include <base/strings.h>
#include <engine/entities/gazetteer.h>
#include <engine/stories/storylexicon.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t MostSentences = 40; // of a long text
constexpr std::uint32_t LongestPhrase = 6; // words
constexpr std::size_t AnchorsOfSection = 2;
constexpr std::size_t OfBasis = 4; // phrases after the first conclusions
constexpr double OfSentence = 0.3; // what a shared word of the sentence weighs, to one of the phrase
constexpr double OfPhrase = 0.2; // what a rare word of the phrase weighs that is not shared
constexpr double InLead = 3;
constexpr double OfEvent = 3; // for a sentence that tells an event
constexpr double HoldsFigure = 3;
constexpr double Shared = 4.6; // rarity that the words shared must have
constexpr std::ptrdiff_t Fresh = 2; // telling words that it must have besides those shared
constexpr double Telling = 8; // rarity that the words of a phrase must have together
constexpr double NameShare = 0.34; // of its words: beyond it a phrase is but a name
constexpr std::uint16_t OfPersons = Role | PersonTitle | FirstName;

// A phrase does not begin with a word that only leads on to it.
bool leadsOn(std::string_view word)
{
    constexpr std::array<std::string_view, 8> Leading{
        "citing", "including", "according", "amid", "despite", "saying", "adding", "following"};
    return std::find(Leading.begin(), Leading.end(), word) != Leading.end();
}

// What stands behind such a word in its sentence is not so.
bool negates(std::string_view word)
{
    constexpr std::array<std::string_view, 10> Negators{
        "no", "not", "none", "never", "nor", "neither", "without", "nobody", "cannot", "few"};
    return std::find(Negators.begin(), Negators.end(), word) != Negators.end() || word.ends_with("n't")
        || word.ends_with("n\u2019t");
}

// Words that may stand inside a phrase but neither begin nor end it.
bool joins(std::string_view word)
{
    constexpr std::array<std::string_view, 6> Joints{"of", "in", "for", "on", "to", "and"};
    return std::find(Joints.begin(), Joints.end(), word) != Joints.end();
}

double rarity(const StoryLexicon& lexicon, Term term)
{
    constexpr double Unlisted = 0.5; // of 10,000
    const double frequency = lexicon.isListed(term) ? lexicon.frequency(term) : Unlisted;
    return std::min(7.0, std::log(10000 / std::max(frequency, Unlisted)));
}

std::vector<Term> termsOf(const StoryLexicon& lexicon, std::string_view text)
{
    std::vector<Term> terms;
    std::string word;
    const auto close = [&] {
        if (word.size() > 2 && !lexicon.isStop(word))
            terms.push_back(lexicon.term(word));
        word.clear();
    };
    for (const char letter : text) {
        if (letter >= 'a' && letter <= 'z')
            word += letter;
        else if (letter >= 'A' && letter <= 'Z')
            word += static_cast<char>(letter - 'A' + 'a');
        else if (!word.empty())
            close();
    }
    close();
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

// Evidence is sorted and holds nothing twice.
void addEvidence(std::vector<base::Span>& evidence, const base::Span& span)
{
    const auto at = std::lower_bound(evidence.begin(), evidence.end(), span);
    if (at == evidence.end() || *at != span)
        evidence.insert(at, span);
}

// Whether a sentence only puts events beside each other: there is nothing in it to hold words against.
bool namesEventsAlone(const base::Sentence& sentence)
{
    const std::vector<std::string>& rules = sentence.provenance.rules;
    return !rules.empty() && std::all_of(rules.begin(), rules.end(), [](const std::string& rule) {
        return rule.starts_with("events#");
    });
}

bool overlaps(const base::Span& a, const base::Span& b)
{
    return a.field == b.field && a.begin < b.end && b.begin < a.end;
}

} // namespace

Anchors::Anchors(const Pack& pack, const Reading& reading)
    : m_pack(pack)
    , m_document(reading.document)
{
    for (const TextSentence& sentence : m_document.sentences) {
        if (m_candidates.size() >= MostSentences)
            break;
        if (sentence.zone == Zone::Title || sentence.boilerplate)
            continue;
        Candidate candidate = candidateOf(sentence);
        if (candidate.phrases.empty())
            continue;
        candidate.worth += sentence.zone == Zone::Lead ? InLead : 0;
        const bool tells = std::any_of(reading.events.begin(), reading.events.end(), [&](const base::Event& event) {
            return std::find(event.provenance.evidence.begin(), event.provenance.evidence.end(), sentence.span)
                != event.provenance.evidence.end();
        });
        candidate.worth += tells ? OfEvent : 0;
        m_candidates.push_back(std::move(candidate));
    }
}

// The runs of telling words, each to the next punctuation or little word.
Anchors::Candidate Anchors::candidateOf(const TextSentence& sentence) const
{
    const StoryLexicon& lexicon = *m_pack.stories;
    const auto token = [&](std::uint32_t at) -> const Token& { return m_document.tokens[at]; };
    const auto word = [&](std::uint32_t at) { return m_document.lower(sentence, token(at)); };
    std::vector<bool> telling; // by token of the sentence
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at)
        telling.push_back(!token(at).is(Punctuation) && !token(at).is(Quoted)
            && (token(at).is(Number) || (word(at).size() > 2 && !lexicon.isStop(word(at)))));
    const auto tells = [&](std::uint32_t at) { return bool(telling[at - sentence.firstToken]); };
    Candidate candidate;
    std::vector<std::pair<Term, double>> all; // words of its phrases, and how rare they are
    for (std::uint32_t first = sentence.firstToken; first < sentence.lastToken; ++first) {
        if (negates(word(first)))
            break;
        const bool begins = tells(first) && (first == sentence.firstToken || !tells(first - 1));
        if (!begins || token(first).is(SentenceStart) || leadsOn(word(first)))
            continue;
        Phrase phrase;
        double names = 0;
        double count = 0;
        bool persons = false;
        std::uint32_t last = first;
        for (std::uint32_t at = first; at < sentence.lastToken && at < first + LongestPhrase; ++at) {
            if (!tells(at)) {
                if (!joins(word(at)) || at + 1 >= sentence.lastToken || !tells(at + 1))
                    break;
                continue;
            }
            persons = persons || (m_pack.gazetteer->cues(token(at).word) & OfPersons) != 0;
            phrase.figure = phrase.figure || token(at).is(Number);
            names += token(at).is(Capitalised) ? 1 : 0;
            ++count;
            last = at + 1;
        }
        // A number cut off from its unit says nothing.
        if (count < 2 || persons || names > NameShare * count || token(last - 1).is(Number))
            continue;
        for (std::uint32_t at = first; at < last; ++at) {
            if (!tells(at) || token(at).is(Number))
                continue;
            const Term term = lexicon.term(word(at));
            const double rare = rarity(lexicon, term);
            phrase.weight += rare;
            phrase.terms.add(term, rare);
        }
        if (phrase.weight < Telling)
            continue; // "fourth quarter", "22 analysts"
        phrase.span = m_document.span(sentence, first, last);
        for (std::size_t at = 0; at < phrase.terms.list.size(); ++at)
            all.emplace_back(phrase.terms.list[at], phrase.terms.rarity[at]);
        candidate.phrases.push_back(std::move(phrase));
    }
    std::sort(all.begin(), all.end());
    for (const auto& [term, rare] : all)
        candidate.terms.add(term, rare);
    return candidate;
}

std::optional<Anchors::Anchor> Anchors::quoted(Candidate& candidate, const Phrase& phrase) const
{
    const std::string text = base::collapsed(m_document.text(phrase.span));
    if (text.size() > 70 || text.find_first_of("\"()[]{}@/") != std::string::npos
        || text.find("\u201C") != std::string::npos || text.find("\u201D") != std::string::npos)
        return std::nullopt;
    candidate.taken = true;
    return Anchor{"\u201C" + text + "\u201D", phrase.span};
}

template <class Score> std::optional<Anchors::Anchor> Anchors::takeBest(Score score)
{
    Candidate* best = nullptr;
    const Phrase* which = nullptr;
    double most = 0;
    for (Candidate& candidate : m_candidates) {
        for (const Phrase& phrase : candidate.phrases) {
            const double worth = candidate.taken ? 0 : score(candidate, phrase);
            if (worth > most) {
                most = worth;
                best = &candidate;
                which = &phrase;
            }
        }
    }
    return best == nullptr ? std::nullopt : quoted(*best, *which);
}

std::optional<Anchors::Anchor> Anchors::take(std::string_view about)
{
    const std::vector<Term> wanted = termsOf(*m_pack.stories, about);
    std::uint64_t mark = 0;
    for (const Term term : wanted)
        mark |= std::uint64_t{1} << (term % 64);
    const auto shared = [&](const Terms& terms) {
        double sum = 0;
        if ((terms.mark & mark) == 0)
            return sum;
        for (std::size_t at = 0; at < terms.list.size(); ++at)
            sum += std::binary_search(wanted.begin(), wanted.end(), terms.list[at]) ? terms.rarity[at] : 0;
        return sum;
    };
    const auto fresh = [&](const Terms& terms) {
        return std::count_if(terms.list.begin(), terms.list.end(),
            [&](Term term) { return !std::binary_search(wanted.begin(), wanted.end(), term); });
    };
    return takeBest([&](const Candidate& candidate, const Phrase& phrase) {
        const double own = shared(phrase.terms);
        // A phrase that only says again what the sentence says is no evidence to a reader.
        return own < Shared || (!phrase.figure && fresh(phrase.terms) < Fresh)
            ? 0
            : own + OfSentence * shared(candidate.terms) + candidate.worth + OfPhrase * phrase.weight;
    });
}

std::optional<Anchors::Anchor> Anchors::takeOfEvent()
{
    return takeBest([](const Candidate& candidate, const Phrase& phrase) {
        return candidate.worth <= 0
            ? 0
            : candidate.worth + OfPhrase * phrase.weight + (phrase.figure ? HoldsFigure : 0);
    });
}

void Anchors::leaveOut(const std::vector<base::Span>& spans)
{
    for (Candidate& candidate : m_candidates) {
        for (const Phrase& phrase : candidate.phrases) {
            for (const base::Span& span : spans)
                candidate.taken = candidate.taken || overlaps(phrase.span, span);
        }
    }
}

namespace {

// What the first section starts from, as a sentence of the article's own words at its end.
void setBasis(const Pack& pack, const WordingChoice& choice, Anchors& anchors, base::Section& section)
{
    constexpr const char* Names[OfBasis] = {"quote", "second", "third", "fourth"};
    Slots slots;
    base::Sentence sentence;
    for (const char* name : Names) {
        const std::optional<Anchors::Anchor> anchor = anchors.takeOfEvent();
        if (!anchor)
            break;
        slots[name] = anchor->quote;
        addEvidence(sentence.provenance.evidence, anchor->span);
    }
    const std::optional<std::string> text
        = choice.choose(pack.wording->constructions("basis"), slots, section.section, true);
    if (slots.empty() || !text || section.sentences.empty())
        return;
    sentence.text = *text;
    sentence.grade = base::Grade::A;
    sentence.provenance.rules = {"wording#basis"};
    sentence.claims = section.sentences.front().claims;
    section.sentences.push_back(std::move(sentence));
}

} // namespace

void anchorAnalysis(const Pack& pack, const Reading& reading, const WordingChoice& choice, base::Analysis& analysis)
{
    if (analysis.analysis.empty())
        return;
    Anchors anchors(pack, reading);
    const auto quotes = [](const base::Sentence& sentence) {
        return sentence.text.find("\u201C") != std::string::npos;
    };
    for (const base::Section& section : analysis.analysis) {
        for (const base::Sentence& sentence : section.sentences) {
            if (quotes(sentence))
                anchors.leaveOut(sentence.provenance.evidence);
        }
    }
    // Adds what the article says itself, as a part of the sentence or, of the first conclusions, after them.
    const auto set = [&](base::Sentence& sentence, const Anchors::Anchor& beside) {
        const std::optional<std::string> text = choice.choose(
            pack.wording->constructions("anchor"), {{"quote", beside.quote}}, sentence.text, false);
        if (!text)
            return false;
        sentence.text.pop_back(); // the stop
        sentence.text += ' ' + *text + '.';
        if (sentence.grade != base::Grade::C) // what is assumed stays so
            addEvidence(sentence.provenance.evidence, beside.span);
        return true;
    };
    setBasis(pack, choice, anchors, analysis.analysis.front());
    for (base::Section& section : analysis.analysis) {
        std::size_t count = static_cast<std::size_t>(
            std::count_if(section.sentences.begin(), section.sentences.end(), quotes));
        for (base::Sentence& sentence : section.sentences) {
            if (quotes(sentence) || count >= AnchorsOfSection || namesEventsAlone(sentence))
                continue;
            if (const std::optional<Anchors::Anchor> anchor = anchors.take(sentence.text))
                count += set(sentence, *anchor) ? 1 : 0;
        }
    }
}

} // namespace engine
