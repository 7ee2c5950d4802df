// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "symbols.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr std::array<std::string_view, 30> Exchanges{"nyse", "nasdaq", "lse", "tsx", "asx", "amex", "otc",
    "otcmkts", "otcqb", "otcqx", "otcbb", "tsxv", "tsx-v", "euronext", "nyseamerican", "nysearca", "hkex",
    "nasdaqgs", "nasdaqgm", "nasdaqcm", "sehk", "hkg", "tse", "nse", "bse", "sgx", "xetra", "fra", "cse",
    "cboe"};
constexpr std::array<std::string_view, 9> AmericanSuffixes{"N", "O", "OQ", "A", "P", "PK", "OB", "K", "OTC"};
constexpr std::array<std::string_view, 45> OtherSuffixes{"L", "T", "PA", "DE", "F", "VX", "S", "MI", "TO",
    "V", "HK", "KS", "KQ", "AX", "SS", "SZ", "MC", "NS", "BO", "AS", "ST", "SI", "J", "KL", "AT", "BR", "SA",
    "I", "LS", "TW", "TWO", "MM", "ME", "HE", "VI", "OL", "MX", "JK", "TA", "CO", "IS", "WA", "PR", "BU",
    "NZ"};

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

// Up to six letters, all capitals but for a closing class letter ("BRKa"), or digits.
bool looksLikeSymbol(std::string_view text)
{
    if (text.empty() || text.size() > 7)
        return false;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return text.size() >= 3;
    return isUpper(text.front()) && std::all_of(text.begin(), text.end() - 1, [](char c) {
        return isUpper(c) || (c >= '0' && c <= '9');
    });
}

class SymbolFinder final {
public:
    explicit SymbolFinder(const EntityMarks& marks)
        : m_marks(marks)
    {
    }

    std::vector<Symbol> run()
    {
        const Document& document = m_marks.document();
        for (m_number = 0; m_number < document.sentences.size(); ++m_number) {
            m_sentence = &document.sentences[m_number];
            for (std::uint32_t at = m_sentence->firstToken; at < m_sentence->lastToken;) {
                const std::uint32_t end = symbolAt(at);
                at = end > at ? end : at + 1;
            }
        }
        return std::move(m_symbols);
    }

private:
    bool has(std::uint32_t at) const { return at < m_sentence->lastToken; }
    std::string_view text(std::uint32_t at) const { return m_marks.text(*m_sentence, at); }
    bool is(std::uint32_t at, std::string_view word) const { return has(at) && text(at) == word; }
    bool touches(std::uint32_t at) const // no space between it and the next token
    {
        return has(at + 1) && m_marks.token(at).end == m_marks.token(at + 1).begin;
    }

    // One past a symbol that starts here, or `at`.
    std::uint32_t symbolAt(std::uint32_t at)
    {
        const std::string_view here = text(at);
        if (here == "(" || here == "[")
            return bracketAt(at);
        if (here == "$" && touches(at) && m_marks.token(at + 1).is(Capitalised)
            && looksLikeSymbol(text(at + 1)) && !is(at + 1, "US") && !is(at + 1, "C") && !is(at + 1, "A")) {
            add(at, at + 2, std::string(text(at + 1)), false, false);
            return at + 2;
        }
        // "GM.N" in running text.
        if (m_marks.token(at).is(Capitalised) && looksLikeSymbol(here) && is(at + 1, ".") && touches(at)
            && touches(at + 1) && (isSuffix(text(at + 2)) || text(at + 2) == "UL") && !areInitials(at)) {
            std::string symbol(here);
            if (!isOneOf(text(at + 2), AmericanSuffixes))
                symbol += '.' + std::string(text(at + 2));
            add(at, at + 3, std::move(symbol), false, false);
            return at + 3;
        }
        if (isExchange(at) && is(at + 1, ":") && has(at + 2) && looksLikeSymbol(text(at + 2))) {
            add(at, at + 3, std::string(text(at + 2)), false, false);
            return at + 3;
        }
        return at;
    }

