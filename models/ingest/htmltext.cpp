// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "htmltext.h"

#include <base/strings.h>

#include <libxml/HTMLparser.h>
#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <iterator>
#include <string>
#include <vector>

namespace ingest {

namespace {

void appendUtf8(std::string& out, unsigned code)
{
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = 0xFFFD;
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

// Numbers 128–159 mean windows-1252 in what publishers write.
unsigned fromWindows(unsigned code)
{
    constexpr std::array<unsigned, 32> Table{0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};
    return code >= 128 && code < 160 ? Table[code - 128] : code;
}

constexpr std::size_t MaxReference = 34; // "&" to ";"

// The character reference at `at` (which is '&'): appends it and gives its length, or 0 when it is none.
std::size_t reference(std::string_view text, std::size_t at, std::string& out)
{
    const std::size_t found = text.substr(at, MaxReference).find(';');
    if (found == std::string_view::npos || found < 2)
        return 0;
    const std::size_t end = at + found;
    const std::string_view name = text.substr(at + 1, found - 1);
    if (name.front() == '#') {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(hex ? 2 : 1);
        unsigned code = 0;
        const auto [stop, error]
            = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
        if (digits.empty() || error != std::errc() || stop != digits.data() + digits.size())
            return 0;
        appendUtf8(out, fromWindows(code));
        return end - at + 1;
    }
    if (name == "apos") {
        out += '\'';
        return end - at + 1;
    }
    const std::string copy(name);
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(copy.c_str()));
    if (entity == nullptr)
        return 0;
    appendUtf8(out, entity->value);
    return end - at + 1;
}

bool isOneOf(std::string_view name, std::string_view list)
{
    const std::string padded = " " + std::string(name) + " ";
    return list.find(padded) != std::string_view::npos;
}

constexpr int MaxEndless = 32; // tags whose ends are all in quotes; past them quotes count for nothing
constexpr std::size_t MaxName = 24; // longer ones are none we know
constexpr std::string_view ParagraphTags
    = " p div section article header footer aside main h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre "
      "figure figcaption hr form fieldset address nav ";
constexpr std::string_view LineTags = " br li tr dt dd option caption ";
constexpr std::string_view HiddenTags
    = " script style noscript template svg math head title textarea select ";

// Walks the fragment by its tags; text goes out with white space collapsed.
class Reader final {
public:
    explicit Reader(std::string_view html)
        : m_html(html)
    {
    }

    std::string run()
    {
        std::size_t at = 0;
        while (at < m_html.size()) {
            const char c = m_html[at];
            if (c == '<' && tagLike(at))
                at = tag(at);
            else if (c == '&')
                at = ampersand(at);
            else {
                put(c);
                ++at;
            }
        }
        return std::string(base::trimmed(m_out));
    }

private:
    bool tagLike(std::size_t at) const
    {
        if (at + 1 >= m_html.size())
            return false;
        const char next = m_html[at + 1];
        return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z')
            || (next >= 'A' && next <= 'Z');
    }

    // Where `mark` stands at or after `from`, or npos. One missed once is not looked for again: linear.
    std::size_t seek(std::string_view mark, std::size_t from)
    {
        if (std::find(m_missed.begin(), m_missed.end(), mark) != m_missed.end())
            return std::string_view::npos;
        const std::size_t at = m_html.find(mark, from);
        if (at == std::string_view::npos)
            m_missed.emplace_back(mark);
        return at;
    }

    // Past the tag's '>' outside quotes; a quote nobody closes ends with the tag. npos when there is no end.
    std::size_t tagEnd(std::size_t at)
    {
        std::size_t end = at + 1;
        while (end < m_html.size() && m_html[end] != '>') {
            const char c = m_html[end];
            if (m_endless < MaxEndless && (c == '"' || c == '\'')
                && (m_html[end - 1] == '=' || m_html[end - 1] == ' ')) {
                const std::size_t close = seek(m_html.substr(end, 1), end + 1);
                if (close != std::string_view::npos) {
                    end = close + 1;
                    continue;
                }
            }
            ++end;
        }
        if (end < m_html.size())
            return end + 1;
        ++m_endless;
        const std::size_t first = m_html.find('>', at);
        return first == std::string_view::npos ? first : first + 1;
    }

