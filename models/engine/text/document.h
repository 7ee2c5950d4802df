// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/span.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class Vocabulary;

enum TokenFlag : std::uint16_t {
    Capitalised = 1, // first letter upper case
    AllCaps = 2, // two letters or more, all upper case (U.S. and S&P included)
    Number = 4, // starts with a digit (12, 4.1, 2026)
    Punctuation = 8,
    SentenceStart = 16, // first word of its sentence
    Quoted = 32 // between quotation marks
};

// A word, a number or one punctuation mark. Hyphenated words stay one token ("rare-earth") and so do
// "U.S.", "S&P" and "don't"; a possessive 's is a token of its own. "%", "$", "€" are tokens.
struct Token {
    std::uint32_t begin = 0; // bytes in the field's text
    std::uint32_t end = 0;
    std::int32_t word = -1; // see WordIds
    std::int32_t lemma = -1;
    std::uint64_t hash = 0; // wordHash of its lower-case text
    std::uint16_t flags = 0;

    bool is(TokenFlag flag) const { return (flags & flag) != 0; }
};

enum class Zone : std::uint8_t { Title, Lead, Body }; // lead: the first paragraph's first three sentences

struct TextSentence {
    base::Span span;
    std::uint32_t firstToken = 0; // half-open range in Document::tokens
    std::uint32_t lastToken = 0;
    std::uint32_t paragraph = 0; // 0 is the first of the body; the title has 0 too
    Zone zone = Zone::Body;
    bool boilerplate = false; // bylines, "About …", forward-looking statements, contact lines
    bool background = false; // recap: "last year", "since 2018", past perfect throughout
    std::uint32_t firstQuantity = 0; // half-open range in Document::quantities
    std::uint32_t lastQuantity = 0;
};

// An article cut into sentences and tokens. The title is the first sentence when there is one. Holds its own
// copy of the texts; spans point into `title` and `body`.
struct Document {
    std::string title;
    std::string body;
    std::string lowerTitle; // ASCII lower case, same byte offsets
    std::string lowerBody;
    std::vector<Token> tokens;
    std::vector<TextSentence> sentences;
    std::vector<base::Quantity> quantities; // in order of text

    std::string_view textOf(base::Field field) const { return field == base::Field::Title ? title : body; }
    std::string_view text(const base::Span& span) const { return base::slice(textOf(span.field), span); }
    std::string_view text(const TextSentence& sentence, const Token& token) const
    {
        return textOf(sentence.span.field).substr(token.begin, token.end - token.begin);
    }
    std::string_view lower(const TextSentence& sentence, const Token& token) const
    {
        return std::string_view(sentence.span.field == base::Field::Title ? lowerTitle : lowerBody)
            .substr(token.begin, token.end - token.begin);
    }
    // The span from the first to the last of these tokens of one sentence (half-open indices).
    base::Span span(const TextSentence& sentence, std::uint32_t first, std::uint32_t last) const
    {
        return {sentence.span.field, tokens[first].begin, tokens[last - 1].end};
    }
};

// Cuts and reads a text. Title and body must be valid UTF-8; anything else is the caller's to repair.
// Linear in the text; never fails. Thread-safe.
Document readDocument(const Vocabulary& vocabulary, std::string_view title, std::string_view body);

} // namespace engine
