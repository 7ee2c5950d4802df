// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

// The words in dates: names of months and of zones, in the languages of publishers. Private to ingest's
// dates.
namespace ingest {

// 1…12 for a month's name in lower case, whole or cut short ("sept", "märz", "октября"); 0 for other words,
// names of weekdays among them.
int monthOf(std::string_view word);

// Whether the word is the name of a month in one language and of a weekday in another ("mar").
bool isWeekdayToo(std::string_view word);

// Minutes east of UTC of "est", "cest", "z"; nothing for a name that is not known.
std::optional<int> zoneOf(std::string_view word);

// Lower case, one space between words, and the signs of East Asian dates as those of ISO 8601:
// "2026年11月24日 午後1:05" becomes "2026-11-24 pm 1:05". `korean` is set where the words are Korean: there
// is one zone there.
std::string plainDate(std::string_view text, bool& korean);

} // namespace ingest
