// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "fuzzy.h"

#include "wordtable.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace desk {

namespace {

constexpr std::size_t MostLetters = 400; // of a text
constexpr std::size_t MostTyped = 64; // of what was typed
constexpr double Letter = 4; // what each matched letter counts
constexpr double WordStart = 8; // more, where a word begins
constexpr double TextStart = 2; // and more, where the text begins
constexpr double Following = 7; // more, right after the letter matched before
constexpr double Gap = 1; // less, for any gap
constexpr double GapLetter = 0.3; // and for each letter in it
constexpr double LargestGap = 5;
constexpr double Least = 0.5; // of the best there could be
constexpr double Whole = 0.1; // more, for a text that is matched in whole
constexpr double None = -1e9;

struct Character {
    char32_t folded = 0;
    bool begins = false; // a word
    std::uint32_t begin = 0; // bytes
    std::uint32_t end = 0;
};

std::vector<Character> charactersOf(std::string_view text)
{
    std::vector<Character> all;
    all.reserve(std::min(text.size(), MostLetters));
    bool afterPart = false;
    bool afterSmall = false;
    for (std::size_t at = 0; at < text.size() && all.size() < MostLetters;) {
        const auto first = static_cast<unsigned char>(text[at]);
        std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        length = std::min(length, text.size() - at);
        char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        if (c >= 0x80 && isMark(c) && !all.empty()) {
            all.back().end = static_cast<std::uint32_t>(at + length); // it belongs to the letter before it
            at += length;
            continue;
        }
        const bool capital = c >= 'A' && c <= 'Z';
        const bool part
            = c < 0x80 ? capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') : isWordCharacter(c);
        const char32_t small = capital ? c + ('a' - 'A') : c < 0x80 ? c : folded(c);
        all.push_back({small, part && (!afterPart || (capital && afterSmall)), static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(at + length)});
        afterPart = part;
        afterSmall = part && !capital;
        at += length;
    }
    return all;
}

struct WordMatch {
    double score = 0;
    std::vector<std::size_t> places; // of characters
};

double gapCost(std::size_t letters)
{
    return std::min(LargestGap, Gap + GapLetter * static_cast<double>(letters));
}

double best(std::size_t letters)
{
    return Letter + WordStart + TextStart + static_cast<double>(letters - 1) * (Letter + Following);
}

bool standsInOrder(const std::u32string& word, const std::vector<Character>& text)
{
    std::size_t at = 0;
    for (const Character& character : text) {
        if (at < word.size() && character.folded == word[at])
            ++at;
    }
    return at == word.size();
}

// Row by row: the best score of the first letters with the last of them at this character.
std::optional<WordMatch> matchWord(const std::u32string& word, const std::vector<Character>& text)
{
    if (!standsInOrder(word, text))
        return std::nullopt;
    const std::size_t width = text.size();
    std::vector<double> score(word.size() * width, None);
    std::vector<std::uint16_t> before(score.size(), 0); // where the letter before it stands
    std::vector<std::size_t> former; // where the letter before can stand
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < word.size(); ++i) {
        double* row = &score[i * width];
        const double* above = i == 0 ? nullptr : row - width;
        present.clear();
        for (std::size_t j = i; j < width; ++j) {
            if (text[j].folded != word[i])
                continue;
            const double start = text[j].begins ? WordStart + (j == 0 ? TextStart : 0) : 0;
            if (i == 0)
                row[j] = Letter + start;
            for (const std::size_t k : former) {
                if (k >= j)
                    break;
                const double reached = above[k] + Letter
                    + (k + 1 == j ? std::max(Following, start) : start - gapCost(j - k - 1));
                if (reached > row[j]) {
                    row[j] = reached;
                    before[i * width + j] = static_cast<std::uint16_t>(k);
                }
            }
            if (row[j] != None)
                present.push_back(j);
        }
        former.swap(present);
    }
    const auto last = score.end() - static_cast<std::ptrdiff_t>(width);
    const auto top = std::max_element(last, score.end());
    if (*top < Least * best(word.size()))
        return std::nullopt;
    WordMatch match{*top, std::vector<std::size_t>(word.size())};
    auto place = static_cast<std::size_t>(top - last);
    for (std::size_t i = word.size(); i-- > 0;) {
        match.places[i] = place;
        place = before[i * width + place];
    }
    return match;
}

} // namespace

FuzzyPattern::FuzzyPattern(std::string_view typed)
{
    std::u32string word;
    std::size_t letters = 0;
    for (const Character& character : charactersOf(typed)) {
        const bool space = character.folded == ' ' || character.folded == '\t' || character.folded == 0xA0;
        if (!space && letters < MostTyped) {
            word += character.folded;
            ++letters;
        } else if (space && !word.empty()) {
            m_words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        m_words.push_back(std::move(word));
}

std::optional<FuzzyMatch> FuzzyPattern::match(std::string_view text) const
{
    if (m_words.empty())
        return std::nullopt;
    const std::vector<Character> characters = charactersOf(text);
    std::vector<bool> hit(characters.size());
    double reached = 0;
    double possible = 0;
    for (const std::u32string& word : m_words) {
        const std::optional<WordMatch> found = matchWord(word, characters);
        if (!found)
            return std::nullopt;
        reached += found->score;
        possible += best(word.size());
        for (const std::size_t place : found->places)
            hit[place] = true;
    }
    FuzzyMatch match;
    const auto hits = static_cast<double>(std::count(hit.begin(), hit.end(), true));
    match.score = reached / possible + Whole * hits / static_cast<double>(characters.size());
    for (std::size_t at = 0; at < characters.size(); ++at) {
        if (!hit[at])
            continue;
        if (at > 0 && hit[at - 1])
            match.hits.back().end = characters[at].end;
        else
            match.hits.push_back({base::Field::Title, characters[at].begin, characters[at].end});
    }
    return match;
}

} // namespace desk
