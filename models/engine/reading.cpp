// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "reading.h"

#include <algorithm>

namespace engine {

double prominence(const Reading& reading, const base::Event& event)
{
    constexpr double InBody = 0.5;
    constexpr double InLead = 0.75;
    double best = InBody;
    for (const base::Span& span : event.provenance.evidence) {
        if (span.field == base::Field::Title)
            return 1;
        const std::vector<TextSentence>& sentences = reading.document.sentences; // in order of text
        const auto sentence = std::lower_bound(sentences.begin(), sentences.end(), span,
            [](const TextSentence& one, const base::Span& other) { return one.span < other; });
        if (sentence != sentences.end() && sentence->span == span && sentence->zone == Zone::Lead)
            best = InLead;
    }
    return best;
}

base::Grade gradeBehind(const base::Event& event)
{
    const std::vector<std::string>& rules = event.provenance.rules;
    const bool learned = !rules.empty()
        && std::all_of(
            rules.begin(), rules.end(), [](const std::string& rule) { return rule.ends_with(LearnedRule); });
    return learned ? base::Grade::C : base::Grade::B;
}

} // namespace engine
