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
        const auto sentence = std::find_if(reading.document.sentences.begin(),
            reading.document.sentences.end(), [&](const TextSentence& one) { return one.span == span; });
        if (sentence != reading.document.sentences.end() && sentence->zone == Zone::Lead)
            best = InLead;
    }
    return best;
}

} // namespace engine