    std::size_t tag(std::size_t at)
    {
        const std::string_view rest = m_html.substr(at);
        if (rest.starts_with("<!--")) {
            const std::size_t end = seek("-->", at + 4);
            return end == std::string_view::npos ? m_html.size() : end + 3;
        }
        if (rest.starts_with("<![CDATA["))
            return at + 9;
        const std::size_t end = seek(">", at) == std::string_view::npos ? std::string_view::npos : tagEnd(at);
        if (end == std::string_view::npos) { // "A<B": a sign, no tag
            put('<');
            return at + 1;
        }
        const bool closing = m_html[at + 1] == '/';
        const std::size_t nameBegin = at + (closing ? 2 : 1);
        const std::size_t nameEnd = m_html.find_first_of(" />\n\t\r", nameBegin);
        std::string name = base::lowerAscii(m_html.substr(nameBegin, std::min(nameEnd - nameBegin, MaxName)));
        if (const std::size_t colon = name.find(':'); colon != std::string::npos)
            name.erase(0, colon + 1);
        if (!closing && isOneOf(name, HiddenTags) && m_html[end - 2] != '/')
            return afterHidden(name, end);
        if (isOneOf(name, ParagraphTags))
            breakLine(2);
        else if (isOneOf(name, LineTags))
            breakLine(1);
        else if (name == "td" || name == "th")
            put(' ');
        return end;
    }

    // Past the end of an element that is not for reading. Without an end, only its words up to the next tag
    // go.
    std::size_t afterHidden(const std::string& name, std::size_t from)
    {
        if (std::find(m_unclosed.begin(), m_unclosed.end(), name) == m_unclosed.end()) {
            for (std::size_t at = m_html.find("</", from); at != std::string_view::npos;
                 at = m_html.find("</", at + 2)) {
                if (base::lowerAscii(m_html.substr(at + 2, name.size())) != name)
                    continue;
                const std::size_t end = m_html.find('>', at);
                return end == std::string_view::npos ? m_html.size() : end + 1;
            }
            m_unclosed.push_back(name);
        }
        return name == "script" || name == "style" ? std::min(m_html.find('<', from), m_html.size()) : from;
    }

    std::size_t ampersand(std::size_t at)
    {
        std::string text;
        const std::size_t size = reference(m_html, at, text);
        if (size == 0) {
            put('&');
            return at + 1;
        }
        if (text == "\u00A0" || text == "\u200B" || text == "\u00AD") {
            if (text == "\u00A0")
                put(' ');
            return at + size;
        }
        for (const char c : text)
            put(c);
        return at + size;
    }

    void put(char c)
    {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            m_space = true;
            return;
        }
        if (m_breaks > 0) {
            if (!m_out.empty())
                m_out.append(static_cast<std::size_t>(m_breaks), '\n');
        } else if (m_space && !m_out.empty()) {
            m_out += ' ';
        }
        m_breaks = 0;
        m_space = false;
        m_out += c;
    }

    void breakLine(int count) { m_breaks = std::max(m_breaks, count); }

    std::string_view m_html;
    std::string m_out;
    std::vector<std::string> m_missed;
    int m_endless = 0;
    std::vector<std::string> m_unclosed;
    int m_breaks = 0;
    bool m_space = false;
};

// Whether an element that titles carry is closed in the text, or a line break stands in it.
bool hasTitleMarkup(std::string_view text)
{
    if (text.find("</") == std::string_view::npos)
        return text.find("<br") != std::string_view::npos;
    constexpr std::string_view Names
        = " a b i u em strong span font sub sup small big code tt mark abbr cite q s del ins ";
    for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
        const std::size_t end = text.substr(at, MaxName).find('>');
        if (end != std::string_view::npos && isOneOf(base::lowerAscii(text.substr(at + 2, end - 2)), Names))
            return true;
    }
    return false;
}

