// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

// What words are made of, beyond ASCII; from SQLite's own tokeniser (wordtable.py). Each list is sorted.
namespace desk {

struct CharacterRange {
    char32_t first = 0;
    char32_t last = 0; // included
};

// Characters that become others: first, first + step, … (count of them), each by the same difference.
struct FoldRun {
    char32_t first = 0;
    int count = 0;
    int step = 1;
    int difference = 0;
};

std::span<const CharacterRange> wordCharacters();
std::span<const char32_t> markCharacters(); // inside a word only, and dropped there
std::span<const FoldRun> folds();

// What the lists say of one character, beyond ASCII.
bool isWordCharacter(char32_t c);
bool isMark(char32_t c);
char32_t folded(char32_t c); // lower case, without diacritics

} // namespace desk
