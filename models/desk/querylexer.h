// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/error.h>

#include <string>
#include <string_view>

// The query language's smallest pieces; private to desk.
namespace desk {

struct Lexeme {
    enum class Kind { Word, Phrase, Open, Close, Minus, Or, And, Not, Near, End } kind = Kind::End;
    std::string text; // of a phrase without its quotes and escapes
    std::size_t begin = 0; // bytes of the query
    std::size_t end = 0;
    bool glued = false; // no space before it
    bool open = false; // of Phrase: the closing quotation mark is missing
    bool star = false; // of Phrase: a * follows at once
};

// Gives the pieces one after the other; End for ever at the end. Never fails: what is wrong is for the
// parser. Curly quotation marks are quotation marks, no-break spaces and control characters are spaces; in
// quotes a backslash before one of them or another backslash takes its meaning away.
class QueryLexer final {
public:
    explicit QueryLexer(std::string_view text)
        : m_text(text)
    {
    }
    Lexeme next();

private:
    std::size_t spaceAt(std::size_t at) const; // its bytes
    void readPhrase(Lexeme& lexeme);
    void readWord(Lexeme& lexeme);

    std::string_view m_text;
    std::size_t m_at = 0;
};

// The bytes of the quotation mark there; 0 when there is none.
std::size_t quoteAt(std::string_view text, std::size_t at);

// The column of a byte, from 1, in characters as they are seen: marks that combine count with their letter.
int columnAt(std::string_view text, std::size_t byte);
bool beginsColumn(std::string_view text, std::size_t at); // the character there has a column of its own

} // namespace desk
