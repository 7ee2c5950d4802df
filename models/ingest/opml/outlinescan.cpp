// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "outlinescan.h"

#include <base/strings.h>
#include <ingest/htmltext.h>

#include <algorithm>
#include <cctype>

namespace ingest {

namespace {

constexpr std::size_t MaxDepth = 64;
constexpr std::size_t MaxValue = 65536;
constexpr std::size_t MaxAttributes = 64; // of one outline
constexpr std::string_view Address = " xmlurl=";
constexpr std::size_t Ahead = 64; // how far a quote looks for what shows that it closes

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool isNameChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ':' || c == '-' || c == '_' || c == '.';
}

bool startsAt(std::string_view text, std::size_t at, std::string_view lower)
{
    return text.size() - at >= lower.size() && base::lowerAscii(text.substr(at, lower.size())) == lower;
}

class Scanner final {
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<ScannedOutline> run()
    {
        while (m_at < m_text.size()) {
            const std::size_t next = m_text.find('<', m_at);
            if (next == std::string_view::npos)
                break;
            m_at = next;
            if (startsAt(m_text, m_at, "<!--")) {
                const std::size_t end = m_text.find("-->", m_at);
                m_at = end == std::string_view::npos ? m_text.size() : end + 3;
            } else if (startsAt(m_text, m_at, "<outline")
                && !isNameChar(m_text.substr(m_at + 8, 1).empty() ? ' ' : m_text[m_at + 8])) {
                m_at += 8;
                outline();
            } else {
                if (startsAt(m_text, m_at, "</outline") && !m_feedOpen && m_depth > 0)
                    --m_depth;
                m_feedOpen = false;
                ++m_at;
            }
        }
        return std::move(m_found);
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    void outline()
    {
        ScannedOutline found;
        found.depth = std::min(m_depth, MaxDepth);
        bool closed = false;
        while (true) {
            skipSpace();
            if (m_at >= m_text.size() || m_text[m_at] == '<')
                break; // the tag has no end: the next one ends it
            if (m_text[m_at] == '>') {
                ++m_at;
                break;
            }
            if (m_text[m_at] == '/') {
                closed = m_text.substr(m_at + 1, 1) == ">";
                ++m_at;
                continue;
            }
            attribute(found);
        }
        // A feed holds no others: left open, it waits for its own end tag and no longer.
        m_feedOpen = !closed && found.attributes.contains("xmlurl");
        m_depth += closed || m_feedOpen ? 0 : 1;
        m_found.push_back(std::move(found));
    }

    void attribute(ScannedOutline& outline)
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isNameChar(m_text[m_at]))
            ++m_at;
        if (m_at == begin) {
            ++m_at; // a sign that belongs to nothing
            return;
        }
        std::string name = base::lowerAscii(m_text.substr(begin, m_at - begin));
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != '=')
            return;
        ++m_at;
        skipSpace();
        const std::string_view raw = value();
        if (outline.attributes.size() < MaxAttributes)
            outline.attributes.emplace(
                std::move(name), std::string(base::trimmed(decodeReferences(base::collapsed(raw)))));
    }

    std::string_view value()
    {
        const char quote = m_at < m_text.size() ? m_text[m_at] : ' ';
        if (quote == '"' || quote == '\'') {
            const std::size_t begin = ++m_at;
            const std::size_t limit = std::min(m_text.size(), begin + MaxValue);
            // Where no quote closed for the value before, none does for this one: linear.
            std::size_t& open = quote == '"' ? m_openDouble : m_openSingle;
            for (std::size_t at = std::max(begin, open); at < limit; ++at) {
                // "T xmlUrl="…: the quote before was never closed.
                if (m_text[at] == quote && at >= begin + Address.size()
                    && startsAt(m_text, at - Address.size(), Address)) {
                    m_at = at - Address.size();
                    return m_text.substr(begin, m_at - begin);
                }
                if (m_text[at] == quote && closes(at)) {
                    m_at = at + 1;
                    return m_text.substr(begin, at - begin);
                }
                if (m_text[at] == '<'
                    && (startsAt(m_text, at, "<outline") || startsAt(m_text, at, "</outline")))
                    break;
                open = at + 1;
            }
        }
        // Without quotes, or with one that nobody closes.
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '>' && m_text[m_at] != '<'
            && m_text[m_at] != '"' && m_text[m_at] != '\'')
            ++m_at;
        const std::string_view bare = m_text.substr(begin, m_at - begin);
        return bare.ends_with('/') && m_text.substr(m_at, 1) == ">" ? bare.substr(0, bare.size() - 1) : bare;
    }

    // Whether the quote at `at` ends a value: the tag's end before other markup follows, or another
    // attribute.
    bool closes(std::size_t at) const
    {
        const std::size_t limit = std::min(m_text.size(), at + 1 + Ahead);
        std::size_t next = at + 1;
        const auto skip = [&] {
            while (next < limit && isSpace(m_text[next]))
                ++next;
        };
        skip();
        if (next >= m_text.size())
            return true;
        if (m_text[next] == '/' || m_text[next] == '?') {
            ++next;
            skip();
        }
        if (next < m_text.size() && m_text[next] == '>') {
            ++next;
            skip();
            return next >= limit || m_text[next] == '<';
        }
        const std::size_t name = next;
        while (next < limit && isNameChar(m_text[next]))
            ++next;
        skip();
        return next > name && next < limit && m_text[next] == '=';
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
    std::size_t m_openDouble = 0; // up to here no double quote closes a value, nor a single one below
    std::size_t m_openSingle = 0;
    bool m_feedOpen = false;
    std::vector<ScannedOutline> m_found;
};

} // namespace

std::vector<ScannedOutline> scanOutlines(std::string_view text) { return Scanner(text).run(); }

} // namespace ingest
