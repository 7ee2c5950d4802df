// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "leaning.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace engine {

namespace {

constexpr std::uint32_t DenialReach = 3; // tokens

void readLeaning(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last, Composition& result)
{
    const std::uint32_t knownCount = result.markCount;
    for (std::uint32_t at = 0; at < knownCount; ++at) {
        if (result.marks[at].role == SentimentRole::Unchanged)
            return; // it was said that nothing moved
    }
    std::uint32_t nextKnown = 0;
    std::vector<PhraseSet::Hit> hits;
    std::uint32_t denied = first; // up to which token what is said is denied
    for (std::uint32_t at = first; at < last;) {
        while (nextKnown < knownCount && result.marks[nextKnown].first < at)
            ++nextKnown;
        if (nextKnown < knownCount && result.marks[nextKnown].first == at
            && result.marks[nextKnown].role == SentimentRole::Idiom) {
            at = result.marks[nextKnown].last;
            continue;
        }
        hits.clear();
        if ((lexicon.begins(document.tokens[at]) & SentimentLexicon::ALean) != 0)
            lexicon.leans().matchAt(document.tokens, at, last, hits);
        if (hits.empty()) {
            const std::string_view word = document.lower(sentence, document.tokens[at]);
            if (word == "not" || word == "never" || word == "no" || word.ends_with("n't"))
                denied = at + 1 + DenialReach;
            ++at;
            continue;
        }
        const SentimentWord& word = lexicon.words()[hits.front().phrase];
        result.lean += at < denied ? -word.value : word.value;
        result.mark({at, hits.front().last, SentimentRole::Lean, word.value});
        at = hits.front().last;
    }
    result.lean = std::clamp(result.lean, -2.0, 2.0);
    // What the rules made nothing of stands among them; the row of classes is read in order.
    std::stable_sort(result.marks.begin(), result.marks.begin() + result.markCount,
        [](const Composition::Mark& a, const Composition::Mark& b) { return a.first < b.first; });
}

} // namespace

Composition composeLeaning(const SentimentLexicon& lexicon, const Document& document, const TextSentence& sentence,
    std::uint32_t first, std::uint32_t last)
{
    Composition result = compose(lexicon, document, sentence, first, last, Formula::Left);
    if (result.parts() == 0)
        readLeaning(lexicon, document, sentence, first, last, result);
    return result;
}

} // namespace engine
