// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/entities/gazetteer.h>
#include <engine/reading.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

// The entities and mentions of a reading while they are being found, and what stands around each word.
// Indices of sentences and tokens are those of the document.
class EntityMarks final {
public:
    EntityMarks(const Gazetteer& gazetteer, Reading& reading);

    const Gazetteer& gazetteer() const { return m_gazetteer; }
    const Document& document() const { return m_reading.document; }
    Reading& reading() { return m_reading; }
    const Reading& reading() const { return m_reading; }
    std::int32_t month() const { return m_month; } // of publication, 0 when not known

    const Token& token(std::uint32_t at) const { return document().tokens[at]; }
    std::string_view text(const TextSentence& sentence, std::uint32_t at) const
    {
        return document().text(sentence, token(at));
    }
    std::string_view lower(const TextSentence& sentence, std::uint32_t at) const
    {
        return document().lower(sentence, token(at));
    }
    bool capital(std::uint32_t at) const { return (token(at).flags & (Capitalised | AllCaps)) != 0; }
    bool cue(std::uint32_t at, int classes) const
    {
        return (m_gazetteer.cues(token(at).word) & classes) != 0;
    }
    // Capitals of this sentence say nothing: a title in which most words have one.
    bool capitalsSayNothing(std::uint32_t sentence) const { return m_loud[sentence]; }

    bool taken(std::uint32_t at) const { return m_taken[at]; }
    void take(std::uint32_t first, std::uint32_t last);
    bool has(const std::string& id) const { return m_index.contains(id); }
    // The entity of this id in the reading, or -1.
    std::int64_t indexOf(const std::string& id) const;
    std::uint32_t entityIndex(std::uint32_t known);
    std::uint32_t unlistedIndex(const std::string& id, const std::string& name, const std::string& ticker);
    void addMention(std::uint32_t entity, std::uint32_t sentence, std::uint32_t first, std::uint32_t last,
        bool government = false);

    // Words used as a surname after a first name or a title in this text.
    bool surname(std::int32_t word) const;

private:
    void findLoudSentences();
    void findSurnames();

    const Gazetteer& m_gazetteer;
    Reading& m_reading;
    std::int32_t m_month = 0;
    std::vector<bool> m_taken; // tokens that belong to a mention
    std::vector<bool> m_loud; // by sentence
    std::unordered_map<std::string, std::uint32_t> m_index; // entity id → index
    std::vector<std::int32_t> m_surnames; // sorted word ids
};

} // namespace engine
