// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "target.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <vector>

namespace engine {

namespace {

constexpr std::array<std::string_view, 22> Borders{",", ";", ":", "|", "-", "\u2013", "\u2014", "...",
    "\u2026", "but", "while", "as", "after", "despite", "though", "although", "whereas", "amid", "even",
    "yet", "when", "vs"};
constexpr std::uint32_t LeastClause = 2; // tokens; shorter ones hold no statement

std::vector<std::string_view> wordsOf(std::string_view lower)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < lower.size();) {
        const auto inWord = [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || c == '-'
                || static_cast<unsigned char>(c) >= 0x80;
        };
        std::size_t end = at;
        while (end < lower.size() && inWord(lower[end]))
            ++end;
        if (end > at)
            words.push_back(lower.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    return words;
}

} // namespace

Target findTarget(const Document& document, std::string_view name)
{
    Target target;
    const std::string lower = base::lowerAscii(name);
    const std::vector<std::string_view> words = wordsOf(lower);
    if (words.empty())
        return target;
    std::size_t best = 0; // words matched in a row
    for (std::uint32_t index = 0; index < document.sentences.size(); ++index) {
        const TextSentence& sentence = document.sentences[index];
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            std::size_t matched = 0;
            std::uint32_t end = at;
            while (end < sentence.lastToken && matched < words.size()) {
                const std::string_view own = document.lower(sentence, document.tokens[end]);
                if (own == words[matched])
                    ++matched;
                else if (matched == 0 || !document.tokens[end].is(Punctuation))
                    break;
                ++end;
            }
            if (matched > best) {
                best = matched;
                target.found = true;
                target.sentence = index;
                target.first = at;
                target.last = end;
            }
        }
    }
    return target.found ? targetAt(document, target.sentence, target.first, target.last) : target;
}

Target targetAt(
    const Document& document, std::uint32_t sentenceIndex, std::uint32_t first, std::uint32_t last)
{
    Target target{true, sentenceIndex, first, last, first, last};
    const TextSentence& sentence = document.sentences[sentenceIndex];
    const auto border = [&](std::uint32_t at) {
        const std::string_view word = document.lower(sentence, document.tokens[at]);
        return std::find(Borders.begin(), Borders.end(), word) != Borders.end();
    };
    while (target.clauseFirst > sentence.firstToken && !border(target.clauseFirst - 1))
        --target.clauseFirst;
    while (target.clauseLast < sentence.lastToken
        && (!border(target.clauseLast) || target.clauseLast - target.clauseFirst < LeastClause))
        ++target.clauseLast;
    return target;
}

} // namespace engine
