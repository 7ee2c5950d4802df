// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "xmltext.h"

#include <base/strings.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace ingest {

namespace {

constexpr std::size_t MaxReference = 32; // "&" to ";"
constexpr std::size_t MaxName = 128;
constexpr std::size_t MaxPrefixes = 500; // of elements
constexpr std::size_t MaxDoctype = 512; // of its head
constexpr std::size_t MaxEntities = 64; // declared by the document
constexpr std::size_t MaxWords = 256; // of one of them
constexpr std::size_t MaxExpanded = 65536; // put into the text by them in all
constexpr std::size_t MaxAttributes = 500; // of one element

bool isXmlReference(std::string_view name)
{
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

// End of a document type, past its internal subset.
std::size_t doctypeEnd(std::string_view text, std::size_t at)
{
    int depth = 0;
    char quote = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (depth > 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '[') {
            ++depth;
        } else if (c == ']') {
            --depth;
        } else if (c == '>' && depth <= 0) {
            return at + 1;
        }
    }
    return text.size();
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 && !isSpace(c); }

class Mender final {
public:
    explicit Mender(std::string_view text)
        : m_text(text)
    {
        m_out.reserve(text.size() + 64);
    }

    MendedXml run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '<')
                markup();
            else if (c == '&')
                ampersand();
            else if (isControl(c)) {
                m_control = true;
                ++m_at;
            } else
                plain(c);
        }
        MendedXml mended{std::move(m_out), std::move(m_doctype), {}};
        if (m_bare)
            mended.warnings.emplace_back("a bare & was read as such");
        if (m_named)
            mended.warnings.emplace_back("named references that XML does not know were read as HTML's");
        if (m_control)
            mended.warnings.emplace_back("control characters were left out");
        if (m_excess)
            mended.warnings.emplace_back("attributes or name spaces beyond all measure were left out");
        return mended;
    }

