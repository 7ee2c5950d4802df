// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "marks.h"

#include <algorithm>
#include <charconv>

namespace engine {

EntityMarks::EntityMarks(const Gazetteer& gazetteer, Reading& reading)
    : m_gazetteer(gazetteer)
    , m_reading(reading)
    , m_taken(reading.document.tokens.size(), false)
{
    if (reading.published) {
        const std::string iso = base::toIso(*reading.published);
        std::int32_t year = 0;
        std::int32_t number = 0;
        std::from_chars(iso.data(), iso.data() + 4, year);
        std::from_chars(iso.data() + 5, iso.data() + 7, number);
        m_month = year * 100 + number;
    }
    findLoudSentences();
    findSurnames();
}

void EntityMarks::findLoudSentences()
{
    for (const TextSentence& sentence : document().sentences) {
        int words = 0;
        int capitals = 0;
        for (std::uint32_t at = sentence.firstToken; at < sentence.lastToken; ++at) {
            const Token& one = token(at);
            if (one.is(Punctuation) || one.is(Number) || one.is(SentenceStart) || one.end - one.begin < 4)
                continue;
            ++words;
            capitals += capital(at) ? 1 : 0;
        }
        m_loud.push_back(words >= 3 && capitals * 10 >= words * 7);
    }
}

void EntityMarks::findSurnames()
{
    for (const TextSentence& sentence : document().sentences) {
        for (std::uint32_t at = sentence.firstToken; at + 1 < sentence.lastToken; ++at) {
            if (!capital(at) || !cue(at, FirstName | PersonTitle))
                continue;
            std::uint32_t next = at + 1;
            if (next + 1 < sentence.lastToken && lower(sentence, next) == ".")
                ++next; // "Mr."
            // "Michael S. Dell"
            if (next + 2 < sentence.lastToken && token(next).end - token(next).begin == 1 && capital(next)
                && lower(sentence, next + 1) == ".")
                next += 2;
            if (capital(next) && !token(next).is(Punctuation) && token(next).word >= 0)
                m_surnames.push_back(token(next).word);
        }
    }
    std::sort(m_surnames.begin(), m_surnames.end());
}

bool EntityMarks::surname(std::int32_t word) const
{
    return std::binary_search(m_surnames.begin(), m_surnames.end(), word);
}

void EntityMarks::take(std::uint32_t first, std::uint32_t last)
{
    for (std::uint32_t at = first; at < last; ++at)
        m_taken[at] = true;
}

std::int64_t EntityMarks::indexOf(const std::string& id) const
{
    const auto it = m_index.find(id);
    return it == m_index.end() ? -1 : static_cast<std::int64_t>(it->second);
}

std::uint32_t EntityMarks::entityIndex(std::uint32_t known)
{
    const KnownEntity& source = m_gazetteer.entities()[known];
    const auto [it, added]
        = m_index.try_emplace(source.id, static_cast<std::uint32_t>(m_reading.entities.size()));
    if (added) {
        base::Entity entity;
        entity.id = source.id;
        entity.name = source.name;
        entity.kind = source.kind;
        entity.ticker = source.ticker(m_month);
        m_reading.entities.push_back(std::move(entity));
        m_reading.facts.push_back({source.country, source.sector, source.tags, false});
    }
    return it->second;
}

std::uint32_t EntityMarks::unlistedIndex(
    const std::string& id, const std::string& name, const std::string& ticker)
{
    const auto [it, added] = m_index.try_emplace(id, static_cast<std::uint32_t>(m_reading.entities.size()));
    if (added) {
        base::Entity entity;
        entity.id = id;
        entity.name = name;
        entity.kind = "company";
        entity.ticker = ticker;
        m_reading.entities.push_back(std::move(entity));
        m_reading.facts.push_back({{}, {}, {}, true});
    } else if (m_reading.entities[it->second].ticker.empty()) {
        m_reading.entities[it->second].ticker = ticker;
    }
    return it->second;
}

void EntityMarks::addMention(
    std::uint32_t entity, std::uint32_t sentence, std::uint32_t first, std::uint32_t last, bool government)
{
    m_reading.mentions.push_back({entity, sentence, first, last, government});
    take(first, last);
}

} // namespace engine