    // "J.P.Morgan", "J.P Morgan": two letters before a name are no symbol and its exchange.
    bool areInitials(std::uint32_t at) const
    {
        if (text(at).size() != 1 || text(at + 2).size() != 1)
            return false;
        if (is(at + 3, ".") && touches(at + 2))
            return true;
        return has(at + 3) && m_marks.token(at + 3).is(Capitalised) && text(at + 3).size() > 1;
    }

    static bool isSuffix(std::string_view text)
    {
        return text.size() <= 2 && (isOneOf(text, AmericanSuffixes) || isOneOf(text, OtherSuffixes));
    }

    bool isExchange(std::uint32_t at) const
    {
        return has(at) && isOneOf(m_marks.lower(*m_sentence, at), Exchanges);
    }

    std::uint32_t bracketAt(std::uint32_t open)
    {
        std::uint32_t at = open + 1;
        // "(NYSE American: ABC)", "(ticker: ABC)", "(Nasdaq Global Select: ABC)"
        std::uint32_t colon = at;
        while (has(colon) && colon < at + 4 && !is(colon, ":") && !is(colon, ")"))
            ++colon;
        const bool listed = is(colon, ":") && colon > at
            && (isExchange(at) || m_marks.lower(*m_sentence, at) == "ticker"
                || m_marks.lower(*m_sentence, at) == "symbol");
        if (listed)
            at = colon + 1;
        if (!has(at) || !looksLikeSymbol(text(at)))
            return open;
        std::string symbol(text(at));
        std::uint32_t last = at + 1;
        bool suffixed = false;
        if (is(last, ".") && touches(at) && touches(last) && has(last + 1)) {
            if (!listed && areInitials(at))
                return open;
            const std::string_view suffix = text(last + 1);
            if (isOneOf(suffix, OtherSuffixes) && !listed)
                symbol += '.' + std::string(suffix);
            else if (!isOneOf(suffix, AmericanSuffixes) && suffix.size() <= 2 && looksLikeSymbol(suffix))
                symbol += '.' + std::string(suffix); // "BRK.B"
            else if (!isOneOf(suffix, AmericanSuffixes))
                return open;
            else if (listed)
                symbol += '.' + std::string(suffix); // a class of shares: "(NYSE: MOG.A)"
            suffixed = true;
            last += 2;
        }
        // More symbols of the same bearer may follow: "(NASDAQ: GOOG, GOOGL)".
        std::uint32_t close = last;
        while (has(close) && close < last + 8 && !is(close, ")") && !is(close, "]"))
            ++close;
        if (!is(close, ")") && !is(close, "]"))
            return open;
        if (!listed && !suffixed) {
            if (close != last || !m_marks.token(at).is(Capitalised))
                return open;
            add(open, close + 1, std::move(symbol), true, true);
            return open; // may be an acronym: its words stay free
        }
        add(open, close + 1, std::move(symbol), true, false);
        return close + 1;
    }

    void add(std::uint32_t first, std::uint32_t last, std::string symbol, bool bracketed, bool bare)
    {
        Symbol one;
        one.sentence = m_number;
        one.first = first;
        one.last = last;
        one.known = m_marks.gazetteer().findTicker(symbol, m_marks.month());
        if (one.known < 0)
            one.known = m_marks.gazetteer().findTicker(symbol, 0);
        one.symbol = std::move(symbol);
        one.bracketed = bracketed;
        one.bare = bare;
        m_symbols.push_back(std::move(one));
    }

    const EntityMarks& m_marks;
    std::vector<Symbol> m_symbols;
    const TextSentence* m_sentence = nullptr;
    std::uint32_t m_number = 0;
};

} // namespace

std::vector<Symbol> findSymbols(const EntityMarks& marks) { return SymbolFinder(marks).run(); }

} // namespace engine
