// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "xmlbalance.h"

#include <base/strings.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <unordered_map>
#include <vector>

namespace ingest {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool isNameChar(char c)
{
    const auto code = static_cast<unsigned char>(c);
    return std::isalnum(code) != 0 || code >= 0x80 || c == ':' || c == '-' || c == '_' || c == '.';
}

bool isNameStart(char c)
{
    return isNameChar(c) && std::isdigit(static_cast<unsigned char>(c)) == 0 && c != '-' && c != '.'
        && c != ':';
}

// HTML's elements without content, and those of feeds that have attributes alone.
bool isEmptyElement(std::string_view name)
{
    constexpr std::array<std::string_view, 9> Names{
        "br", "hr", "img", "input", "meta", "wbr", "enclosure", "atom:link", "itunes:image"};
    return std::find(Names.begin(), Names.end(), name) != Names.end();
}

bool isList(std::string_view name)
{
    constexpr std::array<std::string_view, 6> Names{"channel", "items", "feed", "rss", "rdf:RDF", "RDF"};
    return std::find(Names.begin(), Names.end(), name) != Names.end();
}

// Fields of plain words: another field that begins inside one ends it.
bool isPlainField(std::string_view name)
{
    constexpr std::array<std::string_view, 9> Names{
        "title", "link", "guid", "pubDate", "category", "comments", "dc:creator", "dc:date", "dc:subject"};
    return std::find(Names.begin(), Names.end(), name) != Names.end();
}

bool isField(std::string_view name)
{
    return isPlainField(name) || name == "description" || name == "content:encoded" || name == "enclosure"
        || name == "summary" || name == "content" || name == "author" || name == "published"
        || name == "updated";
}

bool isEntry(std::string_view name) { return name == "item" || name == "entry"; }

class Balancer final {
public:
    explicit Balancer(std::string_view text)
        : m_text(text)
    {
        m_out.reserve(text.size() + 256);
    }

    std::string run()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at] == '<')
                markup();
            else
                put(m_text[m_at++]);
        }
        while (!m_open.empty())
            close();
        return std::move(m_out);
    }

private:
    void markup()
    {
        const std::string_view rest = m_text.substr(m_at);
        if (rest.starts_with("<![CDATA[")) {
            const std::size_t end = m_text.find("]]>", m_at);
            const std::size_t stop = end == std::string_view::npos ? m_text.size() : end + 3;
            m_out += m_text.substr(m_at, stop - m_at);
            if (end == std::string_view::npos)
                m_out += "]]>";
            m_at = stop;
        } else if (rest.starts_with("<?") || rest.starts_with("<!")) {
            const std::size_t end = m_text.find('>', m_at);
            if (rest.starts_with("<?") && end != std::string_view::npos && m_text[end - 1] == '?')
                m_out += m_text.substr(m_at, end + 1 - m_at);
            m_at = end == std::string_view::npos ? m_text.size() : end + 1;
        } else if (rest.size() > 2 && rest[1] == '/' && isNameStart(rest[2])) {
            endTag();
        } else if (rest.size() > 1 && isNameStart(rest[1])) {
            startTag();
        } else {
            m_out += "&lt;";
            ++m_at;
        }
    }

    std::string_view name()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isNameChar(m_text[m_at]))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    void put(char c)
    {
        if (c == '>')
            m_out += "&gt;";
        else
            m_out += c;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    void close()
    {
        m_out += "</";
        m_out += m_open.back();
        m_out += '>';
        --m_count[m_open.back()];
        m_open.pop_back();
    }

    void endTag()
    {
        m_at += 2;
        const std::string_view tag = name();
        while (m_at < m_text.size() && m_text[m_at] != '>' && m_text[m_at] != '<')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '>')
            ++m_at;
        const auto count = m_count.find(tag);
        if (count == m_count.end() || count->second == 0)
            return;
        while (m_open.back() != tag)
            close();
        close();
    }

    void startTag()
    {
        ++m_at;
        const std::string_view tag = name();
        if (isEntry(tag)) {
            // An entry belongs to the list around it: what is still open in between lacks its end.
            const auto around = std::find_if(m_open.rbegin(), m_open.rend(), isList);
            if (around != m_open.rend()) {
                const auto depth = static_cast<std::size_t>(m_open.rend() - around);
                while (m_open.size() > depth)
                    close();
            }
        }
        if (isField(tag) && !m_open.empty() && isPlainField(m_open.back()))
            close();
        m_out += '<';
        m_out += tag;
        bool empty = isEmptyElement(tag);
        std::set<std::string_view> seen;
        while (true) {
            skipSpace();
            if (m_at >= m_text.size() || m_text[m_at] == '<')
                break;
            if (m_text[m_at] == '>') {
                ++m_at;
                break;
            }
            if (m_text[m_at] == '/' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '>') {
                empty = true;
                m_at += 2;
                break;
            }
            if (!isNameStart(m_text[m_at])) {
                ++m_at;
                continue;
            }
            attribute(seen);
        }
        if (empty) {
            m_out += "/>";
            return;
        }
        m_out += '>';
        m_open.push_back(tag);
        ++m_count[tag];
    }

    void attribute(std::set<std::string_view>& seen)
    {
        const std::string_view key = name();
        skipSpace();
        std::string_view value;
        if (m_at < m_text.size() && m_text[m_at] == '=') {
            ++m_at;
            skipSpace();
            value = attributeValue();
        }
        if (seen.size() >= 64 || !seen.insert(key).second)
            return;
        m_out += ' ';
        m_out += key;
        m_out += "=\"";
        for (const char c : value) {
            if (c == '"')
                m_out += "&quot;";
            else if (c == '<')
                m_out += "&lt;";
            else
                m_out += c;
        }
        m_out += '"';
    }

    std::string_view attributeValue()
    {
        if (m_at >= m_text.size())
            return {};
        const char quote = m_text[m_at];
        if (quote == '"' || quote == '\'') {
            // A quote nobody closes ends with the tag.
            const std::size_t limit = std::min(m_text.size(), m_at + 65536);
            for (std::size_t end = m_at + 1; end < limit; ++end) {
                if (m_text[end] == quote) {
                    const std::string_view value = m_text.substr(m_at + 1, end - m_at - 1);
                    m_at = end + 1;
                    return value;
                }
                if (m_text[end] == '<')
                    break;
            }
            ++m_at;
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '>' && m_text[m_at] != '<')
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_out;
    std::vector<std::string_view> m_open;
    std::unordered_map<std::string_view, std::size_t> m_count;
};

} // namespace

std::string balancedXml(std::string_view text) { return Balancer(text).run(); }

} // namespace ingest
