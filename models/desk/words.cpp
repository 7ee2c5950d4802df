// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include "wordtable.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace desk {

bool isWordCharacter(char32_t c)
{
    c = std::min<char32_t>(c, 0x10FFFF); // ill-formed bytes can say more: FTS5 takes it for the same kind
    const auto ranges = wordCharacters();
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
        [](char32_t one, const CharacterRange& range) { return one < range.first; });
    return after != ranges.begin() && c <= std::prev(after)->last;
}

bool isMark(char32_t c)
{
    const auto marks = markCharacters();
    return std::binary_search(marks.begin(), marks.end(), c);
}

char32_t folded(char32_t c)
{
    static const std::unordered_map<char32_t, char32_t> map = [] {
        std::unordered_map<char32_t, char32_t> all;
        for (const FoldRun& run : folds()) {
            for (int i = 0; i < run.count; ++i) {
                const char32_t from = run.first + static_cast<char32_t>(i * run.step);
                all.emplace(from, static_cast<char32_t>(static_cast<int>(from) + run.difference));
            }
        }
        return all;
    }();
    const auto found = map.find(c);
    return found == map.end() ? c : found->second;
}

namespace {

constexpr std::size_t MostBytes = 32768; // of one word, as FTS5 keeps it
constexpr char32_t Direct = 0x800; // below it every character has its own entry

enum class Class : unsigned char { Apart, Mark, Part };

struct Character {
    Class kind = Class::Apart;
    char32_t folded = 0;
};

Character beyondAscii(char32_t c)
{
    if (isWordCharacter(c))
        return {Class::Part, folded(c)};
    return {isMark(c) ? Class::Mark : Class::Apart, 0};
}

Character characterOf(char32_t c)
{
    static const std::array<Character, Direct> direct = [] {
        std::array<Character, Direct> all;
        for (char32_t one = 0; one < Direct; ++one) {
            const bool digit = one >= '0' && one <= '9';
            const bool upper = one >= 'A' && one <= 'Z';
            const bool lower = one >= 'a' && one <= 'z';
            if (one >= 0x80)
                all[one] = beyondAscii(one);
            else if (digit || upper || lower)
                all[one] = {Class::Part, upper ? one + 32 : one};
        }
        return all;
    }();
    return c < Direct ? direct[c] : beyondAscii(c);
}

// As SQLite reads UTF-8, ill-formed bytes and all.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    char32_t c = byte(at++);
    if (c < 0xC0)
        return c;
    c &= c < 0xE0 ? 0x1F : c < 0xF0 ? 0x0F : c < 0xF8 ? 0x07 : c < 0xFC ? 0x03 : c < 0xFE ? 0x01 : 0;
    while (at < text.size() && (byte(at) & 0xC0) == 0x80)
        c = (c << 6) + (byte(at++) & 0x3F);
    if (c < 0x80 || (c & 0xFFFFF800) == 0xD800 || (c & 0xFFFFFFFE) == 0xFFFE)
        return 0xFFFD;
    return c;
}

void append(std::string& text, char32_t c)
{
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | ((c >> 18) & 0x07));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// Calls each(word) until it gives false.
template <class Each> void eachWord(std::string_view text, Each each)
{
    Word word;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t begin = at;
        Character character = characterOf(next(text, at));
        if (character.kind != Class::Part)
            continue;
        word.text.clear();
        word.begin = begin;
        while (character.kind != Class::Apart) {
            if (character.kind == Class::Part)
                append(word.text, character.folded);
            word.end = at;
            if (at >= text.size())
                break;
            character = characterOf(next(text, at));
        }
        if (word.text.size() > MostBytes)
            word.text.resize(MostBytes);
        if (!each(word))
            return;
    }
}

} // namespace

std::vector<Word> wordsIn(std::string_view text)
{
    std::vector<Word> words;
    eachWord(text, [&](const Word& word) {
        words.push_back(word);
        return true;
    });
    return words;
}

bool hasWord(std::string_view text)
{
    bool found = false;
    eachWord(text, [&](const Word&) {
        found = true;
        return false;
    });
    return found;
}

bool holdsWords(std::string_view text, const std::vector<Word>& words, bool prefix)
{
    const std::vector<Word> all = wordsIn(text);
    for (std::size_t from = 0; !words.empty() && from + words.size() <= all.size(); ++from) {
        std::size_t same = 0;
        while (same < words.size()
            && (all[from + same].text == words[same].text
                || (prefix && same + 1 == words.size()
                    && all[from + same].text.starts_with(words[same].text))))
            ++same;
        if (same == words.size())
            return true;
    }
    return false;
}

} // namespace desk
