// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <engine/text/document.h>

#include <vector>

namespace engine {

// The words of one sentence by what they do in it: noun or verb ("rate cuts", "cuts rates"), active or
// passive, past or not. Reads the closed-class words around, no dictionary; made for news and headlines.
class SentenceWords final {
public:
    // `mentionAt`: for each token of the document the mention that covers it, or −1.
    SentenceWords(const Document& document, const std::vector<std::int32_t>& mentionAt);
    void open(const TextSentence& sentence) { m_sentence = &sentence; }

    const TextSentence& sentence() const { return *m_sentence; }
    const Token& token(std::uint32_t at) const { return m_document.tokens[at]; }
    // Lower case; empty outside the sentence.
    std::string_view lower(std::uint32_t at) const;
    bool mention(std::uint32_t at) const { return m_mentionAt[at] >= 0; }
    // A clause ends at these; verbs and operators beyond them do not reach.
    bool clauseBorder(std::uint32_t at) const;
    bool borderBetween(std::uint32_t from, std::uint32_t to) const;
    // Whether a word that can be either ("cut", "plans") is a verb here.
    bool isVerb(std::uint32_t at) const;
    // Whether a participle only describes the noun after it ("the proposed merger").
    bool describes(std::uint32_t at) const;
    bool isPast(std::uint32_t at) const; // "cut", "rose", "imposed"
    // Whether the verb at `at` is passive: "was scrapped", "ordered by".
    bool isPassive(std::uint32_t at) const;
    bool isPreposition(std::uint32_t at) const;
    bool isDeterminer(std::uint32_t at) const;

private:
    std::uint32_t before(std::uint32_t at) const; // nearest earlier token that is no adverb; `at` for none
    bool opensObject(std::uint32_t at) const;
    bool finite(std::uint32_t at) const;

    const Document& m_document;
    const std::vector<std::int32_t>& m_mentionAt;
    const TextSentence* m_sentence = nullptr;
};

} // namespace engine
