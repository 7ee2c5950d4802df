// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "coreference.h"

#include <algorithm>
#include <optional>

namespace engine {

namespace {

constexpr std::uint32_t Reach = 3; // sentences back

class Descriptions final {
public:
    explicit Descriptions(EntityMarks& marks)
        : m_marks(marks)
    {
    }

    void run()
    {
        sort();
        m_named = m_marks.reading().mentions;
        m_counts.assign(m_marks.reading().entities.size(), 0);
        for (const Mention& mention : m_named)
            ++m_counts[mention.entity];
        const Document& document = m_marks.document();
        std::size_t before = 0; // named mentions left of the description
        for (std::uint32_t number = 0; number < document.sentences.size(); ++number) {
            const TextSentence& sentence = document.sentences[number];
            if (sentence.boilerplate || sentence.zone == Zone::Title)
                continue;
            for (std::uint32_t at = sentence.firstToken; at + 1 < sentence.lastToken; ++at) {
                if (m_marks.lower(sentence, at) != "the" || m_marks.taken(at + 1))
                    continue;
                while (before < m_named.size() && m_named[before].firstToken < at)
                    ++before;
                read(number, at, before);
            }
        }
        sort();
    }

private:
    void sort()
    {
        std::vector<Mention>& mentions = m_marks.reading().mentions;
        std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.firstToken < b.firstToken; });
    }

    void read(std::uint32_t number, std::uint32_t at, std::size_t before)
    {
        const TextSentence& sentence = m_marks.document().sentences[number];
        const bool central = m_marks.lower(sentence, at + 1) == "central" && at + 2 < sentence.lastToken
            && m_marks.lower(sentence, at + 2) == "bank";
        const std::uint32_t last = central ? at + 3 : at + 2;
        if (!central && !m_marks.cue(at + 1, CompanyAs))
            return;
        // "The company that …", "the bank of …" speak of another; so does "the company's" of the same.
        if (last < sentence.lastToken) {
            const std::string_view next = m_marks.lower(sentence, last);
            if (next == "that" || next == "of" || next == "which" || next == "whose" || m_marks.capital(last))
                return;
        }
        const auto entity = bearer(number, before, central, m_marks.token(at + 1).word);
        if (entity)
            m_marks.addMention(*entity, number, at, last);
    }

    bool fits(std::uint32_t entity, bool central, std::int32_t word) const
    {
        const base::Entity& one = m_marks.reading().entities[entity];
        if (central)
            return one.kind == "central_bank";
        if (one.kind != "company")
            return false;
        const std::vector<std::string>& sectors = m_marks.gazetteer().sectorsOf(word);
        return sectors.empty()
            || std::find(sectors.begin(), sectors.end(), m_marks.reading().facts[entity].sector)
            != sectors.end();
    }

    // The bearer in the nearest sentence before that names one; of several, the one the text is of.
    std::optional<std::uint32_t> bearer(
        std::uint32_t number, std::size_t before, bool central, std::int32_t word) const
    {
        std::optional<std::uint32_t> found;
        std::uint32_t sentence = 0;
        for (std::size_t at = before; at-- > 0;) {
            const Mention& mention = m_named[at];
            if (mention.sentence + Reach < number || (found && mention.sentence != sentence))
                break;
            if (!fits(mention.entity, central, word) || (found && *found == mention.entity))
                continue;
            if (!found) {
                found = mention.entity;
                sentence = mention.sentence;
            } else if (m_counts[mention.entity] >= 2 * m_counts[*found]) {
                found = mention.entity;
            } else if (m_counts[*found] < 2 * m_counts[mention.entity]) {
                return std::nullopt; // two of a kind, and nothing tells them apart
            }
        }
        return found;
    }

    EntityMarks& m_marks;
    std::vector<Mention> m_named;
    std::vector<int> m_counts; // mentions by name, of each entity
};

} // namespace

void resolveDescriptions(EntityMarks& marks) { Descriptions(marks).run(); }

} // namespace engine
