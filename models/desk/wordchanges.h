// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// What differs between two texts of one article.
namespace desk {

enum class Change { Same, Removed, Added };

// Words that share a fate, joined by single spaces; a paragraph's end stands as "\n\n" inside the text.
struct WordRun {
    Change change = Change::Same;
    std::string text;
};

// The shortest list of removals and additions, by words (E. W. Myers, "An O(ND) Difference Algorithm and Its
// Variations", Algorithmica 1, 1986). Texts that differ in more than a thousand words beyond their common
// beginning and end come back as one removal and one addition between those.
std::vector<WordRun> wordChanges(std::string_view before, std::string_view after);

// Whether two texts say the same: they differ in white space, punctuation, case, counters ("12 comments",
// "3 min read"), ages ("2 hours ago") and times of update ("Last updated: 12:44 GMT") only. Figures count.
bool saysTheSame(std::string_view before, std::string_view after);

} // namespace desk