private:
    void markup()
    {
        const std::string_view rest = m_text.substr(m_at);
        if (rest.starts_with("<![CDATA[")) {
            const std::size_t end = m_text.find("]]>", m_at);
            const std::size_t stop = end == std::string_view::npos ? m_text.size() : end + 3;
            for (const char inside : m_text.substr(m_at, stop - m_at)) {
                if (!isControl(inside))
                    m_out += inside;
            }
            m_at = stop;
        } else if (rest.starts_with("<!--")) {
            skipPast("-->");
        } else if (base::lowerAscii(rest.substr(0, 9)) == "<!doctype") {
            const std::size_t end = doctypeEnd(m_text, m_at);
            if (m_doctype.empty())
                doctype(m_text.substr(m_at, end - m_at));
            m_at = end;
        } else if (rest.starts_with("<?xml") && rest.size() > 5 && isSpace(rest[5])) {
            skipPast("?>"); // the text is UTF-8 by now, whatever it says
        } else {
            tag(rest);
        }
    }

    // Its head, and the words its inner part declares: <!ENTITY name "words">.
    void doctype(std::string_view type)
    {
        const std::size_t bracket = type.find('[');
        m_doctype = base::lowerAscii(type.substr(0, std::min(bracket, MaxDoctype)));
        if (bracket == std::string_view::npos)
            return;
        constexpr std::string_view Mark = "<!ENTITY";
        for (std::size_t at = type.find(Mark, bracket);
             at != std::string_view::npos && m_entities.size() < MaxEntities; at = type.find(Mark, at)) {
            at += Mark.size();
            const std::size_t name = type.find_first_not_of(" \t\r\n", at);
            const std::size_t nameEnd = type.find_first_of(" \t\r\n", std::min(name, type.size()));
            const std::size_t quote = type.find_first_not_of(" \t\r\n", std::min(nameEnd, type.size()));
            if (quote == std::string_view::npos || (type[quote] != '"' && type[quote] != '\''))
                continue; // SYSTEM, PUBLIC or one for document types
            const std::size_t end = type.find(type[quote], quote + 1);
            if (end == std::string_view::npos)
                return;
            const std::string_view words = type.substr(quote + 1, end - quote - 1);
            if (words.size() <= MaxWords && words.find_first_of("&<%") == std::string_view::npos)
                m_entities.emplace(type.substr(name, nameEnd - name), words);
            at = end;
        }
    }

    void skipPast(std::string_view mark)
    {
        const std::size_t end = m_text.find(mark, m_at);
        m_at = end == std::string_view::npos ? m_text.size() : end + mark.size();
    }

    // Parsers slow down by the square of attributes and prefixes, so there are limits to both.
    void tag(std::string_view rest)
    {
        const bool closing = rest.size() > 1 && rest[1] == '/';
        const std::string_view name = rest.substr(closing ? 2 : 1, MaxName);
        m_inTag = !name.empty() && std::isalpha(static_cast<unsigned char>(name.front())) != 0;
        m_quote = 0;
        m_attributes = 0;
        const std::size_t colon = name.find_first_of(": />\n\t\r");
        if (m_inTag && colon != std::string_view::npos && name[colon] == ':'
            && !knownPrefix(name.substr(0, colon))) {
            m_out += closing ? "</excess" : "<excess";
            skipAttributes();
            return;
        }
        m_out += '<';
        ++m_at;
    }

    bool knownPrefix(std::string_view prefix)
    {
        if (m_prefixes.contains(prefix))
            return true;
        if (m_prefixes.size() >= MaxPrefixes)
            return false;
        m_prefixes.insert(prefix);
        return true;
    }

    // On to the tag's end, which stays to be read.
    void skipAttributes()
    {
        m_excess = true;
        m_at += m_text.substr(m_at).starts_with("</") ? 2 : 1;
        char quote = 0;
        while (m_at < m_text.size() && (quote != 0 || (m_text[m_at] != '>' && m_text[m_at] != '/'))) {
            const char c = m_text[m_at];
            if (quote != 0)
                quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            ++m_at;
        }
    }

    void plain(char c)
    {
        if (m_inTag) {
            if (m_quote != 0)
                m_quote = c == m_quote ? '\0' : m_quote;
            else if (c == '"' || c == '\'')
                m_quote = c;
            else if (c == '=')
                ++m_attributes;
            else if (c == '>')
                m_inTag = false;
            else if (isSpace(c) && m_attributes >= MaxAttributes) {
                skipAttributes();
                return;
            }
        }
        m_out += c;
        ++m_at;
    }

    void ampersand()
    {
        const std::size_t found = m_text.substr(m_at, MaxReference).find(';');
        const std::string_view name
            = found == std::string_view::npos ? std::string_view() : m_text.substr(m_at + 1, found - 1);
        const bool word = !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
            return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '#';
        });
        if (word && name.starts_with("#X")) {
            m_out += "&#x";
            m_out += name.substr(2);
            m_out += ';';
            m_at += found + 1;
            return;
        }
        const std::string whole(
            found == std::string_view::npos ? std::string_view() : m_text.substr(m_at, found + 1));
        // Windows' numbers 128 to 159 are no signs of Unicode, but mean some.
        const bool windows = word && name.front() == '#' && decodeReferences(whole).size() > 2
            && whole.size() == 6 && (whole.starts_with("&#1") && whole[3] >= '2' && whole[3] <= '5');
        if (word && !windows && (isXmlReference(name) || name.front() == '#')) {
            m_out += m_text.substr(m_at, found + 1);
            m_at += found + 1;
            return;
        }
        if (const auto declared = m_entities.find(name);
            declared != m_entities.end() && m_expanded < MaxExpanded) {
            m_expanded += declared->second.size();
            m_out += declared->second;
            m_at += found + 1;
            return;
        }
        if (word) {
            const std::string decoded = decodeReferences(whole);
            if (decoded != whole) {
                m_named = true;
                m_out += decoded;
                m_at += found + 1;
                return;
            }
        }
        m_bare = true;
        m_out += "&amp;";
        ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_out;
    std::set<std::string_view> m_prefixes;
    std::string m_doctype;
    std::map<std::string_view, std::string_view> m_entities;
    std::size_t m_expanded = 0;
    std::size_t m_attributes = 0;
    bool m_inTag = false;
    char m_quote = 0;
    bool m_bare = false;
    bool m_named = false;
    bool m_control = false;
    bool m_excess = false;
};

} // namespace

MendedXml mendXml(std::string_view text)
{
    const std::size_t begin = text.find('<');
    if (begin == std::string_view::npos)
        return {};
    MendedXml mended = Mender(text.substr(begin)).run();
    if (!base::trimmed(text.substr(0, begin)).empty())
        mended.warnings.emplace_back("text before the document was left out");
    return mended;
}

} // namespace ingest
