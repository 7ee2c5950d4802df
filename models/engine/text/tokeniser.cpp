// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tokeniser.h"

#include <engine/text/vocabulary.h>

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t Ahead = 8; // tokens from cutting a word to looking it up

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isAsciiLetter(char c) { return isUpper(c) || (c >= 'a' && c <= 'z'); }

// Bytes of the character at `at`; ill-formed sequences count as one byte.
std::size_t characterSize(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return std::min(size, text.size() - at);
}

class Tokeniser final {
public:
    Tokeniser(const Vocabulary& vocabulary, std::string_view text, std::string_view lower,
        std::vector<Token>& tokens)
        : m_vocabulary(vocabulary)
        , m_text(text)
        , m_lower(lower)
        , m_tokens(tokens)
    {
    }

    void run()
    {
        std::size_t at = 0;
        while (at < m_text.size()) {
            if (const std::size_t space = spaceAt(at); space > 0)
                at += space;
            else if (isDigit(m_text[at]))
                at = number(at);
            else if (letterAt(at) > 0)
                at = word(at);
            else
                at = emit(at, at + characterSize(m_text, at), Punctuation);
        }
        while (m_found < m_tokens.size())
            findNext();
    }

private:
    std::string_view rest(std::size_t at) const { return m_text.substr(at); }

    std::size_t spaceAt(std::size_t at) const
    {
        const char c = m_text[at];
        if (c == ' ' || (c >= '\t' && c <= '\r'))
            return 1;
        if (static_cast<unsigned char>(c) < 0x80)
            return 0;
        if (rest(at).starts_with("\u00A0"))
            return 2;
        if (c == '\xE2' && at + 2 < m_text.size() && m_text[at + 1] == '\x80') {
            const auto last = static_cast<unsigned char>(m_text[at + 2]);
            if ((last >= 0x80 && last <= 0x8B) || last == 0xAF || last == 0xA8 || last == 0xA9)
                return 3;
        }
        return rest(at).starts_with("\xEF\xBB\xBF") ? 3 : 0;
    }

    // Bytes of the letter at `at`, or 0. Non-ASCII characters are letters but for punctuation, currency
    // signs and symbols.
    std::size_t letterAt(std::size_t at) const
    {
        if (at >= m_text.size())
            return 0;
        const auto c = static_cast<unsigned char>(m_text[at]);
        if (c < 0x80)
            return isAsciiLetter(m_text[at]) ? 1 : 0;
        const std::size_t size = characterSize(m_text, at);
        if (c == 0xC2) // Latin-1 signs, but for ª µ º
            return rest(at).starts_with("\u00AA") || rest(at).starts_with("\u00B5")
                    || rest(at).starts_with("\u00BA")
                ? size
                : 0;
        if (c == 0xC3 && (rest(at).starts_with("\u00D7") || rest(at).starts_with("\u00F7")))
            return 0;
        if (c == 0xE2 || c == 0xEF) // general punctuation, currency, arrows; full-width signs
            return 0;
        if (c == 0xE3 && at + 1 < m_text.size() && m_text[at + 1] == '\x80')
            return 0;
        return size;
    }

    // Bytes of an apostrophe at `at`, or 0.
    std::size_t apostropheAt(std::size_t at) const
    {
        if (at >= m_text.size())
            return 0;
        return m_text[at] == '\'' ? 1 : rest(at).starts_with("\u2019") ? 3 : 0;
    }

    std::size_t number(std::size_t begin)
    {
        std::size_t at = begin;
        while (at < m_text.size()) {
            if (isDigit(m_text[at])) {
                ++at;
            } else if (m_text[at] == '.' && at + 1 < m_text.size() && isDigit(m_text[at + 1])) {
                ++at;
            } else if (m_text[at] == ',' && at + 3 < m_text.size() && isDigit(m_text[at + 1])
                && isDigit(m_text[at + 2]) && isDigit(m_text[at + 3])
                && (at + 4 >= m_text.size() || !isDigit(m_text[at + 4]))) {
                ++at;
            } else {
                break;
            }
        }
        return emit(begin, at, Number);
    }

    std::size_t word(std::size_t begin)
    {
        std::size_t at = begin;
        // "U.S.", "e.g.": single letters each with a full stop.
        std::size_t dotted = begin;
        int letters = 0;
        while (dotted + 1 < m_text.size() && isAsciiLetter(m_text[dotted]) && m_text[dotted + 1] == '.') {
            dotted += 2;
            ++letters;
        }
        if (letters >= 2 && letterAt(dotted) == 0)
            return emit(begin, dotted, 0);
        if (letters >= 2 && dotted < m_text.size() && isAsciiLetter(m_text[dotted])
            && letterAt(dotted + 1) == 0)
            return emit(begin, dotted + 1, 0); // "U.S.A"
        while (at < m_text.size()) {
            if (isAsciiLetter(m_text[at]) || isDigit(m_text[at]))
                ++at;
            else if (const std::size_t size = letterAt(at); size > 0)
                at += size;
            else if (m_text[at] == '-' && at + 1 < m_text.size()
                && (letterAt(at + 1) > 0 || isDigit(m_text[at + 1])))
                ++at;
            else if (m_text[at] == '&' && at > begin && isUpper(m_text[at - 1]) && at + 1 < m_text.size()
                && isUpper(m_text[at + 1]))
                ++at;
            else if (const std::size_t sign = apostropheAt(at); sign > 0 && letterAt(at + sign) > 0) {
                const bool possessive = (m_lower[at + sign] == 's') && letterAt(at + sign + 1) == 0;
                if (possessive) {
                    emit(begin, at, 0);
                    return emit(at, at + sign + 1, Punctuation);
                }
                at += sign;
            } else {
                break;
            }
        }
        return emit(begin, at, 0);
    }

    std::size_t emit(std::size_t begin, std::size_t end, unsigned flags)
    {
        Token token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        const std::string_view text = m_text.substr(begin, end - begin);
        if (flags == 0 && !(text.front() >= 'a' && text.front() <= 'z')) {
            if (isUpper(text.front())
                || (static_cast<unsigned char>(text.front()) == 0xC3 && text.size() > 1
                    && static_cast<unsigned char>(text[1]) < 0x9F))
                flags |= Capitalised;
            const auto upper = std::count_if(text.begin(), text.end(), isUpper);
            const bool anyLower
                = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
            if (upper >= 2 && !anyLower)
                flags |= AllCaps;
        }
        token.flags = static_cast<std::uint16_t>(flags);
        if (m_tokens.size() == m_found + Ahead)
            findNext();
        token.hash = wordHash(m_lower.substr(begin, end - begin));
        m_vocabulary.expect(token.hash);
        m_tokens.push_back(token);
        return end;
    }

    // A word is looked up some tokens after it was cut, when what is read for it is near.
    void findNext()
    {
        Token& token = m_tokens[m_found++];
        const WordIds ids = m_vocabulary.find(token.hash);
        token.word = ids.word;
        token.lemma = ids.lemma;
    }

    const Vocabulary& m_vocabulary;
    std::string_view m_text;
    std::string_view m_lower;
    std::vector<Token>& m_tokens;
    std::size_t m_found = m_tokens.size(); // tokens that are looked up
};

} // namespace

void tokenise(
    const Vocabulary& vocabulary, std::string_view text, std::string_view lower, std::vector<Token>& tokens)
{
    Tokeniser(vocabulary, text, lower, tokens).run();
}

} // namespace engine
