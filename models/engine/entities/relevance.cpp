// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "relevance.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

struct Standing {
    bool title = false;
    bool lead = false;
    bool head = false; // first words of the title
    int mentions = 0;
    int paragraphs = 0;
    std::int64_t lastParagraph = -1;
};

} // namespace

void rankEntities(Reading& reading)
{
    const Document& document = reading.document;
    const std::size_t count = reading.entities.size();
    std::vector<Standing> standings(count);
    for (const Mention& mention : reading.mentions) {
        const TextSentence& sentence = document.sentences[mention.sentence];
        reading.entities[mention.entity].mentions.push_back(
            document.span(sentence, mention.firstToken, mention.lastToken));
        Standing& one = standings[mention.entity];
        ++one.mentions;
        if (sentence.zone == Zone::Title) {
            one.title = true;
            one.head = one.head || mention.firstToken <= sentence.firstToken + 1;
            continue;
        }
        one.lead = one.lead || sentence.zone == Zone::Lead;
        if (one.lastParagraph != static_cast<std::int64_t>(sentence.paragraph)) {
            one.lastParagraph = static_cast<std::int64_t>(sentence.paragraph);
            ++one.paragraphs;
        }
    }
    const double paragraphs = document.sentences.empty() ? 1 : document.sentences.back().paragraph + 1.0;
    for (std::size_t at = 0; at < count; ++at) {
        const Standing& one = standings[at];
        const double salience = 3.0 * one.title + 2.0 * one.lead + std::log1p(one.mentions)
            + 0.5 * std::min(1.0, one.paragraphs / paragraphs) * (paragraphs > 1 ? 1 : 0) + 0.5 * one.head;
        reading.entities[at].relevance = static_cast<int>(std::lround(100 * (1 - std::exp(-salience / 3))));
    }
    std::vector<std::uint32_t> order(count);
    for (std::uint32_t at = 0; at < count; ++at)
        order[at] = at;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const base::Entity& left = reading.entities[a];
        const base::Entity& right = reading.entities[b];
        return left.relevance != right.relevance ? left.relevance > right.relevance : left.id < right.id;
    });
    std::vector<base::Entity> entities(count);
    std::vector<EntityFacts> facts(count);
    std::vector<std::uint32_t> place(count);
    for (std::uint32_t at = 0; at < count; ++at) {
        entities[at] = std::move(reading.entities[order[at]]);
        facts[at] = std::move(reading.facts[order[at]]);
        place[order[at]] = at;
    }
    reading.entities = std::move(entities);
    reading.facts = std::move(facts);
    for (Mention& mention : reading.mentions)
        mention.entity = place[mention.entity];
}

} // namespace engine
