// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "typingfeatures.h"

#include <engine/text/hashing.h>

#include <algorithm>
#include <utility>

namespace engine {

namespace {

enum Kind : std::uint64_t {
    OneWord = 0x1000000000000001ULL,
    TwoWords = 0x2000000000000003ULL,
    OverOne = 0x3000000000000005ULL,
    Letters = 0x4000000000000007ULL,
    TriggerOf = 0x5000000000000009ULL
};

constexpr std::size_t LettersFrom = 6; // bytes of a word
constexpr std::size_t LettersTo = 24;

TypingFeature featureOf(std::uint64_t key, std::uint32_t token)
{
    return {static_cast<std::uint32_t>(mixedKey(key)) % TypingBuckets, token};
}

void addLetters(std::string_view word, std::uint32_t token, std::vector<TypingFeature>& list)
{
    if (word.size() < LettersFrom || word.size() > LettersTo)
        return;
    std::uint64_t window = 0; // five of them
    for (std::size_t place = 0; place < word.size(); ++place) {
        window = ((window << 8) | static_cast<unsigned char>(word[place])) & 0xFFFFFFFFFFULL;
        if (place >= 4)
            list.push_back(featureOf(window * 7 + Letters, token));
    }
}

} // namespace

void addTypingFeatures(const EventRules& rules, const Reading& reading, const SentenceWords& words,
    const std::vector<std::int32_t>& mentionAt, const std::vector<Triggers::Hit>& hits,
    std::vector<TypingFeature>& list)
{
    std::uint64_t last = 1;
    std::uint64_t other = 1; // the one before it
    const std::uint32_t end = words.sentence().lastToken;
    for (std::uint32_t at = words.sentence().firstToken; at < end; ++at) {
        std::uint64_t code = 2; // a number
        const std::uint32_t token = at;
        if (mentionAt[at] >= 0) {
            const Mention& mention = reading.mentions[static_cast<std::size_t>(mentionAt[at])];
            code = wordHash(reading.entities[mention.entity].kind) * 3 + 1;
            at = std::max(at, mention.lastToken - 1);
        } else if (!words.token(at).is(Number)) {
            const std::string_view word = words.lower(at);
            if (words.token(at).is(Punctuation) && word != "%" && word != "?" && word != ":")
                continue;
            code = wordHash(stemOf(word));
            addLetters(word, token, list);
        }
        list.push_back(featureOf(code * 3 + OneWord, token));
        list.push_back(featureOf(pairKey(last, code) + TwoWords, token));
        list.push_back(featureOf(pairKey(other, code) + OverOne, token));
        other = last;
        last = code;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> types; // and where
    for (const Triggers::Hit& hit : hits) {
        for (const std::uint32_t type : rules.typesOf(hit.phrase))
            types.emplace_back(type, hit.first);
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end(),
                    [](const auto& one, const auto& next) { return one.first == next.first; }),
        types.end());
    for (const auto& [type, token] : types)
        list.push_back(featureOf(wordHash(rules.types()[type].id) * 3 + TriggerOf, token));
}

} // namespace engine
