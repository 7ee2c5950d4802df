// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "namecontext.h"

#include <algorithm>

namespace engine {

namespace {

// Between two capitalised words of one name: nothing but a space.
bool neighbours(const EntityMarks& marks, std::uint32_t left)
{
    return marks.token(left + 1).begin - marks.token(left).end <= 1;
}

// A capitalised word right of the name that is none of the words that follow a name by themselves.
bool nameGoesOn(const EntityMarks& marks, const TextSentence& sentence, std::uint32_t end)
{
    return end < sentence.lastToken && marks.capital(end) && !marks.taken(end) && neighbours(marks, end - 1)
        && !marks.cue(end,
            LegalForm | CompanyNoun | CompanyVerb | Role | PersonTitle | FirstName | Acronym | NotOfName);
}

// "Block, the payments firm led by …": an apposition that says what it is.
bool isExplained(const EntityMarks& marks, const TextSentence& sentence, std::uint32_t end)
{
    if (end + 2 >= sentence.lastToken || marks.lower(sentence, end) != ",")
        return false;
    const std::string_view article = marks.lower(sentence, end + 1);
    if (article != "the" && article != "a" && article != "an" && article != "which" && article != "whose")
        return false;
    for (std::uint32_t at = end + 2; at < std::min(sentence.lastToken, end + 7); ++at) {
        if (marks.token(at).is(Punctuation))
            return false;
        if (marks.cue(at, CompanyAs | CompanyNoun))
            return true;
    }
    return false;
}

} // namespace

bool nameBegan(const EntityMarks& marks, const TextSentence& sentence, std::uint32_t first)
{
    if (first == sentence.firstToken || !marks.capital(first - 1) || marks.token(first - 1).is(Punctuation)
        || marks.taken(first - 1) || marks.token(first - 1).is(SentenceStart))
        return false;
    return neighbours(marks, first - 1)
        && !marks.cue(first - 1, CompanyBefore | Role | NotOfName | PersonTitle | CompanyNoun);
}

std::uint32_t endOfLegalForm(const EntityMarks& marks, const TextSentence& sentence, std::uint32_t end)
{
    std::uint32_t at = end;
    for (int forms = 0; forms < 3 && at < sentence.lastToken; ++forms) {
        std::uint32_t form = at;
        if (forms == 0 && marks.lower(sentence, form) == "," && form + 1 < sentence.lastToken)
            ++form; // "Apple, Inc."
        if (!marks.cue(form, LegalForm) || !(marks.capital(form) || marks.lower(sentence, form) == "plc"))
            break;
        at = form + 1;
        // The full stop of "Inc." belongs to it, but for the one that ends the sentence.
        if (at + 1 < sentence.lastToken && marks.lower(sentence, at) == "."
            && marks.token(at).begin == marks.token(at - 1).end)
            ++at;
    }
    return at;
}

double companyScore(const EntityMarks& marks, const Candidate& candidate)
{
    const KnownEntity& entity = marks.gazetteer().entities()[candidate.match.entity];
    const TextSentence& sentence = marks.document().sentences[candidate.sentence];
    const bool loud = marks.capitalsSayNothing(candidate.sentence);
    const std::uint32_t first = candidate.token;
    std::uint32_t end = endOfLegalForm(marks, sentence, candidate.match.endToken);
    double score = entity.large ? 1.5 : entity.middling ? 1.0 : 0.0;
    if (end > candidate.match.endToken)
        score += 4;
    // What newspapers quote all day counts only where its own business is told.
    if (entity.press)
        return score + (end < sentence.lastToken && marks.cue(end, CompanyNoun) ? 2 : 0);
    if (candidate.match.endToken - first >= 2)
        score += 1.5; // an ordinary name, but of several words
    if (end < sentence.lastToken && marks.token(end).is(Punctuation)
        && marks.lower(sentence, end).ends_with('s') && marks.lower(sentence, end).size() > 1) {
        score += 1.5; // possessive
        ++end;
    }
    if (end < sentence.lastToken) {
        if (marks.cue(end, CompanyNoun))
            score += 2.5;
        else if (marks.cue(end, CompanyVerb))
            score += 2;
        else if (marks.cue(end, Role))
            score += 2;
        else if (!loud && nameGoesOn(marks, sentence, end))
            score -= entity.large ? 2.5 : 10;
        else if (marks.lower(sentence, end) == "&" && end == candidate.match.endToken)
            score -= 10; // "Caplin & Drysdale"
        if (marks.cue(end, LongerName) && marks.capital(end))
            score -= 3;
        if (isExplained(marks, sentence, end))
            score += 2.5;
        else if (marks.lower(sentence, end) == "and" && end + 1 < sentence.lastToken && marks.capital(end + 1)
            && !loud)
            score += 1.5; // "Visa and Mastercard"
    }
    if (first > sentence.firstToken) {
        if (marks.cue(first - 1, CompanyBefore))
            score += 1.5;
        const std::string_view before = marks.lower(sentence, first - 1);
        if (before == "in" || before == "near" || before == "new")
            score -= 2; // "in Rogers, Arkansas", "New Brunswick"
        if (before == "a" || before == "an" || before == "this" || before == "no" || before == "every")
            score -= 1.5;
        if (!loud && nameBegan(marks, sentence, first))
            score -= 2.5;
    }
    // A capital inside a sentence says "name"; at its head or in a loud title it says nothing.
    const bool plainCapital
        = !loud && !marks.token(first).is(SentenceStart) && !marks.token(first).is(Quoted);
    if (plainCapital)
        score += 1.5;
    else if (!entity.large && !entity.middling)
        score -= 1;
    for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
        if ((at < first || at > end) && marks.cue(at, CompanyNoun)) {
            score += 1;
            break;
        }
    }
    if (marks.surname(marks.token(first).word))
        score -= 2;
    return score;
}