// Spaces of every kind become one kind; signs without width go.
std::string plainSigns(std::string text)
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return text;
    for (const std::string_view space : {"\u00A0", "\u2007", "\u202F"})
        base::replaceAll(text, space, " ");
    for (const std::string_view none : {"\u00AD", "\u200B", "\uFEFF"})
        base::replaceAll(text, none, "");
    return text;
}

// Text without markup: its own blank lines are its paragraphs.
std::string plainParagraphs(std::string_view text)
{
    std::string out;
    std::string paragraph;
    const auto flush = [&] {
        const std::string line = base::collapsed(paragraph);
        if (!line.empty())
            out += (out.empty() ? "" : "\n\n") + line;
        paragraph.clear();
    };
    for (const std::string_view line : base::split(text, '\n')) {
        if (base::trimmed(line).empty())
            flush();
        else
            paragraph.append(line).append(1, ' ');
    }
    flush();
    return out;
}

} // namespace

std::string decodeReferences(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = text[at] == '&' ? reference(text, at, out) : 0;
        if (size == 0)
            out += text[at];
        at += std::max<std::size_t>(size, 1);
    }
    return out;
}

std::string htmlToText(std::string_view html)
{
    bool markup = false;
    for (std::size_t at = html.find('<'); at != std::string_view::npos && !markup;
         at = html.find('<', at + 1))
        markup = at + 1 < html.size()
            && (html[at + 1] == '/' || html[at + 1] == '!'
                || std::isalpha(static_cast<unsigned char>(html[at + 1])) != 0);
    if (!markup)
        return plainParagraphs(plainSigns(decodeReferences(html)));
    return plainSigns(Reader(html).run());
}

std::string htmlToLine(std::string_view html)
{
    std::string text = Reader(html).run();
    // Titles are often escaped twice: what reads as markup of the kind titles have is markup once more.
    if (text.find('&') != std::string::npos || hasTitleMarkup(text))
        text = hasTitleMarkup(text) ? Reader(text).run() : decodeReferences(text);
    return base::collapsed(plainSigns(std::move(text)));
}

std::string absoluteUrl(std::string_view base, std::string_view reference)
{
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::string signs(reference); // control characters do not count, as in browsers
    std::erase_if(signs, control);
    const std::string trimmed(base::trimmed(signs));
    if (trimmed.empty() || trimmed.front() == '\\') // a file share is no address of the web
        return {};
    std::string result = trimmed;
    const std::string head = base::lowerAscii(std::string_view(trimmed).substr(0, 8));
    const bool whole = head.starts_with("http://") || head.starts_with("https://");
    if (!base.empty() && trimmed.starts_with("//")) {
        result = std::string(base.substr(0, base.find(':') + 1)) + trimmed;
    } else if (!base.empty() && !whole) { // the builder would undo escapes in the host of a whole one
        const std::string from(base);
        xmlChar* built = xmlBuildURI(reinterpret_cast<const xmlChar*>(trimmed.c_str()),
            reinterpret_cast<const xmlChar*>(from.c_str()));
        if (built != nullptr) {
            result = reinterpret_cast<const char*>(built);
            xmlFree(built);
        }
        // The builder may decode what stood escaped in the host, and does not escape everywhere.
        if (!base::isValidUtf8(result))
            result = trimmed;
        std::erase_if(result, control);
        base::replaceAll(result, " ", "%20");
    }
    const std::string lower = base::lowerAscii(result);
    if (lower.starts_with("http://") || lower.starts_with("https://"))
        return result;
    // A scheme of another kind ("javascript:", "data:") is no address to go to; a relative one with nothing
    // to be relative to stays as it is.
    const std::size_t colon = lower.find(':');
    const bool scheme = colon != std::string::npos && lower.find_first_of("/?#") > colon;
    return base.empty() && !scheme ? result : std::string();
}

} // namespace ingest
