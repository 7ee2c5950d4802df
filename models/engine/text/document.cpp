// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include "quantities.h"
#include "substrings.h"
#include "tokeniser.h"

#include <base/strings.h>

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr std::uint32_t MaxSentenceTokens = 160; // longer ones (tables, hostile text) are cut here

template <std::size_t N> bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that carry a full stop without ending a sentence.
constexpr std::array<std::string_view, 44> Abbreviations{"mr", "mrs", "ms", "dr", "prof", "st", "gen", "sen",
    "rep", "gov", "lt", "col", "capt", "hon", "messrs", "vs", "no", "nos", "vol", "fig", "approx", "est",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "cf", "al", "ft",
    "mt", "pres", "adm", "sgt", "rev", "dept", "univ"};
// Those that may end one: the next word decides.
constexpr std::array<std::string_view, 18> MayEnd{"inc", "corp", "co", "ltd", "bros", "cos", "jr", "sr",
    "etc", "p.m.", "a.m.", "u.s.", "u.k.", "e.u.", "u.n.", "d.c.", "plc", "s.a."};
constexpr std::array<std::string_view, 46> Starters{"the", "a", "an", "it", "its", "he", "she", "they", "we",
    "this", "that", "these", "those", "in", "on", "at", "but", "and", "for", "as", "by", "with", "after",
    "if", "while", "when", "there", "however", "meanwhile", "analysts", "shares", "some", "many", "most",
    "his", "her", "their", "last", "under", "among", "since", "despite", "one", "both", "under", "earlier"};

// Phrases that mark a sentence as no part of the story. Lower case.
constexpr std::array<std::string_view, 28> BoilerplateMarks{"forward-looking statement",
    "for immediate release", "all rights reserved", "click here", "sign up for", "subscribe to",
    "reporting by ", "editing by ", "additional reporting", "media contact", "investor relations contact",
    "press contact", "is a registered trademark", "does not constitute an offer", "past performance is",
    "terms of use", "privacy policy", "follow us on", "read more:", "related articles",
    "this press release contains", "safe harbor", "private securities litigation reform act",
    "no obligation to update", "has no position in", "disclosure: the author", "i wrote this article myself",
    "please visit www"};
constexpr std::array<std::string_view, 17> BackgroundMarks{"last year", "a year earlier", "a year ago",
    "years ago", "for decades", "for three decades", "historically", "in the past", "has long", "have long",
    "last spring", "last summer", "last autumn", "last winter", "in previous years", "decades ago",
    "back in "};

class Reader final {
public:
    Reader(const Vocabulary& vocabulary, Document& document)
        : m_vocabulary(vocabulary)
        , m_document(document)
    {
    }

    void read(base::Field field)
    {
        m_field = field;
        m_text = m_document.textOf(field);
        m_lower = field == base::Field::Title ? m_document.lowerTitle : m_document.lowerBody;
        m_first = static_cast<std::uint32_t>(m_document.tokens.size());
        tokenise(m_vocabulary, m_text, m_lower, m_document.tokens);
        const auto end = static_cast<std::uint32_t>(m_document.tokens.size());
        std::uint32_t begin = m_first;
        for (std::uint32_t at = m_first; at < end; ++at) {
            const bool last = at + 1 == end;
            const bool paragraphEnds = !last && paragraphBreakAfter(at);
            if (last || paragraphEnds || at - begin + 1 >= MaxSentenceTokens
                || (field == base::Field::Body && sentenceEndsAt(at))) {
                close(begin, at + 1);
                begin = at + 1;
            }
            if (paragraphEnds)
                ++m_paragraph;
        }
    }

private:
    const Token& token(std::uint32_t index) const { return m_document.tokens[index]; }
    std::string_view lower(std::uint32_t index) const
    {
        return m_lower.substr(token(index).begin, token(index).end - token(index).begin);
    }
    std::string_view gapAfter(std::uint32_t index) const
    {
        return m_text.substr(token(index).end, token(index + 1).begin - token(index).end);
    }
    bool has(std::uint32_t index) const { return index < m_document.tokens.size(); }

    bool paragraphBreakAfter(std::uint32_t at) const
    {
        const std::string_view gap = gapAfter(at);
        const auto breaks = std::count(gap.begin(), gap.end(), '\n');
        if (breaks != 1)
            return breaks > 1;
        // One line end: a paragraph's, when the line ends like a sentence or is short like a heading.
        const char before = m_text[token(at).end - 1];
        if (before == '.' || before == '!' || before == '?' || before == ':' || before == '"'
            || static_cast<unsigned char>(before) == 0x9D)
            return true;
        const std::size_t lineBegin = m_text.substr(0, token(at).begin).rfind('\n');
        const std::size_t begin = lineBegin == std::string_view::npos ? 0 : lineBegin + 1;
        return token(at).end - begin < 50 && token(at + 1).is(Capitalised);
    }

    bool isClosing(std::uint32_t index) const
    {
        const std::string_view text = lower(index);
        return text == "\"" || text == "'" || text == ")" || text == "]" || text == "\u201D"
            || text == "\u2019" || text == "\u00BB";
    }

