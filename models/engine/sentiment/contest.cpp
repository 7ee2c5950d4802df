// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "contest.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace engine {

namespace {

constexpr std::uint32_t BeforeReach = 3; // tokens from the target to the verb it is the subject of
constexpr std::uint32_t AfterReach = 7; // and from a verb to the target behind a preposition
constexpr std::uint32_t ObjectReach = 1;

constexpr std::array<std::string_view, 7> Prepositions{
    "from", "to", "over", "against", "behind", "of", "than"};

// "do not buy", "fails to lift": whether what comes at this token is denied right before it.
bool denied(const SentimentLexicon& lexicon, const Document& document, std::uint32_t first, std::uint32_t at)
{
    constexpr std::uint32_t Reach = 3;
    std::vector<PhraseSet::Hit> hits;
    for (std::uint32_t before = at - std::min(at - first, Reach); before < at; ++before) {
        hits.clear();
        lexicon.phrases().matchAt(document.tokens, before, at, hits);
        for (const PhraseSet::Hit& hit : hits) {
            const SentimentWord& word = lexicon.words()[hit.phrase];
            if (word.role == SentimentRole::Negator && word.value != 1)
                return true;
        }
    }
    return false;
}

} // namespace

int contestOf(const SentimentLexicon& lexicon, const Document& document, const Target& target)
{
    const TextSentence& sentence = document.sentences[target.sentence];
    const auto lower = [&](std::uint32_t at) { return document.lower(sentence, document.tokens[at]); };
    std::uint32_t before = target.first; // the token before the target, and its article
    if (before > target.clauseFirst && lower(before - 1) == "the")
        --before;
    const std::string_view preposition = before > target.clauseFirst ? lower(before - 1) : std::string_view();
    const bool behind
        = std::find(Prepositions.begin(), Prepositions.end(), preposition) != Prepositions.end();
    std::vector<PhraseSet::Hit> hits;
    for (std::uint32_t at = target.clauseFirst; at < target.clauseLast; ++at) {
        if (at >= target.first && at < target.last)
            continue;
        hits.clear();
        lexicon.phrases().matchAt(document.tokens, at, target.clauseLast, hits);
        const SentimentWord* word = nullptr;
        std::uint32_t last = at;
        for (const PhraseSet::Hit& hit : hits) {
            const SentimentWord& found = lexicon.words()[hit.phrase];
            if (found.role == SentimentRole::Contest && hit.last > last) {
                word = &found;
                last = hit.last;
            }
        }
        if (word == nullptr)
            continue;
        if (word->value == -4) {
            // "defect from one to another": nothing is said of who stands before
            const bool gains = preposition == "to" || preposition == "for" || preposition == "into";
            const bool loses = target.first == last || preposition == "from" || preposition == "of";
            if (target.first >= last && target.first - last <= AfterReach && (gains || loses))
                return gains != denied(lexicon, document, target.clauseFirst, at) ? 1 : -1;
            continue;
        }
        const int sign = (word->value > 0) != denied(lexicon, document, target.clauseFirst, at) ? 1 : -1;
        if (target.last <= at) {
            if (at - target.last <= BeforeReach && std::abs(word->value) != 3)
                return sign;
            continue;
        }
        if (target.first < last)
            continue;
        // "prevails over one": the preposition is the verb's own
        const bool next = target.first - last <= ObjectReach && (!behind || last == target.first);
        if (next && word->value != 2 && word->value != -2)
            return std::abs(word->value) == 3 ? sign : -sign;
        if (behind && target.first - last <= AfterReach && std::abs(word->value) != 1 && word->value != -3)
            return -sign;
    }
    return 0;
}

} // namespace engine
