// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "querylexer.h"

#include <algorithm>

namespace desk {

namespace {

constexpr std::string_view Quotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"};
constexpr std::string_view NoBreakSpace = "\xC2\xA0";

bool isSign(char c) { return c == ':' || c == '=' || c == '<' || c == '>'; }

} // namespace

std::size_t quoteAt(std::string_view text, std::size_t at)
{
    for (const std::string_view quote : Quotes) {
        if (text.substr(at).starts_with(quote))
            return quote.size();
    }
    return 0;
}

std::size_t QueryLexer::spaceAt(std::size_t at) const
{
    const auto byte = static_cast<unsigned char>(m_text[at]);
    if (byte <= 0x20 || byte == 0x7F)
        return 1;
    return m_text.substr(at).starts_with(NoBreakSpace) ? NoBreakSpace.size() : 0;
}

void QueryLexer::readPhrase(Lexeme& lexeme)
{
    lexeme.kind = Lexeme::Kind::Phrase;
    lexeme.open = true;
    m_at += quoteAt(m_text, m_at);
    while (m_at < m_text.size()) {
        if (const std::size_t quote = quoteAt(m_text, m_at)) {
            m_at += quote;
            lexeme.open = false;
            break;
        }
        if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
            const std::size_t sign = m_text[m_at + 1] == '\\' ? 1 : quoteAt(m_text, m_at + 1);
            lexeme.text += m_text.substr(m_at + (sign > 0 ? 1 : 0), std::max<std::size_t>(sign, 1));
            m_at += 1 + sign;
            continue;
        }
        const std::size_t space = spaceAt(m_at);
        lexeme.text += space > 0 ? ' ' : m_text[m_at];
        m_at += space > 0 ? space : 1;
    }
    if (!lexeme.open && m_at < m_text.size() && m_text[m_at] == '*') {
        lexeme.star = true;
        ++m_at;
    }
}

void QueryLexer::readWord(Lexeme& lexeme)
{
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != '(' && m_text[m_at] != ')' && spaceAt(m_at) == 0
        && quoteAt(m_text, m_at) == 0) {
        const bool sign = isSign(m_text[m_at++]);
        if (sign && m_at < m_text.size() && quoteAt(m_text, m_at) > 0)
            break; // a quoted value follows
    }
    lexeme.text = m_text.substr(begin, m_at - begin);
    lexeme.kind = Lexeme::Kind::Word;
    if (lexeme.text == "OR" || lexeme.text == "|" || lexeme.text == "||")
        lexeme.kind = Lexeme::Kind::Or;
    else if (lexeme.text == "AND")
        lexeme.kind = Lexeme::Kind::And;
    else if (lexeme.text == "NOT")
        lexeme.kind = Lexeme::Kind::Not;
    else if (lexeme.text == "NEAR" || lexeme.text.starts_with("NEAR/"))
        lexeme.kind = Lexeme::Kind::Near;
}

Lexeme QueryLexer::next()
{
    Lexeme lexeme;
    const std::size_t before = m_at;
    while (m_at < m_text.size() && spaceAt(m_at) > 0)
        m_at += spaceAt(m_at);
    lexeme.glued = before == m_at && m_at > 0;
    lexeme.begin = m_at;
    if (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '(' || c == ')') {
            lexeme.kind = c == '(' ? Lexeme::Kind::Open : Lexeme::Kind::Close;
            ++m_at;
        } else if (quoteAt(m_text, m_at) > 0) {
            readPhrase(lexeme);
        } else if (c == '-' && m_at + 1 < m_text.size() && spaceAt(m_at + 1) == 0) {
            lexeme.kind = Lexeme::Kind::Minus;
            ++m_at;
        } else {
            readWord(lexeme);
        }
    }
    lexeme.end = m_at;
    return lexeme;
}

bool beginsColumn(std::string_view text, std::size_t at)
{
    const auto one = static_cast<unsigned char>(text[at]);
    const auto two = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    const auto three = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0;
    const bool inside = (one & 0xC0) == 0x80;
    const bool combining = one == 0xCC || (one == 0xCD && two <= 0xAF); // U+0300 to U+036F
    const bool joiner = (one == 0xE2 && two == 0x80 && three == 0x8D)
        || (one == 0xEF && two == 0xB8 && three >= 0x80 && three <= 0x8F); // and the selectors of a variant
    return !inside && !combining && !joiner;
}

int columnAt(std::string_view text, std::size_t byte)
{
    int column = 1;
    for (std::size_t at = 0; at < byte && at < text.size(); ++at)
        column += beginsColumn(text, at) ? 1 : 0;
    return column;
}

} // namespace desk
