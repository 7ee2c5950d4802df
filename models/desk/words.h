// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Texts as words: exactly those that the store's full-text index makes ("unicode61 remove_diacritics 2"), so
// that a rule and a search mean the same. Linear time.
namespace desk {

struct Word {
    std::string text; // lower case, without diacritics
    std::size_t begin = 0; // bytes of the original, half-open
    std::size_t end = 0;
};

std::vector<Word> wordsIn(std::string_view text);
bool hasWord(std::string_view text);

// Whether `words` stand in `text` one after the other; the last one may be the beginning of a word only.
// False for no words at all.
bool holdsWords(std::string_view text, const std::vector<Word>& words, bool prefix);

} // namespace desk
