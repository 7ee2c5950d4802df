// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/marks.h>

// Whether the words around a name say that it is meant.
namespace engine {

// An occurrence of a known alias that is not settled yet.
struct Candidate {
    AliasMatch match;
    std::uint32_t sentence = 0;
    std::uint32_t token = 0;
};

// From this on an ordinary word or a short form counts as the company.
inline constexpr double CompanyThreshold = 3.0;

// How much speaks for a company, in about ±10: legal form, cues before and after, a capital that the place
// does not explain, its size; against it: a first name before it, more of a name around it.
double companyScore(const EntityMarks& marks, const Candidate& candidate);

// The name is a person's: "Michael Dell", "Mr Ford", "Jordan Belfort".
bool isPerson(const EntityMarks& marks, const Candidate& candidate);

// Part of the name of something else: "Ford Foundation", "Norway Pelagic ASA", "Atlanta, Georgia".
bool insideLongerName(const EntityMarks& marks, const Candidate& candidate);

// A capital that stands for its government, not for the city: "Beijing tightened …", not "in Beijing".
bool isGovernment(const EntityMarks& marks, const Candidate& candidate);

// More of a name stands left of it: "Irving Picard" for "Picard".
bool nameBegan(const EntityMarks& marks, const TextSentence& sentence, std::uint32_t first);

// One past the name's legal form: "Apple Inc." after "Apple".
std::uint32_t endOfLegalForm(const EntityMarks& marks, const TextSentence& sentence, std::uint32_t end);

} // namespace engine