    bool sentenceEndsAt(std::uint32_t at) const
    {
        const char end = m_lower[token(at).end - 1];
        if ((end >= 'a' && end <= 'z') || (end >= '0' && end <= '9') || end == ',')
            return false; // nearly all tokens
        // A closing quote or bracket right after the stop belongs to the sentence it ends.
        std::uint32_t stop = at;
        for (int steps = 0; steps < 4 && stop > m_first && isClosing(stop) && gapAfter(stop - 1).empty();
             ++steps)
            --stop;
        if (has(at + 1) && isClosing(at + 1) && gapAfter(at).empty())
            return false;
        const std::string_view sign = lower(stop);
        if (has(at + 1) && gapAfter(at).empty())
            return false; // "3.5", "Q&A.pdf"
        const bool dotted = sign.size() > 1 && sign.ends_with('.');
        if (sign == "!" || sign == "?")
            return true;
        if (sign != "." && !dotted)
            return false;
        if (!has(at + 1))
            return true;
        const Token& next = token(at + 1);
        const bool nextCanStart = next.is(Capitalised) || next.is(Number) || next.is(Punctuation);
        if (!nextCanStart)
            return false;
        if (dotted)
            return isOneOf(sign, MayEnd) && isOneOf(lower(at + 1), Starters);
        if (stop == m_first || !gapAfter(stop - 1).empty())
            return true;
        const std::string_view before = lower(stop - 1);
        if (isOneOf(before, MayEnd))
            return next.is(Punctuation) ? false : isOneOf(lower(at + 1), Starters);
        if (isOneOf(before, Abbreviations))
            return before == "no" ? !next.is(Number) : false;
        if (before.size() == 1 && token(stop - 1).is(Capitalised))
            return false; // an initial
        return true;
    }

    void close(std::uint32_t begin, std::uint32_t end)
    {
        TextSentence sentence;
        sentence.span = {m_field, token(begin).begin, token(end - 1).end};
        sentence.firstToken = begin;
        sentence.lastToken = end;
        sentence.paragraph = m_field == base::Field::Title ? 0 : m_paragraph;
        sentence.zone = m_field == base::Field::Title           ? Zone::Title
            : sentence.paragraph == 0 && m_inParagraph[0]++ < 3 ? Zone::Lead
                                                                : Zone::Body;
        if (m_field == base::Field::Body) {
            const std::string_view text = base::slice(m_lower, sentence.span);
            const bool about = text.starts_with("about ") && text.size() < 60 && end - begin <= 9
                && text.find('.') == std::string_view::npos;
            if (about)
                m_aboutParagraph = true; // "About X" of a press release: what follows is not news
            sentence.boilerplate = m_aboutParagraph || text.find('@') != std::string_view::npos;
            findMarks(sentence, begin, end);
        }
        markTokens(begin, end);
        m_document.sentences.push_back(sentence);
    }

    // They begin where a word does.
    void findMarks(TextSentence& sentence, std::uint32_t begin, std::uint32_t end) const
    {
        static const Substrings Boilerplate(BoilerplateMarks);
        static const Substrings Background(BackgroundMarks);
        const std::string_view text = m_lower.substr(0, sentence.span.end);
        for (std::uint32_t at = begin; at < end; ++at) {
            const std::string_view rest = text.substr(token(at).begin);
            sentence.boilerplate = sentence.boilerplate || Boilerplate.anyAtStart(rest);
            sentence.background = sentence.background || Background.anyAtStart(rest);
        }
    }

    void markTokens(std::uint32_t begin, std::uint32_t end)
    {
        bool first = true;
        bool quoted = false;
        for (std::uint32_t at = begin; at < end; ++at) {
            Token& current = m_document.tokens[at];
            const std::string_view text = lower(at);
            if (text == "\u201C" || (text == "\"" && !quoted))
                quoted = true;
            else if (text == "\u201D" || text == "\"")
                quoted = false;
            else if (quoted)
                current.flags |= Quoted;
            if (first && !current.is(Punctuation)) {
                current.flags |= SentenceStart;
                first = false;
            }
        }
    }

    const Vocabulary& m_vocabulary;
    Document& m_document;
    base::Field m_field = base::Field::Title;
    std::string_view m_text;
    std::string_view m_lower;
    std::uint32_t m_first = 0;
    std::uint32_t m_paragraph = 0;
    std::array<int, 1> m_inParagraph{};
    bool m_aboutParagraph = false;
};

} // namespace

Document readDocument(const Vocabulary& vocabulary, std::string_view title, std::string_view body)
{
    Document document;
    document.title = title;
    document.body = body;
    document.lowerTitle = base::lowerAscii(title);
    document.lowerBody = base::lowerAscii(body);
    document.tokens.reserve((title.size() + body.size()) / 5);
    Reader reader(vocabulary, document);
    reader.read(base::Field::Title);
    reader.read(base::Field::Body);
    findQuantities(document);
    return document;
}

} // namespace engine
