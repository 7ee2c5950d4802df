// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/knowledge/playbooks.h>
#include <engine/reading.h>

#include <map>
#include <string>

namespace engine {

// What an article says that a playbook asked for.
struct FoundFact {
    base::Span clause; // the words it rests on
    std::string figure; // "12–24 months", "90 percent"; empty when none was asked for
    std::string quote; // the article's own words, at most six, in quotation marks; empty when they do not serve
    int days = 0; // of a duration: its upper end
    int minDays = 0;
};

// The first clause of the article for each fact that has one, by the fact's id.
std::map<std::string, FoundFact> findFacts(const Playbook& playbook, const Document& document);

// The clause around the tokens: to the next comma, semicolon, colon or dash on both sides, widened to the
// sentence when it would be shorter than five words.
base::Span clauseAround(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last);

// The words from `first` on that can stand as a quotation: at most six, to the end of the clause, without the
// little words at its end; in quotation marks; empty when fewer than two are left.
std::string quoteFrom(
    const Document& document, const TextSentence& sentence, std::uint32_t first, std::uint32_t last);

// A quantity as prose writes it: "12–24 months", "50 basis points".
std::string figureText(const base::Quantity& quantity);

} // namespace engine