bool isPerson(const EntityMarks& marks, const Candidate& candidate)
{
    const TextSentence& sentence = marks.document().sentences[candidate.sentence];
    const std::uint32_t first = candidate.token;
    const std::uint32_t end = candidate.match.endToken;
    if (first > sentence.firstToken) {
        std::uint32_t before = first - 1;
        if (marks.lower(sentence, before) == "." && before > sentence.firstToken)
            --before;
        // "Mr. Ford"; "President Dell" does not occur, "Chief Executive Ford" may be a company's.
        if (marks.cue(before, PersonTitle) && marks.capital(before))
            return true;
        const bool initial = marks.capital(before) && marks.token(before).end - marks.token(before).begin == 1
            && before + 1 < first && before > sentence.firstToken && marks.cue(before - 1, FirstName)
            && marks.capital(before - 1);
        if (initial)
            return true;
        if (end - first == 1 && before + 1 == first && marks.cue(before, FirstName) && marks.capital(before)
            && neighbours(marks, before) && !marks.taken(before))
            return true;
    }
    // "Jordan Belfort": the name is a first name too, and a surname follows.
    return end - first == 1 && marks.cue(first, FirstName) && !marks.capitalsSayNothing(candidate.sentence)
        && end < sentence.lastToken && marks.capital(end) && neighbours(marks, first)
        && !marks.cue(end, LegalForm | CompanyNoun | Role | Acronym | NotOfName);
}

bool insideLongerName(const EntityMarks& marks, const Candidate& candidate)
{
    const KnownEntity& entity = marks.gazetteer().entities()[candidate.match.entity];
    const TextSentence& sentence = marks.document().sentences[candidate.sentence];
    const std::uint32_t first = candidate.token;
    std::uint32_t at = candidate.match.endToken;
    if (at < sentence.lastToken && marks.capital(at) && marks.cue(at, LongerName)
        && neighbours(marks, at - 1))
        return true;
    if (entity.kind == "company" || entity.kind == "fund")
        return false;
    // "Atlanta, Georgia": a name that a person or a state may bear, after a place and a comma.
    if (entity.kind == "country" && marks.cue(first, FirstName) && first >= sentence.firstToken + 2
        && marks.lower(sentence, first - 1) == "," && marks.capital(first - 2) && !marks.taken(first - 2))
        return true;
    if (sentence.zone == Zone::Title || entity.kind == "person")
        return false;
    // "Norway" of "Norway Pelagic ASA" is no country; a capitalised word that ends in a legal form follows.
    for (int words = 0; at < sentence.lastToken && words < 4 && marks.capital(at); ++at, ++words) {
        if (marks.cue(at, LegalForm))
            return words > 0;
        if (marks.taken(at))
            return false;
    }
    return false;
}

bool isGovernment(const EntityMarks& marks, const Candidate& candidate)
{
    const TextSentence& sentence = marks.document().sentences[candidate.sentence];
    const std::uint32_t first = candidate.token;
    std::uint32_t end = candidate.match.endToken;
    const bool possessive = end < sentence.lastToken && marks.token(end).is(Punctuation)
        && marks.lower(sentence, end).size() > 1 && marks.lower(sentence, end).ends_with('s');
    if (possessive)
        ++end;
    bool dealtWith = false; // "between Paris and Berlin", "pressure by London"
    if (first > sentence.firstToken) {
        const std::string_view before = marks.lower(sentence, first - 1);
        if (marks.cue(first - 1, PlaceBefore) || nameBegan(marks, sentence, first) || before == ","
            || before == "/" || (marks.cue(first - 1, FirstName) && marks.capital(first - 1)))
            return false;
        // "went to Washington", "miles from Rome"
        if ((before == "to" || before == "from") && first >= sentence.firstToken + 2
            && marks.cue(first - 2, PlaceBefore))
            return false;
        dealtWith = before == "with" || before == "between" || before == "by" || before == "against";
    }
    if (end >= sentence.lastToken)
        return candidate.match.use == AliasUse::Government || dealtWith;
    const std::string_view next = marks.lower(sentence, end);
    // A dateline: "WASHINGTON (Reuters)", "PARIS, May 3 –".
    const bool opening = marks.token(first).is(SentenceStart);
    if (next == "/"
        || (opening && sentence.zone != Zone::Title
            && (next == "(" || next == "," || next == "-" || next == "\u2013" || next == "\u2014")))
        return false;
    if (marks.cue(end, PlaceAfter))
        return false;
    if (next == "," && end + 1 < sentence.lastToken && marks.capital(end + 1))
        return false; // "London, Ontario"
    const bool acts = marks.cue(end, GovernmentVerb);
    if (candidate.match.use == AliasUse::City) {
        const bool paired = next == "and" && end + 1 < sentence.lastToken && marks.capital(end + 1);
        return acts || paired || (dealtWith && !marks.capital(end));
    }
    return possessive || acts || marks.capitalsSayNothing(candidate.sentence)
        || !nameGoesOn(marks, sentence, end);
}

} // namespace engine
