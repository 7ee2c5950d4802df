// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "networktext.h"

#include "wordclasses.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace engine {

namespace {

constexpr std::uint64_t TheTarget = 1;
constexpr std::uint64_t Figure = 2;
constexpr std::uint64_t Compared = 4; // ± the order of two figures
constexpr std::size_t FewestPartedBytes = 4;

// Articles and the marks that part sentences or stand around words: what is read both ways costs by the word,
// and these turn nothing.
bool isPassedOver(const Token& token, std::string_view lower)
{
    if (token.is(Punctuation))
        return lower != ":" && lower != "-" && lower != "?" && lower != "%" && lower != "$" && lower != "!"
            && lower != "&" && lower != "+" && lower != "#" && lower != "@";
    return lower.size() <= 3 && (lower == "the" || lower == "a" || lower == "an");
}

NetworkWord wordOf(const Token& token, std::string_view lower)
{
    NetworkWord word;
    word.key = token.hash;
    if (lower.size() >= FewestPartedBytes) {
        std::memcpy(&word.begin, lower.data(), std::min(lower.size(), std::size_t{5}));
        std::memcpy(&word.end, lower.data() + lower.size() - sizeof word.end, sizeof word.end);
    }
    return word;
}

} // namespace

void readNetworkText(
    const ClassedText& text, const Target& target, const Composition& whole, NetworkText& read)
{
    const std::string_view lower
        = text.field == base::Field::Title ? text.document.lowerTitle : text.document.lowerBody;
    read.count = 0;
    read.aim = NetworkWords;
    std::uint32_t first = text.first;
    const std::uint32_t inTarget
        = target.found ? std::max(target.last, target.first + 1) - target.first - 1 : 0;
    if (target.found && text.last - first > NetworkWords + inTarget) {
        const std::uint32_t before = std::min(target.first - first, NetworkWords / 2);
        first = std::min(target.first - before, text.last - NetworkWords - inTarget);
    }
    std::uint32_t next = 0; // of the marks
    for (std::uint32_t at = first; at < text.last && read.count < NetworkWords; ++at) {
        const Token& token = text.document.tokens[at];
        NetworkWord& word = read.words[read.count];
        if (target.found && at == target.first) {
            word = {};
            word.key = TheTarget;
            read.aim = read.count++;
            at = std::max(at + 1, target.last) - 1;
            continue;
        }
        const std::string_view form = lower.substr(token.begin, token.end - token.begin);
        if (isPassedOver(token, form))
            continue;
        const bool now = whole.compared.found && at == whole.compared.now;
        if (now || token.is(Number)) {
            word = {};
            word.key = now ? Compared + static_cast<std::uint64_t>(whole.compared.order) : Figure;
        } else {
            word = wordOf(token, form);
            word.name = !text.titleCase && token.is(Capitalised) && !token.is(SentenceStart);
        }
        while (next < whole.markCount && whole.marks[next].last <= at)
            ++next;
        if (next < whole.markCount && whole.marks[next].first <= at)
            word.tag = static_cast<std::uint16_t>(
                std::min<std::uint64_t>(1 + phraseClass(whole.marks[next]), NetworkTags - 1));
        ++read.count;
    }
}

} // namespace engine
